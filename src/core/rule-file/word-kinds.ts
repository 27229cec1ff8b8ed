import type { WordTables } from './rules.ts';

/** What packs and lexicon say of a word; a word may be several. Stored in the rule file, so the values are its format. */
export const WordKind = {
  /** A word of a term or of the matcher's own grammar. */
  Term: 1,
  /** An ordinary word that would be read as a variant of a term. */
  Guard: 2,
  /** A common personal name that would be: it needs a second signal. */
  Doubtful: 4,
  /** A word of a name that is looked for misspelt by itself. */
  Distinctive: 8,
} as const;

/** Kinds of every word of which something is known. */
export function wordKinds(
  words: Iterable<string>,
  tables: Pick<WordTables, 'misspellable' | 'guard' | 'doubtful'>,
): Map<string, number> {
  const kinds = new Map<string, number>();
  const add = (list: Iterable<string>, kind: number) => {
    for (const word of list) kinds.set(word, (kinds.get(word) ?? 0) | kind);
  };
  add(words, WordKind.Term);
  add(tables.guard, WordKind.Guard);
  add(tables.doubtful, WordKind.Doubtful);
  add(tables.misspellable, WordKind.Distinctive);
  return kinds;
}
