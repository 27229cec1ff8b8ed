import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChromium } from './driver/chromium.ts';
import { type Tab, type TestBrowser, until } from './driver/driver.ts';
import { startFirefox } from './driver/firefox.ts';
import { answer, ask, performed, protectedTab, REMINDER_OPEN, rowsOf } from './scenario.ts';
import { isIn, ownFiles, stored } from './stored.ts';

const X = 'https://x.com/feed.id.html';
const POST = '[data-test-id=campaign]';
const LIKE = `${POST} [data-testid=like]`;
const MARK = 'PenandaPribadi';

describe.each([
  ['Chromium', startChromium],
  ['Firefox', startFirefox],
] as const)('a private window in %s', (_name, start) => {
  let browser: TestBrowser;
  let pages: Tab;
  let ordinary: Tab;
  beforeAll(async () => {
    browser = await start({ privateWindows: true });
    pages = await browser.openExtensionPage('pages/settings/index.html');
    ordinary = await browser.open(X);
    await protectedTab(pages, 'x.com');
    // The level that keeps most, so that anything that came through would be kept.
    const settings = (await stored(pages)).local.settings as object;
    await ask(pages, 'settings.save', { ...settings, log: 'detailed' });
  });
  afterAll(() => browser?.close());

  test('is protected, and leaves no row, no count and no word behind', async () => {
    const before = await stored(pages);
    const tab = await browser.openPrivate(X);
    await protectedTab(pages, 'x.com');
    await tab.toFront();
    await tab.click(LIKE);
    await answer(tab, 'continue');
    await until(tab, 'window.performed.length === 1');
    // Its own tab remembers, so that it does not tire either.
    await tab.click(`${POST} [data-testid=unlike]`);
    await until(tab, `document.querySelector('${LIKE}')`);
    const reminders = await tab.evaluate('window.probe.hosts.length');
    await tab.click(LIKE);
    await until(tab, 'window.performed.length === 3');
    expect(await tab.evaluate('window.probe.hosts.length')).toBe(reminders);
    await tab.click(`${POST} [data-testid=reply]`);
    await tab.click('[role=dialog] [contenteditable=true]');
    await tab.type(`Coblos nomor 2 ${MARK}`);
    await tab.press('Enter', 'Control');
    await answer(tab, 'escape');

    // What an ordinary window does afterwards is kept, and nothing before it.
    await ordinary.toFront();
    await ordinary.click(LIKE);
    await until(ordinary, REMINDER_OPEN);
    expect(await stored(pages)).toEqual({ ...before, session: { ...before.session, ...(await memory()) } });
    await answer(ordinary, 'escape');
    expect(await rowsOf(pages, 1)).toMatchObject([{ site: 'x', action: 'like', outcome: 'cancelled' }]);
    expect(await ask(pages, 'memory.show', null)).toMatchObject({ shown: 1, wrong: [] });
    expect(await performed(ordinary)).toEqual([]);
    const kept = JSON.stringify(await stored(pages));
    expect([kept.includes(MARK), isIn(ownFiles(browser), MARK)]).toEqual([false, false]);
  });

  /** `protectedTab` had everything forgotten once more, which counts up. */
  const memory = async () => {
    const { session } = await stored(pages);
    expect(session.reminders).toMatchObject({ shown: 0, entities: [], wrong: [] });
    return { reminders: session.reminders };
  };
});
