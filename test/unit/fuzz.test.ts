import { describe, expect, it } from 'vitest';
import { compile } from '../../src/core/compile/compile.ts';
import { match } from '../../src/core/matching/match.ts';
import { createRuleIndex } from '../../src/core/matching/rule-index.ts';
import { normalize } from '../../src/core/text/normalize.ts';
import { seeded } from '../bench/random.ts';
import { triesOf } from '../extent.ts';
import { cutsPair, randomText } from './random-text.ts';
import { testPack } from './test-pack.ts';

const STRINGS = triesOf(100_000);

const rules = createRuleIndex(compile([testPack()]));

/** Everything wrong with a list of spans of `text`, which must stand in order and apart when `isOrdered`. */
function spanFaults(
  text: string,
  spans: readonly { start: number; end: number }[],
  isOrdered: boolean,
): string[] {
  let last = 0;
  return spans.flatMap(({ start, end }) => {
    const faults: string[] = [];
    const at = `${start}-${end} of ${text.length}`;
    if (
      !(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length)
    )
      faults.push(`${at} is no span`);
    if (cutsPair(text, start) || cutsPair(text, end)) faults.push(`${at} cuts a pair of surrogates`);
    if (isOrdered && start < last) faults.push(`${at} begins before ${last}`);
    last = end;
    return faults;
  });
}

function* faultsOf(text: string): Iterable<string> {
  const name = JSON.stringify(text);
  try {
    const { tokens, truncated } = normalize(text);
    if (truncated) yield `${name}: is not long`;
    if (tokens.some((token) => token.text === '')) yield `${name}: empty token`;
    yield* spanFaults(text, tokens, true).map((fault) => `${name}: token ${fault}`);
    const { findings, level } = match({ text }, rules, () => true);
    if ((level === 'none') !== (findings.length === 0))
      yield `${name}: ${level} with ${findings.length} findings`;
    yield* spanFaults(text, findings, false).map((fault) => `${name}: finding ${fault}`);
    for (const { start, end, text: found } of findings) {
      if (text.slice(start, end) !== found) yield `${name}: finding says ${JSON.stringify(found)}`;
    }
  } catch (error) {
    yield `${name}: ${error}`;
  }
}

describe(`${STRINGS} random texts`, () => {
  it('are read without an exception, and every span is one of the text', () => {
    const random = seeded(41);
    const faults: string[] = [];
    let found = 0;
    for (let count = 0; count < STRINGS && faults.length < 20; count += 1) {
      const text = randomText(random);
      faults.push(...faultsOf(text));
      if (count % 100 === 0 && match({ text }, rules, () => true).findings.length > 0) found += 1;
    }
    expect(faults).toEqual([]);
    // The texts are not all noise.
    expect(found).toBeGreaterThan(STRINGS / 2_000);
  });
});

const textsOf = (text: string) => normalize(text).tokens.map((token) => token.text);

/** Wider than any gap over which letters set apart are joined: by one space "p r a" would become one word. */
const GAP = '    ';

describe('normalising what was normalised', () => {
  it('gives the same tokens again, for any text, when the tokens stand well apart', () => {
    const random = seeded(43);
    const changed: string[] = [];
    for (let count = 0; count < STRINGS && changed.length < 40; count += 1) {
      const text = randomText(random);
      const once = textsOf(text);
      const twice = textsOf(once.join(GAP));
      if (once.join(' ') !== twice.join(' '))
        changed.push(`${JSON.stringify(text)}: ${once.join(' ')} -> ${twice.join(' ')}`);
    }
    expect(changed).toEqual([]);
  });
});
