import { CHOSEN_BY, FINGERS, OTHER_CANDIDACY, POLICY, wordSet as words } from '../vocabulary.ts';
import { isAimedAt, isAnotherTerm, isBacked, OFFICE, PARTIES } from './candidacies.ts';
import talk from './contest-talk.json';
import { isOfPlace, LEADERSHIP, RUNS } from './contested-places.ts';
import { COURT, isLawsuit, LAWSUIT } from './lawsuits.ts';
import { isProgrammeOf } from './programmes.ts';
import { PLACES, WON } from './provinces.ts';
import { isSaluted } from './salutes.ts';
import { holdsAny, type Sentence } from './sentence.ts';
import { COUNTED, isCount } from './vote-counts.ts';

/**
 * Second signals of a common name that are no single word: a lawsuit about a result, a count of votes, an office that
 * somebody wants, and the place of the contest beside those who lead it. All of it stands in the sentence of the name.
 *
 * Does a sentence speak so of a contest in `region`?
 */
export function isContestTalk(spoken: Sentence, region: string | null): boolean {
  const { words: sentence, behind } = spoken;
  const seen = new Set(sentence);
  if (isLawsuit(seen) || isCount(sentence, seen)) return true;
  // "lanjutkan 2 periode"
  if (isAnotherTerm(sentence, behind) && !holdsAny(seen, OTHER_CANDIDACY)) return true;
  // "didukung banyak partai"
  if (isBacked(sentence, seen) && !holdsAny(seen, OTHER_CANDIDACY)) return true;
  if (isSaluted(spoken) || isProgrammeOf(spoken, seen)) return true;
  if (holdsAny(seen, PRETENDED)) return false;
  return isAimedAt(sentence) || (region !== null && isOfPlace(spoken, seen, region));
}

/** Where nobody is elected: "jadi walikota di game itu". */
const PRETENDED = words(talk.words.pretended);

/** One of these stands in every such sentence, so that the skim reads it; towns that only a pack knows count beside a leader only. */
export const TALK_WORDS: ReadonlySet<string> = new Set([
  ...COURT,
  ...LAWSUIT,
  'periode',
  ...COUNTED,
  ...PARTIES,
  'suara',
  ...RUNS,
  ...WON,
  'count',
  'poll',
  'hitung',
  ...OFFICE,
  'wali',
  ...LEADERSHIP,
  ...CHOSEN_BY,
  ...FINGERS,
  ...POLICY,
  ...[...PLACES].flatMap(([region, names]) => [...names, region.split(' ')[0] ?? '']),
]);
