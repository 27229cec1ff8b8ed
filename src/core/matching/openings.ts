import { isVowel, type Letters, type StoredLetters } from '../language/sounds.ts';
import { type Ascending, bucketsFor, numberAt, sortIntoBuckets } from '../rule-file/buckets.ts';
import { firstSlot, HASH_FACTOR, HASH_START } from '../rule-file/hash.ts';
import { type Numbers, narrowed } from '../rule-file/numbers.ts';
import { areBeside } from './slip-cost.ts';

/**
 * Words of names by what follows their first letter, for written words whose first letter is wrong, missing or one too many
 * ("yokowi", "rabowo"): the search by sounds begins with the first one. The rest must be there as it is spelt.
 */

/** Names with fewer letters are words of others with another first letter. */
const MIN_NEAR = 6;
const MIN_LOST = 7;
const MIN_OTHER = 8;

/** Places in a written word from which on it may be the rest of a name: nothing, a letter, two, or a syllable more before it. */
export const RESTS = 4;

const [A, H, I, Y] = [97, 104, 105, 121];
const ALPHABET = 26;

/** Sounds that are made at one place, besides the keys that lie beside each other. */
const NEAR = new Set(['cj', 'gj', 'gk', 'jy', 'jz', 'mn', 'ow', 'uw']);

const NEAR_LETTERS = new Uint8Array(ALPHABET * ALPHABET);
for (let one = 0; one < ALPHABET; one += 1)
  for (let other = 0; other < ALPHABET; other += 1) {
    const pair = String.fromCharCode(A + Math.min(one, other), A + Math.max(one, other));
    if (NEAR.has(pair) || areBeside(pair)) NEAR_LETTERS[one * ALPHABET + other] = 1;
  }

function areNear(one: number, other: number): boolean {
  return NEAR_LETTERS[(one - A) * ALPHABET + other - A] === 1;
}

/**
 * Puts hashes of the letters from each of the first places on into `out`. `h` and letters held longer say nothing, and `y` is
 * `i`, here and in `isSameRest()`.
 */
export function hashRests(letters: Letters, length: number, out: Int32Array): void {
  let hash = HASH_START;
  let behind = 0;
  for (let at = length - 1; at >= 0; at -= 1) {
    const letter = letters[at] === Y ? I : (letters[at] ?? 0);
    if (letter !== H && letter !== behind) {
      hash = Math.imul(hash ^ letter, HASH_FACTOR);
      behind = letter;
    }
    if (at < RESTS) out[at] = hash;
  }
}

/** Do two words end alike, from these places to these ends? */
function isSameRest(
  one: Letters,
  from: number,
  end: number,
  other: StoredLetters,
  otherFrom: number,
  otherEnd: number,
): boolean {
  let at = end;
  let otherAt = otherEnd;
  for (let behind = 0; ; ) {
    let letter = 0;
    while (at > from && letter === 0) {
      at -= 1;
      letter = letterOf(one[at] ?? 0, behind);
    }
    let otherLetter = 0;
    while (otherAt > otherFrom && otherLetter === 0) {
      otherAt -= 1;
      otherLetter = letterOf(other[otherAt] ?? 0, behind);
    }
    if (letter !== otherLetter) return false;
    if (letter === 0) return true;
    behind = letter;
  }
}

function letterOf(written: number, behind: number): number {
  const letter = written === Y ? I : written;
  return letter === H || letter === behind ? 0 : letter;
}

/** Are the first `length` letters of `written`, whose rest begins at `from`, meant for the name in `units[start, end)`? */
export type NameTest = (
  written: Letters,
  from: number,
  length: number,
  units: StoredLetters,
  start: number,
  end: number,
) => boolean;

/**
 * Is `written`, whose rest begins at `from`, the name in `units[start, end)` but for its first letter? Both in the spelling
 * of 1972.
 */
export const isOpenedOtherwise: NameTest = (written, from, length, units, start, end) => {
  const size = end - start;
  const first = units[start] ?? 0;
  const opens = written[0] ?? 0;
  // "gigibran"
  if (from === 3)
    return (
      size >= MIN_NEAR &&
      isRepeated(written, first, units[start + 1] ?? 0) &&
      isSameRest(written, 3, length, units, start + 1, end)
    );
  const bears =
    from === 0
      ? size >= MIN_LOST
      : from === 1
        ? size >= MIN_OTHER || (size >= MIN_NEAR && areNear(opens, first))
        : written[1] === first &&
          size >= (isVowel(first) ? MIN_OTHER : areNear(opens, first) ? MIN_NEAR : MIN_LOST);
  return bears && isSameRest(written, from, length, units, start + 1, end);
};

/** The key in the table of a rest that no other word has. */
export function ownRestOf(rest: number): number {
  return Math.imul(rest ^ OWN, HASH_FACTOR);
}

/** Is `written`, whose rest begins at `from`, the name but for its first letter, whatever that is? */
export const isOwnRest: NameTest = (written, from, length, units, start, end) =>
  isSameRest(written, from, length, units, start + 1, end);

/** The key in the table of letters in whatever order. */
export function anagramOf(letters: Letters, length: number): number {
  let sum = length;
  for (let at = 0; at < length; at += 1) sum = (sum + (MIXED[(letters[at] ?? 0) - A] ?? 0)) | 0;
  return Math.imul(sum ^ ANY_ORDER, HASH_FACTOR);
}

const OWN = 0x2545f491;
const ANY_ORDER = 0x5851f42d;

/** A number for each letter, of which no few add up to what others do: the sum of the letters themselves is that of many words. */
const MIXED = Int32Array.from({ length: ALPHABET }, (_none, letter) => {
  const hash = Math.imul(letter + 1, 0x9e3779b1);
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
});

/** How often each letter is left over; all zero between two calls. */
const left = new Int8Array(ALPHABET);

/**
 * "garjan", "rawapansa": all letters of a name and no other. A third of them stand in their places, the first one too; of a long name
 * half of them are enough.
 */
export const isAnagram: NameTest = (written, _from, length, units, start, end) => {
  if (end - start !== length) return false;
  let inPlace = 0;
  for (let at = 0; at < length; at += 1) if (written[at] === units[start + at]) inPlace += 1;
  const isNear =
    written[0] === units[start] ? inPlace * 3 >= length : length >= MIN_OTHER && inPlace * 2 >= length;
  return isNear && haveSameLetters(written, units, start, end);
};

function haveSameLetters(written: Letters, units: StoredLetters, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const [one, other] = [(written[at - start] ?? 0) - A, (units[at] ?? 0) - A];
    left[one] = (left[one] ?? 0) + 1;
    left[other] = (left[other] ?? 0) - 1;
  }
  let isSame = true;
  for (let letter = 0; letter < ALPHABET; letter += 1) {
    if (left[letter] !== 0) isSame = false;
    left[letter] = 0;
  }
  return isSame;
}

/** Does it open twice with the first two letters of a name? */
function isRepeated([one, two, three, four]: Letters, first: number, second: number): boolean {
  return one === first && three === first && two === second && four === second;
}

/** What a hash in the table is of. */
export const RestKind = { Rest: 0, Own: 1, Anagram: 2 } as const;
export type RestKind = (typeof RestKind)[keyof typeof RestKind];

/** Words of names by hashes of their rests and of their letters, as the table lies in the rule file. */
export interface RestSections {
  /** Where the places of each bucket begin, and where the last ones end. */
  readonly buckets: Ascending;
  /** Of each place: `RestKind` in the lower two bits, and the highest bits of its hash. */
  readonly marks: Numbers;
  /** Number of the word at each place. */
  readonly words: Numbers;
}

function markOf(hash: number, kind: RestKind): number {
  return ((hash >>> 26) << 2) | kind;
}

/** Puts the numbers of all words into `out` that may have this hash; gives how many there are. Whoever asks looks at each. */
export function findRests(
  { buckets, marks, words }: RestSections,
  hash: number,
  kind: RestKind,
  out: number[],
): number {
  out.length = 0;
  const bucket = firstSlot(hash, buckets.offsets.length - 2);
  const mark = markOf(hash, kind);
  // Bounded, so that a damaged table ends too.
  const end = Math.min(numberAt(buckets, bucket + 1), marks.length);
  for (let at = numberAt(buckets, bucket); at < end; at += 1)
    if (marks[at] === mark) out.push(words[at] ?? 0);
  return out.length;
}

/** The table of these hashes, each with the number of its word. */
export function encodeRests(
  rests: readonly { readonly hash: number; readonly kind: RestKind; readonly word: number }[],
): RestSections {
  const count = bucketsFor(rests.length);
  const { starts, order } = sortIntoBuckets(
    rests.map(({ hash }) => firstSlot(hash, count - 1)),
    count,
  );
  const sorted = Array.from(order, (at) => rests[at]).filter((rest) => rest !== undefined);
  return {
    buckets: starts,
    marks: Uint8Array.from(sorted, ({ hash, kind }) => markOf(hash, kind)),
    words: narrowed(sorted.map(({ word }) => word)),
  };
}

/** The first two letters of a rest in one number, as `isSameRest()` reads them, or -1: those of others are other rests. */
export function pairOfRest(letters: Letters, length: number, from: number): number {
  let first = 0;
  for (let at = from; at < length; at += 1) {
    const letter = letterOf(letters[at] ?? 0, first);
    if (letter === 0) continue;
    if (first !== 0) return (first - A) * ALPHABET + letter - A;
    first = letter;
  }
  return -1;
}

/** Whether a name of so many letters is looked for by its rest. */
export function hasOpening(size: number): boolean {
  return size >= MIN_NEAR;
}
