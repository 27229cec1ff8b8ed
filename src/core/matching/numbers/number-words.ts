import {
  ALLIED,
  BALLOT_VERBS,
  CAMPS,
  CHOICE_VERBS,
  CROWD,
  DEBATED,
  FINGERS,
  NAMED_NUMBER_WORDS,
  NUMBER_NOUNS,
  NUMBER_WORDS,
  ORDINALS,
  ROMAN_NUMERALS,
  STEADY,
  TICKET_NOUNS,
  wordSet as words,
  ZEROS,
} from '../../language/vocabulary.ts';
import { isGluedNumber } from './number-units.ts';
import { LETTER_FOR_ZERO } from './numerals.ts';

/** A digit inside a word of winning: the word and the ballot number at once. */
export const HIDDEN = /^(?:di|ke|pe)?m([1-9])n([a4])n?g(?:k([a4])n|[a4]n)?$/;

export const CANDIDACY = words('calon pasangan kandidat');

/** "gaspol 1" */
export const FULL_GAS = words('gas gass gasss gaspol gaspoll gasken gaskeun gaskan');

/** Words for numbers. */
export const NUMBER_WORD_FORMS: readonly string[] = [
  ...NUMBER_WORDS.keys(),
  ...ROMAN_NUMERALS.keys(),
  ...NAMED_NUMBER_WORDS.keys(),
  ...ORDINALS.keys(),
];

/** One of these stands in the text of every ballot number that is neither zero-padded nor the whole text. */
export const NUMBER_CONTEXT: readonly string[] = [
  ...NUMBER_NOUNS,
  ...BALLOT_VERBS,
  ...CHOICE_VERBS,
  ...TICKET_NOUNS,
  ...FINGERS,
  ...CANDIDACY,
  ...STEADY,
  ...ZEROS,
  ...CAMPS,
  ...ALLIED,
  ...DEBATED,
  ...CROWD,
  ...FULL_GAS,
  'urut',
  'salam',
];

/** Whether a word of letters and digits may hold a ballot number: "paslon02", "02yes", "m3nang". */
export function holdsNumber(word: string): boolean {
  return /\d/.test(word) && (isGluedNumber(word) || HIDDEN.test(word) || LETTER_FOR_ZERO.test(word));
}
