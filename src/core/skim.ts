import { characterAt, isRegionalIndicator } from './characters.ts';
import { findGlued, MAX_WHOLE, MIN_APART, namesInside } from './glued.ts';
import {
  isElectoralTag,
  isOfficeTag,
  namesInCamelCase,
  numberInCamelCase,
  splitHashtag,
} from './hashtags.ts';
import { normalize, SCAN_LIMIT } from './normalize.ts';
import { REACH } from './number-context.ts';
import { holdsNumber } from './numbers.ts';
import type { PairTable } from './pair-table.ts';
import type { PlainWords } from './plain-words.ts';
import type { RuleIndex } from './rule-index.ts';
import { SkimFlag, slipFlags } from './skim-flags.ts';
import { HASH_FACTOR, HASH_START, hashOf, type StringTable } from './string-table.ts';
import { isWordOfTerm, readingsOf, slipsOf } from './variants.ts';
import { ROMAN_NUMERALS } from './vocabulary.ts';

/** What the skim keeps between texts. */
export interface SkimIndex {
  /** Flags of ordinary words and of the words of terms. */
  readonly words: StringTable;
  /** Flags of words that stand in no table, and of hashtags and mentions as they are written; bounded. */
  readonly known: Map<string, number>;
  readonly plain: PlainWords;
  readonly pairs: PairTable;
}

const KNOWN_LIMIT = 8_192;
/** An endless word is not worth the memory. */
const LONGEST_KNOWN = 80;

/** Classes of ASCII characters. */
const OTHER = 0;
const LETTER = 1;
const CAPITAL = 2;
const DIGIT = 3;
const SIGIL = 4;
const SYMBOL = 5;
const APOSTROPHE = 6;
const UNDERSCORE = 7;

const CLASSES = new Uint8Array(128);
for (let code = 97; code <= 122; code += 1) CLASSES[code] = LETTER;
for (let code = 65; code <= 90; code += 1) CLASSES[code] = CAPITAL;
for (let code = 48; code <= 57; code += 1) CLASSES[code] = DIGIT;
CLASSES[0x23] = SIGIL;
CLASSES[0x40] = SIGIL;
CLASSES[0x24] = SYMBOL;
CLASSES[0x27] = CLASSES[0x60] = APOSTROPHE;
CLASSES[0x5f] = UNDERSCORE;

/** A place in a text at which `match()` could find something. */
export interface Mark {
  /** Offset in the text. */
  readonly at: number;
  /** Could lift the text above level `none`; others say something beside a finding only. */
  readonly alone: boolean;
  /** A number looks at the sentences beside its own too. */
  readonly number: boolean;
}

/**
 * Where in a text `match()` could find something, in ascending order: at least one mark lies in every sentence in which
 * it could. One pass over the characters, which makes no object for the words of ordinary life. Sentences without a
 * mark hold nothing, for certain; the others are for the full matcher.
 */
export function skim(text: string, rules: RuleIndex): readonly Mark[] {
  return new Skim(text, rules).run();
}

const KEYCAP = 0x20e3;

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

/** Whether the name of an account or group that has one word may be that of a campaign. */
export function accountMayMatter(name: string, rules: RuleIndex): boolean {
  const raw = `@${name.trim().replace(/^@/, '')}`;
  return !/\s/.test(raw) && flagsOfTag(raw, rules) !== 0;
}

const NAMING = SkimFlag.NameWord | SkimFlag.Slip | SkimFlag.OrdinarySlip;
const SURELY = SkimFlag.OrdinarySlip | SkimFlag.SureName;
/** Further apart two words do not belong to one name: initials, titles and the like stand between. */
const NEAR_WORDS = 5;
/** Further apart a number and the word that makes a ballot number of it do not belong together. */
const NUMBER_REACH = 2 * REACH;
/** Words of a text that is nothing but a number and what cheers it. */
const SHORT_TEXT = 8;
/** No term has so many words. */
const TERM_REACH = 32;
const NAMED = SkimFlag.NameWord | SkimFlag.Slip;
const HALVES = SkimFlag.Half | SkimFlag.OtherHalf;

/** Longer pieces without a space are left to the matcher. */
const LONGEST_ODD = 200;

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a);
}

class Skim {
  readonly #text: string;
  readonly #rules: RuleIndex;
  readonly #limit: number;
  #marks: Mark[] = [];
  /** Numbers that no word near them makes ballot numbers of, with the number of the word they are. */
  #numbers: { readonly at: number; readonly word: number; readonly digits: boolean }[] = [];
  /** Where the last of those words stood. */
  #context = Number.NEGATIVE_INFINITY;
  /** Halves of terms that wait for the other one, and where the other halves stood last, by index in the string pool. */
  #halves: { readonly others: readonly number[]; readonly at: number; readonly word: number }[] = [];
  readonly #others = new Map<number, number>();
  /** Number of words so far, and the last of them that may be words of a name. */
  #words = 0;
  #naming: { readonly word: number; readonly flags: number; readonly names: readonly number[] }[] = [];
  /** Length of the run of single letters that ends here, and its beginning. */
  #lone = 0;
  #run = 0;
  /** The word before, where it may be the first part of a name written in two; else ''. */
  #first = '';
  /** The same where it is plain letters of the text, with their hash; `to` is 0 where it is not. */
  #plainFirst = { from: 0, to: 0, hash: 0 };

  constructor(text: string, rules: RuleIndex) {
    this.#text = text;
    this.#rules = rules;
    this.#limit = Math.min(text.length, SCAN_LIMIT);
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
    this.#markNumbers();
    return this.#marks.length > 1 ? this.#marks.sort((one, other) => one.at - other.at) : this.#marks;
  }

  /** Marks a place and goes on behind it. */
  #mark(at: number, next: number, number = false): number {
    this.#marks.push({ at, alone: true, number });
    return next;
  }

  #markNumbers(): void {
    // "Tetap 3": the whole text is the number.
    const isWhole = this.#words <= SHORT_TEXT && this.#numbers.some(({ digits }) => digits);
    for (const { at } of this.#numbers) this.#marks.push({ at, alone: isWhole, number: true });
  }

  #note(flags: number, at: number): void {
    if ((flags & SkimFlag.NumberContext) !== 0) {
      this.#context = this.#words;
      for (let last = this.#numbers.at(-1); last; last = this.#numbers.at(-1)) {
        if (this.#words - last.word > NUMBER_REACH) break;
        this.#mark(last.at, last.at, true);
        this.#numbers.pop();
      }
    }
    if ((flags & SkimFlag.Number) !== 0) {
      if (this.#words - this.#context <= NUMBER_REACH) this.#mark(at, at, true);
      else this.#numbers.push({ at, word: this.#words, digits: (flags & SkimFlag.Digits) !== 0 });
    }
    if ((flags & SkimFlag.Weak) !== 0) this.#marks.push({ at, alone: false, number: false });
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
    if (length > 1) this.#words += 1;
    if (digits === length) return this.#number(start, at);
    if (digits > 0) return plain ? this.#mixed(start, at) : this.#odd(start);
    if (length === 1) return this.#letter(start, at);
    this.#endLetters(start);
    // "Jum'at"
    if (!plain)
      return this.#unknown(
        text
          .slice(start, at)
          .toLowerCase()
          .replace(/[^a-z]/g, ''),
        start,
        at,
      );
    return this.#plainWord(start, at, hash);
  }

  /** A word of ASCII letters; `hash` is that of its small letters. */
  #plainWord(start: number, end: number, hash: number): number {
    const { words, plain } = this.#rules.skim;
    const ordinal = words.ordinalOfPart(hash, this.#text, start, end);
    if (ordinal < 0) {
      if (!plain.meanNothing(this.#text, start, end, hash)) return this.#unknownPart(start, end);
      if (this.#isSecondPart(start, end)) this.#mark(start, end);
      this.#openPlain(start, end, hash);
      return end;
    }
    const flags = words.firstAt(ordinal);
    if ((flags & SkimFlag.Variant) !== 0) return this.#unknownPart(start, end);
    if ((flags & SkimFlag.Trigger) !== 0 || this.#isSecondPart(start, end)) this.#mark(start, end);
    if (flags !== 0) {
      if ((flags & NAMING) !== 0 && this.#isBesideName(flags, this.#text.slice(start, end).toLowerCase()))
        this.#mark(start, end);
      this.#note(flags, start);
      if ((flags & HALVES) !== 0) this.#half(ordinal, flags, start);
    }
    if ((flags & SkimFlag.FirstPart) !== 0) this.#openPlain(start, end, hash);
    else this.#open('');
    return end;
  }

  #unknownPart(start: number, end: number): number {
    return this.#unknown(this.#text.slice(start, end).toLowerCase(), start, end);
  }

  #half(ordinal: number, flags: number, at: number): void {
    const { words } = this.#rules.skim;
    const isNear = (word: number) => this.#words - word <= TERM_REACH;
    if ((flags & SkimFlag.Half) !== 0) {
      const others = words.valuesAt(ordinal).slice(1);
      if (others.some((other) => isNear(this.#others.get(other) ?? Number.NEGATIVE_INFINITY)))
        this.#mark(at, at);
      else this.#halves.push({ others, at, word: this.#words });
    }
    if ((flags & SkimFlag.OtherHalf) === 0) return;
    const other = words.keyAt(ordinal);
    this.#others.set(other, this.#words);
    this.#halves = this.#halves.filter(({ others, at: place, word }) => {
      const isWhole = isNear(word) && others.includes(other);
      if (isWhole) this.#mark(place, place);
      return isNear(word) && !isWhole;
    });
  }

  #letter(start: number, end: number): number {
    if (this.#lone === 0) this.#run = start;
    this.#lone += 1;
    const letter = normalize(this.#text.slice(start, end)).tokens[0]?.text ?? '';
    if (this.#isSecond(letter)) this.#mark(start, end);
    this.#open(letter);
    // "nomor urut V"
    if (ROMAN_NUMERALS.has(letter)) this.#note(SkimFlag.Number, start);
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
    const [only] = tokens;
    if (tokens.length === 1 && only?.kind === 'word' && /^[a-z]$/.test(only.text))
      return this.#letter(start, end);
    this.#endLetters(start);
    this.#readPart(start, end);
    return end;
  }

  #readPart(start: number, end: number): void {
    const part = this.#text.slice(start, end);
    for (const token of normalize(part).tokens) {
      const [from, to] = [start + token.start, start + token.end];
      this.#words += 1;
      if (token.kind === 'sign') this.#note(SkimFlag.Number, from);
      else if (token.kind !== 'word') {
        if ((flagsOfTag(part.slice(token.start, token.end), this.#rules) & SkimFlag.Trigger) !== 0)
          this.#mark(from, to);
        this.#open('');
      } else if (/^\d+$/.test(token.text)) {
        // Keycaps cheer: "1️⃣ mantap".
        this.#mark(from, to, true);
      } else this.#unknown(token.text, from, to);
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
    const flags = flagsOf(word, this.#rules);
    if ((flags & SkimFlag.Trigger) !== 0) this.#mark(start, end);
    if (this.#isSecond(word)) this.#mark(start, end);
    if ((flags & NAMING) !== 0 && this.#isBesideName(flags, word)) this.#mark(start, end);
    this.#note(flags, start);
    if ((flags & HALVES) !== 0) this.#readHalves(word, start);
    this.#open(word);
    return end;
  }

  /** Does a word of a name stand near another one of the same name, and is one of them a slip? */
  #isBesideName(flags: number, word: string): boolean {
    const { pairs } = this.#rules.skim;
    const names = namesOf(word, flags, this.#rules);
    this.#naming = this.#naming.filter(({ word: other }) => this.#words - other <= NEAR_WORDS);
    const isBeside = this.#naming.some((other) => {
      const all = flags | other.flags;
      const isNamed = (flags & NAMED) !== 0 && (other.flags & NAMED) !== 0 && (all & SkimFlag.Slip) !== 0;
      if (!isNamed && (all & SURELY) !== SURELY) return false;
      return names.some((one) => other.names.some((two) => pairs.has(one, two)));
    });
    this.#naming.push({ word: this.#words, flags, names });
    return isBeside;
  }

  #readHalves(word: string, at: number): void {
    const { words } = this.#rules.skim;
    for (const { text } of readingsOf(word, this.#rules.words)) {
      const ordinal = words.ordinalOf(text);
      if (ordinal >= 0) this.#half(ordinal, words.firstAt(ordinal), at);
    }
  }

  /** What stands here may be the first part of a name written in two. */
  #open(word: string): void {
    this.#first = word;
    this.#plainFirst.to = 0;
  }

  #openPlain(start: number, end: number, hash: number): void {
    this.#first = '';
    this.#plainFirst.from = start;
    this.#plainFirst.to = end;
    this.#plainFirst.hash = hash;
  }

  #isSecond(word: string): boolean {
    const { from, to } = this.#plainFirst;
    const first = to > 0 ? this.#text.slice(from, to).toLowerCase() : this.#first;
    return (
      first.length + word.length >= MIN_APART && first !== '' && isWordOfTerm(first + word, this.#rules.words)
    );
  }

  /** The same for letters of the text: no string is made unless the table has a word of that length and hash. */
  #isSecondPart(start: number, end: number): boolean {
    const { from, to, hash: first } = this.#plainFirst;
    if (to === 0) return this.#first !== '' && this.#isSecond(this.#text.slice(start, end).toLowerCase());
    const length = to - from + end - start;
    if (length < MIN_APART || length > MAX_WHOLE) return false;
    let hash = first;
    for (let at = start; at < end; at += 1)
      hash = Math.imul(hash ^ (this.#text.charCodeAt(at) | 32), HASH_FACTOR);
    return (
      this.#rules.skim.plain.mayKnow(hash, length) &&
      this.#isSecond(this.#text.slice(start, end).toLowerCase())
    );
  }

  /** A zero-padded number may be a ballot number by itself, any other only beside words that make it one. */
  #number(start: number, end: number): number {
    this.#open('');
    this.#endLetters(start);
    const length = end - start;
    const first = this.#text.charCodeAt(start);
    if (length === 2 && first === 0x30) return this.#mark(start, end, true);
    if (first !== 0x30 && (length < 3 || this.#text.charCodeAt(start + 1) === first))
      this.#note(SkimFlag.Number | SkimFlag.Digits, start);
    return end;
  }

  #mixed(start: number, end: number): number {
    this.#open('');
    this.#endLetters(start);
    const word = this.#text.slice(start, end).toLowerCase();
    const flags = flagsOf(word, this.#rules);
    this.#note(flags, start);
    if ((flags & HALVES) !== 0) this.#readHalves(word, start);
    return (flags & SkimFlag.Trigger) !== 0 ? this.#mark(start, end) : end;
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
    this.#open('');
    this.#endLetters(start);
    if (at === start + 1) return at;
    if (text.charCodeAt(at) === 0x40) return this.#odd(start);
    const { plain } = this.#rules.skim;
    const isNothing = mention
      ? plain.mentionMeansNothing(text, start, at)
      : plain.hashtagMeansNothing(text, start, at);
    if (isNothing) return at;
    const flags = flagsOfTag(text.slice(start, at), this.#rules);
    return (flags & SkimFlag.Trigger) !== 0 ? this.#mark(start, at) : at;
  }

  #foreign(at: number): number {
    const point = this.#text.codePointAt(at) ?? 0;
    const next = at + (point > 0xffff ? 2 : 1);
    const kind = kindOf(point);
    if (kind === 'regional') return this.#flag(at, next);
    if (kind === 'word' || point === KEYCAP) return this.#odd(at);
    if (kind === 'finger') this.#note(SkimFlag.Number, at);
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

/** Flags of a word that the table may lack: those of whatever the matcher would read it as. */
function flagsOf(word: string, rules: RuleIndex): number {
  const { words, known, plain } = rules.skim;
  let flags = known.get(word);
  if (flags === undefined) {
    const written = words.ordinalOf(word);
    flags = written < 0 ? 0 : words.firstAt(written);
    if (written >= 0 && (flags & SkimFlag.Variant) === 0) return flags;
    if (written < 0 && PLAIN.test(word) && !plain.means(word)) return 0;
    for (const { text } of readingsOf(word, rules.words)) {
      const ordinal = words.ordinalOf(text);
      flags |= SkimFlag.Read | (ordinal < 0 ? SkimFlag.Trigger : words.firstAt(ordinal));
    }
    if (flags === 0 && written < 0 && findGlued(word, rules.hashtags).length > 0) flags |= SkimFlag.Trigger;
    flags |= slipFlags(slipsOf(word, rules.words));
    if (holdsNumber(word)) flags |= SkimFlag.Trigger | SkimFlag.Number;
    remember(known, word, flags);
  }
  return flags;
}

/** Hashes of the words of names that a word is or is near. */
function namesOf(word: string, flags: number, { words }: RuleIndex): readonly number[] {
  const near = [
    ...slipsOf(word, words).map((slip) => slip.word),
    ...readingsOf(word, words).map(({ text }) => text),
  ];
  if ((flags & SkimFlag.NameWord) !== 0) near.push(word);
  return near.map(hashOf);
}

const PLAIN = /^[a-z]+$/;

/** A word of the language, as far as the tables hold it, and no name that stands out. */
export function isPlain(word: string, { words }: Pick<SkimIndex, 'words'>): boolean {
  const ordinal = words.ordinalOf(word);
  return ordinal >= 0 && (words.firstAt(ordinal) & SkimFlag.SureName) === 0;
}

/** Flags of a hashtag or mention, as it is written and with its sign. */
function flagsOfTag(raw: string, rules: RuleIndex): number {
  const { known } = rules.skim;
  let flags = known.get(raw);
  if (flags === undefined) {
    flags = tagMatters(raw, rules) ? SkimFlag.Trigger : 0;
    remember(known, raw, flags);
  }
  return flags;
}

function tagMatters(raw: string, rules: RuleIndex): boolean {
  const [token, ...rest] = normalize(raw).tokens;
  if (!token) return false;
  if (rest.length > 0 || token.kind === 'word' || rules.terms.has(token.text)) return true;
  const body = token.text.slice(1).replaceAll('.', '');
  const ordinal = rules.skim.words.ordinalOf(body);
  if (ordinal >= 0 && (rules.skim.words.firstAt(ordinal) & SkimFlag.Trigger) !== 0) return true;
  // "#2" is a way to write "nomor 2".
  if (/^\d+$/.test(body)) return body.length < 3;
  if (splitHashtag(body, rules.hashtags) || isElectoralTag(body)) return true;
  if (numberInCamelCase(raw) !== undefined) return true;
  if (isOfficeTag(raw, (word) => isPlain(word, rules.skim))) return true;
  return (
    namesInCamelCase(raw, rules.hashtags).length > 0 ||
    namesInside(body, rules.hashtags).length > 0 ||
    namesInside(body.replaceAll('_', ''), rules.hashtags).length > 0 ||
    readingsOf(body.replaceAll('_', ''), rules.words).length > 0
  );
}

function remember(known: Map<string, number>, key: string, flags: number): void {
  if (key.length > LONGEST_KNOWN) return;
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(key, flags);
}
