import { hashBehind, hashOf } from '../rule-file/hash.ts';
import type { CompiledEntry, CompiledTerm } from '../rule-file/rules.ts';
import type { Token } from '../text/normalize.ts';
import type { ContentField, VariantRule } from '../types.ts';
import { MAX_WHOLE, MIN_APART } from './glued.ts';
import { isName } from './hashtags.ts';
import type { Slip } from './misspelling.ts';
import type { Hit } from './resolve.ts';
import type { RuleIndex } from './rule-index.ts';
import { isWordOfTerm, type Reading, readToken } from './variants.ts';

/** One text of a content. */
export interface Part {
  readonly field: ContentField;
  readonly index: number;
  readonly text: string;
}

/** What the searches of `find-*.ts` share while one text is read; each adds its hits. */
export interface Scan {
  readonly rules: RuleIndex;
  /** Is the contest at this index of `rules.contests` active? */
  readonly active: readonly boolean[];
  readonly part: Part;
  readonly tokens: readonly Token[];
  /** The same with words of the grammar ("c0bl0s", "nomoooor") as they are spelt. */
  readonly plain: readonly Token[];
  /** What each token can be read as. */
  readonly readings: readonly (readonly Reading[])[];
  /** Words of names that each token is near; they count only with the rest of a name beside them. */
  readonly slips: readonly (readonly Slip[])[];
  /** By token, the word of a name that it makes with the next one. */
  readonly wholes: readonly (string | undefined)[];
  readonly hits: Hit[];
}

/** What every search asks of the tokens of a text, looked up once. */
export function readTokens(
  tokens: readonly Token[],
  rules: RuleIndex,
): Pick<Scan, 'readings' | 'slips' | 'wholes'> {
  const readings: (readonly Reading[])[] = [];
  const slips: (readonly Slip[])[] = [];
  const wholes: (string | undefined)[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const read = readToken(token.text, rules.words);
    readings.push(read.readings);
    slips.push(read.slips);
    wholes.push(wholeOf(token, tokens[at + 1], rules));
  }
  return { readings, slips, wholes };
}

/** The word of a name that two tokens make together ("prabo wo"), or undefined. */
function wholeOf(one: Token, other: Token | undefined, { words, skim }: RuleIndex): string | undefined {
  if (one.kind !== 'word' || other?.kind !== 'word' || other.breaks) return undefined;
  const length = one.text.length + other.text.length;
  if (length < MIN_APART || length > MAX_WHOLE) return undefined;
  // Nearly no two words are one: no string is made of those that cannot be.
  if (!skim.plain.mayKnow(hashBehind(hashOf(one.text), other.text), length)) return undefined;
  const whole = one.text + other.text;
  return isWordOfTerm(whole, words) ? whole : undefined;
}

/** Where a term stands, in tokens, and how it was recognised. */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly rule: VariantRule;
  readonly doubtful: boolean;
  /** The two names of a pair stand with a sign between them ("A-B", "A & B"), or run together. */
  readonly linked: boolean;
}

/** The entry of a term, unless its contest sleeps. */
export function entryOf(scan: Scan, term: CompiledTerm): CompiledEntry | undefined {
  const entry = scan.rules.entry(term.entry);
  return entry && (entry.contest < 0 || scan.active[entry.contest] === true) ? entry : undefined;
}

export function rawText(scan: Scan, token: Token): string {
  return scan.part.text.slice(token.start, token.end);
}

/** Adds a hit for a term found at a place. */
export function pushTerm(scan: Scan, term: CompiledTerm, place: Place): void {
  const entry = entryOf(scan, term);
  if (!entry) return;
  const { kind, pair } = term;
  const { from, to, rule, doubtful, linked } = place;
  const signal = pair !== undefined && linked ? 'subject' : term.signal;
  const isWritten = term.tokens.length >= WHOLE_NAME && isInCapitals(scan, from, to);
  const ambiguous = isName(term) && ((signal === 'supporting' && !isWritten) || doubtful);
  const initials = (term.capitals?.length ?? 0) > 0;
  scan.hits.push({
    from,
    to,
    entry,
    kind,
    signal: isWritten && signal === 'supporting' ? 'subject' : signal,
    ambiguous,
    rule,
    ...(initials && { initials }),
  });
}

/** Words of a name that is whole even where all of them are words of the language: "Lalu Muhamad Iqbal". */
const WHOLE_NAME = 3;

/** Each word with a capital, inside a sentence that goes on in small letters. */
function isInCapitals({ tokens, part: { text } }: Scan, from: number, to: number): boolean {
  const before = tokens[from - 1];
  if (tokens[from]?.breaks !== false || !before || !SMALL.test(text.slice(before.start, before.end)))
    return false;
  return tokens.slice(from, to).every(({ start, end }) => CAPITAL.test(text.slice(start, end)));
}

const CAPITAL = /^\p{Lu}\p{Ll}/u;
const SMALL = /^\p{Ll}/u;
