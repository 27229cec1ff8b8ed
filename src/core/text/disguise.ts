import lookAlikes from './look-alikes.json';

const letters = new Map<string, string>();
for (const [letter, signs] of Object.entries(lookAlikes.besideLatin)) {
  for (const sign of signs) letters.set(sign, letter);
}

const LATIN = /[a-z]/;
const NOT_LATIN = /[^a-z]/g;
/** A letter that neither stands for a Latin one nor is one. */
const UNREADABLE = /\P{ASCII}/gu;
/** Latin letters for each that nobody can read. */
const MIN_READABLE = 2;

/**
 * A folded word without the letters of other living scripts that stand in it for Latin ones: "คnies" is "anies", while
 * words of Thai, Arabic or Chinese are what they are. Of a word that is Latin for the most part, what nobody can read is
 * left out, as a letter that a hasty writer left out would be.
 */
export function withoutDisguise(word: string): string {
  if (!LATIN.test(word)) return word;
  let plain = '';
  for (const character of word) plain += letters.get(character) ?? character;
  const unreadable = plain.match(UNREADABLE)?.length ?? 0;
  const readable = plain.replace(NOT_LATIN, '').length;
  return readable > unreadable * MIN_READABLE ? plain.replace(UNREADABLE, '') : plain;
}

/** May `withoutDisguise()` change anything in a folded word? */
export function isMixed(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) > 127) return true;
  return false;
}
