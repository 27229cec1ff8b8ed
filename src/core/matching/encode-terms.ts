import { type Numbers, narrowed } from '../rule-file/numbers.ts';
import { type CompiledTerm, SIGNALS, TERM_KINDS } from '../rule-file/rules.ts';
import type { BuiltStrings } from '../rule-file/string-pool.ts';

/** Terms as they lie in the rule file, in the order of the keys that they are looked for by. */
export interface TermSections {
  /** Of each term the number of its shape. */
  readonly shapes: Numbers;
  readonly entries: Numbers;
  /** Tokens of one term behind those of the other, but for the first: it is the key, unless the shape says `OwnFirst`. */
  readonly tokens: Numbers;
  /** Where the tokens of each block of terms begin. */
  readonly blocks: Numbers;
  /** What many terms have in common, `SHAPE_FIELDS` numbers for each: see `shapeOf()`. */
  readonly shapeFields: Numbers;
}

export const SHAPE_FIELDS = 5;
export const TERM_BLOCK_BITS = 4;

/** Number of stored tokens, kind, signal, pair and capitals; the last two plus one, 0 where there is none. */
function shapeOf(term: CompiledTerm): number[] {
  const capitals = term.capitals?.reduce((mask, index) => mask | (1 << index), 0);
  return [
    storedTokens(term).length,
    TERM_KINDS.indexOf(term.kind),
    SIGNALS.indexOf(term.signal),
    (term.pair ?? -1) + 1,
    (capitals ?? -1) + 1,
  ];
}

/** The key of a ballot number is not its token. */
function storedTokens({ kind, tokens }: CompiledTerm): readonly string[] {
  return kind === 'number' ? tokens : tokens.slice(1);
}

/** The key that a term is looked for by; undefined where it has no token. */
export function keyOfTerm({ kind, tokens: [first] }: CompiledTerm): string | undefined {
  return first !== undefined && kind === 'number' ? `number:${first}` : first;
}

/** Terms by their keys in the order of these in the pool; those of one key keep their order. */
export function groupTerms(
  terms: readonly CompiledTerm[],
  strings: BuiltStrings,
): ReadonlyMap<string, readonly CompiledTerm[]> {
  const groups = new Map<string, CompiledTerm[]>();
  for (const term of terms) {
    const key = keyOfTerm(term);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(term);
    else groups.set(key, [term]);
  }
  const placed = [...groups].map((group) => ({ group, place: strings.indexOf(group[0]) }));
  return new Map(placed.sort((one, other) => one.place - other.place).map(({ group }) => group));
}

export function encodeTerms(terms: readonly CompiledTerm[], strings: BuiltStrings): TermSections {
  const shapes = new Map<string, number>();
  const fields: number[] = [];
  const numbers: number[] = [];
  const tokens: number[] = [];
  const blocks: number[] = [];
  for (const [at, term] of terms.entries()) {
    if (at % (1 << TERM_BLOCK_BITS) === 0) blocks.push(tokens.length);
    const shape = shapeOf(term);
    const name = shape.join();
    const known = shapes.get(name);
    if (known === undefined) fields.push(...shape);
    numbers.push(known ?? shapes.size);
    if (known === undefined) shapes.set(name, shapes.size);
    for (const token of storedTokens(term)) tokens.push(strings.indexOf(token));
  }
  return {
    shapes: narrowed(numbers),
    entries: narrowed(terms.map(({ entry }) => entry)),
    tokens: narrowed(tokens),
    blocks: narrowed(blocks),
    shapeFields: narrowed(fields),
  };
}
