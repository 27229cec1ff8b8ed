import { describe, expect, test } from 'vitest';
import { SITE_ACTIONS } from '../../src/core/reminding/site-actions.ts';
import { browsersFor } from './browsers.ts';
import { type Tab, until, untilResolved } from './driver/driver.ts';
import { takeBrowser } from './lanes.ts';
import { answer, logRows, openProtected, performed, protectedTab, SCENARIOS } from './scenario.ts';

/** Behind the tab in front, as a popup would be in front of it; until it shows this element. */
async function loadAgain(popup: Tab, selector: string): Promise<void> {
  await popup.evaluate('void (window.isOld = true, setTimeout(() => location.reload()))');
  const isShown = `window.isOld !== true && document.querySelector(${JSON.stringify(selector)}) !== null`;
  // A page that is being loaded answers with an error, and the old one may still be there.
  await expect.poll(() => popup.evaluate(isShown)).toBe(true);
}

const BADGE = `(async () => {
  const api = globalThis.browser ?? chrome;
  const [tab] = await api.tabs.query({ url: 'https://x.com/*' });
  return api.action.getBadgeText({ tabId: tab.id });
})()`;

const TAB_STATE = `(async () => {
  const api = globalThis.browser ?? chrome;
  const [tab] = await api.tabs.query({ url: 'https://x.com/*' });
  return api.tabs.sendMessage(tab.id, { name: 'tab.query', payload: null });
})()`;

describe.each(browsersFor('Chromium'))('the popup in %s', (_name, start) => {
  test('copies the structure report of the page in front', async () => {
    const { browser } = await takeBrowser(start);
    const popup = await browser.openExtensionPage('pages/popup/index.html');
    await browser.open('https://x.com/feed.id.html');
    await protectedTab(popup, 'x.com');
    await loadAgain(popup, '[aria-describedby=structure-note]');
    await popup.evaluate(`(() => {
        navigator.clipboard.writeText = async (text) => { window.copied = text; };
        document.querySelector('[aria-describedby=structure-note]').click();
      })()`);
    await until(popup, `document.querySelector('.structure-outcome').textContent !== ''`);
    const copied = await popup.evaluate<string>('window.copied');
    expect(JSON.parse(copied)).toMatchObject({
      format: 'jaga-netral-structure-1',
      site: 'x',
      isCut: false,
    });
  });

  test('pauses an open tab at once, and ends the pause', async () => {
    const { browser } = await takeBrowser(start);
    const popup = await browser.openExtensionPage('pages/popup/index.html');
    const [scenario] = SCENARIOS.filter(({ id }) => id === 'x');
    if (!scenario) throw new Error('no scenario of X');
    const tab = await openProtected(browser, popup, scenario.address('id'));
    await loadAgain(popup, '.pause button');
    const shows = (state: string) => `document.querySelector('.state-${state}') !== null`;
    const press = (button: number) =>
      popup.evaluate(`document.querySelectorAll('.pause button')[${button}].click()`);

    await press(0);
    await until(popup, shows('paused'));
    await expect.poll(() => popup.evaluate(BADGE)).toBe('II');
    await scenario.perform(tab, 'like', 'campaign', '');
    await until(tab, 'window.performed.length > 0');
    expect(await performed(tab)).toEqual([{ action: 'like', post: 'campaign' }]);
    expect(await logRows(popup)).toEqual([]);

    await press(0);
    await until(popup, shows('on'));
    await tab.goto(scenario.address('id'));
    await protectedTab(popup, 'x.com');
    await scenario.perform(tab, 'like', 'campaign', '');
    await answer(tab, 'cancel');
    expect(await performed(tab)).toEqual([]);

    // The site alone, until it is switched on again.
    await press(1);
    await until(popup, shows('off'));
    await press(0);
    await until(popup, shows('on'));
  });

  // When it looks, `health-watch.test.ts` says: within 30 s.
  test('says which actions are watched, and with the badge that a page is not understood', async () => {
    const { browser } = await takeBrowser(start);
    const popup = await browser.openExtensionPage('pages/popup/index.html');
    const tab = await browser.open('https://x.com/home.id.html');
    await protectedTab(popup, 'x.com');
    const words = (action: number) =>
      popup.evaluate(`document.querySelectorAll('.watched li')[${action}].className`);
    await untilResolved(
      popup,
      `${TAB_STATE}.then(({ health }) => health !== null && health.watched.includes('like'))`,
    );
    await loadAgain(popup, '.watched li');
    expect([await words(0), await popup.evaluate(`document.querySelector('.state-partly')`)]).toEqual([
      'watched-watched',
      null,
    ]);
    const listed = await popup.evaluate(`document.querySelectorAll('.watched li').length`);
    expect(listed).toBe(SITE_ACTIONS.x.length);
    await expect.poll(() => popup.evaluate(BADGE)).toBe('');

    // The site has changed: nothing that is known is left of its posts.
    await tab.goto('https://x.com/home.id.html');
    await tab.evaluate(`document.querySelector('[data-testid=primaryColumn]').textContent = 'Beranda'`);
    await untilResolved(popup, `${BADGE}.then((sign) => sign === '?')`);
    await loadAgain(popup, '.state-partly h1');
    expect(await words(0)).toBe('watched-unknown');
  });
});
