import './fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LOG_DATABASE } from '../../src/background/log/log-database.ts';
import { createLogKey, KEY_PLACES } from '../../src/background/log/log-key.ts';
import { createLogStore } from '../../src/background/log/log-store.ts';
import { refreshPolicy } from '../../src/background/policy.ts';
import type { LogLevel } from '../../src/core/log/log.ts';
import { HOUR_MS } from '../../src/core/log/log-id.ts';
import { defaultSettings, type Settings } from '../../src/core/settings/settings.ts';
import {
  countAnew,
  detailOf,
  entry,
  fakeBrowser,
  NOON,
  promised,
  rawStore,
  resetBrowser,
  row,
} from './fake-browser.ts';

const DAY_MS = 24 * HOUR_MS;
let clock = NOON;
const openStore = () => createLogStore(() => clock);

beforeEach(() => {
  resetBrowser();
  clock = NOON;
});

afterEach(() => {
  vi.restoreAllMocks();
});

async function choose(change: Partial<Settings>): Promise<void> {
  await fakeBrowser.storage.local.set({ settings: { ...defaultSettings(), ...change } });
}
const detailed = (at = NOON) => {
  const one = row({}, at);
  return entry(one, detailOf(one));
};

/** What lies in a store, opened with the key that lies beside it. */
async function readable(store: 'rows' | 'details'): Promise<Record<string, unknown>[]> {
  const key = createLogKey(KEY_PLACES[store]);
  const prefix = store === 'rows' ? '' : 'detail:';
  const values = await rawStore(LOG_DATABASE, store);
  const texts = await Promise.all(values.map((value) => key.open({ ...value, id: prefix + value.id })));
  return texts.map((text) => JSON.parse(text ?? '{}') as Record<string, unknown>);
}

describe('the levels', () => {
  const rowKeys = ['action', 'category', 'contest', 'hour', 'id', 'outcome', 'packVersion', 'role', 'site'];
  const detailKeys = ['excerpt', 'id', 'link', 'term'];

  it.each<[LogLevel, string[][], string[][]]>([
    ['none', [], []],
    ['brief', [rowKeys], []],
    ['detailed', [rowKeys], [detailKeys]],
  ])('%s stores exactly the fields of its table', async (log, rows, details) => {
    await choose({ log });
    const store = openStore();
    expect(await store.add(detailed())).toBe(log !== 'none');
    if (log === 'none') return expect(await indexedDB.databases()).toEqual([]);
    expect((await readable('rows')).map((one) => Object.keys(one).sort())).toEqual(rows);
    expect((await readable('details')).map((one) => Object.keys(one).sort())).toEqual(details);
    for (const value of await rawStore(LOG_DATABASE, 'rows')) {
      expect(Object.keys(value).sort()).toEqual(['data', 'id', 'iv']);
    }
  });

  it('lists each row with its own detail', async () => {
    await choose({ log: 'detailed' });
    const store = openStore();
    const [first, bare, last] = [detailed(NOON - HOUR_MS), entry(row()), detailed(NOON + HOUR_MS)];
    for (const one of [last, first, bare]) await store.add(one);
    expect((await openStore().list({ limit: 10 })).rows).toEqual(
      [last, bare, first].map(({ row: one, detail }) => ({ ...one, detail })),
    );
    expect((await store.list({ limit: 1, before: bare.row.id })).rows).toEqual([
      { ...first.row, detail: first.detail },
    ]);
    expect(await store.state()).toEqual({ lock: 'off', rows: 3, details: 2, unsealed: 0, lost: 0 });
  });

  it('never changes a detail, and adds none later', async () => {
    await choose({ log: 'detailed' });
    const store = openStore();
    const [one, bare] = [detailed(), entry(row())];
    for (const sent of [one, bare]) await store.add(sent);
    await store.add(entry(one.row, detailOf(one.row, { excerpt: 'lain' })));
    await store.add(entry(bare.row, detailOf(bare.row)));
    expect((await store.list({ limit: 10 })).rows.map(({ detail }) => detail)).toEqual([null, one.detail]);
  });

  it.each(['brief', 'none'] as const)('%s after detailed deletes all details and their key', async (log) => {
    await choose({ log: 'detailed' });
    const store = openStore();
    const one = detailed();
    await store.add(one);
    await choose({ log, language: 'en' });
    await store.applyLevel();
    expect((await store.list({ limit: 10 })).rows).toEqual([{ ...one.row, detail: null }]);
    expect((await store.state()).details).toBe(0);
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names.sort()).toEqual([LOG_DATABASE, KEY_PLACES.rows.database].sort());
    const local = await fakeBrowser.storage.local.get(null);
    expect(Object.keys(local)).not.toContain(KEY_PLACES.details.half);
    expect(local.settings).toMatchObject({ log, language: 'en' });
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });

  it('deletes no detail while they are wanted, and opens no log that is not there', async () => {
    await openStore().applyLevel();
    expect(await indexedDB.databases()).toEqual([]);
    await choose({ log: 'detailed' });
    const store = openStore();
    await store.add(detailed());
    await store.applyLevel();
    expect((await store.state()).details).toBe(1);
  });

  it('keeps no detail that comes while the level goes down', async () => {
    await choose({ log: 'detailed' });
    const store = openStore();
    const adding = [detailed(), detailed()].map((one) => store.add(one));
    const lowering = choose({ log: 'brief' }).then(() => store.applyLevel());
    const late = [detailed(), detailed()].map((one) => store.add(one));
    await Promise.all([...adding, lowering, ...late]);
    expect(await store.state()).toMatchObject({ rows: 4, details: 0 });
  });

  it('deletes what a killed worker left of the details, at the next start', async () => {
    await choose({ log: 'detailed' });
    await openStore().add(detailed());
    await choose({ log: 'brief' });
    await openStore().pruneIfDue();
    expect((await openStore().state()).details).toBe(0);
  });
});

describe('retention', () => {
  it('is that of the settings: rows longer than details, hour by hour', async () => {
    await choose({ log: 'detailed', retention: { brief: 20, detailed: 3 } });
    const store = openStore();
    const at = (days: number, hours = 0) => detailed(NOON - days * DAY_MS - hours * HOUR_MS);
    const sent = [at(0), at(3), at(3, 1), at(20), at(20, 1)];
    for (const one of sent) await store.add(one);
    await store.pruneIfDue();
    const rows = (await store.list({ limit: 10 })).rows;
    expect(rows.map(({ id }) => id)).toEqual(sent.slice(0, 4).map(({ row: one }) => one.id));
    expect(rows.map(({ detail }) => detail?.id)).toEqual([
      sent[0]?.row.id,
      sent[1]?.row.id,
      undefined,
      undefined,
    ]);
    expect(await store.state()).toMatchObject({ rows: 4, details: 2, lost: 0 });
  });

  it('lets no detail outlive its row', async () => {
    await choose({ log: 'detailed', retention: { brief: 2, detailed: 9 } });
    const store = openStore();
    await store.add(detailed(NOON - 3 * DAY_MS));
    await store.pruneIfDue();
    expect(await store.state()).toMatchObject({ rows: 0, details: 0 });
  });

  it.each([-730, 730])('deletes no detail when the clock jumps by %i days and back', async (days) => {
    await choose({ log: 'detailed' });
    for (const at of [NOON, NOON - 6 * DAY_MS]) await openStore().add(detailed(at));
    await openStore().pruneIfDue();
    for (let hours = 1; hours < 24; hours += 6) {
      clock = NOON + days * DAY_MS + hours * HOUR_MS;
      await openStore().pruneIfDue();
    }
    clock = NOON + HOUR_MS;
    await openStore().pruneIfDue();
    expect(await openStore().state()).toMatchObject({ rows: 2, details: 2, lost: 0 });
  });

  it('takes effect at once when it is shortened', async () => {
    const store = openStore();
    await store.add(detailed(NOON - 10 * DAY_MS));
    await store.pruneIfDue();
    expect((await store.state()).rows).toBe(1);
    await choose({ retention: { brief: 9, detailed: 1 } });
    await store.pruneIfDue();
    expect((await store.state()).rows).toBe(0);
  });

  it('deletes many rows in slices, between which new rows come in', async () => {
    const store = openStore();
    // One key for all: sealing five thousand rows would take longer than the test.
    await store.add(entry(row({}, NOON - 40 * DAY_MS)));
    const [value] = await rawStore(LOG_DATABASE, 'rows');
    await putRaw(Array.from({ length: 5_000 }, () => ({ ...value, id: row({}, NOON - 40 * DAY_MS).id })));
    const deletions = vi.spyOn(IDBObjectStore.prototype, 'delete');
    const readings = vi.spyOn(IDBObjectStore.prototype, 'getAllKeys');
    const order: string[] = [];
    const pruning = store.pruneIfDue().then(() => order.push('pruned'));
    const adding = store.add(entry()).then(() => order.push('added'));
    await Promise.all([pruning, adding]);
    expect(order).toEqual(['added', 'pruned']);
    const ranges = deletions.mock.calls.map(([range]) => range as IDBKeyRange);
    expect(ranges.length).toBeGreaterThan(2);
    // No slice begins at what is gone: Chromium would step over all of it each time.
    const begins = readings.mock.calls.map(([range]) => (range as IDBKeyRange).lower);
    expect(begins.slice(1, ranges.length)).toEqual(ranges.slice(0, -1).map(({ upper }) => upper));
    expect(await openStore().state()).toMatchObject({ rows: 1, lost: 0 });
  });
});

describe('a full disk', () => {
  /** The first `times` writes of details find no room. */
  function fillDisk(times: number): void {
    const put = IDBObjectStore.prototype.put;
    let tries = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...parameters
    ) {
      if (this.name === 'details') tries += 1;
      if (this.name === 'details' && tries <= times) throw new DOMException('no space', 'QuotaExceededError');
      return put.apply(this, parameters);
    });
  }

  it('keeps a row with its detail or neither', async () => {
    await choose({ log: 'detailed' });
    fillDisk(2);
    await expect(openStore().add(detailed())).rejects.toMatchObject({ code: 'full', message: 'log: full' });
    expect(await openStore().state()).toMatchObject({ rows: 0, details: 0, lost: 0 });
  });

  it('makes room, and tries again', async () => {
    await choose({ log: 'detailed' });
    await openStore().add(detailed(NOON - 31 * DAY_MS));
    fillDisk(1);
    await openStore().add(detailed());
    expect(await openStore().state()).toMatchObject({ rows: 1, details: 1, lost: 0 });
  });
});

async function putRaw(values: readonly object[], name: 'rows' | 'details' = 'rows'): Promise<void> {
  const database = await promised(indexedDB.open(LOG_DATABASE));
  const store = database.transaction(name, 'readwrite').objectStore(name);
  await Promise.all(values.map((value) => promised(store.put(value))));
  database.close();
  await countAnew();
}

describe('a log of the first version', () => {
  async function openFirst(): Promise<IDBDatabase> {
    const request = indexedDB.open(LOG_DATABASE, 1);
    request.onupgradeneeded = () => void request.result.createObjectStore('rows', { keyPath: 'id' });
    return promised(request);
  }

  it('keeps its rows, and takes details', async () => {
    const old = row();
    const sealed = await createLogKey().seal(old.id, JSON.stringify(old));
    const database = await openFirst();
    await promised(database.transaction('rows', 'readwrite').objectStore('rows').put(sealed));
    database.close();
    await choose({ log: 'detailed' });
    const store = openStore();
    const added = detailed(NOON + HOUR_MS);
    await store.add(added);
    expect((await store.list({ limit: 10 })).rows).toEqual([
      { ...added.row, detail: added.detail },
      { ...old, detail: null },
    ]);
    expect(await store.state()).toMatchObject({ rows: 2, details: 1, lost: 0 });
  });

  it('that another connection holds open is said to be blocked, and is not touched', async () => {
    const database = await openFirst();
    await expect(openStore().add(entry())).rejects.toMatchObject({
      code: 'blocked',
      message: 'log: blocked',
    });
    expect([...database.objectStoreNames]).toEqual(['rows']);
    database.close();
  });
});

describe('broken records', () => {
  it('are left out, and the rest is listed', async () => {
    await choose({ log: 'detailed' });
    const store = openStore();
    const [one, other, third] = [detailed(), detailed(), detailed()];
    for (const sent of [one, other, third]) await store.add(sent);
    const database = await promised(indexedDB.open(LOG_DATABASE));
    const stores = database.transaction(['rows', 'details'], 'readwrite');
    const [rows, details] = [stores.objectStore('rows'), stores.objectStore('details')];
    const noise = { iv: new Uint8Array(12), data: new ArrayBuffer(40) };
    await promised(rows.put({ id: one.row.id, ...noise }));
    // A record under the id of another one.
    const moved: object = await promised(details.get(other.row.id));
    await promised(details.put({ ...moved, id: third.row.id }));
    await promised(rows.put({ id: 'no id of ours' }));
    database.close();
    expect((await openStore().list({ limit: 10 })).rows).toEqual([
      { ...third.row, detail: null },
      { ...other.row, detail: other.detail },
    ]);
  });

  it('a genuine record that is no row of ours is left out', async () => {
    const store = openStore();
    const good = entry();
    await store.add(good);
    const key = createLogKey();
    const texts = ['no JSON', '{}', JSON.stringify({ ...row(), text: 'isi' }), JSON.stringify(row())];
    await putRaw(await Promise.all(texts.map((text) => key.seal(row().id, text))));
    const text = JSON.stringify(detailOf(row()));
    const other = await createLogKey(KEY_PLACES.details).seal(`detail:${good.row.id}`, text);
    await putRaw([{ ...other, id: good.row.id }], 'details');
    expect((await store.list({ limit: 10 })).rows).toEqual([{ ...good.row, detail: null }]);
  });
});

describe('the limits of an agency', () => {
  const policyReads = () => {
    const get = vi.spyOn(fakeBrowser.storage.local, 'get');
    return () =>
      get.mock.calls.filter(([keys]) => keys === null || JSON.stringify(keys).includes('"policy"'));
  };

  it('are read once for many rows: a policy may hold lists of megabytes', async () => {
    await choose({ log: 'detailed' });
    await fakeBrowser.storage.local.set({ policy: { policy: { maxLogLevel: 1 }, faults: [] } });
    const reads = policyReads();
    const store = openStore();
    for (let time = 0; time < 5; time += 1) expect(await store.add(detailed())).toBe(true);
    expect(reads()).toHaveLength(1);
    expect(await readable('details')).toEqual([]);
  });

  it('count from the next row on when they change', async () => {
    await choose({ log: 'brief' });
    const store = openStore();
    expect(await store.add(entry())).toBe(true);
    await fakeBrowser.storage.local.set({ policy: { policy: { maxLogLevel: 0 }, faults: [] } });
    expect(await store.add(entry())).toBe(false);
    await fakeBrowser.storage.local.remove('policy');
    expect(await store.add(entry())).toBe(true);
  });

  it('count from the next row on when the browser tells of no change', async () => {
    await choose({ log: 'brief' });
    fakeBrowser.storage.onChanged.addListener = () => undefined;
    const store = openStore();
    expect(await store.add(entry())).toBe(true);
    fakeBrowser.storage.managed.get = (async () => ({ maxLogLevel: 0 })) as never;
    expect(await refreshPolicy()).toBe(true);
    expect(await store.add(entry())).toBe(false);
  });

  it('are asked for again after a read that failed', async () => {
    await choose({ log: 'brief' });
    const store = openStore();
    const { get } = fakeBrowser.storage.local;
    const failing = async (keys: never) => {
      if (JSON.stringify(keys).includes('"policy"')) throw new Error('unreadable');
      return get(keys);
    };
    vi.spyOn(fakeBrowser.storage.local, 'get').mockImplementation(failing as never);
    await expect(store.add(entry())).rejects.toThrow('log: failed');
    vi.restoreAllMocks();
    expect(await store.add(entry())).toBe(true);
  });
});
