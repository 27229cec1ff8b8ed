import { describe, expect, it } from 'vitest';
import { NearWords } from '../../src/core/compile/near-words.ts';
import { doubledWords, everydayWords, headOf, isEveryday } from '../../src/core/language/lexicon.ts';
import { createMisspellingIndex } from '../../src/core/matching/misspelling.ts';
import { generateNames } from '../bench/names.ts';
import { everyNth, triesOf } from '../extent.ts';

const everyday = new Set(everydayWords());
/** Each of them is looked for by itself. */
const lookedFor = everyNth([...everyday], 25);

/** Everyday words with a wrong vowel or, long ones, without two sounds, and names of which others are an old spelling. */
const NAMES = [
  ...['djarung', 'tjukop', 'oedara', 'dzamen', 'tchandra', 'zikar', 'zuhar'],
  ...[...everyday]
    .filter((word) => word.length > 6)
    .filter((_, at) => at % 1_500 === 0)
    .map((word) => word.replace(/[aiueo](?=[^aiueo]*$)/, (vowel) => (vowel === 'a' ? 'o' : 'a'))),
  ...[...everyday]
    .filter((word) => word.length > 12 && /.r.*k/.test(word))
    .filter((_, at) => at % 40 === 0)
    .map((word) => word.replace(/(.)r/, '$1').replace(/(.)k/, '$1')),
];
const others = generateNames(triesOf(3_000)).flatMap((name) => name.toLowerCase().split(' '));

describe('near words', () => {
  it.each([
    ['alone, found alone', [], []],
    ['beside many others, found alone', others, []],
    ['alone, found beside many others', [], others],
  ])('are all everyday words that the search takes for one of the names, %s', (_, beside, besideBefore) => {
    const found = new NearWords();
    found.to([...NAMES, ...besideBefore]);
    const near = found.to(NAMES);
    const index = createMisspellingIndex([...NAMES, ...beside]);
    const missed = lookedFor.filter(
      (word) => !near.has(word) && index.near(word).some((slip) => NAMES.includes(slip.word)),
    );
    expect(missed).toEqual([]);
    expect(near.size).toBeGreaterThan(NAMES.length);
    expect(near.size).toBeLessThan(everyday.size / 20);
  });

  it('may open in the spelling of 1972, unlike the name', () => {
    const near = new NearWords().to(['zikar', 'zuhar']);
    const old = [...everyday].filter((word) => word.startsWith('dz') && near.has(word));
    expect(old.length).toBeGreaterThan(0);
  });

  it('are found again without a search, and can be written down', () => {
    const one = new NearWords();
    const near = one.to(NAMES);
    expect(one.to(NAMES)).toEqual(near);
    expect(new NearWords(JSON.parse(JSON.stringify(one.known()))).to(NAMES)).toEqual(near);
    expect(one.to([])).toEqual(new Set());
  });
});

describe('everyday words', () => {
  it('are told from others by their forms', () => {
    expect([...everyday].filter((word) => !isEveryday(word))).toEqual([]);
    for (const word of lookedFor)
      for (const other of [`${word}a`, `di${word}`, `m${word.slice(1)}`, word.slice(1)])
        if (isEveryday(other) !== everyday.has(other)) expect.unreachable(other);
  });

  it('with a doubled letter are found by what they open with', () => {
    const doubled = [...everyday].filter((word) => /(.)\1/.test(word));
    expect(new Set(doubledWords(new Set(doubled.map(headOf))))).toEqual(new Set(doubled));
    const opened = new Set(['dukun', 'merah', 'nganga'].map(headOf));
    expect(new Set(doubledWords(opened))).toEqual(
      new Set(doubled.filter((word) => opened.has(headOf(word)))),
    );
  });

  it('hold no digits, which may stand for letters', () => {
    expect([...everyday].filter((word) => /\d/.test(word))).toEqual([]);
  });
});
