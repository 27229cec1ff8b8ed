import { describe, expect, it } from 'vitest';
import { isDistinctive } from '../../src/core/compile/compile.ts';
import { everydayWords, isCommonName, isEveryday, isOrdinary } from '../../src/core/language/lexicon.ts';

const everyday = new Set(everydayWords());

describe('lexicon', () => {
  it('holds more than 200,000 words of ordinary life', () => {
    expect(everyday.size).toBeGreaterThan(200_000);
  });

  it.each([
    'sehingga',
    'memiliki',
    'melayani',
    'dilayani',
    'pertanian',
    'perairan',
    'sebangku',
    'seharian',
    'sebetulnya',
    'kerumah',
    'antriannya',
    'ngerjain',
    'beriman',
    'kategorinya',
  ])('knows "%s", so that it is no misspelt name', (word) => {
    expect(isEveryday(word)).toBe(true);
    expect(everyday.has(word)).toBe(true);
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
