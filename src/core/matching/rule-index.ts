import type { NeutralAccount } from '../pack/neutral-accounts.ts';
import { PairTable } from '../rule-file/pair-table.ts';
import { openRuleFile } from '../rule-file/rule-file.ts';
import { readLabels } from '../rule-file/rule-labels.ts';
import {
  BALLOT_NUMBER_ENTRY,
  CONTEST_ENTRY,
  type CompiledEntry,
  type CompiledRules,
  type CompiledTerm,
  ENTRY_FIELDS,
  MONEY_OFFER_ENTRY,
  OWN_VOICE_ENTRY,
  type PackLabel,
  PIECE_ROLES,
  SECTIONS,
  SIGNALS,
  TERM_FIELDS,
  TERM_KINDS,
} from '../rule-file/rules.ts';
import { READ_FLAGS } from '../rule-file/skim-flags.ts';
import { StringPool } from '../rule-file/string-pool.ts';
import { type Lookup, mapped, StringTable } from '../rule-file/string-table.ts';
import { type Contest, ENTITY_ROLES, type EntityRole } from '../types.ts';
import { encodeRules } from './encode-rules.ts';
import type { Piece, PieceIndex } from './hashtags.ts';
import { MisspellingIndex } from './misspelling.ts';
import { PlainWords } from './plain-words.ts';
import type { SkimIndex } from './skim-words.ts';
import type { WordIndex } from './variants.ts';

/** Compiled rules as `match()` reads them: views into a rule file, and what was read of it before. */
export interface RuleIndex {
  readonly packs: readonly PackLabel[];
  readonly contests: readonly Contest[];
  readonly neutralAccounts: readonly NeutralAccount[];
  readonly entry: (index: number) => CompiledEntry | undefined;
  /** By first token. */
  readonly terms: Lookup<readonly CompiledTerm[]>;
  /** Tickets by ballot number. */
  readonly tickets: (ballotNumber: number) => readonly CompiledTerm[];
  /** For ballot numbers that no active ticket has; undefined when no pack is loaded. */
  readonly numberEntry: CompiledEntry | undefined;
  readonly ownVoiceEntry: CompiledEntry | undefined;
  readonly moneyOfferEntry: CompiledEntry | undefined;
  readonly contestEntry: CompiledEntry | undefined;
  readonly hashtags: PieceIndex;
  readonly words: WordIndex;
  readonly skim: SkimIndex;
  contest(id: string): Contest | undefined;
  /** Role of the entry a finding names; `phrase` for an unknown id. */
  roleOf(entity: string): EntityRole;
  /** Official name or phrase of the entry a finding names, '' for an unknown id. */
  titleOf(entity: string): string;
  /** The pack the entry stands in, undefined for an unknown id. */
  packOf(entity: string): PackLabel | undefined;
}

/** For those who have just compiled: the same file that a tab would read. */
export function createRuleIndex(rules: CompiledRules): RuleIndex {
  return openRuleIndex(encodeRules(rules));
}

/**
 * Opens compiled rules. Nothing is built: strings, terms and entries become objects when they are first asked for.
 *
 * @throws RuleFileError when the bytes are no rule file of this format, or are cut or damaged.
 */
export function openRuleIndex(file: Uint8Array): RuleIndex {
  const sections = openRuleFile(file);
  const strings = new StringPool(sections.units(0), sections.numbers(1));
  const numbers = (name: (typeof SECTIONS)[number]) => sections.numbers(2 + SECTIONS.indexOf(name));
  const table = (name: (typeof SECTIONS)[number]) => new StringTable(numbers(name), strings);

  const { packs, contests, neutralAccounts } = readLabels(sections, strings);
  const entry = entryReader(numbers('entries'), strings);
  const term = termReader(numbers('terms'), numbers('tokens'), strings);
  const terms = mapped(table('termsByWord'), (ids) => ids.flatMap((id) => term(id) ?? []));
  const words = table('words');
  const pieces = table('pieces');
  const collapsed = table('collapsed');
  const skim = table('skim');
  const misspellings = new MisspellingIndex(numbers('misspellings'), strings);
  const plain = new PlainWords({ words, collapsed, pieces, skim, misspellings });
  const entriesById = table('entriesById');
  const entryById = (id: string) => entry(entriesById.get(id)?.[0] ?? -1);
  return {
    packs,
    contests,
    neutralAccounts,
    entry,
    terms,
    tickets: (ballotNumber) => terms.get(`number:${ballotNumber}`) ?? [],
    numberEntry: entryById(BALLOT_NUMBER_ENTRY),
    ownVoiceEntry: entryById(OWN_VOICE_ENTRY),
    moneyOfferEntry: entryById(MONEY_OFFER_ENTRY),
    contestEntry: entryById(CONTEST_ENTRY),
    hashtags: {
      pieces: mapped(pieces, ([role = 0, ...ids]) => pieceOf(role, ids, term)),
      lengths: mapped(table('pieceLengths'), (lengths) => lengths),
      glued: new Map(),
    },
    words: {
      kindOf: kindReader(words),
      mayMean: (word) => {
        const ordinal = skim.ordinalOf(word);
        return ordinal < 0 ? plain.mayMean(word) : (skim.firstAt(ordinal) & READ_FLAGS) !== 0;
      },
      collapsed: mapped(collapsed, (ids) => ids.map((id) => strings.text(id))),
      misspellings,
      known: new Map(),
    },
    skim: {
      words: skim,
      known: new Map(),
      plain,
      pairs: new PairTable(numbers('pairs')),
    },
    contest: (id) => contests.find((contest) => contest.id === id),
    roleOf: (entity) => entryById(entity)?.role ?? 'phrase',
    titleOf: (entity) => entryById(entity)?.title ?? '',
    packOf: (entity) => packs[entryById(entity)?.pack ?? -1],
  };
}

function kindReader(kinds: StringTable): (word: string) => number {
  return (word) => {
    const ordinal = kinds.ordinalOf(word);
    return ordinal < 0 ? 0 : kinds.firstAt(ordinal);
  };
}

function pieceOf(
  role: number,
  ids: readonly number[],
  term: (id: number) => CompiledTerm | undefined,
): Pick<Piece, 'role' | 'terms'> {
  return { role: PIECE_ROLES[role] ?? 'term', terms: ids.flatMap((id) => term(id) ?? []) };
}

function entryReader(fields: Int32Array, strings: StringPool): RuleIndex['entry'] {
  const known: CompiledEntry[] = [];
  return (index) => {
    const at = index * ENTRY_FIELDS;
    if (index < 0 || at >= fields.length) return undefined;
    known[index] ??= {
      id: strings.text(fields[at] ?? 0),
      pack: fields[at + 1] ?? -1,
      contest: fields[at + 2] ?? -1,
      role: ENTITY_ROLES[fields[at + 3] ?? -1] ?? 'phrase',
      title: strings.text(fields[at + 4] ?? 0),
    };
    return known[index];
  };
}

function termReader(
  fields: Int32Array,
  tokens: Int32Array,
  strings: StringPool,
): (id: number) => CompiledTerm | undefined {
  const known: CompiledTerm[] = [];
  return (id) => {
    const at = id * TERM_FIELDS;
    const kind = TERM_KINDS[fields[at + 3] ?? -1];
    const signal = SIGNALS[fields[at + 4] ?? -1];
    if (kind === undefined || signal === undefined) return undefined;
    const words = tokens.subarray(fields[at] ?? 0, fields[at + 1] ?? 0);
    const pair = fields[at + 5] ?? -1;
    const capitals = fields[at + 6] ?? -1;
    known[id] ??= {
      tokens: Array.from(words, (word) => strings.text(word)),
      entry: fields[at + 2] ?? -1,
      kind,
      signal,
      ...(pair < 0 ? {} : { pair }),
      ...(capitals < 0 ? {} : { capitals: bitsOf(capitals) }),
    };
    return known[id];
  };
}

function bitsOf(mask: number): number[] {
  const bits: number[] = [];
  for (let bit = 0; mask >> bit > 0; bit += 1) if ((mask >> bit) & 1) bits.push(bit);
  return bits;
}
