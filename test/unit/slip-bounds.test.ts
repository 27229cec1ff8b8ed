import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterBits, modernise, writeLetters, writeSounds } from '../../src/core/language/sounds.ts';
import {
  areNeighbours,
  isUneven,
  leastCost,
  lengthCost,
  lettersCost,
  packKey,
} from '../../src/core/matching/slip-bounds.ts';
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
      const cost = slipCost(one.letters, one.length, Uint8Array.from(other.letters), 0, other.length, 1_000);
      const bound = leastCost(one.bits, one.key, other.bits, other.key);
      if (cost > UNBEARABLE || bound > 200) continue;
      const bounds = [bound, lettersCost(one.bits, other.bits)];
      if (!isUneven(one.letters, one.length) && !isUneven(other.letters, other.length))
        bounds.push(lengthCost(one.bits, other.bits, other.length - one.length));
      if (Math.max(...bounds) > cost) above.push(`${written} ${word}`);
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

  it.each([
    ['sutrela', 'sutrala', 10],
    ['sutrla', 'sutrala', 16],
    ['sutalak', 'sutal', 32],
    ['sutrk', 'sutrala', 42],
  ])('by their lengths %s and %s: at least %i', (written, word, cost) => {
    const [one, other] = [read(written), read(word)];
    expect(lengthCost(one.bits, other.bits, other.length - one.length)).toBe(cost);
    expect(lengthCost(other.bits, one.bits, one.length - other.length)).toBe(cost);
  });

  it('tell words with letters that are easily lost', () => {
    const uneven = (word: string) => isUneven(read(word).letters, read(word).length);
    expect(['sutrala', 'sutralah', 'suttrala', 'sutralaa', 'a'].map(uneven)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('words of many sounds', () => {
  const sound = fc.integer({ min: 1, max: 3 });
  const sounds = fc.array(sound, { minLength: 3, maxLength: 10 });
  /** Itself, and without each sound but the first. */
  const keysOf = (all: readonly number[]) =>
    all.map((_none, without) => all.filter((_sound, at) => without === 0 || at !== without).join());

  it('are neighbours where a sound of each may be left out', () => {
    const isNear = (one: readonly number[], other: readonly number[]) =>
      areNeighbours(Uint8Array.from(one), one.length, Uint8Array.from(other), other.length);
    const changed = fc
      .tuple(sounds, fc.nat(9), fc.nat(9), sound)
      .map(([one, from, to, added]): [number[], number[]] => {
        const other = one.filter((_sound, at) => at !== from);
        return [one, [...other.slice(0, to), added, ...other.slice(to)]];
      });
    fc.assert(
      fc.property(fc.oneof(fc.tuple(sounds, sounds), changed), ([one, other]) => {
        const expected = keysOf(one).some((key) => keysOf(other).includes(key));
        expect(isNear(one, other)).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });
});
