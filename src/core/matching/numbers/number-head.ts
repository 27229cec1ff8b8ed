import {
  BALLOT_VERBS,
  ELECTED_OFFICES,
  NUMBER_NOUNS,
  ORDINALS,
  TICKET_NOUNS,
  wordSet as words,
  ZEROS,
} from '../../language/vocabulary.ts';
import type { Place } from './number-place.ts';
import { wordsBefore } from './number-units.ts';
import type { Numeral } from './numerals.ts';

export const RELATIVE = words('yang yg sing nu si');
/** "kalah kosong dua", "kursi kosong dua", "skor 0 2" */
const SCORED =
  /^(?:kalah|menang|unggul|skor|score|imbang|tertinggal|ketinggalan|kursi|kamar|meja|tempat|jam)$/;

/** "0;1", "f(0) = 1", "0..1" */
const FORMULA = /[;=()[\]{}<>|/\\]|,\s|\.\./;

/** The words that belong to the number: "calon gubernur nomor urut 2". */
interface Head {
  readonly first: number;
  /** "nomor", "no", "urut", "#". */
  readonly named: boolean;
  readonly ordered: boolean;
  readonly noun: boolean;
  /** "ka hiji" */
  readonly ordinal: boolean;
  /** "paslon", "capres". */
  readonly ticket: boolean;
}

export function headOf({ units, at, tokens, text }: Place, numeral: Numeral, sign: boolean): Head {
  /** Text of the unit at `index` when its sentence goes on behind it. */
  const before = (index: number): string => wordsBefore(units, index + 1, 1)[0] ?? '';
  let first = at;
  const ordered = before(first - 1) === 'urut';
  if (ordered) first -= 1;
  const nought = before(first - 1);
  const isDigit = numeral.form === 'digits' && nought === '0';
  const isZero = isDigit
    ? !FORMULA.test(
        text.slice(tokens[units[first - 1]?.token ?? -1]?.end, tokens[units[first]?.token ?? -1]?.start),
      )
    : numeral.form === 'word' && ZEROS.has(nought);
  const zero = isZero && !SCORED.test(before(first - 2));
  const noun = zero || NUMBER_NOUNS.has(before(first - 1));
  if (noun) first -= 1;
  if (zero && NUMBER_NOUNS.has(before(first - 1))) first -= 1;
  // "nu ka hiji", "nomor ka dua": the Sundanese ordinal in two words.
  const inTwo = numeral.form === 'word' && !noun && before(first - 1) === 'ka';
  const isNamed = inTwo && NUMBER_NOUNS.has(before(first - 2));
  const isApart = isNamed || (inTwo && RELATIVE.has(before(first - 2)));
  if (isApart) first -= isNamed ? 2 : 1;
  const ordinal =
    isApart || (numeral.form === 'word' && ORDINALS.has(units[at]?.text ?? '') && before(first - 1) === 'nu');
  const named = noun || ordered || sign || ordinal;
  // "paslon ke-2"
  if (before(first - 1) === 'ke' && TICKET_NOUNS.has(before(first - 2))) first -= 1;
  const [one, two, three] = [before(first - 1), before(first - 2), before(first - 3)];
  const steps = TICKET_NOUNS.has(one)
    ? 1
    : one === 'calon' && two === 'pasangan'
      ? 2
      : one === 'pasangan' && BALLOT_VERBS.has(RELATIVE.has(two) ? three : two)
        ? 1
        : named && ELECTED_OFFICES.has(one) && two === 'calon'
          ? 2
          : 0;
  return { first: first - steps, named, ordered, noun: noun || isNamed, ordinal, ticket: steps > 0 };
}
