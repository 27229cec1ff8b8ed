import { describe, expect, it } from 'vitest';
import { letterBits, modernise, writeLetters, writeSounds } from '../../src/core/language/sounds.ts';
import { leastCost, lettersCost, packKey } from '../../src/core/matching/slip-bounds.ts';
import { slipCost } from '../../src/core/matching/slip-cost.ts';
import { generateNames } from '../bench/names.ts';
import { seeded } from '../bench/random.ts';
import { mistyped } from './mistyped.ts';

function read(word: string) {
  const letters = new Uint16Array(24);
  const sounds = new Uint8Array(26);
  const length = modernise(letters, writeLetters(word, letters));
  const key = packKey(sounds, writeSounds(letters, length, sounds));
  return { letters, length, bits: letterBits(letters, length), key };
}

/** What no word bears; the bound says more of words that do not sound alike. */
const UNBEARABLE = 48;

describe('the bounds', () => {
  const random = seeded(77);
  const words = generateNames(400).flatMap((name) => name.toLowerCase().split(' '));
  const pairs = Array.from({ length: 60_000 }, () => {
    const word = random.oneOf(words);
    return [mistyped(word, random), word] as const;
  });

  it('are never above what the slips cost', () => {
    const above: string[] = [];
    let compared = 0;
    let useful = 0;
    for (const [written, word] of pairs) {
      const [one, other] = [read(written), read(word)];
      const cost = slipCost(one.letters, one.length, other.letters, 0, other.length, 1_000);
      const bound = leastCost(one.bits, one.key, other.bits, other.key);
      if (cost > UNBEARABLE || bound > 200) continue;
      if (Math.max(bound, lettersCost(one.bits, other.bits)) > cost) above.push(`${written} ${word}`);
      compared += 1;
      if (bound > 0) useful += 1;
    }
    expect(above).toEqual([]);
    expect(compared).toBeGreaterThan(20_000);
    expect(useful).toBeGreaterThan(compared / 2);
  });

  it('tell nearly all words apart that have little in common', () => {
    let above = 0;
    const count = 5_000;
    for (let at = 0; at < count; at += 1) {
      const [one, other] = [read(random.oneOf(words)), read(random.oneOf(words))];
      if (leastCost(one.bits, one.key, other.bits, other.key) > UNBEARABLE) above += 1;
    }
    expect(above / count).toBeGreaterThan(0.9);
  });

  it.each([
    ['sutrala', 'sutrala', 0],
    ['sutrela', 'sutrala', 10],
    ['sutlara', 'sutrala', 16],
    ['sutala', 'sutrala', 20],
    ['suktrala', 'sutrala', 14],
    ['sumtrala', 'sutrala', 20],
    ['sumrala', 'sunrala', 14],
    ['surtala', 'sutrala', 16],
  ])('%s and %s: at least %i', (written, word, cost) => {
    const [one, other] = [read(written), read(word)];
    expect(leastCost(one.bits, one.key, other.bits, other.key)).toBe(cost);
  });

  it('say nothing of a word with too many sounds to pack', () => {
    expect(packKey(new Uint8Array(8).fill(1), 8)).toBe(0);
    expect(leastCost(1, 0, 1, 77)).toBe(0);
  });
});
