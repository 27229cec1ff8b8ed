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
