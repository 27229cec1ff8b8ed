import { OTHER_CANDIDACY, TITLES, wordSet as words } from '../vocabulary.ts';
import talk from './contest-talk.json';
import { holdsAny, type Sentence } from './sentence.ts';

const PROGRAMMES = words(talk.words.programmes);
const SERVED = words(talk.words.served);

/** "program mas NAMA buat rakyat miskin": right before a name, for those whom only a government serves. */
export function isProgrammeOf({ words: sentence, at }: Sentence, seen: ReadonlySet<string>): boolean {
  let before = at - 1;
  while (before > 0 && TITLES.has(sentence[before] ?? '')) before -= 1;
  return PROGRAMMES.has(sentence[before] ?? '') && holdsAny(seen, SERVED) && !holdsAny(seen, OTHER_CANDIDACY);
}
