import { describe, expect, it } from 'vitest';
import { hashOf } from '../../src/core/rule-file/hash.ts';
import { encodePairs, PairTable } from '../../src/core/rule-file/pair-table.ts';
import { generateNames } from '../bench/names.ts';

describe('the pairs', () => {
  const names = generateNames(1_000).map((name) => name.toLowerCase().split(' '));
  const table = new PairTable(encodePairs(names));
  const has = (one: string, other: string) => table.has(hashOf(one), hashOf(other));

  it('knows any two words of one name, in either order', () => {
    for (const name of names) {
      for (const [at, one] of name.entries()) {
        for (const other of name.slice(at + 1))
          expect([has(one, other), has(other, one)]).toEqual([true, true]);
      }
    }
  });

  it('knows hardly any two words of different names', () => {
    const together = new Set(
      names.flatMap((name) => name.flatMap((one) => name.map((other) => `${one} ${other}`))),
    );
    const words = [...new Set(names.flat())].slice(0, 200);
    const others = words.flatMap((one) => words.map((other) => [one, other] as const));
    const wrong = others.filter(([one, other]) => !together.has(`${one} ${other}`) && has(one, other));
    expect(wrong.length).toBeLessThan(3);
  });

  it('is empty without names, and ends on a table that has no free slot', () => {
    expect(new PairTable(encodePairs([])).has(1, 2)).toBe(false);
    expect(new PairTable(new Int32Array(4).fill(7)).has(1, 2)).toBe(false);
  });
});
