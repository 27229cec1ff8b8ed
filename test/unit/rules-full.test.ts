import './fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createListener } from '../../src/background/handlers.ts';
import { createLogStore } from '../../src/background/log/log-store.ts';
import { changePacks, publish } from '../../src/background/publish.ts';
import { isQuotaError } from '../../src/background/quota-error.ts';
import { fakeBrowser, NOON, pageSender, resetBrowser } from './fake-browser.ts';

const LIST = {
  id: 'desa',
  title: 'Paket desa',
  version: '1.0.0',
  source: 'invented',
  contests: [],
  entities: [],
  phrases: [
    {
      id: 'desa-frasa',
      text: 'pilih sekarwangi desa',
      strength: 'strong',
      kind: 'support',
      language: 'id',
      source: 'invented',
      confidence: 'in_use',
    },
  ],
  exceptions: [],
};

const listener = createListener(
  createLogStore(() => NOON),
  () => NOON,
);
const install = () =>
  listener({ name: 'packs.import', payload: { text: JSON.stringify(LIST) } }, pageSender());
const stored = () => fakeBrowser.storage.local.get(null);

beforeEach(resetBrowser);
afterEach(() => void vi.restoreAllMocks());

/** Everything is stored but for rules. */
function refuseRules(error: Error): void {
  const set = fakeBrowser.storage.local.set.bind(fakeBrowser.storage.local);
  vi.spyOn(fakeBrowser.storage.local, 'set').mockImplementation(async (values) => {
    if ('snapshot' in values) throw error;
    await set(values);
  });
}

describe('rules that have no room in the storage of the browser', () => {
  it.each([
    ['Chromium', new Error('Resource::kQuotaBytes quota exceeded')],
    ['Firefox', Object.assign(new Error('no'), { name: 'QuotaExceededError' })],
  ])('leave the list out and the last rules as they are, and the page is told: %s', async (_name, error) => {
    await publish();
    const before = await stored();
    refuseRules(error);
    expect(await install()).toEqual({ imported: 'full' });
    expect(await stored()).toEqual({ ...before, userPacks: [] });
  });

  it('are stored once there is room', async () => {
    await publish();
    refuseRules(new Error('QUOTA_BYTES quota exceeded'));
    expect(await install()).toEqual({ imported: 'full' });
    vi.restoreAllMocks();
    expect(await install()).toEqual({ imported: true });
    expect((await stored()).userPacks).toHaveLength(1);
  });

  it('are told from any other failure', async () => {
    await publish();
    refuseRules(new Error('disk failure'));
    await expect(install()).rejects.toThrow('disk failure');
    await expect(changePacks(async () => 0)).resolves.toBe(0);
    expect([isQuotaError('quota'), isQuotaError(null)]).toEqual([false, false]);
  });
});
