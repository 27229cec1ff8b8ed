import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsersFor } from './browsers.ts';
import { FIRST_RUN_PAGE, type Tab, type TestBrowser, until, untilResolved } from './driver/driver.ts';
import { answer, ask, logRows, protectedTab, rowsOf } from './scenario.ts';

const API = '(globalThis.browser ?? chrome)';
const HEADING = `document.activeElement.tagName === 'H1'`;
/** The reminder is the only thing beside the body that takes the focus. */
const REMINDER_OPEN = `document.activeElement.parentElement === document.documentElement && document.activeElement !== document.body`;

const stored = (key: 'settings' | 'welcomed', expression: string) =>
  `${API}.storage.local.get('${key}').then(({ ${key} }) => ${expression})`;

/** Tab until the focus is on such an element: the way of somebody without a mouse. */
async function tabTo(tab: Tab, selector: string): Promise<void> {
  for (let count = 0; count < 60; count += 1) {
    if (await tab.evaluate<boolean>(`document.activeElement.matches('${selector}')`)) return;
    await tab.press('Tab');
  }
  throw new Error(`Tab never came to ${selector}`);
}

/** A page that is being loaded answers with an error, and the old one may still be there. */
async function untilLoaded(tab: Tab, expression: string): Promise<void> {
  await expect.poll(() => tab.evaluate<boolean>(`Boolean(${expression})`)).toBe(true);
}

describe.each(browsersFor('Firefox'))('the first run in %s', (name, start) => {
  let browser: TestBrowser;
  let page: Tab;
  beforeAll(async () => {
    browser = await start({ firstRun: true });
    page = await browser.openedExtensionPage(FIRST_RUN_PAGE);
    await until(page, `document.querySelector('h1')`);
  });
  afterAll(() => browser?.close());

  /** A reminder that is answered in a tab of X. */
  async function answerReminder(): Promise<Tab> {
    const tab = await browser.open('https://x.com/feed.id.html');
    await protectedTab(page, 'x.com');
    await tab.click('[data-test-id=campaign] [data-testid=like]');
    await answer(tab, 'escape');
    return tab;
  }

  test('opens by itself; reminders come before it ends, but no row is stored', async () => {
    expect(await page.evaluate(stored('welcomed', 'welcomed'))).toBe(false);
    const tab = await answerReminder();
    // Its row has come by then: both are told at once.
    await expect.poll(() => ask(page, 'memory.show', null)).toMatchObject({ shown: 1 });
    expect(await logRows(page)).toEqual([]);
    await tab.close();
  });

  test('is walked by keyboard: the heading takes the focus, the level is chosen, back and reload keep the screen', async () => {
    await page.evaluate(`document.body.focus()`);
    await tabTo(page, '.button-main');
    await page.press('Enter');
    await until(page, `location.hash === '#choices' && ${HEADING}`);
    await tabTo(page, '.level input');
    expect(await page.evaluate(`document.activeElement.closest('.level').textContent`)).toMatch(
      /^(Ringkas|Brief)/,
    );
    for (const [key, level] of [
      ['ArrowDown', 'detailed'],
      ['ArrowUp', 'brief'],
      ['ArrowUp', 'none'],
      ['ArrowDown', 'brief'],
    ] as const) {
      await page.press(key);
      await untilResolved(page, stored('settings', `settings.log === '${level}'`));
    }
    await page.evaluate('void (window.isOld = true, setTimeout(() => location.reload()))');
    await untilLoaded(page, `window.isOld !== true && document.querySelector('.level input:checked')`);
    await tabTo(page, '.button-main');
    expect(await page.evaluate(stored('welcomed', 'welcomed'))).toBe(false);
    await page.press('Enter');
    await until(page, `location.hash === '#practice' && ${HEADING}`);
    expect(await page.evaluate(stored('welcomed', 'welcomed'))).toBe(true);
    await page.evaluate('history.back()');
    await until(page, `location.hash === '#choices' && ${HEADING}`);
    await page.evaluate('history.forward()');
    await until(page, `location.hash === '#practice' && ${HEADING}`);
  });

  test('ends with the real reminder, and then rows are stored', async () => {
    await until(page, `document.querySelector('article')`);
    await tabTo(page, 'article button');
    await page.press('Enter');
    await until(page, REMINDER_OPEN);
    await page.press('Escape');
    await until(page, `document.querySelector('.steps .button-main')`);
    await tabTo(page, '.steps .button-main');
    await page.press('Enter');
    await untilLoaded(
      page,
      `location.pathname === '/pages/settings/index.html' && document.querySelector('h1')`,
    );
    const tab = await answerReminder();
    expect(await rowsOf(page, 1)).toMatchObject([{ site: 'x', action: 'like' }]);
    await tab.close();
  });

  test('the three levels are equal cards at every width: all in one row of one height, or all below each other', async () => {
    const tab = await browser.openExtensionPage(`${FIRST_RUN_PAGE}#choices`);
    await until(tab, `document.querySelectorAll('.level').length === 3`);
    for (const [width, inARow] of [
      [320, false],
      [640, false],
      [1000, true],
    ] as const) {
      await tab.resize({ width, height: 800 });
      const shape = await tab.evaluate<number[]>(`(() => {
        const boxes = [...document.querySelectorAll('.level')].map((card) => card.getBoundingClientRect());
        const different = (side) => new Set(boxes.map((box) => Math.round(box[side]))).size;
        return ['width', 'left', 'top', 'height'].map(different);
      })()`);
      expect(shape.slice(0, inARow ? 4 : 3), String(width)).toEqual(inARow ? [1, 3, 1, 1] : [1, 1, 3]);
    }
    await tab.close();
  });

  test.each(['about', 'choices', 'practice'])(
    'can be skipped from %s, with the settings as they are',
    async (screen) => {
      await page.evaluate(`${API}.storage.local.set({ welcomed: false })`);
      const before = await page.evaluate(stored('settings', 'settings'));
      const tab = await browser.openExtensionPage(`${FIRST_RUN_PAGE}#${screen}`);
      await until(tab, `document.querySelector('[aria-describedby=skip-note]')`);
      await tab.click('[aria-describedby=skip-note]');
      await untilLoaded(tab, `location.pathname === '/pages/settings/index.html'`);
      expect(await page.evaluate(stored('welcomed', 'welcomed'))).toBe(true);
      expect(await page.evaluate(stored('settings', 'settings'))).toEqual(before);
      await tab.close();
    },
  );

  test('says what a skip means as the agency allows it', async () => {
    const tab = await browser.openExtensionPage(`${FIRST_RUN_PAGE}#choices`);
    const skipped = `document.querySelector('#skip-note')?.textContent`;
    await until(tab, `/Ringkas|Brief/.test(${skipped})`);
    await page.evaluate(
      `${API}.storage.local.set({ policy: { policy: { maxLogLevel: 0 }, faults: [], received: 1 } })`,
    );
    await until(tab, `/Tanpa catatan|No log/.test(${skipped}) && !/Ringkas|Brief/.test(${skipped})`);
    await page.evaluate(`${API}.storage.local.remove('policy')`);
    await tab.close();
  });

  test('says that the browser lets it into the sites, and asks by a click where it does not', async () => {
    const tab = await browser.openExtensionPage(FIRST_RUN_PAGE);
    await until(tab, `document.querySelector('[aria-live] .privacy')`);
    // Chromium takes back access in its own pages only.
    if (name === 'Firefox') {
      const origins = `{ origins: ['https://www.instagram.com/*'] }`;
      await tab.evaluate(`browser.permissions.remove(${origins})`);
      await until(tab, `document.querySelector('[aria-live] .notice button')`);
      expect(await tab.evaluate(`browser.permissions.contains(${origins})`)).toBe(false);
      await tab.click('[aria-live] .notice button');
      await until(tab, `document.querySelector('[aria-live] .privacy')`);
      expect(await tab.evaluate(`browser.permissions.contains(${origins})`)).toBe(true);
    }
    await tab.close();
  });
});
