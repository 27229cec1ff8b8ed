import { beforeAll, describe, expect, test } from 'vitest';
import { IS_FULL, inTurn } from '../extent.ts';
import { type Tab, until } from './driver/driver.ts';
import { inBoth, type Lane, load, startLanes } from './lanes.ts';
import { facebookReact } from './react/facebook.ts';
import { instagramReact } from './react/instagram.ts';
import type { ReactScenario } from './react/scenario.ts';
import { xReact } from './react/x.ts';
import { answer, forgetAnswered, performed, REMINDER_OPEN } from './scenario.ts';

/** Reminders of each kind in each browser, and re-renders before each answer: 504 reminders in full, else 504 renders. */
const ROUNDS = IS_FULL ? 28 : 1;
const RENDERS = IS_FULL ? 28 : 84;
/** How React knows the posts again: see `keys` of `test/fixtures/react/page.jsx`. */
const ALL_KEYS = ['post', 'index', 'fresh'] as const;
/** Elements that are given to another post are the hardest case. */
const KEYS = IS_FULL ? ALL_KEYS : (['index'] as const);
const POSTS = ['campaign', 'rain', 'other0', 'other1'];
/** In the end another post stands where the campaign stood: an element that knows its place only is wrong. */
const ENDS = [
  ['rain', 'campaign', 'other0', 'other1'],
  ['other1', 'rain', 'other0', 'campaign'],
  ['other0', 'other1', 'campaign', 'rain'],
];

const named = (all: readonly ReactScenario[], name: string): ReactScenario => {
  const found = all.find((scenario) => scenario.name === name);
  if (!found) throw new Error(`no scenario ${name}`);
  return found;
};
const LIKES = [facebookReact, instagramReact, xReact].map((all) => named(all, 'like'));
const COMMENTS = [
  named(facebookReact, 'comment by Enter (Lexical)'),
  named(facebookReact, 'comment by Enter without a button (Lexical)'),
];
const KINDS = LIKES.flatMap((scenario, turn) =>
  KEYS.map((keys) => [scenario.site, keys, scenario, turn] as const),
);

/** The same orders in every run: `seed` chooses which, and the last one. */
function orders(seed: number): readonly (readonly string[])[] {
  let state = seed * 7919 + 1;
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const all = Array.from({ length: RENDERS - 1 }, () => {
    const order = [...POSTS];
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = next(last + 1);
      [order[last], order[other]] = [order[other] ?? '', order[last] ?? ''];
    }
    return order;
  });
  return [...all, ENDS[seed % ENDS.length] ?? POSTS];
}

const render = (tab: Tab, keys: string, all: readonly (readonly string[])[]) =>
  tab.evaluate<void>(
    `for (const order of ${JSON.stringify(all)}) window.render({ order, keys: '${keys}', done: {} })`,
  );

/** Performed, or the notice that it was not: nothing is lost without a word. */
async function settled(tab: Tab, hosts: number, done: number): Promise<boolean> {
  await until(tab, `window.performed.length > ${done} || window.probe.hosts.length > ${hosts}`);
  return (await performed(tab)).length > done;
}

const hosts = (tab: Tab) => tab.evaluate<number>('window.probe.hosts.length');

describe('React draws the page anew while the reminder is open, in Chromium and in Firefox', () => {
  let lanes: readonly Lane[] = [];
  beforeAll(async () => {
    lanes = await startLanes();
  });

  test.each(KINDS)(
    `%s, keys by %s: ${ROUNDS} likes after ${RENDERS} re-renders each are performed once, on the right post`,
    (_site, keys, { address, commit }, turn) =>
      inBoth(inTurn(lanes, turn), async (lane) => {
        const { tab } = lane;
        await load(lane, address('id'));
        await render(tab, keys, [POSTS]);
        for (let round = 1; round <= ROUNDS; round += 1) {
          await commit(tab, 'campaign');
          await until(tab, REMINDER_OPEN);
          await render(tab, keys, orders(round));
          const before = await hosts(tab);
          await answer(tab, 'continue');
          expect(await settled(tab, before, round - 1), `performed in round ${round}`).toBe(true);
          // The replay looks every 50 ms whether the page has reacted; then the like can be taken back.
          await until(tab, 'performance.now() - window.performedAt > 200');
          expect(await performed(tab)).toEqual(
            Array.from({ length: round }, () => ({ action: 'like', post: 'campaign' })),
          );
          await render(tab, keys, [POSTS]);
          // The same post again would pass.
          await forgetAnswered(lane.pages, 1);
        }
      }),
    200_000,
  );

  test.each(
    (IS_FULL ? COMMENTS : COMMENTS.slice(0, 1)).map((scenario) => [scenario.name, scenario] as const),
  )(
    '%s: the draft goes with its post, or nothing is sent and the notice says so',
    (_name, { address, prepare, commit, words }) =>
      inBoth(lanes, async (lane) => {
        const { tab } = lane;
        for (const keys of KEYS) {
          await load(lane, address('id'));
          await render(tab, keys, [POSTS]);
          await prepare?.(tab, 'campaign');
          await commit(tab, 'campaign');
          await until(tab, REMINDER_OPEN);
          await render(tab, keys, orders(1));
          const before = await hosts(tab);
          await answer(tab, 'continue');
          const isDone = await settled(tab, before, 0);
          const expected = [{ action: 'comment', post: 'campaign', text: words?.('campaign') }];
          expect(await performed(tab), keys).toEqual(keys === 'post' ? expected : []);
          expect(isDone, keys).toBe(keys === 'post');
        }
      }),
  );

  test.each((IS_FULL ? LIKES : []).map((scenario) => [scenario.site, scenario] as const))(
    '%s: a post that left the page: nothing is done, and the notice says so',
    (_site, { address, commit }) =>
      inBoth(lanes, async (lane) => {
        const { tab } = lane;
        for (const keys of KEYS) {
          await load(lane, address('id'));
          await render(tab, keys, [POSTS]);
          await commit(tab, 'campaign');
          await until(tab, REMINDER_OPEN);
          await render(tab, keys, [...orders(2), ['other0', 'rain', 'other1']]);
          const before = await hosts(tab);
          await answer(tab, 'continue');
          expect(await settled(tab, before, 0)).toBe(false);
          expect(await performed(tab)).toEqual([]);
        }
      }),
  );

  test.each(IS_FULL ? ['post', 'index'] : ['index'])(
    'X, keys by %s: a cell that is scrolled away, and one that came back',
    (keys) =>
      inBoth(lanes, async (lane) => {
        const { tab } = lane;
        const { address, commit } = named(xReact, 'like');
        const scrollTo = (place: number) =>
          tab.evaluate<void>(`new Promise((resolve) => {
          scrollTo(0, ${place});
          requestAnimationFrame(() => requestAnimationFrame(resolve));
        })`);
        const isThere = () =>
          tab.evaluate<boolean>(`document.querySelector('article[data-test-id=campaign]') !== null`);
        for (const comesBack of [true, false]) {
          await load(lane, address('id'));
          await render(tab, keys, [POSTS]);
          await commit(tab, 'campaign');
          await until(tab, REMINDER_OPEN);
          await scrollTo(4_000);
          expect(await isThere()).toBe(false);
          if (comesBack) await scrollTo(0);
          const before = await hosts(tab);
          await answer(tab, 'continue');
          expect(await settled(tab, before, 0)).toBe(comesBack);
          expect(await performed(tab)).toEqual(comesBack ? [{ action: 'like', post: 'campaign' }] : []);
        }
      }),
  );
});
