import { describe, expect, it } from 'vitest';
import { logRowSchema } from '../../src/core/log/log.ts';
import { HOUR_MS, logRowId } from '../../src/core/log/log-id.ts';

const row = {
  id: logRowId(5 * HOUR_MS, new Uint8Array(12)),
  hour: 5 * HOUR_MS,
  site: 'x',
  action: 'like',
  category: 'party',
  role: 'party',
  contest: null,
  outcome: 'continued',
  packVersion: '1.0.0',
};

describe('logRowId', () => {
  it('orders by hour and tells nothing finer', () => {
    const high = new Uint8Array(12).fill(255);
    expect(logRowId(HOUR_MS * 0xff, high) < logRowId(HOUR_MS * 0x100, new Uint8Array(12))).toBe(true);
    expect(logRowId(HOUR_MS, high)).toBe(logRowId(2 * HOUR_MS - 1, high));
  });

  it('makes ids that the schema takes', () => {
    expect(
      logRowSchema.safeParse({ ...row, id: logRowId(Date.UTC(2026, 0), new Uint8Array(12).fill(9)) }).success,
    ).toBe(true);
  });
});

describe('logRowSchema', () => {
  it('holds exactly the fields of level Ringkas', () => {
    const fields = ['id', 'hour', 'site', 'action', 'category', 'role', 'contest', 'outcome', 'packVersion'];
    expect(Object.keys(logRowSchema.shape).sort()).toEqual(fields.sort());
  });

  it.each(['text', 'author', 'url', 'term', 'entity', 'region'])(
    'refuses a row that brings "%s"',
    (field) => {
      expect(logRowSchema.safeParse(row).success).toBe(true);
      expect(logRowSchema.safeParse({ ...row, [field]: 'apa pun' }).success).toBe(false);
    },
  );

  it('refuses a region in the contest, and free text where a closed list is meant', () => {
    expect(
      logRowSchema.safeParse({ ...row, contest: { kind: 'governor', year: 2024, region: 'X' } }).success,
    ).toBe(false);
    expect(logRowSchema.safeParse({ ...row, role: 'Nama Orang' }).success).toBe(false);
  });
});
