import { startChromium } from '../browser/driver/chromium.ts';
import { until } from '../browser/driver/driver.ts';
import { NAMES, POSTS, placeOfLike } from './long-feed.ts';
import { openLongFeed } from './open-long-feed.ts';
import { type Target, traced } from './pressing.ts';
import { median, milliseconds, quantile, type Row } from './report.ts';
import { THROTTLE, throttled, within } from './scrolling.ts';

const PRESSES = 100;
/** Fewer, because each takes a second there. */
const SLOW_PRESSES = 40;
const PART = `presses in a feed of ${POSTS} posts on facebook, ${NAMES} names`;
/** People come upon a button before they press it: with a mouse a fifth of a second and more. */
const APPROACH_MS = 200;
/** A finger stays on the glass so long. */
const FINGER_MS = 80;
/** So long it is looked at before. */
const BEFORE_MS = 5_000;

/** How a person comes to press: a mouse that rests before, a mouse that does not, a finger. */
type Approach = 'rested' | 'at once' | 'finger';

/** Presses on posts all over the feed, in milliseconds of all listeners. */
async function pressAll(target: Target, count: number, first: number, approach: Approach): Promise<number[]> {
  const { tab, page, session } = target;
  const presses = await traced(session, async () => {
    for (let at = 0; at < count; at += 1) {
      const { x, y } = await tab.evaluate<{ x: number; y: number }>(
        placeOfLike('facebook', first + at * Math.floor(POSTS / count)),
      );
      if (approach === 'rested') {
        await page.mouse.move(x, y);
        await page.waitForTimeout(APPROACH_MS);
      }
      if (approach === 'finger') await tap(target, x, y);
      else await page.mouse.click(x, y);
    }
  });
  return presses.map(({ total }) => total);
}

/** The browser makes the click of a touch by itself, a while after its end. */
async function tap({ tab, page, session }: Target, x: number, y: number): Promise<void> {
  const clicks = await tab.evaluate<number>('window.clicks');
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await page.waitForTimeout(FINGER_MS);
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await until(tab, `window.clicks > ${clicks}`);
}

/** All listeners of a press, in milliseconds. */
export function pressRows(part: string, what: string, times: readonly number[], limit: number): Row[] {
  const p99 = quantile(times, 0.99);
  return [
    { part, what: `${what}, median`, value: milliseconds(median(times)) },
    { part, what: `${what}, p99`, value: milliseconds(p99), goal: within(limit, p99, 'ms') },
    { part, what: `${what}, longest`, value: milliseconds(Math.max(...times)) },
  ];
}

/** Presses on posts all over a long feed with some 10,000 terms, at the normal and at a slow processor. */
export async function benchFeedPresses(): Promise<Row[]> {
  const browser = await startChromium();
  try {
    const target = await openLongFeed(browser, BEFORE_MS);
    // Words of a post that was pressed are known: each series has posts of its own.
    const presses = async (what: string, first: number, approach: Approach): Promise<Row[]> => {
      const normal = await pressAll(target, PRESSES, first, approach);
      const slow = await throttled(target.session, THROTTLE, () =>
        pressAll(target, SLOW_PRESSES, first + 1, approach),
      );
      return [
        ...pressRows(PART, what, normal, 4),
        ...pressRows(PART, `${what}, CPU ${THROTTLE} times slower`, slow, 16),
      ];
    };
    return [
      ...(await presses(`after the pointer rested ${APPROACH_MS} ms`, 0, 'rested')),
      ...(await presses('at once', 3, 'at once')),
      ...(await presses('by a finger', 6, 'finger')),
    ];
  } finally {
    await browser.close();
  }
}
