import { MAX_GLUED, MIN_GLUED, MIN_INSIDE, MIN_REST } from './glued.ts';
import type { MisspellingIndex } from './misspelling.ts';
import type { Letters } from './sounds.ts';
import { HASH_FACTOR, HASH_START, type StringTable } from './string-table.ts';

/** Longer words are left to the matcher. */
const MAX_LENGTH = 40;
const letters: Letters = new Uint16Array(MAX_LENGTH);

/** Words remembered as meaning nothing; a power of two. */
const REMEMBERED = 4_096;
const OTHER_FACTOR = 0x5bd1e995;

const word = (text: string) => Uint16Array.from(text, (letter) => letter.charCodeAt(0));
const SUFFIXES = ['nya', 'lah', 'kah', 'pun', 'ku', 'mu'].map(word);
const PREFIXES = ['di', 'si', 'se', 'ke'].map(word);
/** Of what an affix leaves: shorter words are no words of packs, and no misspelt ones. */
const MIN_BARE = 4;
const MIN_BARE_MISSPELT = 5;

/**
 * Tells of words of Latin letters that packs and lexicon do not know whether the matcher could make anything of them.
 * Nearly all that ordinary texts hold mean nothing, and no string is made of these.
 */
export class PlainWords {
  readonly #words: StringTable;
  readonly #pieces: StringTable;
  readonly #misspellings: MisspellingIndex;
  /** Two hashes of each word that meant nothing: 64 bits, so that no other word is taken for it. */
  readonly #nothing = new Int32Array(2 * REMEMBERED);

  constructor(words: StringTable, pieces: StringTable, misspellings: MisspellingIndex) {
    this.#words = words;
    this.#pieces = pieces;
    this.#misspellings = misspellings;
  }

  /**
   * Is `text[from, to)`, ASCII letters that stand in no table, nothing to the matcher? `hash` is that of its small
   * letters. False means that the matcher has to look.
   */
  meanNothing(text: string, from: number, to: number, hash: number): boolean {
    const length = to - from;
    if (length > MAX_LENGTH) return false;
    let other = length;
    let isDoubled = false;
    let previous = 0;
    for (let at = 0; at < length; at += 1) {
      const letter = text.charCodeAt(from + at) | 32;
      letters[at] = letter;
      other = Math.imul(other ^ letter, OTHER_FACTOR);
      isDoubled ||= letter === previous;
      previous = letter;
    }
    const place = 2 * ((hash ^ (hash >>> 12)) & (REMEMBERED - 1));
    if (this.#nothing[place] === hash && this.#nothing[place + 1] === other) return true;
    // Held letters are the matcher's.
    if (isDoubled || !this.#isNothing(length)) return false;
    this.#nothing[place] = hash;
    this.#nothing[place + 1] = other;
    return true;
  }

  /** May this be the hash of a word of the packs with so many letters? */
  mayKnow(hash: number, length: number): boolean {
    return this.#words.mayHold(hash, length);
  }

  #isNothing(length: number): boolean {
    return (
      !this.#isAffixed(length) && !this.#isGlued(length) && !this.#misspellings.isNear(letters, 0, length)
    );
  }

  /** A word of the packs with an ending or a beginning of Indonesian, or nearly one. */
  #isAffixed(length: number): boolean {
    const end = length - affixOf(SUFFIXES, length, true);
    const start = affixOf(PREFIXES, length, false);
    if (end < length && (this.#isWord(0, end) || this.#isMisspelt(0, end))) return true;
    return start > 0 && (this.#isWord(start, length) || (end < length && this.#isWord(start, end)));
  }

  #isWord(from: number, to: number): boolean {
    if (to - from < MIN_BARE) return false;
    let hash = HASH_START;
    for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (letters[at] ?? 0), HASH_FACTOR);
    return this.#words.ordinalOfLetters(hash, letters, from, to) >= 0;
  }

  #isMisspelt(from: number, to: number): boolean {
    return to - from >= MIN_BARE_MISSPELT && this.#misspellings.isNear(letters, from, to);
  }

  /** Nothing but pieces of hashtags ("pilihnama"), or a long one with more behind it. */
  #isGlued(length: number): boolean {
    return length >= MIN_GLUED && length <= MAX_GLUED && this.#isCovered(0, length);
  }

  #isCovered(from: number, length: number): boolean {
    let hash = HASH_START;
    for (let at = from; at < length; at += 1) {
      hash = Math.imul(hash ^ (letters[at] ?? 0), HASH_FACTOR);
      const end = at + 1;
      if ((end - from < 2 && end < length) || this.#pieces.ordinalOfLetters(hash, letters, from, end) < 0)
        continue;
      if (end === length || (from === 0 && end >= MIN_INSIDE && length - end >= MIN_REST)) return true;
      if (this.#isCovered(end, length)) return true;
    }
    return false;
  }
}

/** Length of the affix that a word of so many letters has, 0 where it has none. */
function affixOf(affixes: readonly Letters[], length: number, isSuffix: boolean): number {
  for (const affix of affixes) {
    const start = isSuffix ? length - affix.length : 0;
    if (start >= 0 && affix.every((letter, at) => letters[start + at] === letter)) return affix.length;
  }
  return 0;
}
