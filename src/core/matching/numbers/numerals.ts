import { NAMED_NUMBER_WORDS, NUMBER_WORDS, ORDINALS, ROMAN_NUMERALS } from '../../language/vocabulary.ts';

/** A number as a writer put it: in digits, zero-padded, with keycaps, as a word, an ordinal or a Roman numeral. */
export interface Numeral {
  /** 1 to 99. */
  readonly value: number;
  /** `padded`: "02". Words count things far more often than digits do ("pilih satu saja"). */
  readonly form: 'padded' | 'digits' | 'word';
  /** "O2": also the gas, so it needs somebody's choice beside it. */
  readonly letter: boolean;
  readonly keycap: boolean;
}

/** What stands before the number: only there do Roman numerals and ordinals ("paslon kedua") number a ticket. */
export type NumeralPlace = 'alone' | 'named' | 'ticket';

const BALLOT_NUMBER = /^(?:0?[1-9]|[1-9]\d)$/;
const REPEATED = /^(\d)\1+$/;
/** "020202": called out again and again. */
const CHANTED = /^(0[1-9])\1{2,}$/;
export const LETTER_FOR_ZERO = /^o[1-9]$/;

/** Reads a folded token; `raw` is what the writer wrote there. Undefined when it is no number from 1 to 99. */
export function readNumeral(text: string, raw: string, place: NumeralPlace): Numeral | undefined {
  const keycap = raw.includes('\u20e3');
  const letter = LETTER_FOR_ZERO.test(text);
  // "2️⃣2️⃣2️⃣" is the number 2, thrice.
  const digits = keycap
    ? (REPEATED.exec(text)?.[1] ?? text)
    : letter
      ? `0${text[1] ?? ''}`
      : (CHANTED.exec(text)?.[1] ?? text);
  if (BALLOT_NUMBER.test(digits)) {
    return { value: Number(digits), form: digits.startsWith('0') ? 'padded' : 'digits', letter, keycap };
  }
  const roman = place === 'alone' ? undefined : (ROMAN_NUMERALS.get(text) ?? NAMED_NUMBER_WORDS.get(text));
  const ordinal = place === 'ticket' ? ORDINALS.get(text) : undefined;
  const value = NUMBER_WORDS.get(text) ?? roman ?? ordinal;
  return value === undefined ? undefined : { value, form: 'word', letter: false, keycap: false };
}

/** May `readNumeral()` read this word, which has no digit, as a number? */
export function isNumeralWord(text: string): boolean {
  return (
    NUMBER_WORDS.has(text) || NAMED_NUMBER_WORDS.has(text) || ROMAN_NUMERALS.has(text) || ORDINALS.has(text)
  );
}
