import {
  CHOOSING,
  DIRECTIONS,
  NUMBER_NOUNS,
  NUMBER_WORDS,
  OF_ALL,
  OF_ONE,
  REGIONS,
  STRICT_CUES,
  TAG_CUES,
  TAG_FILLERS,
  TAG_OFFICES,
} from '../language/vocabulary.ts';
import type { CompiledTerm, PIECE_ROLES } from '../rule-file/rules.ts';
import type { Lookup } from '../rule-file/string-table.ts';
import type { Token } from '../text/normalize.ts';

export function isRegion(text: string): boolean {
  return REGIONS.has(text);
}

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

/** Terms of which hashtags may be made, without their spaces. */
export function isPiece({ kind }: Pick<CompiledTerm, 'kind'>): boolean {
  return isName({ kind }) || kind === 'phrase' || kind === 'slogan' || kind === 'exception';
}

/** For the compiler; tabs read the same tables from a rule file. */
export function createPieceIndex(terms: readonly CompiledTerm[]) {
  const pieces = new Map<string, { role: PieceRole; terms: CompiledTerm[] }>();
  for (const word of [...TAG_FILLERS, ...REGIONS]) pieces.set(word, { role: 'filler', terms: [] });
  for (const word of TAG_CUES) pieces.set(word, { role: 'cue', terms: [] });
  for (const term of terms) {
    if (!isPiece(term)) continue;
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

/** Do these words of a hashtag say that a common name among them is a candidate? */
export function areCued(words: readonly string[]): boolean {
  return (
    words.some((word) => STRICT_CUES.has(word)) ||
    // "#NamaRiau1": the first of a province is its governor.
    words.some((word, at) => REGIONS.has(word) && words[at + 1] === '1') ||
    (words.some((word) => DIRECTIONS.has(word)) && words.some((word) => REGIONS.has(word)))
  );
}

/** Words of a hashtag as its capitals, digits and signs part them. */
export function partsOf(raw: string): readonly string[] {
  return raw.match(/\p{Lu}{2,}(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{L}+|\p{N}+/gu) ?? [];
}

/** "#SantriDukung01", "#02Melanjutkan": the ballot number in a hashtag that no dictionary splits, or undefined. */
export function numberInCamelCase(raw: string): number | undefined {
  const parts = partsOf(raw).map((part) => part.toLowerCase());
  const at = parts.findIndex(
    (part, here) =>
      /^0[1-9]$/.test(part) && (CHOOSING.has(parts[here - 1] ?? '') || CHOOSING.has(parts[here + 1] ?? '')),
  );
  return at < 0 ? undefined : Number(parts[at]);
}

/** "#PilgubJatim", "#DebatPilkadaDKI": the text is about an election. */
export function isElectoralTag(body: string): boolean {
  return /^(?:(?:debat(?:final|publik)?)?(?:pil(?:gub|kada|pres|bup|wal[ik]|wako)|ca(?:wa)?(?:gub|bup|pres)|cawal(?:kot|i)|paslon)|debat(?:ke[a-z\d]|perdana|terakhir))/.test(
    body,
  );
}

const BEHIND_OFFICE = /^(?:ku|kita|kami|\d{4})$/;

/**
 * "#NamaGubernurJatim" where no pack knows the name: a word that the language lacks, an office, and nothing else but a
 * province, a year or "kita". `isKnown` tells words of the language.
 */
export function isOfficeTag(raw: string, isKnown: (word: string) => boolean): boolean {
  const parts = partsOf(raw).map((part) => part.toLowerCase());
  const at = parts.findIndex((part) => TAG_OFFICES.has(part));
  if (at < 1 || !parts.slice(at + 1).every((part) => REGIONS.has(part) || BEHIND_OFFICE.test(part)))
    return false;
  return parts.slice(0, at).every((part) => part.length > 2 && !isKnown(part) && !REGIONS.has(part));
}

/** Of words or longer pieces of a hashtag. */
export function isOfficeWithoutName(raw: string): boolean {
  const parts = partsOf(raw).map((part) => part.toLowerCase());
  if (!parts.some((part) => TAG_OFFICES.has(part))) return false;
  const others = parts.filter(
    (part) => !TAG_OFFICES.has(part) && !REGIONS.has(part) && !/^\d{4}$/.test(part),
  );
  const isOfOne = others.some((part) => OF_ONE.has(part)) && others.some((part) => OF_ALL.has(part));
  return isOfOne && others.every((part) => OF_ONE.has(part) || OF_ALL.has(part));
}

/** "#GantiGubernur", "#2017gantigubernur". */
export function isOfficeToChange(pieces: readonly Piece[]): boolean {
  const whole = pieces
    .flatMap(({ text }) => (/^\d{4}$/.test(text) || REGIONS.has(text) ? [] : [text]))
    .join('');
  return whole.startsWith('ganti') && TAG_OFFICES.has(whole.slice('ganti'.length));
}

/** "#JabarNo4Menang", "#NomorTigaUntukJatim": the pieces ask for a vote where that number stands for election. */
export function isRegionalVote(pieces: readonly Piece[]): boolean {
  return pieces.some(({ text }) => REGIONS.has(text)) && pieces.some(({ role }) => role === 'cue');
}

/** "#1untukJakarta", "#GubernurKami2": the one short number beside a province or an office and those who want it. */
export function numberOfRegion(pieces: readonly Piece[]): number | undefined {
  const numbers = pieces.flatMap(({ text, role }, at) => {
    const value = NUMBER_NOUNS.has(pieces[at - 1]?.text ?? '') ? NUMBER_WORDS.get(text) : undefined;
    return role === 'digits' ? [text] : value === undefined ? [] : [String(value)];
  });
  const [number] = numbers;
  const isOfPlace = pieces.some(({ text }) => REGIONS.has(text) || TAG_OFFICES.has(text));
  const isWanted = pieces.some(({ role, text }) => role === 'cue' || OF_ALL.has(text));
  return numbers.length === 1 && /^0?[1-9]$/.test(number ?? '') && isOfPlace && isWanted
    ? Number(number)
    : undefined;
}

/** "#JatimMaju": beside a ballot number and nothing else it says where that number stands for election. */
export function isRegionTag(text: string): boolean {
  for (let end = 4; text.startsWith('#') && end < text.length - 2; end += 1)
    if (REGIONS.has(text.slice(1, end))) return true;
  return false;
}

/** Names at a border of capitals, digits or `_` (#SahabatNama): the hashtag names them, whatever else it says. */
export function namesInCamelCase(raw: string, index: PieceIndex): CompiledTerm[] {
  const parts = partsOf(raw);
  if (parts.length < 2 || parts.length > 12) return [];
  const cued = areCued(parts.map((part) => part.toLowerCase()));
  for (let size = Math.min(parts.length, 5); size > 0; size -= 1) {
    for (let first = 0; first + size <= parts.length; first += 1) {
      const glued = parts
        .slice(first, first + size)
        .join('')
        .toLowerCase();
      const terms = index.pieces.get(glued)?.terms ?? [];
      const names = terms.filter((term) => isClearName(term) || (cued && isName(term) && glued.length > 3));
      if (names.length > 0) return names;
    }
  }
  return [];
}

/**
 * "@relawannama", "@nama_initials", "@namalain", "@nama": an account whose words are a name and a cue, two names of the same person or
 * of a ticket, or one clear name and nothing else. `isTogether`: do two entries stand in one contest?
 */
export function namesInAccount(
  body: string,
  index: PieceIndex,
  isTogether: (one: number, other: number) => boolean,
  titleOf: (entry: number) => string,
): readonly CompiledTerm[] {
  const bare = body.replace(ACCOUNT_ENDING, '');
  const alone = bare.length < MIN_ACCOUNT ? undefined : index.pieces.get(bare)?.terms.filter(isClearName);
  if (alone && alone.length > 0) return alone;
  for (const [cut, initials] of [-2, -3].map((at) => [at, bare.slice(at)] as const)) {
    const named = index.pieces.get(bare.slice(0, cut).replace(/_$/, ''))?.terms.filter(isClearName) ?? [];
    const own = named.filter(({ entry }) => initialsOf(titleOf(entry)).endsWith(initials));
    if (own.length > 0) return own;
  }
  const letters = body.replace(/[._]/g, '');
  const pieces = /^[a-z]+$/.test(letters) ? splitHashtag(letters, index) : undefined;
  if (!pieces) return [];
  const names = pieces.map(({ terms }) => terms.filter(isName));
  if (pieces.some(({ role }) => role === 'cue')) return names.flat().filter(isClearName);
  const [first = [], ...others] = names;
  const isClear = names.some((terms) => terms.some(isClearName));
  return first.filter(({ entry }) =>
    others.some((terms) =>
      terms.some((term) => term.entry === entry || (isClear && isTogether(term.entry, entry))),
    ),
  );
}

/** "@namaip": of "Nama Indah Pertiwi". */
function initialsOf(name: string): string {
  return name
    .toLowerCase()
    .split(/[^a-z]+/)
    .map((word) => word.slice(0, 1))
    .join('');
}

/** Shorter names are shared by too many accounts. */
const MIN_ACCOUNT = 6;
/** What public people put behind their names. */
const ACCOUNT_ENDING = /_?(?:tweet|official|ofc|ri|id|real|now|fans|center)?\d{0,4}_?$/;

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

/** A name as a hashtag holds it, common ones too. */
export function isPieceOfName(text: string, index: PieceIndex): boolean {
  return index.pieces.get(text)?.terms.some(isName) === true;
}

/** A name that needs no second signal. */
export function isClearName(term: CompiledTerm): boolean {
  return isName(term) && term.signal === 'subject';
}
