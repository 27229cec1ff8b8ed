import { spawn } from 'node:child_process';
import { expect } from 'vitest';
import { startChromium } from './driver/chromium.ts';
import { type Tab, type TestBrowser, untilResolved } from './driver/driver.ts';
import { startFirefox } from './driver/firefox.ts';
import { killAtOnce } from './driver/kill.ts';
import { ask, clearLog, forgetReminders, leaveRows, protectedTab } from './scenario.ts';

/** One browser with a page of the extension and one tab, which loads page after page: opening tabs takes longer. */
export interface Lane {
  readonly browser: TestBrowser;
  readonly pages: Tab;
  readonly tab: Tab;
}

type Start = typeof startChromium | typeof startFirefox;

interface LaneOptions {
  readonly witness?: boolean;
}

/** A browser with what its storage held when it was new. */
interface Running {
  readonly browser: TestBrowser;
  readonly isWitnessed: boolean;
  readonly settings: object;
  readonly keys: readonly string[];
}

const LOG_PAGE = 'pages/log/index.html';
const LOCAL = '(globalThis.browser ?? chrome).storage.local.get(null)';
/** What the log keeps beside its rows, which stays when it is emptied. */
const OF_THE_LOG = /^log(Clock|Mirror|\w*KeyHalf)$/;

/**
 * The browsers that the test files of this worker work with, which shares its modules among them: to start one takes as much
 * as ten tests do, so one file takes it over from the other.
 */
const kept = new Map<Start, Running>();
process.on('SIGTERM', killAll);
process.on('exit', killAll);

/**
 * A lane in Chromium and one in Firefox. Nobody closes them: they end with the worker, or when a file wants them with the
 * witness and they have none, or the other way round.
 */
export function startLanes({ witness = false }: LaneOptions = {}): Promise<readonly Lane[]> {
  return Promise.all(
    [startChromium, startFirefox].map(async (start) => {
      const { browser, pages } = await takeBrowser(start, witness);
      return { browser, pages, tab: await browser.open('https://x.com/') };
    }),
  );
}

/**
 * A browser as after the first run: one tab, a page of the extension, the settings of the installation, no rows, no reminders
 * remembered. It is not closed either.
 */
export async function takeBrowser<Browser extends TestBrowser>(
  start: Start & ((options: LaneOptions) => Promise<Browser>),
  isWitnessed = false,
): Promise<{ readonly browser: Browser; readonly pages: Tab }> {
  const known = kept.get(start);
  kept.delete(start);
  if (known?.isWitnessed === isWitnessed) {
    try {
      const pages = await asNew(known);
      kept.set(start, known);
      // It was started by the same function.
      return { browser: known.browser as Browser, pages };
    } catch (error) {
      // A browser that the file before broke is no fault of this one.
      console.warn(`a browser is started anew: ${error}`);
    }
  }
  await known?.browser.close().catch(() => kill(known.browser));
  const browser = await start({ witness: isWitnessed });
  const pages = await browser.openExtensionPage(LOG_PAGE);
  // The background writes the first ones, and a tab has no rules before.
  await untilResolved(pages, `${LOCAL}.then(({ settings, snapshot }) => Boolean(settings && snapshot))`);
  const { settings } = await pages.evaluate<{ settings: object }>(LOCAL);
  kept.set(start, { browser, isWitnessed, settings, keys: await keysOf(pages) });
  return { browser, pages };
}

async function asNew({ browser, settings, keys }: Running): Promise<Tab> {
  const pages = await browser.openExtensionPage(LOG_PAGE);
  await pages.evaluate(`(async () => {
    const { tabs } = globalThis.browser ?? chrome;
    const own = await tabs.getCurrent();
    await tabs.remove((await tabs.query({})).map(({ id }) => id).filter((id) => id !== own.id));
  })()`);
  await ask(pages, 'settings.save', settings);
  await clearLog(pages);
  await forgetReminders(pages);
  const kept = await keysOf(pages);
  if (kept.join() !== keys.join()) throw new Error(`it keeps ${kept} and began with ${keys}`);
  return pages;
}

const keysOf = async (page: Tab) =>
  (await page.evaluate<string[]>(`${LOCAL}.then((all) => Object.keys(all).sort())`)).filter(
    (key) => !OF_THE_LOG.test(key),
  );

/** A worker is given half a second to end: no browser closes by itself in it, nor are its files deleted. */
function killAll(): void {
  kill(...[...kept.values()].map(({ browser }) => browser));
  kept.clear();
}

const REMOVE = `for (const folder of process.argv.slice(1))
  require('node:fs').rmSync(folder, { recursive: true, force: true, maxRetries: 20 })`;

function kill(...browsers: readonly TestBrowser[]): void {
  if (browsers.length === 0) return;
  for (const { name, profile } of browsers) killAtOnce(name, profile);
  const folders = browsers.map(({ profile }) => profile);
  spawn(process.execPath, ['-e', REMOVE, ...folders], { detached: true, stdio: 'ignore' }).unref();
}

/** Loads a page, with no row of a test before, and waits for the protection. */
export async function load({ tab, pages }: Lane, address: string): Promise<void> {
  await leaveRows(pages);
  await tab.goto(address);
  await protectedTab(pages, new URL(address).host);
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
