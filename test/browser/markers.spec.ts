import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ChromiumBrowser, startChromium } from './driver/chromium.ts';
import { type Tab, type TestBrowser, until } from './driver/driver.ts';
import { startFirefox } from './driver/firefox.ts';
import { PICTURE } from './driver/installed.ts';
import { draftOwnPost } from './own-post.ts';
import { answer, ask, performed, protectedTab, rowsOf, SCENARIOS } from './scenario.ts';
import { isIn, ownFiles, stored } from './stored.ts';

const DRAFT = 'PenandaRahasia';
const FILE = 'PenandaBerkas.png';
const CONTROL = 'PenandaUji';
/** Of the post: its words, people, account and address. */
const OF_POST = ['Arunika', 'Wulandaru', 'relawan_arunika', '1900000000000000001'];
/** What is said and asked for on purpose: with a space in a console, with a dash on the network. */
const CONTROLS = {
  chromium: [' page', ' content', ' background', '-page', '-background'],
  firefox: [' page', ' content', '-page'],
} as const;
const API = '(globalThis.browser ?? chrome)';

describe.each([
  ['Chromium', startChromium],
  ['Firefox', startFirefox],
] as const)('words of posts, drafts and file names at Ringkas in %s', (_name, start) => {
  let browser: TestBrowser;
  let pages: Tab;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jaga-markers-'));
    await copyFile(PICTURE, join(folder, FILE));
    browser = await start({ listens: true });
    pages = await browser.openExtensionPage('pages/settings/index.html');
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('are in no storage, no file of ours, no console and no request', async () => {
    const tab = await browser.open('https://x.com/feed.id.html');
    await protectedTab(pages, 'x.com');
    const x = SCENARIOS.find(({ id }) => id === 'x');
    for (const [path, words, choice] of [
      ['like', '', 'continue'],
      ['comment by key', `Coblos nomor 2 ${DRAFT}`, 'escape'],
    ] as const) {
      await x?.perform(tab, path, 'campaign', words);
      await answer(tab, choice);
    }
    await draftOwnPost({ browser, pages, tab });
    await tab.pickFile('input[type=file]', join(folder, FILE));
    await answer(tab, 'escape');
    expect(await performed(tab)).toEqual([]);
    expect(await rowsOf(pages, 3)).toHaveLength(3);

    // What people look at afterwards.
    const popup = await browser.openExtensionPage('pages/popup/index.html');
    const log = await browser.openExtensionPage('pages/log/index.html');
    await until(log, `document.querySelectorAll('.log-row').length === 3`);

    // A word that is said and asked for on purpose is found, so what is not found was not there.
    const speak = (place: string) => `console.log('${CONTROL} ${place}')`;
    await log.evaluate(speak('page'));
    await pages.evaluate(`(async () => {
      const [tab] = await ${API}.tabs.query({ url: 'https://x.com/*' });
      const func = () => { ${speak('content')}; };
      await ${API}.scripting.executeScript({ target: { tabId: tab.id }, func });
      await fetch('https://contoh.invalid/?${CONTROL}-page').catch(() => undefined);
    })()`);
    if ('worker' in browser)
      // The browser writes its log of the network in parts.
      await (await (browser as ChromiumBrowser).worker()).evaluate(`(async () => {
        ${speak('background')};
        for (let round = 0; round < 5; round += 1)
          await fetch('https://contoh.invalid/?${CONTROL}-background').catch(() => undefined);
      })()`);
    const isMissed = async () => {
      const { console, network } = await browser.heard();
      return CONTROLS[browser.name].filter(
        (where) => !(where.startsWith(' ') ? console : network).includes(`${CONTROL}${where}`),
      );
    };
    await expect.poll(isMissed).toEqual([]);
    const heard = await browser.heard();

    const kept = JSON.stringify([await stored(pages), await ask(pages, 'log.list', { limit: 10 })]);
    const files = ownFiles(browser);
    const marks = [DRAFT, FILE, 'PenandaBerkas', ...OF_POST];
    expect({
      kept: marks.filter((mark) => kept.includes(mark)),
      files: marks.filter((mark) => isIn(files, mark)),
      console: marks.filter((mark) => heard.console.includes(mark)),
      network: marks.filter((mark) => heard.network.includes(mark)),
    }).toEqual({ kept: [], files: [], console: [], network: [] });
    expect(await popup.evaluate(`document.documentElement.innerHTML.includes('Arunika')`)).toBe(false);
  });
});
