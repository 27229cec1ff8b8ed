import { MIN_CONSONANTS, withoutVowels } from '../language/sounds.ts';
import { GRAMMAR } from '../language/vocabulary.ts';
import type { CompiledTerm, WordTables } from '../rule-file/rules.ts';
import type { Lookup } from '../rule-file/string-table.ts';
import { WordKind, wordKinds } from '../rule-file/word-kinds.ts';
import type { VariantRule } from '../types.ts';
import { type MisspellingIndex, misspellingIndexOf, nearestOf, type Slip } from './misspelling.ts';
import { FULL_COST } from './slip-cost.ts';

/** A word of the packs that a token may be read as. */
export interface Reading {
  readonly text: string;
  readonly rule: VariantRule;
  /** The token is also a common name of its own ("anis"), so it needs a second signal. */
  readonly doubtful: boolean;
}

export interface TokenReadings {
  /** What the token is by itself. */
  readonly readings: readonly Reading[];
  /** Words of names that it is near; they count only with the rest of a name beside them ("hasn bazri"). */
  readonly slips: readonly Slip[];
}

export interface WordIndex {
  /** `WordKind` bits of a word, 0 where nothing is known of it. */
  readonly kindOf: (word: string) => number;
  /** False only for words that are and are near to nothing: most words of a text, so that they are not searched for. */
  readonly mayMean: (word: string) => boolean;
  readonly collapsed: Lookup<readonly string[]>;
  readonly misspellings: Pick<MisspellingIndex, 'near'>;
  /** Readings of tokens met before; bounded. */
  readonly known: Map<string, TokenReadings>;
}

/** Every word that the matcher must recognise: those of the terms and of its own grammar. */
export function wordsOf(terms: readonly CompiledTerm[]): ReadonlySet<string> {
  return new Set([...GRAMMAR, ...terms.flatMap(({ kind, tokens }) => (kind === 'number' ? [] : tokens))]);
}

/** For the compiler; tabs read the same tables from a rule file. */
export function createWordIndex(words: ReadonlySet<string>, tables: WordTables): WordIndex {
  const kinds = wordKinds(words, tables);
  return {
    kindOf: (word) => kinds.get(word) ?? 0,
    mayMean: () => true,
    collapsed: collapsedWords(words),
    misspellings: misspellingIndexOf(tables),
    known: new Map(),
  };
}

/** Words by what is left of them without doubled letters. */
export function collapsedWords(words: ReadonlySet<string>): Map<string, string[]> {
  const collapsed = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < 3 || !LETTERS.test(word)) continue;
    const key = collapse(word);
    const list = collapsed.get(key);
    if (list) list.push(word);
    else collapsed.set(key, [word]);
  }
  // The longest is nearest to what was written, and the order of packs must not choose ("muhamad", "muhammad").
  for (const list of collapsed.values())
    list.sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
  return collapsed;
}

export function isWordOfTerm(word: string, index: WordIndex): boolean {
  return (index.kindOf(word) & WordKind.Term) !== 0;
}

function isOrdinary(word: string, index: WordIndex): boolean {
  return (index.kindOf(word) & (WordKind.Guard | WordKind.Doubtful)) !== 0;
}

const LETTERS = /^[a-z]+$/;
const LETTERS_AND_DIGITS = /^(?=.*[a-z])(?=.*\d)[a-z\d]+$/;
const SUFFIXES = ['nya', 'lah', 'kah', 'pun', 'ku', 'mu', 'kuh', 'nye'];
const PREFIXES = ['di', 'si', 'se', 'ke'];
const SUFFIX = new RegExp(`(?:${SUFFIXES.join('|')})$`);
const PREFIX = new RegExp(`^(?:${PREFIXES.join('|')})`);
const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
};
/** A third of the letters must be plain: "41r1n" is readable, "4ld1" only just. */
const MAX_DIGITS = 0.7;
/** Of words of four letters and more that are spelt right, a fifth: "4n135". */
const MAX_DIGITS_EXACT = 0.8;
const KNOWN_LIMIT = 8_192;
/** Nobody reads longer words, and the work per word stays bounded. */
const MAX_WORD = 40;

const VOWELS = 'aeiou';

/** A word without its ending: "-nya", "-lah" and others. */
export function withoutSuffix(word: string): string {
  return word.replace(SUFFIX, '');
}

/** A word without its beginning: "di-", "si-" and others. */
export function withoutPrefix(word: string): string {
  return word.replace(PREFIX, '');
}

/** All words that are this one with a beginning, an ending or both. */
export function affixedForms(word: string): string[] {
  const opened = NO_OR_PREFIX.map((prefix) => prefix + word);
  return opened.flatMap((open) => NO_OR_SUFFIX.map((suffix) => open + suffix)).slice(1);
}

/** All words that `affixedForms()` makes this one of. */
export function bareForms(word: string): string[] {
  const bare: string[] = [];
  for (const suffix of NO_OR_SUFFIX)
    if (word.endsWith(suffix))
      for (const prefix of NO_OR_PREFIX)
        if (word.startsWith(prefix) && word.length > prefix.length + suffix.length)
          bare.push(word.slice(prefix.length, word.length - suffix.length));
  return bare.slice(1);
}

const NO_OR_SUFFIX = ['', ...SUFFIXES];
const NO_OR_PREFIX = ['', ...PREFIXES];

export function collapse(word: string): string {
  return word.replace(/(.)\1+/g, '$1');
}

/** Is `written` the word with some letters held longer? "paaan" is "paan", never "pan" the other way round. */
export function isStretched(written: string, word: string): boolean {
  let at = 0;
  for (let next = 0; next < word.length; ) {
    const letter = word[next];
    let needed = 0;
    while (word[next] === letter && next < word.length) {
      needed += 1;
      next += 1;
    }
    let run = 0;
    while (written[at] === letter && at < written.length) {
      run += 1;
      at += 1;
    }
    // A short word one letter longer is another word: "maaf", "saat".
    // At its end it is not ("anass").
    const short =
      word.length < 4 || (word.length < 5 && (at < written.length || VOWELS.includes(letter ?? '')));
    if (run < needed || (run > needed && run < 3 && short)) return false;
  }
  return at === written.length;
}

/** What a token can be read as, the exact spelling first. A token that packs know is never anything else. */
export function readingsOf(token: string, index: WordIndex): readonly Reading[] {
  return readToken(token, index).readings;
}

/** Words of names that a token is near, for names of more than one word. */
export function slipsOf(token: string, index: WordIndex): readonly Slip[] {
  return readToken(token, index).slips;
}

/** Both at once: a look-up less for each word of a text. */
export function readToken(token: string, index: WordIndex): TokenReadings {
  if (!index.mayMean(token)) return NOTHING;
  const known = index.known.get(token);
  if (known) return known;
  const near = nearOf(token, index);
  const kind = index.kindOf(token);
  const read = { readings: readingsFrom(token, kind, near, index), slips: slipsFrom(kind, near) };
  // An endless word is not worth the memory.
  if (token.length > MAX_WORD) return read;
  if (index.known.size >= KNOWN_LIMIT) index.known.clear();
  index.known.set(token, read);
  return read;
}

/** As `readingsOf()`, without its memory: for the compiler, which asks for each word once. */
export function findReadings(token: string, index: WordIndex): readonly Reading[] {
  return readingsFrom(token, index.kindOf(token), nearOf(token, index), index);
}

/** As `slipsOf()`, without its memory. */
export function findSlips(token: string, index: WordIndex): readonly Slip[] {
  return slipsFrom(index.kindOf(token), nearOf(token, index));
}

function nearOf(token: string, index: WordIndex): readonly Slip[] {
  return LETTERS.test(token) ? index.misspellings.near(token) : NO_SLIPS;
}

const NO_SLIPS: readonly Slip[] = [];
const NO_READINGS: readonly Reading[] = [];
const NOTHING: TokenReadings = { readings: NO_READINGS, slips: NO_SLIPS };

function readingsFrom(
  token: string,
  kind: number,
  near: readonly Slip[],
  index: WordIndex,
): readonly Reading[] {
  if ((kind & WordKind.Term) !== 0) return [{ text: token, rule: 'exact', doubtful: false }];
  if (token.length < 3 || token.length > MAX_WORD || (kind & WordKind.Guard) !== 0) return NO_READINGS;
  const found = LETTERS.test(token)
    ? (readLetters(token, near, index) ?? readDoubled(token, index) ?? readAffixed(token, index))
    : LETTERS_AND_DIGITS.test(token)
      ? readDigits(token, index)
      : undefined;
  return found
    ? [{ doubtful: (index.kindOf(unheld(token)) & WordKind.Doubtful) !== 0, ...found }]
    : NO_READINGS;
}

/** "annis" is "anis" with a letter doubled, whatever that is read as. */
function readDoubled(word: string, index: WordIndex): Reading | undefined {
  if (!DOUBLED.test(word)) return undefined;
  const single = collapse(word);
  const kind = index.kindOf(single);
  if (single.length < 4 || (kind & (WordKind.Term | WordKind.Guard)) !== 0) return undefined;
  const found = readLetters(single, nearOf(single, index), index);
  return found && { ...found, doubtful: (kind & WordKind.Doubtful) !== 0 };
}

/** Letters held longer as one: "hendraaaa" is as common a name as "hendra". */
function unheld(word: string): string {
  return word.replace(/(.)\1{2,}/g, '$1');
}

/** Consonants and the last letter as one: inside a word two vowels are two sounds. */
function undoubled(word: string): string {
  return word.replace(/([^aeiou])\1+/g, '$1').replace(/(.)\1+$/, '$1');
}

/** Another spelling of the same name ("deddy", "dedi"); anything dearer makes another name of a common one. */
export const SAME_NAME = FULL_COST / 2;

/** What an ordinary word may differ by, where the rest of the name is beyond doubt ("anis baswedan"). */
const ONE_SLIP = 16;

function slipsFrom(kind: number, near: readonly Slip[]): readonly Slip[] {
  if (near.length === 0) return NO_SLIPS;
  if ((kind & WordKind.Guard) !== 0)
    return near.flatMap((slip) =>
      slip.cost <= ONE_SLIP ? [slip.cost > 0 ? { ...slip, ordinary: true } : slip] : [],
    );
  const other = (kind & (WordKind.Term | WordKind.Doubtful)) !== 0;
  return other ? near.filter(({ cost }) => cost <= SAME_NAME) : near;
}

type Found = Omit<Reading, 'doubtful'>;

const DOUBLED = /(.)\1/;

function readLetters(word: string, near: readonly Slip[], index: WordIndex): Found | undefined {
  const stretched = DOUBLED.test(word)
    ? index.collapsed.get(collapse(word))?.find((known) => isStretched(word, known))
    : undefined;
  if (stretched !== undefined) return { text: stretched, rule: 'stretched' };
  // "malemmmm" is an ordinary word, held longer, and "kapann" is one with a letter doubled.
  const singles = DOUBLED.test(word) ? index.kindOf(unheld(word)) | index.kindOf(undoubled(word)) : 0;
  if (near.length === 0 || (singles & WordKind.Guard) !== 0) return undefined;
  const nearest = nearestOf(near) ?? sameConsonants(word, near);
  return nearest === undefined ? undefined : { text: nearest, rule: 'misspelt' };
}

/** "prbwo", "perbowo": of vowels any number may be wrong where all consonants of a long enough name are there. */
function sameConsonants(word: string, near: readonly Slip[]): string | undefined {
  const consonants = withoutVowels(word);
  if (consonants.length < MIN_CONSONANTS) return undefined;
  return near.find((slip) => slip.alone && withoutVowels(slip.word) === consonants)?.word;
}

function readAffixed(word: string, index: WordIndex): Found | undefined {
  const bare = withoutSuffix(word);
  const open = withoutPrefix(word);
  if (bare === word && open === word) return undefined;
  for (const part of [bare, open, withoutSuffix(open)]) {
    if (part.length >= 4 && part !== word && isWordOfTerm(part, index))
      return { text: part, rule: 'affixed' };
  }
  if (bare === word || bare.length < 5 || isOrdinary(bare, index)) return undefined;
  return readLetters(bare, nearOf(bare, index), index);
}

/** "gila2an": the 2 says the word twice and is no misspelt letter. */
const SAID_TWICE = /^[a-z]{3,}2(?:an|nya|in|kan|i)?$/;

/** "pr4bowo" with digits as letters, and "prabowo02" with a number behind. */
function readDigits(word: string, index: WordIndex): Found | undefined {
  const bare = word.replace(/^\d+|\d+$/g, '');
  if (bare.length >= 4 && isWordOfTerm(bare, index)) return { text: bare, rule: 'numbered' };
  // A known word with a number behind it is no misspelt name: "hendra2".
  const known = isOrdinary(bare, index);
  for (const one of word.includes('1') ? ['i', 'l'] : ['i']) {
    const letters = word.replace(/\d/g, (digit) => (digit === '1' ? one : (LEET[digit] ?? '')));
    const digits = word.length - word.replace(/\d/g, '').length;
    const most = letters.length * (letters.length > 3 ? MAX_DIGITS_EXACT : MAX_DIGITS);
    if (letters.length > 2 && digits <= most && isWordOfTerm(letters, index))
      return { text: letters, rule: 'digits' };
    if (letters.length < 3 || digits > letters.length * MAX_DIGITS) continue;
    if (known || isOrdinary(letters, index) || SAID_TWICE.test(word)) continue;
    const found = readLetters(letters, nearOf(letters, index), index);
    if (found && letters.length >= 6) return { text: found.text, rule: 'digits' };
  }
  if (bare.length < 5 || !LETTERS.test(bare) || known) return undefined;
  const found = readLetters(bare, nearOf(bare, index), index);
  return found && { text: found.text, rule: 'numbered' };
}
