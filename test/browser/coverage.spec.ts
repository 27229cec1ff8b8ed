import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACTIVITIES } from '../../src/sites/coverage.ts';
import { coverageScenarios } from '../coverage/tables.ts';
import { IS_FULL } from '../extent.ts';
import { type CoverageScenario, cellOf } from './coverage/scenario.ts';
import { startChromium } from './driver/chromium.ts';
import { TAB_SIZE, type Tab, type TestBrowser, until } from './driver/driver.ts';
import { startFirefox } from './driver/firefox.ts';
import { inTurn } from './lanes.ts';
import { answer, clearLog, logRows, performed, protectedTab } from './scenario.ts';

/** One browser with one tab, which loads page after page: opening tabs would take longer than the scenarios. */
class Lane {
  private constructor(
    readonly browser: TestBrowser,
    private readonly pages: Tab,
    private readonly tab: Tab,
  ) {}

  static async start(start: () => Promise<TestBrowser>): Promise<Lane> {
    const browser = await start();
    const pages = await browser.openExtensionPage('pages/log/index.html');
    return new Lane(browser, pages, await browser.open('https://x.com/'));
  }

  async run(scenario: CoverageScenario): Promise<void> {
    const { tab } = this;
    const { expected } = scenario;

    await clearLog(this.pages);
    await this.perform(scenario, 'campaign');
    await answer(tab, 'escape');
    expect(await performed(tab), 'cancelled').toEqual([]);
    await this.rows(scenario, 'cancelled');

    await this.perform(scenario, 'campaign');
    expect(await performed(tab), 'held').toEqual([]);
    await answer(tab, 'continue');
    await until(tab, 'window.performed.length > 0');
    // The row comes after the replay: a second performance would be there by now.
    await this.rows(scenario, 'cancelled', 'continued');
    expect(await performed(tab), 'continued').toEqual([expected]);

    await this.perform(scenario, 'rain');
    await until(tab, 'window.performed.length > 0');
    const post = expected.post?.replace('campaign', 'rain') ?? null;
    expect(await performed(tab), 'ordinary').toEqual([{ ...expected, post }]);
    expect(await tab.evaluate('window.probe.hosts.length'), 'ordinary').toBe(0);
    expect(await tab.evaluate('window.probe.untouched'), 'ordinary').toBe(true);
  }

  private async perform({ address, perform }: CoverageScenario, post: 'campaign' | 'rain'): Promise<void> {
    // The scenario before may have made it as narrow as a phone.
    await this.tab.resize(TAB_SIZE);
    await this.tab.goto(address);
    await protectedTab(this.pages, new URL(address).host);
    await perform(this.tab, post);
  }

  /** Waits for the rows themselves: they are delivered off the path of the click. */
  private async rows({ site, activity }: CoverageScenario, ...outcomes: readonly string[]): Promise<void> {
    const end = Date.now() + 10_000;
    let rows = await logRows(this.pages);
    while (rows.length < outcomes.length && Date.now() < end) rows = await logRows(this.pages);
    const action = ACTIVITIES[activity];
    const found = rows.map((row) => `${row.site} ${row.action} ${row.outcome}`).sort();
    expect(found).toEqual(outcomes.map((outcome) => `${site} ${action} ${outcome}`));
  }
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
    lanes = await Promise.all([startChromium, startFirefox].map((start) => Lane.start(start)));
  });
  afterAll(() => Promise.all(lanes.map(({ browser }) => browser.close())));

  test.each(scenarios.map((scenario, index) => ({ cell: cellOf(scenario), scenario, index })))(
    '$cell',
    async ({ scenario, index }) => {
      // Both browsers at once, each with a core of its own; in turns where not all is asked for.
      const used = inTurn(lanes, index);
      const runs = await Promise.allSettled(used.map((lane) => lane.run(scenario)));
      const faults = runs.flatMap((run, place) =>
        run.status === 'rejected' ? [`${used[place]?.browser.name}: ${run.reason}`] : [],
      );
      expect(faults).toEqual([]);
    },
  );
});
