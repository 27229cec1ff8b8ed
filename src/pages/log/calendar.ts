import { HOUR_MS } from '../../core/log/log-id.ts';

const days = new Map<number, string>();

/** The local day of an hour, `YYYY-MM-DD`. Remembered: a long log asks 100,000 times for a few thousand hours. */
export function dayOf(hour: number): string {
  const known = days.get(hour);
  if (known !== undefined) return known;
  const date = new Date(hour);
  const day = [
    String(date.getFullYear()).padStart(4, '0'),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('-');
  days.set(hour, day);
  return day;
}

/** Start of a local day, in milliseconds since the epoch. */
export function startOf(day: string): number {
  return new Date(`${day}T00:00`).getTime();
}

/** The hours whose local day is from `first` to `last`, both inclusive: what `LogSelection` asks for. */
export function hoursOf(first: string, last: string): { readonly from: number; readonly to: number } {
  const after = new Date(`${last}T00:00`);
  after.setDate(after.getDate() + 1);
  return { from: wholeHour(startOf(first)), to: wholeHour(after.getTime()) };
}

/** In zones with half hours the day begins within an hour, which belongs to the day before. */
function wholeHour(time: number): number {
  return Math.ceil(time / HOUR_MS) * HOUR_MS;
}
