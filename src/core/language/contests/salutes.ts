import { FINGERS, NUMBER_WORDS, TITLES, wordSet as words } from '../vocabulary.ts';
import type { Sentence } from './sentence.ts';

const FOR = words('buat bwt untuk utk for bagi');

/** "dua jari buat pak NAMA": so many fingers are raised for somebody on a ballot. */
export function isSaluted({ words: sentence, at }: Sentence): boolean {
  let before = at - 1;
  while (before > 0 && TITLES.has(sentence[before] ?? '')) before -= 1;
  const [number = '', fingers = '', towards = ''] = sentence.slice(Math.max(0, before - 2), before + 1);
  return FOR.has(towards) && FINGERS.has(fingers) && (NUMBER_WORDS.has(number) || /^[1-9]$/.test(number));
}
