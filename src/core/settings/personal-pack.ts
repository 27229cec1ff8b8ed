import { type Pack, readPack } from '../pack/pack.ts';
import { hashOf } from '../rule-file/hash.ts';
import { PERSONAL_LIMITS, type Settings } from './settings.ts';

/** Id of the pack of words that the person wrote in the settings. */
export const PERSONAL_PACK = 'personal';

/** The words of a person as a pack. What no pack may hold is left out: stored settings may be older than its rules. */
export function personalPack({ watched, ignored }: Settings['words'], title: string): Pack {
  const isUsable = (text: string) => personalWordFault(text) === null;
  return packOf(distinct(watched.filter(isUsable)), distinct(ignored.filter(isUsable)), title);
}

export type WordFault = 'short' | 'long' | 'unusable';

/** Why a word cannot stand in a pack, or null. */
export function personalWordFault(text: string): WordFault | null {
  const word = text.trim();
  if (word.length < 3) return 'short';
  if (word.length > PERSONAL_LIMITS.length) return 'long';
  return readPack(packOf([word], [], 'Kata sendiri')).ok ? null : 'unusable';
}

function distinct(words: readonly string[]): string[] {
  const known = new Map(words.map((word) => [idOf(word), word.trim()]));
  return [...known.values()];
}

/** The same for the same word, so that what is remembered of it stays with it. */
function idOf(word: string): string {
  return (hashOf(word.trim().toLowerCase()) >>> 0).toString(36);
}

function packOf(watched: readonly string[], ignored: readonly string[], title: string): Pack {
  const source = 'own words';
  return {
    id: PERSONAL_PACK,
    title,
    version: '1',
    source,
    contests: [],
    entities: [],
    phrases: watched.map((text) => ({
      id: `${PERSONAL_PACK}:${idOf(text)}`,
      text,
      strength: 'strong',
      kind: 'organisation',
      language: 'id',
      source,
      confidence: 'in_use',
    })),
    exceptions: ignored.map((text) => ({
      id: `${PERSONAL_PACK}:except-${idOf(text)}`,
      text,
      source,
      examples: { match: [], ignore: [] },
    })),
  };
}
