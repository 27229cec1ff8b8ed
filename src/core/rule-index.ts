import { createPieceIndex, type PieceIndex } from './hashtags.ts';
import {
  BALLOT_NUMBER_ENTRY,
  type CompiledEntry,
  type CompiledRules,
  type CompiledTerm,
  MONEY_OFFER_ENTRY,
  OWN_VOICE_ENTRY,
} from './rules.ts';
import type { Contest, EntityRole } from './types.ts';
import { createWordIndex, type WordIndex } from './variants.ts';
import { GRAMMAR } from './vocabulary.ts';

/** Compiled rules with the look-up tables that `match()` needs. Built once per snapshot, then only read. */
export interface RuleIndex {
  readonly rules: CompiledRules;
  /** By first token. */
  readonly terms: ReadonlyMap<string, readonly CompiledTerm[]>;
  /** Tickets by ballot number. */
  readonly numbers: ReadonlyMap<number, readonly CompiledTerm[]>;
  /** For ballot numbers that no active ticket has; undefined when no pack is loaded. */
  readonly numberEntry: CompiledEntry | undefined;
  readonly ownVoiceEntry: CompiledEntry | undefined;
  readonly moneyOfferEntry: CompiledEntry | undefined;
  readonly hashtags: PieceIndex;
  readonly words: WordIndex;
  contest(id: string): Contest | undefined;
  /** Role of the entry a finding names; `phrase` for an unknown id. */
  roleOf(entity: string): EntityRole;
  /** Official name or phrase of the entry a finding names, '' for an unknown id. */
  titleOf(entity: string): string;
  /** Version of the pack the entry stands in, '' for an unknown id. */
  packVersionOf(entity: string): string;
}

export function createRuleIndex(rules: CompiledRules): RuleIndex {
  const terms = new Map<string, CompiledTerm[]>();
  const numbers = new Map<number, CompiledTerm[]>();
  for (const term of rules.terms) {
    const [first] = term.tokens;
    if (first === undefined) continue;
    if (term.kind === 'number') push(numbers, Number(first), term);
    else push(terms, first, term);
  }
  const entries = new Map(rules.entries.map((entry) => [entry.id, entry]));
  const contests = new Map(rules.contests.map((contest) => [contest.id, contest]));
  return {
    rules,
    terms,
    numbers,
    numberEntry: entries.get(BALLOT_NUMBER_ENTRY),
    ownVoiceEntry: entries.get(OWN_VOICE_ENTRY),
    moneyOfferEntry: entries.get(MONEY_OFFER_ENTRY),
    hashtags: createPieceIndex(rules.terms),
    words: createWordIndex(new Set([...GRAMMAR, ...rules.terms.flatMap(wordsOf)]), rules.words),
    contest: (id) => contests.get(id),
    roleOf: (entity) => entries.get(entity)?.role ?? 'phrase',
    titleOf: (entity) => entries.get(entity)?.title ?? '',
    packVersionOf: (entity) => rules.packs[entries.get(entity)?.pack ?? -1]?.version ?? '',
  };
}

function wordsOf({ kind, tokens }: CompiledTerm): readonly string[] {
  return kind === 'number' ? [] : tokens;
}

function push<Key>(map: Map<Key, CompiledTerm[]>, key: Key, term: CompiledTerm): void {
  const list = map.get(key);
  if (list) list.push(term);
  else map.set(key, [term]);
}
