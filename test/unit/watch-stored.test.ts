import './fake-browser.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { wipe } from '../../src/background/wipe.ts';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import { watchStored } from '../../src/shared/storage.ts';
import { fakeBrowser, resetBrowser } from './fake-browser.ts';

const settings = { ...defaultSettings(), language: 'id' as const };
const policy = { policy: { agencyName: 'BKPSDM Rekaan' }, faults: [] };
let lifetime: AbortController;
let seen: (readonly [string, unknown])[];

type Changed = Parameters<typeof fakeBrowser.storage.onChanged.addListener>[0];

/** Browsers leave out the new value of a key that was removed; the fake says null. */
function asBrowsersTell(listener: Changed): Changed {
  return (changes, area) =>
    listener(
      Object.fromEntries(
        Object.entries(changes).map(([key, { newValue, oldValue }]) => [
          key,
          newValue === null ? { oldValue } : { oldValue, newValue },
        ]),
      ),
      area,
    );
}

beforeEach(async () => {
  resetBrowser();
  const add = fakeBrowser.storage.onChanged.addListener;
  vi.spyOn(fakeBrowser.storage.onChanged, 'addListener').mockImplementation((listener) =>
    add(asBrowsersTell(listener)),
  );
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  lifetime = new AbortController();
  seen = [];
  await fakeBrowser.storage.local.set({ settings, policy });
  watchStored((key, value) => seen.push([key, value]), lifetime.signal);
});
afterEach(() => {
  lifetime.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('a wipe, which clears everything for a moment, is not seen as a removal of what it keeps', async () => {
  const gone = vi.fn();
  fakeBrowser.storage.onChanged.addListener((changes) => {
    if (changes.policy && changes.policy.newValue === undefined) gone();
  });
  await wipe((key) => ['settings', 'policy'].includes(key), []);
  vi.runAllTimers();
  expect(gone).toHaveBeenCalledOnce();
  expect(Object.fromEntries(seen)).toEqual({ settings, policy });
  expect(seen.filter(([, value]) => value === undefined)).toEqual([]);
});

it('what is removed is told as gone within a second', async () => {
  await fakeBrowser.storage.local.remove('policy');
  expect(seen).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(seen).toEqual([['policy', undefined]]);
});

it('and not after the watching has ended', async () => {
  await fakeBrowser.storage.local.remove('policy');
  lifetime.abort();
  vi.runAllTimers();
  expect(seen).toEqual([]);
});
