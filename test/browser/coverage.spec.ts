import { beforeAll, describe, expect, test } from 'vitest';
import { ACTIVITIES } from '../../src/sites/coverage.ts';
import { coverageScenarios } from '../coverage/tables.ts';
import { IS_FULL, inTurn } from '../extent.ts';
import { type CoverageScenario, cellOf } from './coverage/scenario.ts';
import { TAB_SIZE, until } from './driver/driver.ts';
import { inBoth, type Lane, startLanes } from './lanes.ts';
import { answer, leaveRows, performed, protectedTab, rowsOf } from './scenario.ts';

async function run(lane: Lane, scenario: CoverageScenario): Promise<void> {
  const { tab, pages } = lane;
  const { expected } = scenario;

  await leaveRows(pages);
  await perform(lane, scenario, 'campaign');
  await answer(tab, 'escape');
  expect(await performed(tab), 'cancelled').toEqual([]);
  await expectRows(lane, scenario, 'cancelled');

  await perform(lane, scenario, 'campaign');
  expect(await performed(tab), 'held').toEqual([]);
  await answer(tab, 'continue');
  await until(tab, 'window.performed.length > 0');
  // The row comes after the replay: a second performance would be there by now.
  await expectRows(lane, scenario, 'cancelled', 'continued');
  expect(await performed(tab), 'continued').toEqual([expected]);

  await perform(lane, scenario, 'rain');
  await until(tab, 'window.performed.length > 0');
  const post = expected.post?.replace('campaign', 'rain') ?? null;
  expect(await performed(tab), 'ordinary').toEqual([{ ...expected, post }]);
  expect(await tab.evaluate('window.probe.hosts.length'), 'ordinary').toBe(0);
  expect(await tab.evaluate('window.probe.untouched'), 'ordinary').toBe(true);
}

async function perform(
  { tab, pages }: Lane,
  scenario: CoverageScenario,
  post: 'campaign' | 'rain',
): Promise<void> {
  // The scenario before may have made it as narrow as a phone.
  await tab.resize(TAB_SIZE);
  await tab.goto(scenario.address);
  await protectedTab(pages, new URL(scenario.address).host);
  await scenario.perform(tab, post);
}

async function expectRows(
  { pages }: Lane,
  { site, activity }: CoverageScenario,
  ...outcomes: readonly string[]
): Promise<void> {
  const rows = await rowsOf(pages, outcomes.length);
  const action = ACTIVITIES[activity];
  const found = rows.map((row) => `${row.site} ${row.action} ${row.outcome}`).sort();
  expect(found).toEqual(outcomes.map((outcome) => `${site} ${action} ${outcome}`));
}

const all = await coverageScenarios();
/** What `main-job.spec.ts` performs on each site anyway. */
const MAIN_JOB: readonly string[] = ['like', 'comment', 'share'];
const isFirst = ({ site, activity }: CoverageScenario, index: number) =>
  !MAIN_JOB.includes(ACTIVITIES[activity]) &&
  all.findIndex((other) => other.site === site && ACTIVITIES[other.activity] === ACTIVITIES[activity]) ===
    index;
const scenarios = IS_FULL ? all : all.filter(isFirst);

describe.runIf(scenarios.length > 0)('covered cells, in Chromium and in Firefox', () => {
  let lanes: readonly Lane[] = [];
  beforeAll(async () => {
    lanes = await startLanes();
  });

  test.each(scenarios.map((scenario, index) => [cellOf(scenario), scenario, index] as const))(
    '%s',
    (_cell, scenario, index) => inBoth(inTurn(lanes, index), (lane) => run(lane, scenario)),
  );
});
