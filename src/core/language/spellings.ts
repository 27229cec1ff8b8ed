import { isOrdinary, isPlainWord, plainWords } from './lexicon.ts';
import { MIN_CONSONANTS, withoutVowels } from './sounds.ts';

/** Titles that people write in several ways. */
const TITLE_SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  kiai: ['kyai', 'kh'],
  kyai: ['kiai', 'kh'],
  bang: ['abang'],
  bu: ['ibu', 'bunda'],
  pak: ['bapak', 'bpk'],
};

/** "Ma'ruf" is also written "makruf": people write the glottal stop as k, or leave it away. */
export function withGlottalStop(text: string): string {
  return text.replace(/(?<=\p{L})['’`](?=\p{L})/gu, 'k');
}

/** "Ma'ruf" is also written "ma ruf". */
export function withStopApart(text: string): string {
  return text.replace(/(?<=\p{L})['’`](?=\p{L})/gu, ' ');
}

/** Family names that people of North Sumatra write with three letters. */
const SHORT_FAMILY_NAMES: Readonly<Record<string, string>> = {
  daulay: 'dly',
  harahap: 'hrp',
  hasibuan: 'hsb',
  lubis: 'lbs',
  nasution: 'nst',
  pasaribu: 'psb',
  rangkuti: 'rkt',
  ritonga: 'rtg',
  siregar: 'srg',
};

/** The words of a name that ends with such a family name, written short. */
export function withShortFamilyName(tokens: readonly string[]): string[][] {
  const short = SHORT_FAMILY_NAMES[tokens.at(-1) ?? ''];
  return short === undefined || tokens.length < 2 ? [] : [[...tokens.slice(0, -1), short]];
}

/**
 * "Edy" is "Edi" to others, a name too short to be looked for misspelt, and "Yahya" was "Jahja" once: beside the rest of the
 * name.
 */
export function withOtherEndings(tokens: readonly string[]): string[][] {
  if (tokens.length < 2) return [];
  const other = (word: string) =>
    /^[a-z]{2}y$/.test(word) ? `${word.slice(0, -1)}i` : word.replace(/(?<=h)y(?=[aou])/, 'j');
  return tokens.flatMap((word, at) =>
    other(word) === word ? [] : [[...tokens.slice(0, at), other(word), ...tokens.slice(at + 1)]],
  );
}

/** The words of a name with other spellings of its title. */
export function otherTitles([first = '', ...rest]: readonly string[]): string[][] {
  if (rest.length === 0) return [];
  return (TITLE_SPELLINGS[first] ?? []).map((title) => [title, ...rest]);
}

/** Short words of a name that people write together with the next one: "Nur Hamidah" is "nurhamidah". */
export function withShortWordsJoined(tokens: readonly string[]): string[][] {
  return tokens
    .slice(0, -1)
    .flatMap((word, at) =>
      word.length === 3 ? [[...tokens.slice(0, at), word + tokens[at + 1], ...tokens.slice(at + 2)]] : [],
    );
}

/** "hofifah": the Arabic sound that is spelt kh is written as an h too, where that makes no other word. */
export function withoutFirstStop(word: string): string | undefined {
  const bare = word.slice(1);
  return /^kh[a-z]{5,}$/.test(word) && !isOrdinary(bare) ? bare : undefined;
}

let ordinary: ReadonlySet<string> | undefined;

/** "prbw": the consonants of a name, where they are enough and no word of the language has the same. */
export function consonantsOf(word: string): string | undefined {
  const consonants = withoutVowels(word);
  if (consonants.length < MIN_CONSONANTS || consonants === word || isPlainWord(consonants)) return undefined;
  ordinary ??= new Set([...plainWords()].map(withoutVowels));
  return ordinary.has(consonants) ? undefined : consonants;
}
