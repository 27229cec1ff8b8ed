import type { PackState } from '../../shared/messages.ts';

/** As many as the settings hold. */
export const MOST_REGIONS = 50;

/** Regions of the contests of all packs, and those that were chosen from packs that are gone: these can be given up. */
export function regionsOf(packs: readonly PackState[], chosen: readonly string[]): readonly string[] {
  const named = packs.flatMap(({ contests }) => contests.flatMap(({ region }) => region ?? []));
  return [...new Set([...named, ...chosen])].sort((one, other) => one.localeCompare(other, 'id'));
}

/** Those in which every word that was typed begins a word. */
export function findRegions(regions: readonly string[], typed: string): readonly string[] {
  const wanted = wordsOf(typed);
  return regions.filter((region) => {
    const words = wordsOf(region);
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  });
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The choice with one region more or less; what is full stays as it is. */
export function withRegion(chosen: readonly string[], region: string, isChosen: boolean): string[] {
  const others = chosen.filter((other) => other !== region);
  return isChosen && others.length < MOST_REGIONS ? [...others, region] : others;
}
