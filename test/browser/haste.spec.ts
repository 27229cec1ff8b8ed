import { beforeAll, describe, expect, test } from 'vitest';
import { IS_FULL, inTurn } from '../extent.ts';
import type { Tab } from './driver/driver.ts';
import { inBoth, type Lane, load, startLanes } from './lanes.ts';
import { forgetAnswered, performed, protectedTab, REMINDER_OPEN } from './scenario.ts';

/** Of each kind in each browser: five kinds in two browsers make a thousand sequences. In `npm test` the browsers take turns. */
const SEQUENCES = IS_FULL ? 100 : 5;
const FEED = 'https://x.com/feed.id.html';
const LIKE = '[data-test-id=campaign] [data-testid=like]';
/** Closer to the arming time of 600 ms than this, nobody can say whether an answer was given in haste. */
const SURELY_EARLY_MS = 550;

interface State {
  readonly reminders: number;
  readonly performed: number;
  readonly isOpen: boolean;
  /** Milliseconds since the last reminder opened. */
  readonly age: number;
}

/** All input here is trusted: it comes from the browser's own input queue, in order, and is not waited for. */
const state = (tab: Tab) =>
  tab.evaluate<State>(`({
    reminders: window.probe.hosts.length,
    performed: window.performed.length,
    isOpen: ${REMINDER_OPEN},
    age: performance.now() - (window.probe.hosts.at(-1)?.at ?? 0),
  })`);

describe('haste in Chromium and Firefox', () => {
  let lanes: readonly Lane[] = [];
  beforeAll(async () => {
    lanes = await startLanes();
  });

  const inTurns = (turn: number, task: (lane: Lane) => Promise<void>) => () =>
    inBoth(inTurn(lanes, turn), task);

  /** Does one sequence again and again: each opens one reminder, which is still open, and performs nothing. */
  async function repeat({ tab, pages }: Lane, sequence: () => Promise<void>): Promise<void> {
    for (let count = 1; count <= SEQUENCES; count += 1) {
      await sequence();
      expect(await state(tab)).toMatchObject({ reminders: count, performed: 0, isOpen: true });
      await tab.press('Escape');
      // The same post again would pass.
      await forgetAnswered(pages, 1);
    }
    expect(await state(tab)).toMatchObject({ performed: 0, isOpen: false });
  }

  const place = ({ tab }: Lane) =>
    tab.evaluate<{ x: number; y: number }>(`(() => {
      const button = document.querySelector(${JSON.stringify(LIKE)});
      button.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = button.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    })()`);

  test(
    `${SEQUENCES} double clicks`,
    inTurns(0, async (lane) => {
      const { tab } = lane;
      await load(lane, FEED);
      const { x, y } = await place(lane);
      await repeat(lane, () => tab.clickAt(x, y, 2));
    }),
  );

  test(
    `${SEQUENCES} presses with more presses while the reminder opens`,
    inTurns(1, async (lane) => {
      const { tab } = lane;
      await load(lane, FEED);
      const { x, y } = await place(lane);
      await repeat(lane, async () => {
        await tab.clickAt(x, y);
        await tab.clickAt(x, y);
        await tab.clickAt(x, y);
      });
    }),
  );

  test(
    `${SEQUENCES} times Enter held, with its repeats`,
    inTurns(2, async (lane) => {
      const { tab } = lane;
      await load(lane, FEED);
      await tab.focus(LIKE);
      await repeat(lane, async () => {
        for (let down = 0; down < 4; down += 1) await tab.keyDown('Enter');
        await tab.keyUp('Enter');
      });
    }),
  );

  test(
    `${SEQUENCES} answers "continue" before the reminder could be seen`,
    inTurns(3, async (lane) => {
      const { tab } = lane;
      await load(lane, FEED);
      await tab.focus(LIKE);
      for (let early = 0; early < SEQUENCES; ) {
        await tab.press(' ');
        await tab.press('Tab');
        await tab.press('Enter');
        const { age, performed: done, isOpen } = await state(tab);
        if (age < SURELY_EARLY_MS) {
          early += 1;
          expect({ done, isOpen }).toEqual({ done: 0, isOpen: true });
          await tab.press('Escape');
          await forgetAnswered(lane.pages, 1);
        } else {
          // A busy machine was too slow to be hasty: the page is loaded anew and the sequence does not count.
          await load(lane, FEED);
          await tab.focus(LIKE);
        }
      }
    }),
  );

  test(
    `${SEQUENCES} presses in two tabs in turns`,
    inTurns(4, async (lane) => {
      const { tab } = lane;
      await load(lane, FEED);
      const second = await lane.browser.open('https://x.com/feed.en.html');
      await protectedTab(lane.pages, 'x.com');
      await tab.focus(LIKE);
      await second.focus(LIKE);
      for (let count = 1; count <= SEQUENCES / 2; count += 1) {
        await tab.press('Enter');
        await second.press('Enter');
        for (const one of [tab, second]) {
          expect(await state(one)).toMatchObject({ reminders: count, performed: 0, isOpen: true });
        }
        await tab.press('Escape');
        await second.press('Escape');
        await forgetAnswered(lane.pages, 2);
      }
      expect([await performed(tab), await performed(second)]).toEqual([[], []]);
      await second.close();
    }),
  );
});
