import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characterAt, FINGER_SIGNS, isRegionalIndicator } from '../../src/core/text/characters.ts';
import { fold } from '../../src/core/text/fold.ts';
import { normalize, SCAN_LIMIT } from '../../src/core/text/normalize.ts';
import { triesOf } from '../extent.ts';

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

  it('joins a word of two letters beside such a word, where it stands apart from it', () => {
    expect(words('ada D e  B u d i')).toEqual(['ada', 'de', 'budi']);
    expect(words('a-l b-u-d-i')).toEqual(['al', 'budi']);
    expect(words('B u d i   T P ya')).toEqual(['budi', 'tp', 'ya']);
    expect(words('b.u.d.i t.p')).toEqual(['budi', 'tp']);
    expect(words('A  B u d i   C  D o n i')).toEqual(['a', 'budi', 'c', 'doni']);
    expect(words('M. B.u.d.i')).toEqual(['m', 'budi']);
  });

  it('reads over an apostrophe among letters that stand apart', () => {
    expect(words("M a ' r u f")).toEqual(['maruf']);
    expect(words("J.u.m.'.a.t")).toEqual(['jumat']);
    expect(words("a ' b")).toEqual(['a', 'b']);
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
    for (const end of ['...', '…', '!', '‼', '‼️', '!!', '⁉', '⁇', '？', ';', '。'])
      expect(breaks(`satu${end} dua`), end).toEqual([false, true]);
    for (const sign of [',', ':', '—', '“', '·', '❤'])
      expect(breaks(`satu${sign} dua`), sign).toEqual([false, false]);
  });

  it('takes no sign for a full stop behind an abbreviation but the full stop', () => {
    expect(normalize('Dr… Budi').tokens.map((token) => token.breaks)).toEqual([false, true]);
  });

  it('stops at the limit, with a flag, and never with half a word', () => {
    const text = `${'a '.repeat(SCAN_LIMIT / 2 - 2)}prabowo`;
    const { tokens, truncated } = normalize(text);
    expect(SCAN_LIMIT).toBe(20_000);
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

  it.each(["'", '’', '‘', '`', '\uff07'])('letters set apart keep the word whole around %s', (apostrophe) => {
    const words = normalize(`M a ${apostrophe} r u f`).tokens.map(({ text }) => text);
    expect(words).toEqual(['maruf']);
    expect(normalize(`M a - r u f`).tokens.map(({ text }) => text)).not.toEqual(['maruf']);
  });

  it('takes plain and rare characters alike', () => {
    // Full-width forms and no-break spaces fold to ASCII one for one, but never take the short way.
    const rare = (text: string) =>
      text
        .replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
        .replaceAll(' ', '\u00a0');
    const pieces = [
      ..."abXY02 .,!#@_$'`-\n",
      'dr. ',
      'a b c ',
      'Kata ',
      ' DUA',
      '. ',
      '\n\n',
      '✌',
      '\u0301',
      '\u200b',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        expect(normalize(rare(text))).toEqual(normalize(text));
      }),
      { numRuns: triesOf(5_000) },
    );
  });

  it('reads every sign between letters and digits as its rare form', () => {
    const signs = Array.from({ length: 94 }, (_none, at) => String.fromCharCode(33 + at));
    const full = (text: string) =>
      text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    for (const sign of signs) {
      for (const [before, behind] of [
        ['ab', 'cd'],
        ['Z', 'a'],
        ['z', 'A'],
        ['9', '0'],
        ['', 'a'],
        ['a', ''],
        ['#a', 'b'],
        ['@a', 'b'],
        ['x ', ' y z'],
      ]) {
        const text = `${before}${sign}${behind}`;
        expect(normalize(full(text)), text).toEqual(normalize(text));
      }
    }
  });

  it('knows a word before a space by what stands before it', () => {
    expect(words("Ma'ruf AMIN Bu\u0301di pr@ma kata")).toEqual(['maruf', 'amin', 'budi', 'prama', 'kata']);
    expect(words('k*ta *tebal* 5*3 kata* lagi')).toEqual(['kta', 'tebal', '5', '3', 'kata', 'lagi']);
    expect(
      normalize('#Dua kata @Tiga_x y @p.q r').tokens.map(({ text, start, end }) => [text, start, end]),
    ).toEqual([
      ['#dua', 0, 4],
      ['kata', 5, 9],
      ['@tiga_x', 10, 17],
      ['y', 18, 19],
      ['@p.q', 20, 24],
      ['r', 25, 26],
    ]);
    const { tokens } = normalize('Satu. Dua tiga\n\nempat lima\nenam tujuh');
    expect(tokens.map(({ breaks }) => breaks)).toEqual([false, true, false, true, false, false, false]);
  });

  it('joins each run of letters by itself, and never a pattern', () => {
    expect(words('kata a-b-c kata d-e kata f.g.h.i j')).toEqual([
      'kata',
      'abc',
      'kata',
      'd',
      'e',
      'kata',
      'fghi',
      'j',
    ]);
    expect(words('a b c-d-e-f')).toEqual(['abc', 'def']);
    expect(words('a   b   c, d    e    f')).toEqual(['abc', 'd', 'e', 'f']);
    expect(words(`p.q.r ${'a '.repeat(41)}, x.y.z`)).toEqual(['pqr', ...'a'.repeat(41), 'xyz']);
    expect(words(`${'a '.repeat(40)}, kata`)).toEqual(['a'.repeat(40), 'kata']);
    expect(normalize('x a.b.c').tokens.map(({ apart }) => apart)).toEqual([false, true]);
  });

  it('lets a finger sign end what a hashtag began', () => {
    expect(normalize('#☝dua @✌a').tokens.map(({ text, start, end }) => [text, start, end])).toEqual([
      ['☝', 1, 2],
      ['dua', 2, 5],
      ['✌', 7, 8],
      ['a', 8, 9],
    ]);
  });

  it('keeps its answer when a text has more kinds of characters than it remembers', () => {
    const before = normalize('𝐏𝐫𝐚 한 ⼀一鿿');
    expect(before.tokens.map(({ text }) => text)).toEqual(['pra', '\u1112\u1161\u11ab', '一一鿿']);
    const many = String.fromCodePoint(...Array.from({ length: 9_000 }, (_, index) => 0xac00 + index));
    expect(normalize(many).tokens).toHaveLength(1);
    expect(normalize(many)).toEqual(normalize(many));
    expect(normalize('𝐏𝐫𝐚 한 ⼀一鿿')).toEqual(before);
  });

  it('leaves out a word that ends at the limit, for its end is not seen', () => {
    const text = `${'x, '.repeat(SCAN_LIMIT / 4)}`.padEnd(SCAN_LIMIT - 2, ',');
    expect(words(`${text}yy z`).at(-1)).toBe('x');
    expect(words(`${text}y zz`).at(-1)).toBe('y');
    expect(words(`${text}yy`).at(-1)).toBe('yy');
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
      { numRuns: triesOf(5_000) },
    );
  });
});

describe('characterAt', () => {
  it('agrees with Unicode wherever it takes a short way', () => {
    const expected = (point: number): string => {
      const written = String.fromCodePoint(point);
      const folded = fold(point);
      if (/[\p{M}\p{Emoji_Modifier}]/u.test(written) && point >= 128) return 'mark';
      if (/[\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(written)) return 'ignorable';
      if (isRegionalIndicator(point)) return 'regional';
      if (FINGER_SIGNS.has(written)) return 'finger';
      if (/^[\p{L}\p{N}]+$/u.test(folded)) return /^\p{N}/u.test(folded) ? 'digit' : 'letter';
      if (/^\s$/u.test(folded)) return 'space';
      return /^[.!?;。]+$/u.test(folded) ? 'stop' : 'other';
    };
    const wrong: string[] = [];
    for (let point = 0; point < 0x20000; point += 1) {
      const character = characterAt(point);
      const named = ['letter', 'digit', 'finger', 'regional'].includes(character.class);
      const isAlike = character.class === expected(point) && (!named || character.folded === fold(point));
      if (!isAlike) wrong.push(point.toString(16));
    }
    expect(wrong).toEqual([]);
  });
});
