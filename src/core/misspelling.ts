import type { Lookup, Words } from './string-table.ts';

/** Sounds that Indonesian spelling mixes up, one letter for each class; vowels, `h` and `y` fall out of the key. */
const SOUND: Readonly<Record<string, string>> = {
  p: 'p',
  b: 'p',
  f: 'p',
  v: 'p',
  t: 't',
  d: 't',
  c: 'k',
  k: 'k',
  q: 'k',
  x: 'k',
  s: 's',
  z: 's',
  g: 'g',
  j: 'j',
  l: 'l',
  r: 'r',
  m: 'm',
  n: 'n',
  w: 'w',
};
const VOWELS = 'aeiou';
/** Pairs of letters that are one slip apart, besides the classes of `SOUND`. */
const NEAR = new Set(['cs', 'ks', 'jy', 'ow', 'uw', 'mn', 'gj', 'gk', 'jz', 'kh']);

/** Rows of the keyboard; the neighbour of a key is a slip of the finger. */
const KEYBOARD = 'qwertyuiop asdfghjkl zxcvbnm';

/** "djoko" as "joko", "soetrala" as "sutrala", "achmed" as "ahmed": the spelling before 1972, which names keep. */
export function modernSpelling(word: string): string {
  return word
    .replaceAll('oe', 'u')
    .replaceAll('dj', 'j')
    .replaceAll('tj', 'c')
    .replace(/ch(?=[^aeiou])/g, 'h');
}

export function soundKey(word: string): string {
  let key = VOWELS.includes(word[0] ?? '') ? 'a' : '';
  let previous: string | undefined;
  for (const letter of word) {
    const sound = SOUND[letter];
    if (sound !== undefined && sound !== previous) key += sound;
    if (letter !== 'h') previous = sound;
  }
  return key;
}

/** Shorter keys stay whole: their neighbourhood would be everything. */
const MIN_KEY = 3;

/** The key and, of a long one, the keys with one sound left out. */
function neighbours(key: string): string[] {
  const all = [key];
  if (key.length < MIN_KEY) return all;
  for (let at = 1; at < key.length; at += 1) all.push(key.slice(0, at) + key.slice(at + 1));
  return all;
}

export interface Spelling {
  readonly word: string;
  readonly modern: string;
  /** One bit for each letter in it (`lettersOf()`). */
  readonly letters: number;
  /** So distinctive that it names somebody misspelt and alone; others do so inside a whole name only. */
  readonly alone: boolean;
}

export function spellingOf(word: string, alone: boolean): Spelling {
  const modern = modernSpelling(word);
  return { word, modern, letters: lettersOf(modern), alone };
}

/** Bits of the letters of a word. "y" is "i", and "h" is none: slips in them cost least. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (code !== 104) letters |= 1 << ((code === 121 ? 105 : code) & 31);
  }
  return letters;
}

/** No other slip that takes a letter out of a word or brings one in costs less. */
const LEAST_COST = 0.5;

/** A bound below the cost of all slips between words with these letters, found without comparing them. */
function leastCost(one: number, other: number): number {
  return LEAST_COST * Math.max(bitCount(one & ~other), bitCount(other & ~one));
}

function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export interface MisspellingIndex {
  readonly spellings: Lookup<readonly Spelling[]>;
  /** The words that are looked for by themselves. */
  readonly distinctive: Words;
}

/**
 * For the compiler; tabs read the same table from a rule file. `alone` are words that are looked for by themselves,
 * `beside` those that are looked for inside a whole name.
 */
export function createMisspellingIndex(alone: Iterable<string>, beside: Iterable<string> = []) {
  const spellings = new Map<string, Spelling[]>();
  const distinctive = new Set(alone);
  for (const word of new Set([...distinctive, ...beside])) {
    const spelling = spellingOf(word, distinctive.has(word));
    for (const key of new Set(neighbours(soundKey(spelling.modern)))) {
      const list = spellings.get(key);
      if (list) list.push(spelling);
      else spellings.set(key, [spelling]);
    }
  }
  return { spellings, distinctive } satisfies MisspellingIndex;
}

/** A word of a name that is near a written one, and the cost of the slips between them. */
export interface Slip {
  readonly word: string;
  readonly cost: number;
  /** The written one is a word of the language. */
  readonly ordinary?: true;
}

/** Longer words are no slip of the finger, and the search stays bounded. */
const MAX_LENGTH = 24;

interface Near {
  readonly spelling: Spelling;
  readonly cost: number;
}

/** Every spelling that `written` is near, inside a whole name or alone. */
function nearSpellings(written: string, index: MisspellingIndex): readonly Near[] {
  if (written.length < 4 || written.length > MAX_LENGTH) return [];
  const modern = modernSpelling(written);
  const letters = lettersOf(modern);
  const near: Near[] = [];
  for (const key of neighbours(soundKey(modern))) {
    for (const spelling of index.spellings.get(key) ?? []) {
      const { word } = spelling;
      const limit = wideAllowance(word.length);
      if (leastCost(letters, spelling.letters) > limit || Math.abs(word.length - written.length) > 2)
        continue;
      if (!opensAlike(modern, spelling.modern) || near.some((other) => other.spelling === spelling)) continue;
      const cost = slipCost(modern, spelling.modern, limit);
      if (cost <= limit) near.push({ spelling, cost });
    }
  }
  return near;
}

/** The nearest distinctive word that `written` may be a misspelling of, or undefined. */
export function nearestWord(written: string, index: MisspellingIndex): string | undefined {
  let best: Near | undefined;
  for (const near of nearSpellings(written, index)) {
    const { alone, word, modern } = near.spelling;
    // Four letters are too few to guess more than one that was left out inside.
    if (!alone || (written.length < 5 && modernSpelling(written)[0] !== modern[0])) continue;
    if (near.cost <= allowance(word.length) && near.cost < (best?.cost ?? Number.POSITIVE_INFINITY))
      best = near;
  }
  return best?.spelling.word;
}

/** Every word of a name that `written` is near, in no order. */
export function nearWords(written: string, index: MisspellingIndex): readonly Slip[] {
  return nearSpellings(written, index).flatMap(({ spelling: { word }, cost }) =>
    word === written ? [] : [{ word, cost }],
  );
}

/** The first sound carries a word: it stays, or changes places with the second. */
function opensAlike(one: string, other: string): boolean {
  if (one[0] === other[0] || one[1] === other[0] || one[0] === other[1]) return true;
  return SOUND[one[0] ?? ''] !== undefined && SOUND[one[0] ?? ''] === SOUND[other[0] ?? ''];
}

/** Cost of slips that a word of this length bears and is still recognised by a reader. */
function allowance(length: number): number {
  if (length <= 5) return 0.8;
  if (length === 6) return 1;
  if (length === 7) return 1.25;
  return length <= 9 ? 1.7 : 2.2;
}

/** The same inside a whole name: the words beside it say the rest. */
function wideAllowance(length: number): number {
  if (length < 4) return 0;
  if (length <= 6) return length === 4 ? 0.8 : length / 5;
  return length < 10 ? 1.8 : 2.4;
}

/** Cost that all words of a whole name bear together, by the number of their letters. */
export function bearsSlips(cost: number, letters: number): boolean {
  return cost <= Math.max(1, letters * 0.18);
}

export function isVowel(letter: string): boolean {
  return VOWELS.includes(letter);
}

function substitution(one: string, other: string): number {
  if (one === other) return 0;
  const pair = one < other ? one + other : other + one;
  if (pair === 'iy') return 0.2;
  if (isVowel(one) && isVowel(other)) return pair === 'ei' || pair === 'ou' ? 0.5 : 0.6;
  if (SOUND[one] !== undefined && SOUND[one] === SOUND[other]) return 0.5;
  if (NEAR.has(pair)) return 0.7;
  return Math.abs(KEYBOARD.indexOf(one) - KEYBOARD.indexOf(other)) === 1 ? 1 : 1.2;
}

/** Cost of a letter too many or too few; a doubled one is the commonest slip of all. */
function gap(letter: string, before: string | undefined): number {
  if (letter === before) return 0.3;
  if (letter === 'h') return 0.4;
  return isVowel(letter) || letter === 'y' || letter === 'w' ? 0.8 : 1;
}

const LETTERS = 26;
const FIRST = 97;
const SUBSTITUTIONS = new Float64Array(LETTERS * LETTERS);
/** Costs of a letter too many, by the letter; doubled letters apart. */
const GAPS = new Float64Array(LETTERS);
for (let one = 0; one < LETTERS; one += 1) {
  const letter = String.fromCharCode(FIRST + one);
  GAPS[one] = gap(letter, undefined);
  for (let other = 0; other < LETTERS; other += 1) {
    SUBSTITUTIONS[one * LETTERS + other] = substitution(letter, String.fromCharCode(FIRST + other));
  }
}
const DOUBLED = gap('a', 'a');

const WIDTH = MAX_LENGTH * 2;
/** Three rows of the table, used in turn: the search allocates nothing. */
const rows = [new Float64Array(WIDTH), new Float64Array(WIDTH), new Float64Array(WIDTH)] as const;

function gapAt(word: string, at: number): number {
  const code = word.charCodeAt(at);
  return at > 0 && code === word.charCodeAt(at - 1) ? DOUBLED : (GAPS[code - FIRST] ?? 1);
}

/**
 * Weighted edit distance with transpositions between two words of small letters; anything above `limit` may be
 * returned once it is exceeded.
 */
export function slipCost(one: string, other: string, limit = Number.POSITIVE_INFINITY): number {
  let [twoUp, up, current] = rows as readonly [Float64Array, Float64Array, Float64Array];
  const columns = Math.min(other.length, WIDTH - 1);
  up[0] = 0;
  for (let column = 1; column <= columns; column += 1)
    up[column] = (up[column - 1] ?? 0) + gapAt(other, column - 1);
  for (let row = 1; row <= one.length; row += 1) {
    const code = one.charCodeAt(row - 1);
    const drop = gapAt(one, row - 1);
    const costs = (code - FIRST) * LETTERS - FIRST;
    current[0] = (up[0] ?? 0) + drop;
    let lowest = current[0];
    for (let column = 1; column <= columns; column += 1) {
      const target = other.charCodeAt(column - 1);
      const change = SUBSTITUTIONS[costs + target] ?? 1;
      let cost = (up[column - 1] ?? 0) + (row === 1 && column === 1 ? change * 1.5 : change);
      cost = Math.min(cost, (up[column] ?? 0) + drop, (current[column - 1] ?? 0) + gapAt(other, column - 1));
      const isSwapped =
        row > 1 &&
        column > 1 &&
        code !== target &&
        code === other.charCodeAt(column - 2) &&
        one.charCodeAt(row - 2) === target;
      if (isSwapped) cost = Math.min(cost, (twoUp[column - 2] ?? 0) + 0.8);
      current[column] = cost;
      if (cost < lowest) lowest = cost;
    }
    if (lowest > limit) return lowest;
    [twoUp, up, current] = [up, current, twoUp];
  }
  return up[columns] ?? 0;
}
