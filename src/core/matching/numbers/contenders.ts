import { ALLIED, BEARING, CAMPS, DEBATED, OF_PEOPLE, wordSet as words } from '../../language/vocabulary.ts';
import { isOpinion, type Surroundings } from './number-context.ts';
import { RELATIVE } from './number-head.ts';
import { hasEverydayTalk, isBesideThing, isDebated } from './numbered-things.ts';

/** What is said of a bare digit that only a contender in a debate can be: "yg 2 emosian", "1 & 3 gabung". */
export function isContender(around: Surroundings): boolean {
  const { before, behind, short } = around;
  const [previous = '', other = ''] = before;
  const [next = ''] = behind;
  if (!short || isBesideThing(around) || hasEverydayTalk(around)) return false;
  if (SPEECHES.has(previous)) return behind.slice(0, 2).some(isOpinion);
  if (CAMPS.has(previous) && GATHERED.has(next)) return true;
  if (CAMPS.has(previous)) return next === '' || isOpinion(next) || BEARING.has(next) || isDebated(behind);
  // "1 dan 3", "1 & 3", "1 sama 3"
  const beside = /^0?[1-9]$/.test(previous) || (ANDS.has(previous) && /^0?[1-9]$/.test(other));
  if (beside) return behind.slice(0, 2).some((word) => ALLIED.has(word));
  // "yg 3 orangnya tulus"
  if (RELATIVE.has(previous) && OF_PEOPLE.has(next) && behind.slice(1, 4).some(isOpinion)) return true;
  return RELATIVE.has(previous) && (DEBATED.has(next) || (BEARING.has(next) && isDebated(behind)));
}

/** "1 pinter, 2 emosian, 3 biasa aja": contenders are judged one after the other, at least one as a speaker is. */
export function areRated(words: readonly string[]): boolean {
  const rated = words.filter(
    (word, at) =>
      /^[1-9]$/.test(word) && isOpinion(words[at + 1] ?? '') && !NUMBERED.test(words[at - 1] ?? ''),
  );
  const isSpeaker = words.some((word, at) => DEBATED.has(word) && /^[1-9]$/.test(words[at - 1] ?? ''));
  return isSpeaker && new Set(rated).size > 1;
}

/** "kelompok 1 menang, kelompok 2 emosi" */
const NUMBERED = /^(?:kelompok|tim|team|grup|group|regu|kelas|anak|set|babak|pemain)$/;
/** "closing 1 bikin nangis" */
const SPEECHES = words('closing retorika argumentasi');
/** "buzzer 1 ngumpul sini" */
const GATHERED = words('ngumpul kumpul merapat hadir mana absen kepanasan panas ngamuk teriak ketar');
const ANDS = words('dan sama vs ama dgn dengan x');
