import type { Peer } from './peer.ts';
import { sameNeed } from './same-need.ts';

interface Node {
  readonly next: Map<string, Node>;
  isEnd: boolean;
}

const emptyNode = (): Node => ({ next: new Map(), isEnd: false });

/** "pan|paan|pad" as "pa(?:an|[dn])", so that the engine never tries the same opening twice. */
function patternOf({ next, isEnd }: Node): string {
  const leaves: string[] = [];
  const branches: string[] = [];
  for (const [letter, node] of next) {
    const rest = patternOf(node);
    const quoted = letter.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
    if (rest === '') leaves.push(quoted);
    else branches.push(quoted + rest);
  }
  if (leaves.length > 0) branches.push(leaves.length === 1 ? (leaves[0] ?? '') : `[${leaves.join('')}]`);
  if (branches.length === 0) return '';
  if (branches.length === 1 && !isEnd) return branches[0] ?? '';
  return `(?:${branches.join('|')})${isEnd ? '?' : ''}`;
}

export const trie: Peer = {
  name: 'RegExp trie',
  build: (terms) => {
    const root = emptyNode();
    for (const term of terms) {
      let node = root;
      for (const letter of sameNeed(term)) {
        let following = node.next.get(letter);
        if (!following) {
          following = emptyNode();
          node.next.set(letter, following);
        }
        node = following;
      }
      node.isEnd = true;
    }
    const expression = new RegExp(`(?<![\\p{L}\\p{N}])${patternOf(root)}(?![\\p{L}\\p{N}])`, 'gu');
    return (text) => sameNeed(text).match(expression)?.length ?? 0;
  },
};
