import {
  doubledWords,
  headOf,
  isCommonName,
  isEveryday,
  isGivenName,
  isOrdinary,
  isWordOrPlace,
  lexiconWords,
} from '../language/lexicon.ts';
import { findGlued, MAX_GLUED, MIN_TWO_WORDS } from '../matching/glued.ts';
import { createPieceIndex, isPiece } from '../matching/hashtags.ts';
import { misspellingIndexOf, type Slip } from '../matching/misspelling.ts';
import {
  affixedForms,
  collapsedWords,
  findReadings,
  findSlips,
  SAME_NAME,
  type WordIndex,
  withoutPrefix,
  withoutSuffix,
} from '../matching/variants.ts';
import { HASH_FACTOR, HASH_START } from '../rule-file/hash.ts';
import type { CompiledTerm } from '../rule-file/rules.ts';
import { SkimFlag, slipFlags } from '../rule-file/skim-flags.ts';
import { WordKind, wordKinds } from '../rule-file/word-kinds.ts';
import type { PackPart } from './compile-pack.ts';
import type { SkimDraft } from './compile-skim.ts';
import type { NearWords } from './near-words.ts';

/** What decides how words are read. */
export interface WordSources {
  readonly parts: readonly PackPart[];
  /** Of all terms and of the matcher's own grammar. */
  readonly words: ReadonlySet<string>;
  /** In the order of the alphabet. */
  readonly misspellable: readonly string[];
  readonly besideOthers: readonly string[];
  readonly ownEndings: readonly string[];
  readonly sharedLetters: readonly string[];
}

/** What was found out about words of the language and of the packs, for those that are not as most are. */
export interface WordFacts {
  /** Ordinary words that would be read as a variant of a term, and common names that would be. */
  readonly guard: ReadonlySet<string>;
  readonly doubtful: ReadonlySet<string>;
  /** Words that are no words of terms and are read as one. */
  readonly read: ReadonlySet<string>;
  /** Flags of words that are near to a word of a name. */
  readonly slips: ReadonlyMap<string, number>;
}

/** What compiling other packs has found out. */
export interface EarlierFacts {
  readonly sources: WordSources;
  readonly facts: WordFacts;
}

const NOTHING: EarlierFacts = {
  sources: {
    parts: [],
    words: new Set(),
    misspellable: [],
    besideOthers: [],
    ownEndings: [],
    sharedLetters: [],
  },
  facts: { guard: new Set(), doubtful: new Set(), read: new Set(), slips: new Map() },
};

/**
 * Reads every word of the language and of the packs as the matcher would, but for those of which nothing has changed since
 * `earlier`: a word changes only with the words of the packs that it is, holds, or may be taken for.
 *
 * @param terms of all parts
 */
export function readWords(
  sources: WordSources,
  terms: readonly CompiledTerm[],
  draft: SkimDraft,
  near: NearWords,
  earlier: EarlierFacts | undefined,
): WordFacts {
  const before = earlier ?? NOTHING;
  const changedWords = differenceOf(sources.words, before.sources.words);
  const changedNames = new Set([
    ...differenceOf(new Set(sources.misspellable), new Set(before.sources.misspellable)),
    ...differenceOf(new Set(sources.besideOthers), new Set(before.sources.besideOthers)),
  ]);
  const nearNames = near.to(changedNames);
  const reader = new Reader(sources);

  const guard = new Set(before.facts.guard);
  const doubtful = new Set(before.facts.doubtful);
  const changed = new Set(changedWords);
  const isGuarded = (word: string) => guard.has(word) || doubtful.has(word);
  for (const word of ordinaryWordsTouched(changedWords, sources.words, nearNames, isGuarded)) {
    const kind = reader.guardOf(word);
    const isSame = guard.has(word) === (kind === 'guard') && doubtful.has(word) === (kind === 'doubtful');
    if (isSame) continue;
    changed.add(word);
    guard.delete(word);
    doubtful.delete(word);
    if (kind === 'guard') guard.add(word);
    if (kind === 'doubtful') doubtful.add(word);
  }
  reader.learn(guard, doubtful);

  const read = new Set(before.facts.read);
  const slips = new Map(before.facts.slips);
  const pieces = createPieceIndex(terms);
  const touched = earlier
    ? wordsTouched(draft, changed, changedNames.size > 0, nearNames, changedPieces(sources, before.sources))
    : allWords(draft);
  /** No search is needed to see that most words of the lexicon are near to nothing. */
  const nearAll = earlier ? undefined : nearNames;
  for (const word of touched) {
    const value = draft.flags.get(word);
    if (value === undefined && !isOrdinary(word)) continue;
    const isFar = nearAll !== undefined && isOrdinary(word) && !nearAll.has(word);
    const isReadAsTerm =
      ((value ?? 0) & SkimFlag.Read) === 0 &&
      (reader.isRead(word, isFar) || findGlued(word, pieces).length > 0);
    if (isReadAsTerm) read.add(word);
    else read.delete(word);
    const flags = isFar ? 0 : reader.slipFlags(word);
    if (flags !== 0) slips.set(word, flags);
    else slips.delete(word);
  }
  return { guard, doubtful, read, slips };
}

/** Reads words without the memory of the matcher: each is asked for once. */
class Reader {
  readonly #index: WordIndex;
  readonly #kinds: Map<string, number>;

  constructor(sources: WordSources) {
    const { words, misspellable } = sources;
    const kinds = wordKinds(words, { misspellable, guard: [], doubtful: [] });
    const misspellings = misspellingIndexOf(sources);
    const near = new Map<string, readonly Slip[]>();
    this.#kinds = kinds;
    this.#index = {
      kindOf: (word) => kinds.get(word) ?? 0,
      mayMean: () => true,
      collapsed: collapsedWords(words),
      // Each word is asked for up to four times: as a guard and to the skim, for its readings and its slips.
      misspellings: {
        near: (word) => {
          const known = near.get(word) ?? misspellings.near(word);
          near.set(word, known);
          return known;
        },
      },
      known: new Map(),
    };
  }

  /** Must an ordinary word not be taken for a word of the packs? Asked before `learn()`. */
  guardOf(word: string): 'guard' | 'doubtful' | undefined {
    const isOfTerm = (this.#index.kindOf(word) & WordKind.Term) !== 0;
    const slips = isOrdinary(word) ? findSlips(word, { ...this.#index, kindOf: () => 0 }) : [];
    if (slips.length > 0 && isWordOrPlace(word)) return 'guard';
    const isOtherName = isGivenName(word) && slips.some(({ cost }) => cost > SAME_NAME);
    const [reading] = isOfTerm ? [] : findReadings(word, this.#index);
    // "indahnya" is "indah" rightly; only a distinctive name hides in an ordinary word ("diganjar").
    const isHidden = reading && (reading.rule !== 'affixed' || this.#isDistinctive(reading.text));
    if (isHidden && !isCommonName(word)) return 'guard';
    return isHidden || isOtherName ? 'doubtful' : undefined;
  }

  /** From here on words are read as the matcher reads them. */
  learn(guard: Iterable<string>, doubtful: Iterable<string>): void {
    const add = (word: string, kind: number) => this.#kinds.set(word, this.#index.kindOf(word) | kind);
    for (const word of guard) add(word, WordKind.Guard);
    for (const word of doubtful) add(word, WordKind.Doubtful);
  }

  /** @param isFar whether it is known to be near to no name */
  isRead(word: string, isFar: boolean): boolean {
    const mayBe =
      !isFar ||
      this.#index.kindOf(word) !== 0 ||
      DOUBLED.test(word) ||
      withoutSuffix(word) !== word ||
      withoutPrefix(word) !== word;
    return mayBe && findReadings(word, this.#index).length > 0;
  }

  slipFlags(word: string): number {
    return slipFlags(findSlips(word, this.#index));
  }

  #isDistinctive(word: string): boolean {
    return (this.#index.kindOf(word) & WordKind.Distinctive) !== 0;
  }
}

const DOUBLED = /(.)\1/;

/**
 * Everyday words that may be guarded otherwise than before.
 *
 * @param words of the terms as they are now
 */
function ordinaryWordsTouched(
  changedWords: ReadonlySet<string>,
  words: ReadonlySet<string>,
  nearNames: ReadonlySet<string>,
  isGuarded: (word: string) => boolean,
): ReadonlySet<string> {
  const touched = new Set(nearNames);
  if (changedWords.size === 0) return touched;
  for (const word of changedWords) {
    // A new word with an affix guards nothing, but a word may have been guarded that is now read as one.
    const isTouched = words.has(word) ? isGuarded : isEveryday;
    for (const form of affixedForms(word)) if (isTouched(form)) touched.add(form);
    if (isEveryday(word)) touched.add(word);
  }
  const isHeld = heldFormsOf(changedWords);
  const heads = new Set([...changedWords].map(headOf));
  for (const word of doubledWords(heads)) if (isHeld(word)) touched.add(word);
  return touched;
}

function* allWords({ flags }: SkimDraft): Iterable<string> {
  yield* flags.keys();
  for (const word of lexiconWords()) if (!flags.has(word)) yield word;
}

/** Those of `allWords()` that may be read otherwise than before, and some that no table holds. */
function wordsTouched(
  draft: SkimDraft,
  changed: ReadonlySet<string>,
  haveNamesChanged: boolean,
  nearNames: ReadonlySet<string>,
  pieces: ReadonlySet<string>,
): ReadonlySet<string> {
  const touched = new Set([...changed, ...nearNames]);
  for (const word of changed) for (const form of affixedForms(word)) touched.add(form);
  const isHeld = heldFormsOf(changed);
  const holdsPiece = holderOf(pieces);
  for (const word of allWords(draft)) {
    // Of these nobody has found out before what they are near to.
    const isUnknown = haveNamesChanged && !isOrdinary(word);
    if (isUnknown || isHeld(word) || holdsPiece(word) || !LETTERS.test(word)) touched.add(word);
  }
  return touched;
}

const LETTERS = /^[a-z]+$/;

/** What hashtags and glued words are made of in one of two sets of packs and not in the other. */
function changedPieces(now: WordSources, before: WordSources): ReadonlySet<string> {
  const piecesOf = (parts: readonly PackPart[], others: readonly PackPart[]) =>
    new Set(
      parts
        .filter((part) => !others.includes(part))
        .flatMap(({ terms }) => terms.filter(isPiece))
        .map(({ tokens, kind, signal, pair }) => `${tokens.join('')} ${kind} ${signal} ${pair ?? ''}`),
    );
  const changes = differenceOf(piecesOf(now.parts, before.parts), piecesOf(before.parts, now.parts));
  return new Set([...changes].map((piece) => piece.slice(0, piece.indexOf(' '))));
}

/** Tells of a word that may be glued whether it holds one of these pieces. */
function holderOf(pieces: ReadonlySet<string>): (word: string) => boolean {
  const lengths = [...new Set([...pieces].map(({ length }) => length))];
  return (word) => {
    if (pieces.size === 0 || word.length < MIN_TWO_WORDS || word.length > MAX_GLUED) return false;
    return lengths.some((length) => {
      for (let start = 0; start + length <= word.length; start += 1)
        if (pieces.has(word.slice(start, start + length))) return true;
      return false;
    });
  };
}

/** Tells whether a word, or what is left of it without its ending, is one of these with letters held longer or shorter. */
function heldFormsOf(words: ReadonlySet<string>): (word: string) => boolean {
  const hashes = new Set([...words].map((word) => collapsedHash(word, word.length)));
  const heads = new Set([...words].map(headOf));
  return (word) =>
    heads.has(headOf(word)) &&
    (hashes.has(collapsedHash(word, word.length)) ||
      hashes.has(collapsedHash(word, withoutSuffix(word).length)));
}

/** Of the first `length` letters, each run of one letter as one. */
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

function differenceOf(one: ReadonlySet<string>, other: ReadonlySet<string>): Set<string> {
  return new Set([
    ...[...one].filter((word) => !other.has(word)),
    ...[...other].filter((word) => !one.has(word)),
  ]);
}
