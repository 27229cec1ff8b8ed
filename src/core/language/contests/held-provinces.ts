import { wordSet as words } from '../vocabulary.ts';
import talk from './contest-talk.json';
import { endOf, MATCHES, PLACES, WON } from './provinces.ts';
import type { Sentence } from './sentence.ts';

const NEEDS = words(talk.words.needs);
const LIKE = words(talk.words.like);
const BESIDE = words(talk.words.beside);
const PROMISES = words(talk.words.promises);
const FREE = words(talk.words.free);
const PUBLIC_WORKS = words(talk.words.publicWorks);
/** Who travels to a province, plays or works there. */
const TRAVELS = words(talk.words.travels);
/** Words from the province to the name: "jateng butuh orang yang kayak NAMA". */
const HELD_REACH = 6;
/** "NTT bersama NAMA": more words tell of a journey. */
const SHORT_SENTENCE = 5;

/** "sulut butuh orang kayak NAMA", "Banten di tangan NAMA", "jatim bareng NAMA", "NAMA janji sekolah gratis se Jabar": of the province itself. */
export function isHeldBy({ words: sentence, at, behind }: Sentence, long: string): boolean {
  const [province = ''] = PLACES.get(long) ?? [];
  const isPromise = PROMISES.has(sentence[behind] ?? '');
  // "NAMA janji gratisin bus jakarta" drives none.
  const isOnTheWay = (word: string, here: number) =>
    TRAVELS.has(word) && !(isPromise && [here - 1, here + 1].some((next) => FREE.has(sentence[next] ?? '')));
  if (province === '' || sentence.some((word, here) => isOnTheWay(word, here) || MATCHES.has(word)))
    return false;
  const ends = endOf(sentence, province, long);
  if (ends === 0) return false;
  if (isPromise) return isOfPublic(sentence.slice(behind + 1));
  if (behind <= ends) return false;
  // "sulsel NAMA menang mutlak"
  if (ends === at && WON.has(sentence[behind] ?? '')) return true;
  const between = sentence.slice(ends, at);
  if (between.length > HELD_REACH) return false;
  const last = between.at(-1) ?? '';
  // Somebody goes there: "ke Bali bareng NAMA".
  const isOpen = ends === 1 || sentence.slice(0, ends).join(' ') === long;
  // "jabar butuh NAMA", but somebody else in "jabar butuh NAMA sopir"
  if (NEEDS.has(between[0] ?? ''))
    return sentence.length === behind && (between.length === 1 || LIKE.has(last));
  if (between.length > 1 && between.at(-2) === 'di' && last === 'tangan') return between.length === 2;
  return isOpen && BESIDE.has(last) && between.length < 3 && sentence.length <= SHORT_SENTENCE;
}

/** "sekolah gratis", "bangun jalan", but nobody's "jalan jalan" or "gratis ongkir". */
function isOfPublic(promised: readonly string[]): boolean {
  const works = new Set(promised.filter((word) => WORKS.has(word)));
  return works.size > 1 || promised.some((word) => PUBLIC_WORKS.has(word));
}

const WORKS = words(talk.words.works);
