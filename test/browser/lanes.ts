import { expect } from 'vitest';
import { startChromium } from './driver/chromium.ts';
import type { Tab, TestBrowser } from './driver/driver.ts';
import { startFirefox } from './driver/firefox.ts';

/** One browser with the extension and the witness, a page of the extension, and a tab for fixtures. */
export interface Lane {
  readonly browser: TestBrowser;
  readonly pages: Tab;
  readonly tab: Tab;
}

async function startLane(start: typeof startChromium | typeof startFirefox): Promise<Lane> {
  const browser = await start({ witness: true });
  const pages = await browser.openExtensionPage('pages/log/index.html');
  return { browser, pages, tab: await browser.open('https://x.com/') };
}

/** Both browsers at once, each with a core of its own. */
export interface Lanes {
  run(task: (lane: Lane) => Promise<void>): Promise<void>;
  close(): Promise<unknown>;
}

export async function startLanes(): Promise<Lanes> {
  const lanes = await Promise.all([startChromium, startFirefox].map(startLane));
  return {
    run: async (task) => {
      const runs = await Promise.allSettled(lanes.map(task));
      const faults = runs.flatMap((run, index) =>
        run.status === 'rejected' ? [`${lanes[index]?.browser.name}: ${run.reason}`] : [],
      );
      expect(faults).toEqual([]);
    },
    close: () => Promise.all(lanes.map(({ browser }) => browser.close())),
  };
}
