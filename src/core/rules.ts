import type { Contest, EntityRole, FindingKind, Signal } from './types.ts';

/** Raised when the shape of `CompiledRules` changes; a snapshot of another format is built anew. */
export const RULES_FORMAT = 2;

/** Entries of cues that are rules of the language and stand in no pack; `compile()` adds them to every set. */
export const OWN_VOICE_ENTRY = 'general:own-voice';
export const MONEY_OFFER_ENTRY = 'general:money-offer';
/** Entry of ballot-number phrases that belong to no ticket of an active contest; `compile()` adds it to every set. */
export const BALLOT_NUMBER_ENTRY = 'general:ballot-number';

/**
 * Rule packs as the background publishes them and every content script loads them: plain JSON, made only by
 * `compile()` in `compile.ts`, so a content script needs no validation library.
 */
export interface CompiledRules {
  readonly format: typeof RULES_FORMAT;
  readonly packs: readonly PackLabel[];
  readonly contests: readonly Contest[];
  readonly entries: readonly CompiledEntry[];
  readonly terms: readonly CompiledTerm[];
  readonly words: WordTables;
}

/** What the lexicon of ordinary words says about these terms, so that the lexicon itself stays in the background. */
export interface WordTables {
  /** Distinctive words of names, the only ones that are looked for misspelt. */
  readonly misspellable: readonly string[];
  /** Ordinary words that would be read as a variant of a term. */
  readonly guard: readonly string[];
  /** Common personal names that would be: they need a second signal. */
  readonly doubtful: readonly string[];
}

export interface PackLabel {
  readonly id: string;
  readonly title: string;
  readonly version: string;
}

export interface CompiledEntry {
  readonly id: string;
  /** Index into `packs`. */
  readonly pack: number;
  /** Index into `contests`, or -1. */
  readonly contest: number;
  readonly role: EntityRole;
  /** Official name for people and parties, the phrase itself otherwise. */
  readonly title: string;
}

export interface CompiledTerm {
  /** Normalised tokens, the output of `normalize()`; for kind `number` the ballot number in digits. */
  readonly tokens: readonly string[];
  /** Indices of tokens that count only where the writer used capitals: "AMIN" is a ticket, "amin" a prayer. */
  readonly capitals?: readonly number[];
  /** Of a pair of names, the index at which the second begins: anything may join the two. */
  readonly pair?: number;
  /** Index into `entries`. */
  readonly entry: number;
  readonly kind: FindingKind | 'exception';
  readonly signal: Signal;
}
