import { bitCount } from './bit-count.ts';
import { type Numbers, narrowed } from './numbers.ts';
import type { BuiltStrings, StringPool } from './string-pool.ts';

/** What the matcher asks of a table. A `Map` is one too, so that compiler and tests need no rule file. */
export interface Lookup<Value> {
  get(key: string): Value | undefined;
  has(key: string): boolean;
}

/** What the matcher asks of a set of words. */
export type Words = Pick<Lookup<unknown>, 'has'>;

/** As they lie in the rule file. */
export interface TableSections {
  /** One bit for each key of the pool: whether it is one of this table. */
  readonly members: Int32Array;
  /** For each 32 keys of the pool the number of those of the table before them. */
  readonly ranks: Numbers;
  /** Where the list of each key begins, and where the last one ends; empty where each has one value. */
  readonly starts: Numbers;
  /** The lists; empty where they are the whole numbers from 0 on. */
  readonly values: Numbers;
}

export const TABLE_PARTS = [
  'members',
  'ranks',
  'starts',
  'values',
] as const satisfies readonly (keyof TableSections)[];

/**
 * From strings to lists of integers. A key is found by the pool (`string-pool.ts`), which all tables share; the ordinal of
 * a key is its number among those of the table. It is read as it lies in the rule file; nothing is built in a tab.
 */
export class StringTable implements Lookup<readonly number[]> {
  readonly #strings: StringPool;
  readonly #members: Int32Array;
  readonly #ranks: Numbers;
  readonly #starts: Numbers;
  readonly #values: Numbers;

  constructor({ members, ranks, starts, values }: TableSections, strings: StringPool) {
    this.#strings = strings;
    this.#members = members;
    this.#ranks = ranks;
    this.#starts = starts;
    this.#values = values;
  }

  /** Ordinal of a key, or -1. */
  ordinalOf(key: string): number {
    return this.#rankOf(this.#strings.indexOf(key));
  }

  /** As `ordinalOf()`, for a part of a text whose hash (small letters) is known. */
  ordinalOfPart(hash: number, text: string, from: number, to: number): number {
    return this.#rankOf(this.#strings.indexOfPart(hash, text, from, to));
  }

  /** As `ordinalOf()`, for some letters of which the hash is known. */
  ordinalOfLetters(hash: number, letters: Uint16Array, from: number, to: number): number {
    return this.#rankOf(this.#strings.indexOfLetters(hash, letters, from, to));
  }

  /** May there be a key with this hash, of so many letters? */
  mayHold(hash: number, length: number): boolean {
    return this.#strings.mayHold(hash, length);
  }

  has(key: string): boolean {
    return this.ordinalOf(key) >= 0;
  }

  get(key: string): readonly number[] | undefined {
    const ordinal = this.ordinalOf(key);
    return ordinal < 0 ? undefined : this.valuesAt(ordinal);
  }

  /** The list of the key at this place in the pool, empty where it is none of this table. */
  valuesOf(key: number): readonly number[] {
    const ordinal = this.#rankOf(key);
    return ordinal < 0 ? [] : this.valuesAt(ordinal);
  }

  valuesAt(ordinal: number): readonly number[] {
    if (this.#starts.length === 0) return [this.#values[ordinal] ?? 0];
    const start = this.#starts[ordinal] ?? 0;
    // Bounded, so that a damaged file ends too.
    const end = Math.min(this.#starts[ordinal + 1] ?? 0, start + LONGEST);
    const values: number[] = [];
    for (let at = start; at < end; at += 1)
      values.push(this.#values.length === 0 ? at : (this.#values[at] ?? 0));
    return values;
  }

  /** The value of a key where each has one. */
  firstAt(ordinal: number): number {
    return this.#values[ordinal] ?? 0;
  }

  /** Index of a key in the string pool. */
  keyAt(ordinal: number): number {
    const group = lastUpTo(this.#ranks, ordinal);
    let bits = this.#members[group] ?? 0;
    // All members of the group before it are taken away.
    for (let rank = this.#ranks[group] ?? 0; rank < ordinal && bits !== 0; rank += 1) bits &= bits - 1;
    return group * 32 + 31 - Math.clz32(bits & -bits);
  }

  /** Ordinal of the key in whose list the value at this place stands. */
  ordinalAt(place: number): number {
    return this.#starts.length === 0 ? place : lastUpTo(this.#starts, place);
  }

  #rankOf(index: number): number {
    if (index < 0) return -1;
    const group = this.#members[index >> 5] ?? 0;
    const bit = 1 << (index & 31);
    return (group & bit) === 0 ? -1 : (this.#ranks[index >> 5] ?? 0) + bitCount(group & (bit - 1));
  }
}

/** Of lists. */
const LONGEST = 1 << 20;

/** Index of the last of these ascending numbers that is not above `value`. */
function lastUpTo(numbers: Numbers, value: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Writes a table that `StringTable` reads; all keys stand in the pool as such. */
export function encodeStringTable(
  lists: ReadonlyMap<string, readonly number[]>,
  strings: BuiltStrings,
): TableSections {
  /** By the places of their keys. */
  const placed = new Array<readonly number[] | undefined>(strings.keys).fill(undefined);
  for (const [key, list] of lists) placed[strings.indexOf(key)] = list;
  const members = new Int32Array(Math.ceil(strings.keys / 32));
  const ranks: number[] = [];
  const starts = [0];
  const values: number[] = [];
  for (let index = 0; index < placed.length; index += 1) {
    if (index % 32 === 0) ranks.push(starts.length - 1);
    const list = placed[index];
    if (!list) continue;
    members[index >> 5] = (members[index >> 5] ?? 0) | (1 << (index & 31));
    for (const value of list) values.push(value);
    starts.push(values.length);
  }
  const hasOne = starts.every((start, at) => start === at);
  const isCounting = !hasOne && values.every((value, at) => value === at);
  return {
    members,
    ranks: narrowed(ranks, 2),
    starts: hasOne ? new Uint8Array(0) : narrowed(starts),
    values: isCounting ? new Uint8Array(0) : narrowed(values, 2),
  };
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
