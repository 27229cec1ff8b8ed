import { describe, expect, it } from 'vitest';
import { compile } from '../../src/core/compile/compile.ts';
import { match } from '../../src/core/matching/match.ts';
import { createRuleIndex } from '../../src/core/matching/rule-index.ts';
import { normalize, SCAN_LIMIT } from '../../src/core/text/normalize.ts';
import { generateNames, packOfNames } from '../bench/names.ts';
import { seeded } from '../bench/random.ts';
import { triesOf } from '../extent.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import { cutsPair } from './random-text.ts';

const MEGABYTE = 1_000_000;
/** As many as a pack may hold take a minute to compile. */
const TERMS = triesOf(50_000);

const names = generateNames(TERMS);
const rules = createRuleIndex(compile([packOfNames(names)]));
const read = (text: string) => match({ text }, rules, () => true);

describe.each(Object.entries(HOSTILE_TEXTS))('%s', (_kind, make) => {
  const text = make(MEGABYTE, seeded(3), names);

  it('is read to the limit, without an exception, and says that it was cut', () => {
    expect(text.length).toBe(MEGABYTE);
    const { truncated, findings } = read(text);
    expect(truncated).toBe(true);
    for (const { start, end, text: found } of findings) {
      expect(end).toBeLessThanOrEqual(SCAN_LIMIT);
      expect(start).toBeLessThan(end);
      expect(cutsPair(text, start) || cutsPair(text, end)).toBe(false);
      expect(text.slice(start, end)).toBe(found);
    }
  });

  it('is looked at no further than one sign beyond the limit', () => {
    // What stands behind the limit is never read, so the work for any longer text is the work for this one.
    const short = text.slice(0, SCAN_LIMIT + 1);
    expect(normalize(short)).toEqual(normalize(text));
    expect(read(short)).toEqual(read(text));
  });

  it('makes at most one token of each character, and at most one finding of each token and entry', () => {
    const { tokens } = normalize(text);
    expect(tokens.length).toBeLessThanOrEqual(SCAN_LIMIT);
    const { findings } = read(text);
    expect(new Set(findings.map(({ start, end, entity }) => `${start}-${end} ${entity}`)).size).toBe(
      findings.length,
    );
  });

  it('counts as cut from the first character beyond the limit on', () => {
    expect(read(text.slice(0, SCAN_LIMIT)).truncated).toBe(false);
    expect(read(text.slice(0, SCAN_LIMIT + 1)).truncated).toBe(true);
  });
});

describe(`with ${TERMS} terms`, () => {
  it('a name is found, also at the very end of what is read', () => {
    const [name = ''] = names;
    expect(read(`Kemarin ada ${name} di kampung`).level).not.toBe('none');
    const before = 'ya '.repeat(Math.floor((SCAN_LIMIT - name.length - 1) / 3));
    expect(read(`${before}${name}`).level).not.toBe('none');
    expect(read(`${'ya '.repeat(SCAN_LIMIT / 3 + 1)}${name}`).level).toBe('none');
  });
});
