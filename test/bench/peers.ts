import { BUILDS_50_000, engineOf, FAST_PEERS, NO_WASM, SIZES, SLOW_PEERS, USUAL_SIZE } from './engines.ts';
import { generateFeed } from './feed.ts';
import { measureRounds } from './measure.ts';
import { generateNames } from './names.ts';
import { ours } from './peers/ours.ts';
import type { Scanner } from './peers/peer.ts';
import { atLeast, atMost, type Row } from './report.ts';

const TEXTS = 40;
const ROUNDS = { warmUp: 2, counted: 7 };
const SLOW_TEXTS = 3;
const SLOW_LENGTH = 100;
const SLOW_ROUNDS = { warmUp: 1, counted: 3 };
const LOOP = 'charCodeAt loop';

const nameOf = (name: string, size: number) => `${name}, ${size} terms`;
const nanoseconds = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ns/char`;

function fastWays(): Map<string, Scanner> {
  const ways = new Map<string, Scanner>();
  ways.set(LOOP, (text) => {
    let sum = 0;
    for (let at = 0; at < text.length; at += 1) sum += text.charCodeAt(at);
    return sum;
  });
  ways.set("normalize('NFKC').toLowerCase()", (text) => text.normalize('NFKC').toLowerCase().length);
  for (const size of SIZES) {
    for (const peer of [ours, ...FAST_PEERS]) {
      if (size > USUAL_SIZE && !BUILDS_50_000.includes(peer)) continue;
      ways.set(nameOf(peer.name, size), engineOf(peer, size));
    }
  }
  return ways;
}

/** Every engine on the same mixed feed in one run. */
export function benchPeers(): Row[] {
  const mentioned = generateNames(SIZES[0]);
  const results = measureRounds(fastWays(), (round) => generateFeed(TEXTS, mentioned, 100 + round), ROUNDS);
  const loop = results.get(LOOP) ?? Number.NaN;
  const part = 'mixed feed, same texts and terms';
  const rows = [...results].map(([what, value]): Row => {
    const ratio = value / loop;
    const isOurs = what === nameOf(ours.name, USUAL_SIZE);
    const goal = isOurs ? atMost(8, ratio) : undefined;
    return { part, what, value: nanoseconds(value), ratio, against: LOOP, goal };
  });

  const time = (name: string, size: number) => results.get(nameOf(name, size)) ?? Number.NaN;
  const own = time(ours.name, USUAL_SIZE);
  const fastest = FAST_PEERS.map(({ name }) => ({ name, value: time(name, USUAL_SIZE) })).sort(
    (one, other) => one.value - other.value,
  )[0];
  if (fastest) {
    const ratio = fastest.value / own;
    const what = `${ours.name} is faster than the fastest, ${USUAL_SIZE} terms`;
    rows.push({
      part,
      what,
      value: nanoseconds(own),
      ratio,
      against: fastest.name,
      goal: atLeast(5, ratio),
    });
  }
  rows.push({
    part,
    what: 'Rust aho-corasick in wasm',
    value: NO_WASM,
    goal: { text: 'at least 3 x', isReached: false },
  });
  rows.push(seenBefore(part, own));
  const [smallest, , , largest] = SIZES;
  const growth = time(ours.name, largest) / time(ours.name, smallest);
  const what = `${ours.name}, growth from ${smallest} to ${largest} terms`;
  const value = nanoseconds(time(ours.name, largest));
  rows.push({ part, what, value, ratio: growth, against: `${smallest} terms`, goal: atMost(1.4, growth) });
  return [...rows, ...slowRows(own)];
}

/** The same posts again and again: how much of the work a memory of words takes away. No feed is like that. */
function seenBefore(part: string, own: number): Row {
  const texts = generateFeed(TEXTS, generateNames(SIZES[0]), 100);
  const ways = new Map([[ours.name, engineOf(ours, USUAL_SIZE)]]);
  const value = measureRounds(ways, () => texts, ROUNDS).get(ours.name) ?? Number.NaN;
  const what = `${ours.name}, ${USUAL_SIZE} terms, posts seen before`;
  return { part, what, value: nanoseconds(value), ratio: value / own, against: 'new posts' };
}

/** Few and short texts: at 10,000 terms one character costs these libraries a tenth of a millisecond and more. */
function slowRows(own: number): Row[] {
  const part = `a few short texts, ${USUAL_SIZE} terms`;
  const ways = new Map(SLOW_PEERS.map((peer) => [peer.name, engineOf(peer, USUAL_SIZE)]));
  const textsOf = (round: number) =>
    generateFeed(SLOW_TEXTS, [], 500 + round).map((text) => text.slice(0, SLOW_LENGTH));
  const goals = new Map([
    ['obscenity', 1_000],
    ['glin-profanity', 3_000],
  ]);
  return [...measureRounds(ways, textsOf, SLOW_ROUNDS)].map(([what, value]) => {
    const ratio = value / own;
    const goal = atLeast(goals.get(what) ?? 1, ratio);
    return { part, what, value: nanoseconds(value), ratio, against: `${ours.name} on the feed`, goal };
  });
}
