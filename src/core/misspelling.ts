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
  /** So distinctive that it names somebody misspelt and alone; others do so inside a whole name only. */
  readonly alone: boolean;
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
    const spelling = { word, modern: modernSpelling(word), alone: distinctive.has(word) };
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

function isSearched(written: string): boolean {
  return written.length >= 4 && written.length <= MAX_LENGTH;
}

/** The nearest distinctive word that `written` may be a misspelling of, or undefined. */
export function nearestWord(written: string, index: MisspellingIndex): string | undefined {
  if (!isSearched(written)) return undefined;
  const modern = modernSpelling(written);
  let best: string | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const key of neighbours(soundKey(modern))) {
    for (const spelling of index.spellings.get(key) ?? []) {
      const { word } = spelling;
      // Four letters are too few to guess more than one that was left out inside.
      if (!spelling.alone || (written.length < 5 && modern[0] !== spelling.modern[0])) continue;
      if (Math.abs(word.length - written.length) > 2 || !opensAlike(modern, spelling.modern)) continue;
      const limit = Math.min(allowance(word.length), bestCost);
      const cost = slipCost(modern, spelling.modern, limit);
      if (cost <= allowance(word.length) && cost < bestCost) {
        best = word;
        bestCost = cost;
      }
    }
  }
  return best;
}

/** Every word of a name that `written` is near, in no order. */
export function nearWords(written: string, index: MisspellingIndex): readonly Slip[] {
  if (!isSearched(written)) return [];
  const modern = modernSpelling(written);
  const costs = new Map<string, number>();
  for (const key of neighbours(soundKey(modern))) {
    for (const spelling of index.spellings.get(key) ?? []) {
      const { word } = spelling;
      if (costs.has(word) || word === written) continue;
      if (Math.abs(word.length - written.length) > 2 || !opensAlike(modern, spelling.modern)) continue;
      const limit = wideAllowance(word.length);
      const cost = slipCost(modern, spelling.modern, limit);
      if (cost <= limit) costs.set(word, cost);
    }
  }
  return Array.from(costs, ([word, cost]) => ({ word, cost }));
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

const WIDTH = MAX_LENGTH * 2;
/** Three rows of the table, used in turn: the search allocates nothing. */
const rows = [new Float64Array(WIDTH), new Float64Array(WIDTH), new Float64Array(WIDTH)] as const;

/** Weighted edit distance with transpositions; anything above `limit` may be returned once it is exceeded. */
export function slipCost(one: string, other: string, limit = Number.POSITIVE_INFINITY): number {
  let [twoUp, up, current] = rows as readonly [Float64Array, Float64Array, Float64Array];
  const columns = Math.min(other.length, WIDTH - 1);
  up[0] = 0;
  for (let column = 1; column <= columns; column += 1) {
    up[column] = (up[column - 1] ?? 0) + gap(other[column - 1] ?? '', other[column - 2]);
  }
  for (let row = 1; row <= one.length; row += 1) {
    const letter = one[row - 1] ?? '';
    const drop = gap(letter, one[row - 2]);
    current[0] = (up[0] ?? 0) + drop;
    let lowest = current[0];
    for (let column = 1; column <= columns; column += 1) {
      const target = other[column - 1] ?? '';
      const first = row === 1 && column === 1 ? 1.5 : 1;
      let cost = (up[column - 1] ?? 0) + substitution(letter, target) * first;
      cost = Math.min(cost, (up[column] ?? 0) + drop);
      cost = Math.min(cost, (current[column - 1] ?? 0) + gap(target, other[column - 2]));
      if (
        row > 1 &&
        column > 1 &&
        letter === other[column - 2] &&
        one[row - 2] === target &&
        letter !== target
      ) {
        cost = Math.min(cost, (twoUp[column - 2] ?? 0) + 0.8);
      }
      current[column] = cost;
      if (cost < lowest) lowest = cost;
    }
    if (lowest > limit) return lowest;
    [twoUp, up, current] = [up, current, twoUp];
  }
  return up[columns] ?? 0;
}
