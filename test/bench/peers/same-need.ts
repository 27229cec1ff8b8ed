import lookAlikes from '../../../src/core/text/look-alikes.json';

const letters = new Map(
  Object.entries(lookAlikes.letters).flatMap(([letter, signs]) => [...signs].map((sign) => [sign, letter])),
);
const MARKS = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const LOOK_ALIKES = new RegExp(`[${[...letters.keys()].join('')}]`, 'gu');

/**
 * What a careful integrator does before a library that compares plain letters: NFKC, lower case, no marks and no
 * invisible signs, look-alikes as Latin letters. NFKD goes first, or marks stay inside composed letters.
 */
export function sameNeed(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(LOOK_ALIKES, (sign) => letters.get(sign) ?? sign)
    .normalize('NFKC');
}

const WORD = /[\p{L}\p{N}]/u;

/** Does `text[start, end)` stand alone, not inside a longer word? */
export function hasBorders(text: string, start: number, end: number): boolean {
  return !WORD.test(text[start - 1] ?? ' ') && !WORD.test(text[end] ?? ' ');
}
