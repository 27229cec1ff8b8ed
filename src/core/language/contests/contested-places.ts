import { OTHER_CANDIDACY, wordSet as words } from '../vocabulary.ts';
import talk from './contest-talk.json';
import { isHeldBy } from './held-provinces.ts';
import { MATCHES, PLACES, regionOf, WON } from './provinces.ts';
import { holdsAny, type Sentence } from './sentence.ts';

export const LEADERSHIP = words(talk.words.leadership);
const FIRST = words('1 satu');

/** "NAMA untuk Jatim": for whom a province shall be, right behind the name. */
const TOWARDS = words('untuk utk buat bwt for');

/** "bandung butuh gubernur kayak ...", "maju ke jabar 1". */
export function isOfPlace(spoken: Sentence, seen: ReadonlySet<string>, region: string): boolean {
  const { words: sentence, behind } = spoken;
  const long = regionOf(region);
  const isHere = (word = '') => PLACES.get(long)?.has(word) === true;
  if (TOWARDS.has(sentence[behind] ?? '') && isHere(sentence[behind + 1])) return true;
  if (isSeatTalk(sentence, region)) return true;
  if (isHeldBy(spoken, long)) return true;
  return (
    (holdsAny(seen, LEADERSHIP) || isRunning(sentence, seen)) &&
    (sentence.some(isHere) || ` ${sentence.join(' ')} `.includes(` ${long} `))
  );
}

export const RUNS = words(talk.words.runs);
const RUNS_WITH = words(talk.words.runsWith);

/** "Banten maju bersama ...", "nyalon lagi di ...", and not as the head of a street. */
function isRunning(sentence: readonly string[], seen: ReadonlySet<string>): boolean {
  const runs = sentence.some((word, at) => RUNS.has(word) && RUNS_WITH.has(sentence[at + 1] ?? ''));
  return runs && !holdsAny(seen, OTHER_CANDIDACY) && !holdsAny(seen, MATCHES);
}

/** "NAMA kalah di banten": of the province itself, since matches are won and lost in towns. */
function isResultOf(sentence: readonly string[], region: string | null): boolean {
  const [province = ''] = PLACES.get(regionOf(region ?? '')) ?? [];
  return (
    province !== '' &&
    !sentence.some((word) => MATCHES.has(word)) &&
    sentence.some((word, at) => WON.has(word) && sentence[at + 1] === 'di' && sentence[at + 2] === province)
  );
}

/** "jabar 1", "kalah di banten": so clear that it makes a candidate of a misspelt common name too. */
export function isSeatTalk(sentence: readonly string[], region: string | null): boolean {
  const places = PLACES.get(regionOf(region ?? ''));
  return (
    isResultOf(sentence, region) ||
    sentence.some((word, at) => places?.has(word) === true && FIRST.has(sentence[at + 1] ?? ''))
  );
}
