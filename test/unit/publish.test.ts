import './fake-browser.ts';
import { readdirSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { listPacks, publish, publishIfMissing, saveSettings } from '../../src/background/publish.ts';
import { Compiler } from '../../src/core/compile/compile.ts';
import { openRuleIndex } from '../../src/core/matching/rule-index.ts';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import { fromBase64 } from '../../src/shared/base64.ts';
import { fakeBrowser, NOON, resetBrowser } from './fake-browser.ts';

const pack = (id: string) => ({
  id,
  title: `Paket ${id}`,
  version: '1.0.0',
  source: 'invented',
  contests: [
    {
      id: `${id}-contest`,
      kind: 'governor',
      year: 2026,
      region: 'Rekaan',
      name: `Pemilihan ${id}`,
      phases: [{ phase: 'campaign', start: '2026-11-01', end: '2026-11-30' }],
      source: 'invented',
    },
  ],
  entities: [],
  phrases: [
    {
      id: `${id}-phrase`,
      text: `pilih ${id}`,
      strength: 'strong',
      kind: 'support',
      language: 'id',
      source: 'invented',
      confidence: 'in_use',
    },
  ],
  exceptions: [],
});
const [first, second] = [pack('alfa'), pack('beta')];
const broken = { ...pack('rusak'), phrases: [{ id: 'rusak-phrase', text: '<b>' }] };

const stored = async () => (await fakeBrowser.storage.local.get(null)) as Record<string, unknown>;
const snapshot = async () => openRuleIndex(fromBase64((await stored()).snapshot as string));
const packIds = async () => (await snapshot()).packs.map(({ id }) => id);

beforeEach(() => {
  resetBrowser();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

describe('publish', () => {
  it('writes rules and complete settings that a content script can load unchecked', async () => {
    await publish([first, second]);
    expect(await packIds()).toEqual(['alfa', 'beta']);
    expect((await stored()).settings).toEqual(defaultSettings());
  });

  it('compiles the same packs once, and others anew', async () => {
    const packs = [first, second];
    const off = { ...defaultSettings(), disabledPacks: ['alfa'] };
    await publish(packs);
    const compile = vi.spyOn(Compiler.prototype, 'compile');
    await saveSettings({ ...defaultSettings(), language: 'en' }, packs);
    expect(compile).not.toHaveBeenCalled();
    await saveSettings(off, packs);
    expect(compile).toHaveBeenCalledTimes(1);
    expect(await packIds()).toEqual(['beta']);
    await fakeBrowser.storage.local.remove('snapshot');
    await publish(packs);
    expect(compile).toHaveBeenCalledTimes(1);
    expect(await packIds()).toEqual(['beta']);
    await saveSettings(defaultSettings(), packs);
    expect(await packIds()).toEqual(['alfa', 'beta']);
  });

  it('publishes the packs that come with the extension', async () => {
    await publish();
    const folder = readdirSync(new URL('../../rules/', import.meta.url));
    const notPacks = ['keys.json', 'pack.schema.json'];
    const files = folder.filter((name) => name.endsWith('.json') && !notPacks.includes(name));
    expect((await packIds()).map((id) => `${id}.json`).sort()).toEqual(files.sort());
    expect(console.error).not.toHaveBeenCalled();
  });

  it('leaves a broken pack out, wherever it stands', async () => {
    for (const packs of [
      [broken, first, second],
      [first, broken, second],
      [null, first, 'x', second],
    ]) {
      await fakeBrowser.storage.local.clear();
      await publish(packs);
      expect(await packIds()).toEqual(['alfa', 'beta']);
    }
    expect(console.error).toHaveBeenCalled();
  });

  it('leaves out a pack that uses the ids of another', async () => {
    await publish([first, { ...second, phrases: first.phrases }, pack('gama')]);
    expect(await packIds()).toEqual(['alfa', 'gama']);
  });

  it('keeps the last good rules when every pack is broken', async () => {
    await publish([first]);
    const good = (await stored()).snapshot;
    await publish([broken]);
    expect((await stored()).snapshot).toBe(good);
  });

  it('writes nothing when nothing changed, in whatever order the browser returns the keys', async () => {
    await publish([first, second]);
    const { settings } = await stored();
    const reversed = Object.fromEntries(Object.entries(settings as object).reverse());
    await fakeBrowser.storage.local.set({ settings: reversed });
    const set = vi.spyOn(fakeBrowser.storage.local, 'set');
    await publish([first, second]);
    expect(set).not.toHaveBeenCalled();
    await publish([first]);
    expect(set).toHaveBeenCalledTimes(1);
    set.mockRestore();
  });

  it('repairs settings and keeps their valid parts', async () => {
    await fakeBrowser.storage.local.set({ settings: { ...defaultSettings(), log: 'none', language: 'xx' } });
    await publish([first]);
    expect((await stored()).settings).toEqual({ ...defaultSettings(), log: 'none' });
  });
});

describe('saveSettings', () => {
  it('publishes without the packs that are switched off, also when none is left', async () => {
    await saveSettings({ ...defaultSettings(), disabledPacks: ['alfa'] }, [first, second]);
    expect(await packIds()).toEqual(['beta']);
    await saveSettings({ ...defaultSettings(), disabledPacks: ['alfa', 'beta'] }, [first, second]);
    expect((await snapshot()).terms.has('coblos')).toBe(false);
    expect(await packIds()).toEqual([]);
  });

  it('is not undone by a publication that is under way', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const get = fakeBrowser.storage.local.get.bind(fakeBrowser.storage.local) as (
      keys: string[],
    ) => Promise<unknown>;
    const spy = vi.spyOn(fakeBrowser.storage.local, 'get').mockImplementationOnce((async (keys: string[]) => {
      const values = await get(keys);
      await held;
      return values;
    }) as unknown as typeof fakeBrowser.storage.local.get);
    const publishing = publish([first]);
    await new Promise(setImmediate);
    expect(spy).toHaveBeenCalledTimes(1);
    const saving = saveSettings({ ...defaultSettings(), log: 'none' }, [first]);
    await new Promise(setImmediate);
    release();
    await Promise.all([publishing, saving]);
    spy.mockRestore();
    expect((await stored()).settings).toEqual({ ...defaultSettings(), log: 'none' });
  });

  it('ends with the newest settings when several are saved at once', async () => {
    const saves = [['alfa'], [], ['beta']].map((disabledPacks) =>
      saveSettings({ ...defaultSettings(), disabledPacks }, [first, second]),
    );
    await Promise.all([publish([first, second]), ...saves]);
    expect(await packIds()).toEqual(['alfa']);
    expect((await stored()).settings).toEqual({ ...defaultSettings(), disabledPacks: ['beta'] });
  });
});

/** The same file with one letter of it changed. */
function damaged(snapshot: string): string {
  const middle = snapshot.length >> 1;
  return snapshot.slice(0, middle) + (snapshot[middle] === 'B' ? 'C' : 'B') + snapshot.slice(middle + 1);
}

describe('publishIfMissing', () => {
  it('publishes when rules or settings are gone or of another format, and only then', async () => {
    await publishIfMissing();
    const complete = await stored();
    const set = vi.spyOn(fakeBrowser.storage.local, 'set');
    await publishIfMissing();
    expect(set).not.toHaveBeenCalled();
    set.mockRestore();
    const damages: Record<string, unknown>[] = [
      { snapshot: null },
      { settings: null },
      { snapshot: { format: 0 } },
      { snapshot: damaged(complete.snapshot as string) },
    ];
    for (const damage of damages) {
      await fakeBrowser.storage.local.set(damage);
      await publishIfMissing();
      expect(await stored()).toEqual(complete);
    }
  });
});

describe('listPacks', () => {
  it('tells what each pack holds, whether it is on, and the phase of its contests', async () => {
    await saveSettings({ ...defaultSettings(), disabledPacks: ['beta'] }, [first, second]);
    expect(await listPacks(NOON, [broken, first, second])).toEqual([
      {
        id: 'alfa',
        title: 'Paket alfa',
        version: '1.0.0',
        enabled: true,
        origin: 'built-in',
        release: null,
        source: 'invented',
        entries: 1,
        contests: [{ name: 'Pemilihan alfa', region: 'Rekaan', phase: 'campaign' }],
      },
      expect.objectContaining({ id: 'beta', enabled: false }),
    ]);
    expect((await listPacks(NOON + 30 * 86_400_000, [first]))[0]?.contests).toEqual([
      { name: 'Pemilihan alfa', region: 'Rekaan', phase: null },
    ]);
  });
});
