/** Letters of words as UTF-16 units, `a` to `z`: written words and words of names are compared in this form. */
export type Letters = Uint16Array;

/** The same as bytes, as they lie in a rule file. */
export type StoredLetters = Uint8Array;

const A = 97;
const E = 101;
const H = 104;
const U = 117;
const C = 99;
const J = 106;
const O = 111;
const Y = 121;
const I = 105;
const Z = 122;

/**
 * Sounds that Indonesian spelling mixes up, one number for each class; vowels, `h` and `y` have none and fall out of the
 * key. Index: letter - `a`.
 */
const SOUNDS = new Uint8Array(26);
for (const [sound, letters] of ['pbfv', 'td', 'ckqx', 'sz', 'gj', 'l', 'r', 'm', 'n', 'w'].entries())
  for (let at = 0; at < letters.length; at += 1) SOUNDS[letters.charCodeAt(at) - A] = sound + 1;

/** First sound of a key whose word opens with a vowel. */
const OPEN = 12;

/** The class of a letter, 0 where it has none. */
export function soundOf(letter: number): number {
  return SOUNDS[letter - A] ?? 0;
}

const VOWELS = new Uint8Array(26);
for (const vowel of [A, E, I, O, U]) VOWELS[vowel - A] = 1;

export function isVowel(letter: number): boolean {
  return VOWELS[letter - A] === 1;
}

/** So many consonants point to one name without their vowels. */
export const MIN_CONSONANTS = 4;

export function withoutVowels(word: string): string {
  return word.replace(/[aeiou]/g, '');
}

/** Longer runs of letters are cut: nothing that is looked for is as long. */
const scratch: Letters = new Uint16Array(64);

/**
 * Puts the letters of a word into `out`, runs of three and more as one, so that a long cry is no longer word. Gives their
 * number, at most the size of `out`.
 */
export function writeLetters(word: string, out: Letters): number {
  const length = Math.min(word.length, scratch.length);
  for (let at = 0; at < length; at += 1) scratch[at] = word.charCodeAt(at);
  return copyLetters(scratch, 0, length, out);
}

/** The same for letters. */
export function copyLetters(letters: Letters, from: number, to: number, out: Letters): number {
  let length = 0;
  for (let at = from; at < to && length < out.length; at += 1) {
    const letter = letters[at] ?? 0;
    out[length] = letter;
    length += 1;
    // The third of a run takes the second away, and the rest of the run is passed.
    if (at + 2 < to && letters[at + 1] === letter && letters[at + 2] === letter) {
      while (at + 1 < to && letters[at + 1] === letter) at += 1;
    }
  }
  return length;
}

/**
 * The first `length` letters in the spelling of 1972, in place: "djoko" as "joko", "soetrala" as "sutrala", "achmed" as
 * "ahmed", "dzulfan" as "zulfan". Names keep the older one. Gives the new length.
 */
export function modernise(letters: Letters, length: number): number {
  let end = 0;
  for (let at = 0; at < length; at += 1) {
    const letter = letters[at] ?? 0;
    const next = at + 1 < length ? letters[at + 1] : 0;
    let written = letter;
    // "boeo" has a slip of the finger in it: no word had a "uo".
    if (letter === O && next === E && (at + 2 >= length || letters[at + 2] !== O)) {
      written = U;
      at += 1;
    } else if ((letter === 100 || letter === 116) && next === J) {
      written = letter === 100 ? J : C;
      at += 1;
    } else if (letter === 100 && next === Z) {
      written = Z;
      at += 1;
    } else if (letter === C && next === H && at + 2 < length && !isVowel(letters[at + 2] ?? 0)) {
      written = H;
      at += 1;
    }
    letters[end] = written;
    end += 1;
  }
  return end;
}

/** Puts the sounds of a word into `out`: how it sounds to somebody who hears consonants only. Gives their number. */
export function writeSounds(letters: Letters, length: number, out: Uint8Array): number {
  let count = 0;
  let previous = 0;
  if (length > 0 && isVowel(letters[0] ?? 0)) {
    out[0] = OPEN;
    count = 1;
  }
  for (let at = 0; at < length; at += 1) {
    const letter = letters[at] ?? 0;
    const sound = SOUNDS[letter - A] ?? 0;
    if (sound !== 0 && sound !== previous) {
      out[count] = sound;
      count += 1;
    }
    if (letter !== H) previous = sound;
  }
  return count;
}

/** One bit for each letter of a word. "y" is "i", and "h" is none: slips in them cost least. */
export function letterBits(letters: Letters, length: number): number {
  let bits = 0;
  for (let at = 0; at < length; at += 1) {
    const letter = letters[at] ?? 0;
    if (letter !== H) bits |= 1 << ((letter === Y ? I : letter) & 31);
  }
  return bits;
}

const counted = { letters: new Uint16Array(64), sounds: new Uint8Array(65) };

/** Number of sounds in a word of small letters. */
export function countSounds(word: string): number {
  const { letters, sounds } = counted;
  return writeSounds(letters, modernise(letters, writeLetters(word, letters)), sounds);
}
