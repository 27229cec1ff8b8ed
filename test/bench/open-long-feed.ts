import type { ChromiumBrowser } from '../browser/driver/chromium.ts';
import { protectedTab } from '../browser/scenario.ts';
import { generateFeed } from './feed.ts';
import { ADDRESS, fillFeed, NAMES, POSTS } from './long-feed.ts';
import { generateNames } from './names.ts';
import { openTarget, type Target } from './pressing.ts';
import { useNames } from './scrolling.ts';

/**
 * A long feed on Facebook, protected by rules of so many names, in front and looked at for a while.
 *
 * @param beforeMs a person looks at the page before the first press; the warm-up has this time
 */
export async function openLongFeed(browser: ChromiumBrowser, beforeMs: number): Promise<Target> {
  const pages = await browser.openExtensionPage('pages/popup/index.html');
  await useNames(pages, NAMES);
  const target = await openTarget(browser, ADDRESS);
  await protectedTab(pages, new URL(ADDRESS).host);
  await fillLong(target);
  await target.page.waitForTimeout(beforeMs);
  return target;
}

/** The same feed in a browser with another extension. */
export async function openOtherLongFeed(browser: ChromiumBrowser): Promise<Target> {
  const target = await openTarget(browser, ADDRESS);
  await fillLong(target);
  return target;
}

async function fillLong({ tab, page }: Target): Promise<void> {
  const texts = generateFeed(POSTS, generateNames(NAMES), 77).map((text) => text.slice(0, 600));
  await tab.evaluate(fillFeed('facebook', texts));
  await page.bringToFront();
}
