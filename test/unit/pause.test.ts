import { describe, expect, it } from 'vitest';
import { isPaused, PAUSE_MS } from '../../src/core/settings/pause.ts';

describe('isPaused', () => {
  const pause = { until: 10 * PAUSE_MS };

  it.each([
    ['as it begins', pause.until - PAUSE_MS, true],
    ['just before its end', pause.until - 1, true],
    ['at its end', pause.until, false],
    ['a clock set back', pause.until - PAUSE_MS - 1, false],
    ['a clock set back by two years', 0, false],
  ] as const)('%s', (_name, now, expected) => {
    expect(isPaused(pause, now)).toBe(expected);
  });

  it('is not when there is none', () => {
    expect(isPaused(undefined, 0)).toBe(false);
  });
});
