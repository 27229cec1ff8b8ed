import { HOUR_MS } from '../log/log-id.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * HOUR_MS;
export const LONGEST_PAUSE_MS = 7 * DAY_MS;
/** An alarm of a running browser comes within this; what is later was missed by a machine that slept or was off. */
export const ON_TIME_MS = 2 * MINUTE_MS;
/** Over so long machines spread that were switched on in the same moment. */
export const CATCH_UP_MS = 10 * MINUTE_MS;

/**
 * When to look for a newer release, milliseconds from now: about a day after one that went well; after a failure an hour,
 * then twice as long each time, up to a week. Spread by a fifth to either side, so that machines that were switched on
 * together do not ask together.
 *
 * @param failures in a row
 * @param random from 0 up to but not including 1
 */
export function pauseBefore(failures: number, random: number): number {
  const pause =
    failures === 0 ? DAY_MS : Math.min(HOUR_MS * 2 ** Math.min(failures - 1, 20), LONGEST_PAUSE_MS);
  return Math.round(pause * (0.8 + 0.4 * random));
}

/**
 * The moment of the look that was planned for `next`: now, the planned one, or, where that was missed, one in the next ten
 * minutes. Thousands of machines are switched on at eight, and without it all would ask as they start. The first look of a
 * source (`next` is 0) is at once: it comes once in the life of a machine, policies arrive one machine after the other, and
 * whoever sets one up waits for it. A moment further away than any pause comes from a clock that was wrong.
 *
 * The answer must be remembered: a worker that starts again would draw another one.
 *
 * @param next and `now` in milliseconds since the epoch
 * @param random from 0 up to but not including 1
 */
export function momentOfLook(next: number, now: number, random: number): number {
  if (next === 0) return now;
  if (next > now && next - now <= 1.2 * LONGEST_PAUSE_MS) return next;
  const isOnTime = next <= now && now - next <= ON_TIME_MS;
  return isOnTime ? now : now + Math.round(CATCH_UP_MS * random);
}
