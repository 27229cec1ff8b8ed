import { HOUR_MS } from './log-id.ts';

const DAY_MS = 24 * HOUR_MS;
export const LONGEST_PAUSE_MS = 7 * DAY_MS;

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

/** Whether it is time. A moment further away than any pause comes from a clock that was wrong. */
export function isDue(next: number, now: number): boolean {
  return next <= now || next - now > 1.2 * LONGEST_PAUSE_MS;
}
