import './fake-browser.ts';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { LogDetail } from '../../src/core/log/log.ts';
import { CSV_COLUMNS, OWNER_LINE } from '../../src/core/log/log-file.ts';
import { HOUR_MS } from '../../src/core/log/log-id.ts';
import { FILTER_FIELDS, FILTER_VALUES, LOG_VIEWS, NO_FILTER } from '../../src/core/log/log-view.ts';
import { isDay, readPlace, TABS, writePlace } from '../../src/pages/log/address.ts';
import { dayOf, hoursOf, startOf } from '../../src/pages/log/calendar.ts';
import { answered, FAILURES, failureOf } from '../../src/pages/log/failure.ts';
import { listItems } from '../../src/pages/log/list-items.ts';
import { FIRST_ROWS, type LoadedRows, loadRows, NEXT_ROWS } from '../../src/pages/log/loader.ts';
import { writeCsv, writeJson } from '../../src/pages/log/log-file.ts';
import { postLink } from '../../src/pages/log/post-link.ts';
import type { LogEntry } from '../../src/shared/messages.ts';
import { NOON, row } from './fake-browser.ts';

/** Newest first, an hour apart. */
const entries = (count: number): LogEntry[] =>
  Array.from({ length: count }, (_, index) => ({ ...row({}, NOON - index * HOUR_MS), detail: null }));

describe('the address of the log page', () => {
  const places = fc.record({
    tab: fc.constantFrom(...TABS),
    view: fc.constantFrom(...LOG_VIEWS),
    filter: fc
      .record({
        ...Object.fromEntries(
          FILTER_FIELDS.map((field) => [field, fc.constantFrom(null, ...FILTER_VALUES[field])]),
        ),
        from: fc.constantFrom(null, '2026-11-01'),
        to: fc.constantFrom(null, '2026-11-28'),
      })
      .map((filter) => ({ ...NO_FILTER, ...filter })),
  });

  test('says what is shown, and is read again as it was', () => {
    fc.assert(
      fc.property(places, (place) => {
        expect(readPlace(writePlace(place))).toEqual(place);
      }),
    );
    expect(writePlace(readPlace(''))).toBe('');
  });

  test('takes nothing over that is not in the lists', () => {
    const strange = '#tab=admin&view=__proto__&site=example.org&action=constructor&from=2026-02-30&to=<b>';
    expect(readPlace(strange)).toEqual(readPlace(''));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (hash) => {
        const { tab, view, filter } = readPlace(hash);
        expect(TABS).toContain(tab);
        expect(LOG_VIEWS).toContain(view);
        for (const field of FILTER_FIELDS) expect([null, ...FILTER_VALUES[field]]).toContain(filter[field]);
      }),
    );
  });

  test.each([
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['', false],
  ])('%s is a day: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });
});

test('a day has all its hours and no other', () => {
  const { from, to } = hoursOf('2026-11-27', '2026-11-28');
  expect([dayOf(from), dayOf(from - HOUR_MS)]).toEqual(['2026-11-27', '2026-11-26']);
  expect([dayOf(to - HOUR_MS), dayOf(to)]).toEqual(['2026-11-28', '2026-11-29']);
  expect(dayOf(startOf('2026-11-27'))).toBe('2026-11-27');
  expect(from % HOUR_MS).toBe(0);
});

describe('failures', () => {
  test.each([
    ['log: newer', 'newer'],
    ['log: blocked', 'blocked'],
    ['log: full', 'full'],
    ['log: failed', 'failed'],
    ['log: something of a later version', 'failed'],
    ['Could not establish connection. Receiving end does not exist.', 'unavailable'],
    ['The message port closed before a response was received.', 'unavailable'],
    ['A listener indicated an asynchronous response, but the message channel closed', 'unavailable'],
    ['refused', 'failed'],
  ])('%s', (message, failure) => {
    expect(failureOf(new Error(message))).toBe(failure);
    expect(FAILURES).toContain(failure);
  });

  test('no answer is one, null is an answer', () => {
    expect(answered(null)).toBeNull();
    let error: unknown;
    try {
      answered(undefined);
    } catch (thrown) {
      error = thrown;
    }
    expect(failureOf(error)).toBe('unavailable');
  });
});

describe('links to posts', () => {
  test.each([
    ['https://x.com/i/status/1', 'x'],
    ['https://www.facebook.com/permalink.php?story_fbid=1&id=2', 'facebook'],
    ['https://m.facebook.com/1', 'facebook'],
    ['https://www.instagram.com/p/a/', 'instagram'],
  ] as const)('%s is opened', (link, site) => {
    expect(postLink(link, site)).toBe(link);
  });

  test.each([
    ['javascript:alert(1)', 'x'],
    ['data:text/html,a', 'x'],
    ['http://x.com/i/status/1', 'x'],
    ['https://x.com.example.org/', 'x'],
    ['https://notx.com/', 'x'],
    ['https://x.com/i/status/1', 'facebook'],
    ['https://x.com:8443/', 'x'],
    ['https://someone@x.com/', 'x'],
    ['//x.com/', 'x'],
    ['', 'x'],
    [null, 'x'],
  ] as const)('%s is not', (link, site) => {
    expect(postLink(link, site)).toBeUndefined();
  });
});

test('the list has headings, and rows below those that are open', () => {
  const [a, b, c] = entries(3);
  if (!a || !b || !c) throw new Error('no rows');
  const groups = [
    { key: 'x', rows: [a, b] },
    { key: 'facebook', rows: [c] },
  ];
  const items = listItems(groups, (group) => group === 'x');
  expect(items.map(({ key }) => key)).toEqual(['group x', a.id, b.id, 'group facebook']);
  expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
});

describe('loading', () => {
  function source(all: readonly LogEntry[], failAt = Number.POSITIVE_INFINITY) {
    const limits: number[] = [];
    let time = 0;
    return {
      limits,
      now: () => {
        time += 150;
        return time;
      },
      list: async ({ limit, before }: { limit: number; before?: string }) => {
        limits.push(limit);
        const start = before === undefined ? 0 : all.findIndex(({ id }) => id === before) + 1;
        if (start >= failAt) throw new Error('log: failed');
        return { rows: all.slice(start, start + limit), total: all.length };
      },
    };
  }

  test('shows few rows at once, then all in large steps, and says when it ends', async () => {
    const all = entries(5_300);
    const shown: LoadedRows[] = [];
    const one = source(all);
    await loadRows(one, (loaded) => shown.push(loaded), new AbortController().signal);
    expect(one.limits).toEqual([FIRST_ROWS, ...Array(6).fill(NEXT_ROWS)]);
    expect(shown[0]).toMatchObject({ total: 5_300, ended: false });
    expect(shown[0]?.rows).toHaveLength(FIRST_ROWS);
    expect(shown.at(-1)).toEqual({ rows: all, total: 5_300, ended: true });
    expect(shown.filter(({ ended }) => ended)).toHaveLength(1);
    // Not after each step: what is shown is filtered and drawn anew.
    expect(shown.length).toBeLessThan(one.limits.length);
  });

  test.each([0, 1, 49, 50, 51])('ends with %i rows', async (count) => {
    const shown: LoadedRows[] = [];
    await loadRows(source(entries(count)), (loaded) => shown.push(loaded), new AbortController().signal);
    expect(shown.at(-1)).toMatchObject({ total: count, ended: true });
    expect(shown.at(-1)?.rows).toHaveLength(count);
  });

  test('ends when the store has fewer rows than it counts', async () => {
    const shown: LoadedRows[] = [];
    const list = async () => ({ rows: entries(3), total: 9 });
    await loadRows({ list, now: () => 0 }, (loaded) => shown.push(loaded), new AbortController().signal);
    expect(shown.at(-1)).toMatchObject({ total: 9, ended: true });
  });

  test('shows what it has when the store fails, and goes on from there', async () => {
    const all = entries(3_000);
    const shown: LoadedRows[] = [];
    const show = (loaded: LoadedRows) => shown.push(loaded);
    const { signal } = new AbortController();
    await expect(loadRows(source(all, 1_050), show, signal)).rejects.toThrow('log: failed');
    expect(shown.at(-1)?.rows).toHaveLength(1_050);
    await loadRows(source(all), show, signal, shown.at(-1)?.rows);
    expect(shown.at(-1)).toEqual({ rows: all, total: 3_000, ended: true });
  });

  test('shows nothing once it was stopped', async () => {
    const shown: LoadedRows[] = [];
    const stop = new AbortController();
    const one = source(entries(3_000));
    const list = async (query: { limit: number; before?: string }) => {
      if (one.limits.length === 1) stop.abort();
      return one.list(query);
    };
    await loadRows({ ...one, list }, (loaded) => shown.push(loaded), stop.signal);
    expect(shown).toHaveLength(1);
    expect(one.limits).toHaveLength(2);
  });
});

describe('the exported log', () => {
  const detail = (change: Partial<LogDetail>): LogDetail => ({
    id: '',
    term: 'Coblos nomor 2',
    excerpt: '=1+1; "ayo"\ncoblos',
    link: 'https://x.com/i/status/1',
    ...change,
  });
  const words = {
    day: () => '2026-11-24',
    hour: () => '12.00–13.00',
    site: () => 'X',
    action: () => 'Suka',
    subject: () => '@subjek',
    category: () => 'Umum',
    outcome: () => 'Dilanjutkan',
  };
  const columns = Object.fromEntries(CSV_COLUMNS.map((column) => [column, `k-${column}`])) as Record<
    (typeof CSV_COLUMNS)[number],
    string
  >;
  const writing = (signal = new AbortController().signal) => {
    const written: number[] = [];
    return {
      written,
      signal,
      onProgress: (count: number) => written.push(count),
      pause: () => Promise.resolve(),
    };
  };
  const detailed = () =>
    entries(4_500).map((one, index) => ({ ...one, detail: index % 2 ? detail({}) : null }));

  test('CSV begins with the line of its owner, quotes every cell and keeps every row', async () => {
    const rows = detailed();
    const progress = writing();
    const text = (await writeCsv(rows, words, columns, progress)).join('');
    expect(text.startsWith(`\uFEFF"${OWNER_LINE}"\r\n`)).toBe(true);
    expect(OWNER_LINE).toBe('milik pribadi; dapat diubah pemilik; bukan alat bukti');
    const read = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data;
    expect(read).toHaveLength(rows.length + 2);
    expect(read[1]).toEqual(CSV_COLUMNS.map((column) => `k-${column}`));
    expect(read[2]?.slice(8)).toEqual(['', '', '']);
    expect(read[3]?.slice(4)).toEqual([
      "'@subjek",
      'Umum',
      'Dilanjutkan',
      'pilpres-2024 1.0.0',
      'Coblos nomor 2',
      `'=1+1; "ayo" coblos`,
      'https://x.com/i/status/1',
    ]);
    for (const line of text.slice(1).trimEnd().split('\r\n')) expect(line).toMatch(/^"[^\r\n]*"$/);
    expect(progress.written).toEqual([2_000, 4_000, 4_500]);
  });

  test('JSON is one document with the rows as they are', async () => {
    const rows = detailed();
    const file = JSON.parse((await writeJson(rows, writing())).join(''));
    expect(file).toEqual({ note: OWNER_LINE, format: 'jaga-netral-catatan-1', rows });
    expect(JSON.parse((await writeJson([], writing())).join('')).rows).toEqual([]);
  });

  test('is no file when it was stopped', async () => {
    const stop = new AbortController();
    const progress = writing(stop.signal);
    const file = writeCsv(detailed(), words, columns, { ...progress, pause: async () => stop.abort() });
    await expect(file).rejects.toThrow();
    expect(progress.written).toEqual([2_000]);
  });
});
