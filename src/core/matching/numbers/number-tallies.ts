import {
  DEBATES,
  MORE_NUMBERED_THINGS,
  NUMBER_NOUNS,
  NUMBER_WORDS,
  OTHER_COUNTS,
  SHARING,
  VOTES_COUNTED,
  wordSet as words,
} from '../../language/vocabulary.ts';
import type { Place } from './number-place.ts';
import { isThing } from './numbered-things.ts';

/**
 * "C1 sudah difoto, 01: 88, 02: 131", "60% 01, 30% 02": each of two tickets or more with its count, its marks or its share. Of
 * counts and marks it must be said that they are of votes or of a debate, and of shares among whom, for classes and stores have such lists.
 */
export function isTallied(place: Place): boolean {
  const { units, at } = place;
  if (shareOf(place, at) === undefined && countOf(place, at) === undefined) return false;
  let first = at;
  while (first > 0 && units[first]?.breaks === false) first -= 1;
  let end = at + 1;
  while (units[end]?.breaks === false) end += 1;
  const said = units.slice(first, end).map(({ text }) => text);
  const isDebate = said.some((word) => DEBATES.has(word));
  if (said.some((word) => OTHER_COUNTS.has(word) && !(isDebate && word === 'nilai'))) return false;
  const opening = said.findIndex((word) => PADDED.test(word));
  // The first number tells on which side of it the figures stand.
  const figureOf = opening >= 0 && shareOf(place, first + opening) !== undefined ? shareOf : countOf;
  const talk = figureOf === countOf ? VOTES_COUNTED : SHARING;
  const isCount = figureOf === countOf && COUNTS.test(said.join(' '));
  if (!isCount && !said.some((word) => talk.has(word))) return false;
  const figures = new Map<number, number>();
  for (let index = first; index < end; index += 1) {
    const [ticket, figure] = [ticketAt(place, index), figureOf(place, index)];
    if (ticket !== undefined && figure !== undefined) figures.set(ticket, figure);
  }
  const sum = [...figures.values()].reduce((one, other) => one + other, 0);
  return figures.size > 1 && figureOf(place, at) !== undefined && (figureOf === countOf || sum <= 100);
}

/** "02", "nomor 2", "nomor dua", and no "rt 01" or "regu nomor 1". */
function ticketAt(place: Place, at: number): number | undefined {
  const { units } = place;
  const written = units[at]?.text ?? '';
  const isNamed = NUMBER_NOUNS.has(units[at - 1]?.text ?? '');
  const first = isNamed ? at - 1 : at;
  const owner = units[first - 1]?.text ?? '';
  if (!between(place, first).trim() && isThing(owner, MORE_NUMBERED_THINGS) && !AREAS.has(owner))
    return undefined;
  if (PADDED.test(written)) return Number(written);
  if (!isNamed) return undefined;
  return NUMBER_WORDS.get(written) ?? (DIGIT.test(written) ? Number(written) : undefined);
}

/** "60% 01": of things the percentage stands behind. */
function shareOf(place: Place, at: number): number | undefined {
  const share = place.units[at - 1]?.text ?? '';
  const isShare =
    PADDED.test(place.units[at]?.text ?? '') && SHARE.test(share) && PERCENT.test(between(place, at));
  return isShare ? Number(share) : undefined;
}

/** "02: 131", "nomor 1 20%" */
function countOf(place: Place, at: number): number | undefined {
  const count = place.units[at + 1]?.text ?? '';
  return COUNT.test(count) && TIED.test(between(place, at + 1)) ? Number(count) : undefined;
}

/** What stands before the unit at `index`, behind the one before it. */
function between({ units, tokens, text }: Place, index: number): string {
  const start = tokens[units[index - 1]?.token ?? -1]?.end ?? 0;
  return text.slice(start, tokens[units[index]?.token ?? -1]?.start ?? start);
}

const COUNTS =
  /(?:quick|real) count|hitung cepat|exit poll|(?:kalah|menang|unggul) (?:telak|mutlak)|rekap (?:tps|desa|kelurahan|kecamatan|kabupaten|kota|provinsi|dapil)/;
/** Where votes are counted. */
const AREAS = words('tps desa kelurahan kecamatan kabupaten kota provinsi dapil');
const PADDED = /^0[1-9]$/;
const DIGIT = /^[1-9]$/;
const COUNT = /^(?:0|[1-9]\d{0,5})$/;
const SHARE = /^[1-9]\d?$/;
const PERCENT = /^\s?%\s$/;
const TIED = /^\s?[-:=(]?\s?$/;
