import KeywordProcessor from 'flashtext.js';
import type { Peer } from './peer.ts';
import { sameNeed } from './same-need.ts';

export const flashtext: Peer = {
  name: 'flashtext.js',
  build: (terms) => {
    const processor = new KeywordProcessor();
    for (const term of terms) processor.addKeyword(sameNeed(term));
    return (text) => processor.extractKeywords(sameNeed(text)).length;
  },
};
