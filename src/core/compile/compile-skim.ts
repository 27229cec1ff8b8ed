import { VOTER_EDUCATION } from '../language/contests/contest-names.ts';
import { TALK_WORDS } from '../language/contests/contest-talk.ts';
import { isOrdinary, lexiconWords } from '../language/lexicon.ts';
import { stanceTriggers } from '../language/stance-patterns.ts';
import { DEBATES, ELECTION_WORDS, GRAMMAR, NEAR_ELECTION_WORDS, wordSet } from '../language/vocabulary.ts';
import { BALLOT_VERBS } from '../matching/endorsement.ts';
import { MAX_WHOLE, MIN_APART } from '../matching/glued.ts';
import { isName } from '../matching/hashtags.ts';
import { VOTE_WORDS } from '../matching/money-offer.ts';
import { NUMBER_CONTEXT, NUMBER_WORD_FORMS } from '../matching/numbers/number-words.ts';
import type { CompiledTerm, SkimWords } from '../rule-file/rules.ts';
import { SkimFlag } from '../rule-file/skim-flags.ts';

/** What the matcher makes of single words, for those who prepare its tables. */
export interface WordReader {
  readonly isRead: (word: string) => boolean;
  /** `Slip` or `OrdinarySlip` for a word that is near to a word of a name, else 0. */
  readonly slipFlags: (word: string) => number;
  /** So distinctive that it makes a name of an ordinary word beside it. */
  readonly isSure: (word: string) => boolean;
}

/** What some terms say to the skim: their words with flags and, of a `Half`, the words that must stand beside it. JSON. */
export interface TermFlags {
  readonly words: readonly (readonly [word: string, flags: number, others?: readonly string[]])[];
  /** Names of one word that may be written in two. */
  readonly apart: readonly string[];
}

export function termFlags(terms: readonly CompiledTerm[]): TermFlags {
  const flags = new Map<string, number>();
  const others = new Map<string, Set<string>>();
  const flag = (word: string, value: number) => flags.set(word, (flags.get(word) ?? 0) | value);

  for (const { kind, tokens } of terms)
    if (kind !== 'number') for (const token of tokens) flag(token, SkimFlag.Read);
  for (const term of terms) {
    const [first = '', second] = byRarity(term.tokens);
    if (!isWeighty(term)) {
      if (term.kind !== 'number') flag(first, SkimFlag.Weak);
      if (isName(term)) flag(first, SkimFlag.CommonName);
      continue;
    }
    if (second === undefined || isRare(first)) flag(first, SkimFlag.Trigger);
    else {
      flag(first, SkimFlag.Half);
      flag(second, SkimFlag.OtherHalf);
      const known = others.get(first);
      if (known) known.add(second);
      else others.set(first, new Set([second]));
    }
  }
  for (const { kind, tokens, pair, signal } of terms) {
    // Two common names make a pair only as they are spelt.
    if (!isName({ kind }) || tokens.length < 2 || (pair !== undefined && signal === 'supporting')) continue;
    for (const token of tokens) flag(token, SkimFlag.NameWord);
  }
  const apart = terms.flatMap(({ kind, tokens: [word = '', ...more] }) =>
    isName({ kind }) && more.length === 0 && word.length >= MIN_APART && word.length <= MAX_WHOLE
      ? [word]
      : [],
  );
  return {
    words: [...flags].map(([word, value]) => {
      const beside = others.get(word);
      return beside ? [word, value, [...beside]] : [word, value];
    }),
    apart: [...new Set(apart)],
  };
}

/** Ordinary texts are full of these; rather than by one of them, a pattern is known by that many other words. */
const FREQUENT = wordSet('baru ganti giliran kosong pilihan waktunya');
const MANY = 12;

/** Words that mean something to the skim whatever the packs are. */
function* flagsOfLanguage(): Iterable<readonly [word: string, flags: number]> {
  for (const word of GRAMMAR) yield [word, SkimFlag.Read];
  const electoral = new Set([
    ...ELECTION_WORDS,
    ...NEAR_ELECTION_WORDS,
    ...DEBATES,
    ...BALLOT_VERBS,
    ...VOTE_WORDS,
  ]);
  // A step of electoral words that are triggers anyway is the rarest.
  const added = (words: readonly string[]) =>
    words.reduce((sum, word) => sum + (electoral.has(word) ? 0 : FREQUENT.has(word) ? MANY : 1), 0);
  for (const word of [...electoral, ...stanceTriggers(false, added)]) yield [word, SkimFlag.Trigger];
  for (const word of stanceTriggers(true, added)) yield [word, SkimFlag.Weak];
  for (const word of VOTER_EDUCATION) yield [word, SkimFlag.Weak];
  for (const word of TALK_WORDS) yield [word, SkimFlag.Talk];
  for (const word of NUMBER_WORD_FORMS) yield [word, SkimFlag.Number];
  for (const word of NUMBER_CONTEXT) yield [word, SkimFlag.NumberContext];
}

/** Words of the terms of several packs and of the language, before the lexicon and the matcher are asked about them. */
export interface SkimDraft {
  readonly flags: Map<string, number>;
  readonly others: Map<string, Set<string>>;
  readonly apart: ReadonlySet<string>;
}

export function draftSkim(packs: readonly TermFlags[]): SkimDraft {
  const flags = new Map<string, number>();
  const others = new Map<string, Set<string>>();
  for (const { words } of packs)
    for (const [word, value, beside] of words) {
      flags.set(word, (flags.get(word) ?? 0) | value);
      if (!beside) continue;
      const known = others.get(word);
      if (known) for (const other of beside) known.add(other);
      else others.set(word, new Set(beside));
    }
  for (const [word, value] of flagsOfLanguage()) flags.set(word, (flags.get(word) ?? 0) | value);
  return { flags, others, apart: new Set(packs.flatMap(({ apart }) => apart)) };
}

/**
 * What each word means to the skim (`skim.ts`): words that may make a text electoral by themselves, words of numbers,
 * and ordinary words that mean nothing, so that a tab need not look further at them.
 *
 * @param draft is changed
 * @param reader what the matcher would make of a word
 */
export function skimWords({ flags, others, apart }: SkimDraft, reader: WordReader): SkimWords {
  for (const [word, value] of flags) {
    let more = reader.slipFlags(word);
    if ((value & SkimFlag.Read) === 0 && reader.isRead(word)) more |= SkimFlag.Variant;
    if ((value & SkimFlag.NameWord) !== 0 && reader.isSure(word)) more |= SkimFlag.SureName;
    if (more !== 0) flags.set(word, value | more);
  }
  for (const word of lexiconWords())
    if (!flags.has(word) && !reader.isRead(word)) flags.set(word, reader.slipFlags(word));
  for (const word of apart)
    for (let end = 1; end < word.length; end += 1) {
      const first = word.slice(0, end);
      const value = flags.get(first);
      if (value !== undefined) flags.set(first, value | SkimFlag.FirstPart);
    }
  return { flags, others };
}

/** May this term alone lift a text above level `none`? */
function isWeighty({ kind, signal, tokens }: CompiledTerm): boolean {
  if (kind === 'exception' || kind === 'number') return false;
  // Beside support a whole name counts even if all its words are common.
  return signal !== 'supporting' || (isName({ kind }) && tokens.length > 1);
}

/** Too short a word stands in ordinary texts, whatever the lexicon knows. */
const MIN_RARE = 4;

function isRare(word: string): boolean {
  return word.length >= MIN_RARE && !isOrdinary(word);
}

/** Different words of a term, those first that ordinary texts hold most rarely. Each must be there where it is found. */
function byRarity(tokens: readonly string[]): string[] {
  return [...new Set(tokens)].sort(
    (one, other) => Number(isRare(other)) - Number(isRare(one)) || other.length - one.length,
  );
}
