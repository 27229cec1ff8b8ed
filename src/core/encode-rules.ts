import { createPieceIndex, isName } from './hashtags.ts';
import { encodeMisspellings } from './misspelling.ts';
import { encodePairs } from './pair-table.ts';
import { writeRuleFile } from './rule-file.ts';
import {
  type CompiledRules,
  type CompiledTerm,
  PIECE_ROLES,
  SECTIONS,
  SIGNALS,
  TERM_KINDS,
} from './rules.ts';
import { StringPoolBuilder } from './string-pool.ts';
import { encodeStringTable } from './string-table.ts';
import { ENTITY_ROLES } from './types.ts';
import { collapsedWords, wordsOf } from './variants.ts';
import { wordKinds } from './word-kinds.ts';

/** Compiled rules as the file that every tab reads without building anything (`openRuleIndex()`). */
export function encodeRules(rules: CompiledRules): Uint8Array {
  const strings = new StringPoolBuilder();
  const { packs, contests, neutralAccounts } = rules;
  const labels = strings.add(JSON.stringify({ packs, contests, neutralAccounts }));
  const termIds = new Map(rules.terms.map((term, index) => [term, index]));
  const ids = (terms: readonly CompiledTerm[]) => terms.flatMap((term) => termIds.get(term) ?? []);
  const table = (lists: Iterable<readonly [string, readonly number[]]>) => encodeStringTable(lists, strings);
  const wordLists = (lists: Iterable<readonly [string, readonly string[]]>) =>
    table([...lists].map(([key, words]) => [key, words.map((word) => strings.add(word))]));

  const pieces = createPieceIndex(rules.terms);
  const allWords = wordsOf(rules.terms);
  const tokens: number[] = [];
  const numbers = {
    labels: Int32Array.of(labels),
    entries: encodeEntries(rules, strings),
    terms: encodeTerms(rules, tokens, strings),
    tokens: Int32Array.from(tokens),
    entriesById: table(rules.entries.map(({ id }, index) => [id, [index]])),
    termsByWord: table([...groupTerms(rules)].map(([key, terms]) => [key, ids(terms)])),
    pieces: table(
      [...pieces.pieces].map(([text, { role, terms }]) => [text, [PIECE_ROLES.indexOf(role), ...ids(terms)]]),
    ),
    pieceLengths: table(pieces.lengths),
    words: table([...wordKinds(allWords, rules.words)].map(([word, kind]) => [word, [kind]])),
    collapsed: wordLists(collapsedWords(allWords)),
    misspellings: encodeMisspellings(rules.words.misspellable, rules.words.besideOthers, strings),
    skim: table(
      [...rules.skim.flags].map(([word, flags]) => {
        const others = [...(rules.skim.others.get(word) ?? [])];
        return [word, flags === 0 ? [] : [flags, ...others.map((other) => strings.add(other))]];
      }),
    ),
    pairs: encodePairs(rules.terms.flatMap((term) => (isName(term) ? [term.tokens] : []))),
  } satisfies Record<(typeof SECTIONS)[number], Int32Array>;
  const { units, offsets } = strings.build();
  return writeRuleFile([units, offsets, ...SECTIONS.map((section) => numbers[section])]);
}

/** By first token; tickets by `number:` and their ballot number. */
function groupTerms(rules: CompiledRules): Map<string, CompiledTerm[]> {
  const groups = new Map<string, CompiledTerm[]>();
  for (const term of rules.terms) {
    const [first] = term.tokens;
    if (first === undefined) continue;
    const key = term.kind === 'number' ? `number:${first}` : first;
    const group = groups.get(key);
    if (group) group.push(term);
    else groups.set(key, [term]);
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
  return Int32Array.from(
    rules.terms.flatMap((term) => {
      const first = tokens.length;
      tokens.push(...term.tokens.map((token) => strings.add(token)));
      const capitals = (term.capitals ?? []).reduce((mask, index) => mask | (1 << index), 0);
      return [
        first,
        tokens.length,
        term.entry,
        TERM_KINDS.indexOf(term.kind),
        SIGNALS.indexOf(term.signal),
        term.pair ?? -1,
        term.capitals === undefined ? -1 : capitals,
      ];
    }),
  );
}
