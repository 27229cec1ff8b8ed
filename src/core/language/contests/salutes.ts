import { FINGERS, NUMBER_WORDS, wordSet as words } from '../vocabulary.ts';
import { indexBefore, type Sentence } from './sentence.ts';

const FOR = words('buat bwt untuk utk for bagi');

/** "dua jari buat pak NAMA": so many fingers are raised for somebody on a ballot. */
export function isSaluted(sentence: Sentence): boolean {
  const before = indexBefore(sentence);
  const [number = '', fingers = '', towards = ''] = sentence.words.slice(Math.max(0, before - 2), before + 1);
  return FOR.has(towards) && FINGERS.has(fingers) && (NUMBER_WORDS.has(number) || /^[1-9]$/.test(number));
}
