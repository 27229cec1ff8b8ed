import type { Contest, ContestPhase } from '../types.ts';

/** Western Indonesian Time: KPU's calendar is dated in it, and Indonesia has no daylight saving time. */
const WIB_OFFSET_MS = 7 * 3_600_000;

/** Date in WIB as `2024-02-14`, which compares as text. */
export function civilDate(now: number): string {
  return new Date(now + WIB_OFFSET_MS).toISOString().slice(0, 10);
}

/**
 * Phase of a contest at `now` (milliseconds since the epoch), or null outside its calendar. A gap between two phases
 * belongs to the earlier one: candidates stay confirmed until the campaign opens.
 */
export function phaseOf(contest: Contest, now: number): ContestPhase | null {
  const today = civilDate(now);
  const last = contest.phases.at(-1);
  if (!last || today > last.end) return null;
  return contest.phases.findLast((phase) => phase.start <= today)?.phase ?? null;
}

/**
 * Whether the names of a contest are matched at all. A contest without dates never sleeps: a pack that forgot them
 * must not switch protection off.
 */
export function isActive(contest: Contest, now: number, finishedContests: boolean): boolean {
  const last = contest.phases.at(-1);
  if (!last) return true;
  if (civilDate(now) > last.end) return finishedContests;
  return phaseOf(contest, now) !== null;
}
