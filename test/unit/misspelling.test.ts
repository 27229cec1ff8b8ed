import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bearsSlips, createMisspellingIndex, nearestOf } from '../../src/core/misspelling.ts';

const index = createMisspellingIndex(['sutrala', 'melodra', 'bragasta', 'vindara', 'joktara', 'kusmanto']);
const nearest = (written: string, words = index) => nearestOf(words.near(written));

describe('the nearest word', () => {
  it.each([
    ['suttrala', 'sutrala'],
    ['sutrla', 'sutrala'],
    ['sutarla', 'sutrala'],
    ['sutrela', 'sutrala'],
    ['soetrala', 'sutrala'],
    ['sudrala', 'sutrala'],
    ['sutraaaalla', 'sutrala'],
    ['melodrah', 'melodra'],
    ['pragasta', 'bragasta'],
    ['bragazta', 'bragasta'],
    ['findara', 'vindara'],
    ['djoktara', 'joktara'],
    ['joctara', 'joktara'],
  ])('%s is %s', (written, word) => {
    expect(nearest(written)).toBe(word);
  });

  it.each(['sutra', 'lala', 'bragas', 'melodi', 'bendera', 'jokta', 'terala', 'x'.repeat(50)])(
    '%s is another word',
    (written) => {
      expect(nearest(written)).toBeUndefined();
    },
  );

  it('is the nearer of two, of two as near the first of the alphabet', () => {
    expect(nearest('kusmamto', createMisspellingIndex(['kustanto', 'kusmanto']))).toBe('kusmanto');
    expect(nearest('kusmabto', createMisspellingIndex(['kusmavto', 'kusmapto']))).toBe('kusmapto');
    expect(nearest('kusmabto', createMisspellingIndex(['kusmapto', 'kusmavto']))).toBe('kusmapto');
  });

  it('opens as it is spelt where the text has four letters', () => {
    const short = createMisspellingIndex(['bima']);
    expect(nearest('bema', short)).toBe('bima');
    expect(nearest('pima', short)).toBeUndefined();
    expect(nearest('bbima', short)).toBe('bima');
  });
});

describe('near words', () => {
  const both = createMisspellingIndex(['sutrala'], ['kusmanto', 'kusmarta', 'rudi']);

  it('count only beside others where they are not distinctive', () => {
    expect(both.near('kusmanta').map(({ word }) => word)).toEqual(expect.arrayContaining(['kusmanto']));
    expect(nearest('kusmamto', both)).toBeUndefined();
    expect(both.near('sutrela')).toEqual([{ word: 'sutrala', cost: 12, alone: true, close: true }]);
    expect(both.near('rudy')).toEqual([{ word: 'rudi', cost: 4, alone: false, close: true }]);
  });

  it.each(['kusmanto', 'kus', 'bendera', 'x'.repeat(50)])('%s is no slip of another', (written) => {
    expect(both.near(written).filter(({ word }) => word === written || word === 'sutrala')).toEqual([]);
  });

  it('are found once, and the same whatever was looked for before', () => {
    const words = fc.stringMatching(/^[a-z]{4,12}$/);
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 1, maxLength: 20 }), words, (names, written) => {
        const searched = createMisspellingIndex(names);
        for (const name of names) searched.near(name);
        const found = searched.near(written).map(({ word }) => word);
        expect(new Set(found).size).toBe(found.length);
        expect(found.toSorted()).toEqual(
          names.filter((name) => createMisspellingIndex([name]).near(written).length > 0).toSorted(),
        );
      }),
    );
  });

  it('bear more slips in a long name than in a short one', () => {
    expect(bearsSlips(20, 7)).toBe(true);
    expect(bearsSlips(40, 7)).toBe(false);
    expect(bearsSlips(40, 14)).toBe(true);
  });
});
