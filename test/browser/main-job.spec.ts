import { beforeAll, describe, expect, test } from 'vitest';
import { inTurn } from '../extent.ts';
import { until } from './driver/driver.ts';
import { inBoth, type Lane, load, startLanes } from './lanes.ts';
import { answer, logRows, PATHS, performed, REMINDER_OPEN, rowsOf, SCENARIOS } from './scenario.ts';

let lanes: readonly Lane[] = [];
beforeAll(async () => {
  lanes = await startLanes();
});

describe('the main job in Chromium and in Firefox', () => {
  describe.each(SCENARIOS.map((scenario, site) => ({ ...scenario, site })))(
    '$id',
    ({ site, ...scenario }) => {
      // Each action of each site is cancelled in one browser and continued in the other.
      const paths = PATHS.map((path, index) => [path, site + index] as const);

      test.each(paths)('%s: cancelled means nothing happened', (path, turn) =>
        inBoth(inTurn(lanes, turn), async (lane) => {
          const { tab } = lane;
          await load(lane, scenario.address('id'));
          await scenario.perform(tab, path, 'campaign', 'Semangat');
          await answer(tab, path === 'like' ? 'escape' : 'cancel');
          expect(await performed(tab)).toEqual([]);
          expect(await rowsOf(lane.pages, 1)).toMatchObject([
            { site: scenario.id, action: scenario.action[path], outcome: 'cancelled' },
          ]);
        }),
      );

      test.each(paths)('%s: continued means exactly once', (path, turn) =>
        inBoth(inTurn(lanes, turn + 1), async (lane) => {
          const { tab } = lane;
          await load(lane, scenario.address('id'));
          await scenario.perform(tab, path, 'campaign', 'Semangat');
          expect(await performed(tab)).toEqual([]);
          await answer(tab, 'continue');
          await until(tab, 'window.performed.length > 0');
          // The replay is over when no notice follows within its reaction time.
          await until(tab, 'window.probe.hosts.every(({ at }) => performance.now() - at > 2_200)');
          expect(await performed(tab)).toEqual([{ action: scenario.action[path], post: 'campaign' }]);
          expect(await tab.evaluate(REMINDER_OPEN)).toBe(false);
          expect(await rowsOf(lane.pages, 1)).toMatchObject([
            { site: scenario.id, action: scenario.action[path], outcome: 'continued' },
          ]);
        }),
      );

      test.each(paths)('%s: an ordinary post is never touched', (path, turn) =>
        inBoth(inTurn(lanes, turn), async (lane) => {
          const { tab } = lane;
          await load(lane, scenario.address('en'));
          await scenario.perform(tab, path, 'rain', 'Hati-hati di jalan');
          await until(tab, 'window.performed.length > 0');
          expect(await performed(tab)).toEqual([{ action: scenario.action[path], post: 'rain' }]);
          expect(await tab.evaluate('window.probe.hosts.length')).toBe(0);
          expect(await tab.evaluate('window.probe.untouched')).toBe(true);
          expect(await tab.evaluate('window.probe.events.includes("click")')).toBe(true);
          expect(await logRows(lane.pages)).toEqual([]);
        }),
      );

      test('English labels: the campaign post is held as well', () =>
        inBoth(inTurn(lanes, site), async (lane) => {
          const { tab } = lane;
          await load(lane, scenario.address('en'));
          await scenario.perform(tab, 'like', 'campaign', '');
          await answer(tab, 'continue');
          await until(tab, 'window.performed.length > 0');
          expect(await performed(tab)).toEqual([{ action: 'like', post: 'campaign' }]);
          expect(await rowsOf(lane.pages, 1)).toMatchObject([{ action: 'like', outcome: 'continued' }]);
        }));

      test("the user's own words are read beside an ordinary post", () =>
        inBoth(inTurn(lanes, site + 1), async (lane) => {
          const { tab } = lane;
          await load(lane, scenario.address('id'));
          await scenario.perform(tab, 'comment by button', 'rain', 'Saya pilih nomor 2, coblos nomor 2');
          await answer(tab, 'cancel');
          expect(await performed(tab)).toEqual([]);
          expect(await rowsOf(lane.pages, 1)).toMatchObject([{ action: 'comment', outcome: 'cancelled' }]);
        }));
    },
  );
});
