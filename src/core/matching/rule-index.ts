import type { NeutralAccount } from '../pack/neutral-accounts.ts';
import { PairTable } from '../rule-file/pair-table.ts';
import { readLabels } from '../rule-file/rule-labels.ts';
import {
  BALLOT_NUMBER_ENTRY,
  CONTEST_ENTRY,
  type CompiledEntry,
  type CompiledRules,
  type CompiledTerm,
  MONEY_OFFER_ENTRY,
  OWN_VOICE_ENTRY,
  type PackLabel,
  PIECE_ROLES,
} from '../rule-file/rules.ts';
import { type OpenedRules, openSections, type TableName } from '../rule-file/sections.ts';
import { READ_FLAGS } from '../rule-file/skim-flags.ts';
import { type Lookup, mapped, StringTable } from '../rule-file/string-table.ts';
import { type Contest, ENTITY_ROLES, type EntityRole } from '../types.ts';
import { encodeRules } from './encode-rules.ts';
import type { Piece, PieceIndex } from './hashtags.ts';
import { MisspellingIndex } from './misspelling.ts';
import { PlainWords } from './plain-words.ts';
import type { SkimIndex } from './skim-words.ts';
import { TermReader } from './term-reader.ts';
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
  const opened = openSections(file);
  const { list, strings } = opened;
  const table = (name: TableName) => new StringTable(opened.table(name), strings);

  const { packs, contests, neutralAccounts } = readLabels(opened);
  const entry = entryReader(opened);
  const termsByWord = table('termsByWord');
  const reader = new TermReader(
    {
      shapes: list('termShapes'),
      entries: list('termEntries'),
      tokens: list('termTokens'),
      blocks: list('termBlocks'),
      shapeFields: list('shapes'),
    },
    termsByWord,
    strings,
  );
  const termsOf = (ids: readonly number[]) => ids.flatMap((id) => reader.term(id) ?? []);
  const terms = mapped(termsByWord, termsOf);
  const words = table('words');
  const pieces = table('pieces');
  const collapsed = table('collapsed');
  const skim = table('skim');
  const misspellings = new MisspellingIndex(
    {
      buckets: { offsets: list('slipBuckets'), blocks: list('slipBucketBlocks') },
      words: list('slipWords'),
      letters: list('slipLetters'),
      sounds: list('slipSounds'),
      texts: list('slipTexts'),
      spellings: list('slipSpellings'),
      rests: {
        buckets: { offsets: list('restBuckets'), blocks: list('restBucketBlocks') },
        marks: list('restMarks'),
        words: list('restWords'),
      },
    },
    strings,
  );
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
      pieces: mapped(pieces, (values) => pieceOf(values, termsOf)),
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
      halves: table('halves'),
      known: new Map(),
      plain,
      pairs: new PairTable(list('pairs')),
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
  values: readonly number[],
  termsOf: (ids: readonly number[]) => readonly CompiledTerm[],
): Pick<Piece, 'role' | 'terms'> {
  const ids = values.filter((value) => value >= PIECE_ROLES.length);
  const role = ids.length < values.length ? PIECE_ROLES[values[0] ?? 0] : undefined;
  return { role: role ?? 'term', terms: termsOf(ids.map((id) => id - PIECE_ROLES.length)) };
}

function entryReader({ list, strings }: OpenedRules): RuleIndex['entry'] {
  const [ids, titles, packs] = [list('entryIds'), list('entryTitles'), list('entryPacks')];
  const [contests, roles] = [list('entryContests'), list('entryRoles')];
  const known: CompiledEntry[] = [];
  return (index) => {
    if (!(index >= 0 && index < ids.length)) return undefined;
    known[index] ??= {
      id: strings.text(ids[index] ?? -1),
      pack: packs[index] ?? -1,
      contest: (contests[index] ?? 0) - 1,
      role: ENTITY_ROLES[roles[index] ?? -1] ?? 'phrase',
      title: strings.text(titles[index] ?? -1),
    };
    return known[index];
  };
}
