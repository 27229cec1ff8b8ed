import './fake-browser.ts';
import './quick-passphrases.ts';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { createListener } from '../../src/background/handlers.ts';
import { LOG_DATABASE } from '../../src/background/log/log-database.ts';
import { createLogStore } from '../../src/background/log/log-store.ts';
import { publish } from '../../src/background/publish.ts';
import type { LogDetail, LogRow } from '../../src/core/log/log.ts';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import { unpackLogPage } from '../../src/shared/log-page-text.ts';
import type { LogPageText, LogState, PackState, TabHealth, TabState } from '../../src/shared/messages.ts';
import { triesOf } from '../extent.ts';
import {
  contentSender,
  detailOf,
  entry,
  fakeBrowser,
  NOON,
  pageSender,
  promised,
  resetBrowser,
  row,
  storedState,
} from './fake-browser.ts';

const sample = row();
let listen: ReturnType<typeof createListener>;
const on: TabState = { site: 'x', protection: 'on', actions: ['like'], unsentRows: 0, health: null };
const understood: TabHealth = { page: 'understood', watched: ['like'], unknown: [], unknownControls: 0 };

beforeEach(async () => {
  resetBrowser();
  // The first run is over; `welcome.test.ts` is about the time before.
  await fakeBrowser.storage.local.set({ welcomed: true });
  const now = () => NOON;
  listen = createListener(createLogStore(now), now);
});

const ask = (name: string, payload: unknown, sender: Runtime.MessageSender) =>
  listen({ name, payload }, sender);
const list = async () => unpackLogPage((await ask('log.list', { limit: 10 }, pageSender())) as LogPageText);

describe('a content script', () => {
  it('adds a row', async () => {
    const added = row();
    expect(await ask('log.add', entry(added), contentSender())).toEqual({ stored: true });
    expect((await list()).rows).toEqual([{ ...added, detail: null }]);
  });

  it('stores nothing from a private window', async () => {
    expect(await ask('log.add', entry(), contentSender({ incognito: true }))).toEqual({ stored: false });
    expect(await indexedDB.databases()).toEqual([]);
    expect(await fakeBrowser.storage.local.get(null)).toEqual({ welcomed: true });
  });

  it('stores nothing when the log is off', async () => {
    await ask('settings.save', { ...defaultSettings(), log: 'none' }, pageSender());
    expect(await ask('log.add', entry(), contentSender())).toEqual({ stored: false });
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('is told of a failure, so that it sends the row again', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError');
    });
    await expect(ask('log.add', entry(), contentSender())).rejects.toThrow('log: failed');
  });

  it.each([
    ['log.list', { limit: 10 }],
    ['log.state', null],
    ['log.delete', { from: 0, to: 1 }],
    ['log.clear', null],
    ['log.acknowledge', null],
    ['log.reseal', null],
    ['lock.set', { passphrase: 'padi menguning' }],
    ['lock.close', null],
    ['data.reset', null],
    ['settings.save', defaultSettings()],
    ['packs.list', null],
    ['welcome.done', null],
    ['entries.name', []],
    ['packs.entries', { pack: 'general', words: '', from: 0 }],
    ['packs.preview', { text: '{}' }],
    ['packs.import', { text: '{}' }],
    ['packs.remove', { id: 'desa' }],
    ['words.check', { text: 'sekarwangi' }],
    ['pause.set', { on: true }],
  ])('may not use %s', async (name, payload) => {
    await ask('log.add', entry(), contentSender());
    const before = await storedState();
    await expect(ask(name, payload, contentSender())).rejects.toThrow('refused');
    expect(await storedState()).toEqual(before);
    await expect(ask(name, payload, pageSender())).resolves.toBeDefined();
  });
});

describe('a page of ours', () => {
  it.each([true, false])('is known in a tab and in the popup (tab: %s)', async (inTab) => {
    expect(await ask('log.list', { limit: 10 }, pageSender(inTab))).toEqual({ rows: '[]', total: 0 });
  });

  it.each([
    ['log.add', entry()],
    ['tab.state', on],
  ])('may not use %s', async (name, payload) => {
    await expect(ask(name, payload, pageSender())).rejects.toThrow('refused');
  });

  it('locks the log, and opens it by the passphrase only', async () => {
    const added = row();
    await ask('log.add', entry(added), contentSender());
    const passphrase = 'padi menguning';
    const state = () => ask('log.state', null, pageSender()) as Promise<LogState>;
    expect(await ask('lock.set', { passphrase }, pageSender())).toBeNull();
    expect(await state()).toEqual({ lock: 'unlocked', rows: 1, details: 0, unsealed: 1, lost: 0 });
    expect(await ask('log.reseal', null, pageSender())).toEqual({ left: 0 });
    expect(await ask('lock.close', null, pageSender())).toBeNull();
    expect(await list()).toEqual({ rows: [], total: 1 });
    expect(await ask('lock.open', { passphrase: 'lain' }, pageSender())).toEqual({ opened: false });
    await expect(ask('lock.remove', null, pageSender())).rejects.toThrow('log: locked');
    expect(await ask('lock.open', { passphrase }, pageSender())).toEqual({ opened: true });
    expect((await list()).rows).toEqual([{ ...added, detail: null }]);
    expect(await ask('lock.remove', null, pageSender())).toBeNull();
    expect((await state()).lock).toBe('off');
    await expect(ask('lock.open', { passphrase }, pageSender())).rejects.toThrow('log: lock-off');
  });

  it('deletes rows, and reads that some were lost', async () => {
    const rows = [row(), row(), row()];
    for (const one of rows) await ask('log.add', entry(one), contentSender());
    const ids = rows.slice(0, 1).map(({ id }) => id);
    expect(await ask('log.delete', { ids }, pageSender())).toEqual({ deleted: 1 });
    await promised(indexedDB.deleteDatabase(LOG_DATABASE));
    expect(await ask('log.state', null, pageSender())).toMatchObject({ rows: 0, lost: 2 });
    expect(await ask('log.acknowledge', null, pageSender())).toBeNull();
    expect(await ask('log.state', null, pageSender())).toMatchObject({ lost: 0 });
  });

  it('lowers the level: details go at once, and the settings are saved even where that fails', async () => {
    const detailed = { ...defaultSettings(), log: 'detailed' };
    await ask('settings.save', detailed, pageSender());
    const added = row();
    await ask('log.add', entry(added, detailOf(added)), contentSender());
    expect((await list()).rows).toEqual([{ ...added, detail: detailOf(added) }]);
    await ask('settings.save', defaultSettings(), pageSender());
    expect((await list()).rows).toEqual([{ ...added, detail: null }]);
    await ask('settings.save', detailed, pageSender());
    expect((await list()).rows).toEqual([{ ...added, detail: null }]);
    vi.spyOn(indexedDB, 'databases').mockRejectedValue(new Error('no'));
    expect(await ask('settings.save', defaultSettings(), pageSender())).toBeNull();
    vi.restoreAllMocks();
    expect((await fakeBrowser.storage.local.get('settings')).settings).toEqual(defaultSettings());
  });

  it('resets: every storage is as after a fresh install', async () => {
    await fakeBrowser.storage.local.set({ welcomed: false });
    await publish();
    const fresh = await storedState();
    const detailed = { ...defaultSettings(), log: 'detailed', language: 'en', disabledPacks: ['general'] };
    await ask('settings.save', detailed, pageSender());
    await ask('welcome.done', null, pageSender());
    const added = row();
    await ask('log.add', entry(added, detailOf(added)), contentSender());
    await ask('memory.add', { entity: 'contoh:1', end: 'continued' }, contentSender());
    await ask('lock.set', { passphrase: 'padi menguning' }, pageSender());
    await ask('log.add', entry(row()), contentSender());
    expect(Object.keys(await fakeBrowser.storage.session.get(null)).sort()).toEqual([
      'logUnlocked',
      'reminders',
    ]);
    const told = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue(undefined);
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 7 }] as never);
    expect(await ask('data.reset', null, pageSender())).toBeNull();
    expect(await storedState()).toEqual(fresh);
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
    expect(await fakeBrowser.storage.sync.get(null)).toEqual({});
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
    expect(told.mock.calls[0]?.[1]).toMatchObject({ name: 'memory.forgotten', payload: { entities: [] } });
    vi.restoreAllMocks();
    await ask('welcome.done', null, pageSender());
    const later = row();
    await ask('log.add', entry(later), contentSender());
    expect((await list()).rows).toEqual([{ ...later, detail: null }]);
  });

  it('resets also when there is nothing, and twice', async () => {
    await fakeBrowser.storage.local.set({ welcomed: false });
    await publish();
    const fresh = await storedState();
    for (let time = 0; time < 2; time += 1) {
      await ask('data.reset', null, pageSender());
      expect(await storedState()).toEqual(fresh);
    }
  });

  it('clears also a row that came before the wish and is not written yet', async () => {
    const adding = ask('log.add', entry(), contentSender());
    await Promise.all([adding, ask('log.clear', null, pageSender())]);
    expect(await list()).toMatchObject({ rows: [], total: 0 });
  });

  it.each([
    ['cleared', 'log.clear', () => null],
    ['emptied of it', 'log.delete', (id: string) => ({ ids: [id] })],
  ])(
    'a row whose answer was late, and that is sent again, does not come back into a log that was %s',
    async (_what, name, payload) => {
      const added = row();
      await ask('log.add', entry(added), contentSender());
      const again = ask('log.add', entry(added), contentSender());
      await ask(name, payload(added.id), pageSender());
      expect(await again).toEqual({ stored: true });
      expect(await ask('log.add', entry(added), contentSender())).toEqual({ stored: true });
      expect(await list()).toMatchObject({ rows: [], total: 0 });
      await ask('log.add', entry(), contentSender());
      expect(await list()).toMatchObject({ total: 1 });
    },
  );

  it('clears the log and keeps the settings', async () => {
    const settings = { ...defaultSettings(), language: 'en' };
    await ask('settings.save', settings, pageSender());
    await ask('log.add', entry(), contentSender());
    expect(await ask('log.clear', null, pageSender())).toBeNull();
    expect(await list()).toEqual({ rows: [], total: 0 });
    expect((await fakeBrowser.storage.local.get('settings')).settings).toEqual(settings);
  });

  it('saves settings and lists packs', async () => {
    await ask('settings.save', { ...defaultSettings(), disabledPacks: ['general'] }, pageSender());
    const packs = (await ask('packs.list', null, pageSender())) as PackState[];
    const enabled = new Map(packs.map((pack) => [pack.id, pack.enabled]));
    expect(enabled.get('general')).toBe(false);
    expect(enabled.get('pilpres-2024')).toBe(true);
  });
});

describe('other senders', () => {
  const origin = { origin: 'https://www.facebook.com' };
  it.each<[string, Runtime.MessageSender]>([
    ['another extension', { ...pageSender(), id: 'another-extension' }],
    ['a content script of another extension', { ...contentSender(), id: 'another-extension' }],
    ['nobody', {}],
    [
      'a page whose address only looks like ours',
      { ...pageSender(false), url: 'https://x.com/?chrome-extension://test-extension-id/' },
    ],
    [
      'a page of a longer id',
      { ...pageSender(false), url: 'chrome-extension://test-extension-id2/page.html' },
    ],
    ['a renderer that claims our address', { ...pageSender(), ...origin }],
  ])('are refused: %s', async (_who, sender) => {
    for (const [name, payload] of [
      ['log.add', entry()],
      ['tab.state', on],
      ['log.list', { limit: 1 }],
      ['log.clear', null],
    ] as const) {
      await expect(ask(name, payload, sender)).rejects.toThrow('refused');
    }
    expect(await indexedDB.databases()).toEqual([]);
  });
});

describe('the listener', () => {
  it.each([
    undefined,
    null,
    'log.add',
    7,
    {},
    { name: 5 },
    { name: 'tab.query', payload: null },
    { name: 'toString', payload: null },
    { name: '__proto__', payload: null },
    { name: 'log.export', payload: null },
  ])('stays silent for %j, so that another listener can answer', (message) => {
    expect(listen(message, pageSender())).toBeUndefined();
  });

  it.each([
    ['log.add', row()],
    ['log.add', entry({ ...row(), text: 'isi kiriman' } as LogRow)],
    ['log.add', entry({ ...row(), hour: NOON + 3_600_000 })],
    ['log.add', entry({ ...row(), id: 'x' })],
    ['log.add', { ...entry(), text: 'isi kiriman' }],
    ['log.add', { row: row() }],
    ['log.add', entry(row(), detailOf(row()))],
    ['log.add', entry(sample, { ...detailOf(sample), author: 'orang' } as LogDetail)],
    ['log.add', entry(sample, detailOf(sample, { excerpt: 'a'.repeat(141) }))],
    ['log.add', null],
    ['tab.state', { ...on, title: 'isi halaman' }],
    ['tab.state', { ...on, unsentRows: -1 }],
    ['tab.state', { ...on, site: 'example.org' }],
    ['tab.state', { ...on, actions: ['vote'] }],
    ['tab.state', { ...on, health: undefined }],
    ['tab.state', { ...on, health: { ...understood, text: 'isi halaman' } }],
    ['tab.state', { ...on, health: { ...understood, page: 'isi halaman' } }],
    ['tab.state', { ...on, health: { ...understood, watched: ['isi halaman'] } }],
    ['tab.state', { ...on, health: { ...understood, unknown: Array(99).fill('like') } }],
    ['tab.state', { ...on, health: { ...understood, unknownControls: 0.5 } }],
    ['tab.state', { ...on, health: { ...understood, unknownControls: 1e9 } }],
    ['confirm.open', { id: '../settings' }],
    ['confirm.open', { id: 'a'.repeat(33) }],
    ['confirm.open', { id: 'a'.repeat(32), text: 'isi kiriman' }],
  ])('refuses a wrong %s', async (name, payload) => {
    await expect(ask(name, payload, contentSender())).rejects.toThrow('refused');
    expect(await indexedDB.databases()).toEqual([]);
  });

  it.each([
    ['log.list', { limit: 0 }],
    ['log.list', { limit: 1e9 }],
    ['log.list', { limit: 10, before: '~' }],
    ['log.clear', {}],
    ['log.state', {}],
    ['log.delete', null],
    ['log.delete', {}],
    ['log.delete', { ids: ['x'] }],
    ['log.delete', { ids: Array(1_001).fill(row().id) }],
    ['log.delete', { ids: [], from: 0, to: 1 }],
    ['log.delete', { from: 0 }],
    ['log.delete', { from: -1, to: 1 }],
    ['log.delete', { from: 0, to: 0.5 }],
    ['log.acknowledge', 1],
    ['log.reseal', 100],
    ['lock.set', { passphrase: 'pendek' }],
    ['lock.set', { passphrase: 'a'.repeat(1_001) }],
    ['lock.set', { passphrase: 'panjang sekali', hint: 'isi' }],
    ['lock.set', 'panjang sekali'],
    ['lock.open', { passphrase: 'a'.repeat(1_001) }],
    ['lock.open', {}],
    ['lock.close', {}],
    ['lock.remove', {}],
    ['data.reset', {}],
    ['settings.save', { ...defaultSettings(), log: 'all' }],
    ['settings.save', { ...defaultSettings(), retention: { brief: 91, detailed: 7 } }],
    ['settings.save', { ...defaultSettings(), retention: { brief: 30, detailed: 31 } }],
    ['welcome.done', {}],
    ['settings.save', {}],
    ['entries.name', ['a'.repeat(81)]],
    ['entries.name', Array.from({ length: 501 }, String)],
  ])('refuses a wrong %s of a page', async (name, payload) => {
    await expect(ask(name, payload, pageSender())).rejects.toThrow('refused');
  });

  const tries = triesOf(10_000);
  it(`changes nothing for ${tries} messages outside the list`, async () => {
    await publish();
    await ask('log.add', entry(), contentSender());
    // Reading prunes once; what that writes is not the doing of the messages below.
    await list();
    const before = await storedState();
    const own = [
      'log.add',
      'tab.state',
      'log.list',
      'log.state',
      'log.delete',
      'log.clear',
      'log.acknowledge',
      'log.reseal',
      'lock.set',
      'lock.open',
      'lock.close',
      'lock.remove',
      'data.reset',
      'settings.save',
      'packs.list',
      'packs.entries',
      'packs.preview',
      'packs.import',
      'packs.remove',
      'words.check',
      'pause.set',
      'entries.name',
      'welcome.done',
      'tab.query',
    ];
    const selection = { from: 0, to: NOON + 3_600_000 };
    const secret = { passphrase: 'padi menguning' };
    const payloads = [entry(), on, defaultSettings(), { limit: 10 }, null, selection, secret];
    const name = fc.oneof(
      fc.constantFrom(...own),
      fc.string(),
      fc.constantFrom('constructor', 'log', 'LOG.ADD'),
    );
    const payload = fc.oneof(fc.constantFrom<unknown>(...payloads), fc.jsonValue());
    const message = fc.oneof(
      { arbitrary: fc.record({ name, payload }), weight: 8 },
      { arbitrary: fc.jsonValue(), weight: 1 },
    );
    const content = contentSender();
    const sender = fc.constantFrom<Runtime.MessageSender>(
      content,
      contentSender({ incognito: true }),
      pageSender(),
      { ...pageSender(), id: 'another-extension' },
      { ...content, id: 'another-extension' },
      { id: 'test-extension-id', url: 'https://x.com/' },
      {},
    );
    // What the list allows to change something; random JSON never passes the schemas of these.
    const isAllowed = (sent: unknown, from: Runtime.MessageSender) => {
      const { name, payload } = (sent ?? {}) as { name?: unknown; payload?: unknown };
      if (from === content) return name === 'log.add' && payload === payloads[0];
      if (from.id !== 'test-extension-id' || !from.url?.startsWith('chrome-extension:')) return false;
      if (payload === null) return name === 'log.clear' || name === 'data.reset';
      return (
        (name === 'settings.save' && payload === payloads[2]) ||
        (name === 'log.delete' && payload === selection) ||
        (name === 'lock.set' && payload === secret)
      );
    };
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(message, sender, async (sent, from) => {
        fc.pre(!isAllowed(sent, from));
        await listen(sent, from)?.catch(() => {
          refused += 1;
        });
      }),
      { numRuns: tries },
    );
    expect(refused).toBeGreaterThan(tries / 10);
    expect(await storedState()).toEqual(before);
  });
});

describe('the state of a tab', () => {
  const tabId = 7;
  const badge = () => fakeBrowser.action.getBadgeText({ tabId });
  const title = () => fakeBrowser.action.getTitle({ tabId });

  it.each([
    ['on', 0, ''],
    ['starting', 0, ''],
    ['on', 2, '…'],
    ['off', 0, '–'],
    ['reload-needed', 0, '↻'],
    ['reload-needed', 2, '↻'],
    ['partly', 0, '?'],
  ] as const)('%s with %i unsent rows shows "%s"', async (protection, unsentRows, sign) => {
    await ask('tab.state', { ...on, protection, unsentRows }, contentSender());
    expect(await badge()).toBe(sign);
    expect(await title()).toMatch(/^Jaga Netral: \S/);
    expect(await title()).not.toContain('popup.');
  });

  it.each([
    ['on', understood, '', 'Tab ini dijaga'],
    ['on', { ...understood, page: 'unknown-page' }, '?', 'Halaman ini tidak dikenali'],
    ['on', { ...understood, unknown: ['share'] }, '?', 'Sebagian tombol di halaman ini tidak dikenali'],
    ['off', { ...understood, page: 'unknown-page' }, '–', 'Mati di situs ini'],
    ['reload-needed', { ...understood, page: 'unknown-page' }, '↻', 'Tab perlu dimuat ulang'],
  ] as const)('%s with health %j shows "%s"', async (protection, health, sign, words) => {
    await ask('settings.save', { ...defaultSettings(), language: 'id' }, pageSender());
    await ask('tab.state', { ...on, protection, health, unsentRows: sign === '?' ? 2 : 0 }, contentSender());
    expect(await badge()).toBe(sign);
    expect(await title()).toContain(words);
  });

  it('speaks the chosen language', async () => {
    await ask('tab.state', { ...on, unsentRows: 2 }, contentSender());
    const indonesian = await title();
    await ask('settings.save', { ...defaultSettings(), language: 'en' }, pageSender());
    await ask('tab.state', { ...on, unsentRows: 2 }, contentSender());
    expect(await title()).toContain('2 log rows');
    expect(indonesian).not.toBe(await title());
  });

  it('is that of the page, not of a frame in it', async () => {
    await ask('tab.state', { ...on, protection: 'off' }, contentSender());
    await ask('tab.state', on, { ...contentSender(), frameId: 3 });
    expect(await badge()).toBe('–');
  });

  it('is dropped quietly when the tab is gone', async () => {
    vi.spyOn(fakeBrowser.action, 'setBadgeText').mockImplementation(() =>
      Promise.reject(new Error('No tab with id: 7')),
    );
    expect(await ask('tab.state', on, contentSender())).toBeNull();
  });

  it('publishes when the tab found no rules', async () => {
    await ask('tab.state', on, contentSender());
    expect(await fakeBrowser.storage.local.get(null)).toEqual({ welcomed: true });
    await ask('tab.state', { ...on, protection: 'starting' }, contentSender());
    expect(Object.keys(await fakeBrowser.storage.local.get(null)).sort()).toEqual([
      'settings',
      'snapshot',
      'welcomed',
    ]);
  });
});
