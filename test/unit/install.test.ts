import './fake-browser.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { fakeBrowser, resetBrowser } from './fake-browser.ts';

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

/** All packs are compiled before. */
const SOON = { timeout: 20_000 };
const keys = async () => Object.keys(await fakeBrowser.storage.local.get(null));

describe('main', () => {
  it('has every listener as soon as it has run', async () => {
    await startWorker();
    const { onMessage, onInstalled, onStartup } = fakeBrowser.runtime;
    expect([onMessage, onInstalled, onStartup].map((event) => event.hasListeners())).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe('install and update', () => {
  it.each(['install', 'update'] as const)(
    'publishes on %s and injects into open tabs of our sites',
    async (reason) => {
      await startWorker();
      await trigger(reason);
      await vi.waitFor(() => expect(inject).toHaveBeenCalledTimes(3), SOON);
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
    await startWorker();
    await trigger('update');
    await vi.waitFor(async () => expect(await keys()).toContain('logClock'), SOON);
    expect(query).not.toHaveBeenCalled();
  });

  it('does not inject after an update of the browser, whose tabs load anew', async () => {
    await startWorker();
    await trigger('browser_update');
    await vi.waitFor(async () => expect(await keys()).toContain('logClock'), SOON);
    expect(query).not.toHaveBeenCalled();
  });
});

describe('start of the browser', () => {
  it('publishes and looks after old rows', async () => {
    await startWorker();
    await fakeBrowser.runtime.onStartup.trigger();
    await vi.waitFor(async () =>
      expect((await keys()).sort()).toEqual(['logClock', 'settings', 'snapshot', 'welcomed']),
    );
  });
});
