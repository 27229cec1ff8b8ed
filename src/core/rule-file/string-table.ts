import type { StringPool, StringPoolBuilder } from './string-pool.ts';

/** What the matcher asks of a table. A `Map` is one too, so that compiler and tests need no rule file. */
export interface Lookup<Value> {
  get(key: string): Value | undefined;
  has(key: string): boolean;
}

/** What the matcher asks of a set of words. */
export type Words = Pick<Lookup<unknown>, 'has'>;

/** FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/, seen November 2026). */
export const HASH_START = 0x811c9dc5 | 0;
export const HASH_FACTOR = 0x01000193;

export function hashOf(text: string): number {
  return hashBehind(HASH_START, text);
}

/** Of a text with more text behind it: `hash` is that of what stands before. */
export function hashBehind(before: number, text: string): number {
  let hash = before;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), HASH_FACTOR);
  return hash;
}

/** Slot at which the search for a hash begins; low bits of FNV-1a alone repeat too often. */
export function firstSlot(hash: number, mask: number): number {
  return (hash ^ (hash >>> 15)) & mask;
}

/**
 * From strings to lists of integers, in one flat array: number of slots (a power of two) and of keys; for each slot the
 * ordinal of its key plus one (0: free); for each key its index in the string pool; where the list of each key begins,
 * and where the last one ends; the lists. It is read as it lies in the rule file; nothing is built in a tab.
 */
export class StringTable implements Lookup<readonly number[]> {
  readonly #data: Int32Array;
  readonly #strings: StringPool;
  readonly #mask: number;
  /** Offsets of the keys and of the beginnings of the lists. */
  readonly #keys: number;
  readonly #starts: number;

  constructor(data: Int32Array, strings: StringPool) {
    this.#data = data;
    this.#strings = strings;
    const slots = data[0] ?? 1;
    this.#mask = slots - 1;
    this.#keys = HEAD + slots;
    this.#starts = this.#keys + (data[1] ?? 0);
  }

  /** Ordinal of a key, or -1. */
  ordinalOf(key: string): number {
    const data = this.#data;
    let slot = firstSlot(hashOf(key), this.#mask);
    // Bounded, so that a damaged table without a free slot ends too.
    for (let probe = 0; probe <= this.#mask; probe += 1) {
      const ordinal = (data[HEAD + slot] ?? 0) - 1;
      if (ordinal < 0) return -1;
      if (this.#strings.equals(data[this.#keys + ordinal] ?? -1, key)) return ordinal;
      slot = (slot + 1) & this.#mask;
    }
    return -1;
  }

  /** As `ordinalOf()`, for a part of a text whose hash (small letters) is known. */
  ordinalOfPart(hash: number, text: string, from: number, to: number): number {
    const data = this.#data;
    let slot = firstSlot(hash, this.#mask);
    for (let probe = 0; probe <= this.#mask; probe += 1) {
      const ordinal = (data[HEAD + slot] ?? 0) - 1;
      if (ordinal < 0) return -1;
      if (this.#strings.equalsPart(data[this.#keys + ordinal] ?? -1, text, from, to)) return ordinal;
      slot = (slot + 1) & this.#mask;
    }
    return -1;
  }

  /** As `ordinalOf()`, for some letters of which the hash is known. */
  ordinalOfLetters(hash: number, letters: Uint16Array, from: number, to: number): number {
    const data = this.#data;
    let slot = firstSlot(hash, this.#mask);
    for (let probe = 0; probe <= this.#mask; probe += 1) {
      const ordinal = (data[HEAD + slot] ?? 0) - 1;
      if (ordinal < 0) return -1;
      if (this.#strings.equalsLetters(data[this.#keys + ordinal] ?? -1, letters, from, to)) return ordinal;
      slot = (slot + 1) & this.#mask;
    }
    return -1;
  }

  /** Is there a key of this length at the places where one with this hash would be? */
  mayHold(hash: number, length: number): boolean {
    const data = this.#data;
    let slot = firstSlot(hash, this.#mask);
    for (let probe = 0; probe <= this.#mask; probe += 1) {
      const ordinal = (data[HEAD + slot] ?? 0) - 1;
      if (ordinal < 0) return false;
      if (this.#strings.lengthOf(data[this.#keys + ordinal] ?? -1) === length) return true;
      slot = (slot + 1) & this.#mask;
    }
    return false;
  }

  has(key: string): boolean {
    return this.ordinalOf(key) >= 0;
  }

  get(key: string): readonly number[] | undefined {
    const ordinal = this.ordinalOf(key);
    return ordinal < 0 ? undefined : this.valuesAt(ordinal);
  }

  valuesAt(ordinal: number): readonly number[] {
    const end = this.#startOf(ordinal + 1);
    const values: number[] = [];
    for (let at = this.#startOf(ordinal); at < end; at += 1) values.push(this.#data[at] ?? 0);
    return values;
  }

  /** First value of a key, 0 where there is none. */
  firstAt(ordinal: number): number {
    const start = this.#startOf(ordinal);
    return start < this.#startOf(ordinal + 1) ? (this.#data[start] ?? 0) : 0;
  }

  /** Index of a key in the string pool. */
  keyAt(ordinal: number): number {
    return this.#data[this.#keys + ordinal] ?? -1;
  }

  #startOf(ordinal: number): number {
    return this.#data[this.#starts + ordinal] ?? 0;
  }
}

/** Numbers before the slots. */
const HEAD = 2;

/** Writes a table that `StringTable` reads. At most half of the slots are taken. */
export function encodeStringTable(
  lists: ReadonlyMap<string, readonly number[]>,
  strings: StringPoolBuilder,
): Int32Array {
  const size = lists.size;
  let slots = 2;
  while (slots < size * 2) slots *= 2;
  const keys = HEAD + slots;
  const starts = keys + size;
  let end = starts + size + 1;
  let total = end;
  for (const list of lists.values()) total += list.length;
  const data = new Int32Array(total);
  data[0] = slots;
  data[1] = size;
  let ordinal = 0;
  for (const [key, list] of lists) {
    let slot = firstSlot(hashOf(key), slots - 1);
    while (data[HEAD + slot] !== 0) slot = (slot + 1) & (slots - 1);
    data[keys + ordinal] = strings.add(key);
    data[starts + ordinal] = end;
    for (const value of list) {
      data[end] = value;
      end += 1;
    }
    ordinal += 1;
    data[HEAD + slot] = ordinal;
  }
  data[starts + size] = end;
  return data;
}

/** A table whose lists are turned into values on first use. */
export function mapped<Value>(
  table: StringTable,
  build: (list: readonly number[], key: string) => Value,
): Lookup<Value> {
  const known = new Map<number, Value>();
  return {
    has: (key) => table.has(key),
    get: (key) => {
      const ordinal = table.ordinalOf(key);
      if (ordinal < 0) return undefined;
      let value = known.get(ordinal);
      if (value === undefined) {
        value = build(table.valuesAt(ordinal), key);
        known.set(ordinal, value);
      }
      return value;
    },
  };
}
