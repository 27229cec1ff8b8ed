/** `npm run pictures`: pictures of what a person sees, from the real extension, for README and for looking at. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { type ChromiumBrowser, startChromium } from '../browser/driver/chromium.ts';
import { type Tab, until } from '../browser/driver/driver.ts';
import { root } from '../browser/driver/installed.ts';
import { answer, protectedTab, REMINDER_OPEN, SCENARIOS } from '../browser/scenario.ts';

const docs = join(root, 'docs/pictures');
const others = join(root, '.cache/pictures');
const LIKE = '[data-test-id=campaign] [data-testid=like]';
const PAGE = 'https://x.com/feed.id.html';

/** Few pictures are kept in the repository; all are there to be looked at. */
function pathOf(name: string, language: string, look: string): string {
  const isKept = language === 'id' && (look === 'light' || look === 'dark');
  return join(isKept ? docs : others, `${name}-${language}-${look}.png`);
}

interface Look {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
}

const LOOKS: readonly Look[] = [
  { name: 'light', width: 900, height: 640, scheme: 'light' },
  { name: 'dark', width: 900, height: 640, scheme: 'dark' },
  { name: 'narrow', width: 360, height: 640, scheme: 'light' },
];
const ZOOMED: readonly Look[] = [{ name: 'zoomed', width: 450, height: 320, scheme: 'light' }];

async function setLook(page: Page, look: Look): Promise<void> {
  await page.setViewportSize({ width: look.width, height: look.height });
  await page.emulateMedia({ colorScheme: look.scheme });
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
    await tab.click(LIKE);
    await until(tab, REMINDER_OPEN);
    await page.screenshot({ path: pathOf('reminder', language, look.name) });
    await answer(tab, 'escape');
  }
  await tab.close();
  await pages.close();
}

async function extensionPages(
  browser: ChromiumBrowser,
  language: 'id' | 'en',
  looks: readonly Look[],
): Promise<void> {
  const pages = await browser.openExtensionPage('pages/log/index.html');
  await setLanguage(pages, language);
  for (const name of ['settings', 'log', 'popup']) {
    for (const look of looks) {
      const page = await browser.context.newPage();
      const size = name === 'popup' ? { ...look, width: 360, height: 420 } : look;
      await setLook(page, size);
      await page.goto(`chrome-extension://${browser.extensionId}/pages/${name}/index.html`);
      await page.locator('h1').waitFor();
      await page.screenshot({
        path: pathOf(name, language, look.name),
        fullPage: name === 'popup',
      });
      await page.close();
    }
  }
  await pages.close();
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
    for (const language of ['id', 'en'] as const) {
      await reminders(browser, language, looks);
      await extensionPages(browser, language, looks);
    }
  } finally {
    await browser.close();
  }
}
