import { startChromium } from '../browser/driver/chromium.ts';
import { type Tab, type TestBrowser, until } from '../browser/driver/driver.ts';
import { startFirefox } from '../browser/driver/firefox.ts';
import { forgetReminders, protectedTab, REMINDER_OPEN } from '../browser/scenario.ts';
import { generateFeed } from './feed.ts';
import { fillFeed } from './long-feed.ts';
import { generateNames } from './names.ts';
import { type Goal, median, milliseconds, quantile, type Row } from './report.ts';

const ADDRESS = 'https://x.com/feed.id.html';
const LIKE = '[data-test-id=campaign] [data-testid=like]';
const ROUNDS = 25;
/** The first ones of a page compile code and fill caches: they get a row of their own. */
const WARM_UP = 3;
/** 21,000 elements, as a feed that somebody scrolled for long, and 86,000, as one that never ends. */
const LONG_FEEDS = [250, 1_000];
const MOST_BEYOND_MS = 50;

/**
 * A dialog of the page itself, opened by a plain listener, and what the browser reports of clicks: from the moment of the
 * press to the next frame on the screen, in steps of 8 ms. It does so also for clicks that are hidden from the page.
 */
const PREPARE = `(() => {
  const dialog = document.createElement('dialog');
  dialog.id = 'bare';
  const close = document.createElement('button');
  close.textContent = 'Batalkan';
  dialog.append('Sebentar, periksa dulu', close);
  const opener = document.createElement('button');
  opener.id = 'opener';
  opener.textContent = 'Buka';
  opener.style.cssText = 'position: fixed; inset: auto auto 8px 8px';
  opener.addEventListener('click', () => dialog.showModal());
  document.body.append(opener, dialog);
  window.clicks = [];
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries())
      if (name === 'click') clicks.push({ startTime, duration });
  }).observe({ type: 'event', durationThreshold: 16 });
})()`;

/** A click that is on the screen sooner than the browser reports one, in milliseconds. */
const UNREPORTED_MS = 8;

/** Milliseconds from the press to the painted dialog. */
async function timeOf(tab: Tab, selector: string, isOpen: string): Promise<number> {
  await tab.evaluate('clicks.length = 0');
  await tab.click(selector);
  await until(tab, isOpen);
  // What is reported comes with a frame of its own; the second one is behind it.
  const duration = await tab.evaluate<number>(`new Promise((resolve) => {
    const frames = (left) => requestAnimationFrame(() => left > 0 ? frames(left - 1)
      : setTimeout(() => resolve(clicks.at(-1)?.duration ?? ${UNREPORTED_MS}), 20));
    frames(2);
  })`);
  await tab.press('Escape');
  await until(tab, `!(${isOpen})`);
  return duration;
}

const PAGES = [
  { name: 'page of four posts', posts: 0 },
  ...LONG_FEEDS.map((posts) => ({ name: `page of ${posts} posts`, posts })),
];

async function pagesIn(browser: TestBrowser): Promise<Row[]> {
  const part = `dialog in ${browser.name}`;
  const rows: Row[] = [];
  const pages = await browser.openExtensionPage('pages/popup/index.html');
  for (const { name, posts } of PAGES) {
    const tab = await browser.open(ADDRESS);
    await protectedTab(pages, new URL(ADDRESS).host);
    const texts = generateFeed(posts, generateNames(100), 77).map((text) => text.slice(0, 600));
    await tab.evaluate(fillFeed('x', texts));
    await tab.evaluate(PREPARE);
    const ours: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      // The same post again would pass.
      await forgetReminders(pages);
      ours.push(await timeOf(tab, LIKE, REMINDER_OPEN));
      bare.push(await timeOf(tab, '#opener', `document.querySelector('#bare').open`));
    }
    await tab.close();
    const [warm, base] = [ours.slice(WARM_UP), bare.slice(WARM_UP)];
    for (const [quantileName, place] of [
      ['median', 0.5],
      ['p95', 0.95],
    ] as const) {
      rows.push({
        part,
        what: `${name}: bare dialog, ${quantileName}`,
        value: milliseconds(quantile(base, place)),
      });
      rows.push({
        part,
        what: `${name}: reminder, ${quantileName}`,
        value: milliseconds(quantile(warm, place)),
      });
    }
    rows.push({ part, what: `${name}: reminder, first`, value: milliseconds(ours[0] ?? Number.NaN) });
    rows.push(beyond(part, `${name}: reminder beyond bare, median`, median(warm) - median(base)));
  }
  return rows;
}

function beyond(part: string, what: string, difference: number): Row {
  const goal: Goal = { text: `at most ${MOST_BEYOND_MS} ms`, isReached: difference <= MOST_BEYOND_MS };
  return { part, what, value: milliseconds(difference), goal };
}

/** From a press to the reminder on the screen, and the same for a bare dialog of the same page, in turns. */
async function benchIn(start: () => Promise<TestBrowser>): Promise<Row[]> {
  const browser = await start();
  try {
    return await pagesIn(browser);
  } finally {
    await browser.close();
  }
}

export const benchDialog = () => benchIn(startChromium);
export const benchFirefoxDialog = () => benchIn(startFirefox);
