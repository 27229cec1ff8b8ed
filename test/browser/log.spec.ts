import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KEY_PLACES } from '../../src/background/log/log-key.ts';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import { IS_FULL } from '../extent.ts';
import { startChromium } from './driver/chromium.ts';
import { endFirstRun, FIRST_RUN_PAGE, type Tab, type TestBrowser } from './driver/driver.ts';
import { startFirefox } from './driver/firefox.ts';
import { answer, ask, forgetReminders, logRows, openProtected, rowsOf, SCENARIOS } from './scenario.ts';
import { addAsTab, entryWith, isIn, isPartIn, ownFiles, type Stored, stored } from './stored.ts';

const BROWSERS = [
  ['Chromium', startChromium],
  ['Firefox', startFirefox],
] as const;
const WIPES = IS_FULL ? 20 : 4;
const MARK = 'PenandaRahasia';
const detailed = { ...defaultSettings(), log: 'detailed' } as const;

/** Both halves of a key as they lie in the two storages. */
function halvesOf({ local, databases }: Stored, key: keyof typeof KEY_PLACES): readonly [string, Buffer] {
  const { database, half } = KEY_PLACES[key];
  return [String(local[half]), Buffer.from(String(databases[database]?.half?.[0]), 'hex')];
}

describe.each(BROWSERS)('what the log leaves in %s', (_name, start) => {
  let browser: TestBrowser;
  let pages: Tab;
  let tab: Tab;
  beforeAll(async () => {
    browser = await start();
    // A page that asks for nothing of the log.
    pages = await browser.openExtensionPage('pages/settings/index.html');
    tab = await openProtected(browser, pages, 'https://x.com/feed.id.html');
  });
  afterAll(() => browser?.close());

  /** *Hapus semua*, after which the first run asks anew. */
  async function reset(): Promise<Stored> {
    await ask(pages, 'data.reset', null);
    const fresh = await stored(pages);
    await endFirstRun(await browser.openedExtensionPage(FIRST_RUN_PAGE));
    return fresh;
  }

  test('at Ringkas: no word of the post, the draft, the account or the address', async () => {
    const x = SCENARIOS.find(({ id }) => id === 'x');
    for (const [path, words] of [
      ['like', ''],
      ['comment by key', MARK],
    ] as const) {
      await forgetReminders(pages);
      await x?.perform(tab, path, 'campaign', words);
      await answer(tab, 'cancel');
    }
    const rows = await rowsOf(pages, 2);
    expect(rows).toHaveLength(2);
    const all = await stored(pages);
    const kept = JSON.stringify([rows, all]);
    expect(kept).toContain(rows[0]?.id);
    expect(kept).toContain('cancelled');
    const files = ownFiles(browser);
    // The key shows that the search finds what is there.
    for (const half of halvesOf(all, 'rows')) expect(isPartIn(files, half)).toBe(true);
    const marks = [MARK, 'Arunika', 'Wulandaru', 'relawan_arunika', '1900000000000000001', 'feed.id'];
    expect(marks.filter((mark) => kept.includes(mark))).toEqual([]);
    expect(marks.filter((mark) => isIn(files, mark))).toEqual([]);
  });

  test(`${WIPES} wipes: storage is as after an install, and half of each key is gone from the files`, async () => {
    const fresh = await reset();
    expect(Object.keys(fresh.local).sort()).toEqual(['settings', 'snapshot', 'welcomed']);
    expect(fresh.local.welcomed).toBe(false);
    expect(fresh).toMatchObject({ session: {}, databases: {} });
    for (let round = 1; round <= WIPES; round += 1) {
      await ask(pages, 'settings.save', detailed);
      await addAsTab(pages, [entryWith(MARK), entryWith(MARK)]);
      const before = await stored(pages);
      const halves = [halvesOf(before, 'rows'), halvesOf(before, 'details')];
      const full = ownFiles(browser);
      for (const half of halves.flat()) expect(isPartIn(full, half), `round ${round}`).toBe(true);
      const isReset = round % 2 === 0;
      if (isReset) expect(await reset()).toEqual(fresh);
      else {
        await ask(pages, 'log.clear', null);
        expect(await stored(pages)).toEqual({
          ...fresh,
          local: { ...fresh.local, settings: detailed, welcomed: true },
        });
      }
      const files = ownFiles(browser);
      for (const pair of halves) {
        expect(
          pair.every((half) => isPartIn(files, half)),
          `round ${round}`,
        ).toBe(false);
      }
      expect(isIn(files, MARK), `round ${round}`).toBe(false);
    }
  }, 300_000);

  test('a lower level and a new lock destroy the keys that the rows lay under', async () => {
    await reset();
    for (let round = 1; round <= (IS_FULL ? 3 : 1); round += 1) {
      await ask(pages, 'settings.save', detailed);
      await addAsTab(pages, [entryWith(MARK), entryWith(MARK)]);
      const details = halvesOf(await stored(pages), 'details');
      await ask(pages, 'settings.save', defaultSettings());
      expect(await ask(pages, 'log.state', null)).toMatchObject({ rows: 2, details: 0, lost: 0 });
      expect(
        details.every((half) => isPartIn(ownFiles(browser), half)),
        `round ${round}`,
      ).toBe(false);

      const rows = halvesOf(await stored(pages), 'rows');
      await ask(pages, 'lock.set', { passphrase: 'padi menguning' });
      expect(await ask(pages, 'log.reseal', null)).toEqual({ left: 0 });
      expect(
        rows.every((half) => isPartIn(ownFiles(browser), half)),
        `round ${round}`,
      ).toBe(false);
      await ask(pages, 'lock.close', null);
      expect(await ask(pages, 'log.list', { limit: 10 })).toEqual({ rows: '[]', total: 2 });
      expect(await ask(pages, 'lock.open', { passphrase: 'padi' })).toEqual({ opened: false });
      expect(await ask(pages, 'lock.open', { passphrase: 'padi menguning' })).toEqual({ opened: true });
      expect(await logRows(pages)).toHaveLength(2);
      const { privateKey } = (await stored(pages)).session.logUnlocked as { privateKey: string };
      expect(isIn(ownFiles(browser), privateKey)).toBe(false);
      await reset();
    }
  });

  test('a database that was deleted behind our back is noticed, told, and filled on', async () => {
    await addAsTab(pages, [entryWith(MARK), entryWith(MARK), entryWith(MARK)]);
    await pages.evaluate(`new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('log');
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
    })`);
    await addAsTab(pages, [entryWith(MARK)]);
    expect(await ask(pages, 'log.state', null)).toMatchObject({ rows: 1, lost: 3 });
    await ask(pages, 'log.acknowledge', null);
    expect(await ask(pages, 'log.state', null)).toMatchObject({ rows: 1, lost: 0 });
  });
});
