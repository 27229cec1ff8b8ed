import { SkimFlag } from '../rule-file/skim-flags.ts';
import { REACH } from './numbers/number-context.ts';
import type { RuleIndex } from './rule-index.ts';
import { namesOf } from './skim-words.ts';
import { readingsOf } from './variants.ts';

/** A place in a text at which `match()` could find something. */
export interface Mark {
  /** Offset in the text. */
  readonly at: number;
  /** Could lift the text above level `none`; others say something beside a finding only. */
  readonly alone: boolean;
  /** A number looks at the sentences beside its own too. */
  readonly number: boolean;
  /** What stands there: nothing but a number, a common name, or anything else. */
  readonly of: 'number' | 'name' | 'other';
}

/** May the texts hold ballot numbers only, and no name that one of them may belong to ("AMIN nomor 1")? */
export function areOfNumbers(marks: readonly (readonly Mark[])[]): boolean {
  return marks.every((list) =>
    list.every((mark) => mark.of === 'number' || (mark.of === 'other' && !mark.alone)),
  );
}

/** Further apart two words do not belong to one name: initials, titles and the like stand between. */
const NEAR_WORDS = 5;
/** Further apart a number and the word that makes a ballot number of it do not belong together. */
const NUMBER_REACH = 2 * REACH;
/** Words of a text that is nothing but a number and what cheers it. */
const SHORT_TEXT = 8;
/** No term has so many words of more than one letter. */
const TERM_REACH = 100;

const NAMED = SkimFlag.NameWord | SkimFlag.Slip;
const NAMING = NAMED | SkimFlag.OrdinarySlip;
const SURELY = SkimFlag.OrdinarySlip | SkimFlag.SureName;
const HALVES = SkimFlag.Half | SkimFlag.OtherHalf;

/** A word that may be one of a name; `word` is its number in the text, `names` the hashes of what it is or is near. */
interface Naming {
  readonly text: string;
  readonly word: number;
  readonly flags: number;
  names: readonly number[] | undefined;
}

/**
 * Collects the marks of a text while it is skimmed, word by word: what means something by itself, and what does so near
 * another word.
 */
export class SkimMarks {
  readonly #rules: RuleIndex;
  readonly #marks: Mark[] = [];
  /** Number of words so far. Too few are never too far apart, so not every word has to be counted. */
  #words = 0;
  /** Numbers that no word near them makes ballot numbers of. */
  readonly #numbers: { readonly at: number; readonly word: number; readonly digits: boolean }[] = [];
  /** Where the last of those words stood. */
  #context = Number.NEGATIVE_INFINITY;
  /** Halves of terms that wait for the other one, and where the other halves stood last, by index in the string pool. */
  #halves: { readonly others: readonly number[]; readonly at: number; readonly word: number }[] = [];
  readonly #others = new Map<number, number>();
  /** Where words of contests stand, and whether there is a common name that they may make a candidate of. */
  readonly #talk: number[] = [];
  #isNamed = false;
  /** The last words that may be words of a name. */
  #naming: Naming[] = [];

  constructor(rules: RuleIndex) {
    this.#rules = rules;
  }

  countWord(): void {
    this.#words += 1;
  }

  add(at: number, number = false): void {
    this.#marks.push({ at, alone: true, number, of: 'other' });
  }

  /** Takes a number that may be a ballot number, and is nothing else. */
  addNumber(at: number): void {
    this.#marks.push({ at, alone: true, number: true, of: 'number' });
  }

  /** Takes a word of the skim's table, with flags that are not 0. */
  addKnown(word: string, ordinal: number, flags: number, at: number): void {
    this.#addWord(word, flags, at);
    if ((flags & HALVES) !== 0) this.#addHalf(ordinal, flags, at);
  }

  /** Takes a word that the table lacks. */
  addUnknown(word: string, flags: number, at: number): void {
    this.#addWord(word, flags, at);
    if ((flags & HALVES) === 0) return;
    const { words } = this.#rules.skim;
    for (const { text } of readingsOf(word, this.#rules.words)) {
      const ordinal = words.ordinalOf(text);
      if (ordinal >= 0) this.#addHalf(ordinal, words.firstAt(ordinal), at);
    }
  }

  /** Takes what is a number, makes one of another, or says something beside a finding only. */
  addFlags(flags: number, at: number): void {
    if ((flags & SkimFlag.NumberContext) !== 0) {
      this.#context = this.#words;
      for (let last = this.#numbers.at(-1); last; last = this.#numbers.at(-1)) {
        if (this.#words - last.word > NUMBER_REACH) break;
        this.addNumber(last.at);
        this.#numbers.pop();
      }
    }
    if ((flags & SkimFlag.Number) !== 0) {
      if (this.#words - this.#context <= NUMBER_REACH) this.addNumber(at);
      else this.#numbers.push({ at, word: this.#words, digits: (flags & SkimFlag.Digits) !== 0 });
    }
    const isName = (flags & SkimFlag.CommonName) !== 0;
    if ((flags & SkimFlag.Weak) !== 0)
      this.#marks.push({ at, alone: false, number: false, of: isName ? 'name' : 'other' });
    if ((flags & SkimFlag.Talk) !== 0) this.#talk.push(at);
    if (isName) this.#isNamed = true;
  }

  /** All marks in ascending order. */
  finish(): readonly Mark[] {
    // "Tetap 3": the whole text is the number.
    const isWhole = this.#words <= SHORT_TEXT && this.#numbers.some(({ digits }) => digits);
    for (const at of this.#isNamed ? this.#talk : []) this.add(at);
    for (const { at } of this.#numbers) this.#marks.push({ at, alone: isWhole, number: true, of: 'number' });
    return this.#marks.length > 1 ? this.#marks.sort((one, other) => one.at - other.at) : this.#marks;
  }

  #addWord(word: string, flags: number, at: number): void {
    // "no01" is a number of its own, for which the sentences beside it are read.
    if ((flags & SkimFlag.Trigger) !== 0) this.add(at, (flags & SkimFlag.Number) !== 0);
    this.addFlags(flags, at);
    if ((flags & NAMING) !== 0) this.#addName(word, flags, at);
  }

  #addHalf(ordinal: number, flags: number, at: number): void {
    const { words, halves } = this.#rules.skim;
    const key = words.keyAt(ordinal);
    const isNear = (word: number) => this.#words - word <= TERM_REACH;
    if ((flags & SkimFlag.Half) !== 0) {
      const others = halves.valuesOf(key);
      if (others.some((other) => isNear(this.#others.get(other) ?? Number.NEGATIVE_INFINITY))) this.add(at);
      else this.#halves.push({ others, at, word: this.#words });
    }
    if ((flags & SkimFlag.OtherHalf) === 0) return;
    this.#others.set(key, this.#words);
    this.#halves = this.#halves.filter(({ others, at: place, word }) => {
      const isWhole = isNear(word) && others.includes(key);
      if (isWhole) this.add(place);
      return isNear(word) && !isWhole;
    });
  }

  /** Marks a word of a name near another one of the same name where one of them is a slip. */
  #addName(word: string, flags: number, at: number): void {
    const { pairs } = this.#rules.skim;
    const here: Naming = { text: word, word: this.#words, flags, names: undefined };
    while (this.#naming.length > 0 && this.#words - (this.#naming[0]?.word ?? 0) > NEAR_WORDS)
      this.#naming.shift();
    const isBeside = this.#naming.some((other) => {
      const all = flags | other.flags;
      const isNamed = (flags & NAMED) !== 0 && (other.flags & NAMED) !== 0 && (all & SkimFlag.Slip) !== 0;
      if (!isNamed && (all & SURELY) !== SURELY) return false;
      const others = this.#namesOf(other);
      return this.#namesOf(here).some((one) => others.some((two) => pairs.has(one, two)));
    });
    this.#naming.push(here);
    if (isBeside) this.add(at);
  }

  /** Looked for once, and only where two such words stand together. */
  #namesOf(naming: Naming): readonly number[] {
    naming.names ??= namesOf(naming.text, naming.flags, this.#rules);
    return naming.names;
  }
}
