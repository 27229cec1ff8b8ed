import { describe, expect, it } from 'vitest';
import { loadPacks } from '../../src/cli/packs.ts';
import { compile } from '../../src/core/compile/compile.ts';
import { encodeRules } from '../../src/core/matching/encode-rules.ts';
import { labelsOf } from '../../src/core/rule-file/rule-labels.ts';
import type { Contest } from '../../src/core/types.ts';
import { electionsAt } from '../../src/pages/rules/calendar.ts';

const packs = loadPacks([]);
const rules = compile(packs);
/** Noon in Jakarta. */
const noon = (day: string) => Date.parse(`${day}T12:00:00+07:00`);

function stagesAt(day: string): Record<string, string> {
  const elections = electionsAt(rules.contests, noon(day));
  return Object.fromEntries(elections.map(({ kind, year, stage }) => [`${kind} ${year}`, stage]));
}

describe('the calendar', () => {
  it('has each election of the packs once, the latest first', () => {
    const elections = electionsAt(rules.contests, noon('2026-11-28'));
    expect(elections.map(({ kind, year, names }) => [kind, year, names.length])).toEqual([
      ['governor', 2025, 1],
      ['governor', 2024, 37],
      ['president', 2024, 1],
      ['legislature', 2024, 1],
      ['president', 2019, 1],
      ['governor', 2017, 1],
    ]);
    expect(elections.flatMap(({ names }) => names)).toHaveLength(rules.contests.length);
  });

  it.each([
    ['2024-08-26', 'coming'],
    ['2024-08-27', 'prospective'],
    ['2024-09-21', 'prospective'],
    ['2024-09-22', 'fixed'],
    ['2024-09-25', 'campaign'],
    ['2024-11-26', 'quiet'],
    ['2024-11-27', 'vote'],
    ['2024-12-16', 'after'],
    ['2024-12-17', 'over'],
  ])('on %s the governors of 2024 are: %s', (day, stage) => {
    expect(stagesAt(day)['governor 2024']).toBe(stage);
  });

  it('on 28 November 2026 no stage is under way', () => {
    expect(new Set(Object.values(stagesAt('2026-11-28')))).toEqual(new Set(['over']));
  });

  it('turns at midnight in Jakarta', () => {
    const governors = (now: number) =>
      electionsAt(rules.contests, now).find(({ year }) => year === 2024)?.stage;
    expect(governors(Date.parse('2024-09-21T23:59:59+07:00'))).toBe('prospective');
    expect(governors(Date.parse('2024-09-22T00:00:00+07:00'))).toBe('fixed');
  });

  it('leaves out contests without dates, and names no source for a pack that is not ours', () => {
    const phases = [{ phase: 'vote', start: '2030-01-02', end: '2030-01-02' }] as const;
    const contest: Contest = {
      id: 'contoh',
      kind: 'governor',
      year: 2024,
      region: null,
      name: 'Contoh',
      phases: [],
    };
    expect(electionsAt([contest], noon('2030-01-01'))).toEqual([]);
    expect(electionsAt([{ ...contest, phases }], noon('2030-01-01'))).toMatchObject([
      { stage: 'coming', source: undefined, names: ['Contoh'] },
    ]);
  });

  it('names the sources that the packs name', () => {
    const inPacks = packs.flatMap(({ contests }) => contests);
    for (const { key, names, source } of electionsAt(rules.contests, noon('2026-11-28'))) {
      expect(source, key).toBeDefined();
      for (const { source: text } of inPacks.filter(({ name }) => names.includes(name))) {
        const named = text.split('; ').filter((part) => !/\bdays\b/.test(part));
        expect(named.map((part) => part.replace(/ \(.*$/, ''))).toEqual(source?.sources);
        expect(/quiet days follow/.test(text)).toBe(source?.quietIsDerived === true);
      }
    }
  });
});

it('labels are read from a rule file without its tables', () => {
  const { packs, contests, neutralAccounts } = rules;
  expect(labelsOf(encodeRules(rules))).toEqual(
    JSON.parse(JSON.stringify({ packs, contests, neutralAccounts })),
  );
  expect(() => labelsOf(new Uint8Array(40))).toThrow('not a file of compiled rules');
});
