import { FINGERS, PARTICLES, POSING, PRAISE, wordSet as words } from '../../language/vocabulary.ts';
import { FINGER_SIGNS } from '../../text/normalize.ts';
import { isElectoral, isOpener, REACH } from './number-context.ts';
import { type Phrase, type Place, spanOf } from './number-place.ts';
import { wordsBefore, wordsBehind } from './number-units.ts';
import type { Numeral } from './numerals.ts';

/** "salam dua jari", "salam metal 3", "2 jari ✌️". */
export function fingersAt(place: Place, { value }: Numeral): Phrase | undefined {
  const { units, at } = place;
  const before = wordsBefore(units, at, REACH);
  const [one = '', two = ''] = before;
  const [next = '', ...behind] = wordsBehind(units, at, REACH);
  const fingers = FINGERS.has(next);
  if (one === 'salam' && (fingers || SALUTES.has(next))) return spanOf(place, at - 1, at + 1, 'campaign');
  if (two === 'salam' && SALUTES.has(one)) return spanOf(place, at - 2, at, 'campaign');
  if (!fingers) return undefined;
  const [second = ''] = behind;
  // "Bawaslu: laporkan ASN yang berpose dua jari" tells of the rule.
  const told = { before: before.filter(isNoRunner), behind: behind.filter(isNoRunner) };
  if ([...before, ...behind].some((word) => POSING.has(word)) && !isElectoral(told)) return undefined;
  // "2 jari ✌️", "🤟 metal tiga jari", "satu jari aja udah cukup ☝️"
  const shown = [...behind, one, two].some((word) => FINGER_SIGNS.get(word) === value);
  // "Cukup dua jari dari tepi" measures.
  const raised = second === '' || second === 'untuk' || (PRAISE.has(second) && !PARTICLES.has(second));
  return shown || (raised && isOpener(one)) || isElectoral({ before, behind })
    ? spanOf(place, at, at + 1, 'subject', true)
    : undefined;
}

/** Not those who run elections or watch over them. */
function isNoRunner(word: string): boolean {
  return word !== 'kpu' && word !== 'bawaslu';
}

const SALUTES = words('metal jempol');

/** "✌️ satu putaran": fingers and what makes a number of them are the whole comment. */
export function isRaised({ units, total }: Place, value: number): boolean {
  if (units.length < total) return false;
  const words = units.flatMap(({ text }) => (FINGER_SIGNS.get(text) === value ? [] : [text]));
  return words.length < 3 && isCampaign(words);
}

/** "satu putaran", "perubahan": what campaigns of every side cheer with. */
export function isCampaign([one = '', two = '']: readonly string[]): boolean {
  return one === 'perubahan' || (two === 'putaran' && ROUNDS.has(one));
}

const ROUNDS = words('satu sekali 1 dua 2');
