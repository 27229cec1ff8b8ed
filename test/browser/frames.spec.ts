import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testsInTurn } from '../extent.ts';
import { startChromium } from './driver/chromium.ts';
import { type Tab, type TestBrowser, until } from './driver/driver.ts';
import { startFirefox } from './driver/firefox.ts';
import { takeBrowser } from './lanes.ts';
import { leaveRows, logRows, protectedTab, rowsOf } from './scenario.ts';
import { likeInFrame, performedInFrame, questionOf, showSmallFrame } from './small-frame.ts';

const BROWSERS = [
  ['Chromium', startChromium, 0],
  ['Firefox', startFirefox, 1],
] as const;
const FRAME = `document.querySelector('iframe')`;

describe.each(BROWSERS)('a frame too small for the reminder in %s', (_name, start, turn) => {
  // What is told apart here is in our code, and both browsers open, answer and ask.
  const inOne = testsInTurn(test, turn);
  let browser: TestBrowser;
  let pages: Tab;
  let tab: Tab;
  beforeAll(async () => {
    ({ browser, pages } = await takeBrowser(start));
    tab = await browser.open('https://x.com/intent.en.html');
  });
  beforeEach(async () => {
    await leaveRows(pages);
    await showSmallFrame(tab);
    await protectedTab(pages, 'x.com');
  });

  const performed = () => performedInFrame(tab);
  const like = (post: string) => likeInFrame(tab, post);
  const question = () => questionOf(browser);
  async function untilLogged(action: string, outcome: string): Promise<void> {
    expect(await rowsOf(pages, 1)).toMatchObject([{ action, outcome }]);
  }

  /** The page closes itself when it has answered; a press on it may then never be reported as done. */
  const press = (page: Tab, index: number) =>
    page.click(`.answers button:nth-of-type(${index})`).catch(() => undefined);

  inOne('holds and asks in a page of ours; continued means exactly once', async () => {
    await like('campaign');
    const page = await question();
    expect(await page.evaluate('document.querySelector("q").textContent')).toMatch(/coblos/i);
    expect(await performed()).toEqual([]);
    await press(page, 2);
    await until(tab, `${FRAME}.contentWindow.performed.length > 0`);
    expect(await performed()).toEqual([{ action: 'like', post: 'campaign' }]);
    await untilLogged('like', 'continued');
  });

  inOne('cancelled means nothing happened', async () => {
    await like('campaign');
    await press(await question(), 1);
    await untilLogged('like', 'cancelled');
    expect(await performed()).toEqual([]);
  });

  inOne('that is gone performs nothing, and the page says so', async () => {
    await like('campaign');
    const page = await question();
    await tab.evaluate(`${FRAME}.remove()`);
    const address = await page.evaluate<string>('location.href');
    const anew = await browser.openExtensionPage(address.slice(address.indexOf('pages/')));
    await until(anew, `document.querySelector('h1') && !document.querySelector('button')`);
    await anew.close();
    await press(page, 2);
  });

  inOne('lets an ordinary post through', async () => {
    await like('rain');
    await until(tab, `${FRAME}.contentWindow.performed.length > 0`);
    expect(await performed()).toEqual([{ action: 'like', post: 'rain' }]);
    expect(await logRows(pages)).toEqual([]);
  });
});
