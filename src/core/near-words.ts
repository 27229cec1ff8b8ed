import { everydayWords, isEveryday } from './lexicon.ts';
import { createMisspellingIndex } from './misspelling.ts';
import { lettersCost, packKey } from './slip-bounds.ts';
import { MAX_LETTERS, slipCost } from './slip-cost.ts';
import { type Letters, letterBits, modernise, writeLetters, writeSounds } from './sounds.ts';
import { affixedForms, collapse, withoutSuffix } from './variants.ts';

/** Words of names, and every everyday word that may be taken for one of them. JSON. */
export interface KnownNearWords {
  readonly names: readonly string[];
  readonly words: readonly string[];
}

/**
 * Which everyday words the matcher may take for a misspelt word of a name: all 164,000 are compared with every name, which
 * takes longer than the rest of `compile()`. So what was found once for a name is kept; it depends on nothing but the
 * name and the lexicon. For the built-in packs it is found when the extension is built.
 */
export class NearWords {
  readonly #names: Set<string>;
  readonly #words: Set<string>;

  constructor(known: KnownNearWords = { names: [], words: [] }) {
    this.#names = new Set(known.names);
    this.#words = new Set(known.words);
  }

  /**
   * At least all everyday words that are near to one of `names`, or whose letters without doubling or ending are, or that
   * are one with an affix.
   */
  to(names: readonly string[]): ReadonlySet<string> {
    const unknown = [...new Set(names)].filter((name) => !this.#names.has(name));
    if (unknown.length > 0) for (const word of findNearWords(unknown)) this.#words.add(word);
    for (const word of unknown.flatMap(affixedForms)) if (isEveryday(word)) this.#words.add(word);
    for (const name of unknown) this.#names.add(name);
    return this.#words;
  }

  /** All that is known, in the order of the alphabet. */
  known(): KnownNearWords {
    return { names: [...this.#names].sort(), words: [...this.#words].sort() };
  }
}

/** For those who compile without a build of the extension: command line, pages, tests. */
export const sharedNearWords = new NearWords();

function findNearWords(names: readonly string[]): string[] {
  const index = createMisspellingIndex(names);
  const spelt = names.map((name) => ({ ...spell(name), length: name.length }));
  const long = spelt.filter(({ key }) => key === 0);
  /**
   * The index tells words of too many sounds from others by the size of its table, too: by chance, and another table has
   * another size. So all of them count that differ by so little.
   */
  const mayMeet = (part: string): boolean => {
    const written = spell(part);
    return (written.key === 0 ? spelt : long).some(
      (name) =>
        Math.abs(name.length - written.length) <= 2 &&
        lettersCost(written.bits, name.bits) <= MOST_COST &&
        slipCost(written.letters, written.letters.length, name.letters, 0, name.letters.length, MOST_COST) <=
          MOST_COST,
    );
  };
  const known = new Map<string, boolean>();
  const isNear = (part: string): boolean => {
    let near = known.get(part);
    if (near === undefined) {
      near = index.near(part).length > 0 || mayMeet(part);
      known.set(part, near);
    }
    return near;
  };
  const found: string[] = [];
  for (const word of everydayWords()) {
    // Digits may stand for letters.
    if (!LETTERS.test(word)) found.push(word);
    else if (isNear(word) || isNear(withoutSuffix(word)) || (DOUBLED.test(word) && isNear(collapse(word))))
      found.push(word);
  }
  return found;
}

const LETTERS = /^[a-z]+$/;
const DOUBLED = /(.)\1/;
/** As much as any word bears (`misspelling.ts`). */
const MOST_COST = 48;

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
