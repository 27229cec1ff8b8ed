import type { LogRow } from '../src/core/log/log.ts';
import { HOUR_MS, logRowId } from '../src/core/log/log-id.ts';

/** A valid row of a moment (milliseconds since the epoch); `random` are the 12 bytes of its id. */
export function logRowAt(moment: number, random: Uint8Array, change: Partial<LogRow> = {}): LogRow {
  return {
    id: logRowId(moment, random),
    hour: Math.floor(moment / HOUR_MS) * HOUR_MS,
    site: 'facebook',
    action: 'comment',
    category: 'candidate',
    role: 'ticket',
    contest: { kind: 'president', year: 2024 },
    outcome: 'cancelled',
    packVersion: 'pilpres-2024 1.0.0',
    ...change,
  };
}
