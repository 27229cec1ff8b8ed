import './fake-browser.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createLogKey, KEY_PLACES } from '../../src/background/log/log-key.ts';
import { fakeBrowser, promised, rawRows, resetBrowser } from './fake-browser.ts';

beforeEach(resetBrowser);

const { database: KEY_DATABASE, half: LOCAL_HALF } = KEY_PLACES.rows;

const localHalf = async () => (await fakeBrowser.storage.local.get(LOCAL_HALF))[LOCAL_HALF];
const deleteDatabase = (name: string) => promised(indexedDB.deleteDatabase(name));

describe('log key', () => {
  it('opens what it sealed, also in a new worker', async () => {
    const sealed = await createLogKey().seal('row-1', 'isi baris');
    expect(await createLogKey().open(sealed)).toBe('isi baris');
  });

  it('makes no key to read, and one key for many rows', async () => {
    const key = createLogKey();
    const foreign = { id: 'a', iv: new Uint8Array(12), data: new ArrayBuffer(32) };
    expect(await key.open(foreign)).toBeUndefined();
    expect(await localHalf()).toBeUndefined();
    const rows = await Promise.all(['a', 'b', 'c'].map((id) => key.seal(id, id)));
    expect(await rawRows(KEY_DATABASE)).toHaveLength(1);
    expect(await Promise.all(rows.map((row) => createLogKey().open(row)))).toEqual(['a', 'b', 'c']);
  });

  it('is loaded once for many rows', async () => {
    const first = createLogKey();
    const sealed = await Promise.all(['a', 'b', 'c'].map((id) => first.seal(id, id)));
    const key = createLogKey();
    const read = vi.spyOn(fakeBrowser.storage.local, 'get');
    await Promise.all(sealed.map((row) => key.open(row)));
    for (const row of sealed) await key.open(row);
    expect(read).toHaveBeenCalledTimes(1);
    read.mockRestore();
  });

  it('uses a fresh iv for each row', async () => {
    const key = createLogKey();
    const ivs = await Promise.all(
      Array.from({ length: 50 }, async () => String((await key.seal('a', 'a')).iv)),
    );
    expect(new Set(ivs).size).toBe(50);
  });

  it('opens a row under its own id only', async () => {
    const key = createLogKey();
    const sealed = await key.seal('row-1', 'isi');
    expect(await key.open({ ...sealed, id: 'row-2' })).toBeUndefined();
  });

  it('refuses a row that was changed on disk', async () => {
    const key = createLogKey();
    const sealed = await key.seal('row-1', 'isi');
    new Uint8Array(sealed.data)[0] = (new Uint8Array(sealed.data)[0] ?? 0) ^ 1;
    expect(await key.open(sealed)).toBeUndefined();
  });

  it.each([
    ['storage.local', () => fakeBrowser.storage.local.clear()],
    ['its database', () => deleteDatabase(KEY_DATABASE)],
  ])('opens nothing once the half in %s is gone', async (_place, lose) => {
    const sealed = await createLogKey().seal('row-1', 'isi');
    await lose();
    const key = createLogKey();
    expect(await key.open(sealed)).toBeUndefined();
    await key.seal('row-2', 'isi');
    expect(await key.open(sealed)).toBeUndefined();
  });

  it('does not lie in either half alone', async () => {
    const sealed = await createLogKey().seal('row-1', 'isi');
    const [half] = (await rawRows(KEY_DATABASE)) as Uint8Array<ArrayBuffer>[];
    if (!half) throw new Error('no half was stored');
    const local = Uint8Array.from(Buffer.from(String(await localHalf()), 'hex'));
    for (const bytes of [half, local]) {
      const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['decrypt']);
      const options = { name: 'AES-GCM', iv: sealed.iv, additionalData: new TextEncoder().encode(sealed.id) };
      await expect(crypto.subtle.decrypt(options, key, sealed.data)).rejects.toThrow();
    }
  });

  it('makes new halves after a wipe', async () => {
    const key = createLogKey();
    const sealed = await key.seal('row-1', 'isi');
    const first = await localHalf();
    await fakeBrowser.storage.local.clear();
    await deleteDatabase(KEY_DATABASE);
    key.forget();
    expect(await indexedDB.databases()).toEqual([]);
    await key.seal('row-2', 'isi');
    expect(await localHalf()).not.toBe(first);
    expect(await key.open(sealed)).toBeUndefined();
  });

  it('is another one in each place', async () => {
    const sealed = await createLogKey(KEY_PLACES.rows).seal('row-1', 'isi');
    await createLogKey(KEY_PLACES.details).seal('row-1', 'isi');
    expect(await createLogKey(KEY_PLACES.details).open(sealed)).toBeUndefined();
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names.sort()).toEqual([KEY_PLACES.details.database, KEY_PLACES.rows.database]);
    expect(Object.keys(await fakeBrowser.storage.local.get(null)).sort()).toEqual([
      KEY_PLACES.details.half,
      KEY_PLACES.rows.half,
    ]);
  });
});
