import { describe, expect, it } from 'vitest';
import {
  bearsSlips,
  createMisspellingIndex,
  nearestWord,
  nearWords,
  slipCost,
} from '../../src/core/misspelling.ts';

const index = createMisspellingIndex(['sutrala', 'melodra', 'bragasta', 'vindara', 'joktara', 'kusmanto']);

describe('nearestWord', () => {
  it.each([
    ['suttrala', 'sutrala'],
    ['sutrla', 'sutrala'],
    ['sutarla', 'sutrala'],
    ['sutrela', 'sutrala'],
    ['soetrala', 'sutrala'],
    ['sudrala', 'sutrala'],
    ['melodrah', 'melodra'],
    ['pragasta', 'bragasta'],
    ['bragazta', 'bragasta'],
    ['findara', 'vindara'],
    ['djoktara', 'joktara'],
    ['joctara', 'joktara'],
  ])('%s is %s', (written, word) => {
    expect(nearestWord(written, index)).toBe(word);
  });

  it.each(['sutra', 'lala', 'bragas', 'melodi', 'bendera', 'jokta', 'terala', 'x'.repeat(50)])(
    '%s is another word',
    (written) => {
      expect(nearestWord(written, index)).toBeUndefined();
    },
  );

  it('takes the nearer of two', () => {
    expect(nearestWord('kusmamto', createMisspellingIndex(['kustanto', 'kusmanto']))).toBe('kusmanto');
  });

  it('costs nothing where nothing differs, and less for a doubled letter than for a new one', () => {
    expect(slipCost('sutrala', 'sutrala')).toBe(0);
    expect(slipCost('suttrala', 'sutrala')).toBeLessThan(slipCost('sugtrala', 'sutrala'));
  });
});

describe('nearWords', () => {
  const both = createMisspellingIndex(['sutrala'], ['kusmanto', 'kusmarta', 'rudi']);

  it('finds words that count only beside others, with their cost', () => {
    expect(nearWords('kusmanta', both).map(({ word }) => word)).toEqual(expect.arrayContaining(['kusmanto']));
    expect(nearestWord('kusmamto', both)).toBeUndefined();
    expect(nearWords('sutrela', both)).toEqual([{ word: 'sutrala', cost: 0.6 }]);
    expect(nearWords('rudy', both)).toEqual([{ word: 'rudi', cost: 0.2 }]);
  });

  it.each(['kusmanto', 'kus', 'bendera', 'x'.repeat(50)])('%s is no slip of another', (written) => {
    expect(nearWords(written, both).filter(({ word }) => word === written || word === 'sutrala')).toEqual([]);
  });

  it('lets a long name bear more than a short one', () => {
    expect(bearsSlips(1, 7)).toBe(true);
    expect(bearsSlips(2, 7)).toBe(false);
    expect(bearsSlips(2, 14)).toBe(true);
  });
});
