import { firstSlot, hashOf } from './hash.ts';
import type { Numbers } from './numbers.ts';

/** One number for two hashes, whichever comes first; never 0, which is a free slot. */
function keyOf(one: number, other: number): number {
  return (Math.imul(one ^ other, 0x9e3779b1) ^ Math.imul(one + other, 0x85ebca6b)) | 1;
}

/**
 * Which words stand in one name, by their hashes. Words of different names are told apart nearly always: whoever asks
 * looks at the text itself afterwards. A flat array of slots, as it lies in the rule file.
 */
export class PairTable {
  readonly #slots: Numbers;

  constructor(slots: Numbers) {
    this.#slots = slots;
  }

  has(one: number, other: number): boolean {
    const key = keyOf(one, other);
    const mask = this.#slots.length - 1;
    let slot = firstSlot(key >>> 1, mask);
    // Bounded, so that a damaged table without a free slot ends too.
    for (let probe = 0; probe <= mask; probe += 1) {
      const known = this.#slots[slot];
      if (known === key) return true;
      if (known === 0) return false;
      slot = (slot + 1) & mask;
    }
    return false;
  }
}

/** Writes a table that `PairTable` reads, of every two words of each list. At most half of the slots are taken. */
export function encodePairs(lists: Iterable<readonly string[]>): Int32Array {
  const keys = new Set<number>();
  const known = new Map<string, number>();
  const hashOfWord = (word: string) => {
    let hash = known.get(word);
    if (hash === undefined) {
      hash = hashOf(word);
      known.set(word, hash);
    }
    return hash;
  };
  for (const list of lists)
    for (let at = 0; at + 1 < list.length; at += 1) {
      const one = hashOfWord(list[at] ?? '');
      for (let other = at + 1; other < list.length; other += 1)
        keys.add(keyOf(one, hashOfWord(list[other] ?? '')));
    }
  let size = 2;
  while (size < keys.size * 2) size *= 2;
  const slots = new Int32Array(size);
  for (const key of keys) {
    let slot = firstSlot(key >>> 1, size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = key;
  }
  return slots;
}
