import { momentOfLook, pauseBefore } from '../../src/core/pack/check-times.ts';
import { seeded } from './random.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** When the machines of an agency are on. */
export interface Habit {
  readonly name: string;
  /** Hours of the clock, Monday to Friday; machines are switched on within so many minutes after `from`. Null: always on. */
  readonly office: { readonly from: number; readonly to: number; readonly within: number } | null;
}
export const HABITS: readonly Habit[] = [
  { name: 'always on', office: null },
  { name: 'on Mon-Fri 7.30-16.00, within half an hour', office: { from: 7.5, to: 16, within: 30 } },
  { name: 'on Mon-Fri 8.00-16.00, all in one second', office: { from: 8, to: 16, within: 1 / 60 } },
];

export interface Visits {
  /** Of one client on one day, all days of the week counted. */
  readonly perDay: number;
  /** Largest share of all clients that asks within one minute: on the first two days, and later. */
  readonly firstPeak: number;
  readonly laterPeak: number;
  /** Largest number of clients that asks within one second, after the first two days. */
  readonly secondPeak: number;
}

/** Clients that were all set up on one Monday morning, and whose host always answers. */
export function visits({ office }: Habit, clients: number, days: number): Visits {
  const seconds = new Uint32Array((days * DAY_MS) / SECOND_MS);
  let total = 0;
  for (let number = 0; number < clients; number += 1) {
    const random = seeded(number);
    let next = 7.5 * HOUR_MS + random.below(HOUR_MS / 2);
    let isNew = true;
    for (;;) {
      const time = office
        ? whenOn(next, office.from * HOUR_MS, office.to * HOUR_MS, random.below(office.within * MINUTE_MS))
        : next;
      if (time >= days * DAY_MS) break;
      // The first look is at once.
      const moment = momentOfLook(isNew ? 0 : next, time, random.next());
      if (moment > time) {
        next = moment;
        continue;
      }
      isNew = false;
      seconds[Math.floor(time / SECOND_MS)] = (seconds[Math.floor(time / SECOND_MS)] ?? 0) + 1;
      total += 1;
      next = time + pauseBefore(0, random.next());
    }
  }
  const minutes = Uint32Array.from({ length: seconds.length / 60 }, (_, minute) =>
    seconds.subarray(minute * 60, (minute + 1) * 60).reduce((sum, count) => sum + count, 0),
  );
  const border = 2 * DAY_MS;
  return {
    perDay: total / clients / days,
    firstPeak: largest(minutes.subarray(0, border / MINUTE_MS)) / clients,
    laterPeak: largest(minutes.subarray(border / MINUTE_MS)) / clients,
    secondPeak: largest(seconds.subarray(border / SECOND_MS)),
  };
}

const largest = (counts: Uint32Array) => counts.reduce((one, other) => Math.max(one, other), 0);

/** The moment itself, or when the machine is next switched on; `late` after the hour of that morning. */
function whenOn(time: number, from: number, to: number, late: number): number {
  let day = Math.floor(time / DAY_MS);
  const clock = time - day * DAY_MS;
  const isWorkday = (which: number) => which % 7 < 5;
  if (isWorkday(day) && clock >= from && clock < to) return time;
  if (clock >= to || !isWorkday(day)) day += 1;
  while (!isWorkday(day)) day += 1;
  return day * DAY_MS + from + late;
}
