import { ACTION_KINDS, type ActionKind, SITE_IDS, type SiteId } from '../types.ts';
import type { LogRow } from './log.ts';
import type { DayOf } from './log-view.ts';

/** More weeks than this make no readable chart; retention ends long before. */
export const MOST_WEEKS = 26;
const DAY_MS = 86_400_000;

export interface WeekCount {
  /** Its Monday, `YYYY-MM-DD`. */
  readonly monday: string;
  /** Nothing was done: cancelled or closed. */
  readonly heeded: number;
  readonly continued: number;
}

export interface ActionCount {
  readonly action: ActionKind;
  readonly sites: Readonly<Record<SiteId, number>>;
}

/** The Monday of a day, both `YYYY-MM-DD`. */
export function mondayOf(day: string): string {
  const time = timeOf(day);
  // 1 January 1970 was a Thursday.
  const sinceMonday = (((time / DAY_MS + 3) % 7) + 7) % 7;
  return dayAt(time - sinceMonday * DAY_MS);
}

/** Reminders of each week from the first to the last that has any, weeks without any too; the newest `MOST_WEEKS`. */
export function countWeeks(rows: readonly LogRow[], dayOf: DayOf): readonly WeekCount[] {
  const counts = new Map<string, { heeded: number; continued: number }>();
  const mondays = new Map<string, string>();
  for (const row of rows) {
    const day = dayOf(row.hour);
    const monday = mondays.get(day) ?? mondayOf(day);
    mondays.set(day, monday);
    const count = counts.get(monday) ?? { heeded: 0, continued: 0 };
    counts.set(monday, count);
    count[row.outcome === 'continued' ? 'continued' : 'heeded'] += 1;
  }
  const known = [...counts.keys()].sort();
  const first = known[0];
  const last = known.at(-1);
  if (first === undefined || last === undefined) return [];
  const weeks: WeekCount[] = [];
  for (let time = timeOf(last); time >= timeOf(first) && weeks.length < MOST_WEEKS; time -= 7 * DAY_MS) {
    const monday = dayAt(time);
    weeks.unshift({ monday, ...(counts.get(monday) ?? { heeded: 0, continued: 0 }) });
  }
  return weeks;
}

/** Actions that occur, in the order of their list, with the reminders on each site. */
export function countActions(rows: readonly LogRow[]): readonly ActionCount[] {
  const counts = new Map<ActionKind, Record<SiteId, number>>();
  for (const { action, site } of rows) {
    const sites =
      counts.get(action) ?? (Object.fromEntries(SITE_IDS.map((id) => [id, 0])) as Record<SiteId, number>);
    counts.set(action, sites);
    sites[site] += 1;
  }
  return ACTION_KINDS.flatMap((action) => {
    const sites = counts.get(action);
    return sites ? [{ action, sites }] : [];
  });
}

function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayAt(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
