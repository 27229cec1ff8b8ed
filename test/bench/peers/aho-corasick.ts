import { AhoCorasick } from '@monyone/aho-corasick/fast';
import type { Peer } from './peer.ts';
import { hasBorders, sameNeed } from './same-need.ts';

/** Double-array automaton. It knows no borders of words, so they are looked at afterwards. */
export const ahoCorasick: Peer = {
  name: '@monyone/aho-corasick fast',
  build: (terms) => {
    const automaton = new AhoCorasick(terms.map(sameNeed));
    return (text) => {
      const plain = sameNeed(text);
      let count = 0;
      for (const { begin, end } of automaton.matchInText(plain))
        if (hasBorders(plain, begin, end)) count += 1;
      return count;
    };
  },
};
