import {
  copyLetters,
  type Letters,
  letterBits,
  modernise,
  soundOf,
  writeLetters,
  writeSounds,
} from '../language/sounds.ts';
import { type Ascending, bucketsFor, numberAt, sortIntoBuckets } from '../rule-file/buckets.ts';
import { firstSlot, HASH_FACTOR, HASH_START } from '../rule-file/hash.ts';
import { type Numbers, narrowed } from '../rule-file/numbers.ts';
import type { WordTables } from '../rule-file/rules.ts';
import { type BuiltStrings, StringPool, StringPoolBuilder } from '../rule-file/string-pool.ts';
import {
  anagramOf,
  encodeRests,
  findRests,
  hashRests,
  hasOpening,
  isAnagram,
  isOpenedOtherwise,
  isOwnRest,
  type NameTest,
  ownRestOf,
  RESTS,
  RestKind,
  type RestSections,
} from './openings.ts';
import {
  areNeighbours,
  isUneven,
  leastCost,
  lengthCost,
  lettersCost,
  MIN_KEY,
  packKey,
} from './slip-bounds.ts';
import { FULL_COST, MAX_LETTERS, slipCost } from './slip-cost.ts';

/** A word of a name that a written one is near. */
export interface Slip {
  readonly word: string;
  /** Of the slips between them, in twentieths (`slip-cost.ts`). */
  readonly cost: number;
  /** So distinctive that it names somebody misspelt and alone; others do so inside a whole name only. */
  readonly alone: boolean;
  /** Alone as well: few enough slips for a word of its length. */
  readonly close: boolean;
  /** The written one is a word of the language. */
  readonly ordinary?: true;
}

const MIN_LETTERS = 4;
/** Words whose lengths differ by more are other words. */
const MAX_DIFFERENCE = 2;

/** Costs that a word of a name bears and is still recognised by a reader, by its length: alone, and in a whole name. */
const ALLOWED = new Uint8Array(MAX_LETTERS + 1);
const ALLOWED_BESIDE = new Uint8Array(MAX_LETTERS + 1);
for (let length = MIN_LETTERS; length < ALLOWED.length; length += 1) {
  ALLOWED[length] =
    length === 4 ? 10 : length < 6 ? 16 : length === 6 ? 20 : length === 7 ? 25 : length < 10 ? 34 : 44;
  ALLOWED_BESIDE[length] = length === 4 ? 16 : length < 7 ? length * 4 : length < 10 ? 36 : 48;
}

/** The most that a word of a name bears in a whole name, by the number of its letters. */
export function mostSlips(length: number): number {
  return ALLOWED_BESIDE[length] ?? 0;
}

/** Whether all words of a whole name bear this cost together, by the number of their letters. */
export function bearsSlips(cost: number, letters: number): boolean {
  return cost <= Math.max(FULL_COST, letters * 3.6);
}

/** Reused by all searches: they are synchronous, and a tab makes thousands. */
const written: Letters = new Uint16Array(MAX_LETTERS + 1);
const sounds = new Uint8Array(MAX_LETTERS + 2);
const otherLetters: Letters = new Uint16Array(MAX_LETTERS + 1);
const otherSounds = new Uint8Array(MAX_LETTERS + 2);
const rests = new Int32Array(RESTS);
/** Of a word with its own ending: without its first letter, or with another one. */
const OWN_RESTS = 2;
/** Numbers of the words that may end like the written one. */
const endings: number[] = [];

/** Number of keys that a word is looked for under: its own, and of a long one those without one of the other sounds. */
function countKeys(count: number): number {
  return count < MIN_KEY ? 1 : count;
}

/** Hash of a key with the sound at `without` left out; 0: none, for the first one never is. */
function hashOfSounds(count: number, without: number): number {
  let hash = HASH_START;
  for (let at = 0; at < count; at += 1)
    if (without === 0 || at !== without) hash = Math.imul(hash ^ (sounds[at] ?? 0), HASH_FACTOR);
  return hash;
}

/** Its bucket. Words of other keys in it are left out later. */
function bucketOf(count: number, without: number, mask: number): number {
  return firstSlot(hashOfSounds(count, without), mask);
}

/** Words of names by how they sound, as they lie in the rule file. */
export interface MisspellingSections {
  /** Where the words of each bucket begin, and where the last ones end. */
  readonly buckets: Ascending;
  /** The words of all buckets by their numbers. */
  readonly words: Numbers;
  /**
   * Of each word its `letterBits()`, its length in the five bits above them, whether it is looked for alone, and whether
   * it is uneven (`isUneven()`) or of another length in its modern spelling.
   */
  readonly letters: Numbers;
  /** Of each word its `packKey()`. */
  readonly sounds: Numbers;
  /** Of each word its index in the string pool, and that of its modern spelling. */
  readonly texts: Numbers;
  readonly spellings: Numbers;
  /** Words by what follows their first letter. */
  readonly rests: RestSections;
}

/** Above the bits of the letters. */
const SIZE_SHIFT = 27;
/** Bits of no letter: the lowest one, and that of `h`. */
const ALONE = 1;
const UNEVEN = 1 << 8;

/** Searches the words of names; nothing is built in a tab. */
export class MisspellingIndex {
  readonly #sections: MisspellingSections;
  readonly #strings: StringPool;
  readonly #mask: number;
  /** Number of the search that looked at a word last: a word stands in several buckets. */
  readonly #looked: Int32Array;
  #search = 0;
  /** Of the written word. */
  #isUneven = false;
  /** What the search under way has found: ordinals and costs. */
  readonly #found: number[] = [];
  readonly #costs: number[] = [];

  constructor(sections: MisspellingSections, strings: StringPool) {
    this.#sections = sections;
    this.#strings = strings;
    this.#mask = sections.buckets.offsets.length - 2;
    this.#looked = new Int32Array(sections.letters.length);
  }

  /**
   * Every word of a name that `text`, small letters of the Latin alphabet, is near, itself left out, in no order.
   * Inside a whole name all of them count, alone only those that are `alone` and `close`.
   */
  near(text: string): readonly Slip[] {
    const length = writeLetters(text, written);
    if (!this.#isNear(length, false)) return NONE;
    const slips: Slip[] = [];
    for (let at = 0; at < this.#found.length; at += 1) {
      const slip = this.#slipOf(this.#found[at] ?? -1, this.#costs[at] ?? 0, length);
      if (slip.word !== text) slips.push(slip);
    }
    return slips;
  }

  /** Is any word of a name near these letters? Makes no object. */
  isNear(letters: Letters, from: number, to: number): boolean {
    return this.#isNear(copyLetters(letters, from, to, written), true);
  }

  /** Searches for the first `length` letters of `written`, all words or until one is found. */
  #isNear(length: number, one: boolean): boolean {
    this.#found.length = 0;
    this.#costs.length = 0;
    if (length < MIN_LETTERS || length > MAX_LETTERS) return false;
    const modern = modernise(written, length);
    const bits = letterBits(written, modern);
    const count = writeSounds(written, modern, sounds);
    const key = packKey(sounds, count);
    this.#isUneven = isUneven(written, modern);
    this.#search += 1;
    for (let without = 0; without < countKeys(count); without += 1) {
      this.#lookIn(bucketOf(count, without, this.#mask), length, modern, bits, key, count);
      if (one && this.#found.length > 0) return true;
    }
    this.#lookForRests(modern);
    return this.#found.length > 0;
  }

  /** Looks for names that differ in the first letter only, and for those of the same letters in another order. */
  #lookForRests(modern: number): void {
    if (!hasOpening(modern + 1)) return;
    hashRests(written, modern, rests);
    for (let from = 0; from < RESTS; from += 1)
      this.#lookForRest(rests[from] ?? 0, RestKind.Rest, from, modern, isOpenedOtherwise);
    for (let from = 0; from < OWN_RESTS; from += 1)
      this.#lookForRest(ownRestOf(rests[from] ?? 0), RestKind.Own, from, modern, isOwnRest);
    if (hasOpening(modern))
      this.#lookForRest(anagramOf(written, modern), RestKind.Anagram, 0, modern, isAnagram);
  }

  #lookForRest(hash: number, kind: RestKind, from: number, modern: number, isMeant: NameTest): void {
    const count = findRests(this.#sections.rests, hash, kind, endings);
    if (count === 0) return;
    const { units } = this.#strings;
    for (let at = 0; at < count; at += 1) {
      const ordinal = endings[at] ?? 0;
      const index = this.#sections.spellings[ordinal] ?? -1;
      const [start, end] = [this.#strings.startOf(index), this.#strings.startOf(index + 1)];
      if (!isMeant(written, from, modern, units, start, end)) continue;
      // It may have been found already, at the cost of all its letters.
      const found = this.#found.indexOf(ordinal);
      const place = found < 0 ? this.#found.length : found;
      this.#found[place] = ordinal;
      this.#costs[place] = Math.min(this.#costs[place] ?? FULL_COST, FULL_COST);
    }
  }

  #lookIn(bucket: number, length: number, modern: number, bits: number, key: number, count: number): void {
    const { buckets, words, letters } = this.#sections;
    // Bounded, so that a damaged table ends too.
    const end = Math.min(numberAt(buckets, bucket + 1), words.length);
    for (let at = numberAt(buckets, bucket); at < end; at += 1) {
      const ordinal = words[at] ?? 0;
      const others = letters[ordinal] ?? 0;
      const size = others >>> SIZE_SHIFT;
      const difference = size - length;
      if (difference > MAX_DIFFERENCE || difference < -MAX_DIFFERENCE) continue;
      const allowed = ALLOWED_BESIDE[size] ?? 0;
      if (lettersCost(bits, others) > allowed) continue;
      if (
        size !== modern &&
        !this.#isUneven &&
        (others & UNEVEN) === 0 &&
        lengthCost(bits, others, size - modern) > allowed
      )
        continue;
      if (this.#looked[ordinal] === this.#search) continue;
      this.#looked[ordinal] = this.#search;
      const otherKey = this.#sections.sounds[ordinal] ?? 0;
      if (leastCost(bits, key, others, otherKey) > allowed) continue;
      const index = this.#sections.spellings[ordinal] ?? -1;
      // Of so many sounds that no key holds them.
      if ((key === 0 || otherKey === 0) && !this.#soundsLike(index, count)) continue;
      const cost = this.#costOf(index, modern, allowed);
      if (cost > allowed) continue;
      this.#found.push(ordinal);
      this.#costs.push(cost);
    }
  }

  /** Do the sounds of the written word and of this spelling lack one each at most? */
  #soundsLike(index: number, count: number): boolean {
    const { units } = this.#strings;
    const start = this.#strings.startOf(index);
    const length = Math.min(this.#strings.startOf(index + 1) - start, MAX_LETTERS);
    for (let at = 0; at < length; at += 1) otherLetters[at] = units[start + at] ?? 0;
    return areNeighbours(sounds, count, otherSounds, writeSounds(otherLetters, length, otherSounds));
  }

  /** Of the slips between what is written and a word, where both open alike; else more than is allowed. */
  #costOf(index: number, modern: number, allowed: number): number {
    const { units } = this.#strings;
    const start = this.#strings.startOf(index);
    if (!opensAlike(written, units[start] ?? 0, units[start + 1] ?? 0)) return allowed + 1;
    const columns = Math.min(this.#strings.startOf(index + 1) - start, MAX_LETTERS);
    return slipCost(written, modern, units, start, columns, allowed);
  }

  #slipOf(ordinal: number, cost: number, length: number): Slip {
    const { letters, texts, spellings } = this.#sections;
    const packed = letters[ordinal] ?? 0;
    const first = this.#strings.units[this.#strings.startOf(spellings[ordinal] ?? -1)];
    // Four letters are too few to guess more than one that was left out inside.
    const close =
      cost <= (ALLOWED[packed >>> SIZE_SHIFT] ?? 0) && (length > MIN_LETTERS || written[0] === first);
    return {
      word: this.#strings.text(texts[ordinal] ?? -1),
      cost,
      alone: (packed & ALONE) !== 0,
      close,
    };
  }
}

const NONE: readonly Slip[] = [];

type Names = Pick<WordTables, 'misspellable' | 'besideOthers' | 'ownEndings' | 'sharedLetters'>;

/** The first sound carries a word: it stays, or changes places with the second. */
export function opensAlike(word: Letters, first: number, second: number): boolean {
  const one = word[0] ?? 0;
  if (one === first || word[1] === first || one === second) return true;
  return soundOf(one) !== 0 && soundOf(one) === soundOf(first);
}

/** The distinctive word that a text most likely is, or undefined; of two as near, the first of the alphabet. */
export function nearestOf(slips: readonly Slip[]): string | undefined {
  let best: Slip | undefined;
  for (const slip of slips) {
    if (!slip.alone || !slip.close) continue;
    if (!best || slip.cost < best.cost || (slip.cost === best.cost && slip.word < best.word)) best = slip;
  }
  return best?.word;
}

/** The words of names in the tables, each once; longer ones are not looked for misspelt. */
function wordsOf({ misspellable, besideOthers }: Names): string[] {
  return [...new Set([...misspellable, ...besideOthers])].filter(({ length }) => length <= MAX_LETTERS);
}

/** A word in the spelling of 1972, which stays in `written`. */
function modernOf(word: string): string {
  const length = modernise(written, writeLetters(word, written));
  return String.fromCharCode(...written.subarray(0, length));
}

/** Adds what `encodeMisspellings()` asks for. */
export function addMisspellings(names: Names, strings: StringPoolBuilder): void {
  for (const word of wordsOf(names)) {
    strings.add(word);
    strings.add(modernOf(word));
  }
}

/** Writes what `MisspellingIndex` reads, of the words of names in the tables. */
export function encodeMisspellings(names: Names, strings: BuiltStrings): MisspellingSections {
  const distinctive = new Set(names.misspellable);
  const own = new Set(names.ownEndings);
  const shared = new Set(names.sharedLetters);
  const words = wordsOf(names);
  const letters = new Int32Array(words.length);
  const keys = new Int32Array(words.length);
  const spellings: string[] = [];
  /** Of each key of each word its hash, and the word. */
  const hashes: number[] = [];
  const ordinals: number[] = [];
  const rest: { hash: number; kind: RestKind; word: number }[] = [];
  for (const [ordinal, word] of words.entries()) {
    const spelling = modernOf(word);
    spellings.push(spelling);
    const modern = spelling.length;
    const isAlone = distinctive.has(word);
    const count = writeSounds(written, modern, sounds);
    const isOdd = modern !== word.length || isUneven(written, modern);
    letters[ordinal] =
      letterBits(written, modern) |
      (word.length << SIZE_SHIFT) |
      (isAlone ? ALONE : 0) |
      (isOdd ? UNEVEN : 0);
    keys[ordinal] = packKey(sounds, count);
    if (hasOpening(modern) && !shared.has(word))
      rest.push({ hash: anagramOf(written, modern), kind: RestKind.Anagram, word: ordinal });
    if (isAlone && hasOpening(modern)) {
      hashRests(written, modern, rests);
      const hash = rests[1] ?? 0;
      rest.push({ hash, kind: RestKind.Rest, word: ordinal });
      if (own.has(word)) rest.push({ hash: ownRestOf(hash), kind: RestKind.Own, word: ordinal });
    }
    const first = hashes.length;
    for (let without = 0; without < countKeys(count); without += 1) {
      const hash = hashOfSounds(count, without);
      if (hashes.indexOf(hash, first) >= 0) continue;
      hashes.push(hash);
      ordinals.push(ordinal);
    }
  }
  const count = bucketsFor(hashes.length);
  const { starts, order } = sortIntoBuckets(
    hashes.map((hash) => firstSlot(hash, count - 1)),
    count,
  );
  return {
    buckets: starts,
    words: narrowed(Array.from(order, (at) => ordinals[at] ?? 0)),
    letters,
    sounds: keys,
    texts: narrowed(words.map(strings.indexOf)),
    spellings: narrowed(spellings.map(strings.indexOf)),
    rests: encodeRests(rest),
  };
}

/** For compilers and tests, which have no rule file. */
export function createMisspellingIndex(
  misspellable: readonly string[],
  besideOthers: readonly string[] = [],
  ownEndings: readonly string[] = [],
  sharedLetters: readonly string[] = [],
): MisspellingIndex {
  return misspellingIndexOf({ misspellable, besideOthers, ownEndings, sharedLetters });
}

/** The same of the tables of a compiler. */
export function misspellingIndexOf(names: Names): MisspellingIndex {
  const builder = new StringPoolBuilder();
  addMisspellings(names, builder);
  const strings = builder.build();
  return new MisspellingIndex(encodeMisspellings(names, strings), new StringPool(strings.sections));
}
