import { isDue, pauseBefore } from '../../src/core/check-times.ts';
import { seeded } from './random.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** When the machines of an agency are on. */
export interface Habit {
  readonly name: string;
  /** Hours of the clock, Monday to Friday; machines are switched on over the half hour after `from`. Null: always on. */
  readonly office: { readonly from: number; readonly to: number } | null;
}
export const HABITS: readonly Habit[] = [
  { name: 'always on', office: null },
  { name: 'on Mon-Fri 7.30-16.00', office: { from: 7.5, to: 16 } },
];

export interface Visits {
  /** Of one client on one day, all days of the week counted. */
  readonly perDay: number;
  /** Largest share of all clients that asks within one minute: on the first two days, and later. */
  readonly firstPeak: number;
  readonly laterPeak: number;
}

/** Clients that were all set up on one Monday morning, and whose host always answers. */
export function visits({ office }: Habit, clients: number, days: number): Visits {
  const minutes = new Uint32Array((days * DAY_MS) / MINUTE_MS);
  let total = 0;
  for (let number = 0; number < clients; number += 1) {
    const random = seeded(number);
    let next = 7.5 * HOUR_MS + random.below(HOUR_MS / 2);
    for (;;) {
      const time = office
        ? whenOn(next, office.from * HOUR_MS, office.to * HOUR_MS, random.below(HOUR_MS / 2))
        : next;
      if (time >= days * DAY_MS) break;
      if (!isDue(next, time)) throw new Error('asked too early');
      minutes[Math.floor(time / MINUTE_MS)] = (minutes[Math.floor(time / MINUTE_MS)] ?? 0) + 1;
      total += 1;
      next = time + pauseBefore(0, random.next());
    }
  }
  const border = (2 * DAY_MS) / MINUTE_MS;
  return {
    perDay: total / clients / days,
    firstPeak: Math.max(...minutes.slice(0, border)) / clients,
    laterPeak: minutes.slice(border).reduce((one, other) => Math.max(one, other), 0) / clients,
  };
}

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
