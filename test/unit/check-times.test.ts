import { describe, expect, it } from 'vitest';
import { CATCH_UP_MS, LONGEST_PAUSE_MS, momentOfLook, ON_TIME_MS } from '../../src/core/pack/check-times.ts';
import { HABITS, visits } from '../bench/pack-visits.ts';

const NOW = Date.UTC(2031, 1, 2);

describe('the moment of a look', () => {
  it.each([
    ['that is planned, is kept', NOW + LONGEST_PAUSE_MS, NOW + LONGEST_PAUSE_MS],
    ['that is there', NOW, NOW],
    ['that was a little ago', NOW - ON_TIME_MS, NOW],
    ['that was missed', NOW - ON_TIME_MS - 1, NOW + CATCH_UP_MS / 2],
    ['that was missed long ago', 1, NOW + CATCH_UP_MS / 2],
    ['of a clock that was wrong', NOW + 2 * LONGEST_PAUSE_MS, NOW + CATCH_UP_MS / 2],
    ['of a source that was never asked', 0, NOW],
  ])('%s', (_name, next, moment) => {
    expect(momentOfLook(next, NOW, 0.5)).toBe(moment);
  });

  it('is planned by no chance that is left out: the earliest is now, the latest before ten minutes are over', () => {
    expect(momentOfLook(1, NOW, 0)).toBe(NOW);
    expect(momentOfLook(1, NOW, 1 - Number.EPSILON)).toBeLessThanOrEqual(NOW + CATCH_UP_MS);
  });
});

describe('10,000 machines', () => {
  it.each(HABITS)('$name: at most 50 ask in one second, once they were set up', (habit) => {
    const { perDay, secondPeak } = visits(habit, 10_000, 14);
    expect(secondPeak).toBeLessThanOrEqual(50);
    // Nor is that because they do not ask.
    expect(perDay).toBeGreaterThan(habit.office ? 0.6 : 0.95);
    expect(perDay).toBeLessThan(1.1);
  });
});
