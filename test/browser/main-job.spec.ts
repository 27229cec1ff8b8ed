import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startChromium } from './driver/chromium.ts';
import { type Tab, type TestBrowser, until } from './driver/driver.ts';
import { startFirefox } from './driver/firefox.ts';
import {
  answer,
  clearLog,
  logRows,
  openProtected,
  PATHS,
  performed,
  REMINDER_OPEN,
  SCENARIOS,
} from './scenario.ts';

const BROWSERS = [
  ['Chromium', startChromium],
  ['Firefox', startFirefox],
] as const;

describe.each(BROWSERS)('the main job in %s', (_name, start) => {
  let browser: TestBrowser;
  let pages: Tab;

  beforeAll(async () => {
    browser = await start();
    pages = await browser.openExtensionPage('pages/log/index.html');
  });
  afterAll(() => browser?.close());
  beforeEach(() => clearLog(pages));

  const openNew = (address: string) => openProtected(browser, pages, address);

  /** Waits for the row itself: it is delivered off the path of the click. */
  async function rowsOf(count: number) {
    const end = Date.now() + 10_000;
    for (;;) {
      const rows = await logRows(pages);
      if (rows.length >= count || Date.now() > end) return rows;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  describe.each(SCENARIOS)('$id', (scenario) => {
    test.each(PATHS)('%s: cancelled means nothing happened', async (path) => {
      const tab = await openNew(scenario.address('id'));
      await scenario.perform(tab, path, 'campaign', 'Semangat');
      await answer(tab, path === 'like' ? 'escape' : 'cancel');
      expect(await performed(tab)).toEqual([]);
      expect(await rowsOf(1)).toMatchObject([
        { site: scenario.id, action: scenario.action[path], outcome: 'cancelled' },
      ]);
      await tab.close();
    });

    test.each(PATHS)('%s: continued means exactly once', async (path) => {
      const tab = await openNew(scenario.address('id'));
      await scenario.perform(tab, path, 'campaign', 'Semangat');
      expect(await performed(tab)).toEqual([]);
      await answer(tab, 'continue');
      await until(tab, 'window.performed.length > 0');
      // The replay is over when no notice follows within its reaction time.
      await until(tab, 'window.probe.hosts.every(({ at }) => performance.now() - at > 2_200)');
      expect(await performed(tab)).toEqual([{ action: scenario.action[path], post: 'campaign' }]);
      expect(await tab.evaluate(REMINDER_OPEN)).toBe(false);
      expect(await rowsOf(1)).toMatchObject([
        { site: scenario.id, action: scenario.action[path], outcome: 'continued' },
      ]);
      await tab.close();
    });

    test.each(PATHS)('%s: an ordinary post is never touched', async (path) => {
      const tab = await openNew(scenario.address('en'));
      await scenario.perform(tab, path, 'rain', 'Hati-hati di jalan');
      await until(tab, 'window.performed.length > 0');
      expect(await performed(tab)).toEqual([{ action: scenario.action[path], post: 'rain' }]);
      expect(await tab.evaluate('window.probe.hosts.length')).toBe(0);
      expect(await tab.evaluate('window.probe.untouched')).toBe(true);
      expect(await tab.evaluate('window.probe.events.includes("click")')).toBe(true);
      expect(await logRows(pages)).toEqual([]);
      await tab.close();
    });

    test('English labels: the campaign post is held as well', async () => {
      const tab = await openNew(scenario.address('en'));
      await scenario.perform(tab, 'like', 'campaign', '');
      await answer(tab, 'continue');
      await until(tab, 'window.performed.length > 0');
      expect(await performed(tab)).toEqual([{ action: 'like', post: 'campaign' }]);
      expect(await rowsOf(1)).toMatchObject([{ action: 'like', outcome: 'continued' }]);
      await tab.close();
    });

    test("the user's own words are read beside an ordinary post", async () => {
      const tab = await openNew(scenario.address('id'));
      await scenario.perform(tab, 'comment by button', 'rain', 'Saya pilih nomor 2, coblos nomor 2');
      await answer(tab, 'cancel');
      expect(await performed(tab)).toEqual([]);
      expect(await rowsOf(1)).toMatchObject([{ action: 'comment', outcome: 'cancelled' }]);
      await tab.close();
    });
  });
});
