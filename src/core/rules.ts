import type { Contest, EntityRole, FindingKind, Signal } from './types.ts';

/** Raised when the shape of `CompiledRules` changes; a snapshot of another format is built anew. */
export const RULES_FORMAT = 1;

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
  /** Index into `entries`. */
  readonly entry: number;
  readonly kind: FindingKind | 'exception';
  readonly signal: Signal;
}
