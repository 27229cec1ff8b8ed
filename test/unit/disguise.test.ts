import { describe, expect, it } from 'vitest';
import { withoutDisguise } from '../../src/core/disguise.ts';
import lookAlikes from '../../src/core/look-alikes.json';
import { normalize } from '../../src/core/normalize.ts';

const words = (text: string) => normalize(text).tokens.map((token) => token.text);

describe('letters of other scripts in a word', () => {
  it('stand for Latin ones beside Latin ones', () => {
    expect(words('คbima ՏՄtrala m乇lodra ნragasta')).toEqual(['abima', 'sմtrala', 'melodra', 'nragasta']);
  });

  it('are themselves in words of their own script', () => {
    for (const text of ['ค', '山口', 'السلام', 'שלום', 'ሀሎ', 'のり']) {
      expect(words(text)).toEqual([text.normalize('NFKD')]);
      expect(withoutDisguise(text)).toBe(text);
    }
  });

  it('keep the span of the word that they stand in', () => {
    const text = '(m乇lodra)';
    expect(normalize(text).tokens.map(({ start, end }) => text.slice(start, end))).toEqual(['m乇lodra']);
  });
});

describe('the table of look-alikes', () => {
  const all = [...Object.values(lookAlikes.letters), ...Object.values(lookAlikes.besideLatin)].flatMap(
    (signs) => [...signs],
  );

  it('has each sign once, and no ASCII', () => {
    expect(all.filter((sign, at) => all.indexOf(sign) !== at)).toEqual([]);
    expect(all.filter((sign) => (sign.codePointAt(0) ?? 0) < 128)).toEqual([]);
  });

  it('says what the normaliser then reads', () => {
    const tables = { ...lookAlikes.letters, besideLatin: '' };
    for (const [letter, signs] of Object.entries(tables)) {
      for (const sign of signs) expect(words(`x${sign}x`), sign).toEqual([`x${letter}x`]);
    }
    for (const [letter, signs] of Object.entries(lookAlikes.besideLatin)) {
      for (const sign of signs) expect(words(`x${sign}x`), sign).toEqual([`x${letter}x`]);
    }
  });
});
