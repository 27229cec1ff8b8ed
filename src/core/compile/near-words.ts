import { everydayWords, isEveryday } from '../language/lexicon.ts';
import { type Letters, modernise, writeLetters } from '../language/sounds.ts';
import { createMisspellingIndex, opensAlike } from '../matching/misspelling.ts';
import { anagramOf, hasOpening, pairOfRest, RESTS } from '../matching/openings.ts';
import { MAX_LETTERS } from '../matching/slip-cost.ts';
import { affixedForms, bareForms, collapse, withoutSuffix } from '../matching/variants.ts';

/** Everyday words by the word of a name that they may be taken for. JSON. */
export type KnownNearWords = Readonly<Record<string, readonly string[]>>;

/**
 * Which everyday words the matcher may take for a misspelt word of a name, or for one with an affix: all 263,000 are
 * compared with every name, which takes longer than the rest of `compile()`. So what was found once for a name is kept; it
 * depends on nothing but the name and the lexicon.
 */
export class NearWords {
  readonly #known: Map<string, readonly string[]>;

  constructor(known: KnownNearWords = {}) {
    this.#known = new Map(Object.entries(known));
  }

  /**
   * At least all everyday words that are near to one of `names`, or whose letters without doubling or ending are, or that
   * are one with an affix.
   */
  to(names: Iterable<string>): Set<string> {
    const all = [...names];
    const unknown = all.filter((name) => !this.#known.has(name));
    if (unknown.length > 0)
      for (const [name, words] of findNearWords(unknown)) this.#known.set(name, [...words]);
    const found = new Set<string>();
    for (const name of all) for (const word of this.#known.get(name) ?? []) found.add(word);
    return found;
  }

  /** All that is known, in the order of the alphabet. */
  known(): KnownNearWords {
    const sorted = [...this.#known].sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(sorted.map(([name, words]) => [name, [...new Set(words)].sort()]));
  }
}

function findNearWords(names: readonly string[]): ReadonlyMap<string, Iterable<string>> {
  // Whether an ending is a name's own is asked later: here every name may be meant with another first letter.
  const index = createMisspellingIndex(names, [], names);
  const mayOpen = openingsOf(names);
  const found = new Map(names.map((name) => [name, new Set<string>()]));
  const look = (part: string, word: string) => {
    for (const slip of index.near(part)) found.get(slip.word)?.add(word);
  };
  const areMany = names.length > MANY;
  for (const word of everydayWords()) {
    if (areMany) for (const bare of bareForms(word)) found.get(bare)?.add(word);
    // Without its ending or its doubled letters it opens alike.
    if (!mayOpen(word)) continue;
    look(word, word);
    const bare = withoutSuffix(word);
    if (bare.length < word.length) look(bare, word);
    if (DOUBLED.test(word)) look(collapse(word), word);
  }
  if (!areMany)
    for (const [name, words] of found)
      for (const word of affixedForms(name)) if (isEveryday(word)) words.add(word);
  return found;
}

/** Of so many names it is quicker to ask of which one each everyday word is a form than to make all forms of them. */
const MANY = 500;

/** Tells of a word whether it opens as a word near to one of these names may. */
function openingsOf(names: readonly string[]): (word: string) => boolean {
  /** 1: a word may open with this letter; 2: it may be the second one. */
  const places = new Uint8Array(128);
  /** What follows the first letter of a name that is looked for by its rest (`openings.ts`). */
  const pairs = new Set<number>();
  const anagrams = new Set<number>();
  for (const name of names) {
    const length = modernise(written, writeLetters(name, written));
    const letters = written.slice(0, Math.min(length, MAX_LETTERS));
    const [one = 0, other = 0] = letters;
    if (hasOpening(letters.length)) {
      pairs.add(pairOfRest(letters, letters.length, 1));
      anagrams.add(anagramOf(letters, letters.length));
    }
    places[one] = (places[one] ?? 0) | 2;
    for (let letter = 97; letter < 123; letter += 1)
      if (opensAlike(Uint16Array.of(letter), one, other)) places[letter] = (places[letter] ?? 0) | 1;
  }
  const hasRest = (word: string) => {
    const length = writeLetters(word, written);
    if (anagrams.has(anagramOf(written, modernise(written, length)))) return true;
    for (let from = 0; from < RESTS; from += 1) if (pairs.has(pairOfRest(written, length, from))) return true;
    return false;
  };
  return (word) =>
    ((places[word.charCodeAt(0)] ?? 0) & 1) !== 0 ||
    ((places[word.charCodeAt(1)] ?? 0) & 2) !== 0 ||
    OLD_OPENINGS.test(word) ||
    (pairs.size > 0 && hasRest(word));
}

/** Of words that open otherwise in the spelling of 1972 (`sounds.ts`), or with a letter held longer. */
const OLD_OPENINGS = /^(?:.{0,4}(?:oe|dj|tj|dz|ch)|(.)\1)/;

const DOUBLED = /(.)\1/;
const written: Letters = new Uint16Array(MAX_LETTERS + 1);
