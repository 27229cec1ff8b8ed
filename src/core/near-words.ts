import { everydayWords, isEveryday } from './lexicon.ts';
import { createMisspellingIndex, mostSlips, opensAlike } from './misspelling.ts';
import { lettersCost, packKey } from './slip-bounds.ts';
import { MAX_LETTERS, slipCost } from './slip-cost.ts';
import { type Letters, letterBits, modernise, writeLetters, writeSounds } from './sounds.ts';
import { affixedForms, collapse, withoutSuffix } from './variants.ts';

/**
 * In the place of a name: words of so many sounds, or near to names of so many, that the search finds them or not with the
 * size of its table (`misspelling.ts`), which every other name may change.
 */
const BY_CHANCE = '';

/** Everyday words by the word of a name that they may be taken for. JSON. */
export type KnownNearWords = Readonly<Record<string, readonly string[]>>;

/**
 * Which everyday words the matcher may take for a misspelt word of a name, or for one with an affix: all 164,000 are
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
      for (const [name, words] of findNearWords(unknown))
        this.#known.set(name, [...(this.#known.get(name) ?? []), ...words]);
    const found = new Set<string>();
    if (all.length === 0) return found;
    for (const name of [...all, BY_CHANCE]) for (const word of this.#known.get(name) ?? []) found.add(word);
    return found;
  }

  /** All that is known, in the order of the alphabet. */
  known(): KnownNearWords {
    const sorted = [...this.#known].sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(sorted.map(([name, words]) => [name, [...new Set(words)].sort()]));
  }
}

function findNearWords(names: readonly string[]): ReadonlyMap<string, Iterable<string>> {
  const index = createMisspellingIndex(names);
  const isMet = chanceOf(names);
  const known = new Map<string, readonly string[]>();
  const namesNear = (part: string): readonly string[] => {
    let near = known.get(part);
    if (near === undefined) {
      near = index.near(part).map(({ word }) => word);
      if (isMet(part)) near = [...near, BY_CHANCE];
      known.set(part, near.length > 0 ? near : NOBODY);
    }
    return near;
  };
  const found = new Map([...names, BY_CHANCE].map((name) => [name, new Set<string>()]));
  for (const word of everydayWords()) {
    const parts = !LETTERS.test(word) ? [] : [word, withoutSuffix(word), DOUBLED.test(word) ? collapse(word) : word];
    for (const part of new Set(parts)) for (const name of namesNear(part)) found.get(name)?.add(word);
  }
  for (const [name, words] of found)
    if (name !== BY_CHANCE)
      for (const word of affixedForms(name)) if (isEveryday(word)) words.add(word);
  return found;
}

const NOBODY: readonly string[] = [];
const LETTERS = /^[a-z]+$/;
const DOUBLED = /(.)\1/;
const written: Letters = new Uint16Array(MAX_LETTERS + 1);
const heard = new Uint8Array(MAX_LETTERS + 2);

/** A word as the search for misspelt ones sees it. */
interface Spelling {
  readonly length: number;
  readonly letters: Letters;
  readonly bits: number;
  readonly key: number;
}

function spell(word: string): Spelling {
  const length = writeLetters(word, written);
  const modern = modernise(written, length);
  const letters = written.slice(0, Math.min(modern, MAX_LETTERS));
  const key = packKey(heard, writeSounds(written, modern, heard));
  return { length, letters, bits: letterBits(written, modern), key };
}

/** Words that differ more in length are never compared (`misspelling.ts`). */
const MAX_DIFFERENCE = 2;

/** Tells of a word whether chance decides if the search comes upon one of these names (`BY_CHANCE`). */
function chanceOf(names: readonly string[]): (word: string) => boolean {
  const byLength: { all: Spelling[]; long: Spelling[] }[] = Array.from({ length: MAX_LETTERS + 4 }, () => ({
    all: [],
    long: [],
  }));
  for (const name of names) {
    const spelling = spell(name);
    const place = byLength[name.length];
    place?.all.push(spelling);
    if (spelling.key === 0) place?.long.push(spelling);
  }
  return (word) => {
    const one = spell(word);
    for (let size = one.length - MAX_DIFFERENCE; size <= one.length + MAX_DIFFERENCE; size += 1) {
      const most = mostSlips(size);
      const place = byLength[size];
      for (const name of (one.key === 0 ? place?.all : place?.long) ?? [])
        if (
          lettersCost(one.bits, name.bits) <= most &&
          opensAlike(one.letters, name.letters[0] ?? 0, name.letters[1] ?? 0) &&
          slipCost(one.letters, one.letters.length, name.letters, 0, name.letters.length, most) <= most
        )
          return true;
    }
    return false;
  };
}
