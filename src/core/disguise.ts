import lookAlikes from './look-alikes.json';

const letters = new Map<string, string>();
for (const [letter, signs] of Object.entries(lookAlikes.besideLatin)) {
  for (const sign of signs) letters.set(sign, letter);
}

const LATIN = /[a-z]/;

/**
 * A folded word without the letters of other living scripts that stand in it for Latin ones: "คnies" is "anies", while
 * words of Thai, Arabic or Chinese are what they are.
 */
export function withoutDisguise(word: string): string {
  if (!LATIN.test(word)) return word;
  let plain = '';
  for (const character of word) plain += letters.get(character) ?? character;
  return plain;
}

/** May `withoutDisguise()` change anything in a folded word? */
export function isMixed(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) > 127) return true;
  return false;
}
