import { TITLES } from '../vocabulary.ts';

/** The sentence of a name, in small letters. */
export interface Sentence {
  readonly words: readonly string[];
  /** Index of the first word of the name, and of the word behind it. */
  readonly at: number;
  readonly behind: number;
}

/** Index of the word before the name and its titles; -1 or 0 where it opens the sentence. */
export function indexBefore({ words, at }: Sentence): number {
  let before = at - 1;
  while (before > 0 && TITLES.has(words[before] ?? '')) before -= 1;
  return before;
}

export function holdsAny(seen: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  for (const word of wanted) if (seen.has(word)) return true;
  return false;
}
