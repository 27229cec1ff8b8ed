import { describe, expect, it } from 'vitest';
import { isDistinctive } from '../../src/core/compile/compile.ts';
import { everydayWords, isCommonName, isOrdinary } from '../../src/core/language/lexicon.ts';

describe('lexicon', () => {
  it('holds more than 16,000 words of ordinary life', () => {
    expect(new Set(everydayWords()).size).toBeGreaterThan(16_000);
  });

  it('tells words, common names and places from distinctive names', () => {
    for (const word of [
      'wajar',
      'anda',
      'manis',
      'ribuan',
      'simpati',
      'amin',
      'emil',
      'ade',
      'sandi',
      'muslim',
      'garut',
    ])
      expect(isOrdinary(word), word).toBe(true);
    expect(isCommonName('emil')).toBe(true);
    expect(isCommonName('sandi')).toBe(false);
    for (const name of ['prabowo', 'khofifah', 'ganjar', 'anies'])
      expect(isDistinctive(name), name).toBe(true);
    for (const name of ['agus', 'sandi', 'pak', 'ade', 'rk']) expect(isDistinctive(name), name).toBe(false);
  });
});
