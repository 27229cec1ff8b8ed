import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize, SCAN_LIMIT } from '../../src/core/normalize.ts';

const words = (text: string) => normalize(text).tokens.map((token) => token.text);
const slices = (text: string) => normalize(text).tokens.map(({ start, end }) => text.slice(start, end));

describe('normalize', () => {
  it('cuts words at everything that is no letter or digit', () => {
    expect(words('Halo, Pak-Budi (apa kabar?)')).toEqual(['halo', 'pak', 'budi', 'apa', 'kabar']);
  });

  it('keeps digits as they are written', () => {
    expect(words('02 2 m3nang 02.00')).toEqual(['02', '2', 'm3nang', '02', '00']);
  });

  it('folds case, compatibility letters and marks, with spans in the original', () => {
    const text = 'x 𝐏𝐫𝐚 Ｂudi Bu\u0301di ①';
    expect(words(text)).toEqual(['x', 'pra', 'budi', 'budi', '1']);
    expect(slices(text)).toEqual(['x', '𝐏𝐫𝐚', 'Ｂudi', 'Bu\u0301di', '①']);
  });

  it('drops zero-width characters inside a word, and keeps marks with their letter', () => {
    expect(words('Bu\u200bd\u200di\ufeff, \u00adada')).toEqual(['budi', 'ada']);
    expect(slices('2\ufe0f\u20e3!')).toEqual(['2\ufe0f\u20e3']);
  });

  it('reads enclosed, small-capital and look-alike letters, keycaps and lettering of regional indicators', () => {
    expect(words('🅿🄱🅐 ᴘʀᴀ рrаb𝔬wο 🇵​🇷​🇦 🇵🇷🇦')).toEqual(['pba', 'pra', 'prabowo', 'pra', 'pra']);
    expect(words('❷ ➂ ⓶ ⒉ 2️⃣ 🔟')).toEqual(['2', '3', '2', '2', '2', '1']);
  });

  it('takes flags for flags, and a symbol between letters for its letter', () => {
    expect(words('🇮🇩 merdeka 🇮🇩🇮🇩')).toEqual(['merdeka']);
    expect(words("pr@ma ma'ruf Jum’at harga@5")).toEqual(['prama', 'maruf', 'jumat', 'harga', '5']);
  });

  it('keeps finger signs, without their skin tone, and no other emoji', () => {
    const text = 'ok ✌🏽️ 👍🏽 ☝️';
    expect(normalize(text).tokens.map(({ text: sign, kind }) => [sign, kind])).toEqual([
      ['ok', 'word'],
      ['✌', 'sign'],
      ['☝', 'sign'],
    ]);
    expect(slices(text)).toEqual(['ok', '✌🏽️', '☝️']);
  });

  it('joins letters that one sign sets apart, and leaves initials and lists', () => {
    expect(words('A y o   c.o.b.l.o.s n-a-m-a')).toEqual(['ayo', 'coblos', 'nama']);
    expect(words('a, b. c; H. M. Budi')).toEqual(['a', 'b', 'c', 'h', 'm', 'budi']);
    expect(slices('x s u t r a!')).toEqual(['x s u t r a']);
  });

  it('does not end a sentence behind an abbreviation', () => {
    expect(normalize('Dr. H. Budi. Ya').tokens.map((token) => token.breaks)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it('marks hashtags and mentions, so that they never equal a word', () => {
    const { tokens } = normalize('#Pilih_Dua lihat @nama.toko_1. a, b #');
    expect(tokens.map(({ text, kind }) => [text, kind])).toEqual([
      ['#pilih_dua', 'hashtag'],
      ['lihat', 'word'],
      ['@nama.toko_1', 'mention'],
      ['a', 'word'],
      ['b', 'word'],
    ]);
    expect(slices('＃Dua')).toEqual(['＃Dua']);
  });

  it('tells where a sentence or a paragraph ends', () => {
    const breaks = (text: string) => normalize(text).tokens.map((token) => token.breaks);
    expect(breaks('satu dua. tiga')).toEqual([false, false, true]);
    expect(breaks('satu\ndua\n\ntiga')).toEqual([false, false, true]);
    expect(breaks('satu.dua, tiga')).toEqual([false, false, false]);
  });

  it('stops at the limit, with a flag, and never with half a word', () => {
    const text = `${'a '.repeat(SCAN_LIMIT / 2 - 2)}prabowo`;
    const { tokens, truncated } = normalize(text);
    expect(truncated).toBe(true);
    expect(tokens.at(-1)?.text).toBe('a');
    expect(normalize('a'.repeat(SCAN_LIMIT)).truncated).toBe(false);
  });

  it('stops at the limit on hostile text too', () => {
    for (const unit of ['\u0301', '\u200b', 'a', '#', '@_', '😀', '\ud800']) {
      const { tokens, truncated } = normalize(`a${unit.repeat(1_000_000)}`);
      expect(truncated, unit).toBe(true);
      expect(Math.max(0, ...tokens.map(({ end }) => end)), unit).toBeLessThanOrEqual(SCAN_LIMIT);
    }
  });

  it('gives offsets in order that point into the text, and is stable when run again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let last = 0;
        const { tokens } = normalize(text);
        for (const { start, end } of tokens) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
        for (const { text: token, kind } of tokens)
          if (kind !== 'sign') expect(words(token)).toEqual([token]);
      }),
      { numRuns: 5_000 },
    );
  }, 60_000);
});
