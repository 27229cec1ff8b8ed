import { describe, expect, it } from 'vitest';
import { judgeClock, oldestKept, readClockRecord } from '../../src/background/log/retention.ts';
import { HOUR_MS } from '../../src/core/log/log-id.ts';

const DAY_MS = 24 * HOUR_MS;
const SEEN = 500_000 * HOUR_MS;

describe('judgeClock', () => {
  it('believes the first time it sees, and steps of up to two days in either direction', () => {
    expect(judgeClock(undefined, SEEN + 5)).toEqual({ trusted: true, record: { seen: SEEN } });
    for (const step of [-2 * DAY_MS, -HOUR_MS, 0, 2 * DAY_MS]) {
      expect(judgeClock({ seen: SEEN }, SEEN + step)).toEqual({
        trusted: true,
        record: { seen: SEEN + step },
      });
    }
  });

  it('doubts a larger step until the new time has held for a day', () => {
    const jump = SEEN + 3 * DAY_MS;
    const doubted = { seen: SEEN, doubtedSince: jump };
    expect(judgeClock({ seen: SEEN }, jump)).toEqual({ trusted: false, record: doubted });
    expect(judgeClock(doubted, jump + DAY_MS - HOUR_MS)).toEqual({ trusted: false, record: doubted });
    expect(judgeClock(doubted, jump + DAY_MS)).toEqual({ trusted: true, record: { seen: jump + DAY_MS } });
  });

  it('starts the wait anew when the doubted time jumps back, and forgets it when the old time returns', () => {
    const doubted = { seen: SEEN, doubtedSince: SEEN + 700 * DAY_MS };
    expect(judgeClock(doubted, SEEN - 90 * DAY_MS)).toEqual({
      trusted: false,
      record: { seen: SEEN, doubtedSince: SEEN - 90 * DAY_MS },
    });
    expect(judgeClock(doubted, SEEN + HOUR_MS)).toEqual({ trusted: true, record: { seen: SEEN + HOUR_MS } });
  });
});

describe('readClockRecord', () => {
  it.each([undefined, null, 5, {}, { seen: '1' }, { seen: Number.NaN }])('ignores %j', (value) => {
    expect(readClockRecord(value)).toBeUndefined();
  });

  it('keeps what is valid', () => {
    expect(readClockRecord({ seen: 1, doubtedSince: 'x' })).toEqual({ seen: 1 });
    expect(readClockRecord({ seen: 1, doubtedSince: 2 })).toEqual({ seen: 1, doubtedSince: 2 });
  });
});

it('keeps everything when the clock stands near 1970', () => {
  expect(oldestKept(HOUR_MS, 30)).toBe(0);
});
