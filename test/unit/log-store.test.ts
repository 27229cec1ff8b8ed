import './fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ALL_STORES, LOG_DATABASE } from '../../src/background/log/log-database.ts';
import { KEY_PLACES } from '../../src/background/log/log-key.ts';
import { createLogStore } from '../../src/background/log/log-store.ts';
import { type LogRow, RETENTION } from '../../src/core/log/log.ts';
import { HOUR_MS } from '../../src/core/log/log-id.ts';
import { fakeBrowser, NOON, promised, rawRows, resetBrowser, row } from './fake-browser.ts';

const DAY_MS = 24 * HOUR_MS;

let clock = NOON;
const { database: KEY_DATABASE, half: LOCAL_HALF } = KEY_PLACES.rows;

/** At the usual level there are no details. */
function openStore() {
  const store = createLogStore(() => clock);
  const add = (one: LogRow) => store.add({ row: one, detail: null });
  const list = async (query: { limit: number; before?: string | undefined }) => {
    const page = await store.list(query);
    const rows = page.rows.map(({ detail, ...one }) => {
      expect(detail).toBeNull();
      return one;
    });
    return { rows, total: page.total };
  };
  return { ...store, add, list };
}
const rawLog = async () =>
  (await rawRows(LOG_DATABASE)).filter(
    (value) => typeof value === 'object' && value !== null && 'data' in value,
  );

beforeEach(() => {
  resetBrowser();
  clock = NOON;
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Makes the next `times` writes of rows fail as a full disk does; gives the number of writes that were tried. */
function fillDisk(times: number): () => number {
  const put = IDBObjectStore.prototype.put;
  let tries = 0;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...parameters
  ) {
    if (this.name !== 'rows') return put.apply(this, parameters);
    tries += 1;
    if (tries <= times) throw new DOMException('no space', 'QuotaExceededError');
    return put.apply(this, parameters);
  });
  return () => tries;
}

describe('adding', () => {
  it('keeps one row per id, however often and from however many workers it comes', async () => {
    const rows = [row(), row(), row()];
    for (let worker = 0; worker < 3; worker += 1) {
      const store = openStore();
      await Promise.all([...rows, ...rows].map((one) => store.add(one)));
    }
    const page = await openStore().list({ limit: 10 });
    expect(page.total).toBe(3);
    expect(page.rows).toEqual([...rows].reverse());
  });

  it('never changes a row that is there', async () => {
    const first = row({ outcome: 'cancelled' });
    const store = openStore();
    await store.add(first);
    await store.add({ ...first, outcome: 'continued' });
    expect((await store.list({ limit: 10 })).rows).toEqual([first]);
  });

  it('writes to the disk before it acknowledges', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await openStore().add(row());
    expect(transaction).toHaveBeenCalledWith([...ALL_STORES, 'meta'], 'readwrite', { durability: 'strict' });
  });

  it('leaves nothing of a row readable in the database but its id', async () => {
    const stored = row();
    await openStore().add(stored);
    const raw = await rawLog();
    expect(raw).toHaveLength(1);
    const [sealed] = raw as { id: string; iv: Uint8Array; data: ArrayBuffer }[];
    expect(Object.keys(sealed ?? {}).sort()).toEqual(['data', 'id', 'iv']);
    const bytes = Buffer.concat([
      Buffer.from(sealed?.iv ?? []),
      Buffer.from(sealed?.data ?? new ArrayBuffer(0)),
    ]);
    const fields = [
      'facebook',
      'comment',
      'candidate',
      'ticket',
      'president',
      '2024',
      'cancelled',
      'pilpres',
      'action',
    ];
    const readable = fields.filter((field) => JSON.stringify(stored).includes(field));
    expect(readable).toEqual(fields);
    expect(fields.filter((field) => bytes.includes(field) || bytes.includes(field, 0, 'utf16le'))).toEqual(
      [],
    );
  });
});

describe('listing', () => {
  it('is newest first, in pages, without gaps or repeats', async () => {
    const store = openStore();
    const rows = Array.from({ length: 25 }, (_, index) => row({}, NOON - index * HOUR_MS));
    for (const one of [...rows].sort((a, b) => Math.sin(a.hour) - Math.sin(b.hour))) await store.add(one);
    const seen: string[] = [];
    for (let before: string | undefined; seen.length < 25; before = seen.at(-1)) {
      const page = await store.list({ limit: 10, before });
      expect(page.total).toBe(25);
      expect(page.rows.length).toBeGreaterThan(0);
      seen.push(...page.rows.map(({ id }) => id));
    }
    expect(seen).toEqual(rows.map(({ id }) => id));
    expect((await store.list({ limit: 10, before: seen.at(-1) })).rows).toEqual([]);
  });

  it('goes on behind rows whose key is lost', async () => {
    const old = [row({}, NOON - HOUR_MS), row({}, NOON - HOUR_MS)];
    for (const one of old) await openStore().add(one);
    await fakeBrowser.storage.local.remove(LOCAL_HALF);
    const store = openStore();
    const [before, after] = [row({}, NOON - 2 * HOUR_MS), row({}, NOON)];
    await store.add(before);
    await store.add(after);
    expect((await store.list({ limit: 2 })).rows).toEqual([after, before]);
    expect((await store.list({ limit: 10 })).rows).toEqual([after, before]);
  });

  it('is empty at first', async () => {
    expect(await openStore().list({ limit: 10 })).toEqual({ rows: [], total: 0 });
  });
});

describe('retention', () => {
  const edge = NOON - RETENTION.brief.initial * DAY_MS;

  it('deletes rows past 30 days by key range, and those only', async () => {
    const store = openStore();
    const kept = [row({}, NOON), row({}, edge)];
    for (const one of [...kept, row({}, edge - HOUR_MS), row({}, edge - 400 * DAY_MS)]) await store.add(one);
    const remove = vi.spyOn(IDBObjectStore.prototype, 'delete');
    await store.pruneIfDue();
    expect((await store.list({ limit: 10 })).rows).toEqual(kept);
    expect(remove).toHaveBeenCalledTimes(1);
    expect(remove.mock.calls[0]?.[0]).toBeInstanceOf(IDBKeyRange);
  });

  it('runs once a day while a worker lives', async () => {
    const store = openStore();
    const total = async () => (await store.list({ limit: 10 })).total;
    await store.add(row());
    await store.pruneIfDue();
    const expired = row({}, NOON - 40 * DAY_MS);
    await store.add(expired);
    clock += 23 * HOUR_MS;
    await store.pruneIfDue();
    expect(await total()).toBe(2);
    clock += HOUR_MS;
    await store.pruneIfDue();
    expect(await total()).toBe(1);
  });

  it.each([-730, -60, -3, 3, 60, 730])(
    'deletes nothing when the clock jumps by %i days and back',
    async (days) => {
      const rows = [row({}, NOON), row({}, NOON - 29 * DAY_MS)];
      for (const one of rows) await openStore().add(one);
      await openStore().pruneIfDue();
      clock = NOON + days * DAY_MS;
      for (let hours = 0; hours < 23; hours += 5) {
        clock += 5 * HOUR_MS;
        if (hours < 20) await openStore().pruneIfDue();
      }
      clock = NOON + HOUR_MS;
      await openStore().pruneIfDue();
      expect((await openStore().list({ limit: 10 })).rows).toEqual(rows);
    },
  );

  it('believes a new time that holds for a day', async () => {
    await openStore().add(row());
    await openStore().pruneIfDue();
    clock = NOON + 40 * DAY_MS;
    await openStore().pruneIfDue();
    expect((await openStore().list({ limit: 10 })).total).toBe(1);
    clock += DAY_MS;
    await openStore().pruneIfDue();
    expect((await openStore().list({ limit: 10 })).total).toBe(0);
  });
});

describe('a full disk', () => {
  it('makes room by deleting expired rows, and tries again', async () => {
    const store = openStore();
    await store.add(row({}, NOON - 31 * DAY_MS));
    const tries = fillDisk(1);
    const added = row();
    await store.add(added);
    expect(tries()).toBe(2);
    expect(await store.list({ limit: 10 })).toEqual({ rows: [added], total: 1 });
  });

  it('says so when there is no room even then, and keeps what is there', async () => {
    const store = openStore();
    const first = row();
    await store.add(first);
    const tries = fillDisk(Number.POSITIVE_INFINITY);
    await expect(store.add(row())).rejects.toMatchObject({ code: 'full', message: 'log: full' });
    expect(tries()).toBe(2);
    expect((await store.list({ limit: 10 })).rows).toEqual([first]);
  });
});

describe('a database that is not as expected', () => {
  it('reports a newer version and deletes nothing', async () => {
    await openStore().add(row());
    const newer = await promised(upgraded(indexedDB.open(LOG_DATABASE, 9)));
    newer.close();
    const store = openStore();
    await expect(store.add(row())).rejects.toMatchObject({ code: 'newer', message: 'log: newer' });
    await expect(store.list({ limit: 10 })).rejects.toMatchObject({ code: 'newer' });
    for (const work of [store.state, () => store.delete({ ids: [row().id] }), store.pruneIfDue]) {
      await expect(work()).rejects.toMatchObject({ code: 'newer', message: 'log: newer' });
    }
    expect(await rawLog()).toHaveLength(1);
  });

  it('makes way for a newer version, instead of blocking it', async () => {
    const store = openStore();
    await store.add(row());
    const newer = await promised(upgraded(indexedDB.open(LOG_DATABASE, 9)));
    expect(newer.version).toBe(9);
    newer.close();
    await expect(store.add(row())).rejects.toMatchObject({ code: 'newer' });
  });

  it('opens again when the browser closed the connection', async () => {
    const store = openStore();
    const rows = [row(), row()];
    const open = vi.spyOn(IDBDatabase.prototype, 'transaction');
    if (rows[0]) await store.add(rows[0]);
    for (const database of open.mock.contexts) (database as IDBDatabase).close();
    if (rows[1]) await store.add(rows[1]);
    expect((await store.list({ limit: 10 })).rows).toEqual([...rows].reverse());
  });

  function upgraded(request: IDBOpenDBRequest): IDBOpenDBRequest {
    request.onupgradeneeded = () => undefined;
    return request;
  }
});

describe('clearing', () => {
  it('leaves no row, no key and no trace, but settings and rules', async () => {
    await fakeBrowser.storage.local.set({ settings: { log: 'brief' }, snapshot: { format: 1 }, other: 1 });
    const store = openStore();
    await store.add(row());
    await store.pruneIfDue();
    await store.clear();
    expect(await indexedDB.databases()).toEqual([]);
    const local = await fakeBrowser.storage.local.get(null);
    expect(local).toEqual({ settings: { log: 'brief' }, snapshot: { format: 1 } });
  });

  it('starts again with a new key', async () => {
    const store = openStore();
    await store.add(row());
    const half = async () => (await fakeBrowser.storage.local.get(LOCAL_HALF))[LOCAL_HALF];
    const [first, other] = [await half(), await rawRows(KEY_DATABASE)];
    await store.clear();
    const added = row();
    await store.add(added);
    expect(await half()).toMatch(/^[0-9a-f]{64}$/);
    expect(await half()).not.toBe(first);
    expect(await rawRows(KEY_DATABASE)).not.toEqual(other);
    expect(await store.list({ limit: 10 })).toEqual({ rows: [added], total: 1 });
  });

  it('keeps writers out until it is done', async () => {
    const store = openStore();
    const early = Array.from({ length: 20 }, () => row());
    const late = Array.from({ length: 20 }, () => row());
    const adding = early.map((one) => store.add(one));
    const clearing = store.clear();
    await Promise.all([...adding, clearing, ...late.map((one) => store.add(one))]);
    const page = await openStore().list({ limit: 100 });
    expect(page.rows.map(({ id }) => id).sort()).toEqual(late.map(({ id }) => id).sort());
    expect(page.total).toBe(20);
  });

  it('destroys the key even when a foreign connection keeps the rows alive, and says that it is blocked', async () => {
    const store = openStore();
    await store.add(row());
    const foreign = await promised(indexedDB.open(LOG_DATABASE));
    await expect(store.clear()).rejects.toMatchObject({ code: 'blocked' });
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual([LOG_DATABASE]);
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
    foreign.close();
  });

  it('deletes the rows even when a foreign connection keeps a key alive', async () => {
    const store = openStore();
    await store.add(row());
    const foreign = await promised(indexedDB.open(KEY_DATABASE));
    await expect(store.clear()).rejects.toMatchObject({ code: 'blocked' });
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual([KEY_DATABASE]);
    foreign.close();
  });
});
