import type { Letters } from '../language/sounds.ts';
import { HASH_FACTOR, HASH_START, hashOf } from '../rule-file/hash.ts';
import type { StringTable } from '../rule-file/string-table.ts';
import { MAX_GLUED, MIN_GLUED, MIN_INSIDE, MIN_PART, MIN_REST, MIN_TWO_WORDS } from './glued.ts';
import { isElectoralTag, partsOf } from './hashtags.ts';
import type { MisspellingIndex } from './misspelling.ts';

/** Longer words are left to the matcher. */
const MAX_LENGTH = 40;
const letters: Letters = new Uint16Array(MAX_LENGTH);
/** The same with each run of a letter as one. */
const collapsed: Letters = new Uint16Array(MAX_LENGTH);
/** Where a word may begin or end inside a hashtag: at a capital, at `_`, at its ends. */
const borders = new Uint8Array(MAX_LENGTH + 1);

/** Words whose answer is remembered; a power of two. */
const REMEMBERED = 8_192;
const OTHER_FACTOR = 0x5bd1e995;
/** Last bit of an answer. */
const NOTHING = 1;

const word = (text: string) => Uint16Array.from(text, (letter) => letter.charCodeAt(0));
const SUFFIXES = ['nya', 'lah', 'kah', 'pun', 'ku', 'mu', 'kuh', 'nye'].map(word);
const PREFIXES = ['di', 'si', 'se', 'ke'].map(word);
/** Of what an affix leaves: shorter words are no words of packs, and no misspelt ones. */
const MIN_BARE = 4;
const MIN_BARE_MISSPELT = 5;
const MIN_STRETCHED = 3;

const PLAIN = /^[a-z]+$/;
const UNDERSCORE = 0x5f;
const FULL_STOP = 0x2e;

/** Tables of a rule file that a word is looked for in. */
export interface WordSources {
  /** Words of terms. */
  readonly words: StringTable;
  /** Words of terms without doubled letters. */
  readonly collapsed: StringTable;
  /** What hashtags are made of. */
  readonly pieces: StringTable;
  /** Flags of the skim. */
  readonly skim: StringTable;
  readonly misspellings: MisspellingIndex;
}

/**
 * Tells of Latin words, hashtags and mentions whether the matcher could make anything of them. Nearly all that ordinary
 * texts hold mean nothing, and no string is made of these.
 */
export class PlainWords {
  readonly #sources: WordSources;
  /**
   * Two hashes of each word that was asked for, the last bit its answer: 63 bits, so that no other word is taken for it.
   * One press asks for a word that means something up to six times.
   */
  readonly #answers = new Int32Array(2 * REMEMBERED);

  constructor(sources: WordSources) {
    this.#sources = sources;
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
    const known = this.#answers[place + 1] ?? 0;
    if (this.#answers[place] === hash && (known & ~NOTHING) === (other & ~NOTHING))
      return (known & NOTHING) !== 0;
    const isNothing =
      !this.#isStretched(length, isDoubled) && !this.#isGlued(length) && !this.#isRead(length, isDoubled);
    this.#answers[place] = hash;
    this.#answers[place + 1] = (other & ~NOTHING) | (isNothing ? NOTHING : 0);
    return isNothing;
  }

  /** May the matcher make something of this word, which stands in no table? */
  mayMean(word: string): boolean {
    if (!PLAIN.test(word)) return true;
    return !this.meanNothing(word, 0, word.length, hashOf(word));
  }

  /** Is `text[from, to)`, a mention of ASCII characters with its sign, nothing to the matcher? */
  mentionMeansNothing(text: string, from: number, to: number): boolean {
    const length = this.#readBody(text, from, to, FULL_STOP);
    if (length < 0 || this.#isTerm(text, from, to)) return false;
    return !this.#opensWithName(length) && !this.#isCovered(0, length);
  }

  /** The same for a hashtag of letters. */
  hashtagMeansNothing(text: string, from: number, to: number): boolean {
    const length = this.#readBody(text, from, to, 0);
    if (length < 0) return false;
    let isDoubled = false;
    for (let at = 0; at < length; at += 1) {
      if ((letters[at] ?? 0) < 97) return false;
      isDoubled ||= at > 0 && letters[at] === letters[at - 1];
    }
    return (
      !this.#isTerm(text, from, to) &&
      !this.#isElectoral(text, from, to) &&
      !this.#holdsName(length) &&
      !this.#isCovered(0, length) &&
      !this.#isKnown(length) &&
      !this.#isStretched(length, isDoubled) &&
      !this.#isRead(length, isDoubled) &&
      !this.#isPieceAndMore(length) &&
      !this.#holdsWords(text, from, to)
    );
  }

  /** Begins or ends with a piece: the rest may be the other name of a pair, misspelt. */
  #isPieceAndMore(length: number): boolean {
    for (let at = MIN_PART; at <= length - MIN_PART; at += 1)
      if (this.#isPiece(0, at) || this.#isPiece(at, length)) return true;
    return false;
  }

  /** Is one of the words that capitals part more than an ordinary one? Overwrites `letters`. */
  #holdsWords(text: string, from: number, to: number): boolean {
    const parts = partsOf(text.slice(from, to));
    return parts.length > 1 && parts.some((part) => this.#saysSomething(part.toLowerCase()));
  }

  #saysSomething(word: string): boolean {
    const { skim } = this.#sources;
    const ordinal = skim.ordinalOf(word);
    return ordinal < 0 ? this.mayMean(word) : skim.firstAt(ordinal) !== 0;
  }

  /** Puts letters and digits behind the sign at `from` into `letters`, and their borders; gives their number or -1. */
  #readBody(text: string, from: number, to: number, left: number): number {
    if (to - from > MAX_LENGTH) return -1;
    let length = 0;
    borders.fill(0);
    for (let at = from + 1; at < to; at += 1) {
      const code = text.charCodeAt(at);
      const isCapital = code >= 65 && code <= 90;
      if (code === UNDERSCORE || isCapital) borders[length] = 1;
      if (code === UNDERSCORE || code === left) continue;
      letters[length] = isCapital ? code + 32 : code;
      length += 1;
    }
    borders[0] = borders[length] = 1;
    return length;
  }

  /** Is it, with its sign, an account or a hashtag of a pack? */
  #isTerm(text: string, from: number, to: number): boolean {
    let hash = HASH_START;
    for (let at = from; at < to; at += 1) {
      const code = text.charCodeAt(at);
      hash = Math.imul(hash ^ (code >= 65 && code <= 90 ? code + 32 : code), HASH_FACTOR);
    }
    return this.#sources.words.ordinalOfPart(hash, text, from, to) >= 0;
  }

  /** "#PilgubJatim": told by its first letters, so that few hashtags become strings. */
  #isElectoral(text: string, from: number, to: number): boolean {
    const first = letters[0] ?? 0;
    return (
      (first === 0x70 || first === 0x63 || first === 0x64) &&
      isElectoralTag(text.slice(from + 1, to).toLowerCase())
    );
  }

  #opensWithName(length: number): boolean {
    let hash = HASH_START;
    for (let end = 1; end <= length; end += 1) {
      hash = Math.imul(hash ^ (letters[end - 1] ?? 0), HASH_FACTOR);
      if (end >= MIN_INSIDE && this.#sources.pieces.ordinalOfLetters(hash, letters, 0, end) >= 0) return true;
    }
    return false;
  }

  /** A piece between two borders, or a long one anywhere. */
  #holdsName(length: number): boolean {
    for (let start = 0; start < length; start += 1) {
      let hash = HASH_START;
      for (let end = start + 1; end <= length; end += 1) {
        hash = Math.imul(hash ^ (letters[end - 1] ?? 0), HASH_FACTOR);
        if (end - start < MIN_INSIDE && (borders[start] === 0 || borders[end] === 0)) continue;
        if (this.#sources.pieces.ordinalOfLetters(hash, letters, start, end) >= 0) return true;
      }
    }
    return false;
  }

  #isKnown(length: number): boolean {
    return holds(this.#sources.skim, letters, 0, length);
  }

  /** A word of the packs with some letters held longer, or a misspelt one. */
  #isStretched(length: number, isDoubled: boolean): boolean {
    if (!isDoubled || length < MIN_STRETCHED) return false;
    let size = 0;
    for (let at = 0; at < length; at += 1) {
      if (at > 0 && letters[at] === letters[at - 1]) continue;
      collapsed[size] = letters[at] ?? 0;
      size += 1;
    }
    return (
      holds(this.#sources.collapsed, collapsed, 0, size) ||
      this.#sources.misspellings.isNear(collapsed, 0, size)
    );
  }

  /** A word of the packs with a slip in it or with an affix. */
  #isRead(length: number, isDoubled: boolean): boolean {
    return this.#isAffixed(length, isDoubled) || this.#sources.misspellings.isNear(letters, 0, length);
  }

  /** May this be the hash of a word of the packs with so many letters? */
  mayKnow(hash: number, length: number): boolean {
    return this.#sources.words.mayHold(hash, length);
  }

  /** A word of the packs with an ending or a beginning of Indonesian, or nearly one. */
  #isAffixed(length: number, isDoubled: boolean): boolean {
    const end = length - affixOf(SUFFIXES, length, true);
    const start = affixOf(PREFIXES, length, false);
    if (end < length && (this.#isWord(0, end) || this.#isMisspelt(end, isDoubled))) return true;
    return start > 0 && (this.#isWord(start, length) || (end < length && this.#isWord(start, end)));
  }

  #isWord(from: number, to: number): boolean {
    if (to - from < MIN_BARE) return false;
    return holds(this.#sources.words, letters, from, to);
  }

  #isMisspelt(end: number, isDoubled: boolean): boolean {
    return (
      end >= MIN_BARE_MISSPELT &&
      (this.#isStretched(end, isDoubled) || this.#sources.misspellings.isNear(letters, 0, end))
    );
  }

  /** Nothing but pieces of hashtags ("pilihnama"), or a long one with more behind it. */
  #isGlued(length: number): boolean {
    if (length < MIN_TWO_WORDS || length > MAX_GLUED) return false;
    return length < MIN_GLUED
      ? this.#isPiece(0, length)
      : this.#isCovered(0, length) || this.#endsWithName(length);
  }

  #isPiece(from: number, to: number): boolean {
    return holds(this.#sources.pieces, letters, from, to);
  }

  /** More letters and then a long piece: "namammanama". */
  #endsWithName(length: number): boolean {
    for (let start = MIN_REST; length - start >= MIN_INSIDE; start += 1)
      if (this.#isPiece(start, length)) return true;
    return false;
  }

  #isCovered(from: number, length: number): boolean {
    let hash = HASH_START;
    for (let at = from; at < length; at += 1) {
      hash = Math.imul(hash ^ (letters[at] ?? 0), HASH_FACTOR);
      const end = at + 1;
      if (
        (end - from < 2 && end < length) ||
        this.#sources.pieces.ordinalOfLetters(hash, letters, from, end) < 0
      )
        continue;
      if (end === length || (from === 0 && end >= MIN_INSIDE && length - end >= MIN_REST)) return true;
      if (this.#isCovered(end, length)) return true;
    }
    return false;
  }
}

/** Is there a key of these letters? Searches that grow letter by letter keep their hash instead. */
function holds(table: StringTable, of: Letters, from: number, to: number): boolean {
  let hash = HASH_START;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (of[at] ?? 0), HASH_FACTOR);
  return table.ordinalOfLetters(hash, of, from, to) >= 0;
}

/** Length of the affix that a word of so many letters has, 0 where it has none. */
function affixOf(affixes: readonly Letters[], length: number, isSuffix: boolean): number {
  // By number: until it is optimised, a loop over a list makes an object for each of its parts.
  for (let place = 0; place < affixes.length; place += 1) {
    const affix = affixes[place] as Letters;
    const size = affix.length;
    const start = isSuffix ? length - size : 0;
    let same = start >= 0;
    for (let at = 0; same && at < size; at += 1) same = letters[start + at] === affix[at];
    if (same) return size;
  }
  return 0;
}
