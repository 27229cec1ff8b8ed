import './fake-browser.ts';
import './quick-passphrases.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { ALL_STORES, type Counts, LOG_DATABASE } from '../../src/background/log/log-database.ts';
import { createLogStore } from '../../src/background/log/log-store.ts';
import { resumeWipe } from '../../src/background/wipe.ts';
import { HOUR_MS } from '../../src/core/log/log-id.ts';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import type { LogState } from '../../src/shared/messages.ts';
import { detailOf, entry, fakeBrowser, NOON, rawRows, rawStore, resetBrowser, row } from './fake-browser.ts';
import { FAULT_MODES, type FaultMode, failAt } from './faults.ts';

const PASSPHRASE = 'padi menguning';
/** As a new worker does. */
const openStore = () => createLogStore(() => NOON);
type Store = ReturnType<typeof openStore>;
const settings = { ...defaultSettings(), log: 'detailed', language: 'en' } as const;

beforeEach(resetBrowser);

/** Three rows with details, the last two past their time. */
const old = NOON - 40 * 24 * HOUR_MS;
const rows = [row(), row({}, old), row({}, old + HOUR_MS)];
const full = (one = rows[0] ?? row()) => ({ ...one, detail: detailOf(one) });

async function fill(): Promise<void> {
  resetBrowser();
  await fakeBrowser.storage.local.set({ settings });
  for (const one of rows) await openStore().add(entry(one, detailOf(one)));
}
const isFull = (one: object | undefined) => one !== undefined && 'detail' in one && one.detail !== null;
const listAll = async () => (await openStore().list({ limit: 10 })).rows;
const states = async (): Promise<LogState> => {
  const state = await openStore().state();
  const [counts] = (await rawRows(LOG_DATABASE)).filter(
    (value) => typeof value === 'object' && value !== null && 'lockedRows' in value,
  );
  for (const store of ALL_STORES) {
    const { length } = await rawStore(LOG_DATABASE, store);
    expect((counts as Counts)[store]).toBe(length);
  }
  return state;
};

/**
 * Does `work` again and again, each time with the next storage call failing, until no call is left to fail. After each
 * time a new worker looks.
 */
async function sweep(
  mode: FaultMode,
  prepare: () => Promise<void>,
  work: (store: Store) => Promise<unknown>,
  look: (hasSucceeded: boolean) => Promise<void>,
): Promise<void> {
  for (let nth = 1; ; nth += 1) {
    await prepare();
    const store = openStore();
    const faults = failAt(nth, mode);
    const outcome = await work(store).then(
      () => undefined,
      (error: unknown) => error as Error,
    );
    faults.end();
    // Codes only.
    if (outcome) expect(outcome.message).toMatch(/^log: [a-z-]+$/);
    await resumeWipe();
    await look(outcome === undefined);
    if (faults.calls() < nth) {
      expect(nth).toBeGreaterThan(3);
      return;
    }
  }
}

describe.each(FAULT_MODES)('each storage call fails (%s)', (mode) => {
  it('adding: an acknowledged row is there whole; one that is sent again is there once', async () => {
    const one = row();
    await sweep(
      mode,
      fill,
      (store) => store.add(entry(one, detailOf(one))),
      async (hasSucceeded) => {
        const found = (await listAll()).filter(({ id }) => id === one.id);
        if (hasSucceeded) expect(found).toEqual([full(one)]);
        else expect(found.every(isFull)).toBe(true);
        await openStore().add(entry(one, detailOf(one)));
        expect((await listAll())[0]?.id === one.id || (await listAll())[1]?.id === one.id).toBe(true);
        expect(await states()).toMatchObject({ rows: 4, details: 4, lost: 0 });
      },
    );
  });

  it('deleting: never an alarm, and done when it is asked again', async () => {
    const ids = rows.slice(0, 2).map(({ id }) => id);
    await sweep(
      mode,
      fill,
      (store) => store.delete({ ids }),
      async (hasSucceeded) => {
        if (hasSucceeded) expect(await listAll()).toEqual([full(rows[2])]);
        expect((await states()).lost).toBe(0);
        expect((await listAll()).every(isFull)).toBe(true);
        await openStore().delete({ ids });
        expect(await listAll()).toEqual([full(rows[2])]);
        expect(await states()).toMatchObject({ rows: 1, details: 1, lost: 0 });
      },
    );
  });

  it('pruning: no alarm, no row that is not expired goes, and the next start ends it', async () => {
    await sweep(
      mode,
      fill,
      (store) => store.pruneIfDue(),
      async () => {
        expect((await listAll())[0]).toEqual(full());
        expect((await states()).lost).toBe(0);
        await openStore().pruneIfDue();
        expect(await listAll()).toEqual([full()]);
        expect(await states()).toMatchObject({ rows: 1, details: 1, lost: 0 });
      },
    );
  });

  it('a lower level: rows and settings stay, and the next start ends it', async () => {
    const lower = { ...settings, log: 'brief' };
    const prepare = async () => {
      await fill();
      await fakeBrowser.storage.local.set({ settings: lower });
    };
    await sweep(
      mode,
      prepare,
      (store) => store.applyLevel(),
      async () => {
        expect((await fakeBrowser.storage.local.get('settings')).settings).toEqual(lower);
        expect(await states()).toMatchObject({ rows: 3, lost: 0 });
        await openStore().applyLevel();
        expect(await states()).toMatchObject({ rows: 3, details: 0, lost: 0 });
        expect(await fakeBrowser.storage.local.get('logDetailKeyHalf')).toEqual({});
      },
    );
  });

  it('setting the lock and moving rows: every row can be read by the passphrase', async () => {
    await sweep(
      mode,
      fill,
      async (store) => {
        await store.setLock(PASSPHRASE);
        await store.reseal();
      },
      async (hasSucceeded) => {
        if (hasSucceeded) expect((await states()).unsealed).toBe(0);
        await openStore().closeLock();
        const { lock } = await states();
        if (lock === 'off') {
          expect(hasSucceeded).toBe(false);
        } else {
          while ((await openStore().reseal()) > 0);
          expect(await openStore().openLock(PASSPHRASE)).toBe(true);
          expect(await fakeBrowser.storage.local.get(['logKeyHalf', 'logDetailKeyHalf'])).toEqual({});
        }
        expect((await listAll()).map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
        expect((await listAll()).every(isFull)).toBe(true);
        expect(await states()).toMatchObject({ rows: 3, details: 3, unsealed: 0, lost: 0 });
        expect((await fakeBrowser.storage.local.get('settings')).settings).toEqual(settings);
      },
    );
  });

  it('taking the lock off and moving rows: every row can be read', async () => {
    const prepare = async () => {
      await fill();
      await openStore().setLock(PASSPHRASE);
      await openStore().reseal();
    };
    await sweep(
      mode,
      prepare,
      async (store) => {
        await store.removeLock();
        await store.reseal();
      },
      async (hasSucceeded) => {
        const { lock } = await states();
        if (hasSucceeded) expect(lock).toBe('off');
        if (lock === 'locked') await openStore().openLock(PASSPHRASE);
        expect(await listAll()).toHaveLength(3);
        while ((await openStore().reseal()) > 0);
        expect((await listAll()).every(isFull)).toBe(true);
        expect(await states()).toMatchObject({ rows: 3, details: 3, unsealed: 0, lost: 0 });
        if (lock === 'off')
          expect(await fakeBrowser.storage.local.get(['logLock', 'logLockedKeyHalf'])).toEqual({});
      },
    );
  });

  it('clearing: the settings stay, and what is left of the log can be cleared', async () => {
    await sweep(
      mode,
      fill,
      (store) => store.clear(),
      async (hasSucceeded) => {
        expect((await fakeBrowser.storage.local.get('settings')).settings).toEqual(settings);
        if (hasSucceeded) expect(await indexedDB.databases()).toEqual([]);
        expect((await states()).lost).toBe(0);
        await openStore().clear();
        expect(await indexedDB.databases()).toEqual([]);
        expect(await fakeBrowser.storage.local.get(null)).toEqual({ settings });
        expect(await fakeBrowser.storage.session.get(null)).toEqual({});
      },
    );
  });

  it('resetting: can be asked again, and nothing is left', async () => {
    await sweep(
      mode,
      fill,
      (store) => store.reset(),
      async () => {
        await openStore().reset();
        expect(await indexedDB.databases()).toEqual([]);
        expect(await fakeBrowser.storage.local.get(null)).toEqual({});
        expect(await fakeBrowser.storage.session.get(null)).toEqual({});
      },
    );
  });
});
