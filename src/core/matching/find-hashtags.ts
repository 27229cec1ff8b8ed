import { findStances } from '../language/stance-patterns.ts';
import type { CompiledTerm } from '../rule-file/rules.ts';
import type { Signal, VariantRule } from '../types.ts';
import { namesInParts } from './camel-case-names.ts';
import { findBallotNumbers } from './find-ballot-numbers.ts';
import { isPairOf, namesInside } from './glued.ts';
import {
  areCued,
  isClearName,
  isName,
  isOfficeTag,
  isOfficeToChange,
  isOfficeWithoutName,
  isRegion,
  isRegionalVote,
  namesInAccount,
  namesInCamelCase,
  numberInCamelCase,
  numberOfRegion,
  type Piece,
  piecesAsTokens,
  splitHashtag,
  wordsInCamelCase,
} from './hashtags.ts';
import { findNumbers } from './numbers/numbers.ts';
import type { Hit } from './resolve.ts';
import { entryOf, rawText, type Scan } from './scan.ts';
import { isPlain } from './skim-words.ts';
import { readingsOf } from './variants.ts';

export function findInHashtags(scan: Scan): void {
  for (let at = 0; at < scan.tokens.length; at += 1) {
    const token = scan.tokens[at];
    if (token?.kind !== 'hashtag' && token?.kind !== 'mention') continue;
    const body = token.text.slice(1).replaceAll('.', '');
    if (token.kind === 'mention') {
      findNamesInMention(scan, at, body);
      continue;
    }
    const pieces = splitHashtag(body, scan.rules.hashtags);
    if (pieces) findInPieces(scan, at, pieces);
    else findNamesInUnknown(scan, at, body);
  }
}

/** A hashtag that no dictionary splits: a name in it still names somebody. */
function findNamesInUnknown(scan: Scan, at: number, body: string): void {
  const token = scan.tokens[at];
  if (!token) return;
  const raw = rawText(scan, token).slice(1);
  const terms = namesInCamelCase(rawText(scan, token), scan.rules.hashtags);
  const isWord = wordsInCamelCase(raw);
  const inside =
    terms.length > 0
      ? terms
      : namesInside(body, scan.rules.hashtags)
          .filter(({ term, start, end }) => (isPairOf(term) ? endsPair(raw, end) : isWord(start, end)))
          .map(({ term }) => term);
  for (const term of inside)
    if (isClearName(term) || isPairOf(term) || isPersonal(scan, term)) pushTag(scan, at, term, 'subject');
  if (inside.length > 0) return;
  const read = namesInParts(rawText(scan, token), scan.rules).filter(
    ({ entry }) => entry.contest < 0 || scan.active[entry.contest] === true,
  );
  for (const { entry, rule } of read)
    scan.hits.push({
      from: at,
      to: at + 1,
      entry,
      kind: 'hashtag',
      signal: 'subject',
      ambiguous: false,
      rule,
    });
  if (read.length > 0) return;
  const number = numberInCamelCase(rawText(scan, token));
  if (number !== undefined) {
    const phrase = { from: at, to: at + 1, value: number, signal: 'subject', needsTicket: true } as const;
    findBallotNumbers(scan, [phrase]);
    return;
  }
  if (isOfficeTag(rawText(scan, token), (word) => isPlain(word, scan.rules.skim))) {
    pushVoice(scan, at, 'subject');
    return;
  }
  const [reading] = readingsOf(body.replaceAll('_', ''), scan.rules.words);
  if (!reading || reading.doubtful) return;
  for (const term of scan.rules.terms.get(reading.text) ?? []) {
    if (isClearName(term) && term.tokens.length === 1)
      pushTag(scan, at, term, 'subject', 'hashtag', reading.rule);
  }
}

/**
 * Where two names of one ticket end in a hashtag whose capitals tell: "#NamaNama2024", "#NamaNamaa", but in "#NamaNamaudin" the second
 * goes on.
 */
function endsPair(raw: string, end: number): boolean {
  const rest = raw.slice(end);
  return !/\p{Lu}/u.test(raw) || !/^\p{Ll}{3}/u.test(rest) || AFTER_PAIR.test(rest);
}

const AFTER_PAIR = /^(?:nya|kita)(?!\p{Ll})/u;

/** "@namalengkap", "@namalengkap_toko": a single name counts where the handle holds little else, for too many people share it. */
function findNamesInMention(scan: Scan, at: number, body: string): void {
  for (const { term, start } of namesInside(body.replaceAll('_', ''), scan.rules.hashtags)) {
    if (start === 0 && isClearName(term) && term.tokens.length > 1)
      pushTag(scan, at, term, 'subject', term.kind);
  }
  const contestOf = (entry: number) => scan.rules.entry(entry)?.contest ?? -1;
  const titleOf = (entry: number) => scan.rules.entry(entry)?.title ?? '';
  const isTogether = (one: number, other: number) =>
    contestOf(one) >= 0 && contestOf(one) === contestOf(other);
  for (const term of namesInAccount(body, scan.rules.hashtags, isTogether, titleOf))
    pushTag(scan, at, term, 'subject', term.kind);
}

function findInPieces(scan: Scan, at: number, pieces: readonly Piece[]): void {
  const raw = scan.tokens[at] ? rawText(scan, scan.tokens[at]) : '';
  const cued = areCued(pieces.map(({ text }) => text));
  const friendly = pieces.some(({ text }) => FRIENDLY.has(text));
  const namePieces = pieces.flatMap((piece) => {
    const terms = piece.terms.filter((term) => isName(term) && entryOf(scan, term) !== undefined);
    const meant = terms.filter(
      (term) =>
        isClearName(term) ||
        isPairOf(term) ||
        isMeantInCapitals(term, raw) ||
        ((cued || (friendly && isPersonal(scan, term))) && term.tokens.join('').length > 3),
    );
    return meant.length > 0 ? [meant] : [];
  });
  if (namePieces.length > 0) {
    const campaign = isCampaignHashtag(scan, pieces, namePieces);
    for (const term of namePieces.flat()) {
      // "#AMIN" is a prayer too; only what stands around it in the hashtag, or a second signal, makes it the ticket.
      if (campaign || cued || isClearName(term) || isPairOf(term))
        pushTag(scan, at, term, campaign ? 'campaign' : 'subject');
      else pushCommon(scan, at, term);
    }
    return;
  }
  // "#Agus #PilkadaDKI"
  if (pieces.length === 1)
    for (const term of pieces[0]?.terms ?? [])
      if (isName(term) && term.capitals === undefined) pushCommon(scan, at, term);
  // "#02" numbers a series of pictures.
  if (pieces.every(({ role }) => role === 'digits')) return;
  const wanted = numberOfRegion(pieces);
  if (wanted !== undefined) {
    const phrase = { from: at, to: at + 1, value: wanted, signal: 'subject', needsTicket: true } as const;
    findBallotNumbers(scan, [phrase]);
    return;
  }
  // "#JabarNo4Menang": the province says where, and nothing of the number.
  const read = isRegionalVote(pieces) ? pieces.filter(({ text }) => !isRegion(text)) : pieces;
  const numbers = findNumbers(piecesAsTokens(read), pieces.map((piece) => piece.text).join(''), read.length);
  findBallotNumbers(scan, numbers, at);
  if (numbers.length > 0) return;
  // "#CagubKitaMenang": a voice without a name.
  const [stance] = findStances(piecesAsTokens(pieces), new Map()).filter(
    ({ signal }) => signal !== 'supporting',
  );
  if (stance || isOfficeWithoutName(raw) || isOfficeToChange(pieces)) {
    pushVoice(scan, at, stance?.signal ?? 'subject');
    return;
  }
  if (pieces.some((piece) => piece.terms.some((term) => term.kind === 'exception'))) return;
  for (const term of pieces.flatMap((piece) => piece.terms)) {
    if (term.kind !== 'phrase' && term.kind !== 'slogan') continue;
    pushTag(scan, at, term, term.signal);
    // The slogan may hold a name: "#DesakNama".
    for (const name of term.tokens.flatMap((word) => scan.rules.terms.get(word) ?? []))
      if (isClearName(name) && name.tokens.length === 1) pushTag(scan, at, name, 'subject');
  }
}

/** #GarudaMenang is football, #NamaMenang a wish for a person. */
const FRIENDLY = new Set(['menang', 'sahabat', 'lagi', 'lanjut', 'lanjutkan', 'victory']);

function isPersonal(scan: Scan, term: CompiledTerm): boolean {
  const role = entryOf(scan, term)?.role;
  return role === 'candidate' || role === 'ticket';
}

function isMeantInCapitals(term: CompiledTerm, raw: string): boolean {
  return (
    term.signal === 'supporting' &&
    term.capitals !== undefined &&
    raw.replaceAll('_', '').includes(term.tokens.join('').toUpperCase())
  );
}

/** Name with a cue, or one side's name with a year, its ballot number, or the other half of the pair. */
function isCampaignHashtag(
  scan: Scan,
  pieces: readonly Piece[],
  namePieces: readonly (readonly CompiledTerm[])[],
): boolean {
  if (pieces.some((piece) => piece.role === 'cue')) return true;
  const [terms] = namePieces;
  if (!terms || namePieces.length > 1) return false;
  return terms.some((term) => {
    const entry = entryOf(scan, term);
    if (entry?.role === 'ticket' && isClearName(term)) return true;
    return pieces.some(
      ({ role, text }) =>
        role === 'digits' &&
        (/^(?:19|20)\d\d$/.test(text) ||
          scan.rules
            .tickets(Number(text))
            .some((number) => entryOf(scan, number)?.contest === entry?.contest)),
    );
  });
}

function pushVoice({ hits, rules }: Scan, at: number, signal: Signal): void {
  const { ownVoiceEntry: entry } = rules;
  if (entry)
    hits.push({ from: at, to: at + 1, entry, kind: 'phrase', signal, ambiguous: false, rule: 'joined' });
}

/** A hashtag that is a common name: it counts as one does in the text. */
function pushCommon(scan: Scan, at: number, term: CompiledTerm): void {
  const entry = entryOf(scan, term);
  const place = { from: at, to: at + 1, kind: 'hashtag', signal: 'supporting', rule: 'joined' } as const;
  if (entry) scan.hits.push({ ...place, entry, ambiguous: true });
}

function pushTag(
  scan: Scan,
  at: number,
  term: CompiledTerm,
  signal: Signal,
  kind: Hit['kind'] = 'hashtag',
  rule: VariantRule = 'joined',
): void {
  const entry = entryOf(scan, term);
  if (entry) scan.hits.push({ from: at, to: at + 1, entry, kind, signal, ambiguous: false, rule });
}
