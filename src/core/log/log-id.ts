import { toHex } from '../format/hex.ts';

export const HOUR_MS = 3_600_000;

/**
 * Hour since the epoch in 8 hex digits, then 96 random bits: time-ordered without a precise clock, and unique, so
 * that sending a row again writes the same row. `random` gives 12 bytes; the caller owns clock and randomness.
 */
export function logRowId(now: number, random: Uint8Array): string {
  const hour = Math.floor(now / HOUR_MS)
    .toString(16)
    .padStart(8, '0');
  return `${hour}-${toHex(random)}`;
}
