import { isVowel, type Letters, type StoredLetters, soundOf } from '../language/sounds.ts';

/**
 * What slips cost, in twentieths, so that sums stay whole numbers: a wrong letter that no rule excuses is 24. The costs
 * are ours, set on the misspellings of `test/evidence`.
 */
export const FULL_COST = 20;

const A = 97;
const ALPHABET = 26;

/** Pairs of letters that are one slip apart, besides those of one sound. */
const NEAR = new Set(['cs', 'ks', 'jy', 'ow', 'uw', 'mn', 'gj', 'gk', 'jz', 'kh', 'dz']);
/** Rows of the keyboard, and what lies above one another; the neighbour of a key is a slip of the finger. */
const KEYBOARD = 'qwertyuiop asdfghjkl zxcvbnm qaz wsx edc rfv tgb yhn ujm ik ol';

const letterAt = (index: number) => String.fromCharCode(A + index);

function substitution(one: number, other: number): number {
  if (one === other) return 0;
  const pair = letterAt(Math.min(one, other)) + letterAt(Math.max(one, other));
  if (pair === 'iy') return 4;
  if (isVowel(A + one) && isVowel(A + other)) return pair === 'ei' || pair === 'ou' ? 10 : 12;
  if (soundOf(A + one) !== 0 && soundOf(A + one) === soundOf(A + other)) return 10;
  if (NEAR.has(pair)) return 14;
  return areBeside(pair) ? FULL_COST : 24;
}

/** Are the keys of these two letters neighbours? */
export function areBeside(pair: string): boolean {
  return KEYBOARD.includes(pair) || KEYBOARD.includes(pair.charAt(1) + pair.charAt(0));
}

/** A letter too many or too few. */
function gap(index: number): number {
  const letter = letterAt(index);
  if (letter === 'h') return 8;
  return isVowel(A + index) || letter === 'y' || letter === 'w' ? 16 : FULL_COST;
}

/** A doubled letter is the commonest slip of all. */
const DOUBLED = 6;
const SWAPPED = 16;
/** Two consonants that changed places across the vowels between them ("kumsato" for "kusmato" is a swap, "kutamo" for "kumato" this). */
const EXCHANGED = FULL_COST;

const SUBSTITUTIONS = new Uint8Array(ALPHABET * ALPHABET);
const GAPS = new Uint8Array(ALPHABET);
for (let one = 0; one < ALPHABET; one += 1) {
  GAPS[one] = gap(one);
  for (let other = 0; other < ALPHABET; other += 1)
    SUBSTITUTIONS[one * ALPHABET + other] = substitution(one, other);
}

/** Longer words are no slip of the finger, and the comparison stays bounded. */
export const MAX_LETTERS = 24;
const WIDTH = MAX_LETTERS + 1;
/** Three rows of the table, used in turn: the comparison allocates nothing. */
const rowOne = new Int32Array(WIDTH);
const rowTwo = new Int32Array(WIDTH);
const rowThree = new Int32Array(WIDTH);

function gapAt(letters: Letters | StoredLetters, from: number, at: number): number {
  const letter = letters[from + at] ?? A;
  return at > 0 && letter === letters[from + at - 1] ? DOUBLED : (GAPS[letter - A] ?? FULL_COST);
}

/** Are two words of one length the same but for two consonants with nothing but vowels between them? */
function areExchanged(one: Letters, length: number, other: StoredLetters, from: number): boolean {
  let first = 0;
  while (first < length && one[first] === other[from + first]) first += 1;
  let last = first + 1;
  while (last < length && one[last] === other[from + last]) {
    if (!isVowel(one[last] ?? 0)) return false;
    last += 1;
  }
  if (last >= length || one[first] !== other[from + last] || one[last] !== other[from + first]) return false;
  for (let at = last + 1; at < length; at += 1) if (one[at] !== other[from + at]) return false;
  return last > first + 1 && !isVowel(one[first] ?? 0) && !isVowel(one[last] ?? 0);
}

/** Stands in the cells that cost more than the limit, which nothing can lead on from. */
const TOO_MUCH = 0x7fff;

/** A loop: to call `fill()` for so few cells takes longer than all the rest of a row. */
function clear(row: Int32Array, columns: number): void {
  for (let column = 0; column <= columns; column += 1) row[column] = TOO_MUCH;
}

/**
 * Weighted edit distance with transpositions between the first `length` letters of `one` and `columns` letters of
 * `other` from `from` on, neither of which may be longer than `MAX_LETTERS`. Anything above `limit` may be returned
 * once it is exceeded. In each row only the cells are computed that one within the limit leads to: few, in words that
 * are other words.
 */
export function slipCost(
  one: Letters,
  length: number,
  other: StoredLetters,
  from: number,
  columns: number,
  limit: number,
): number {
  if (length === columns && areExchanged(one, length, other, from)) return EXCHANGED;
  let twoUp = rowOne;
  let up = rowTwo;
  let current = rowThree;
  clear(twoUp, columns);
  clear(up, columns);
  /** First and last cell of the rows above that is within the limit. */
  let firstTwoUp = columns;
  let lastTwoUp = -2;
  let firstUp = 0;
  let lastUp = 0;
  let leastUp = 0;
  up[0] = 0;
  for (let column = 1, cost = 0; column <= columns; column += 1) {
    cost += gapAt(other, from, column - 1);
    if (cost > limit) break;
    up[column] = cost;
    lastUp = column;
  }
  for (let row = 1; row <= length; row += 1) {
    const letter = one[row - 1] ?? A;
    const above = row > 1 ? one[row - 2] : 0;
    const drop = gapAt(one, 0, row - 1);
    const costs = (letter - A) * ALPHABET - A;
    const reach = Math.min(columns, Math.max(lastUp + 1, lastTwoUp + 2));
    let column = Math.max(1, Math.min(firstUp, firstTwoUp + 2));
    let first = columns + 1;
    let last = -2;
    let least = TOO_MUCH;
    clear(current, columns);
    let left = TOO_MUCH;
    if (column === 1 && (up[0] ?? TOO_MUCH) + drop <= limit) {
      left = (up[0] ?? TOO_MUCH) + drop;
      current[0] = left;
      first = last = 0;
      least = left;
    }
    let diagonal = up[column - 1] ?? TOO_MUCH;
    let before = column > 1 ? (other[from + column - 2] ?? A) : 0;
    for (; column <= reach || (column <= columns && left <= limit); column += 1) {
      const target = other[from + column - 1] ?? A;
      let change = SUBSTITUTIONS[costs + target] ?? FULL_COST;
      // The first letter carries a word.
      if (row === 1 && column === 1) change += change >> 1;
      let cost = diagonal + change;
      diagonal = up[column] ?? TOO_MUCH;
      const dropped = diagonal + drop;
      if (dropped < cost) cost = dropped;
      const added = left + (target === before ? DOUBLED : (GAPS[target - A] ?? FULL_COST));
      if (added < cost) cost = added;
      if (letter === before && target === above && letter !== target) {
        const swapped = (twoUp[column - 2] ?? TOO_MUCH) + SWAPPED;
        if (swapped < cost) cost = swapped;
      }
      left = cost;
      before = target;
      if (cost > limit) continue;
      current[column] = cost;
      if (cost < least) least = cost;
      if (first > column) first = column;
      last = column;
    }
    // Two letters that changed places cost less than the first of them alone: the next row may be within the limit again.
    if (last < 0 && leastUp + SWAPPED > limit) return TOO_MUCH;
    // One after the other: an array of three is made anew each time until the engine has compiled this.
    const free = twoUp;
    twoUp = up;
    up = current;
    current = free;
    firstTwoUp = firstUp;
    lastTwoUp = lastUp;
    firstUp = first;
    lastUp = last;
    leastUp = least;
  }
  return up[columns] ?? TOO_MUCH;
}
