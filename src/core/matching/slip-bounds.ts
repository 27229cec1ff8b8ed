import { type Letters, letterBits, soundOf } from '../language/sounds.ts';
import { bitCount } from '../rule-file/bit-count.ts';

/**
 * Bounds below the cost of all slips between two words (`slip-cost.ts`), found from a few bits of each without comparing
 * them: of fifty words that sound alike, one or two are left to compare.
 */

const SOUND_BITS = 4;
const H = 104;
/** Sounds that a packed key holds. */
const MOST_SOUNDS = 7;

/** Sounds of a word in one integer, the first in the lowest bits; 0 where there are too many. */
export function packKey(sounds: Uint8Array, count: number): number {
  if (count > MOST_SOUNDS) return 0;
  let key = 0;
  for (let at = 0; at < count; at += 1) key |= (sounds[at] ?? 0) << (at * SOUND_BITS);
  return key;
}

function bitsOf(letters: string): number {
  return letterBits(
    Uint16Array.from(letters, (letter) => letter.charCodeAt(0)),
    letters.length,
  );
}

const VOWELS = bitsOf('aeiou');
/** `w` and `j` are near to vowels. */
const CONSONANTS = bitsOf('bcdfgklmnpqrstvxz');
const LETTERS = VOWELS | CONSONANTS;

/** Least costs of a letter that is lost or added, and of a wrong one, in words whose sounds differ there. */
const LOST = 20;
/** `w` and `j` near a vowel, or a sound beside one like it. */
const EASILY_LOST = 14;
const OTHER_SOUND = 20;
const NEAR_SOUND = 14;
const SWAPPED = 16;
/** Of a slip that changes no sound. */
const LETTER = 10;
/** The keys do not sound alike: more than any word bears. */
const UNLIKE = 255;

/** Shorter keys stay whole: their neighbourhood would be everything. */
export const MIN_KEY = 3;

/** Pairs of sounds between which a wrong letter costs less than any other one; index: 16 x sound + sound. */
const NEAR_SOUNDS = new Uint8Array(256);
for (const pair of ['ks', 'mn', 'gj', 'gk', 'js', 'dz']) {
  const [one, other] = [soundOf(pair.charCodeAt(0)), soundOf(pair.charCodeAt(1))];
  NEAR_SOUNDS[one * 16 + other] = NEAR_SOUNDS[other * 16 + one] = 1;
}

/** `w` and `j` stand for vowels now and then. */
const NEAR_VOWELS = new Uint8Array(16);
for (const letter of 'wj') NEAR_VOWELS[soundOf(letter.charCodeAt(0))] = 1;

/**
 * At least so much do the slips cost that make one key of another, in the lower bits, and the letters that they may
 * explain in the higher ones. Words are near whose keys lack one sound each at most, never the first.
 */
function keyCost(one: number, other: number): number {
  if (one === other || one === 0 || other === 0) return 0;
  const difference = one ^ other;
  /** Bits before the first sound that differs. */
  const before = (31 - Math.clz32(difference & -difference)) & ~3;
  const size = soundsIn(one);
  const otherSize = soundsIn(other);
  if (before === 0 || (size < MIN_KEY && otherSize < MIN_KEY)) return UNLIKE;
  const rest = one >>> before;
  const otherRest = other >>> before;
  if (size === otherSize + 1)
    return rest >>> SOUND_BITS === otherRest ? ONE_LOST | lossAt(one, before) : UNLIKE;
  if (otherSize === size + 1)
    return otherRest >>> SOUND_BITS === rest ? ONE_LOST | lossAt(other, before) : UNLIKE;
  if (size !== otherSize) return UNLIKE;
  if (difference >>> before < 16) {
    const sound = rest & 15;
    const otherSound = otherRest & 15;
    // "kwm" for "kakum": two vowels.
    if (NEAR_VOWELS[sound] === 1 || NEAR_VOWELS[otherSound] === 1) return TWO_LOST | EASILY_LOST;
    return ONE_CHANGED | changeOf(sound, otherSound);
  }
  return exchangeCost(one, other, before, (31 - Math.clz32(difference)) & ~3);
}

/** How many consonants (bits 8 and 9) and vowels (bits 10 and 11) the slips may put in each other's place. */
const ONE_CHANGED = 1 << 8;
const ONE_LOST = (1 << 8) | (1 << 10);
const TWO_LOST = (2 << 8) | (2 << 10);

/** One sound is missing in one key, another in the other, or two are swapped: from the first to the last that differs. */
function exchangeCost(one: number, other: number, first: number, last: number): number {
  const next = first + SOUND_BITS;
  const isSwapped = next === last && ((one >>> first) & 15) === ((other >>> next) & 15);
  if (isSwapped && ((one >>> next) & 15) === ((other >>> first) & 15)) return SWAPPED;
  const between = (1 << (last - first)) - 1;
  const here = one >>> first;
  const there = other >>> first;
  const isLostHere = (((there >>> SOUND_BITS) ^ here) & between) === 0;
  if (!isLostHere && (((here >>> SOUND_BITS) ^ there) & between) !== 0) return UNLIKE;
  const losses = isLostHere
    ? lossAt(other, first) + lossAt(one, last)
    : lossAt(one, first) + lossAt(other, last);
  // Each letter as another one costs less where they are near.
  let changed = 0;
  for (let at = first; at <= last; at += SOUND_BITS)
    changed += changeOf((one >>> at) & 15, (other >>> at) & 15);
  return TWO_LOST | Math.min(losses, changed);
}

/** A sound beside one like it may be lost with the vowel between, by a wrong letter or by a swap. */
function lossAt(key: number, at: number): number {
  const sound = (key >>> at) & 15;
  if (NEAR_VOWELS[sound] === 1) return EASILY_LOST;
  for (let step = 1; step < 3; step += 1) {
    const before = at < step * SOUND_BITS ? 0 : (key >>> (at - step * SOUND_BITS)) & 15;
    const behind = at + step * SOUND_BITS > 31 ? 0 : (key >>> (at + step * SOUND_BITS)) & 15;
    if (sound === before || sound === behind) return EASILY_LOST;
    const isNear = NEAR_SOUNDS[sound * 16 + before] === 1 || NEAR_SOUNDS[sound * 16 + behind] === 1;
    if (step === 1 && isNear) return EASILY_LOST;
  }
  return LOST;
}

function changeOf(sound: number, other: number): number {
  if (sound === other) return 0;
  return NEAR_SOUNDS[sound * 16 + other] === 1 ? NEAR_SOUND : OTHER_SOUND;
}

/**
 * As `keyCost()` tells of packed keys, for words of any number of sounds: are both the same when one sound of each is left
 * out at most, never the first?
 */
export function areNeighbours(
  one: Uint8Array,
  count: number,
  other: Uint8Array,
  otherCount: number,
): boolean {
  const least = Math.min(count, otherCount);
  let first = 0;
  while (first < least && one[first] === other[first]) first += 1;
  if (first === count && first === otherCount) return true;
  if (first === 0 || Math.abs(count - otherCount) > 1) return false;
  let end = count;
  let otherEnd = otherCount;
  while (end > first && otherEnd > first && one[end - 1] === other[otherEnd - 1]) {
    end -= 1;
    otherEnd -= 1;
  }
  const size = end - first;
  const otherSize = otherEnd - first;
  if (size !== otherSize) return Math.min(size, otherSize) === 0;
  if (count < MIN_KEY) return false;
  return isRun(one, first + 1, other, first, size - 1) || isRun(one, first, other, first + 1, size - 1);
}

function isRun(one: Uint8Array, from: number, other: Uint8Array, otherFrom: number, length: number): boolean {
  for (let at = 0; at < length; at += 1) if (one[from + at] !== other[otherFrom + at]) return false;
  return true;
}

function soundsIn(key: number): number {
  return (35 - Math.clz32(key)) >> 2;
}

/** A bound below the cost of the slips between two words that have these `letterBits()`, in twentieths. */
export function lettersCost(bits: number, otherBits: number): number {
  const missing = bits & ~otherBits;
  const added = otherBits & ~bits;
  // A vowel may stand in the place of a consonant.
  return LETTER * Math.max(bitCount(missing & LETTERS), bitCount(added & LETTERS));
}

/** Least cost of a letter that is lost or added in words that hold no `h` and no letter twice in a row. */
const PLAIN_GAP = 16;

/** Does a word hold an `h` or a letter twice in a row, which are lost and added more easily than others? */
export function isUneven(letters: Letters, length: number): boolean {
  for (let at = 0; at < length; at += 1)
    if (letters[at] === H || (at > 0 && letters[at] === letters[at - 1])) return true;
  return false;
}

/**
 * As `lettersCost()`, for words neither of which `isUneven()` and the second of which is longer by so many letters (negative:
 * shorter): as many are added at least, and wrong letters explain the others that only one of the words has.
 */
export function lengthCost(bits: number, otherBits: number, longer: number): number {
  const missing = bitCount(bits & ~otherBits & LETTERS);
  const added = bitCount(otherBits & ~bits & LETTERS);
  const changed = longer > 0 ? Math.max(missing, added - longer) : Math.max(added, missing + longer);
  return PLAIN_GAP * Math.abs(longer) + LETTER * Math.max(0, changed);
}

/** A bound below the cost of the slips between two words with these `letterBits()` and packed keys, in twentieths. */
export function leastCost(bits: number, key: number, otherBits: number, otherKey: number): number {
  const missing = bits & ~otherBits;
  const added = otherBits & ~bits;
  const vowels = Math.max(bitCount(missing & VOWELS), bitCount(added & VOWELS));
  const consonants = Math.max(bitCount(missing & CONSONANTS), bitCount(added & CONSONANTS));
  const cost = keyCost(key, otherKey);
  // What changed the key may have taken these letters out, or brought them in.
  const others = Math.max(0, vowels - (cost >> 10)) + Math.max(0, consonants - ((cost >> 8) & 3));
  return (cost & 255) + LETTER * others;
}
