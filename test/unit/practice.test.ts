import { describe, expect, it } from 'vitest';
import { loadPacks } from '../../src/cli/packs.ts';
import { compile } from '../../src/core/compile/compile.ts';
import { createRuleIndex } from '../../src/core/matching/rule-index.ts';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import { tryOut } from '../../src/pages/practice/engine.ts';
import { EXAMPLES } from '../../src/pages/practice/examples.ts';
import { piecesOf } from '../../src/pages/practice/pieces.ts';
import { sleepingContests } from '../../src/pages/practice/sleeping.ts';

const rules = createRuleIndex(compile(loadPacks([])));
/** No contest is active then: the examples must work on any day. */
const NOW = Date.parse('2026-11-28T12:00:00+07:00');

describe('example posts', () => {
  const verdicts = (kind: string) =>
    EXAMPLES.filter((example) => example.kind === kind).flatMap(({ site, author, text, actions }) =>
      actions.map(
        (action) =>
          tryOut({ site, action, content: { text, author, own: '' }, now: NOW }, rules, defaultSettings())
            .verdict.kind,
      ),
    );

  it.each([
    ['support', ['remind', 'remind', 'remind']],
    ['news', ['hint', 'remind']],
    ['hoax', ['remind', 'remind']],
    ['official', ['none', 'none']],
    ['ordinary', ['none', 'none']],
  ])('%s', (kind, expected) => {
    expect(verdicts(kind)).toEqual(expected);
  });

  it('answer also where a site or an action is switched off', () => {
    const settings = defaultSettings();
    const off = {
      ...settings,
      sites: { ...settings.sites, x: false },
      actions: { ...settings.actions, like: false },
    };
    const trial = tryOut(
      { site: 'x', action: 'like', content: { text: 'coblos nomor 2' }, now: NOW },
      rules,
      off,
    );
    expect(trial.verdict.kind).toBe('remind');
  });
});

describe('contests that sleep', () => {
  const names = (text: string, finished = false, now = NOW) =>
    sleepingContests({ text }, rules, finished, now).map(({ name, begins }) => [
      name,
      begins && new Date(begins).toISOString(),
    ]);
  const over = rules.contest('pilpres-2024') ?? expect.fail('no such contest');

  it('are named where something of them stands in a text, with their end or their first day', () => {
    expect(names('Ganjar Pranowo di Solo')).toEqual([[over.name, null]]);
    const before = Date.parse('2023-01-01T12:00:00+07:00');
    expect(names('Ganjar Pranowo di Solo', false, before)).toEqual([
      [over.name, `${over.phases[0]?.start}T05:00:00.000Z`],
    ]);
  });

  it('are not named where they are reminded of, or where nothing of them is said', () => {
    expect(names('Ganjar Pranowo di Solo', true)).toEqual([]);
    expect(names('Ganjar Pranowo di Solo', false, Date.parse('2024-02-01T12:00:00+07:00'))).toEqual([]);
    expect(names('Selamat pagi, antre nomor 2')).toEqual([]);
  });
});

describe('a text with marks', () => {
  const at = (start: number, end: number) => ({ field: 'text', start, end }) as const;

  it('is cut at what was found, in order, overlaps once, and nothing is lost', () => {
    const text = 'ayo coblos nomor 2 besok';
    const pieces = piecesOf(text, [at(11, 18), at(4, 18), at(19, 24)], 'text');
    expect(pieces.map((piece) => [piece.text, piece.isFound])).toEqual([
      ['ayo ', false],
      ['coblos nomor 2', true],
      [' ', false],
      ['besok', true],
    ]);
    expect(piecesOf(text, [at(0, 3)], 'own')).toEqual([{ start: 0, text, isFound: false }]);
    expect(piecesOf('', [], 'text')).toEqual([]);
  });
});
