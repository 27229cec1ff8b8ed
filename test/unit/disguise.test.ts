import { describe, expect, it } from 'vitest';
import { withoutDisguise } from '../../src/core/text/disguise.ts';
import lookAlikes from '../../src/core/text/look-alikes.json';
import { normalize } from '../../src/core/text/normalize.ts';
import { createEngine } from '../evidence/engine.ts';
import { readSentences } from '../evidence/sentences.ts';

const words = (text: string) => normalize(text).tokens.map((token) => token.text);

const engine = createEngine();

describe('letters of other scripts in a word', () => {
  it('stand for Latin ones beside Latin ones', () => {
    expect(words('คbima ՏՄtrala m乇lodra ნragasta')).toEqual(['abima', 'sutrala', 'melodra', 'nragasta']);
  });

  it('are themselves in words of their own script', () => {
    for (const text of ['ค', '山口', 'السلام', 'שלום', 'ሀሎ', 'のり']) {
      expect(words(text)).toEqual([text.normalize('NFKD')]);
      expect(withoutDisguise(text)).toBe(text);
    }
  });

  it('are left out where nobody can read them and the word is Latin for the most part', () => {
    expect(words('sutrᣰala melodᦢra sut丙rᣰala k丙a')).toEqual(['sutrala', 'melodra', 'sutrala', 'k丙a']);
    expect(words('丙丁a 2024年')).toEqual(['丙ja', '2024年']);
  });

  it('leave sentences of other languages alone', () => {
    for (const { text, place } of readSentences().filter(({ cue }) => cue === 'other-script'))
      expect(engine.readWhole({ text }).findings, place).toEqual([]);
  });

  it('keep words of scripts of Indonesia and its neighbours as they are', () => {
    for (const text of ['ꦱꦒꦌꦚ', 'ᮝᮜᮏ', 'ᬑᬲᬯ', 'ᨕᨒᨊ', 'ສບາຍດ', 'გამარჯობა', 'բարեւ', 'ሰላም'])
      expect(words(text)).toEqual([text]);
  });

  it('read a stroke as an i or an l, as a digit is', () => {
    expect(words('ganᛁlu s١trala')).toEqual(['gan1lu', 's1trala']);
  });

  it('keep the span of the word that they stand in', () => {
    const text = '(m乇lodra)';
    expect(normalize(text).tokens.map(({ start, end }) => text.slice(start, end))).toEqual(['m乇lodra']);
  });
});

describe('capitals', () => {
  it('are read as capitals before they are made small', () => {
    expect(words('𝝡elodra Ὑasutrala 𝚮aris μelodra')).toEqual(['melodra', 'yasutrala', 'haris', 'uelodra']);
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
