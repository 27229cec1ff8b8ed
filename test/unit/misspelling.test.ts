import { describe, expect, it } from 'vitest';
import { createMisspellingIndex, nearestWord, slipCost } from '../../src/core/misspelling.ts';

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
