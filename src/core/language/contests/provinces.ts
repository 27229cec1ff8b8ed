import { wordSet as words } from '../vocabulary.ts';
import talk from './contest-talk.json';

export const PLACES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(talk.places).map(([region, names]) => [region, words(names)]),
);

export function regionOf(region: string): string {
  return region.toLowerCase().replace(/^(?:kota|kabupaten) /, '');
}

/** Index of the word behind the province, 0 where it is not spoken of. */
export function endOf(sentence: readonly string[], province: string, long: string): number {
  const short = sentence.indexOf(province);
  if (short >= 0) return short + 1;
  const [first = '', second = ''] = long.split(' ');
  const at = sentence.findIndex((word, here) => word === first && sentence[here + 1] === second);
  return second === '' || at < 0 ? 0 : at + long.split(' ').length;
}

/** What else is won and lost. */
export const MATCHES = words(talk.words.matches);
export const WON = words(talk.words.won);
