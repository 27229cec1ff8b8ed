import { afterAll, describe, expect, it } from 'vitest';
import { generateNames, packOfNames } from '../bench/names.ts';
import { seeded } from '../bench/random.ts';
import { startCounting } from './count-steps.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';

const LENGTH = 2_500;
const LIMIT = 20_000;
/** Four times the length may take this much work: some letters and words are remembered, others are new. Squared: 16. */
const FOURFOLD = 6;

const counter = startCounting();
afterAll(() => counter.end());

// After the counter has begun, or their code would not be counted.
const { compile } = await import('../../src/core/compile/compile.ts');
const { match } = await import('../../src/core/matching/match.ts');
const { normalize } = await import('../../src/core/text/normalize.ts');
const { createRuleIndex } = await import('../../src/core/matching/rule-index.ts');
const { findStances } = await import('../../src/core/language/stance-patterns.ts');

// Coverage keeps code slow, so the pack is small; how work grows with the length does not depend on its size.
const names = generateNames(1_000);
const rules = createRuleIndex(compile([packOfNames(names)]));
const stepsOf = (text: string) => counter.count(() => match({ text }, rules, () => true));

describe('work is counted', () => {
  it('in steps that every character adds to', () => {
    const text = 'hujan deras pagi ini '.repeat(200);
    const steps = stepsOf(text);
    expect(steps).toBeGreaterThan(text.length);
    expect(stepsOf(text.repeat(3))).toBeGreaterThan(steps * 2);
  });
});

describe.each(Object.entries(HOSTILE_TEXTS))('%s', (_kind, make) => {
  it('four times the length takes about four times the steps', () => {
    // What is remembered for good (letters, first words) is met before, and other words come in each text.
    stepsOf(make(LENGTH, seeded(11), names));
    const once = stepsOf(make(LENGTH, seeded(12), names));
    const fourfold = stepsOf(make(LENGTH * 4, seeded(13), names));
    expect(once).toBeGreaterThan(LENGTH / 2);
    expect(fourfold / once).toBeLessThanOrEqual(FOURFOLD);
  });
});

it('words that may begin and go on in every pattern of a stance take about four times the steps as well', () => {
  const stepsFor = (times: number) => {
    const { tokens } = normalize('saya tidak akan mau tetap '.repeat(times));
    return counter.count(() => expect(findStances(tokens, new Map())).toEqual([]));
  };
  const once = stepsFor(200);
  expect(once).toBeGreaterThan(1_000);
  expect(stepsFor(800) / once).toBeLessThanOrEqual(FOURFOLD);
});

describe('a megabyte', () => {
  it.each(['a.b.c.', 'slips in names', 'one endless hashtag'])(
    'of "%s" takes no more steps than what is read of it',
    (kind) => {
      const make = HOSTILE_TEXTS[kind];
      if (!make) throw new Error(`no text ${kind}`);
      const limit = stepsOf(make(LIMIT, seeded(21), names));
      expect(stepsOf(make(1_000_000, seeded(22), names))).toBeLessThanOrEqual(limit * 1.2);
    },
  );
});
