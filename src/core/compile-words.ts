import type { WordReader } from './compile-skim.ts';
import { findGlued } from './glued.ts';
import { createPieceIndex } from './hashtags.ts';
import { doubledWords, isCommonName, isGivenName, isOrdinary, isWordOrPlace } from './lexicon.ts';
import type { NearWords } from './near-words.ts';
import type { CompiledTerm, WordTables } from './rules.ts';
import { slipFlags } from './skim-flags.ts';
import { HASH_FACTOR, HASH_START } from './string-table.ts';
import {
  createWordIndex,
  findReadings,
  findSlips,
  SAME_NAME,
  withoutPrefix,
  withoutSuffix,
  wordsOf,
} from './variants.ts';
import { WordKind } from './word-kinds.ts';

/** The words of names among the tables, which the others follow from. */
export type NamedWords = Pick<WordTables, 'misspellable' | 'besideOthers'>;

/**
 * Which ordinary words must not be taken for words of the packs. Of all everyday words only those are read that may be
 * taken for one: what is near to a name or is one with an affix, and what a word of the packs with a letter held longer may be.
 *
 * @param words of all terms
 */
export function wordTables(words: ReadonlySet<string>, named: NamedWords, near: NearWords): WordTables {
  const open = { ...named, guard: [], doubtful: [] };
  const distinctive = new Set(named.misspellable);
  const nearWords = near.to([...named.misspellable, ...named.besideOthers]);
  const names = createWordIndex(new Set(), open);
  const guard = new Set<string>();
  const doubtful = new Set<string>();
  for (const word of nearWords) {
    if (!isOrdinary(word)) continue;
    const slips = findSlips(word, names);
    if (isWordOrPlace(word) && slips.length > 0) guard.add(word);
    else if (isGivenName(word) && slips.some(({ cost }) => cost > SAME_NAME)) doubtful.add(word);
  }

  const index = createWordIndex(words, open);
  const collapsed = new Set([...words].map((word) => collapsedHash(word, word.length)));
  const isStretched = (word: string) =>
    collapsed.has(collapsedHash(word, word.length)) ||
    collapsed.has(collapsedHash(word, withoutSuffix(word).length));
  for (const word of everydayCandidates()) {
    if (words.has(word) || guard.has(word)) continue;
    const [reading] = findReadings(word, index);
    // "indahnya" is "indah" rightly; only a distinctive name hides in an ordinary word ("diganjar").
    if (!reading || (reading.rule === 'affixed' && !distinctive.has(reading.text))) continue;
    if (isCommonName(word)) doubtful.add(word);
    else guard.add(word);
  }
  return { ...named, guard: [...guard].sort(), doubtful: [...doubtful].sort() };

  function* everydayCandidates(): Iterable<string> {
    yield* nearWords;
    for (const word of doubledWords()) if (isStretched(word)) yield word;
  }
}

/** Of the first `length` letters, each run of one letter as one: equal for words that are one another's with letters held. */
function collapsedHash(word: string, length: number): number {
  let hash = HASH_START;
  let previous = 0;
  for (let at = 0; at < length; at += 1) {
    const letter = word.charCodeAt(at);
    if (letter !== previous) hash = Math.imul(hash ^ letter, HASH_FACTOR);
    previous = letter;
  }
  return hash;
}

const DOUBLED = /(.)\1/;

/** What the matcher would make of a word: one of the terms or several of them without a space, or a slip in a name. */
export function readerOf(terms: readonly CompiledTerm[], tables: WordTables, near: NearWords): WordReader {
  const index = createWordIndex(wordsOf(terms), tables);
  const pieces = createPieceIndex(terms);
  const nearWords = near.to([...tables.misspellable, ...tables.besideOthers]);
  /** No search is needed to see that most words of the lexicon are near to nothing. */
  const isFar = (word: string) => isOrdinary(word) && !nearWords.has(word);
  const isRead = (word: string) =>
    (!isFar(word) ||
      index.kindOf(word) !== 0 ||
      DOUBLED.test(word) ||
      withoutSuffix(word) !== word ||
      withoutPrefix(word) !== word) &&
    findReadings(word, index).length > 0;
  return {
    isRead: (word) => isRead(word) || findGlued(word, pieces).length > 0,
    slipFlags: (word) => (isFar(word) ? 0 : slipFlags(findSlips(word, index))),
    isSure: (word) => (index.kindOf(word) & WordKind.Distinctive) !== 0,
  };
}
