import './fake-browser.ts';
import './quick-passphrases.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ALL_STORES, LOG_DATABASE } from '../../src/background/log/log-database.ts';
import { createLogKey, KEY_PLACES } from '../../src/background/log/log-key.ts';
import { IDLE_ALARM, IDLE_MS, LOCK_KEY, UNLOCKED_KEY } from '../../src/background/log/log-lock.ts';
import { createLogStore } from '../../src/background/log/log-store.ts';
import { HOUR_MS } from '../../src/core/log/log-id.ts';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import type { NewLogEntry } from '../../src/shared/messages.ts';
import { detailOf, entry, fakeBrowser, NOON, promised, rawStore, resetBrowser, row } from './fake-browser.ts';

const PASSPHRASE = 'padi menguning di sawah';
let clock = NOON;
/** As a new worker does. */
const openStore = () => createLogStore(() => clock);

beforeEach(async () => {
  resetBrowser();
  clock = NOON;
  await fakeBrowser.storage.local.set({ settings: { ...defaultSettings(), log: 'detailed' } });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const detailed = (at = NOON): NewLogEntry => {
  const one = row({}, at);
  return entry(one, detailOf(one));
};
async function addAll(entries: readonly NewLogEntry[]): Promise<void> {
  const store = openStore();
  await Promise.all(entries.map((one) => store.add(one)));
}
async function resealAll(): Promise<void> {
  while ((await openStore().reseal()) > 0);
}
const newestFirst = (entries: readonly NewLogEntry[]) =>
  [...entries]
    .sort((one, other) => (one.row.id < other.row.id ? 1 : -1))
    .map(({ row: one, detail }) => ({ ...one, detail }));
const listAll = async () => (await openStore().list({ limit: 1_000 })).rows;
const session = () => fakeBrowser.storage.session.get(null);
const counts = async () =>
  Promise.all(ALL_STORES.map(async (store) => (await rawStore(LOG_DATABASE, store)).length));

describe('a lock that is set', () => {
  it('leaves the log unlocked; rows move in batches, and are listed all the time', async () => {
    const entries = Array.from({ length: 130 }, (_, index) => detailed(NOON - (index % 9) * HOUR_MS));
    await addAll(entries);
    await openStore().setLock(PASSPHRASE);
    expect(await openStore().state()).toEqual({
      lock: 'unlocked',
      rows: 130,
      details: 130,
      unsealed: 260,
      lost: 0,
    });
    const late = detailed(NOON + HOUR_MS);
    await openStore().add(late);
    const all = [...entries, late];
    for (const left of [160, 60, 0]) {
      expect(await openStore().reseal()).toBe(left);
      expect(await openStore().state()).toMatchObject({ rows: 131, details: 131, unsealed: left, lost: 0 });
      expect(await listAll()).toEqual(newestFirst(all));
    }
    expect(await counts()).toEqual([0, 131, 0, 131]);
    expect(await openStore().reseal()).toBe(0);
  });

  it('pages through rows of both kinds without gaps or repeats', async () => {
    const entries = Array.from({ length: 150 }, (_, index) => detailed(NOON - index * HOUR_MS));
    await addAll(entries);
    await openStore().setLock(PASSPHRASE);
    await openStore().reseal();
    const seen: string[] = [];
    for (let before: string | undefined; seen.length < 150; before = seen.at(-1)) {
      const page = await openStore().list({ limit: 40, before });
      expect(page.rows.length).toBeGreaterThan(0);
      seen.push(...page.rows.map(({ id }) => id));
    }
    expect(seen).toEqual(newestFirst(entries).map(({ id }) => id));
  });

  it('destroys the keys that the rows lay under before, once none is left there', async () => {
    await addAll([detailed(), detailed()]);
    const old = await rawStore(LOG_DATABASE, 'rows');
    await openStore().setLock(PASSPHRASE);
    await resealAll();
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names.sort()).toEqual([KEY_PLACES.locked.database, LOG_DATABASE].sort());
    const local = Object.keys(await fakeBrowser.storage.local.get(null));
    expect(local).toContain(KEY_PLACES.locked.half);
    expect(local).not.toContain(KEY_PLACES.rows.half);
    expect(local).not.toContain(KEY_PLACES.details.half);
    for (const value of old) expect(await createLogKey().open(value)).toBeUndefined();
  });

  it('ends at the next start what a killed worker left: the old keys', async () => {
    await addAll([detailed()]);
    await openStore().setLock(PASSPHRASE);
    const wiped = vi.spyOn(fakeBrowser.storage.local, 'clear').mockRejectedValue(new Error('killed'));
    await expect(openStore().reseal()).rejects.toMatchObject({ code: 'failed' });
    wiped.mockRestore();
    await openStore().pruneIfDue();
    expect(Object.keys(await fakeBrowser.storage.local.get(null))).not.toContain(KEY_PLACES.rows.half);
    expect(await listAll()).toHaveLength(1);
  });

  it('moves rows whose key is lost as they are, and the others all the same', async () => {
    await addAll([detailed(), detailed()]);
    await fakeBrowser.storage.local.remove(KEY_PLACES.rows.half);
    const readable = detailed(NOON + HOUR_MS);
    await openStore().add(readable);
    await openStore().setLock(PASSPHRASE);
    await resealAll();
    expect(await listAll()).toEqual(newestFirst([readable]));
    expect(await openStore().state()).toMatchObject({ rows: 3, unsealed: 0, lost: 0 });
  });

  it('cannot be set twice', async () => {
    await openStore().setLock(PASSPHRASE);
    const before = await fakeBrowser.storage.local.get(LOCK_KEY);
    await expect(openStore().setLock('lain sekali')).rejects.toThrow('log: lock-set');
    expect(await fakeBrowser.storage.local.get(LOCK_KEY)).toEqual(before);
  });
});

describe('a locked log', () => {
  it('takes rows, and shows how many there are and nothing else', async () => {
    await addAll([detailed(), detailed()]);
    await openStore().setLock(PASSPHRASE);
    await openStore().reseal();
    await openStore().closeLock();
    const late = detailed();
    await openStore().add(late);
    await openStore().add(late);
    expect(await openStore().list({ limit: 10 })).toEqual({ rows: [], total: 3 });
    expect(await openStore().state()).toEqual({ lock: 'locked', rows: 3, details: 3, unsealed: 0, lost: 0 });
  });

  it('shows nothing of rows that are not moved yet either', async () => {
    await addAll([detailed()]);
    await openStore().setLock(PASSPHRASE);
    await openStore().closeLock();
    expect(await openStore().list({ limit: 10 })).toEqual({ rows: [], total: 1 });
    // Moving them needs the public key only.
    expect(await openStore().reseal()).toBe(0);
  });

  it('has no plaintext at rest, also for whoever has the device key', async () => {
    await openStore().setLock(PASSPHRASE);
    const one = detailed();
    await openStore().add(one);
    await openStore().closeLock();
    const key = createLogKey(KEY_PLACES.locked);
    const texts = [
      ...(await rawStore(LOG_DATABASE, 'lockedRows')).map((value) => key.open(value)),
      ...(await rawStore(LOG_DATABASE, 'lockedDetails')).map((value) =>
        key.open({ ...value, id: `detail:${value.id}` }),
      ),
    ];
    const inner = (await Promise.all(texts)).map((text) =>
      Buffer.from(text ?? '', 'base64').toString('latin1'),
    );
    const words = Object.values({ ...one.row, ...one.detail }).filter((value) => typeof value === 'string');
    expect(inner.filter((text) => text.length > 60)).toHaveLength(2);
    for (const text of inner) for (const word of words) expect(text).not.toContain(word);
  });

  it('opens with its passphrase only', async () => {
    const entries = [detailed(), detailed()];
    await addAll(entries);
    await openStore().setLock(PASSPHRASE);
    await resealAll();
    await openStore().closeLock();
    for (const wrong of ['', 'padi', PASSPHRASE.toUpperCase(), `${PASSPHRASE} `]) {
      expect(await openStore().openLock(wrong)).toBe(false);
    }
    expect(await session()).toEqual({});
    expect(await openStore().openLock(PASSPHRASE)).toBe(true);
    expect(await listAll()).toEqual(newestFirst(entries));
  });

  it('makes each guess slow', async () => {
    const derived = vi.spyOn(crypto.subtle, 'deriveKey');
    await openStore().setLock(PASSPHRASE);
    await openStore().openLock('lain');
    const slow = derived.mock.calls.filter(([algorithm]) => Object(algorithm).iterations >= 600_000);
    expect(slow).toHaveLength(2);
  });

  it('takes a passphrase however its letters are put together', async () => {
    await openStore().setLock('kafé di sudut');
    await openStore().closeLock();
    expect(await openStore().openLock('kafe\u0301 di sudut')).toBe(true);
  });

  it('keeps the private key in memory only', async () => {
    await openStore().setLock(PASSPHRASE);
    await openStore().add(detailed());
    const unlocked = (await session())[UNLOCKED_KEY] as { privateKey: string };
    expect(unlocked.privateKey.length).toBeGreaterThan(150);
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain(unlocked.privateKey);
    await openStore().closeLock();
    expect(await session()).toEqual({});
    expect(await fakeBrowser.alarms.get(IDLE_ALARM)).toBeUndefined();
  });

  it('refuses to delete rows or to take the lock off, and can be cleared', async () => {
    await openStore().setLock(PASSPHRASE);
    const one = detailed();
    await openStore().add(one);
    await openStore().closeLock();
    await expect(openStore().delete({ ids: [one.row.id] })).rejects.toThrow('log: locked');
    await expect(openStore().removeLock()).rejects.toThrow('log: locked');
    expect(await openStore().state()).toMatchObject({ lock: 'locked', rows: 1 });
    await openStore().clear();
    expect(await openStore().state()).toEqual({ lock: 'off', rows: 0, details: 0, unsealed: 0, lost: 0 });
    expect(Object.keys(await fakeBrowser.storage.local.get(null)).sort()).toEqual(['logMirror', 'settings']);
  });

  it('loses expired rows all the same', async () => {
    await openStore().setLock(PASSPHRASE);
    await openStore().add(detailed(NOON - 31 * 24 * HOUR_MS));
    await openStore().add(detailed(NOON - 8 * 24 * HOUR_MS));
    await openStore().closeLock();
    await openStore().pruneIfDue();
    expect(await openStore().state()).toMatchObject({ rows: 1, details: 0, lost: 0 });
  });

  it.each([7, {}, { publicKey: 'x' }, { publicKey: 'AAAA', wrapped: { salt: '?', iv: '', data: '' } }])(
    'writes no row openly when its lock is broken: %j',
    async (broken) => {
      await fakeBrowser.storage.local.set({ [LOCK_KEY]: broken });
      await expect(openStore().add(entry())).rejects.toMatchObject({ code: 'failed' });
      await expect(openStore().list({ limit: 10 })).rejects.toMatchObject({ code: 'failed' });
      await openStore().clear();
      await expect(openStore().add(entry())).resolves.toBe(true);
    },
  );
});

describe('an unlocked log', () => {
  beforeEach(async () => {
    await openStore().setLock(PASSPHRASE);
    await openStore().add(detailed());
  });

  it('locks after five minutes without use', async () => {
    clock += IDLE_MS - 1;
    expect((await openStore().state()).lock).toBe('unlocked');
    clock += 1;
    expect(await openStore().list({ limit: 10 })).toEqual({ rows: [], total: 1 });
    expect(await session()).toEqual({});
    expect((await openStore().state()).lock).toBe('locked');
  });

  it('stays open while it is read, and asking for its state is no use', async () => {
    clock += IDLE_MS - 1;
    expect(await listAll()).toHaveLength(1);
    clock += IDLE_MS - 1;
    expect((await openStore().state()).lock).toBe('unlocked');
    clock += 1;
    expect((await openStore().state()).lock).toBe('locked');
  });

  it('locks by an alarm when nobody asks', async () => {
    expect((await fakeBrowser.alarms.get(IDLE_ALARM))?.scheduledTime).toBe(NOON + IDLE_MS);
    clock += IDLE_MS;
    await openStore().lockIfIdle();
    expect(await session()).toEqual({});
  });

  it('sets the alarm anew when it was used since', async () => {
    clock += 60_000;
    await listAll();
    await fakeBrowser.alarms.clear(IDLE_ALARM);
    clock = NOON + IDLE_MS;
    await openStore().lockIfIdle();
    expect((await openStore().state()).lock).toBe('unlocked');
    expect((await fakeBrowser.alarms.get(IDLE_ALARM))?.scheduledTime).toBe(clock + 60_000);
  });

  it('locks by an alarm that comes a moment too soon', async () => {
    clock += IDLE_MS - 500;
    await openStore().lockIfIdle();
    expect(await session()).toEqual({});
  });

  it.each([-IDLE_MS, -1e11, 1e11])('locks when the clock jumps by %i ms', async (jump) => {
    clock += jump;
    expect((await openStore().state()).lock).toBe('locked');
  });

  it('deletes rows', async () => {
    const [one] = await listAll();
    expect(await openStore().delete({ ids: [one?.id ?? ''] })).toBe(1);
    expect(await openStore().state()).toMatchObject({ rows: 0, details: 0, lost: 0 });
  });

  it('opens no record under another id, and no detail as a row', async () => {
    const other = detailed();
    await openStore().add(other);
    const database = await promised(indexedDB.open(LOG_DATABASE));
    const stores = database.transaction(['lockedRows', 'lockedDetails'], 'readwrite');
    const [rows, details] = [stores.objectStore('lockedRows'), stores.objectStore('lockedDetails')];
    const row1: object = await promised(rows.get(other.row.id));
    const detail: object = await promised(details.get(other.row.id));
    await promised(rows.put({ ...row1, id: row().id }));
    await promised(rows.put({ ...detail, id: other.row.id }));
    database.close();
    expect((await listAll()).map(({ id }) => id)).not.toContain(other.row.id);
    expect(await listAll()).toHaveLength(1);
  });
});

describe('a lock that is taken off', () => {
  it('leaves rows readable at once, moves them, and leaves nothing of itself', async () => {
    const entries = Array.from({ length: 70 }, () => detailed());
    await openStore().setLock(PASSPHRASE);
    await addAll(entries);
    await openStore().removeLock();
    expect(await session()).toEqual({});
    expect(await openStore().state()).toMatchObject({ lock: 'off', rows: 70, unsealed: 140, lost: 0 });
    const late = detailed(NOON + HOUR_MS);
    await openStore().add(late);
    for (const left of [40, 0]) {
      expect(await listAll()).toEqual(newestFirst([...entries, late]));
      expect(await openStore().reseal()).toBe(left);
    }
    expect(await listAll()).toEqual(newestFirst([...entries, late]));
    expect(await counts()).toEqual([71, 0, 71, 0]);
    const local = Object.keys(await fakeBrowser.storage.local.get(null));
    expect(local).not.toContain(LOCK_KEY);
    expect(local).not.toContain(KEY_PLACES.locked.half);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(KEY_PLACES.locked.database);
  });

  it('keeps its private key out of what content scripts can read', async () => {
    await openStore().setLock(PASSPHRASE);
    const { privateKey } = (await session())[UNLOCKED_KEY] as { privateKey: string };
    await openStore().removeLock();
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain(privateKey);
  });

  it('and set again before all rows were moved, is another one for all of them', async () => {
    const entries = Array.from({ length: 120 }, () => detailed());
    await openStore().setLock(PASSPHRASE);
    await addAll(entries);
    await openStore().removeLock();
    await openStore().reseal();
    await openStore().setLock('kata sandi yang baru');
    await resealAll();
    await openStore().closeLock();
    expect(await openStore().openLock(PASSPHRASE)).toBe(false);
    expect(await openStore().openLock('kata sandi yang baru')).toBe(true);
    expect(await listAll()).toEqual(newestFirst(entries));
  });

  it('must be there to be opened or taken off', async () => {
    await expect(openStore().openLock(PASSPHRASE)).rejects.toThrow('log: lock-off');
    await expect(openStore().removeLock()).rejects.toThrow('log: lock-off');
    expect(await openStore().reseal()).toBe(0);
    expect(await indexedDB.databases()).toEqual([]);
  });
});

describe('rows that are deleted while they move', () => {
  it('stay deleted', async () => {
    const entries = Array.from({ length: 30 }, () => detailed());
    await addAll(entries);
    await openStore().setLock(PASSPHRASE);
    const store = openStore();
    const gone = entries.slice(0, 10).map(({ row: one }) => one.id);
    await Promise.all([store.reseal(), store.reseal(), store.delete({ ids: gone })]);
    await resealAll();
    expect(await listAll()).toEqual(newestFirst(entries.slice(10)));
    expect(await openStore().state()).toMatchObject({ rows: 20, details: 20, unsealed: 0, lost: 0 });
  });
});
