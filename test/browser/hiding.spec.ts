import { beforeAll, describe, expect, test } from 'vitest';
import { IS_FULL, inTurn } from '../extent.ts';
import { type Box, until } from './driver/driver.ts';
import { detailKept } from './driver/likeness.ts';
import { HIDINGS, type Hiding, PRELUDE } from './hiding.ts';
import { inBoth, type Lane, startLanes } from './lanes.ts';
import { answer, performed, protectedTab, REMINDER_OPEN } from './scenario.ts';
import { look, middleOf, pressByScript, type Sight } from './witness.ts';

const X = 'https://x.com/feed.id.html';
const LIKE = '[data-test-id=campaign] [data-testid=like]';
/** Longer than the arming time: a reminder that was in sight since then would take the answer. */
const LONG_ENOUGH_MS = 700;
/** Of its detail: the rest may be a scroll bar or a shift by a pixel. */
const SEEN = 0.9;

/** Without the corners, where the page shows through. */
const inside = ({ x, y, width, height }: Box): Box => ({
  x: Math.round(x) + 20,
  y: Math.round(y) + 20,
  width: Math.floor(width) - 40,
  height: Math.floor(height) - 40,
});

async function openReminder({ tab, pages }: Lane, before = ''): Promise<Sight> {
  await tab.goto(X);
  await protectedTab(pages, 'x.com');
  await tab.evaluate(`(() => { ${PRELUDE.replaceAll('var ', 'window.')} ${before} })()`);
  await tab.click(LIKE);
  await until(tab, 'window.probe.hosts.length > 0');
  const sight = await look(tab);
  if (!sight) throw new Error('no reminder');
  return sight;
}

/** Waits by the clock of the page. */
async function pass({ tab }: Lane, milliseconds: number): Promise<void> {
  await tab.evaluate('window.since = performance.now()');
  await until(tab, `performance.now() - window.since > ${milliseconds}`);
}

/** What the person saw when they pressed where *Lanjutkan* lies, and what came of it. */
async function attempt(lane: Lane, { before, script }: Hiding) {
  const { tab, pages } = lane;
  const sight = await openReminder(lane, before);
  const asOpened = await tab.pictureOf(inside(sight.dialog));
  await tab.evaluate(`(async () => { await (${script}); })()`);
  await pass(lane, LONG_ENOUGH_MS);
  const found = await look(tab);
  // One without a box is nowhere: the press goes where it was.
  const now = found && found.dialog.width > 0 ? found : sight;
  const isLike = async () =>
    (await detailKept(pages, asOpened, await tab.pictureOf(inside(now.dialog)))) >= SEEN;
  const isSeen = await isLike();
  await tab.clickAt(...middleOf(now.proceed));
  await pass(lane, 100);
  return {
    isSeen,
    isAccepted: (await performed(tab)).length > 0,
    isStillOpen: (await look(tab)) !== null,
    /** Something of ours came to the page beside the reminder: the notice, which may have gone by now. */
    isTold: await tab.evaluate<boolean>(
      `[...document.documentElement.children, ...window.probe.hosts.map(({ node }) => node)].some((node) =>
        node !== host() && node.localName === 'div' && node.style.length === 0)`,
    ),
  };
}

describe('a page that hides the reminder, and a trusted press on Lanjutkan', () => {
  let lanes: readonly Lane[] = [];
  beforeAll(async () => {
    lanes = await startLanes({ witness: true });
  });

  test('twelve of the ways are those of the earlier measurement', () => {
    expect(HIDINGS.filter(({ isOfTwelve }) => isOfTwelve)).toHaveLength(12);
    expect(new Set(HIDINGS.map(({ name }) => name)).size).toBe(HIDINGS.length);
  });

  test.each(
    HIDINGS.filter(({ isAlways }) => IS_FULL || isAlways).map(
      (hiding, index) => [hiding.name, hiding, index] as const,
    ),
  )('%s: what is not seen is not accepted, and the person is told', (_name, hiding, index) =>
    inBoth(inTurn(lanes, index), async (lane) => {
      const { isSeen, isAccepted, isStillOpen, isTold } = await attempt(lane, hiding);
      if (isAccepted) expect({ isSeen }).toEqual({ isSeen: true });
      // By the reminder itself, as soon as the page shows it again, or by the notice.
      else expect({ isStillOpen, isTold: isTold || isStillOpen }).toEqual({ isStillOpen, isTold: true });
    }),
  );

  test('a cover of the top layer is put below the reminder again, and then it can be answered', () =>
    inBoth(lanes, async (lane) => {
      const { tab, pages } = lane;
      const sight = await openReminder(lane);
      const asOpened = await tab.pictureOf(inside(sight.dialog));
      await pass(lane, LONG_ENOUGH_MS);
      const covered = await tab.evaluate<number>(`(popover('manual').showPopover(), performance.now())`);
      // At once, and not at the press.
      await pass(lane, 50);
      expect(await detailKept(pages, asOpened, await tab.pictureOf(inside(sight.dialog)))).toBeGreaterThan(
        SEEN,
      );
      // The arming time began anew: a press that was meant for what lay above does nothing.
      await tab.clickAt(...middleOf(sight.proceed));
      const early = await performed(tab);
      if ((await tab.evaluate<number>('performance.now()')) - covered < 600) expect(early).toEqual([]);
      await pass(lane, LONG_ENOUGH_MS);
      if (early.length === 0) await tab.clickAt(...middleOf(sight.proceed));
      await until(tab, 'window.performed.length > 0');
      expect(await performed(tab)).toEqual([{ action: 'like', post: 'campaign' }]);
    }));

  test('the focus and the place in the text stay where they were when it is put on top', () =>
    inBoth(inTurn(lanes, 0), async (lane) => {
      const { tab } = lane;
      await tab.resize({ width: 500, height: 300 });
      await openReminder(lane);
      // Back over silence for the post, wrong detection and Mengapa.
      for (let step = 0; step < 4; step += 1) await tab.press('Tab', 'Shift');
      await tab.press('End');
      await pass(lane, 500);
      const scrolled = (await look(tab))?.scrolled;
      expect(scrolled).toBeGreaterThan(0);
      await tab.evaluate(`(popover('manual').showPopover(), 0)`);
      await pass(lane, 300);
      expect(await look(tab)).toMatchObject({ focus: 'content', isModal: true, scrolled });
      await answer(tab, 'escape');
      expect(await performed(tab)).toEqual([]);
      await tab.resize({ width: 1000, height: 800 });
    }));

  test('nothing is put on top without a cover: a screen reader is not disturbed', () =>
    inBoth(inTurn(lanes, 1), async (lane) => {
      const { tab } = lane;
      await openReminder(lane);
      await tab.evaluate(`(() => {
        window.strayed = 0;
        for (const type of ['focusin', 'focusout']) document.addEventListener(type, () => { strayed += 1; }, true);
      })()`);
      await pass(lane, 1_500);
      expect(await tab.evaluate('strayed')).toBe(0);
      await answer(tab, 'escape');
    }));

  test('no script answers: of the page, nor of another extension that opens the closed root', () =>
    inBoth(lanes, async (lane) => {
      const { tab } = lane;
      const { proceed } = await openReminder(lane);
      await pass(lane, LONG_ENOUGH_MS);
      const [x, y] = middleOf(proceed);
      await tab.evaluate(`(() => {
        const targets = [host(), document.elementFromPoint(${x}, ${y}), document.activeElement, document, window];
        const label = document.createElement('label');
        label.append(host().cloneNode());
        document.body.append(label);
        label.click();
        label.remove();
        for (const target of targets) {
          target.focus?.();
          target.click?.();
          for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'touchstart', 'touchend'])
            target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, cancelable: true, clientX: ${x}, clientY: ${y}, detail: 1 }));
          for (const key of ['Tab', 'Enter', ' ', 'Escape'])
            for (const type of ['keydown', 'keypress', 'keyup'])
              target.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true, cancelable: true }));
          for (const type of ['cancel', 'close', 'submit', 'toggle', 'beforetoggle', 'fullscreenchange'])
            target.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true }));
        }
        getSelection().selectAllChildren(host());
        for (const command of ['delete', 'insertText', 'selectAll']) document.execCommand(command, false, 'x');
      })()`);
      expect(await pressByScript(tab)).toBe(true);
      await pass(lane, 100);
      expect(await performed(tab)).toEqual([]);
      expect(await tab.evaluate(REMINDER_OPEN)).toBe(true);
      await answer(tab, 'escape');
    }));

  test('a page that takes the focus away does not get it', () =>
    inBoth(inTurn(lanes, 0), async (lane) => {
      const { tab } = lane;
      await openReminder(lane);
      await tab.evaluate(`(() => {
        const input = document.createElement('input');
        document.body.append(input);
        window.taken = [];
        input.addEventListener('focus', () => taken.push('focus'));
        const timer = setInterval(() => { input.focus(); host().blur(); document.activeElement.blur(); }, 20);
        setTimeout(() => clearInterval(timer), 300);
      })()`);
      await pass(lane, 400);
      expect(await tab.evaluate('taken')).toEqual([]);
      await tab.press('Tab');
      expect((await look(tab))?.focus).not.toBe('');
      await answer(tab, 'escape');
    }));
});
