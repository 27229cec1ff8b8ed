import { rm } from 'node:fs/promises';
import type { SiteId } from '../../src/core/types.ts';
import { startChromium } from '../browser/driver/chromium.ts';
import { protectedTab, SCENARIOS } from '../browser/scenario.ts';
import { generateFeed } from './feed.ts';
import { fillFeed, placeOfLike } from './long-feed.ts';
import { markedExtension } from './marked-extension.ts';
import { generateNames } from './names.ts';
import { openTarget, type Press, type Target, traced } from './pressing.ts';
import { milliseconds, quantile, type Row } from './report.ts';
import { useNames } from './scrolling.ts';

const NAMES = 2_000;
const POSTS = 1_000;
const PRESSES = 200;
/** A person looks at the page before the first press; the warm-up has this time. */
const BEFORE_MS = 3_000;

/** What a press is made of. The rest of a press is the path of the event, the gesture, and the marks themselves. */
const PARTS: readonly (readonly [string, (press: Press) => number])[] = [
  ['finding the action', (press) => part(press, 'findControl') + part(press, 'isDone')],
  ['reading the post', (press) => part(press, 'readPost') + part(press, 'readAccount')],
  ['own words', (press) => part(press, 'readOwnWords')],
  ['matching', (press) => part(press, 'match')],
  ['decision', (press) => part(press, 'decide') - part(press, 'match')],
  ['dialog', (press) => part(press, 'openReminder')],
  ['all but matching', (press) => press.total - part(press, 'match')],
  ['all listeners', ({ total }) => total],
];

function part({ parts }: Press, name: string): number {
  return parts.get(name) ?? 0;
}

/** Presses on likes all over a long feed, in an order that never stays in one place. */
export async function pressFeed(
  { tab, page, session }: Target,
  site: SiteId,
  presses: number,
): Promise<Press[]> {
  return traced(session, async () => {
    for (let at = 0; at < presses; at += 1) {
      const post = (at * 7) % POSTS;
      const { x, y } = await tab.evaluate<{ x: number; y: number }>(placeOfLike(site, post));
      await page.mouse.click(x, y);
    }
  });
}

/** Where a press in a long feed spends its time, on each site. Marks make it some hundredths of a millisecond longer. */
export async function benchPressParts(): Promise<Row[]> {
  const extension = await markedExtension();
  const browser = await startChromium({ extension });
  const rows: Row[] = [];
  try {
    const pages = await browser.openExtensionPage('pages/popup/index.html');
    await useNames(pages, NAMES);
    const texts = generateFeed(POSTS, generateNames(NAMES), 77).map((text) => text.slice(0, 600));
    for (const { id, address } of SCENARIOS) {
      const target = await openTarget(browser, address('id'));
      await protectedTab(pages, new URL(address('id')).host);
      await target.tab.evaluate(fillFeed(id, texts));
      await target.page.bringToFront();
      await target.page.waitForTimeout(BEFORE_MS);
      const presses = await pressFeed(target, id, PRESSES);
      for (const [what, timeOf] of PARTS) {
        const times = presses.map(timeOf);
        const first = times[0] ?? Number.NaN;
        for (const [name, value] of [
          ['median', quantile(times, 0.5)],
          ['p99', quantile(times, 0.99)],
          ['first press', first],
        ] as const) {
          rows.push({
            part: `parts of a press on ${id}`,
            what: `${what}, ${name}`,
            value: milliseconds(value),
          });
        }
      }
      await target.tab.close();
    }
  } finally {
    await browser.close();
    await rm(extension, { recursive: true, force: true });
  }
  return rows;
}
