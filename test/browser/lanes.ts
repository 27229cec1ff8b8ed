import { expect } from 'vitest';
import { IS_FULL } from '../extent.ts';
import { startChromium } from './driver/chromium.ts';
import type { Tab, TestBrowser } from './driver/driver.ts';
import { startFirefox } from './driver/firefox.ts';
import { clearLog, protectedTab } from './scenario.ts';

/** One browser with a page of the extension and one tab, which loads page after page: opening tabs takes longer. */
export interface Lane {
  readonly browser: TestBrowser;
  readonly pages: Tab;
  readonly tab: Tab;
}

interface LaneOptions {
  readonly witness?: boolean;
}

async function startLane(
  start: typeof startChromium | typeof startFirefox,
  options: LaneOptions,
): Promise<Lane> {
  const browser = await start(options);
  const pages = await browser.openExtensionPage('pages/log/index.html');
  return { browser, pages, tab: await browser.open('https://x.com/') };
}

export function startLanes(options: LaneOptions = {}): Promise<readonly Lane[]> {
  return Promise.all([startChromium, startFirefox].map((start) => startLane(start, options)));
}

/** Loads a page with an empty log, and waits for the protection. */
export async function load({ tab, pages }: Lane, address: string): Promise<void> {
  await clearLog(pages);
  await tab.goto(address);
  await protectedTab(pages, new URL(address).host);
}

/** The lane of one of many alike tests: the browsers take turns, since two cores have a quarter of an hour; in full, both. */
export function inTurn(lanes: readonly Lane[], index: number): readonly Lane[] {
  return IS_FULL ? lanes : lanes.filter((_, place) => place === index % lanes.length);
}

/** The browsers at once, each with a core of its own; the faults of both are said. */
export async function inBoth(lanes: readonly Lane[], task: (lane: Lane) => Promise<void>): Promise<void> {
  const runs = await Promise.allSettled(lanes.map(task));
  const faults = runs.flatMap((run, index) =>
    run.status === 'rejected'
      ? [`${lanes[index]?.browser.name}: ${run.reason} ${JSON.stringify(run.reason?.actual)}`]
      : [],
  );
  expect(faults).toEqual([]);
}
