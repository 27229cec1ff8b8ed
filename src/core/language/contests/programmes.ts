import { OTHER_CANDIDACY, wordSet as words } from '../vocabulary.ts';
import talk from './contest-talk.json';
import { holdsAny, indexBefore, type Sentence } from './sentence.ts';

const PROGRAMMES = words(talk.words.programmes);
const SERVED = words(talk.words.served);

/** "program mas NAMA buat rakyat miskin": right before a name, for those whom only a government serves. */
export function isProgrammeOf(sentence: Sentence, seen: ReadonlySet<string>): boolean {
  const before = sentence.words[indexBefore(sentence)] ?? '';
  return PROGRAMMES.has(before) && holdsAny(seen, SERVED) && !holdsAny(seen, OTHER_CANDIDACY);
}
