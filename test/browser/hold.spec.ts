import { beforeAll, describe, expect, test } from 'vitest';
import { inTurn } from '../extent.ts';
import { until } from './driver/driver.ts';
import { inBoth, type Lane, startLanes } from './lanes.ts';
import { draftOwnPost, pass, SUBMIT } from './own-post.ts';
import { answer, performed, REMINDER_OPEN } from './scenario.ts';
import { look, middleOf } from './witness.ts';

/** Longer than the arming time, and than the press that is asked for. */
const ARMED_MS = 700;
const HELD_MS = 900;
const EARLY_MS = 150;
/** Closer to the 800 ms of a long press than this, nobody can say whether a press was a short one. */
const SURELY_SHORT_MS = 600;

/** A reminder about a post of the person's own, and the middle of *Lanjutkan*. */
async function open(lane: Lane): Promise<readonly [number, number]> {
  const { tab } = lane;
  await draftOwnPost(lane);
  await tab.click(SUBMIT);
  await until(tab, REMINDER_OPEN);
  await pass(lane, ARMED_MS);
  const sight = await look(tab);
  if (!sight) throw new Error('no reminder');
  return middleOf(sight.proceed);
}

/** A short press; false on a machine that was too slow for one. */
async function pressShortly(lane: Lane, place: readonly [number, number]): Promise<boolean> {
  const { tab } = lane;
  const begin = await tab.evaluate<number>('performance.now()');
  await tab.mouseDown(...place);
  await pass(lane, EARLY_MS);
  await tab.mouseUp(...place);
  return (await tab.evaluate<number>('performance.now()')) - begin < SURELY_SHORT_MS;
}

describe('Lanjutkan that wants to be held, with the mouse', () => {
  let lanes: readonly Lane[] = [];
  beforeAll(async () => {
    lanes = await startLanes({ witness: true });
  });

  test('one long press is enough, and counts when it is let go', () =>
    inBoth(lanes, async (lane) => {
      const { tab } = lane;
      const place = await open(lane);
      await tab.mouseDown(...place);
      await pass(lane, HELD_MS);
      expect(await performed(tab)).toEqual([]);
      await tab.mouseUp(...place);
      await until(tab, 'window.performed.length > 0');
      expect(await performed(tab)).toEqual([{ action: 'post', post: null }]);
      expect(await look(tab)).toBeNull();
    }));

  test('a press that is let go early does nothing but say how', () =>
    inBoth(inTurn(lanes, 0), async (lane) => {
      const { tab } = lane;
      for (let isShort = false; !isShort; ) {
        const place = await open(lane);
        expect((await look(tab))?.help).toBe('');
        isShort = await pressShortly(lane, place);
      }
      const sight = await look(tab);
      expect(sight?.isModal).toBe(true);
      expect(sight?.help).not.toBe('');
      await pass(lane, HELD_MS);
      expect(await performed(tab)).toEqual([]);
      await answer(tab, 'escape');
      expect(await performed(tab)).toEqual([]);
    }));

  test('a long press that ends beside the button is taken back', () =>
    inBoth(inTurn(lanes, 1), async (lane) => {
      const { tab } = lane;
      for (let isShort = false; !isShort; ) {
        const [x, y] = await open(lane);
        const { content } = (await look(tab)) ?? { content: { x, y, width: 0, height: 0 } };
        await tab.mouseDown(x, y);
        await pass(lane, HELD_MS);
        await tab.mouseUp(...middleOf(content));
        await pass(lane, 100);
        expect(await performed(tab)).toEqual([]);
        expect((await look(tab))?.isModal).toBe(true);
        // It does not stand for the next one either, which is short.
        isShort = await pressShortly(lane, [x, y]);
      }
      const sight = await look(tab);
      expect({ isOpen: sight?.isModal, isTold: sight?.help !== '' }).toEqual({ isOpen: true, isTold: true });
      await answer(tab, 'escape');
      expect(await performed(tab)).toEqual([]);
    }));
});
