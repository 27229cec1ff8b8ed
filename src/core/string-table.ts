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

function hashOf(text: string): number {
  let hash = HASH_START;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), HASH_FACTOR);
  return hash;
}

/** Slot at which the search for a hash begins; low bits of FNV-1a alone repeat too often. */
export function firstSlot(hash: number, mask: number): number {
  return (hash ^ (hash >>> 15)) & mask;
}

/** Integers of a slot: the key's index in the string pool plus one (0: free), and its range in the list of values. */
const SLOT = 3;

/**
 * From strings to lists of integers, in one flat array: number of slots (a power of two), the slots, the values. It is
 * read as it lies in the rule file; nothing is built in a tab.
 */
export class StringTable implements Lookup<readonly number[]> {
  readonly #data: Int32Array;
  readonly #strings: StringPool;
  readonly #mask: number;

  constructor(data: Int32Array, strings: StringPool) {
    this.#data = data;
    this.#strings = strings;
    this.#mask = (data[0] ?? 1) - 1;
  }

  /** Offset of the key's slot, or -1. Stable, so that callers may keep things by it. */
  slotOf(key: string): number {
    const data = this.#data;
    let slot = firstSlot(hashOf(key), this.#mask);
    // Bounded, so that a damaged table without a free slot ends too.
    for (let probe = 0; probe <= this.#mask; probe += 1) {
      const at = 1 + slot * SLOT;
      const index = data[at] ?? 0;
      if (index === 0) return -1;
      if (this.#strings.equals(index - 1, key)) return at;
      slot = (slot + 1) & this.#mask;
    }
    return -1;
  }

  /** As `slotOf()`, for a part of a text whose hash (small letters) is known. */
  slotOfPart(hash: number, text: string, from: number, to: number): number {
    const data = this.#data;
    let slot = firstSlot(hash, this.#mask);
    for (let probe = 0; probe <= this.#mask; probe += 1) {
      const at = 1 + slot * SLOT;
      const index = data[at] ?? 0;
      if (index === 0) return -1;
      if (this.#strings.equalsPart(index - 1, text, from, to)) return at;
      slot = (slot + 1) & this.#mask;
    }
    return -1;
  }

  has(key: string): boolean {
    return this.slotOf(key) >= 0;
  }

  get(key: string): readonly number[] | undefined {
    const slot = this.slotOf(key);
    return slot < 0 ? undefined : this.valuesAt(slot);
  }

  valuesAt(slot: number): readonly number[] {
    return [...this.#data.subarray(this.#data[slot + 1] ?? 0, this.#data[slot + 2] ?? 0)];
  }

  /** First value at a slot, 0 where there is none. */
  firstAt(slot: number): number {
    const start = this.#data[slot + 1] ?? 0;
    return start < (this.#data[slot + 2] ?? 0) ? (this.#data[start] ?? 0) : 0;
  }
}

/** Writes a table that `StringTable` reads. At most half of the slots are taken. */
export function encodeStringTable(
  lists: Iterable<readonly [string, readonly number[]]>,
  strings: StringPoolBuilder,
): Int32Array {
  const all = [...lists];
  let slots = 2;
  while (slots < all.length * 2) slots *= 2;
  const head = 1 + slots * SLOT;
  const data = new Int32Array(head + all.reduce((sum, [, list]) => sum + list.length, 0));
  data[0] = slots;
  let end = head;
  for (const [key, list] of all) {
    let slot = firstSlot(hashOf(key), slots - 1);
    while (data[1 + slot * SLOT] !== 0) slot = (slot + 1) & (slots - 1);
    const at = 1 + slot * SLOT;
    data[at] = strings.add(key) + 1;
    data[at + 1] = end;
    data.set(list, end);
    end += list.length;
    data[at + 2] = end;
  }
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
      const slot = table.slotOf(key);
      if (slot < 0) return undefined;
      let value = known.get(slot);
      if (value === undefined) {
        value = build(table.valuesAt(slot), key);
        known.set(slot, value);
      }
      return value;
    },
  };
}
