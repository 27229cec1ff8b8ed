import { CHOICE, ELECTORAL_NOUNS, OPENERS, OPINION, PRAISE } from '../../language/vocabulary.ts';
import { isElectoralTag } from '../hashtags.ts';

/** What stands around a ballot-number phrase in its sentence, nearest word first. */
export interface Surroundings {
  readonly before: readonly string[];
  readonly behind: readonly string[];
  /** Nothing else stands in the text. */
  readonly whole: boolean;
  /** The whole text has the length of a comment. */
  readonly short: boolean;
  /** A comma, a dash or the like stands right before it, so that the word before is not what has the number. */
  readonly opens: boolean;
  /** The same right behind it, so that nothing is said of it. */
  readonly closes: boolean;
  /** How many of the words before stand in its part of the sentence. */
  readonly part: number;
}

/** How many words are looked at on each side. */
export const REACH = 8;

export const ORDINARY_REACH = 4;
/** Units of a comment. */
export const SHORT_TEXT = 24;

export const OPINION_REACH = 5;

/** A word of elections and of nothing else stands in the sentence. */
export function isElectoral({ before, behind }: Pick<Surroundings, 'before' | 'behind'>): boolean {
  return [...before, ...behind].some(isElectoralWord);
}

export function isElectoralWord(word: string): boolean {
  return ELECTORAL_NOUNS.has(word) || (word.startsWith('#') && isElectoralTag(word.slice(1)));
}

/** The number is said of somebody: nothing that has numbers stands before it in its part of the sentence. */
export function isOpened({ before, opens }: Surroundings): boolean {
  return opens || isOpener(before[0] ?? '');
}

/** What stands before the number is no thing that has a number. */
export function isOpener(word: string): boolean {
  return /^(?:\d?|#.*)$/.test(word) || OPENERS.has(word) || CHOICE.has(word) || isOpinion(word);
}

/** Sundanese for the best of all: "pangsaena", "pangalusna". */
const BEST = /^pang[a-z]{3,}na$/;

export function isOpinion(word: string): boolean {
  return PRAISE.has(word) || OPINION.has(word) || BEST.test(word);
}
