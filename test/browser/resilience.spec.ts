import { beforeAll, describe, expect, test } from 'vitest';
import { SEQUENCE_MS } from '../../src/content/key-sequence.ts';
import { inTurn, triesOf } from '../extent.ts';
import { PATIENCE_MS } from '../patience.ts';
import { type ChromiumBrowser, startChromium } from './driver/chromium.ts';
import { type Tab, type TestBrowser, until, untilResolved } from './driver/driver.ts';
import { startFirefox } from './driver/firefox.ts';
import { takeBrowser } from './lanes.ts';
import {
  answer,
  forgetReminders,
  openProtected,
  performed,
  protectedTab,
  REMINDER_OPEN,
  rowsOf,
  SCENARIOS,
} from './scenario.ts';

const BROWSERS = [
  ['Chromium', startChromium, 0],
  ['Firefox', startFirefox, 1],
] as const;
const LIKE_ON_X = '[data-test-id=campaign] [data-testid=like]';
const X = 'https://x.com/feed.id.html';

/** Loads the extension anew, as an update does, and opens a page of it again. */
async function reload(browser: TestBrowser, page: Tab): Promise<Tab> {
  const session = '(globalThis.browser ?? chrome).storage.session';
  // Is gone with the old extension, whose page a slow machine may still open.
  await page.evaluate(`${session}.set({ isOld: true })`);
  // The page dies with the extension: its answer never comes.
  page.evaluate('(globalThis.browser ?? chrome).runtime.reload()').catch(() => undefined);
  for (const end = Date.now() + PATIENCE_MS; ; ) {
    try {
      const opened = await browser.openExtensionPage('pages/log/index.html');
      const { isOld } = await opened.evaluate<{ isOld?: boolean }>(`${session}.get('isOld')`);
      if (!isOld) return opened;
      await opened.close();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

describe.each(BROWSERS)('a page that works against us in %s', (_name, start, first) => {
  let browser: TestBrowser;
  let pages: Tab;
  beforeAll(async () => {
    ({ browser, pages } = await takeBrowser(start));
  });

  const openNew = (address: string) => openProtected(browser, pages, address);

  // The three sites by turns: the listeners are those of one of ours.
  test.each(inTurn(SCENARIOS, first))(
    '$id: window capture listeners from its <head> see nothing of a held press',
    async (site) => {
      const tab = await openNew(site.address('id'));
      await tab.evaluate('window.probe.events.length = 0');
      await site.perform(tab, 'like', 'campaign', '');
      await until(tab, REMINDER_OPEN);
      expect(await tab.evaluate('window.probe.events')).toEqual([]);
      await answer(tab, 'escape');
      // Neither the key that answered: the page saw no part of it go down.
      expect(await tab.evaluate('window.probe.events')).toEqual([]);
      await tab.close();
    },
  );

  test('a held key stroke in an editor is hidden whole', async () => {
    const tab = await openNew('https://www.instagram.com/feed.id.html');
    const [, instagram] = SCENARIOS;
    if (!instagram) throw new Error('no scenario for Instagram');
    await tab.click('[data-test-id=campaign] textarea');
    await tab.type('Semangat');
    await tab.evaluate('window.probe.events.length = 0');
    await tab.press('Enter');
    await until(tab, REMINDER_OPEN);
    expect(await tab.evaluate('window.probe.events')).toEqual([]);
    await answer(tab, 'cancel');
    // The draft is where it was.
    expect(await tab.evaluate(`document.querySelector('[data-test-id=campaign] textarea').value`)).toBe(
      'Semangat',
    );
    expect(await performed(tab)).toEqual([]);
    await tab.close();
  });

  /** A tab on X where `g l` was pressed as a person does it; on a busy machine the driver may take longer. */
  const openWithTwoKeys = async (): Promise<Tab> => {
    for (const end = Date.now() + PATIENCE_MS; ; ) {
      const tab = await openNew(X);
      await tab.focus('article[data-test-id=campaign]');
      const start = Date.now();
      await tab.press('g');
      await tab.press('l');
      if (Date.now() - start < SEQUENCE_MS) return tab;
      if (Date.now() > end) throw new Error(`no two keys within ${SEQUENCE_MS} ms`);
      await tab.close();
    }
  };

  test('two keys that go to another page like nothing; the last one alone is held', async () => {
    const tab = await openWithTwoKeys();
    await until(tab, 'window.performed.length > 0');
    expect(await performed(tab)).toEqual([{ action: 'go', post: null }]);
    expect(await tab.evaluate('[window.probe.hosts.length, window.probe.untouched]')).toEqual([0, true]);
    await tab.press('l');
    await answer(tab, 'escape');
    expect(await performed(tab)).toEqual([{ action: 'go', post: null }]);
    await tab.close();
  });

  test('document.open() does not disarm us', async () => {
    const tab = await openNew(X);
    await tab.evaluate(`(() => {
      const html = document.documentElement.outerHTML;
      document.open();
      document.write(html);
      document.close();
    })()`);
    await until(tab, `document.querySelector(${JSON.stringify(LIKE_ON_X)}) && window.performed`);
    await tab.click(LIKE_ON_X);
    await until(tab, REMINDER_OPEN);
    await answer(tab, 'escape');
    expect(await performed(tab)).toEqual([]);
    await tab.close();
  });

  test('a removed reminder is never a "continue", and the person is told', async () => {
    const tab = await openNew(X);
    await tab.click(LIKE_ON_X);
    await until(tab, REMINDER_OPEN);
    await tab.evaluate('window.probe.hosts.at(-1).node.remove()');
    // A second host: the notice.
    await until(tab, 'window.probe.hosts.length === 2');
    expect(await performed(tab)).toEqual([]);
    await tab.close();
  });

  test('strict page policies hide nothing of the reminder', async () => {
    const policy =
      "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self'; require-trusted-types-for 'script'; trusted-types p";
    const tab = await openNew(`${X}?policy=${encodeURIComponent(policy)}`);
    await tab.click(LIKE_ON_X);
    await until(tab, REMINDER_OPEN);
    // The style of the dialog applies: its host is a block, and the top layer covers the page.
    const covered = await tab.evaluate('document.elementFromPoint(5, 5) === window.probe.hosts.at(-1).node');
    expect(covered).toBe(true);
    await answer(tab, 'continue');
    await until(tab, 'window.performed.length > 0');
    expect(await performed(tab)).toEqual([{ action: 'like', post: 'campaign' }]);
    await tab.close();
  });

  test('haste: a double click and a held Enter open one reminder and do nothing', async () => {
    const tab = await openNew(X);
    await tab.click(LIKE_ON_X, { count: 2 });
    await until(tab, REMINDER_OPEN);
    expect(await tab.evaluate('window.probe.hosts.length')).toBe(1);
    await answer(tab, 'escape');
    await forgetReminders(pages);
    await tab.focus(LIKE_ON_X);
    await tab.keyDown('Enter');
    await until(tab, REMINDER_OPEN);
    await tab.keyDown('Enter');
    await tab.keyDown('Enter');
    await tab.keyUp('Enter');
    expect(await tab.evaluate(REMINDER_OPEN)).toBe(true);
    expect(await performed(tab)).toEqual([]);
    await answer(tab, 'escape');
    await tab.close();
  });

  test('a site that refuses untrusted clicks: one more press passes, once', async () => {
    const tab = await openNew(X);
    await tab.evaluate(`document.querySelector(${JSON.stringify(LIKE_ON_X)}).addEventListener('click', (event) => {
      if (!event.isTrusted) event.stopImmediatePropagation();
    }, true)`);
    await tab.click(LIKE_ON_X);
    await answer(tab, 'continue');
    // The notice that asks for another press.
    await until(tab, 'window.probe.hosts.length === 2');
    expect(await performed(tab)).toEqual([]);
    await tab.click(LIKE_ON_X);
    await until(tab, 'window.performed.length > 0');
    expect(await performed(tab)).toEqual([{ action: 'like', post: 'campaign' }]);
    // Undoing is never held, and the permit is spent: liking again asks again.
    await tab.click('[data-test-id=campaign] [data-testid=unlike]');
    await forgetReminders(pages);
    await tab.click(LIKE_ON_X);
    await until(tab, REMINDER_OPEN);
    await answer(tab, 'escape');
    await tab.close();
  });

  test('a post that was recycled while the reminder was open: nothing is done, and the person is told', async () => {
    const tab = await openNew(X);
    await tab.click(LIKE_ON_X);
    await until(tab, REMINDER_OPEN);
    await tab.evaluate(
      `document.querySelector('[data-test-id=campaign]').closest('[data-testid=cellInnerDiv]').remove()`,
    );
    await answer(tab, 'continue');
    await until(tab, 'window.probe.hosts.length === 2');
    expect(await performed(tab)).toEqual([]);
    await tab.close();
  });

  test('a tab that was open before an update is protected again, or says that it must be reloaded', async () => {
    const tab = await openNew(X);
    pages = await reload(browser, pages);
    await untilResolved(
      pages,
      `(async () => {
        const api = globalThis.browser ?? chrome;
        const [tab] = await api.tabs.query({ url: 'https://x.com/*' });
        const state = await api.tabs.sendMessage(tab.id, { name: 'tab.query', payload: null }).catch(() => undefined);
        return state?.protection === 'reload-needed';
      })()`,
    );
    await tab.click(LIKE_ON_X);
    await until(tab, REMINDER_OPEN);
    await answer(tab, 'escape');
    expect(await performed(tab)).toEqual([]);
    await tab.close();
  });
});

describe('a worker that dies between the action and the row', () => {
  const KILLS = triesOf(200);
  let browser: ChromiumBrowser;
  let pages: Tab;
  beforeAll(async () => {
    ({ browser, pages } = await takeBrowser(startChromium));
  });

  test(`${KILLS} kills lose nothing and double nothing`, async () => {
    const tab = await browser.open(X);
    await protectedTab(pages, 'x.com');
    const control = await browser.context.newCDPSession(await browser.context.newPage());
    await control.send('ServiceWorker.enable');
    await tab.focus(LIKE_ON_X);
    for (let kill = 1; kill <= KILLS; kill += 1) {
      // The same post again would pass.
      await forgetReminders(pages);
      await tab.press('Enter');
      await until(tab, REMINDER_OPEN);
      // Both at once: the kill lands before, in or after the write.
      await Promise.all([tab.press('Escape'), control.send('ServiceWorker.stopAllWorkers')]);
      await until(tab, `!(${REMINDER_OPEN})`);
    }
    const rows = await rowsOf(pages, KILLS);
    expect(rows.length).toBe(KILLS);
    expect(new Set(rows.map((row) => row.id)).size).toBe(KILLS);
    expect(await performed(tab)).toEqual([]);
  }, 300_000);
});
