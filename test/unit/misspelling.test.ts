import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modernise, soundOf, writeLetters, writeSounds } from '../../src/core/language/sounds.ts';
import { bearsSlips, createMisspellingIndex, nearestOf } from '../../src/core/matching/misspelling.ts';
import { areBeside, slipCost } from '../../src/core/matching/slip-cost.ts';
import { generateNames } from '../bench/names.ts';
import { seeded } from '../bench/random.ts';
import { triesOf } from '../extent.ts';
import { mistyped } from './mistyped.ts';

const lettersOf = (word: string) => {
  const out = new Uint16Array(24);
  return out.subarray(0, modernise(out, writeLetters(word, out)));
};
const soundsOf = (word: string) => {
  const [letters, out] = [lettersOf(word), new Uint8Array(26)];
  return [...out.subarray(0, writeSounds(letters, letters.length, out))];
};

/** A key and, of a long one, the keys with one sound left out that is not the first. */
const keysOf = (word: string) => {
  const sounds = soundsOf(word);
  const shorter = sounds.length < 3 ? [] : sounds.slice(1).map((_sound, at) => sounds.toSpliced(at + 1, 1));
  return [sounds, ...shorter].map((key) => key.join(' '));
};

const NEAR_FIRST = new Set(['cj', 'gj', 'gk', 'jy', 'jz', 'mn', 'ow', 'uw']);

/** What is compared of letters behind the first one. */
const restOf = (word: string) =>
  word
    .replaceAll('h', '')
    .replaceAll('y', 'i')
    .replace(/(.)\1+/g, '$1');

/** A word in the spelling of today, and what is left of it behind nothing, one letter, two and three. */
interface Endings {
  readonly modern: string;
  readonly rests: readonly string[];
}
const known = new Map<string, Endings>();
function endingsOf(word: string): Endings {
  const found = known.get(word);
  if (found) return found;
  const modern = String.fromCharCode(...lettersOf(word));
  const endings = { modern, rests: [0, 1, 2, 3].map((from) => restOf(modern.slice(from))) };
  known.set(word, endings);
  return endings;
}

/** A name whose first letter is wrong, missing, one too many or said twice with the next one. */
function isOpenedOtherwise(written: string, word: string): boolean {
  const [one, other] = [endingsOf(written), endingsOf(word)];
  const from = one.rests.indexOf(other.rests[1] ?? '');
  if (from < 0) return false;
  const [first, size] = [other.modern.charAt(0), other.modern.length];
  const pair = [one.modern.charAt(0), first].sort().join('');
  const isBeside = NEAR_FIRST.has(pair) || areBeside(pair);
  const added = 'aeiou'.includes(first) ? 8 : isBeside ? 6 : 7;
  const ends = (at: number) => one.rests[at] === other.rests[1];
  return (
    (ends(0) && size >= 7) ||
    (ends(1) && size >= (isBeside ? 6 : 8)) ||
    (ends(2) && one.modern.charAt(1) === first && size >= added) ||
    (ends(3) && one.modern.startsWith(other.modern.slice(0, 2).repeat(2)) && size >= 6)
  );
}

/** The rules of the search, without any of its shortcuts. */
function isNear(written: string, word: string): boolean {
  return (
    isAlikeBehind(written, word) ||
    (written.length >= 4 && (isOpenedOtherwise(written, word) || isAnagram(written, word)))
  );
}

/** All letters of a name and no other, some of them in their places. */
function isAnagram(written: string, word: string): boolean {
  const [one, other] = [endingsOf(written).modern, endingsOf(word).modern];
  const isSame = [...one].sort().join('') === [...other].sort().join('');
  const inPlace = [...one].filter((letter, at) => letter === other[at]).length;
  if (!isSame || one.length < 6) return false;
  return one[0] === other[0] ? inPlace * 3 >= one.length : one.length > 7 && inPlace * 2 >= one.length;
}

/** The same for names that open as they should. */
function isAlikeBehind(written: string, word: string): boolean {
  const [one, other] = [lettersOf(written), lettersOf(word)];
  const { length } = word;
  const size = writeLetters(written, new Uint16Array(25));
  const allowed = length === 4 ? 16 : length < 7 ? length * 4 : length < 10 ? 36 : 48;
  const isAlike =
    one[0] === other[0] ||
    one[1] === other[0] ||
    one[0] === other[1] ||
    (soundOf(one[0] ?? 0) !== 0 && soundOf(one[0] ?? 0) === soundOf(other[0] ?? 0));
  const shared = new Set(keysOf(word));
  return (
    isAlike &&
    size >= 4 &&
    Math.abs(length - size) < 3 &&
    keysOf(written).some((key) => shared.has(key)) &&
    slipCost(one, one.length, Uint8Array.from(other), 0, other.length, 1_000) <= allowed
  );
}

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
    ['nelodra', 'melodra'],
    ['yoktara', 'joktara'],
    ['ragasta', 'bragasta'],
    ['dragasta', 'bragasta'],
    ['xbragasta', 'bragasta'],
    ['vivindara', 'vindara'],
    ['usmantoh', 'kusmanto'],
    ['bravasta', 'bragasta'],
    ['sutlara', 'sutrala'],
    ['vinrada', 'vindara'],
  ])('%s is %s', (written, word) => {
    expect(nearest(written)).toBe(word);
  });

  it.each([
    'sutra',
    'lala',
    'bragas',
    'melodi',
    'bendera',
    'pelodra',
    'utral',
    'rindara',
    'jokta',
    'terala',
    'x'.repeat(50),
  ])('%s is another word', (written) => {
    expect(nearest(written)).toBeUndefined();
  });

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
    const words = fc.oneof(
      fc.stringMatching(/^[a-z]{4,12}$/),
      // Of so many sounds that their keys do not hold them.
      fc.stringMatching(/^([bdk][aiu][lmn]){4}[aou]?[rs]{0,2}$/),
    );
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

  it('are all that a comparison with every word would find', () => {
    const random = seeded(41);
    const names = generateNames(400).flatMap((name) => name.toLowerCase().split(' '));
    const words = [...new Set(names)].filter(({ length }) => length >= 4 && length <= 24);
    const searched = createMisspellingIndex(words);
    let found = 0;
    const tries = triesOf(1_500);
    for (let round = 0; round < tries; round += 1) {
      const written = mistyped(random.oneOf(words), random);
      const expected = words.filter((word) => word !== written && isNear(written, word)).toSorted();
      expect(
        searched
          .near(written)
          .map(({ word }) => word)
          .toSorted(),
        written,
      ).toEqual(expected);
      found += expected.length;
    }
    expect(found).toBeGreaterThan((tries * 700) / 1_500);
  });

  it('bear more slips in a long name than in a short one', () => {
    expect(bearsSlips(20, 7)).toBe(true);
    expect(bearsSlips(40, 7)).toBe(false);
    expect(bearsSlips(40, 14)).toBe(true);
  });
});

it('reads a word by its own letters, whatever was read before in the same place', () => {
  const out = new Uint16Array(24);
  const modernOf = (word: string) => {
    const length = modernise(out, writeLetters(word, out));
    return String.fromCharCode(...out.subarray(0, length));
  };
  expect(modernOf('praboeo')).toBe('praboeo');
  expect(modernOf('praboe')).toBe('prabu');
});

it('reads dz as the z of today, and both beside a j', () => {
  expect(String.fromCharCode(...lettersOf('dzulkandra'))).toBe('zulkandra');
  const index = createMisspellingIndex(['sutarmadji']);
  expect(index.near('sutarmadzi').map(({ word }) => word)).toEqual(['sutarmadji']);
});
