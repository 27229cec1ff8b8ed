import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testsInTurn } from '../extent.ts';
import { startChromium } from './driver/chromium.ts';
import {
  endFirstRun,
  FIRST_RUN_PAGE,
  type Tab,
  type TestBrowser,
  until,
  untilResolved,
} from './driver/driver.ts';
import { startFirefox } from './driver/firefox.ts';
import { takeBrowser } from './lanes.ts';
import {
  ask,
  leaveRows,
  logRows,
  openProtected,
  performed,
  protectedTab,
  REMINDER_OPEN,
  readyTab,
} from './scenario.ts';

const BROWSERS = [
  ['Chromium', startChromium, 0],
  ['Firefox', startFirefox, 1],
] as const;
const FEED = 'https://x.com/feed.id.html';
const CAMPAIGN = '[data-test-id=campaign]';
const LIKE = `${CAMPAIGN} [data-testid=like]`;
const HOSTS = 'window.probe.hosts.length';
const ARMED =
  'window.probe.hosts.some(({ node, at }) => node === document.activeElement && performance.now() - at > 700)';

describe.each(BROWSERS)('the reminder in %s', (_name, start, turn) => {
  // What is told apart here is in our code, and both browsers open, answer and ask.
  const inOne = testsInTurn(test, turn);
  let browser: TestBrowser;
  let pages: Tab;
  beforeAll(async () => {
    ({ browser, pages } = await takeBrowser(start));
  });
  beforeEach(async () => {
    await save({ strictness: 'normal', exceptions: [] });
    await leaveRows(pages);
  });

  async function save(change: object): Promise<void> {
    const { settings } = await pages.evaluate<{ settings: object }>(
      `(globalThis.browser ?? chrome).storage.local.get('settings')`,
    );
    await ask(pages, 'settings.save', { ...settings, ...change });
  }

  const openFeed = () => openProtected(browser, pages, FEED);

  async function open(tab: Tab): Promise<void> {
    await tab.click(LIKE);
    await until(tab, REMINDER_OPEN);
    await until(tab, ARMED);
  }

  /** Steps back from Batalkan: the last is silence for the post, the one before it a wrong detection. */
  async function back(tab: Tab, steps: number): Promise<void> {
    for (let step = 0; step < steps; step += 1) await tab.press('Tab', 'Shift');
    await tab.press('Enter');
    await until(tab, `!(${REMINDER_OPEN})`);
  }

  inOne('a hint lets the action pass at once, takes no focus, and goes by itself', async () => {
    await save({ strictness: 'gentle' });
    const tab = await openFeed();
    await tab.click(LIKE);
    await until(tab, 'window.performed.length > 0');
    expect(await performed(tab)).toEqual([{ action: 'like', post: 'campaign' }]);
    await until(tab, `${HOSTS} === 1`);
    expect(await tab.evaluate(REMINDER_OPEN)).toBe(false);
    await until(tab, 'window.probe.hosts.every(({ node }) => !node.isConnected)');
    // Nothing is noted of a hint.
    expect(await logRows(pages)).toEqual([]);
    await tab.close();
  });

  inOne('once for a post and an action: the second press passes without a word', async () => {
    const tab = await openFeed();
    await open(tab);
    await tab.press('Escape');
    await until(tab, `!(${REMINDER_OPEN})`);
    expect(await performed(tab)).toEqual([]);
    await tab.click(LIKE);
    await until(tab, 'window.performed.length === 1');
    expect(await tab.evaluate(HOSTS)).toBe(1);
    await tab.close();
  });

  inOne('a wrong detection goes on, is quiet from then on in every tab, and can be forgotten', async () => {
    const tab = await openFeed();
    await open(tab);
    await back(tab, 2);
    await until(tab, 'window.performed.length === 1');
    await untilResolved(
      pages,
      `(async () => {
      const { wrong } = await (globalThis.browser ?? chrome).runtime.sendMessage({ name: 'memory.show', payload: null });
      return wrong.length === 1;
    })()`,
    );
    await tab.close();
    const other = await browser.open(FEED);
    await readyTab(pages, 'x.com');
    await other.click(LIKE);
    await until(other, 'window.performed.length === 1');
    expect(await other.evaluate(REMINDER_OPEN)).toBe(false);
    await other.goto(FEED);
    await protectedTab(pages, 'x.com');
    await open(other);
    await other.press('Escape');
    await other.close();
  });

  inOne('silence for a post is for every action on it, and for no other post', async () => {
    const tab = await openFeed();
    await open(tab);
    await back(tab, 1);
    await until(tab, 'window.performed.length === 1');
    await tab.click(`${CAMPAIGN} [data-testid=retweet]`);
    await tab.click('[data-testid=retweetConfirm]');
    await until(tab, 'window.performed.length === 2');
    expect(await tab.evaluate(HOSTS)).toBe(1);
    await tab.close();
  });

  inOne('after Hapus semua a tab that is open shares its reminders at once', async () => {
    const tab = await openFeed();
    await ask(pages, 'data.reset', null);
    await endFirstRun(await browser.openedExtensionPage(FIRST_RUN_PAGE));
    await readyTab(pages, 'x.com');
    await open(tab);
    await tab.press('Escape');
    await untilResolved(
      pages,
      `(globalThis.browser ?? chrome).runtime.sendMessage({ name: 'memory.show', payload: null }).then(({ shown }) => shown === 1)`,
    );
    await tab.close();
  });
});
