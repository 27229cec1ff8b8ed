import type { Peer } from './peer.ts';
import { sameNeed } from './same-need.ts';

/**
 * Every term in one expression, the longest first, at borders of words. Without `i`: the texts are in lower case
 * already, and with `iu` and 10,000 terms V8 needs 100,000 ns for each character (24 November 2026, Node 20.20).
 */
export const alternation: Peer = {
  name: 'RegExp alternation',
  build: (terms) => {
    const quoted = terms.map((term) => sameNeed(term).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
    const longestFirst = quoted.sort((one, other) => other.length - one.length);
    const expression = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
    return (text) => sameNeed(text).match(expression)?.length ?? 0;
  },
};
