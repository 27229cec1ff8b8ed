/** `npm run pictures`: pictures of what a person sees, from the real extension, for README and for looking at. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { type ChromiumBrowser, startChromium } from '../browser/driver/chromium.ts';
import { type Tab, until, untilResolved } from '../browser/driver/driver.ts';
import { root } from '../browser/driver/installed.ts';
import { INVENTED_TABLE } from '../browser/invented-table.ts';
import {
  answer,
  forgetReminders,
  protectedTab,
  REMINDER_OPEN,
  readyTab,
  SCENARIOS,
} from '../browser/scenario.ts';
import { openQuestion } from '../browser/small-frame.ts';
import { startListBrowser } from './list-browser.ts';

const docs = join(root, 'docs/pictures');
const others = join(root, '.cache/pictures');
const LIKE = '[data-test-id=campaign] [data-testid=like]';
const PAGE = 'https://x.com/feed.id.html';
/** A page at its own address, of which it is known what should be there. */
const HOME = 'https://x.com/home.id.html';

/** Kept in the repository: what `npm run gallery` has no page for. All others are there to be looked at. */
const KEPT: readonly string[] = ['reminder', 'hint', 'confirm'];
function pathOf(name: string, language: string, look: string): string {
  const isKept = KEPT.includes(name) && (look === 'light' || look === 'dark');
  return join(isKept ? docs : others, `${name}-${language}-${look}.png`);
}

interface Look {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
  /** The system's own colours, as people with weak sight set them. */
  readonly forced?: boolean;
}

const LOOKS: readonly Look[] = [
  { name: 'light', width: 900, height: 640, scheme: 'light' },
  { name: 'dark', width: 900, height: 640, scheme: 'dark' },
  { name: 'narrow', width: 320, height: 640, scheme: 'light' },
  { name: 'forced', width: 900, height: 640, scheme: 'light', forced: true },
  { name: 'forced-dark', width: 900, height: 640, scheme: 'dark', forced: true },
  { name: '4k', width: 3840, height: 2160, scheme: 'light' },
];
const ZOOMED: readonly Look[] = [{ name: 'zoomed', width: 450, height: 320, scheme: 'light' }];

async function setLook(page: Page, look: Look): Promise<void> {
  await page.setViewportSize({ width: look.width, height: look.height });
  await page.emulateMedia({ colorScheme: look.scheme, forcedColors: look.forced ? 'active' : 'none' });
}

function lastPage(browser: ChromiumBrowser): Page {
  const page = browser.context.pages().at(-1);
  if (!page) throw new Error('no page is open');
  return page;
}

async function setLanguage(pages: Tab, language: 'id' | 'en'): Promise<void> {
  await pages.evaluate(`(async () => {
    const { settings } = await chrome.storage.local.get('settings');
    await chrome.runtime.sendMessage({ name: 'settings.save', payload: { ...settings, language: '${language}' } });
  })()`);
}

async function reminders(
  browser: ChromiumBrowser,
  language: 'id' | 'en',
  looks: readonly Look[],
): Promise<void> {
  const pages = await browser.openExtensionPage('pages/log/index.html');
  await setLanguage(pages, language);
  const tab = await browser.open(PAGE);
  const page = lastPage(browser);
  await protectedTab(pages, 'x.com');
  for (const look of looks) {
    await setLook(page, look);
    // The same post again would pass.
    await forgetReminders(pages);
    await tab.click(LIKE);
    await until(tab, REMINDER_OPEN);
    await page.screenshot({ path: pathOf('reminder', language, look.name) });
    await answer(tab, 'escape');
    // With the memory of the reminder before: the next one about the same is a hint.
    await tab.goto(PAGE);
    await readyTab(pages, 'x.com');
    // What other tabs know comes a little after the rules.
    await page.waitForTimeout(500);
    await tab.click(LIKE);
    await page.locator('html > div').waitFor({ state: 'attached' });
    await page.screenshot({ path: pathOf('hint', language, look.name) });
    await tab.goto(PAGE);
    await readyTab(pages, 'x.com');
  }
  await tab.close();
  await pages.close();
}

/** Names of the pictures, and the places that they show. */
const EXTENSION_PAGES = [
  ['settings', 'settings/index.html'],
  ['log', 'log/index.html'],
  ['log-charts', 'log/index.html#tab=charts'],
  ['log-files', 'log/index.html#tab=files'],
  ['log-lock', 'log/index.html#tab=lock'],
  ['rules', 'rules/index.html'],
  ['practice', 'practice/index.html'],
  ['welcome', 'welcome/index.html'],
  ['kit', 'kit/index.html'],
] as const;

async function extensionPages(
  browser: ChromiumBrowser,
  language: 'id' | 'en',
  looks: readonly Look[],
): Promise<void> {
  const pages = await browser.openExtensionPage('pages/log/index.html');
  await setLanguage(pages, language);
  for (const [name, place] of EXTENSION_PAGES) {
    for (const look of looks) {
      const page = await browser.context.newPage();
      await setLook(page, look);
      await page.goto(`chrome-extension://${browser.extensionId}/pages/${place}`);
      await page.locator(name.startsWith('log') ? '[role=tabpanel]' : 'h1').waitFor();
      await page.screenshot({ path: pathOf(name, language, look.name) });
      await page.close();
    }
  }
  await pages.close();
}

/** The four looks of the reminder in turn, and *Mengapa?*, on the practice page. */
async function reminderLooks(
  browser: ChromiumBrowser,
  language: 'id' | 'en',
  looks: readonly Look[],
): Promise<void> {
  const pages = await browser.openExtensionPage('pages/log/index.html');
  await setLanguage(pages, language);
  const page = await browser.context.newPage();
  for (const look of looks) {
    await setLook(page, look);
    await page.goto(`chrome-extension://${browser.extensionId}/pages/practice/index.html`);
    const button = page.locator('article').first().locator('button').first();
    for (const turn of [1, 2, 3, 4]) {
      await button.click();
      await page.locator('html > div').waitFor({ state: 'attached' });
      await page.screenshot({ path: pathOf(`look-${turn}`, language, look.name) });
      if (turn === 4) {
        for (const _step of [1, 2, 3]) await page.keyboard.press('Shift+Tab');
        await page.keyboard.press('Enter');
        await page.screenshot({ path: pathOf('why', language, look.name) });
      }
      await page.keyboard.press('Escape');
      await page.locator('html > div').waitFor({ state: 'detached' });
    }
  }
  for (const one of [page, pages]) await one.close();
}

/** The popup over a page that is understood, over one that is not, and over one of no site of ours. */
async function popups(
  browser: ChromiumBrowser,
  language: 'id' | 'en',
  looks: readonly Look[],
): Promise<void> {
  const pages = await browser.openExtensionPage('pages/log/index.html');
  await setLanguage(pages, language);
  const popup = await browser.context.newPage();
  const address = `chrome-extension://${browser.extensionId}/pages/popup/index.html`;
  const tab = await browser.open('about:blank');
  const front = lastPage(browser);
  const take = async (name: string, shown: string) => {
    // The popup asks the tab in front, which as a tab of its own it would be itself.
    await front.bringToFront();
    await popup.goto(address);
    await popup.locator(shown).first().waitFor();
    for (const look of looks) {
      // A browser makes a popup as tall as it is.
      await setLook(popup, { ...look, width: Math.min(look.width, 360), height: 420 });
      await popup.screenshot({ path: pathOf(name, language, look.name), fullPage: true });
    }
  };
  await take('popup-elsewhere', '.state-unsupported');
  await front.bringToFront();
  await tab.goto(HOME);
  await protectedTab(pages, 'x.com');
  await untilResolved(pages, `${HEALTH}.then((health) => health.watched.length > 0)`, 60_000);
  await take('popup', '.watched-watched');
  await front.bringToFront();
  await tab.evaluate(`document.querySelector('[data-testid=primaryColumn]').textContent = ''`);
  await untilResolved(pages, `${HEALTH}.then((health) => health.page === 'unknown-page')`, 60_000);
  await take('popup-unknown', '.state-partly');
  for (const one of [tab, pages]) await one.close();
  await popup.close();
}

/** What is known of the page of X, as the popup asks it. */
const HEALTH = `chrome.tabs.query({ url: 'https://x.com/*' })
  .then(([tab]) => chrome.tabs.sendMessage(tab.id, { name: 'tab.query', payload: null }))
  .then(({ health }) => health ?? { watched: [] })`;

/** What the window of 520 x 640 pixels that the background opens leaves for its page. */
const WINDOW = { width: 520, height: 600 };

/** The page that asks in place of a frame too small for the reminder. */
async function questions(
  browser: ChromiumBrowser,
  language: 'id' | 'en',
  looks: readonly Look[],
): Promise<void> {
  const pages = await browser.openExtensionPage('pages/log/index.html');
  await setLanguage(pages, language);
  const { tab, question } = await openQuestion(browser, pages);
  for (const look of looks) {
    const zoom = look.name === 'zoomed' ? 2 : 1;
    await question.resize({
      width: Math.min(look.width, WINDOW.width / zoom),
      height: Math.min(look.height, WINDOW.height / zoom),
    });
    await question.colourScheme(look.scheme);
    await question.screenshot(pathOf('confirm', language, look.name));
  }
  for (const one of [question, tab, pages]) await one.close();
}

/** What an agency set, signed lists, and *Penyusun paket* with a table in it. */
async function lists(language: 'id' | 'en', looks: readonly Look[], scale: number): Promise<void> {
  const { browser, close } = await startListBrowser(scale);
  try {
    const pages = await browser.openExtensionPage('pages/log/index.html');
    await setLanguage(pages, language);
    const settings = await browser.openExtensionPage('pages/settings/index.html');
    await until(settings, `document.querySelector('.source')`);
    const page = lastPage(browser);
    for (const look of looks) {
      await setLook(page, look);
      for (const [name, within] of [
        ['agency', '.section:has(.card.quiet)'],
        ['sources', '.section:has(.source)'],
      ] as const) {
        await page
          .locator(within)
          .first()
          .evaluate((section) => section.scrollIntoView());
        await page.screenshot({ path: pathOf(name, language, look.name) });
      }
    }
    const author = await browser.openExtensionPage('pages/author/index.html');
    await until(author, `document.querySelector('.open textarea')`);
    const filled = lastPage(browser);
    await filled.locator('.open textarea').fill(INVENTED_TABLE);
    await filled.locator('.open > p:last-of-type .button').click();
    await filled.locator('.columns .issue').first().waitFor();
    for (const look of looks) {
      await setLook(filled, look);
      await filled.locator('.columns .issues').evaluate((issues) => issues.scrollIntoView());
      await filled.screenshot({ path: pathOf('author', language, look.name) });
    }
  } finally {
    await close();
  }
}

/** Two rows, so that the log has something to show. */
async function fillLog(browser: ChromiumBrowser): Promise<void> {
  const pages = await browser.openExtensionPage('pages/log/index.html');
  for (const site of SCENARIOS) {
    const tab = await browser.open(site.address('id'));
    await protectedTab(pages, new URL(site.address('id')).host);
    await site.perform(tab, 'like', 'campaign', '');
    await answer(tab, site.id === 'x' ? 'continue' : 'cancel');
    await tab.close();
  }
  await pages.close();
}

for (const folder of [docs, others]) mkdirSync(folder, { recursive: true });
console.log(`pictures: ${docs} and ${others}`);
for (const [scale, looks] of [
  [1, LOOKS],
  [2, ZOOMED],
] as const) {
  const browser = await startChromium({ scale });
  try {
    await fillLog(browser);
    // Light and dark ones of our pages are in the gallery.
    const apart = looks.filter(({ name }) => name !== 'light' && name !== 'dark');
    for (const language of ['id', 'en'] as const) {
      await lists(language, apart, scale);
      await reminders(browser, language, looks);
      await reminderLooks(browser, language, apart);
      await extensionPages(browser, language, apart);
      await popups(browser, language, apart);
      await questions(browser, language, looks);
    }
  } finally {
    await browser.close();
  }
}
