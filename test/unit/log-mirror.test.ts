import './fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LOG_DATABASE } from '../../src/background/log/log-database.ts';
import { KEY_PLACES } from '../../src/background/log/log-key.ts';
import { createLogMirror, MIRROR_KEY } from '../../src/background/log/log-mirror.ts';
import { createLogStore } from '../../src/background/log/log-store.ts';
import { HOUR_MS } from '../../src/core/log/log-id.ts';
import { countAnew, entry, fakeBrowser, NOON, promised, resetBrowser, row } from './fake-browser.ts';

const DAY_MS = 24 * HOUR_MS;
let clock = NOON;
/** As a new worker does. */
const openStore = () => createLogStore(() => clock);
const mirror = async () => (await fakeBrowser.storage.local.get(MIRROR_KEY))[MIRROR_KEY];
const deleteDatabase = (name: string) => promised(indexedDB.deleteDatabase(name));

beforeEach(() => {
  resetBrowser();
  clock = NOON;
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function addRows(count: number, at = NOON): Promise<string[]> {
  const store = openStore();
  const rows = Array.from({ length: count }, () => row({}, at));
  await Promise.all(rows.map((one) => store.add(entry(one))));
  return rows.map(({ id }) => id);
}
/** The database is in an earlier state of itself: what was written last did not reach the disk. */
async function loseRows(ids: readonly string[]): Promise<void> {
  const database = await promised(indexedDB.open(LOG_DATABASE));
  const store = database.transaction('rows', 'readwrite').objectStore('rows');
  for (const id of ids) await promised(store.delete(id));
  database.close();
  await countAnew();
}

describe('a database that the browser emptied', () => {
  it.each([
    ['the log', [LOG_DATABASE]],
    ['all databases', [LOG_DATABASE, KEY_PLACES.rows.database]],
  ])('is noticed (%s), told until the person has read it, and rows are added on', async (_what, names) => {
    await addRows(5);
    for (const name of names) await deleteDatabase(name);
    const added = await addRows(2);
    expect(await openStore().state()).toMatchObject({ rows: 2, lost: 5 });
    expect(await openStore().state()).toMatchObject({ rows: 2, lost: 5 });
    expect((await openStore().list({ limit: 10 })).rows.map(({ id }) => id)).toEqual(added.reverse());
    await openStore().acknowledge();
    expect(await openStore().state()).toMatchObject({ rows: 2, lost: 0 });
  });

  it('is noticed by who only looks', async () => {
    await addRows(3);
    await deleteDatabase(LOG_DATABASE);
    expect(await openStore().state()).toMatchObject({ rows: 0, lost: 3 });
  });

  it('is noticed while the worker lives', async () => {
    const store = openStore();
    for (let count = 0; count < 3; count += 1) await store.add(entry());
    await deleteDatabase(LOG_DATABASE);
    await store.add(entry());
    expect(await store.state()).toMatchObject({ rows: 1, lost: 3 });
  });

  it('counts what is lost twice before it was read', async () => {
    await addRows(3);
    await deleteDatabase(LOG_DATABASE);
    await addRows(2);
    await deleteDatabase(LOG_DATABASE);
    expect(await openStore().state()).toMatchObject({ rows: 0, lost: 5 });
  });

  it('tells of single rows too', async () => {
    const ids = await addRows(4);
    await loseRows(ids.slice(1, 3));
    expect(await openStore().state()).toMatchObject({ rows: 2, lost: 2 });
  });

  it('tells of an older copy of the log that was put in its place', async () => {
    await addRows(4);
    await deleteDatabase(LOG_DATABASE);
    const foreign = { epoch: 'another', rows: 4, lost: 0 };
    const known = await mirror();
    await addRows(4);
    expect(await openStore().state()).toMatchObject({ rows: 4, lost: 4 });
    // And the other way round: the database is the same, the count is of another one.
    await fakeBrowser.storage.local.set({ [MIRROR_KEY]: foreign });
    expect(await openStore().state()).toMatchObject({ rows: 4, lost: 4 });
    expect(known).not.toEqual(await mirror());
  });

  it('tries once for each call, not again and again', async () => {
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError');
    });
    await expect(openStore().add(entry())).rejects.toMatchObject({ code: 'failed' });
    expect(open.mock.calls.filter(([name]) => name === LOG_DATABASE).length).toBeLessThanOrEqual(1);
  });
});

describe('no false alarm', () => {
  it('comes of adding, also the same rows again and many at once', async () => {
    const rows = Array.from({ length: 20 }, () => row());
    const store = openStore();
    await Promise.all([...rows, ...rows].map((one) => store.add(entry(one))));
    expect(await openStore().state()).toMatchObject({ rows: 20, lost: 0 });
    expect(await mirror()).toMatchObject({ rows: 20, lost: 0 });
  });

  it('comes of deleting, pruning and clearing', async () => {
    const ids = await addRows(4);
    await addRows(3, NOON - 40 * DAY_MS);
    expect(await openStore().delete({ ids: ids.slice(0, 2) })).toBe(2);
    expect(await openStore().state()).toMatchObject({ rows: 5, lost: 0 });
    await openStore().pruneIfDue();
    expect(await openStore().state()).toMatchObject({ rows: 2, lost: 0 });
    await openStore().clear();
    expect(await mirror()).toBeUndefined();
    await addRows(1);
    expect(await openStore().state()).toMatchObject({ rows: 1, lost: 0 });
  });

  it('comes when the count itself is lost or broken: that of the database is taken over', async () => {
    await addRows(3);
    for (const broken of [undefined, 7, {}, { epoch: 'x', rows: -1, lost: 0 }]) {
      await fakeBrowser.storage.local.set({ [MIRROR_KEY]: broken });
      expect(await openStore().state()).toMatchObject({ rows: 3, lost: 0 });
      expect(await mirror()).toMatchObject({ rows: 3 });
    }
  });

  it('comes of a worker that died between a row and its count; the count is mended', async () => {
    await addRows(2);
    const [before] = [await mirror()];
    await addRows(2);
    await fakeBrowser.storage.local.set({ [MIRROR_KEY]: before });
    expect(await openStore().state()).toMatchObject({ rows: 4, lost: 0 });
    expect(await mirror()).toMatchObject({ rows: 4 });
  });

  it('comes of connections that break while rows are written and deleted', async () => {
    const store = openStore();
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const rows = Array.from({ length: 60 }, () => row());
    const work = rows.map(async (one, index) => {
      await store.add(entry(one));
      if (index % 7 === 0) for (const open of transaction.mock.contexts) (open as IDBDatabase).close();
      if (index % 3 === 0) await store.delete({ ids: [one.id] });
    });
    await Promise.all(work);
    expect(await openStore().state()).toMatchObject({ rows: 40, lost: 0 });
  });

  it('comes of a row that a comparison has counted before its writer could', async () => {
    const one = createLogMirror();
    await one.compare('epoch', 5);
    const added = one.beforeAdding();
    await one.compare('epoch', 6);
    await added(1);
    expect(await mirror()).toEqual({ epoch: 'epoch', rows: 6, lost: 0 });
  });

  it('comes when the count is taken anew in the middle of a deletion', async () => {
    const ids = await addRows(6);
    const store = openStore();
    const real = IDBObjectStore.prototype.delete;
    let broken = false;
    // The first attempt loses its connection after the count was lowered, so all is counted again with the rows still there.
    vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (
      this: IDBObjectStore,
      ...parameters
    ) {
      if (broken) return real.apply(this, parameters);
      broken = true;
      this.transaction.abort();
      throw new DOMException('aborted', 'AbortError');
    });
    expect(await store.delete({ ids: ids.slice(0, 4) })).toBe(4);
    expect(await mirror()).toMatchObject({ rows: 2 });
    expect(await openStore().state()).toMatchObject({ rows: 2, lost: 0 });
  });

  it('comes of a count that cannot be written: then nothing is deleted', async () => {
    const ids = await addRows(3);
    const store = openStore();
    await store.state();
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('disk'));
    await expect(store.delete({ ids })).rejects.toMatchObject({ code: 'failed', message: 'log: failed' });
    await expect(store.add(entry())).resolves.toBe(true);
    vi.restoreAllMocks();
    expect(await openStore().state()).toMatchObject({ rows: 4, lost: 0 });
  });
});

describe('a deletion that finds out how many go', () => {
  const expects = async () => ((await mirror()) as { rows: number }).rows;

  it('lowers the count before, and gives back what was too much', async () => {
    await addRows(5);
    const during: number[] = [];
    const deleted = await createLogMirror().whileDeletingSome(4, async () => {
      during.push(await expects());
      return 1;
    });
    expect([deleted, ...during, await expects()]).toEqual([1, 1, 4]);
  });

  it('never counts more rows than there were', async () => {
    await addRows(2);
    await createLogMirror().whileDeletingSome(2_000, async () => 2);
    expect(await expects()).toBe(0);
    await createLogMirror().whileDeletingSome(2_000, async () => 0);
    expect(await expects()).toBe(0);
  });

  it('that fails leaves the count too low, which is no alarm', async () => {
    await addRows(3);
    const failing = createLogMirror().whileDeletingSome(2, () => Promise.reject(new Error('killed')));
    await expect(failing).rejects.toThrow('killed');
    expect(await expects()).toBe(1);
    expect(await openStore().state()).toMatchObject({ rows: 3, lost: 0 });
  });
});
