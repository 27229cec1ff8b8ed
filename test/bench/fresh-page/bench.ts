import { rm } from 'node:fs/promises';
import { startChromium } from '../../browser/driver/chromium.ts';
import { type TestBrowser, until } from '../../browser/driver/driver.ts';
import { startFirefox } from '../../browser/driver/firefox.ts';
import { USUAL_SIZE } from '../engines.ts';
import { seeded } from '../random.ts';
import { atLeast, median, milliseconds, type Row } from '../report.ts';
import { addressOf, WAYS, type Way, writeExtension } from './extension.ts';
import type { Times } from './report-times.ts';

/** Fresh pages for each way; the slow ones take seconds each. */
const PAGES: Readonly<Record<Way, number>> = {
  stored: 5,
  built: 1,
  flashtext: 3,
  alternation: 3,
  trie: 2,
  automaton: 1,
  obscenity: 1,
  glin: 1,
};
const PEERS: readonly Way[] = ['flashtext', 'alternation', 'trie', 'automaton', 'obscenity', 'glin'];
const LIMIT = 60_000;

async function openWay(browser: TestBrowser, way: Way): Promise<Times> {
  for (let tries = 0; tries < 40; tries += 1) {
    const tab = await browser.open(addressOf(way));
    await until(tab, 'document.documentElement.dataset.bench', LIMIT);
    const said = await tab.evaluate<string>('document.documentElement.dataset.bench');
    await tab.close();
    if (said !== 'empty') return JSON.parse(said) as Times;
    // The background is still storing.
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`nothing was stored for ${way}`);
}

async function timesOf(browser: TestBrowser): Promise<Map<Way, Times[]>> {
  const ways = Object.keys(WAYS) as Way[];
  const times = new Map(ways.map((way) => [way, [] as Times[]]));
  await openWay(browser, 'stored');
  await openWay(browser, 'flashtext');
  const random = seeded(3);
  const pages = ways.flatMap((way) =>
    Array.from({ length: PAGES[way] }, () => ({ way, place: random.next() })),
  );
  for (const { way } of pages.sort((one, other) => one.place - other.place)) {
    times.get(way)?.push(await openWay(browser, way));
  }
  return times;
}

function rowsOf(name: string, times: ReadonlyMap<Way, readonly Times[]>): Row[] {
  const part = `fresh page in ${name}, ${USUAL_SIZE} terms`;
  const middle = (way: Way, key: keyof Times) => median((times.get(way) ?? []).map((one) => one[key]));
  const own = middle('stored', 'firstMatch');
  const rows = [...times.keys()].map((way): Row => {
    const value = middle(way, 'firstMatch');
    const what = `${WAYS[way].name}: load and first match`;
    return { part, what, value: milliseconds(value), ratio: value / own, against: 'stored compiled pack' };
  });
  const [fastest] = PEERS.map((way) => ({ way, value: middle(way, 'firstMatch') })).sort(
    (one, other) => one.value - other.value,
  );
  if (fastest) {
    const ratio = fastest.value / own;
    const what = 'stored compiled pack is faster than the fastest peer';
    const against = WAYS[fastest.way].name;
    rows.push({ part, what, value: milliseconds(own), ratio, against, goal: atLeast(10, ratio) });
  }
  const ready = middle('stored', 'ready');
  const ratio = middle('built', 'ready') / ready;
  rows.push({ part, what: 'read from storage', value: milliseconds(middle('stored', 'read')) });
  rows.push({
    part,
    what: 'pack ready sooner than built in the tab',
    value: milliseconds(ready),
    ratio,
    against: 'built in the tab',
    goal: atLeast(5, ratio),
  });
  const first = own - ready;
  rows.push({ part, what: 'first match alone, cold code', value: milliseconds(first) });
  return rows;
}

/** Each engine in fresh pages of both browsers: from the start of its content script to its first answer. */
export async function benchFreshPages(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const engine of ['chromium', 'firefox'] as const) {
    const extension = await writeExtension(engine);
    const start = engine === 'chromium' ? startChromium : startFirefox;
    // It has no page that opens when it is installed.
    const browser = await start({ extension, firstRun: true });
    try {
      rows.push(...rowsOf(engine, await timesOf(browser)));
    } finally {
      await browser.close();
      await rm(extension, { recursive: true, force: true });
    }
  }
  return rows;
}
