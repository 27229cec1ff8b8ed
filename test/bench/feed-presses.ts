import { rm } from 'node:fs/promises';
import { startChromium } from '../browser/driver/chromium.ts';
import { until } from '../browser/driver/driver.ts';
import { emptyListeners } from './empty-listeners.ts';
import { NAMES, POSTS, placeOfLike } from './long-feed.ts';
import { openLongFeed, openOtherLongFeed } from './open-long-feed.ts';
import { type Press, type Target, traced } from './pressing.ts';
import { median, milliseconds, quantile, type Row } from './report.ts';
import { THROTTLE, throttled, within } from './scrolling.ts';

/** One in a hundred of them is not the slowest. */
const PRESSES = 120;
const PART = `presses in a feed of ${POSTS} posts on facebook, ${NAMES} names`;
/** People come upon a button before they press it: with a mouse a fifth of a second and more. */
const APPROACH_MS = 200;
/** A finger stays on the glass so long. */
const FINGER_MS = 80;
/** So long it is looked at before. */
const BEFORE_MS = 5_000;

/** How a person comes to press: a mouse that rests before, a mouse that does not, a finger. */
type Approach = 'rested' | 'at once' | 'finger';

/** The first post of each, how it is pressed, and what is said of it. */
const SERIES: readonly (readonly [number, Approach, string])[] = [
  [0, 'rested', `after the pointer rested ${APPROACH_MS} ms`],
  [3, 'at once', 'at once'],
  [6, 'finger', 'by a finger'],
];

/** A press on the like of a post. Only the way to it and the press are slow: bringing the post into view takes seconds there. */
async function press(target: Target, post: number, approach: Approach, rate: number): Promise<void> {
  const { tab, page, session } = target;
  const { x, y } = await tab.evaluate<{ x: number; y: number }>(placeOfLike('facebook', post));
  await throttled(session, rate, async () => {
    if (approach === 'rested') {
      await page.mouse.move(x, y);
      await page.waitForTimeout(APPROACH_MS);
    }
    if (approach === 'finger') await tap(target, x, y);
    else await page.mouse.click(x, y);
  });
}

/** The browser makes the click of a touch by itself, a while after its end. */
async function tap({ tab, page, session }: Target, x: number, y: number): Promise<void> {
  const clicks = await tab.evaluate<number>('window.clicks');
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await page.waitForTimeout(FINGER_MS);
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await until(tab, `window.clicks > ${clicks}`);
}

/** Presses on posts all over the feed, with us and with empty listeners in turns, so that a busy machine hurts both. */
async function pressAll(
  targets: readonly [Target, Target],
  first: number,
  approach: Approach,
  rate: number,
): Promise<[Press[], Press[]]> {
  const [ours, empty] = targets;
  let mine: Press[] = [];
  const others = await traced(empty.session, async () => {
    mine = await traced(ours.session, async () => {
      for (let at = 0; at < PRESSES; at += 1) {
        const post = first + at * Math.floor(POSTS / PRESSES);
        for (const target of targets) await press(target, post, approach, rate);
      }
    });
  });
  return [mine, others];
}

/** The listeners of a press, in milliseconds: `limit` is that of one, and stands beside the sum too. */
export function pressRows(part: string, what: string, presses: readonly Press[], limit: number): Row[] {
  const times = presses.map(({ total }) => total);
  const p99 = quantile(times, 0.99);
  const longest = quantile(
    presses.map(({ longest }) => longest),
    0.99,
  );
  const own = presses.map(({ total, collecting }) => total - collecting);
  const collected = presses.filter(({ collecting }) => collecting > 0);
  return [
    { part, what: `${what}, median`, value: milliseconds(median(times)) },
    { part, what: `${what}, p99`, value: milliseconds(p99), goal: within(limit, p99, 'ms') },
    {
      part,
      what: `${what}, the longest of its events, p99`,
      value: milliseconds(longest),
      goal: within(limit, longest, 'ms'),
    },
    { part, what: `${what}, longest`, value: milliseconds(Math.max(...times)) },
    { part, what: `${what}, p99 without garbage collection`, value: milliseconds(quantile(own, 0.99)) },
    {
      part,
      what: `${what}, presses with garbage collection, and its longest`,
      value: `${collected.length}, ${milliseconds(Math.max(0, ...presses.map(({ collecting }) => collecting)))}`,
    },
  ];
}

/** What a press costs that finds empty listeners. */
function emptyRows(part: string, what: string, presses: readonly Press[]): Row[] {
  const times = presses.map(({ total }) => total);
  return [
    { part, what: `${what}, empty listeners, median`, value: milliseconds(median(times)) },
    { part, what: `${what}, empty listeners, p99`, value: milliseconds(quantile(times, 0.99)) },
  ];
}

/**
 * Presses on posts all over a long feed with some 10,000 terms, at the normal and at a slow processor. Gives its rows as
 * they are measured: all of it takes a quarter of an hour.
 */
export async function* benchFeedPresses(): AsyncGenerator<Row> {
  const folder = await emptyListeners();
  const [withUs, without] = await Promise.all([startChromium(), startChromium({ extension: folder })]);
  try {
    const empty = await openOtherLongFeed(without);
    const targets = [await openLongFeed(withUs, BEFORE_MS), empty] as const;
    // Words of a post that was pressed are known: each series has posts of its own.
    for (const [first, approach, what] of SERIES) {
      const [ours, others] = await pressAll(targets, first, approach, 1);
      yield* pressRows(PART, what, ours, 4);
      yield* emptyRows(PART, what, others);
      const [slow, slowOthers] = await pressAll(targets, first + 1, approach, THROTTLE);
      const slowly = `${what}, CPU ${THROTTLE} times slower`;
      yield* pressRows(PART, slowly, slow, 16);
      yield* emptyRows(PART, slowly, slowOthers);
    }
  } finally {
    await Promise.all([withUs.close(), without.close()]);
    await rm(folder, { recursive: true, force: true });
  }
}
