import { beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../eventually.ts';
import { type Box, until } from './driver/driver.ts';
import { inBoth, type Lane, load, startLanes } from './lanes.ts';
import { logRows, performed, REMINDER_OPEN } from './scenario.ts';
import { lookAtHint } from './witness.ts';

const FEED = 'https://x.com/feed.id.html';
const NEWS = '[data-test-id=news]';
const OTHER = '[data-test-id=rain]';
const LIKE = `${NEWS} [data-testid=like]`;
const NAMED = 'Partai NasDem';
const GAP = 8;

/** A post that names a party and asks for nothing. */
async function showNews({ tab }: Lane): Promise<void> {
  const text = `Kongres ${NAMED} dibuka hari ini di Jakarta.`;
  await tab.evaluate(
    `document.querySelector('${NEWS} [data-testid=tweetText]').textContent = ${JSON.stringify(text)}`,
  );
}

describe('the hint at the usual strictness', () => {
  let lanes: readonly Lane[] = [];
  beforeAll(async () => {
    lanes = await startLanes({ witness: true });
    // The elections of the built-in packs are over. Everything else is as it is installed.
    for (const { pages } of lanes)
      await pages.evaluate(`(async () => {
        const api = globalThis.browser ?? chrome;
        const { settings } = await api.storage.local.get('settings');
        await api.runtime.sendMessage({ name: 'settings.save', payload: { ...settings, finishedContests: true } });
      })()`);
  });

  test('a like of news goes through once, with a sign beside it that takes neither focus nor press, and goes', () =>
    inBoth(lanes, async (lane) => {
      const { tab, pages } = lane;
      await load(lane, FEED);
      await showNews(lane);
      await tab.click(LIKE);
      await until(tab, 'window.performed.length > 0');
      expect(await performed(tab)).toEqual([{ action: 'like', post: 'news' }]);
      const chip = await eventually(async () => {
        const seen = await lookAtHint(tab);
        if (!seen) throw new Error('no hint');
        return seen;
      });
      expect(await tab.evaluate('window.probe.hosts.length')).toBe(1);
      // A like is another element once it is done.
      const control = await tab.evaluate<Box>(
        `document.querySelector('${NEWS} :is([data-testid=like], [data-testid=unlike])').getBoundingClientRect().toJSON()`,
      );
      expect(chip.text).toContain(`“${NAMED}”`);
      const above = control.y - (chip.box.y + chip.box.height);
      const below = chip.box.y - (control.y + control.height);
      expect(Math.abs(Math.max(above, below) - GAP)).toBeLessThan(1);
      expect(await tab.evaluate(REMINDER_OPEN)).toBe(false);
      // A press on the sign is a press on what lies under it.
      const { x, y, width, height } = chip.box;
      expect(
        await tab.evaluate(
          `window.probe.hosts[0].node === document.elementFromPoint(${x + width / 2}, ${y + height / 2})`,
        ),
      ).toBe(false);
      await until(tab, 'window.probe.hosts.every(({ node }) => !node.isConnected)');
      expect(await performed(tab)).toEqual([{ action: 'like', post: 'news' }]);
      // Nothing is noted of a hint.
      expect(await logRows(pages)).toEqual([]);
    }));

  test('by key there is one sign too, and for the same entity none again within the hour', () =>
    inBoth(lanes, async (lane) => {
      const { tab } = lane;
      await load(lane, FEED);
      await showNews(lane);
      await tab.focus(LIKE);
      await tab.press('Enter');
      await until(tab, 'window.performed.length === 1');
      await until(tab, 'window.probe.hosts.length > 0');
      // A second post about the same party.
      await tab.evaluate(
        `document.querySelector('${OTHER} [data-testid=tweetText]').textContent = 'Jadwal kongres ${NAMED} diumumkan.'`,
      );
      await tab.click(`${OTHER} [data-testid=like]`);
      await until(tab, 'window.performed.length === 2');
      await until(tab, 'window.probe.hosts.every(({ node }) => !node.isConnected)');
      expect(await tab.evaluate('window.probe.hosts.length')).toBe(1);
    }));
});
