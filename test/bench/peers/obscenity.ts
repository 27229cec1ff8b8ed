import { englishRecommendedTransformers, parseRawPattern, RegExpMatcher } from 'obscenity';
import type { Peer } from './peer.ts';

/** With the transformers that its guide recommends; it normalises by itself. */
export const obscenity: Peer = {
  name: 'obscenity',
  build: (terms) => {
    const matcher = new RegExpMatcher({
      blacklistedTerms: terms.map((term, id) => ({
        id,
        pattern: parseRawPattern(`|${term.toLowerCase()}|`),
      })),
      ...englishRecommendedTransformers,
    });
    return (text) => matcher.getAllMatches(text).length;
  },
};
