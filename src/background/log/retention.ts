import { HOUR_MS } from '../../core/log/log-id.ts';

const DAY_MS = 24 * HOUR_MS;
/** A larger step of the clock is not believed at once. */
const JUMP_MS = 2 * DAY_MS;
/** How long the new time must hold before it is believed. */
const CONFIRM_MS = DAY_MS;

/** What the last judgement knew, hours only: milliseconds since the epoch, rounded down. */
export interface ClockRecord {
  readonly seen: number;
  /** When the unbelieved time was first read, by that time. */
  readonly doubtedSince?: number;
}

export interface ClockJudgement {
  readonly trusted: boolean;
  readonly record: ClockRecord;
}

/**
 * Whether rows may be deleted by this clock. A computer that was off for more than two days looks like a jump too:
 * its rows then stay up to a day of use longer, which is the smaller harm.
 */
export function judgeClock(record: ClockRecord | undefined, now: number): ClockJudgement {
  const hour = Math.floor(now / HOUR_MS) * HOUR_MS;
  if (!record || Math.abs(hour - record.seen) <= JUMP_MS) return { trusted: true, record: { seen: hour } };
  const since = record.doubtedSince;
  if (since === undefined || hour < since) {
    return { trusted: false, record: { seen: record.seen, doubtedSince: hour } };
  }
  if (hour - since >= CONFIRM_MS) return { trusted: true, record: { seen: hour } };
  return { trusted: false, record };
}

export function readClockRecord(value: unknown): ClockRecord | undefined {
  if (typeof value !== 'object' || value === null || !('seen' in value) || !isTime(value.seen))
    return undefined;
  const since = 'doubtedSince' in value && isTime(value.doubtedSince) ? value.doubtedSince : undefined;
  return since === undefined ? { seen: value.seen } : { seen: value.seen, doubtedSince: since };
}

/** Start of the oldest hour that is kept, milliseconds since the epoch. */
export function oldestKept(now: number, days: number): number {
  return Math.max(0, now - days * DAY_MS);
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
