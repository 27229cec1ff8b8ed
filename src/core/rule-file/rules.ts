import type { NeutralAccount } from '../pack/neutral-accounts.ts';
import type { Contest, EntityRole, FindingKind, Signal } from '../types.ts';

/** Entries of cues that are rules of the language and stand in no pack; `compile()` adds them to every set. */
export const OWN_VOICE_ENTRY = 'general:own-voice';
export const MONEY_OFFER_ENTRY = 'general:money-offer';
/** Entry of ballot-number phrases that belong to no ticket of an active contest; `compile()` adds it to every set. */
export const BALLOT_NUMBER_ENTRY = 'general:ballot-number';
/** Entry of a contest that is named itself; `compile()` adds it to every set. */
export const CONTEST_ENTRY = 'general:contest';
/** Their titles, as people read them. */
export const RULE_ENTRIES = [
  { id: OWN_VOICE_ENTRY, title: 'calon pilihan saya' },
  { id: MONEY_OFFER_ENTRY, title: 'uang untuk suara' },
  { id: BALLOT_NUMBER_ENTRY, title: 'nomor urut' },
  { id: CONTEST_ENTRY, title: 'nama pemilihan' },
] as const;
/** The pack that they count as part of, where it is there. */
export const RULE_ENTRIES_PACK = 'general';

/** Rule packs as one set of rules: made by `compile()`, written as a rule file by `encodeRules()`. */
export interface CompiledRules {
  readonly packs: readonly PackLabel[];
  readonly contests: readonly Contest[];
  readonly entries: readonly CompiledEntry[];
  readonly terms: readonly CompiledTerm[];
  readonly neutralAccounts: readonly NeutralAccount[];
  readonly words: WordTables;
  readonly skim: SkimWords;
}

/** Words of the skim with their flags (`SkimFlag`), and for a `Half` the words that must stand beside it. */
export interface SkimWords {
  readonly flags: ReadonlyMap<string, number>;
  readonly others: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What the lexicon of ordinary words says about these terms, so that the lexicon itself stays in the background. */
export interface WordTables {
  /** Distinctive words of names, the only ones that are looked for misspelt by themselves. */
  readonly misspellable: readonly string[];
  /** Other words of names, which are looked for misspelt inside a whole name. */
  readonly besideOthers: readonly string[];
  /** Of the distinctive words those that are recognised by what follows the first letter, whatever that is. */
  readonly ownEndings: readonly string[];
  /** Of all of them those that are not looked for in another order of their letters: an ordinary word has the same. */
  readonly sharedLetters: readonly string[];
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

/** Closed lists: the rule file holds indices into them, so their order is part of its format. */
export const TERM_KINDS = [
  'name',
  'alias',
  'hashtag',
  'slogan',
  'account',
  'number',
  'phrase',
  'exception',
] as const satisfies readonly CompiledTerm['kind'][];
export const SIGNALS = ['campaign', 'subject', 'supporting'] as const satisfies readonly Signal[];
export const PIECE_ROLES = ['term', 'cue', 'filler', 'digits'] as const;

/** Tables from strings, each with its own sections (`TABLE_PARTS`). */
export const TABLES = [
  'entriesById',
  'termsByWord',
  'pieces',
  'pieceLengths',
  'words',
  'collapsed',
  'skim',
  'halves',
] as const;

/** Sections of a rule file besides those of its tables. */
export const LISTS = [
  'units',
  'starts',
  'startBlocks',
  'buckets',
  'bucketBlocks',
  'prints',
  'labels',
  'entryIds',
  'entryTitles',
  'entryPacks',
  'entryContests',
  'entryRoles',
  'termShapes',
  'termEntries',
  'termTokens',
  'termBlocks',
  'shapes',
  'slipBuckets',
  'slipBucketBlocks',
  'slipWords',
  'slipLetters',
  'slipSounds',
  'slipTexts',
  'slipSpellings',
  'restBuckets',
  'restBucketBlocks',
  'restMarks',
  'restWords',
  'pairs',
] as const;
