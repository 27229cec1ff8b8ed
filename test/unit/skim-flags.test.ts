import { describe, expect, it } from 'vitest';
import { SkimFlag, slipFlags } from '../../src/core/rule-file/skim-flags.ts';

describe('flags of the words of names that a word is near to', () => {
  it('tell ordinary words from others; one that is none is enough', () => {
    expect(slipFlags([])).toBe(0);
    expect(slipFlags([{ ordinary: true }, { ordinary: true }])).toBe(SkimFlag.OrdinarySlip);
    expect(slipFlags([{}])).toBe(SkimFlag.Slip);
    expect(slipFlags([{ ordinary: true }, {}])).toBe(SkimFlag.Slip);
  });

  it('have a bit each, because they are stored together', () => {
    const values = Object.values(SkimFlag);
    for (const value of values) expect(Math.log2(value) % 1).toBe(0);
    expect(new Set(values).size).toBe(values.length);
  });
});
