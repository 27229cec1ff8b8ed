import { narrowed } from '../rule-file/numbers.ts';
import { encodePairs } from '../rule-file/pair-table.ts';
import { encodeLabels } from '../rule-file/rule-labels.ts';
import { type CompiledRules, type CompiledTerm, PIECE_ROLES } from '../rule-file/rules.ts';
import { type TableName, writeSections } from '../rule-file/sections.ts';
import { StringPoolBuilder } from '../rule-file/string-pool.ts';
import { encodeStringTable, type TableSections } from '../rule-file/string-table.ts';
import { wordKinds } from '../rule-file/word-kinds.ts';
import { ENTITY_ROLES } from '../types.ts';
import { encodeTerms, groupTerms, keyOfTerm } from './encode-terms.ts';
import { createPieceIndex, isName } from './hashtags.ts';
import { addMisspellings, encodeMisspellings } from './misspelling.ts';
import { collapsedWords, wordsOf } from './variants.ts';

/** Compiled rules as the file that every tab reads without building anything (`openRuleIndex()`). */
export function encodeRules(rules: CompiledRules): Uint8Array {
  const { entries, terms, skim } = rules;
  const allWords = wordsOf(terms);
  const pieces = createPieceIndex(terms);
  const kinds = wordKinds(allWords, rules.words);
  const collapsed = collapsedWords(allWords);

  const builder = new StringPoolBuilder();
  const keys: readonly Iterable<string>[] = [
    skim.flags.keys(),
    kinds.keys(),
    collapsed.keys(),
    pieces.pieces.keys(),
    pieces.lengths.keys(),
    terms.flatMap((term) => keyOfTerm(term) ?? []),
    entries.map(({ id }) => id),
  ];
  for (const texts of keys) for (const text of texts) builder.addKey(text);
  for (const { tokens } of terms) for (const token of tokens) builder.add(token);
  for (const others of skim.others.values()) for (const other of others) builder.add(other);
  for (const { title } of entries) builder.add(title);
  addMisspellings(rules.words, builder);
  const strings = builder.build();

  const groups = groupTerms(terms, strings);
  const sorted = [...groups.values()].flat();
  const termIds = new Map(sorted.map((term, index) => [term, index]));
  const ids = (list: readonly CompiledTerm[]) => list.flatMap((term) => termIds.get(term) ?? []);
  const table = (lists: ReadonlyMap<string, readonly number[]>) => encodeStringTable(lists, strings);
  const tables = {
    entriesById: table(new Map(entries.map(({ id }, index) => [id, [index]]))),
    termsByWord: table(mapped(groups, ids)),
    pieces: table(
      mapped(pieces.pieces, ({ role, terms }) => [...roleOf(role), ...ids(terms).map(behindRoles)]),
    ),
    pieceLengths: table(pieces.lengths),
    words: table(mapped(kinds, (kind) => [kind])),
    collapsed: table(mapped(collapsed, (words) => words.map(strings.indexOf))),
    skim: table(mapped(skim.flags, (flags) => [flags])),
    halves: table(mapped(skim.others, (others) => [...others].map(strings.indexOf))),
  } satisfies Record<TableName, TableSections>;

  const misspellings = encodeMisspellings(rules.words, strings);
  const written = encodeTerms(sorted, strings);
  return writeSections(
    {
      units: strings.sections.units,
      starts: strings.sections.starts.offsets,
      startBlocks: strings.sections.starts.blocks,
      buckets: strings.sections.buckets.offsets,
      bucketBlocks: strings.sections.buckets.blocks,
      prints: strings.sections.prints,
      labels: narrowed(encodeLabels(rules)),
      entryIds: narrowed(entries.map(({ id }) => strings.indexOf(id))),
      entryTitles: narrowed(entries.map(({ title }) => strings.indexOf(title))),
      entryPacks: narrowed(entries.map(({ pack }) => pack)),
      entryContests: narrowed(entries.map(({ contest }) => contest + 1)),
      entryRoles: narrowed(entries.map(({ role }) => ENTITY_ROLES.indexOf(role))),
      termShapes: written.shapes,
      termEntries: written.entries,
      termTokens: written.tokens,
      termBlocks: written.blocks,
      shapes: written.shapeFields,
      slipBuckets: misspellings.buckets.offsets,
      slipBucketBlocks: misspellings.buckets.blocks,
      slipWords: misspellings.words,
      slipLetters: misspellings.letters,
      slipSounds: misspellings.sounds,
      slipTexts: misspellings.texts,
      slipSpellings: misspellings.spellings,
      restBuckets: misspellings.rests.buckets.offsets,
      restBucketBlocks: misspellings.rests.buckets.blocks,
      restMarks: misspellings.rests.marks,
      restWords: misspellings.rests.words,
      pairs: encodePairs(terms.flatMap((term) => (isName(term) ? [term.tokens] : []))),
    },
    tables,
  );
}

/** In the list of a piece: its role, but for the commonest one, and then its terms. */
function roleOf(role: (typeof PIECE_ROLES)[number]): readonly number[] {
  return role === 'term' ? [] : [PIECE_ROLES.indexOf(role)];
}

function behindRoles(id: number): number {
  return id + PIECE_ROLES.length;
}

function mapped<From, To>(
  map: ReadonlyMap<string, From>,
  change: (value: From, key: string) => To,
): Map<string, To> {
  const changed = new Map<string, To>();
  for (const [key, value] of map) changed.set(key, change(value, key));
  return changed;
}
