import { wordSet as words } from '../vocabulary.ts';
import talk from './contest-talk.json';
import { holdsAny } from './sentence.ts';

export const COURT = words(talk.words.court);
/** What is done at the constitutional court: without it "MK" is a course of students. */
const AT_COURT = words(talk.words.atCourt);
export const LAWSUIT = words(talk.words.lawsuit);
/** Neighbours sue each other too. */
const OF_VOTES = words(talk.words.ofVotes);

export function isLawsuit(seen: ReadonlySet<string>): boolean {
  return (
    (holdsAny(seen, COURT) && holdsAny(seen, AT_COURT)) ||
    (holdsAny(seen, LAWSUIT) && holdsAny(seen, OF_VOTES))
  );
}
