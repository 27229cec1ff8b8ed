import {
  BALLOT_VERBS,
  CALLS,
  CHOICE,
  CROWD,
  ELECTED_OFFICES,
  MONTHS,
  MORE_NUMBERED_THINGS,
  ONLY_THIS,
  PARTICLES,
  SELVES,
  SIDES,
  STEADY,
  TO_PEOPLE,
  UNITS,
} from '../../language/vocabulary.ts';
import { FINGER_SIGNS } from '../../text/normalize.ts';
import { isElectoralTag, isRegionTag } from '../hashtags.ts';
import type { Surroundings } from './number-context.ts';
import type { Place } from './number-place.ts';
import type { Unit } from './number-units.ts';

export const CALL_REACH = 4;
const MAX_CALLS = 5;

/** "2 gak ada obat, coblos!": the number opens a short text that asks for a vote, and counts nothing. */
export function isOpenVote({ units, at, tokens, text }: Place, { behind, short }: Surroundings): boolean {
  const [next = ''] = behind;
  const end = tokens[units[at]?.token ?? -1]?.end ?? 0;
  if (at > 0 || !short || next === '' || UNITS.has(next)) return false;
  // Further sentences may not have been read.
  const others = units.flatMap(({ breaks }, index) => (breaks && index > 0 ? [index] : []));
  const near = units.slice(1, others[1] ?? units.length);
  return !/^\s?[.)]/.test(text.slice(end, end + 2)) && near.some((unit) => BALLOT_VERBS.has(unit.text));
}

/** "dua dua dua presiden": one number, called again and again. */
export function isChant({ units, at }: Place): boolean {
  const word = units[at]?.text;
  const end = units.findIndex((unit, index) => index > at && unit.text !== word);
  const times = (end < 0 ? units.length : end) - at;
  const next = units[at + times]?.text ?? '';
  return at === 0 && times > 2 && ELECTED_OFFICES.has(next);
}

/** "2️⃣ 2️⃣ 2️⃣": nothing but one number in keycaps, three times at least. */
export function isKeycapChant({ units, at, tokens, text, total }: Place): boolean {
  if (at > 0 || total > units.length || units.some((unit) => unit.text !== units[0]?.text)) return false;
  const raw = tokens.map(({ start, end }) => text.slice(start, end)).join('');
  return raw.split('\u20e3').length > 3;
}

/** "loro wae lur": the whole text, said to everybody. */
export function isForAll({ units, at }: Place, { behind, whole }: Surroundings): boolean {
  return (
    whole && at === 0 && units.length === 3 && ONLY_THIS.has(behind[0] ?? '') && CROWD.has(behind[1] ?? '')
  );
}

/** Before a number that is the whole text: "tetap 3", "ayo 02", "mantep tenan nomer telu". */
function isCall({ text }: Unit): boolean {
  if (
    isRegionTag(text) ||
    (text.startsWith('#') && isElectoralTag(text.slice(1))) ||
    MONTHS.has(text) ||
    /^\d{1,2}$/.test(text)
  )
    return true;
  if (STEADY.has(text) || CALLS.has(text) || SELVES.has(text) || PARTICLES.has(text)) return true;
  return (CHOICE.has(text) || SIDES.has(text)) && !TO_PEOPLE.has(text) && !MORE_NUMBERED_THINGS.has(text);
}

/** The whole text is the number, but for a word of choice before it and particles behind. */
export function isWhole({ units, at: last, tokens, total }: Place, first: number): boolean {
  // The sentences beside a number are always read, others may not be.
  const borders = (from: number, to: number) => units.slice(from, to).filter(({ breaks }) => breaks).length;
  if (total > units.length || borders(1, last + 1) > 1 || borders(last + 1, units.length) > 1) return false;
  const isWord = ({ text }: Unit) => !FINGER_SIGNS.has(text);
  const calls = units.slice(0, first).filter(isWord);
  const cheers = units.slice(last + 1).filter(isWord);
  if (calls.length > MAX_CALLS || cheers.length >= CALL_REACH) return false;
  // Pieces of a hashtag stand without a space: "#nomor1" is anything.
  const [one, other] = [tokens[units[first]?.token ?? 0], tokens[units[last]?.token ?? 0]];
  if (one !== other && one?.end === other?.start) return false;
  return calls.every(isCall) && cheers.every(({ text }) => PARTICLES.has(text));
}
