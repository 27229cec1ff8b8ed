import { type CompiledTerm, SIGNALS, TERM_KINDS } from '../rule-file/rules.ts';
import type { StringPool } from '../rule-file/string-pool.ts';
import type { StringTable } from '../rule-file/string-table.ts';
import { SHAPE_FIELDS, TERM_BLOCK_BITS, type TermSections } from './encode-terms.ts';

/** Terms of a rule file; each becomes an object when it is first asked for. */
export class TermReader {
  readonly #sections: TermSections;
  readonly #byKey: StringTable;
  readonly #strings: StringPool;
  readonly #known: CompiledTerm[] = [];

  /** @param byKey numbers of the terms by the keys that they are looked for by */
  constructor(sections: TermSections, byKey: StringTable, strings: StringPool) {
    this.#sections = sections;
    this.#byKey = byKey;
    this.#strings = strings;
  }

  term(id: number): CompiledTerm | undefined {
    if (!(id >= 0 && id < this.#sections.shapes.length)) return undefined;
    this.#known[id] ??= this.#read(id);
    return this.#known[id];
  }

  #read(id: number): CompiledTerm {
    const kind = TERM_KINDS[this.#fieldOf(id, 1)] ?? 'exception';
    const pair = this.#fieldOf(id, 3) - 1;
    const capitals = this.#fieldOf(id, 4) - 1;
    let at = this.#sections.blocks[id >> TERM_BLOCK_BITS] ?? 0;
    for (let before = (id >> TERM_BLOCK_BITS) << TERM_BLOCK_BITS; before < id; before += 1)
      at += this.#fieldOf(before, 0);
    const words = this.#sections.tokens.subarray(at, at + this.#fieldOf(id, 0));
    const tokens = Array.from(words, (word) => this.#strings.text(word));
    if (kind !== 'number') tokens.unshift(this.#strings.text(this.#byKey.keyAt(this.#byKey.ordinalAt(id))));
    return {
      tokens,
      entry: this.#sections.entries[id] ?? -1,
      kind,
      signal: SIGNALS[this.#fieldOf(id, 2)] ?? 'supporting',
      ...(pair < 0 ? {} : { pair }),
      ...(capitals < 0 ? {} : { capitals: bitsOf(capitals) }),
    };
  }

  #fieldOf(id: number, field: number): number {
    return this.#sections.shapeFields[(this.#sections.shapes[id] ?? 0) * SHAPE_FIELDS + field] ?? 0;
  }
}

function bitsOf(mask: number): number[] {
  const bits: number[] = [];
  for (let bit = 0; mask >> bit > 0; bit += 1) if ((mask >> bit) & 1) bits.push(bit);
  return bits;
}
