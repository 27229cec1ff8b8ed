import type { Place } from './number-place.ts';
import { DEBATES, NUMBER_NOUNS, NUMBER_WORDS, OTHER_COUNTS, VOTES_COUNTED } from './vocabulary.ts';

/** What a number at one place of a sentence has beside it. */
interface Tally {
  readonly ticket: string;
  /** `share`: a percentage before it, which of things stands behind. */
  readonly form: 'count' | 'share';
  readonly figure: number;
}

/**
 * "C1 sudah difoto, 01: 88, 02: 131", "60% 01, 30% 02": each of two tickets or more with its count, its marks or its share. Of
 * counts and marks it must be said that they are of votes or of a debate, for classes and stores have lists of this form.
 */
export function isTallied(place: Place): boolean {
  const { units, at } = place;
  const own = tallyAt(place, at);
  if (!own) return false;
  let first = at;
  while (first > 0 && units[first]?.breaks === false) first -= 1;
  let end = at + 1;
  while (units[end]?.breaks === false) end += 1;
  const said = units.slice(first, end).map(({ text }) => text);
  const isDebate = said.some((word) => DEBATES.has(word));
  if (said.some((word) => OTHER_COUNTS.has(word) && !(isDebate && word === 'nilai'))) return false;
  if (own.form === 'count' && !said.some((word) => VOTES_COUNTED.has(word))) return false;
  const tallies = new Map<string, number>();
  for (let index = first; index < end; index += 1) {
    const tally = tallyAt({ ...place, at: index }, index);
    if (tally?.form === own.form) tallies.set(tally.ticket, tally.figure);
  }
  const sum = [...tallies.values()].reduce((one, other) => one + other, 0);
  return tallies.size > 1 && (own.form === 'count' || sum <= 100);
}

function tallyAt({ units, tokens, text }: Place, at: number): Tally | undefined {
  const written = units[at]?.text ?? '';
  const isPadded = PADDED.test(written);
  const before = units[at - 1]?.text ?? '';
  if (!isPadded && !(NUMBER_NOUNS.has(before) && (DIGIT.test(written) || NUMBER_WORDS.has(written))))
    return undefined;
  const between = (one: number, other: number) =>
    text.slice(tokens[units[one]?.token ?? -1]?.end ?? 0, tokens[units[other]?.token ?? -1]?.start ?? 0);
  const ticket = String(NUMBER_WORDS.get(written) ?? Number(written));
  const next = units[at + 1]?.text ?? '';
  // "01 40%, 02 45%" has the share of each behind it, "60% 01, 30% 02" before it.
  if (isPadded && SHARE.test(before) && PERCENT.test(between(at - 1, at)))
    return { ticket, form: 'share', figure: Number(before) };
  if (COUNT.test(next) && TIED.test(between(at, at + 1)))
    return { ticket, form: 'count', figure: Number(next) };
  return undefined;
}

const PADDED = /^0[1-9]$/;
const DIGIT = /^[1-9]$/;
const COUNT = /^(?:0|[1-9]\d{0,5})$/;
const SHARE = /^[1-9]\d?$/;
const PERCENT = /^\s?%\s$/;
const TIED = /^\s?[:=(]?\s?$/;
