import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATEGORIES, type LogRow, OUTCOMES } from '../../src/core/log/log.ts';
import { HOUR_MS } from '../../src/core/log/log-id.ts';
import { countActions, countWeeks, MOST_WEEKS, mondayOf } from '../../src/core/log/log-statistics.ts';
import {
  FILTER_FIELDS,
  FILTER_VALUES,
  filterRows,
  groupRows,
  LOG_VIEWS,
  type LogFilter,
  NO_FILTER,
} from '../../src/core/log/log-view.ts';
import { ACTION_KINDS, SITE_IDS } from '../../src/core/types.ts';
import { NOON, row } from './fake-browser.ts';

/** Days of UTC: the zone is the affair of the caller. */
const dayOf = (hour: number) => new Date(hour).toISOString().slice(0, 10);

const rows: fc.Arbitrary<LogRow[]> = fc
  .array(
    fc.record({
      ago: fc.nat({ max: 24 * 90 }),
      site: fc.constantFrom(...SITE_IDS),
      action: fc.constantFrom(...ACTION_KINDS),
      category: fc.constantFrom(...CATEGORIES),
      outcome: fc.constantFrom(...OUTCOMES),
    }),
    { maxLength: 60 },
  )
  .map((list) =>
    list
      .map(({ ago, ...fields }) => row(fields, NOON - ago * HOUR_MS))
      .sort((one, other) => (one.id < other.id ? 1 : -1)),
  );
const day = fc.nat({ max: 100 }).map((ago) => dayOf(NOON - ago * 24 * HOUR_MS));
const nullOr = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: null });
const filters: fc.Arbitrary<LogFilter> = fc.record({
  from: nullOr(day),
  to: nullOr(day),
  site: nullOr(fc.constantFrom(...SITE_IDS)),
  action: nullOr(fc.constantFrom(...ACTION_KINDS)),
  category: nullOr(fc.constantFrom(...CATEGORIES)),
  outcome: nullOr(fc.constantFrom(...OUTCOMES)),
});

describe('the filter of the log', () => {
  test('keeps exactly the rows that meet every part of it, in their order', () => {
    fc.assert(
      fc.property(rows, filters, (list, filter) => {
        const kept = new Set(filterRows(list, filter, dayOf));
        const meets = (one: LogRow) =>
          FILTER_FIELDS.every((field) => filter[field] === null || one[field] === filter[field]) &&
          (filter.from === null || dayOf(one.hour) >= filter.from) &&
          (filter.to === null || dayOf(one.hour) <= filter.to);
        expect([...kept]).toEqual(list.filter(meets));
      }),
    );
  });

  test('takes both its days in', () => {
    const list = [3, 2, 1].map((days) => row({}, NOON + days * 24 * HOUR_MS));
    const [, middle] = list;
    if (!middle) throw new Error('no row');
    const only = { ...NO_FILTER, from: dayOf(middle.hour), to: dayOf(middle.hour) };
    expect(filterRows(list, only, dayOf)).toEqual([middle]);
  });
});

describe('groups of the log', () => {
  test.each(LOG_VIEWS)('by %s hold every row once, in order, and are never empty', (view) => {
    fc.assert(
      fc.property(rows, (list) => {
        const groups = groupRows(list, view, dayOf);
        expect(groups.every((group) => group.rows.length > 0)).toBe(true);
        expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
        expect(groups.flatMap((group) => group.rows).sort(byId)).toEqual([...list].sort(byId));
        for (const { key, rows: members } of groups) {
          expect(members).toEqual(
            list.filter((one) => (view === 'day' ? dayOf(one.hour) : one[view]) === key),
          );
        }
        const keys = groups.map(({ key }) => key);
        // The newest day first; values as in the list that a person chooses from.
        const order = view === 'day' ? [...keys].sort().reverse() : [...FILTER_VALUES[view]];
        expect(keys).toEqual(order.filter((key) => keys.includes(key)));
      }),
    );
  });
  const byId = (one: LogRow, other: LogRow) => one.id.localeCompare(other.id);
});

describe('weeks', () => {
  test.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-28', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2026-11-30', '2026-11-30'],
    ['2024-03-01', '2024-02-26'],
    ['1969-12-31', '1969-12-29'],
  ])('%s is in the week of %s', (one, monday) => {
    expect(mondayOf(one)).toBe(monday);
  });

  test('count every row once, as heeded or continued, week after week without a gap', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const weeks = countWeeks(list, dayOf);
        const continued = list.filter(({ outcome }) => outcome === 'continued').length;
        expect(weeks.reduce((sum, week) => sum + week.continued, 0)).toBe(continued);
        expect(weeks.reduce((sum, week) => sum + week.heeded, 0)).toBe(list.length - continued);
        weeks.slice(1).forEach(({ monday }, index) => {
          expect(Date.parse(monday) - Date.parse(weeks[index]?.monday ?? '')).toBe(7 * 24 * HOUR_MS);
        });
      }),
    );
  });

  test('a row of a wrong clock makes no chart of a thousand weeks', () => {
    const weeks = countWeeks([row({}, NOON), row({}, 0)], dayOf);
    expect(weeks).toHaveLength(MOST_WEEKS);
    expect(weeks.at(-1)).toMatchObject({ monday: '2026-11-23', heeded: 1 });
  });
});

test('actions are counted for each site, and only those that occur', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const counts = countActions(list);
      for (const { action, sites } of counts) {
        const ofIt = list.filter((one) => one.action === action);
        expect(ofIt.length).toBeGreaterThan(0);
        for (const site of SITE_IDS) expect(sites[site]).toBe(ofIt.filter((one) => one.site === site).length);
      }
      const present = new Set(list.map(({ action }) => action));
      expect(counts.map(({ action }) => action)).toEqual(
        ACTION_KINDS.filter((action) => present.has(action)),
      );
    }),
  );
});
