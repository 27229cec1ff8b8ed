import { describe, expect, it } from 'vitest';
import { lexiconWords } from '../../src/core/language/lexicon.ts';
import { findGlued } from '../../src/core/matching/glued.ts';
import { flagsOfTag } from '../../src/core/matching/skim-words.ts';
import { readingsOf, slipsOf } from '../../src/core/matching/variants.ts';
import { hashOf } from '../../src/core/rule-file/hash.ts';
import { seeded } from '../bench/random.ts';
import { createEngine } from '../evidence/engine.ts';
import { mistyped } from './mistyped.ts';

const engine = createEngine();
const { rules } = engine;
const { plain } = rules.skim;
const random = seeded(12);
const names = [
  ...new Set(engine.packs.flatMap(({ entities }) => entities.map(({ name }) => name.toLowerCase()))),
];
const parts = [...new Set(names.flatMap((name) => name.split(/[^a-z]+/)))].filter(({ length }) => length > 3);
const ordinary = [...lexiconWords()].filter((word) => /^[a-z]{4,}$/.test(word));

/** Words of names and of the language, spelt right and wrong, with affixes, run together. */
function written(): string {
  const word = random.oneOf(random.below(2) === 0 ? parts : ordinary);
  const made = [
    word,
    mistyped(word, random),
    `${word}nya`,
    `di${word}`,
    word + random.oneOf(parts),
    word + word.slice(-1),
  ];
  return made[random.below(made.length)] ?? word;
}

const meansNothing = (word: string) => plain.meanNothing(word, 0, word.length, hashOf(word));

describe('a plain word that means nothing', () => {
  const words = Array.from({ length: 20_000 }, written).filter(
    (word) => /^[a-z]+$/.test(word) && rules.skim.words.ordinalOf(word) < 0,
  );
  const nothing = words.filter(meansNothing);

  it('is most words that are in no table, and not all of them', () => {
    expect(nothing.length).toBeGreaterThan(4_000);
    expect(words.length - nothing.length).toBeGreaterThan(2_000);
  });

  it('is nothing to the matcher', () => {
    // Asked of the tables directly: the matcher's own short cut asks the same question.
    const index = { ...rules.words, mayMean: () => true, known: new Map() };
    const missed = nothing.filter(
      (word) =>
        readingsOf(word, index).length +
          slipsOf(word, index).length +
          findGlued(word, rules.hashtags).length >
        0,
    );
    expect(missed).toEqual([]);
  });

  it('is so in capitals, inside a text, and when it is met again', () => {
    for (const word of nothing.slice(0, 500)) {
      const text = `"${word.toUpperCase()}!"`;
      expect(plain.meanNothing(text, 1, 1 + word.length, hashOf(word)), word).toBe(true);
      expect(plain.mayMean(word)).toBe(false);
    }
  });

  it('is remembered as such, and no other word with it', () => {
    const something = words.filter((word) => !nothing.includes(word)).slice(0, 500);
    const again = () => something.filter((word) => meansNothing(word) || meansNothing(word));
    expect(again()).toEqual([]);
    for (const word of nothing.slice(0, 2_000)) meansNothing(word);
    expect(again()).toEqual([]);
  });

  it('is never one with other letters than a to z, or an endless one', () => {
    expect(plain.mayMean('m3nang')).toBe(true);
    expect(meansNothing('a'.repeat(41))).toBe(false);
  });
});

describe('a hashtag or mention that means nothing', () => {
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const tags = Array.from({ length: 6_000 }, () => {
    const words = Array.from({ length: 1 + random.below(3) }, written);
    const joined = random.below(2) === 0 ? words.map(capital).join('') : words.join(random.oneOf(['', '_']));
    return `${random.oneOf(['#', '@'])}${joined}`;
  }).filter((tag) => /^[#@][A-Za-z_]+$/.test(tag));

  it('is nothing to the matcher', () => {
    const nothing = tags.filter((tag) =>
      tag.startsWith('#')
        ? plain.hashtagMeansNothing(tag, 0, tag.length)
        : plain.mentionMeansNothing(tag, 0, tag.length),
    );
    const hashtags = nothing.filter((tag) => tag.startsWith('#'));
    expect(hashtags.length).toBeGreaterThan(300);
    expect(hashtags.filter((tag) => flagsOfTag(tag, rules) !== 0)).toEqual([]);
    const found = nothing.filter((tag) => engine.readWhole({ text: `${tag} pilkada` }).findings.length > 0);
    expect(found).toEqual([]);
    expect(tags.length - nothing.length).toBeGreaterThan(1_000);
  });
});
