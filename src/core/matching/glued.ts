import type { CompiledTerm } from '../rule-file/rules.ts';
import { isClearName, type PieceIndex, splitHashtag } from './hashtags.ts';

/** Letters of a name that is looked for in two pieces, by the matcher and by the skim. */
export const MIN_APART = 6;
export const MAX_WHOLE = 24;

export const MIN_GLUED = 8;
/** A name of two words that stands alone without its space: "cakimin". */
export const MIN_TWO_WORDS = 6;
export const MAX_GLUED = 40;
/** Shorter names are parts of ordinary words. */
export const MIN_INSIDE = 6;
/** Letters behind a name that are no ending of it. */
export const MIN_REST = 5;
/** Letters of half a pair that no capital parts from the other half. */
export const MIN_PART = 4;
/** Long ordinary words come back all the time. */
const KNOWN_LIMIT = 8_192;
const MAX_INSIDE = 80;

/** Both names of a ticket run together: unmistakable, even where each of them is common. */
export function isPairOf(term: CompiledTerm): boolean {
  return term.pair !== undefined;
}

/** Names in a word that is wholly made of words of the packs: "pilihnamanama", "namanama2periode". */
export function findGlued(word: string, index: PieceIndex): readonly CompiledTerm[] {
  if (word.length < MIN_TWO_WORDS || word.length > MAX_GLUED) return [];
  if (word.length < MIN_GLUED) {
    const terms = index.pieces.get(word)?.terms ?? [];
    return terms.filter((term) => term.tokens.length > 1 && isClearName(term));
  }
  const known = index.glued.get(word);
  if (known) return known;
  const names = splitNames(word, index);
  if (index.glued.size >= KNOWN_LIMIT) index.glued.clear();
  index.glued.set(word, names);
  return names;
}

/** Endings that make an ordinary word of a name's letters. */
const ENDINGS = /^(?:k?an)?(?:nya|lah|kah|ku|mu|pun|e|ne|ing|ira|ipun|ingsun|neki|ana|keun|na)?$/;

function splitNames(word: string, index: PieceIndex): CompiledTerm[] {
  const pieces = splitHashtag(word, index);
  // "namanamma": the first name is sure, whatever the rest says.
  if (!pieces) {
    const first = namesAt(word, 0, index).filter(
      ({ end }) => word.length - end >= MIN_REST && !ENDINGS.test(word.slice(end)),
    );
    if (first.length > 0 || OPENINGS.test(word)) return first.map(({ term }) => term);
    // "namammanama": the last name is sure.
    return namesInside(word, index).flatMap(({ term, start, end }) =>
      end === word.length && start >= MIN_REST ? [term] : [],
    );
  }
  return pieces.flatMap(({ text, terms }) =>
    text.length > 3 ? terms.filter((term) => isClearName(term) || isPairOf(term)) : [],
  );
}

/** Prefixes that make a verb of a name's letters. */
const OPENINGS = /^(?:di|me|pe|ber|ter|ke|se)/;

export interface NameInside {
  readonly term: CompiledTerm;
  readonly start: number;
  readonly end: number;
}

/** Names anywhere in a body that no dictionary covers, the longest at each place. */
export function namesInside(text: string, index: PieceIndex): NameInside[] {
  const body = text.slice(0, MAX_INSIDE);
  const found: NameInside[] = [];
  for (let start = 0; start + MIN_INSIDE <= body.length; start += 1) {
    const names = namesAt(body, start, index);
    const [name] = names;
    if (!name) continue;
    found.push(...names);
    start = name.end - 1;
  }
  return found;
}

/** The longest names that begin at `start`. */
function namesAt(body: string, start: number, index: PieceIndex): readonly NameInside[] {
  for (const length of index.lengths.get(body.slice(start, start + 2)) ?? NO_LENGTHS) {
    const end = start + length;
    if (end > body.length) continue;
    if (length < MIN_INSIDE) break;
    const piece = index.pieces.get(body.slice(start, end));
    if (piece === undefined) continue;
    const names = piece.terms.filter((term) => isClearName(term) || isPairOf(term));
    if (names.length > 0) return names.map((term) => ({ term, start, end }));
  }
  return NOBODY;
}

const NOBODY: readonly NameInside[] = [];
const NO_LENGTHS: readonly number[] = [];
