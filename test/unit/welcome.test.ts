import './fake-browser.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createListener } from '../../src/background/handlers.ts';
import { onInstalled, onStartup } from '../../src/background/install.ts';
import { createLogStore } from '../../src/background/log/log-store.ts';
import { contentSender, entry, fakeBrowser, NOON, pageSender, resetBrowser } from './fake-browser.ts';

const open = vi.fn();
let log: ReturnType<typeof createLogStore>;
let listen: ReturnType<typeof createListener>;

beforeEach(() => {
  resetBrowser();
  open.mockReset().mockResolvedValue({ id: 1 });
  Object.assign(fakeBrowser.tabs, { create: open, query: async () => [] });
  Object.assign(fakeBrowser.runtime, {
    getURL: (path: string) => `chrome-extension://test-extension-id/${path}`,
    getManifest: () => ({ content_scripts: [] }),
  });
  log = createLogStore(() => NOON);
  listen = createListener(log, () => NOON);
});

const event = (reason: 'install' | 'update' | 'browser_update') =>
  onInstalled({ reason, temporary: false }, log);
const welcomed = async () => (await fakeBrowser.storage.local.get('welcomed')).welcomed;
const add = () => listen({ name: 'log.add', payload: entry() }, contentSender());
const done = () => listen({ name: 'welcome.done', payload: null }, pageSender());

describe('the page of the first run', () => {
  it('opens at the installation, once', async () => {
    await event('install');
    expect(open).toHaveBeenCalledExactlyOnceWith({
      url: 'chrome-extension://test-extension-id/pages/welcome/index.html',
    });
    for (const _ of [1, 2]) await onStartup(log);
    await event('update');
    await event('browser_update');
    expect(open).toHaveBeenCalledTimes(1);
    expect(await welcomed()).toBe(false);
  });

  it('opens once where installation and start of the browser come together', async () => {
    await Promise.all([event('install'), onStartup(log)]);
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('does not open for who used an earlier version, whose rows go on', async () => {
    await event('update');
    expect(open).not.toHaveBeenCalled();
    expect(await add()).toEqual({ stored: true });
  });

  it('comes with the next start where no window was open', async () => {
    open.mockRejectedValueOnce(new Error('No current window'));
    await event('install');
    expect(await welcomed()).toBeUndefined();
    await onStartup(log);
    expect(open).toHaveBeenCalledTimes(2);
    expect(await welcomed()).toBe(false);
  });

  it('does not keep rules from being published when it cannot be opened', async () => {
    open.mockRejectedValue(new Error('No current window'));
    await event('install');
    expect(await fakeBrowser.storage.local.get(['settings', 'snapshot'])).toHaveProperty('snapshot');
  });
});

describe('before the choice', () => {
  it('no row is stored, also when the page was only opened', async () => {
    expect(await add()).toEqual({ stored: false });
    await event('install');
    expect(await add()).toEqual({ stored: false });
    expect(await indexedDB.databases()).not.toContainEqual(expect.objectContaining({ name: 'log-key' }));
    await done();
    expect(await add()).toEqual({ stored: true });
  });

  it('only a page of ours can end it', async () => {
    await expect(listen({ name: 'welcome.done', payload: null }, contentSender())).rejects.toThrow('refused');
    expect(await add()).toEqual({ stored: false });
  });
});

it('a wipe of everything opens it again, and rows wait for it', async () => {
  await event('install');
  await done();
  await listen({ name: 'data.reset', payload: null }, pageSender());
  expect(open).toHaveBeenCalledTimes(2);
  expect(await add()).toEqual({ stored: false });
});

it('a wipe of the log does not ask again', async () => {
  await event('install');
  await done();
  await add();
  await listen({ name: 'log.clear', payload: null }, pageSender());
  expect(await add()).toEqual({ stored: true });
  await onStartup(log);
  expect(open).toHaveBeenCalledTimes(1);
});
