import { rm } from 'node:fs/promises';
import type { CDPSession } from 'playwright';
import { compile } from '../../src/core/compile/compile.ts';
import { encodeRules } from '../../src/core/matching/encode-rules.ts';
import { toBase64 } from '../../src/shared/base64.ts';
import { startChromium } from '../browser/driver/chromium.ts';
import { protectedTab } from '../browser/scenario.ts';
import { generateFeed } from './feed.ts';
import { ADDRESS, fillFeed, NAMES, POSTS } from './long-feed.ts';
import { generateNames, packOfNames } from './names.ts';
import { longestIdleTask } from './own-tasks.ts';
import { emptyExtension, openTarget, type Target } from './pressing.ts';
import { atMost, type Goal, median, milliseconds, type Row } from './report.ts';

const PASSES = 3;
/** How much slower the browser makes its processor. */
export const THROTTLE = 6;
const PART = `feed of ${POSTS} posts on facebook, ${NAMES} names`;
/** Longer tasks are felt; https://web.dev/articles/long-tasks-devtools, seen November 2026. */
const LONG_TASK = 50;

/** Scrolls through everything, some screens each frame: milliseconds of the whole, and of its long tasks. */
const SCROLL = `(async () => {
  const long = [];
  const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ entryTypes: ['longtask'] });
  window.scrollTo(0, 0);
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  const start = performance.now();
  for (let top = 0; top < document.documentElement.scrollHeight; top += 2000) {
    window.scrollTo(0, top);
    await frame();
  }
  const total = performance.now() - start;
  await frame();
  observer.disconnect();
  return { total, long };
})()`;

/** Longer than two looks of `content/health-watch.ts` are apart. */
const REST_MS = 20_000;

interface Scroll {
  readonly total: number;
  readonly long: readonly number[];
}

/** Puts rules of so many names where tabs read them. */
export async function useNames(pages: Target['tab'], count: number): Promise<void> {
  const file = toBase64(encodeRules(compile([packOfNames(generateNames(count))])));
  await pages.evaluate(`chrome.storage.local.set({ snapshot: ${JSON.stringify(file)} })`);
}

export async function throttled<Value>(
  session: CDPSession,
  rate: number,
  task: () => Promise<Value>,
): Promise<Value> {
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  try {
    return await task();
  } finally {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  }
}

export const within = (limit: number, value: number, unit: string): Goal => ({
  text: `at most ${limit} ${unit}`,
  isReached: value <= limit,
});

/** A long feed with some 10,000 terms: what scrolling through it and resting in it cost, beside an extension that does nothing. */
export async function benchScrolling(): Promise<Row[]> {
  const empty = await emptyExtension();
  const [withUs, without] = await Promise.all([startChromium(), startChromium({ extension: empty })]);
  try {
    const pages = await withUs.openExtensionPage('pages/popup/index.html');
    await useNames(pages, NAMES);
    const ours = await openTarget(withUs, ADDRESS);
    const other = await openTarget(without, ADDRESS);
    await protectedTab(pages, new URL(ADDRESS).host);
    const texts = generateFeed(POSTS, generateNames(NAMES), 77).map((text) => text.slice(0, 600));
    for (const { tab } of [ours, other]) await tab.evaluate(fillFeed('facebook', texts));
    // A page behind another one gets no frames.
    for (const { page } of [ours, other]) await page.bringToFront();
    const rest = await longestIdleTask(ours.session, REST_MS);
    // Health looks again only where the page has changed.
    await ours.tab.evaluate(fillFeed('facebook', texts.slice(0, 1)));
    const slowRest = await throttled(ours.session, THROTTLE, () => longestIdleTask(ours.session, REST_MS));
    const scrolls: [Scroll[], Scroll[]] = [[], []];
    for (let pass = 0; pass < PASSES; pass += 1) {
      scrolls[0].push(await ours.tab.evaluate<Scroll>(SCROLL));
      scrolls[1].push(await other.tab.evaluate<Scroll>(SCROLL));
    }
    const [on, off] = scrolls;
    const time = (list: readonly Scroll[]) => median(list.map(({ total }) => total));
    const longTasks = (list: readonly Scroll[]) =>
      list.flatMap(({ long }) => long).filter((ms) => ms > LONG_TASK);
    const extra = Math.max(0, longTasks(on).length - longTasks(off).length);
    const part = PART;
    const ratio = time(on) / time(off);
    return [
      { part, what: 'scrolled through, without us', value: milliseconds(time(off)) },
      {
        part,
        what: 'scrolled through, with us',
        value: milliseconds(time(on)),
        ratio,
        against: 'without us',
        goal: atMost(1.03, ratio),
      },
      {
        part,
        what: `tasks over ${LONG_TASK} ms more than without us`,
        value: String(extra),
        goal: within(0, extra, 'tasks'),
      },
      {
        part,
        what: 'longest task at rest, while health looks at the page',
        value: milliseconds(rest),
        goal: within(LONG_TASK, rest, 'ms'),
      },
      {
        part,
        what: `the same, CPU ${THROTTLE} times slower`,
        value: milliseconds(slowRest),
        goal: within(LONG_TASK, slowRest, 'ms'),
      },
    ];
  } finally {
    await Promise.all([withUs.close(), without.close()]);
    await rm(empty, { recursive: true, force: true });
  }
}
