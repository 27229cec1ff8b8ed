import { JOINERS, TITLES } from '../language/vocabulary.ts';
import type { CompiledTerm } from '../rule-file/rules.ts';
import { WordKind } from '../rule-file/word-kinds.ts';
import { isCapitals } from '../text/normalize.ts';
import type { VariantRule } from '../types.ts';
import { isName } from './hashtags.ts';
import { bearsSlips, type Slip } from './misspelling.ts';
import { type Place, pushTerm, rawText, type Scan } from './scan.ts';
import type { Reading } from './variants.ts';

export function findTerms(scan: Scan): void {
  const { wholes } = scan;
  for (let from = 0; from < scan.readings.length; from += 1) {
    for (const reading of scan.readings[from] ?? []) {
      for (const term of scan.rules.terms.get(reading.text) ?? NO_TERMS) {
        const place = placeOf(scan, wholes, term, from, reading);
        if (place) pushTerm(scan, term, place);
      }
    }
    const whole = wholes[from];
    for (const term of whole === undefined ? NO_TERMS : (scan.rules.terms.get(whole) ?? NO_TERMS)) {
      // Of one word: `findRunTogether()`.
      const place =
        term.tokens.length > 1 ? placeOf(scan, wholes, term, from, wholeReading(whole ?? '')) : undefined;
      if (place) pushTerm(scan, term, place);
    }
    for (const slip of scan.slips[from] ?? NO_SLIPS) {
      for (const term of scan.rules.terms.get(slip.word) ?? NO_TERMS) {
        if (term.tokens.length < 2) continue;
        const place = placeOf(scan, wholes, term, from, nearReading(slip));
        if (place) pushTerm(scan, term, place);
      }
    }
  }
}

/** Rules under which the case of the writer still tells something. */
const CASE_RULES: ReadonlySet<VariantRule> = new Set(['exact', 'digits', 'spaced']);

/** Words that may be skipped inside a name: "Nama H. Lengkap", "Nama S Lengkap". */
const MAX_SKIPPED = 3;

const NO_TERMS: readonly CompiledTerm[] = [];
const NO_SLIPS: readonly Slip[] = [];

/** A reading that costs slips or stands in two words: only the rest of the name makes it one. */
interface CostlyReading extends Reading {
  readonly slip?: Slip;
  readonly apart?: true;
}

/** A word of a name that is written in two: "Agus Hari Murti". */
function wholeReading(text: string): CostlyReading {
  return { text, rule: 'spaced', doubtful: false, apart: true };
}

/** By token, the word of a name that it makes with the next one. */
type Wholes = Scan['wholes'];

function nearReading(slip: Slip): CostlyReading {
  return { text: slip.word, rule: 'misspelt', doubtful: false, slip };
}

function placeOf(
  scan: Scan,
  wholes: Wholes,
  term: CompiledTerm,
  from: number,
  first: CostlyReading,
): Place | undefined {
  let { doubtful } = first;
  const slips: Slip[] = first.slip ? [first.slip] : [];
  let rule: VariantRule = scan.tokens[from]?.apart && first.rule === 'exact' ? 'spaced' : first.rule;
  let linked = false;
  let at = first.apart ? from + 1 : from;
  for (let step = 1; step < term.tokens.length; step += 1) {
    const word = term.tokens[step] ?? '';
    let next = at + 1;
    let reading = readingAs(scan, wholes, next, word, isName(term));
    const joins = term.pair === step;
    while (!reading && isName(term) && next - at <= MAX_SKIPPED && isSkipped(scan, next, joins)) {
      next += 1;
      reading = readingAs(scan, wholes, next, word, true);
    }
    if (!reading) return undefined;
    if (reading.slip) slips.push(reading.slip);
    if (joins && next === at + 2) linked = scan.tokens[at + 1]?.text === 'x';
    if (joins && next === at + 1) linked = /[^\s\p{L}\p{N}'.,]/u.test(between(scan, at, next));
    if (reading.rule !== 'exact') rule = reading.rule;
    doubtful ||= reading.doubtful;
    at = reading.apart ? next + 1 : next;
  }
  const exactCase = (term.capitals ?? []).every((step) => {
    const token = scan.tokens[from + step];
    return token !== undefined && CASE_RULES.has(rule) && isCapitals(rawText(scan, token));
  });
  if (slips.length > 0 && !isWholeDespite(scan, term, slips)) return undefined;
  // With a whole name around it, one doubtful word is no doubt any more.
  return exactCase
    ? { from, to: at + 1, rule, doubtful: doubtful && term.tokens.length < 2, linked }
    : undefined;
}

/** Common names one slip apart are other people; two of them make a pair only as they are spelt. */
function isWholeDespite(scan: Scan, term: CompiledTerm, slips: readonly Slip[]): boolean {
  if (!isName(term) || (term.pair !== undefined && term.signal === 'supporting')) return false;
  const { kindOf } = scan.rules.words;
  const isSure = (word: string) =>
    (kindOf(word) & WordKind.Distinctive) !== 0 && !slips.some((slip) => slip.word === word);
  if (slips.some(({ ordinary }) => ordinary) && !term.tokens.some(isSure)) return false;
  return bearsSlips(
    slips.reduce((sum, { cost }) => sum + cost, 0),
    term.tokens.join('').length,
  );
}

function readingAs(
  scan: Scan,
  wholes: Wholes,
  at: number,
  word: string,
  slipping: boolean,
): CostlyReading | undefined {
  const token = scan.tokens[at];
  if (token?.breaks !== false) return undefined;
  const reading = scan.readings[at]?.find(({ text }) => text === word);
  if (reading || !slipping) return reading;
  if (wholes[at] === word) return wholeReading(word);
  const slip = scan.slips[at]?.find((near) => near.word === word);
  return slip && nearReading(slip);
}

function isSkipped(scan: Scan, at: number, joins: boolean): boolean {
  const token = scan.tokens[at];
  if (!token || token.breaks || token.kind !== 'word') return false;
  return token.text.length === 1 || TITLES.has(token.text) || (joins && JOINERS.has(token.text));
}

function between(scan: Scan, one: number, other: number): string {
  return scan.part.text.slice(scan.tokens[one]?.end ?? 0, scan.tokens[other]?.start ?? 0);
}
