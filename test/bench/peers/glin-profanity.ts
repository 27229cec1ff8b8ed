import { Filter } from 'glin-profanity';
import type { Peer } from './peer.ts';

/** It normalises by itself. No list of its own is loaded, and no result is kept. */
export const glinProfanity: Peer = {
  name: 'glin-profanity',
  build: (terms) => {
    const filter = new Filter({
      languages: [],
      customWords: [...terms],
      detectLeetspeak: true,
      normalizeUnicode: true,
      cacheResults: false,
    });
    return (text) => filter.checkProfanity(text).profaneWords.length;
  },
};
