import {
  copyLetters,
  type Letters,
  letterBits,
  modernise,
  soundOf,
  writeLetters,
  writeSounds,
} from '../language/sounds.ts';
import type { WordTables } from '../rule-file/rules.ts';
import { StringPool, StringPoolBuilder } from '../rule-file/string-pool.ts';
import { firstSlot, HASH_FACTOR, HASH_START } from '../rule-file/string-table.ts';
import {
  anagramOf,
  encodeOpenings,
  findOpenings,
  hashRests,
  hasOpening,
  isAnagram,
  isOpenedOtherwise,
  isOwnRest,
  type NameTest,
  ownRestOf,
  RESTS,
} from './openings.ts';
import { leastCost, lettersCost, MIN_KEY, packKey } from './slip-bounds.ts';
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

/** Of the table in the rule file: numbers before the beginnings of the buckets, and for each word. */
const HEAD = 3;
const FIELDS = 4;
/** Of a word in a bucket. */
const ENTRY = 2;
const SIZE_BITS = 5;
const SIZE_MASK = (1 << SIZE_BITS) - 1;

/** Reused by all searches: they are synchronous, and a tab makes thousands. */
const written: Letters = new Uint16Array(MAX_LETTERS + 1);
const sounds = new Uint8Array(MAX_LETTERS + 2);
const rests = new Int32Array(RESTS);
/** Of a word with its own ending: without its first letter, or with another one. */
const OWN_RESTS = 2;
/** Numbers of the words that may end like the written one. */
const endings: number[] = [];

/** Number of keys that a word is looked for under: its own, and of a long one those without one of the other sounds. */
function countKeys(count: number): number {
  return count < MIN_KEY ? 1 : count;
}

/**
 * Bucket of a key with the sound at `without` left out; 0: none, for the first one never is. Words of other keys in it
 * are left out later.
 */
function bucketOf(count: number, without: number, mask: number): number {
  let hash = HASH_START;
  for (let at = 0; at < count; at += 1)
    if (without === 0 || at !== without) hash = Math.imul(hash ^ (sounds[at] ?? 0), HASH_FACTOR);
  return firstSlot(hash, mask);
}

/**
 * Words of names by how they sound. One flat array: number of buckets (a power of two) and of words, and where the table of
 * `openings.ts` begins; where each bucket begins, and where the last ends; the words of all buckets, each with its length in
 * the lower bits, and its `letterBits()`; for each word its index in the string pool, that of its modern spelling, twice its
 * length, plus one where it is looked for alone, and its `packKey()`; the table. It is read as it lies in the rule file.
 */
export class MisspellingIndex {
  readonly #data: Int32Array;
  readonly #strings: StringPool;
  readonly #mask: number;
  readonly #words: number;
  readonly #openings: Int32Array;
  /** Number of the search that looked at a word last: a word stands in several buckets. */
  readonly #looked: Int32Array;
  #search = 0;
  /** What the search under way has found: ordinals and costs. */
  readonly #found: number[] = [];
  readonly #costs: number[] = [];

  constructor(data: Int32Array, strings: StringPool) {
    this.#data = data;
    this.#strings = strings;
    const buckets = data[0] ?? 1;
    this.#mask = buckets - 1;
    const openings = data[2] ?? data.length;
    this.#words = openings - FIELDS * (data[1] ?? 0);
    this.#openings = data.subarray(openings);
    this.#looked = new Int32Array(data[1] ?? 0);
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
    this.#search += 1;
    for (let without = 0; without < countKeys(count); without += 1) {
      this.#lookIn(bucketOf(count, without, this.#mask), length, modern, bits, key);
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
      this.#lookForRest(rests[from] ?? 0, from, modern, isOpenedOtherwise);
    for (let from = 0; from < OWN_RESTS; from += 1)
      this.#lookForRest(ownRestOf(rests[from] ?? 0), from, modern, isOwnRest);
    if (hasOpening(modern)) this.#lookForRest(anagramOf(written, modern), 0, modern, isAnagram);
  }

  #lookForRest(key: number, from: number, modern: number, isMeant: NameTest): void {
    const count = findOpenings(this.#openings, key, endings);
    if (count === 0) return;
    const { units } = this.#strings;
    for (let at = 0; at < count; at += 1) {
      const ordinal = endings[at] ?? 0;
      const index = this.#data[this.#words + FIELDS * ordinal + 1] ?? -1;
      const [start, end] = [this.#strings.startOf(index), this.#strings.startOf(index + 1)];
      if (!isMeant(written, from, modern, units, start, end)) continue;
      // It may have been found already, at the cost of all its letters.
      const found = this.#found.indexOf(ordinal);
      const place = found < 0 ? this.#found.length : found;
      this.#found[place] = ordinal;
      this.#costs[place] = Math.min(this.#costs[place] ?? FULL_COST, FULL_COST);
    }
  }

  #lookIn(bucket: number, length: number, modern: number, bits: number, key: number): void {
    const data = this.#data;
    // Bounded, so that a damaged table ends too.
    const end = Math.min(data[HEAD + bucket + 1] ?? 0, this.#words);
    for (let at = data[HEAD + bucket] ?? 0; at < end; at += ENTRY) {
      const entry = data[at] ?? 0;
      const size = entry & SIZE_MASK;
      const difference = size - length;
      if (difference > MAX_DIFFERENCE || difference < -MAX_DIFFERENCE) continue;
      const allowed = ALLOWED_BESIDE[size] ?? 0;
      const others = data[at + 1] ?? 0;
      if (lettersCost(bits, others) > allowed) continue;
      const ordinal = entry >>> SIZE_BITS;
      if (this.#looked[ordinal] === this.#search) continue;
      this.#looked[ordinal] = this.#search;
      const fields = this.#words + FIELDS * ordinal;
      if (leastCost(bits, key, others, data[fields + 3] ?? 0) > allowed) continue;
      const cost = this.#costOf(fields, modern, allowed);
      if (cost > allowed) continue;
      this.#found.push(ordinal);
      this.#costs.push(cost);
    }
  }

  /** Of the slips between what is written and a word, where both open alike; else more than is allowed. */
  #costOf(fields: number, modern: number, allowed: number): number {
    const { units } = this.#strings;
    const index = this.#data[fields + 1] ?? -1;
    const start = this.#strings.startOf(index);
    if (!opensAlike(written, units[start] ?? 0, units[start + 1] ?? 0)) return allowed + 1;
    const columns = Math.min(this.#strings.startOf(index + 1) - start, MAX_LETTERS);
    return slipCost(written, modern, units, start, columns, allowed);
  }

  #slipOf(ordinal: number, cost: number, length: number): Slip {
    const fields = this.#words + FIELDS * ordinal;
    const packed = this.#data[fields + 2] ?? 0;
    const first = this.#strings.units[this.#strings.startOf(this.#data[fields + 1] ?? -1)];
    // Four letters are too few to guess more than one that was left out inside.
    const close = cost <= (ALLOWED[packed >> 1] ?? 0) && (length > MIN_LETTERS || written[0] === first);
    return { word: this.#strings.text(this.#data[fields] ?? -1), cost, alone: (packed & 1) === 1, close };
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

/** Writes an index that `MisspellingIndex` reads, of the words of names in the tables. */
export function encodeMisspellings(
  { misspellable, besideOthers, ownEndings, sharedLetters }: Names,
  strings: StringPoolBuilder,
): Int32Array {
  const distinctive = new Set(misspellable);
  const own = new Set(ownEndings);
  const shared = new Set(sharedLetters);
  const words = [...new Set([...distinctive, ...besideOthers])].filter(({ length }) => length <= MAX_LETTERS);
  const keys = words.reduce((sum, { length }) => sum + length, 0);
  let buckets = 2;
  while (buckets < keys) buckets *= 2;
  const fields = new Int32Array(words.length * FIELDS);
  /** Of each key of each word: its bucket, and what stands there. */
  const places: number[] = [];
  const entries: number[] = [];
  const endings: [rest: number, ordinal: number][] = [];
  const starts = new Int32Array(buckets + 1);
  for (const [ordinal, word] of words.entries()) {
    const modern = modernise(written, writeLetters(word, written));
    const spelling = String.fromCharCode(...written.subarray(0, modern));
    const kind = distinctive.has(word) ? 1 : 0;
    const bits = letterBits(written, modern);
    const count = writeSounds(written, modern, sounds);
    const at = ordinal * FIELDS;
    fields[at] = strings.add(word);
    fields[at + 1] = strings.add(spelling);
    fields[at + 2] = (word.length << 1) | kind;
    fields[at + 3] = packKey(sounds, count);
    if (hasOpening(modern) && !shared.has(word)) endings.push([anagramOf(written, modern), ordinal]);
    if (kind === 1 && hasOpening(modern)) {
      hashRests(written, modern, rests);
      const rest = rests[1] ?? 0;
      endings.push([rest, ordinal]);
      if (own.has(word)) endings.push([ownRestOf(rest), ordinal]);
    }
    const first = places.length;
    for (let without = 0; without < countKeys(count); without += 1) {
      const bucket = bucketOf(count, without, buckets - 1);
      if (places.indexOf(bucket, first) >= 0) continue;
      places.push(bucket);
      entries.push((ordinal << SIZE_BITS) | word.length, bits);
      starts[bucket + 1] = (starts[bucket + 1] ?? 0) + ENTRY;
    }
  }
  starts[0] = HEAD + starts.length;
  for (let bucket = 0; bucket < buckets; bucket += 1)
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  const end = starts[buckets] ?? 0;
  const openings = encodeOpenings(endings);
  const data = new Int32Array(end + fields.length + openings.length);
  data.set([buckets, words.length, end + fields.length]);
  data.set(starts, HEAD);
  for (const [at, bucket] of places.entries()) {
    const place = starts[bucket] ?? 0;
    data[place] = entries[at * ENTRY] ?? 0;
    data[place + 1] = entries[at * ENTRY + 1] ?? 0;
    starts[bucket] = place + ENTRY;
  }
  data.set(fields, end);
  data.set(openings, end + fields.length);
  return data;
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
  const data = encodeMisspellings(names, builder);
  const { units, offsets } = builder.build();
  return new MisspellingIndex(data, new StringPool(units, offsets));
}
