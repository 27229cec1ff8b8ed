import { wordSet as words } from '../vocabulary.ts';
import talk from './contest-talk.json';
import { holdsAny } from './sentence.ts';

/** Polling places are heaps of rubbish too, and factories have quality control. */
export const COUNTED = words(talk.words.counted);
const RESULT = words(talk.words.result);
/** "ga bisa bantu suara" */
const VOTES_OF = words(talk.words.givenVotes);
const SHARE = /^\d{1,2}(?:an)?$/;

export function isCount(sentence: readonly string[], seen: ReadonlySet<string>): boolean {
  const follows = (word: string, next: string) =>
    sentence.some((one, at) => one === word && sentence[at + 1] === next);
  if (follows('quick', 'count') || follows('exit', 'poll')) return true;
  const counts = holdsAny(seen, COUNTED) || follows('real', 'count') || follows('hitung', 'cepat');
  if (counts && holdsAny(seen, RESULT)) return true;
  // "suara NAMA 17 persen"
  if (seen.has('suara') && (seen.has('persen') || seen.has('prsen') || seen.has('tps'))) return true;
  if (
    sentence.some(
      (word, at) => word === 'suara' && sentence[at + 1] !== 'hati' && VOTES_OF.has(sentence[at - 1] ?? ''),
    )
  )
    return true;
  // "suara masuk 90%, NAMA 60"
  return (seen.has('qc') || isComingIn(sentence)) && sentence.filter((word) => SHARE.test(word)).length > 1;
}

function isComingIn(sentence: readonly string[]): boolean {
  return sentence.some(
    (word, at) => word === 'suara' && sentence[at + 1] === 'masuk' && SHARE.test(sentence[at + 2] ?? ''),
  );
}
