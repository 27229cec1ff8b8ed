import type { Pack, PackEntity } from '../../src/core/pack/pack.ts';
import { type Random, seeded } from './random.ts';

const OPENINGS = ['b', 'd', 'g', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'w', 'y', 'z', 'c', 'f'];
const VOWELS = ['a', 'a', 'a', 'i', 'i', 'u', 'e', 'o'];
const ENDINGS = ['', '', '', '', 'n', 'r', 's', 'ng', 'h', 'l', 'm'];

function word(random: Random): string {
  const syllables = 2 + random.below(3);
  let text = '';
  for (let count = 0; count < syllables; count += 1) {
    text += random.oneOf(OPENINGS) + random.oneOf(VOWELS);
    if (count === syllables - 1 || random.next() < 0.25) text += random.oneOf(ENDINGS);
  }
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Words that names are made of; people share them, a few words very often. */
const POOL = 12_000;

/** `count` different invented names of one to three words that sound Indonesian; a shorter list opens a longer one. */
export function generateNames(count: number): string[] {
  const random = seeded(2030);
  const words = Array.from({ length: POOL }, () => word(random));
  const names = new Set<string>();
  while (names.size < count) {
    const chance = random.next();
    const length = chance < 0.1 ? 1 : chance < 0.8 ? 2 : 3;
    const parts = Array.from({ length }, () => words[Math.floor(random.next() ** 2 * POOL)]);
    const name = parts.join(' ');
    if (name.length > 5) names.add(name);
  }
  return [...names];
}

/** The same names as candidates of no contest, so that every rule of names runs, the search for misspellings included. */
export function packOfNames(names: readonly string[]): Pack {
  const examples = { match: [], ignore: [] };
  return {
    id: 'generated',
    title: 'Generated names',
    version: '1',
    source: 'generated',
    contests: [],
    entities: names.map((name, index): PackEntity => {
      const id = `generated:${index}`;
      const rest = { aliases: [], hashtags: [], slogans: [], accounts: [], source: 'generated', examples };
      return { id, role: 'candidate', name, confidence: 'in_use', ...rest };
    }),
    phrases: [],
    exceptions: [],
  };
}
