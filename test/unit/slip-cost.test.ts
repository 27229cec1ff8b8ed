import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeLetters } from '../../src/core/language/sounds.ts';
import { slipCost } from '../../src/core/matching/slip-cost.ts';

const letters = (word: string) => {
  const out = new Uint16Array(32);
  return { out, length: writeLetters(word, out) };
};
const costOf = (one: string, other: string, limit = 1_000) => {
  const [first, second] = [letters(one), letters(other)];
  return slipCost(first.out, first.length, Uint8Array.from(second.out), 0, second.length, limit);
};

describe('slipCost', () => {
  it.each([
    ['sutrala', 'sutrala', 0],
    ['suttrala', 'sutrala', 6],
    ['sutrala', 'suttrala', 6],
    ['sutralah', 'sutrala', 8],
    ['sutrla', 'sutrala', 16],
    ['sutarla', 'sutrala', 16],
    ['ustrala', 'sutrala', 16],
    ['sutrela', 'sutrala', 12],
    ['sudrala', 'sutrala', 10],
    ['zutrala', 'sutrala', 15],
    ['sugtrala', 'sutrala', 20],
    ['sutrqla', 'sutrala', 20],
    ['sutrala', 'sutdala', 24],
    ['rudy', 'rudi', 4],
    ['surtala', 'sutrala', 16],
    ['kumasto', 'kusamto', 20],
    ['kumaisto', 'kusaimto', 20],
    ['kusmento', 'kusmonte', 24],
    ['mahfuz', 'mahfud', 14],
  ])('%s for %s costs %i', (one, other, cost) => {
    expect(costOf(one, other)).toBe(cost);
  });

  it('reads a word that stands inside a longer array', () => {
    const [first, second] = [letters('sutrela'), letters('xxsutralayy')];
    expect(slipCost(first.out, 7, Uint8Array.from(second.out), 2, 7, 100)).toBe(12);
  });

  it.each([16, 17, 19])(
    'finds two letters that changed places within %i, although either alone costs more',
    (limit) => {
      expect(costOf('sutrkala', 'sutkrala', limit)).toBe(16);
    },
  );

  it('is the same within a limit as without one, for words that a few slips make of each other', () => {
    const slip = fc.record({ at: fc.nat(11), kind: fc.nat(3), letter: fc.constantFrom(...'aeiousth') });
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{3,12}$/),
        fc.array(slip, { maxLength: 4 }),
        fc.nat(60),
        (word, slips, limit) => {
          let other = word;
          for (const { at, kind, letter } of slips) {
            const [head, next, rest] = [other.slice(0, at), other.charAt(at), other.slice(at + 1)];
            if (kind === 0) other = head + rest;
            else if (kind === 1) other = head + letter + next + rest;
            else if (kind === 2) other = head + letter + rest;
            else other = head + rest.charAt(0) + next + rest.slice(1);
          }
          const cost = costOf(word, other);
          const within = costOf(word, other, limit);
          expect(within === cost || (within > limit && cost > limit)).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is the same both ways, and above the limit where it gives up', () => {
    const words = fc.stringMatching(/^[a-z]{1,12}$/);
    fc.assert(
      fc.property(words, words, fc.nat(60), (one, other, limit) => {
        const cost = costOf(one, other);
        expect(costOf(other, one)).toBe(cost);
        expect(costOf(one, other, limit) > limit).toBe(cost > limit);
        if (cost <= limit) expect(costOf(one, other, limit)).toBe(cost);
      }),
      { numRuns: 2_000 },
    );
  });
});
