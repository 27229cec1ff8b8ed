import { encodePairs } from '../rule-file/pair-table.ts';
import { writeRuleFile } from '../rule-file/rule-file.ts';
import {
  type CompiledRules,
  type CompiledTerm,
  PIECE_ROLES,
  SECTIONS,
  SIGNALS,
  TERM_FIELDS,
  TERM_KINDS,
} from '../rule-file/rules.ts';
import { StringPoolBuilder } from '../rule-file/string-pool.ts';
import { encodeStringTable } from '../rule-file/string-table.ts';
import { wordKinds } from '../rule-file/word-kinds.ts';
import { ENTITY_ROLES } from '../types.ts';
import { createPieceIndex, isName } from './hashtags.ts';
import { encodeMisspellings } from './misspelling.ts';
import { collapsedWords, wordsOf } from './variants.ts';

/** Compiled rules as the file that every tab reads without building anything (`openRuleIndex()`). */
export function encodeRules(rules: CompiledRules): Uint8Array {
  const strings = new StringPoolBuilder();
  const { packs, contests, neutralAccounts } = rules;
  const labels = strings.add(JSON.stringify({ packs, contests, neutralAccounts }));
  const termIds = new Map(rules.terms.map((term, index) => [term, index]));
  const ids = (terms: readonly CompiledTerm[]) => terms.map((term) => termIds.get(term) ?? -1);
  const table = (lists: ReadonlyMap<string, readonly number[]>) => encodeStringTable(lists, strings);

  const pieces = createPieceIndex(rules.terms);
  const allWords = wordsOf(rules.terms);
  const tokens: number[] = [];
  const numbers = {
    labels: Int32Array.of(labels),
    entries: encodeEntries(rules, strings),
    terms: encodeTerms(rules, tokens, strings),
    tokens: Int32Array.from(tokens),
    entriesById: table(new Map(rules.entries.map(({ id }, index) => [id, [index]]))),
    termsByWord: table(groupTerms(rules)),
    pieces: table(mapped(pieces.pieces, ({ role, terms }) => [PIECE_ROLES.indexOf(role), ...ids(terms)])),
    pieceLengths: table(pieces.lengths),
    words: table(mapped(wordKinds(allWords, rules.words), (kind) => [kind])),
    collapsed: table(mapped(collapsedWords(allWords), (words) => words.map((word) => strings.add(word)))),
    misspellings: encodeMisspellings(rules.words, strings),
    skim: table(
      mapped(rules.skim.flags, (flags, word) => {
        const others = rules.skim.others.get(word);
        if (flags === 0) return NONE;
        return others ? [flags, ...[...others].map((other) => strings.add(other))] : [flags];
      }),
    ),
    pairs: encodePairs(rules.terms.flatMap((term) => (isName(term) ? [term.tokens] : []))),
  } satisfies Record<(typeof SECTIONS)[number], Int32Array>;
  const { units, offsets } = strings.build();
  return writeRuleFile([units, offsets, ...SECTIONS.map((section) => numbers[section])]);
}

const NONE: readonly number[] = [];

function mapped<From, To>(
  map: ReadonlyMap<string, From>,
  change: (value: From, key: string) => To,
): Map<string, To> {
  const changed = new Map<string, To>();
  for (const [key, value] of map) changed.set(key, change(value, key));
  return changed;
}

/** Places of terms by their first token, those of tickets by `number:` and their ballot number. */
function groupTerms(rules: CompiledRules): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [at, { kind, tokens }] of rules.terms.entries()) {
    const [first] = tokens;
    if (first === undefined) continue;
    const key = kind === 'number' ? `number:${first}` : first;
    const group = groups.get(key);
    if (group) group.push(at);
    else groups.set(key, [at]);
  }
  return groups;
}

function encodeEntries(rules: CompiledRules, strings: StringPoolBuilder): Int32Array {
  return Int32Array.from(
    rules.entries.flatMap(({ id, pack, contest, role, title }) => [
      strings.add(id),
      pack,
      contest,
      ENTITY_ROLES.indexOf(role),
      strings.add(title),
    ]),
  );
}

/** Fixed fields of each term; its tokens go into `tokens`. */
function encodeTerms(rules: CompiledRules, tokens: number[], strings: StringPoolBuilder): Int32Array {
  const fields = new Int32Array(rules.terms.length * TERM_FIELDS);
  let at = 0;
  for (const term of rules.terms) {
    const first = tokens.length;
    for (const token of term.tokens) tokens.push(strings.add(token));
    fields[at] = first;
    fields[at + 1] = tokens.length;
    fields[at + 2] = term.entry;
    fields[at + 3] = TERM_KINDS.indexOf(term.kind);
    fields[at + 4] = SIGNALS.indexOf(term.signal);
    fields[at + 5] = term.pair ?? -1;
    fields[at + 6] = term.capitals ? term.capitals.reduce((mask, index) => mask | (1 << index), 0) : -1;
    at += TERM_FIELDS;
  }
  return fields;
}
