import { beforeAll, describe, expect, test } from 'vitest';
import { inTurn } from '../extent.ts';
import { type Tab, until } from './driver/driver.ts';
import { inBoth, type Lane, startLanes } from './lanes.ts';
import { draftOwnPost, EDITOR, OWN_WORDS, pass, SUBMIT } from './own-post.ts';
import { performed, REMINDER_OPEN } from './scenario.ts';
import { look } from './witness.ts';

/** From one *Batalkan* to the next. `quiet` is *Salah deteksi*; there is no post of others to be silent about. */
const ORDER = ['cancel', 'continue', 'content', 'summary', 'quiet'];
/** More than there are places, so that a ring that does not close ends as well. */
const MOST_STEPS = 12;

/** What has the focus, beginning with *Batalkan*, until it is there again, without leaving the reminder for the browser. */
async function ring(tab: Tab, modifier?: 'Shift'): Promise<readonly string[]> {
  const visited: string[] = [];
  for (let focus = 'cancel'; visited.length < MOST_STEPS; ) {
    visited.push(focus);
    await tab.press('Tab', modifier);
    focus = (await look(tab))?.focus ?? 'closed';
    if (focus === 'cancel') break;
  }
  return visited;
}

async function stepBackTo(tab: Tab, name: string): Promise<void> {
  for (let step = 0; step < MOST_STEPS && (await look(tab))?.focus !== name; step += 1)
    await tab.press('Tab', 'Shift');
  expect((await look(tab))?.focus).toBe(name);
}

/** By the keyboard, from the control that sends the post. */
async function open({ tab }: Lane): Promise<void> {
  await tab.focus(SUBMIT);
  await tab.press('Enter');
  await until(tab, REMINDER_OPEN);
}

describe('the reminder with a keyboard alone', () => {
  let lanes: readonly Lane[] = [];
  beforeAll(async () => {
    lanes = await startLanes({ witness: true });
  });

  test('everything is reached in its order, forwards and backwards; Mengapa opens and closes; Escape leads back', () =>
    inBoth(lanes, async (lane) => {
      const { tab } = lane;
      await draftOwnPost(lane);
      await open(lane);
      await tab.evaluate(`(() => {
        window.strayed = [];
        document.addEventListener('focusin', ({ target }) => {
          if (target !== window.probe.hosts[0].node) strayed.push(target.localName);
        }, true);
      })()`);
      expect(await look(tab)).toMatchObject({ focus: 'cancel', isWhyOpen: false, help: '' });
      expect(await ring(tab)).toEqual(ORDER);
      expect(await ring(tab, 'Shift')).toEqual(['cancel', ...ORDER.slice(1).reverse()]);

      await stepBackTo(tab, 'summary');
      await tab.press('Enter');
      expect(await look(tab)).toMatchObject({ focus: 'summary', isWhyOpen: true });
      // What was hidden until now is text: there is nothing more to reach.
      await stepBackTo(tab, 'cancel');
      expect(await ring(tab)).toEqual(ORDER);
      await stepBackTo(tab, 'content');
      await tab.press('End');
      await pass(lane, 500);
      expect((await look(tab))?.scrolled).toBeGreaterThan(0);
      await stepBackTo(tab, 'summary');
      await tab.press(' ');
      expect(await look(tab)).toMatchObject({ focus: 'summary', isWhyOpen: false });

      expect(await tab.evaluate('strayed')).toEqual([]);
      await tab.press('Escape');
      await until(tab, `!(${REMINDER_OPEN})`);
      expect(await tab.evaluate(`document.activeElement === document.querySelector('${SUBMIT}')`)).toBe(true);
      expect(await tab.evaluate(`document.querySelector('${EDITOR}').textContent`)).toBe(OWN_WORDS);
      expect(await performed(tab)).toEqual([]);
    }));

  test.each([
    ['Enter', 0],
    [' ', 1],
  ] as const)(
    'the gravest actions want a second press of "%s", not the other half of a double one',
    (key, turn) =>
      inBoth(inTurn(lanes, turn), async (lane) => {
        const { tab } = lane;
        await draftOwnPost(lane);
        await open(lane);
        await pass(lane, 700);
        await tab.press('Tab');
        expect((await look(tab))?.focus).toBe('continue');
        await tab.press(key);
        const told = await look(tab);
        expect(told).toMatchObject({ focus: 'continue' });
        expect(told?.help).not.toBe('');
        expect(await performed(tab)).toEqual([]);
        await pass(lane, 700);
        expect(await performed(tab)).toEqual([]);
        await tab.press(key);
        await until(tab, 'window.performed.length > 0');
        expect(await performed(tab)).toEqual([{ action: 'post', post: null }]);
      }),
  );
});
