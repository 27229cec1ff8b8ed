import type { Token } from './normalize.ts';
import type { CompiledTerm, PIECE_ROLES } from './rules.ts';
import type { Lookup } from './string-table.ts';

/**
 * Words that turn a name inside a hashtag into a campaign hashtag (#PilihNama, #NamaPresiden). Names, years and
 * ballot numbers are joined to them by rule, so packs do not list such hashtags one by one.
 */
const CUES =
  'pilih coblos dukung menangkan tetap tolak asalbukan jangan menang pasti siap presiden presidenku presidenri ' +
  'gubernur gubernurku bupatiku walikotaku untuk kami relawan sahabat pendukung all allin for ayo hayu yuk lanjutkan';
/** Words that may stand beside it and say nothing by themselves, and those of the ballot-number grammar. */
const FILLERS =
  'nomor nomer no urut paslon capres cawapres salam jari satu dua tiga empat lima ri indonesia jadi aja saja dulu ' +
  'official kita saya aku rakyat pak bapak bu ibu mas mbak dan jangan lupa calon pasangan harus bersama';

export type PieceRole = (typeof PIECE_ROLES)[number];

export interface Piece {
  readonly text: string;
  readonly role: PieceRole;
  /** Terms of packs that are spelt this way once their spaces are gone. */
  readonly terms: readonly CompiledTerm[];
  /** Offsets in the body of the hashtag, its underscores taken out. */
  readonly start: number;
  readonly end: number;
}

/** Dictionary for hashtags. `lengths` narrows the search by the first two letters, longest first. */
export interface PieceIndex {
  readonly pieces: Lookup<Pick<Piece, 'role' | 'terms'>>;
  readonly lengths: Lookup<readonly number[]>;
  /** Names found in words met before; bounded. */
  readonly glued: Map<string, readonly CompiledTerm[]>;
}

/** For the compiler; tabs read the same tables from a rule file. */
export function createPieceIndex(terms: readonly CompiledTerm[]) {
  const pieces = new Map<string, { role: PieceRole; terms: CompiledTerm[] }>();
  for (const word of FILLERS.split(' ')) pieces.set(word, { role: 'filler', terms: [] });
  for (const word of CUES.split(' ')) pieces.set(word, { role: 'cue', terms: [] });
  for (const term of terms) {
    if (!['name', 'alias', 'phrase', 'slogan', 'exception'].includes(term.kind)) continue;
    const glued = term.tokens.join('');
    const piece = pieces.get(glued);
    if (!piece) pieces.set(glued, { role: 'term', terms: [term] });
    else if (piece.role === 'term') piece.terms.push(term);
    else if (term.kind === 'phrase' || term.kind === 'slogan') piece.terms.push(term);
  }
  const lengths = new Map<string, number[]>();
  for (const text of pieces.keys()) {
    const known = lengths.get(text.slice(0, 2));
    if (!known) lengths.set(text.slice(0, 2), [text.length]);
    else if (!known.includes(text.length)) known.push(text.length);
  }
  for (const known of lengths.values()) known.sort((one, other) => other - one);
  return { pieces, lengths, glued: new Map() } satisfies PieceIndex;
}

/** Longer hashtags are left alone: nobody reads them, and the split stays cheap. */
const MAX_BODY = 80;

/**
 * Splits the body of a hashtag (folded, without `#`) into known pieces, the fewest that cover it wholly; undefined
 * when some part is unknown.
 */
export function splitHashtag(body: string, index: PieceIndex): Piece[] | undefined {
  if (body.length > MAX_BODY) return undefined;
  const text = body.replaceAll('_', '');
  const cover = coverFrom(0, text, index, new Map());
  return cover && cover.length > 0 ? [...cover] : undefined;
}

/** Shortest cover of `text` from `start` on. Most words open with no piece, so that places behind are rarely asked for. */
function coverFrom(
  start: number,
  text: string,
  index: PieceIndex,
  known: Map<number, readonly Piece[] | undefined>,
): readonly Piece[] | undefined {
  if (start === text.length) return [];
  if (known.has(start)) return known.get(start);
  let shortest: readonly Piece[] | undefined;
  for (const piece of piecesAt(text, start, index)) {
    const rest = coverFrom(piece.end, text, index, known);
    if (rest && rest.length + 1 < (shortest?.length ?? Number.POSITIVE_INFINITY)) shortest = [piece, ...rest];
  }
  known.set(start, shortest);
  return shortest;
}

function piecesAt(text: string, start: number, index: PieceIndex): Piece[] {
  const found: Piece[] = [];
  for (const length of index.lengths.get(text.slice(start, start + 2)) ?? []) {
    const part = text.slice(start, start + length);
    const piece = index.pieces.get(part);
    if (piece) found.push({ text: part, ...piece, start, end: start + length });
  }
  const digits = /^\d+/.exec(text.slice(start, start + 6))?.[0];
  if (digits !== undefined) {
    found.push({ text: digits, role: 'digits', terms: [], start, end: start + digits.length });
  }
  return found;
}

/** The pieces as words, so that #Salam2Jari and #PilihNomor2 go through the grammar of ballot numbers. */
export function piecesAsTokens(pieces: readonly Piece[]): Token[] {
  return pieces.map(({ text, start, end }) => ({ text, kind: 'word', start, end, breaks: false }));
}

/** Names at a border of capitals, digits or `_` (#SahabatNama): the hashtag names them, whatever else it says. */
export function namesInCamelCase(raw: string, index: PieceIndex): CompiledTerm[] {
  const parts = raw.match(/\p{Lu}{2,}(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{L}+|\p{N}+/gu) ?? [];
  if (parts.length < 2 || parts.length > 12) return [];
  for (let size = Math.min(parts.length, 5); size > 0; size -= 1) {
    for (let first = 0; first + size <= parts.length; first += 1) {
      const glued = parts
        .slice(first, first + size)
        .join('')
        .toLowerCase();
      const names = index.pieces.get(glued)?.terms.filter(isClearName) ?? [];
      if (names.length > 0) return names;
    }
  }
  return [];
}

/**
 * Whether a name from `start` to `end` is a word of its own in a hashtag whose capitals tell: "arinal" in "MangaRinaldo" and
 * "ganjar" in "GanjaranKita" are none. Without such capitals anything is.
 */
export function wordsInCamelCase(raw: string): (start: number, end: number) => boolean {
  const opens = [...raw.matchAll(/(?<!\p{Lu})\p{Lu}(?=\p{Ll})/gu)].map(({ index }) => index);
  if (opens.length < 2 || opens[0] !== 0) return () => true;
  return (start, end) => opens.includes(start) && !/^(?:\p{Ll}|k?an)(?!\p{Ll})/u.test(raw.slice(end));
}

export function isName({ kind }: Pick<CompiledTerm, 'kind'>): boolean {
  return kind === 'name' || kind === 'alias';
}

/** A name that needs no second signal. */
export function isClearName(term: CompiledTerm): boolean {
  return isName(term) && term.signal === 'subject';
}
