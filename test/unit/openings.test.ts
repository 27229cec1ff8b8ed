import { describe, expect, it } from 'vitest';
import { hasOwnEnding, sharesLetters } from '../../src/core/language/lexicon.ts';
import { createMisspellingIndex } from '../../src/core/matching/misspelling.ts';

const near = (written: string, own: readonly string[] = [], shared: readonly string[] = []) =>
  createMisspellingIndex(['sutrala', 'jokanda', 'brenowi', 'paramensa'], ['kusdika'], own, shared)
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

describe('a name that has the letters of an ordinary word', () => {
  it('is not looked for in another order of them', () => {
    expect(near('rapamensa', [], ['paramensa'])).toEqual([]);
  });

  it('is told from others by the lexicon', () => {
    expect(sharesLetters('arinal')).toBe(true); // "aliran"
    expect(sharesLetters('prabowo')).toBe(false);
  });
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
    // "persia", "amanat"
    expect(hasOwnEnding('mersyah')).toBe(false);
    expect(hasOwnEnding('vanath')).toBe(false);
  });

  it('says nothing where the rest is another', () => {
    expect(near('krenawi', ['brenowi'])).toEqual([]);
  });
});
