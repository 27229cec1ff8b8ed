import './fake-browser.ts';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { installedPacks, searchEntries } from '../../src/background/packs/installed-packs.ts';
import {
  importPack,
  previewPack,
  readUserPacks,
  removePack,
  USER_PACKS,
} from '../../src/background/packs/user-packs.ts';
import { type Pack, readPack } from '../../src/core/pack/pack.ts';
import { PERSONAL_PACK } from '../../src/core/settings/personal-pack.ts';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import { fakeBrowser, resetBrowser } from './fake-browser.ts';

const general = readPack(JSON.parse(readFileSync('rules/general.json', 'utf8')));
if (!general.ok) throw new Error(general.problems.join());
const builtIn: readonly Pack[] = [general.pack];

const file = (id: string, changes: object = {}) =>
  JSON.stringify({
    id,
    title: `Paket ${id}`,
    version: '1.0.0',
    source: 'invented',
    contests: [],
    entities: [],
    phrases: [
      {
        id: `${id}-frasa`,
        text: `pilih sekarwangi ${id}`,
        strength: 'strong',
        kind: 'support',
        language: 'id',
        source: 'invented',
        confidence: 'in_use',
      },
    ],
    exceptions: [],
    ...changes,
  });

const stored = async () => (await fakeBrowser.storage.local.get(null)) as Record<string, unknown>;
const ids = async () => (await readUserPacks(builtIn)).map(({ id }) => id);

beforeEach(resetBrowser);

describe('import of a pack', () => {
  it('is shown without anything being stored', async () => {
    expect(await previewPack(file('desa'), builtIn)).toMatchObject({
      ok: true,
      title: 'Paket desa',
      entries: 1,
      replaces: null,
    });
    expect(await stored()).toEqual({});
  });

  it('keeps the pack, and a newer one takes its place', async () => {
    expect(await importPack(file('desa'), builtIn)).toBe(true);
    expect(await previewPack(file('desa', { version: '2.0.0' }), builtIn)).toMatchObject({
      replaces: '1.0.0',
    });
    expect(await importPack(file('desa', { version: '2.0.0' }), builtIn)).toBe(true);
    expect((await readUserPacks(builtIn)).map(({ version }) => version)).toEqual(['2.0.0']);
    await removePack('desa', builtIn);
    expect(await ids()).toEqual([]);
  });

  it.each([
    ['no JSON', '{"id": ', 'is not valid JSON'],
    ['an unknown key', file('desa', { selector: 'a' }), 'unknown key'],
    ['markup', file('desa', { title: '<b>Paket</b>' }), 'must be plain text'],
    ['a prototype', file('desa').replace('{', '{"__proto__": {"x": 1}, '), 'unknown key "__proto__"'],
    ['the id of a list of the extension', file('general'), 'belongs to another list'],
    ['the id of the own words', file(PERSONAL_PACK), 'belongs to another list'],
    [
      'an entry of another list',
      file('desa').replace('desa-frasa', 'general:2-periode'),
      'is in pack "general" and in pack "desa"',
    ],
    ['too long a file', ' '.repeat(2_000_001), 'is longer than'],
  ])('refuses %s and stores nothing', async (_name, text, problem) => {
    const preview = await previewPack(text, builtIn);
    expect(preview.ok).toBe(false);
    expect(preview.ok ? '' : preview.problems.join('\n')).toContain(problem);
    expect(await importPack(text, builtIn)).toBe(false);
    expect(await stored()).toEqual({});
  });

  it('refuses what has no room beside the others', async () => {
    const long = (id: string) =>
      file(id, {
        phrases: Array.from({ length: 5_000 }, (_, index) => ({
          ...JSON.parse(file(id)).phrases[0],
          id: `${id}-${index}`,
          source: 'x'.repeat(150),
        })),
      });
    expect([await importPack(long('a1'), builtIn), await importPack(long('a2'), builtIn)]).toEqual([
      true,
      true,
    ]);
    const preview = await previewPack(long('a3'), builtIn);
    expect(preview.ok ? '' : preview.problems.join()).toContain('no room');
    expect(await ids()).toEqual(['a1', 'a2']);
  });

  it('refuses one pack too many, but still takes a newer version of a known one', async () => {
    for (let count = 0; count < USER_PACKS; count += 1) await importPack(file(`desa${count}`), builtIn);
    expect(await importPack(file('lagi'), builtIn)).toBe(false);
    expect(await importPack(file('desa0', { version: '2' }), builtIn)).toBe(true);
  });

  it('leaves out what is damaged, or clashes with a list that an update brought', async () => {
    await importPack(file('desa'), builtIn);
    await importPack(file('kota'), builtIn);
    const { userPacks } = (await stored()) as { userPacks: object[] };
    await fakeBrowser.storage.local.set({ userPacks: [...userPacks, { id: 'rusak' }, null] });
    expect(await ids()).toEqual(['desa', 'kota']);
    const update = readPack(JSON.parse(file('kota')));
    if (!update.ok) throw new Error('the pack is broken');
    expect((await readUserPacks([...builtIn, update.pack])).map(({ id }) => id)).toEqual(['desa']);
    await fakeBrowser.storage.local.set({ userPacks: 'x' });
    expect(await ids()).toEqual([]);
  });
});

describe('installed packs', () => {
  it('are those of the extension, of files, and the own words, in this order', async () => {
    await importPack(file('desa'), builtIn);
    const settings = { ...defaultSettings(), words: { watched: ['Sekarwangi'], ignored: [] } };
    expect((await installedPacks(builtIn, settings)).map(({ pack, origin }) => [pack.id, origin])).toEqual([
      ['general', 'built-in'],
      ['desa', 'file'],
      [PERSONAL_PACK, 'own'],
    ]);
    expect((await installedPacks(builtIn, defaultSettings())).map(({ pack }) => pack.id)).toEqual([
      'general',
      'desa',
    ]);
  });

  it('are searched by name', () => {
    const search = (words: string, from = 0) => searchEntries(builtIn, { pack: 'general', words, from });
    const all = search('');
    expect(all.entries).toHaveLength(50);
    expect(search('', 50).entries[0]).not.toEqual(all.entries[0]);
    const found = search('  2 PERIODE');
    expect(found.entries.map(({ title }) => title)).toContain('2 periode');
    expect(found.total).toBeLessThan(all.total);
    expect(searchEntries(builtIn, { pack: 'tidak-ada', words: '', from: 0 })).toEqual({
      total: 0,
      entries: [],
    });
  });
});

describe('what is stored', () => {
  it('is checked once, and again only where it changed', async () => {
    await importPack(file('desa'), builtIn);
    await importPack(file('kota'), builtIn);
    const [desa, kota] = await readUserPacks(builtIn);
    const again = await readUserPacks(builtIn);
    // The very objects: nothing was checked and made anew.
    expect(again[0]).toBe(desa);
    expect(again[1]).toBe(kota);
    await importPack(file('kota', { version: '2.0.0' }), builtIn);
    const changed = await readUserPacks(builtIn);
    expect(changed[0]).toBe(desa);
    expect(changed[1]?.version).toBe('2.0.0');
  });

  it('is left out as soon as it is no whole pack any more', async () => {
    await importPack(file('desa'), builtIn);
    expect(await ids()).toEqual(['desa']);
    await fakeBrowser.storage.local.set({ userPacks: [{ ...JSON.parse(file('desa')), version: 7 }] });
    expect(await ids()).toEqual([]);
  });
});
