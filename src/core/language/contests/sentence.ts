/** The sentence of a name, in small letters. */
export interface Sentence {
  readonly words: readonly string[];
  /** Index of the first word of the name, and of the word behind it. */
  readonly at: number;
  readonly behind: number;
}

export function holdsAny(seen: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  for (const word of wanted) if (seen.has(word)) return true;
  return false;
}
