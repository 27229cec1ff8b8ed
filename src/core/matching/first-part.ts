import { HASH_FACTOR } from '../rule-file/hash.ts';
import { MAX_WHOLE, MIN_APART } from './glued.ts';
import type { RuleIndex } from './rule-index.ts';
import { isWordOfTerm } from './variants.ts';

/** Remembers the word before, which may be the first part of a name written in two: "prabo wo". */
export class FirstPart {
  readonly #text: string;
  readonly #rules: RuleIndex;
  /** The word, '' where there is none or it is plain. */
  #word = '';
  /** Plain letters of the text, with the hash of the small ones; `to` is 0 where the word is not plain. */
  #from = 0;
  #to = 0;
  #hash = 0;

  constructor(text: string, rules: RuleIndex) {
    this.#text = text;
    this.#rules = rules;
  }

  set(word: string): void {
    this.#word = word;
    this.#to = 0;
  }

  setPlain(from: number, to: number, hash: number): void {
    this.#word = '';
    this.#from = from;
    this.#to = to;
    this.#hash = hash;
  }

  /** Is it, with `word` behind it, a word of the packs? */
  isCompletedBy(word: string): boolean {
    const first = this.#to > 0 ? this.#text.slice(this.#from, this.#to).toLowerCase() : this.#word;
    return (
      first !== '' && first.length + word.length >= MIN_APART && isWordOfTerm(first + word, this.#rules.words)
    );
  }

  /** The same for plain letters of the text: no string is made unless the table has a word of that length and hash. */
  isCompletedByPart(from: number, to: number): boolean {
    if (this.#to === 0) return this.#word !== '' && this.#isCompletedBySlice(from, to);
    const length = this.#to - this.#from + to - from;
    if (length < MIN_APART || length > MAX_WHOLE) return false;
    let hash = this.#hash;
    for (let at = from; at < to; at += 1)
      hash = Math.imul(hash ^ (this.#text.charCodeAt(at) | 32), HASH_FACTOR);
    return this.#rules.skim.plain.mayKnow(hash, length) && this.#isCompletedBySlice(from, to);
  }

  #isCompletedBySlice(from: number, to: number): boolean {
    return this.isCompletedBy(this.#text.slice(from, to).toLowerCase());
  }
}
