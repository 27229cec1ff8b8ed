import { generateNames } from './names.ts';
import { ahoCorasick } from './peers/aho-corasick.ts';
import { alternation } from './peers/alternation.ts';
import { flashtext } from './peers/flashtext.ts';
import { glinProfanity } from './peers/glin-profanity.ts';
import { obscenity } from './peers/obscenity.ts';
import { ours } from './peers/ours.ts';
import type { Peer, Scanner } from './peers/peer.ts';
import { trie } from './peers/trie.ts';

export const SIZES = [100, 1_000, 10_000, 50_000] as const;

/** Where most comparisons are made. */
export const USUAL_SIZE = 10_000;

/** Libraries that compare plain letters: each gets the same normalised text. */
export const FAST_PEERS: readonly Peer[] = [flashtext, alternation, trie, ahoCorasick];

/** Libraries that normalise by themselves; so slow with many terms that they get a few short texts only. */
export const SLOW_PEERS: readonly Peer[] = [obscenity, glinProfanity];

/** Beyond these an automaton builds for half a minute and an expression is compiled for seconds. */
export const BUILDS_50_000: readonly Peer[] = [ours, flashtext];

/**
 * No published package could be found with npm on 24 November 2026: what is there wraps native code, or is gone.
 * Building it needs Rust with its wasm target, which a clone of this project does not have.
 */
export const NO_WASM = 'not measured: npm has no Rust aho-corasick in wasm (24 November 2026)';

const built = new Map<string, Scanner>();

/** An engine with `size` generated names; built once for the whole bench, because ours takes seconds to compile. */
export function engineOf(peer: Peer, size: number): Scanner {
  const key = `${peer.name} ${size}`;
  const known = built.get(key);
  if (known) return known;
  const scan = peer.build(generateNames(size));
  built.set(key, scan);
  return scan;
}
