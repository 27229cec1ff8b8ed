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
  const texts = generateFeed(POSTS, generateNames(NAMES), 77).map((text) => text.slice(0, 600));
  await target.tab.evaluate(fillFeed('facebook', texts));
  await target.page.bringToFront();
  await target.page.waitForTimeout(beforeMs);
  return target;
}
