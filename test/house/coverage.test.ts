import { describe, expect, test } from 'vitest';
import { SITE_ACTIONS } from '../../src/core/reminding/site-actions.ts';
import { ACTION_KINDS } from '../../src/core/types.ts';
import { ACTIVITIES, type SiteCoverage } from '../../src/sites/coverage.ts';
import { type CoverageScenario, cellOf } from '../browser/coverage/scenario.ts';
import { coverageDocument } from '../coverage/document.ts';
import { coverageScenarios, coverageTables, coveredCells } from '../coverage/tables.ts';
import { readText } from './repository.ts';

type Cell = Pick<CoverageScenario, 'site' | 'activity' | 'surface' | 'path'>;

/** Cells that are said to be covered and never performed, and scenarios that no cell asks for. */
function coverageFaults(tables: readonly SiteCoverage[], scenarios: readonly Cell[]): string[] {
  const covered = tables.flatMap(coveredCells);
  const performed = scenarios.map(cellOf);
  return [
    ...covered.filter((cell) => !performed.includes(cell)).map((cell) => `${cell}: no scenario`),
    ...performed.filter((cell) => !covered.includes(cell)).map((cell) => `${cell}: not in the table`),
    ...[covered, performed].flatMap((cells) =>
      cells.filter((cell, index) => cells.indexOf(cell) !== index).map((cell) => `${cell}: twice`),
    ),
  ];
}

/** A surface stands in one list at most; a reason says something. */
function tableFaults({ site, lines }: SiteCoverage): string[] {
  return lines.flatMap(({ activity, covered, elsewhere = {}, open = {}, commit }) => [
    ...(commit.trim() === '' ? [`${site}: ${activity}: commits nowhere`] : []),
    ...Object.entries(covered).flatMap(([surface, paths]) => [
      ...(paths.length === 0 ? [`${site}: ${activity}, ${surface}: covered by no path`] : []),
      ...(surface in open ? [`${site}: ${activity}, ${surface}: covered and open`] : []),
      ...(surface in elsewhere ? [`${site}: ${activity}, ${surface}: covered and elsewhere`] : []),
    ]),
    ...Object.keys(elsewhere)
      .filter((surface) => surface in open)
      .map((surface) => `${site}: ${activity}, ${surface}: elsewhere and open`),
    ...Object.entries(elsewhere)
      .filter(([, where]) => where.trim() === '')
      .map(([surface]) => `${site}: ${activity}, ${surface}: elsewhere without a place`),
    ...Object.entries(open)
      .filter(([, reason]) => reason.trim() === '')
      .map(([surface]) => `${site}: ${activity}, ${surface}: open without a reason`),
  ]);
}

describe('coverage', () => {
  test('README counts as the tables do', async () => {
    const tables = await coverageTables();
    const lines = tables.flatMap((table) => table.lines);
    const cells = lines.reduce((sum, { covered }) => sum + Object.keys(covered).length, 0);
    const ways = tables.flatMap(coveredCells).length;
    const open = lines.reduce((sum, line) => sum + Object.keys(line.open ?? {}).length, 0);
    expect(readText('README.md')).toContain(`${cells} cells, ${ways} ways, ${open} cells open.`);
  });

  test('docs/coverage.md is what the tables say; `npm run coverage` writes it', async () => {
    expect(readText('docs/coverage.md')).toBe(coverageDocument(await coverageTables()));
  });

  test('each covered cell is performed by a scenario, and each scenario is in a table', async () => {
    expect(coverageFaults(await coverageTables(), await coverageScenarios())).toEqual([]);
  });

  test('what the popup lists is what a site has a covered cell for', async () => {
    for (const { site, lines } of await coverageTables()) {
      const covered = lines.filter((line) => Object.keys(line.covered).length > 0);
      const actions = new Set(covered.map(({ activity }) => ACTIVITIES[activity]));
      expect(SITE_ACTIONS[site], site).toEqual(ACTION_KINDS.filter((action) => actions.has(action)));
    }
  });

  test('each cell is covered, open with a reason, or not on the site', async () => {
    expect((await coverageTables()).flatMap(tableFaults)).toEqual([]);
  });
});

describe('planted faults are found', () => {
  const table: SiteCoverage = {
    site: 'x',
    lines: [{ activity: 'like', covered: { feed: ['click', 'Enter'] }, commit: 'heart' }],
  };
  const cell = { site: 'x', activity: 'like', surface: 'feed' } as const;
  const click = { ...cell, path: 'click' } as const;
  const enter = { ...cell, path: 'Enter' } as const;

  test('cells and scenarios', () => {
    expect(coverageFaults([table], [click, enter])).toEqual([]);
    expect(coverageFaults([table], [click])).toEqual(['x: like, feed, Enter: no scenario']);
    expect(coverageFaults([table], [click, enter, { ...click, surface: 'reels' }])).toEqual([
      'x: like, reels, click: not in the table',
    ]);
    expect(coverageFaults([table], [click, click, enter])).toEqual(['x: like, feed, click: twice']);
  });

  test('tables', () => {
    const faulty: SiteCoverage = {
      site: 'x',
      lines: [
        {
          activity: 'like',
          covered: { feed: ['click'], reels: [] },
          elsewhere: { feed: 'the dialog', live: ' ' },
          open: { feed: 'why', live: ' ' },
          commit: '',
        },
      ],
    };
    expect(tableFaults(table)).toEqual([]);
    expect(tableFaults(faulty)).toEqual([
      'x: like: commits nowhere',
      'x: like, feed: covered and open',
      'x: like, feed: covered and elsewhere',
      'x: like, reels: covered by no path',
      'x: like, feed: elsewhere and open',
      'x: like, live: elsewhere and open',
      'x: like, live: elsewhere without a place',
      'x: like, live: open without a reason',
    ]);
  });

  test('the document shows each cell', () => {
    const text = coverageDocument([
      {
        site: 'x',
        lines: [
          {
            activity: 'like',
            covered: { feed: ['click', 'Enter'] },
            elsewhere: { plugin: 'the intent page' },
            open: { live: 'no | fixture' },
            commit: 'heart',
          },
        ],
      },
    ]);
    expect(text).toContain('| activity | action | feed | live | plugin |');
    expect(text).toContain('| like | like | ● | ○ | → |');
    expect(text).toContain('| quote | quote | · | · | · |');
    expect(text).toContain('| like | plugin | the intent page |');
    expect(text).toContain('| like | feed: click, Enter | heart |');
    expect(text).toContain('| like | live | no \\| fixture |');
  });
});
