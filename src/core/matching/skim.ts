import { ROMAN_NUMERALS } from '../language/vocabulary.ts';
import { HASH_FACTOR, HASH_START } from '../rule-file/hash.ts';
import { SkimFlag } from '../rule-file/skim-flags.ts';
import { characterAt, isRegionalIndicator } from '../text/characters.ts';
import { normalize, SCAN_LIMIT } from '../text/normalize.ts';
import type { Token } from '../text/token.ts';
import { FirstPart } from './first-part.ts';
import { hiddenWordAt } from './hidden-letters.ts';
import type { RuleIndex } from './rule-index.ts';
import { type Mark, SkimMarks } from './skim-marks.ts';
import { flagsOf, flagsOfTag } from './skim-words.ts';

/** Classes of ASCII characters. */
const OTHER = 0;
const LETTER = 1;
const CAPITAL = 2;
const DIGIT = 3;
const SIGIL = 4;
const SYMBOL = 5;
const APOSTROPHE = 6;
const UNDERSCORE = 7;

/** Signs between a zero and the digit that it pads: "0 + 2". */
const PADDING = 4;

const CLASSES = new Uint8Array(128);
for (let code = 97; code <= 122; code += 1) CLASSES[code] = LETTER;
for (let code = 65; code <= 90; code += 1) CLASSES[code] = CAPITAL;
for (let code = 48; code <= 57; code += 1) CLASSES[code] = DIGIT;
CLASSES[0x23] = SIGIL;
CLASSES[0x40] = SIGIL;
CLASSES[0x24] = SYMBOL;
CLASSES[0x27] = CLASSES[0x60] = CLASSES[0x2a] = APOSTROPHE;
CLASSES[0x5f] = UNDERSCORE;

/**
 * Where in a text `match()` could find something, in ascending order: at least one mark lies in every sentence in which
 * it could. One pass over the characters, which makes no object for the words of ordinary life. Sentences without a
 * mark hold nothing, for certain; the others are for the full matcher.
 */
export function skim(text: string, rules: RuleIndex): readonly Mark[] {
  return new Skim(text, rules).run();
}

const KEYCAP = 0x20e3;
const STAR = 0x2a;

/** Outside ASCII letters go to the full matcher; signs and emojis part words. */
function kindOf(point: number): 'word' | 'apostrophe' | 'ignorable' | 'finger' | 'regional' | 'other' {
  const character = characterAt(point);
  switch (character.class) {
    case 'mark':
    case 'ignorable':
      return 'ignorable';
    case 'finger':
    case 'regional':
      return character.class;
    case 'letter':
    case 'digit':
      return 'word';
    default:
      // A full-width "#" begins a hashtag, and "$" is a letter inside a word.
      if (SIGNS.has(character.folded)) return 'word';
      return character.inside === '' ? 'apostrophe' : 'other';
  }
}

const SIGNS = new Set(['#', '@', '$']);

/** Longer pieces without a space are left to the matcher. */
const LONGEST_ODD = 200;

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a);
}

function isLoneLetter(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^[a-z]$/.test(token.text);
}

class Skim {
  readonly #text: string;
  readonly #rules: RuleIndex;
  readonly #limit: number;
  /** Length of the run of single letters that ends here, and its beginning. */
  #lone = 0;
  #run = 0;
  readonly #first: FirstPart;
  readonly #marks: SkimMarks;

  constructor(text: string, rules: RuleIndex) {
    this.#text = text;
    this.#rules = rules;
    this.#limit = Math.min(text.length, SCAN_LIMIT);
    this.#first = new FirstPart(text, rules);
    this.#marks = new SkimMarks(rules);
  }

  run(): readonly Mark[] {
    const text = this.#text;
    const limit = this.#limit;
    let at = 0;
    while (at < limit) {
      const code = text.charCodeAt(at);
      const kind = code < 128 ? (CLASSES[code] ?? OTHER) : OTHER;
      if (kind === LETTER || kind === CAPITAL || kind === DIGIT) at = this.#word(at);
      else if (kind === SIGIL) at = this.#tag(at);
      else if (code < 128) at += 1;
      else at = this.#foreign(at);
    }
    this.#endLetters(limit);
    return this.#marks.finish();
  }

  /** Marks a place and goes on behind it. */
  #mark(at: number, next: number, number = false): number {
    this.#marks.add(at, number);
    return next;
  }

  /** Goes over a word of ASCII letters and digits. */
  #word(start: number): number {
    const text = this.#text;
    const limit = this.#limit;
    let hash = HASH_START;
    let at = start;
    let digits = 0;
    let plain = true;
    for (; at < limit; at += 1) {
      let code = text.charCodeAt(at);
      const kind = code < 128 ? (CLASSES[code] ?? OTHER) : OTHER;
      if (kind === CAPITAL) code += 32;
      else if (kind === DIGIT) digits += 1;
      else if (kind !== LETTER) {
        if (code < 128 && kind !== SYMBOL && kind !== APOSTROPHE && code !== 0x40) break;
        const step = this.#inside(at, code);
        if (step < 0) return this.#odd(start);
        if (step === 0) break;
        plain = false;
        continue;
      }
      hash = Math.imul(hash ^ code, HASH_FACTOR);
    }
    const length = at - start;
    // Letters that stand apart may be one word, and too few are never too far apart.
    if (length > 1) this.#marks.countWord();
    if (digits === length) return this.#number(start, at);
    if (digits > 0) return plain ? this.#mixed(start, at) : this.#odd(start);
    if (length === 1) return this.#letter(start, at);
    this.#endLetters(start);
    const hidden =
      plain && text.charCodeAt(at) !== STAR ? undefined : hiddenWordAt(text, start, at, this.#rules);
    if (hidden !== undefined) return this.#unknown(hidden, start, at);
    if (plain) return this.#plainWord(start, at, hash);
    // "Jum'at"
    return this.#unknown(
      text
        .slice(start, at)
        .toLowerCase()
        .replace(/[^a-z]/g, ''),
      start,
      at,
    );
  }

  /** A word of ASCII letters; `hash` is that of its small letters. */
  #plainWord(start: number, end: number, hash: number): number {
    const { words, plain } = this.#rules.skim;
    const ordinal = words.ordinalOfPart(hash, this.#text, start, end);
    const flags = ordinal < 0 ? 0 : words.firstAt(ordinal);
    const isVariant = (flags & SkimFlag.Variant) !== 0;
    if (isVariant || (ordinal < 0 && !plain.meanNothing(this.#text, start, end, hash))) {
      return this.#unknown(this.#text.slice(start, end).toLowerCase(), start, end);
    }
    if (this.#first.isCompletedByPart(start, end)) this.#marks.add(start);
    if (flags !== 0) this.#marks.addKnown(this.#text.slice(start, end).toLowerCase(), ordinal, flags, start);
    if (ordinal < 0 || (flags & SkimFlag.FirstPart) !== 0) this.#first.setPlain(start, end, hash);
    else this.#first.set('');
    return end;
  }

  #letter(start: number, end: number): number {
    if (this.#lone === 0) this.#run = start;
    this.#lone += 1;
    const letter = normalize(this.#text.slice(start, end)).tokens[0]?.text ?? '';
    if (this.#first.isCompletedBy(letter)) this.#marks.add(start);
    this.#first.set(letter);
    // "nomor urut V"
    if (ROMAN_NUMERALS.has(letter)) this.#marks.addFlags(SkimFlag.Number, start);
    return end;
  }

  /** Letters that stood apart may be a word: three at least. */
  #endLetters(end: number): void {
    const letters = this.#lone;
    this.#lone = 0;
    if (letters > 2) this.#readPart(this.#run, end);
  }

  /** A word with signs, marks or letters of other scripts in it, up to the next space, as the matcher would read it. */
  #odd(start: number): number {
    let end = start;
    while (end < this.#limit && !isSpace(this.#text.charCodeAt(end))) end += 1;
    if (end - start > LONGEST_ODD) return this.#mark(start, end);
    const { tokens } = normalize(this.#text.slice(start, end));
    const opensWithLetter = isLoneLetter(tokens[0]);
    if (tokens.length === 1 && opensWithLetter) return this.#letter(start, end);
    // "E-K-O🇮🇩Nama": the letters before belong to the first one here, and those behind to the last.
    const from = opensWithLetter && this.#lone > 0 ? this.#run : start;
    if (from < start) this.#lone = 0;
    else this.#endLetters(start);
    this.#readPart(from, end);
    const last = tokens.at(-1);
    if (last && isLoneLetter(last)) {
      this.#lone = 1;
      this.#run = start + last.start;
    }
    return end;
  }

  #readPart(start: number, end: number): void {
    const part = this.#text.slice(start, end);
    for (const token of normalize(part).tokens) {
      const [from, to] = [start + token.start, start + token.end];
      this.#marks.countWord();
      if (token.kind === 'sign') this.#marks.addFlags(SkimFlag.Number | SkimFlag.Digits, from);
      else if (token.kind !== 'word') {
        if ((flagsOfTag(part.slice(token.start, token.end), this.#rules) & SkimFlag.Trigger) !== 0)
          this.#mark(from, to, true);
        this.#first.set('');
      } else if (/^\d+$/.test(token.text)) {
        // Keycaps cheer: "1️⃣ mantap".
        this.#marks.addNumber(from);
      } else this.#unknown(hiddenWordAt(part, token.start, token.end, this.#rules) ?? token.text, from, to);
    }
  }

  /** A sign inside a word: 1 joins its two sides, 0 ends the word, -1 is for the full matcher. */
  #inside(at: number, code: number): number {
    const next = at + 1 < this.#limit ? this.#text.charCodeAt(at + 1) : 32;
    const kind = next < 128 ? CLASSES[next] : undefined;
    const letter = kind === LETTER || kind === CAPITAL;
    if (code < 128) {
      // A name after "@" is a mention only where no word stands before it.
      if (code === 0x40 && (kind === DIGIT || kind === UNDERSCORE)) return -1;
      if (!letter && next < 128) return 0;
      return letter && CLASSES[code] === APOSTROPHE ? 1 : -1;
    }
    const foreign = kindOf(this.#text.codePointAt(at) ?? 0);
    if (foreign === 'apostrophe') return letter ? 1 : next < 128 ? 0 : -1;
    return foreign === 'word' || foreign === 'ignorable' || foreign === 'regional' ? -1 : 0;
  }

  #unknown(word: string, start: number, end: number): number {
    if (this.#first.isCompletedBy(word)) this.#marks.add(start);
    this.#marks.addUnknown(word, flagsOf(word, this.#rules), start);
    this.#first.set(word);
    return end;
  }

  /** A zero-padded number may be a ballot number by itself, any other only beside words that make it one. */
  #number(start: number, end: number): number {
    this.#first.set('');
    this.#endLetters(start);
    const length = end - start;
    const first = this.#text.charCodeAt(start);
    if (first === 0x30 && (length === 2 || this.#isChant(start, length) || this.#opensPadded(end, length)))
      this.#marks.addNumber(start);
    else if (first !== 0x30 && (length < 3 || this.#text.charCodeAt(start + 1) === first))
      this.#marks.addFlags(SkimFlag.Number | SkimFlag.Digits, start);
    return end;
  }

  /** "0+2", "0 2": a digit that stands behind a lone zero and what parts them. */
  #opensPadded(end: number, length: number): boolean {
    if (length > 1) return false;
    for (let at = end; at < Math.min(end + PADDING, this.#limit); at += 1) {
      const code = this.#text.charCodeAt(at);
      if (CLASSES[code] === DIGIT || code >= 128) return true;
      if (CLASSES[code] === LETTER || CLASSES[code] === CAPITAL) return false;
    }
    return false;
  }

  /** "020202" */
  #isChant(start: number, length: number): boolean {
    const text = this.#text;
    return (
      length > 4 &&
      text.charCodeAt(start + 2) === 0x30 &&
      text.charCodeAt(start + 1) === text.charCodeAt(start + 3)
    );
  }

  #mixed(start: number, end: number): number {
    this.#first.set('');
    this.#endLetters(start);
    const word = this.#text.slice(start, end).toLowerCase();
    this.#marks.addUnknown(word, flagsOf(word, this.#rules), start);
    return end;
  }

  #tag(start: number): number {
    const text = this.#text;
    const limit = this.#limit;
    const mention = text.charCodeAt(start) === 0x40;
    let at = start + 1;
    for (; at < limit; at += 1) {
      const code = text.charCodeAt(at);
      if (code >= 128) {
        const kind = kindOf(text.codePointAt(at) ?? 0);
        if (kind === 'word' || kind === 'ignorable' || kind === 'regional') return this.#odd(start);
        break;
      }
      const kind = CLASSES[code];
      if (
        kind !== LETTER &&
        kind !== CAPITAL &&
        kind !== DIGIT &&
        kind !== UNDERSCORE &&
        !(mention && code === 0x2e)
      )
        break;
    }
    this.#first.set('');
    this.#endLetters(start);
    if (at === start + 1) return at;
    if (text.charCodeAt(at) === 0x40) return this.#odd(start);
    const { plain } = this.#rules.skim;
    const isNothing = mention
      ? plain.mentionMeansNothing(text, start, at)
      : plain.hashtagMeansNothing(text, start, at);
    if (isNothing) return at;
    const flags = flagsOfTag(text.slice(start, at), this.#rules);
    // "#2" is a number.
    return (flags & SkimFlag.Trigger) !== 0 ? this.#mark(start, at, true) : at;
  }

  #foreign(at: number): number {
    const point = this.#text.codePointAt(at) ?? 0;
    const next = at + (point > 0xffff ? 2 : 1);
    const kind = kindOf(point);
    if (kind === 'regional') return this.#flag(at, next);
    if (kind === 'word' || point === KEYCAP) return this.#odd(at);
    // "✌️ satu putaran": the whole text, as digits are.
    if (kind === 'finger') this.#marks.addFlags(SkimFlag.Number | SkimFlag.Digits, at);
    // A sign between two words parts them, but not two parts of a name: that search knows no signs.
    return next;
  }

  /** One flag, and no lettering: two regional indicators and not a third. */
  #flag(at: number, next: number): number {
    const second = this.#text.codePointAt(next) ?? 0;
    const third = this.#text.codePointAt(next + 2) ?? 0;
    return isRegionalIndicator(second) && !isRegionalIndicator(third) ? next + 2 : this.#odd(at);
  }
}
