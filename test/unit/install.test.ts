import './fake-browser.ts';
import './quick-passphrases.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { onInstalled } from '../../src/background/install.ts';
import { KEY_PLACES } from '../../src/background/log/log-key.ts';
import { IDLE_ALARM, UNLOCKED_KEY } from '../../src/background/log/log-lock.ts';
import { createLogStore } from '../../src/background/log/log-store.ts';
import { HOUR_MS } from '../../src/core/log/log-id.ts';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import { eventually } from '../eventually.ts';
import { entry, fakeBrowser, resetBrowser, row } from './fake-browser.ts';

// What becomes of all the packs has tests of its own; here each start would compile them anew.
vi.mock('../../src/background/packs/built-in.ts', () => ({ builtIn: [] }));

const matches = ['https://www.facebook.com/*', 'https://x.com/*'];
const inject = vi.fn(async ({ target }: { target: { tabId: number } }) => {
  if (target.tabId === 2) throw new Error('Cannot access contents of the page');
});
const query = vi.fn();

/** A worker that has just started: `main.ts` runs anew. */
async function startWorker(): Promise<void> {
  vi.resetModules();
  await import('../../src/background/main.ts');
}

async function trigger(reason: Runtime.OnInstalledReason): Promise<void> {
  await fakeBrowser.runtime.onInstalled.trigger({ reason } as Parameters<
    typeof fakeBrowser.runtime.onInstalled.trigger
  >[0]);
}

beforeEach(() => {
  resetBrowser();
  inject.mockClear();
  query.mockReset().mockResolvedValue([{ id: 1 }, { id: 2 }, { id: 3, discarded: true }, { id: 4 }, {}]);
  Object.assign(fakeBrowser.tabs, { query });
  Object.assign(fakeBrowser.scripting, { executeScript: inject });
  Object.assign(fakeBrowser.runtime, {
    getURL: (path: string) => `chrome-extension://test-extension-id/${path}`,
    getManifest: () => ({ content_scripts: [{ matches, js: ['content.js'], all_frames: true }] }),
  });
});

const log = () => createLogStore(() => Date.now());
const keys = async () => Object.keys(await fakeBrowser.storage.local.get(null));

describe('main', () => {
  it('has every listener as soon as it has run', async () => {
    await startWorker();
    const { onMessage, onInstalled, onStartup } = fakeBrowser.runtime;
    const events = [onMessage, onInstalled, onStartup, fakeBrowser.alarms.onAlarm];
    expect(events.map((event) => event.hasListeners())).toEqual([true, true, true, true]);
  });
});

describe('install and update', () => {
  it.each(['install', 'update'] as const)(
    'publishes on %s and injects into open tabs of our sites',
    async (reason) => {
      await startWorker();
      await trigger(reason);
      await eventually(() => expect(inject).toHaveBeenCalledTimes(3));
      expect(query).toHaveBeenCalledWith({ url: matches });
      // Tab 2 refuses, tab 3 sleeps, and one has no id: tab 4 is served all the same.
      expect(inject.mock.calls.map(([{ target }]) => target.tabId)).toEqual([1, 2, 4]);
      expect(inject).toHaveBeenLastCalledWith({
        target: { tabId: 4, allFrames: true },
        files: ['content.js'],
        injectImmediately: true,
      });
      expect(await keys()).toEqual(expect.arrayContaining(['snapshot', 'settings']));
    },
  );

  it('leaves the injection to Firefox, which does it itself', async () => {
    Object.assign(fakeBrowser.runtime, { getURL: (path: string) => `moz-extension://0-0/${path}` });
    await onInstalled({ reason: 'update' } as Runtime.OnInstalledDetailsType, log());
    expect(await keys()).toContain('snapshot');
    expect(query).not.toHaveBeenCalled();
  });

  it('does not inject after an update of the browser, whose tabs load anew', async () => {
    await onInstalled({ reason: 'browser_update' } as Runtime.OnInstalledDetailsType, log());
    expect(await keys()).toContain('snapshot');
    expect(query).not.toHaveBeenCalled();
  });
});

describe('start of the browser', () => {
  const start = async () => {
    await startWorker();
    await fakeBrowser.runtime.onStartup.trigger();
  };
  const DAY_MS = 24 * HOUR_MS;

  it('publishes, and opens no log where there is none', async () => {
    await start();
    await eventually(async () => expect((await keys()).sort()).toEqual(['settings', 'snapshot', 'welcomed']));
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('looks after old rows', async () => {
    await log().add(entry(row({}, Date.now() - 31 * DAY_MS)));
    await start();
    await eventually(async () => expect((await log().state()).rows).toBe(0));
  });

  it('moves rows under the lock that a closed page left', async () => {
    for (let count = 0; count < 150; count += 1) await log().add(entry(row({}, Date.now())));
    await log().setLock('padi menguning');
    await start();
    await eventually(async () => expect((await log().state()).unsealed).toBe(0));
    await eventually(async () => expect(await keys()).not.toContain(KEY_PLACES.rows.half));
  });

  it('ends a wipe in whose middle the last worker was killed, before anything else', async () => {
    const settings = { ...defaultSettings(), log: 'none' };
    await fakeBrowser.storage.local.set({ settings });
    await log().add(entry());
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('killed'));
    await expect(log().clear()).rejects.toThrow('log: failed');
    set.mockRestore();
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
    await startWorker();
    await eventually(async () => expect((await keys()).sort()).toEqual(['settings', 'snapshot']));
    expect((await fakeBrowser.storage.local.get('settings')).settings).toEqual(settings);
    await eventually(async () => expect(await fakeBrowser.storage.session.get(null)).toEqual({}));
    expect(await indexedDB.databases()).toEqual([]);
  });
});

it('the alarm locks an idle log', async () => {
  await startWorker();
  const now = Date.now();
  const fired = { scheduledTime: now, persistAcrossSessions: false };
  await createLogStore(() => now).setLock('padi menguning');
  vi.spyOn(Date, 'now').mockReturnValue(now + 10 * 60_000);
  await fakeBrowser.alarms.onAlarm.trigger({ name: 'another', ...fired });
  expect(Object.keys(await fakeBrowser.storage.session.get(null))).toEqual([UNLOCKED_KEY]);
  await fakeBrowser.alarms.onAlarm.trigger({ name: IDLE_ALARM, ...fired });
  await eventually(async () => expect(await fakeBrowser.storage.session.get(null)).toEqual({}));
  vi.restoreAllMocks();
});
