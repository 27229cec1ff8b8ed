import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { affixedForms, bareForms } from '../../src/core/matching/variants.ts';
import { bitCount } from '../../src/core/rule-file/bit-count.ts';
import { ascending, bucketsFor, numberAt, sortIntoBuckets } from '../../src/core/rule-file/buckets.ts';
import { narrowed } from '../../src/core/rule-file/numbers.ts';

describe('numbers of a rule file', () => {
  it.each([
    [[], 1, Uint8Array.of()],
    [[0, 255], 1, Uint8Array.of(0, 255)],
    [[0, 256], 1, Uint16Array.of(0, 256)],
    [[65_535], 1, Uint16Array.of(65_535)],
    [[65_536], 1, Int32Array.of(65_536)],
    [[-1, 3], 1, Int32Array.of(-1, 3)],
    [[3], 2, Uint16Array.of(3)],
  ] as const)('%j of at least %i bytes are as narrow as they may be', (numbers, least, expected) => {
    expect(narrowed(numbers, least)).toEqual(expected);
  });

  it('that ascend are counted from blocks', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2_000), { maxLength: 300 }), (steps) => {
        let sum = 0;
        const numbers = steps.map((step) => {
          sum += step;
          return sum;
        });
        const stored = ascending(numbers);
        expect(numbers.map((_number, at) => numberAt(stored, at))).toEqual(numbers);
      }),
    );
    expect(ascending(Array.from({ length: 5_000 }, (_none, at) => at * 3)).offsets).toBeInstanceOf(
      Uint8Array,
    );
  });

  it('have so many bits', () => {
    expect([0, 1, -1, 0x80000001, 0x0f0f].map(bitCount)).toEqual([0, 1, 32, 2, 8]);
  });
});

describe('buckets', () => {
  it('hold one or two on average', () => {
    expect([0, 1, 2, 3, 4, 1_000].map(bucketsFor)).toEqual([1, 1, 2, 2, 4, 512]);
  });

  it('hold all in their order, one bucket behind the other', () => {
    const { starts, order } = sortIntoBuckets([2, 0, 2, 3, 0], 4);
    expect([0, 1, 2, 3, 4].map((bucket) => numberAt(starts, bucket))).toEqual([0, 2, 2, 4, 5]);
    expect([...order]).toEqual([1, 4, 0, 2, 3]);
  });
});

describe('affixes', () => {
  it('are taken off as they are put on', () => {
    const parts = fc.constantFrom('di', 'ke', 'ku', 'nya', 'kuh', 'a', 'sutra', 'mu');
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: 4 }), (some) => {
        const word = some.join('');
        for (const bare of bareForms(word)) expect(affixedForms(bare)).toContain(word);
        for (const form of affixedForms(word)) expect(bareForms(form)).toContain(word);
      }),
    );
  });
});
