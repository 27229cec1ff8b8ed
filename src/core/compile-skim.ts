import { TALK_WORDS } from './contest-talk.ts';
import { BALLOT_VERBS } from './endorsement.ts';
import { MAX_WHOLE, MIN_APART } from './glued.ts';
import { isName } from './hashtags.ts';
import { isOrdinary, lexiconWords } from './lexicon.ts';
import { VOTE_WORDS } from './money-offer.ts';
import { NUMBER_CONTEXT, NUMBER_WORD_FORMS } from './number-words.ts';
import type { CompiledTerm, SkimWords } from './rules.ts';
import { SkimFlag } from './skim-flags.ts';
import { stanceTriggers } from './stance-patterns.ts';
import { DEBATES, ELECTION_WORDS, GRAMMAR, NEAR_ELECTION_WORDS } from './vocabulary.ts';

/** The matcher's view of single words, for those who prepare its tables. */
export interface WordReader {
  readonly isRead: (word: string) => boolean;
  /** `Slip` or `OrdinarySlip` for a word that is near to a word of a name, else 0. */
  readonly slipFlags: (word: string) => number;
  /** So distinctive that it makes a name of an ordinary word beside it. */
  readonly isSure: (word: string) => boolean;
}

/**
 * What each word means to the skim (`skim.ts`): words that may make a text electoral by themselves, words of numbers,
 * and ordinary words that mean nothing, so that a tab need not look further at them.
 *
 * @param reader what the matcher would make of a word
 */
export function skimWords(terms: readonly CompiledTerm[], reader: WordReader): SkimWords {
  const flags = new Map<string, number>();
  const others = new Map<string, Set<string>>();
  const flag = (word: string, value: number) => flags.set(word, (flags.get(word) ?? 0) | value);

  for (const { kind, tokens } of terms)
    if (kind !== 'number') for (const token of tokens) flag(token, SkimFlag.Read);
  for (const word of GRAMMAR) flag(word, SkimFlag.Read);
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
  const electoral = new Set([
    ...ELECTION_WORDS,
    ...NEAR_ELECTION_WORDS,
    ...DEBATES,
    ...BALLOT_VERBS,
    ...VOTE_WORDS,
  ]);
  // A step of electoral words that are triggers anyway is the rarest.
  const added = (words: readonly string[]) => words.filter((word) => !electoral.has(word)).length;
  for (const word of [...electoral, ...stanceTriggers(false, added)]) flag(word, SkimFlag.Trigger);
  for (const word of stanceTriggers(true, added)) flag(word, SkimFlag.Weak);
  for (const word of TALK_WORDS) flag(word, SkimFlag.Talk);
  for (const word of NUMBER_WORD_FORMS) flag(word, SkimFlag.Number);
  for (const word of NUMBER_CONTEXT) flag(word, SkimFlag.NumberContext);
  for (const [word, value] of flags)
    if ((value & SkimFlag.Read) === 0 && reader.isRead(word)) flag(word, SkimFlag.Variant);
  for (const word of lexiconWords()) if (!flags.has(word) && !reader.isRead(word)) flags.set(word, 0);
  for (const { kind, tokens, pair, signal } of terms) {
    // Two common names make a pair only as they are spelt.
    if (!isName({ kind }) || tokens.length < 2 || (pair !== undefined && signal === 'supporting')) continue;
    for (const token of tokens)
      flag(token, reader.isSure(token) ? SkimFlag.NameWord | SkimFlag.SureName : SkimFlag.NameWord);
  }
  for (const word of flags.keys()) flag(word, reader.slipFlags(word));
  for (const { kind, tokens } of terms) {
    const [word = ''] = tokens;
    if (tokens.length > 1 || !isName({ kind }) || word.length < MIN_APART || word.length > MAX_WHOLE)
      continue;
    for (let end = 1; end < word.length; end += 1) {
      const first = word.slice(0, end);
      if (flags.has(first)) flag(first, SkimFlag.FirstPart);
    }
  }
  return new Map(
    [...flags].map(([word, value]) => [word, { flags: value, others: [...(others.get(word) ?? [])] }]),
  );
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
