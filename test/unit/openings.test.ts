import { describe, expect, it } from 'vitest';
import { hasOwnEnding } from '../../src/core/language/lexicon.ts';
import { createMisspellingIndex } from '../../src/core/matching/misspelling.ts';

const near = (written: string, own: readonly string[] = []) =>
  createMisspellingIndex(['sutrala', 'jokanda', 'brenowi', 'paramensa'], ['kusdika'], own)
    .near(written)
    .map(({ word }) => word);

describe('letters of a name in another order', () => {
  it.each([
    ['sutlara', 'sutrala'],
    ['sutarla', 'sutrala'],
    ['rapamensa', 'paramensa'],
    ['kusdaki', 'kusdika'],
  ])('%s is %s', (written, word) => expect(near(written)).toEqual([word]));

  it.each([
    ['with another first letter of a short name', 'utsrala'],
    ['with hardly a letter in its place', 'salartu'],
    ['with too few in place of a long name', 'mensapara'],
    ['with a letter more', 'sutlaraa'],
    ['with another letter', 'sutlaro'],
  ])('not %s: %s', (_what, written) =>
    expect(near(written).filter((word) => word !== 'kusdika')).toEqual([]),
  );
});

describe('a name with an ending of its own', () => {
  it.each(['krenowi', 'trenowi', 'renowi'])('is %s too', (written) => {
    expect(near(written, ['brenowi'])).toEqual(['brenowi']);
  });

  it('has letters that no word of the lexicon ends with', () => {
    expect(hasOwnEnding('jokowi')).toBe(true);
    expect(hasOwnEnding('prabowo')).toBe(true);
    // "wibowo", "swasono"
    expect(hasOwnEnding('sibowo')).toBe(false);
    expect(hasOwnEnding('muhidin')).toBe(false);
  });

  it('says nothing where the rest is another', () => {
    expect(near('krenawi', ['brenowi'])).toEqual([]);
  });
});
