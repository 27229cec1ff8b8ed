import { join } from 'node:path';
import { build } from 'esbuild';
import { HOUR_MS, logRowId } from '../../src/core/log/log-id.ts';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import type { LogPageText, LogState } from '../../src/shared/messages.ts';
import { startChromium } from '../browser/driver/chromium.ts';
import type { Tab } from '../browser/driver/driver.ts';
import { startFirefox } from '../browser/driver/firefox.ts';
import { ask, openProtected } from '../browser/scenario.ts';
import { addAsTab, entryWith } from '../browser/stored.ts';
import { timePage } from './log-page.ts';
import { atMost, median, milliseconds, quantile, type Row } from './report.ts';

const ROWS = 100_000;
const DAY_MS = 24 * HOUR_MS;
const PAGE = 1_000;

async function seedScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'log-seed.ts')],
    bundle: true,
    format: 'iife',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

const listed = (pages: Tab, limit: number, before?: string) =>
  ask(pages, 'log.list', { limit, ...(before === undefined ? {} : { before }) }) as Promise<LogPageText>;
const stateOf = (pages: Tab) => ask(pages, 'log.state', null) as Promise<LogState>;

/** All rows page by page in the page of the extension, as an export reads them. */
const READ_ALL = `(async () => {
  const { runtime } = globalThis.browser ?? chrome;
  let count = 0;
  for (let before; ; ) {
    const payload = { limit: ${PAGE}, ...(before === undefined ? {} : { before }) };
    const page = await runtime.sendMessage({ name: 'log.list', payload });
    const rows = JSON.parse(page.rows);
    count += rows.length;
    if (rows.length < ${PAGE}) return count;
    before = rows.at(-1).id;
  }
})()`;

async function benchIn(start: typeof startChromium | typeof startFirefox, script: string): Promise<Row[]> {
  const browser = await start();
  try {
    const pages = await browser.openExtensionPage('pages/settings/index.html');
    await openProtected(browser, pages, 'https://x.com/feed.id.html');
    await pages.evaluate(`(() => { ${script} })()`);
    const part = `log of ${ROWS} rows in ${browser.name}`;
    const rows: Row[] = [];
    const report = (what: string, ms: number, limit?: number) =>
      rows.push({
        part,
        what,
        value: milliseconds(ms),
        ...(limit === undefined
          ? {}
          : { ratio: ms / limit, against: `${limit} ms`, goal: atMost(1, ms / limit) }),
      });

    const now = Date.now();
    // Half of them will be past their days when these are lowered.
    await pages.evaluate(`globalThis.seed(${ROWS / 2}, ${now - 28 * DAY_MS}, ${now - 20 * DAY_MS})`);
    await pages.evaluate(`globalThis.seed(${ROWS / 2}, ${now - 8 * DAY_MS}, ${now})`);

    const first = await timed(() => listed(pages, 50));
    if (first.value.total !== ROWS) throw new Error(`${first.value.total} rows instead of ${ROWS}`);
    report('first 50 rows, the first time', first.ms, 300);
    const pageTimes: number[] = [];
    for (let time = 0; time < 10; time += 1) pageTimes.push((await timed(() => listed(pages, 50))).ms);
    report('50 rows, median', median(pageTimes), 300);
    report('state', (await timed(() => stateOf(pages))).ms);
    const all = await timed(() => pages.evaluate<number>(READ_ALL));
    if (all.value !== ROWS) throw new Error(`${all.value} rows were read`);
    report(`all rows in pages of ${PAGE}`, all.ms, 10_000);

    const page = await timePage(browser);
    report('log page: first rows, with the questions of the driver', page.firstRows);
    report('log page: all rows', page.allRows);
    report('log page: longest pause until then', page.longestLoadingPause);
    report('log page: filter', page.filter, 200);
    report('log page: CSV', page.csv, 10_000);
    report('log page: longest pause meanwhile', page.longestCsvPause);

    const append = () => timed(() => addAsTab(pages, [entryWith('Contoh')]));
    const alone: number[] = [];
    for (let time = 0; time < 20; time += 1) alone.push((await append()).ms);
    report('append, median', median(alone));
    const adds: number[] = [];
    const settings = { ...defaultSettings(), retention: { brief: 15, detailed: 7 } };
    // It answers when the settings are published; rows go after that.
    await ask(pages, 'settings.save', settings);
    const pruning = await timed(async () => {
      do adds.push((await append()).ms);
      while ((await stateOf(pages)).rows > ROWS * 0.6);
    });
    report(`pruning ${ROWS / 2} rows with appends going on`, pruning.ms, 2_000);
    report(`slowest of ${adds.length} appends meanwhile`, quantile(adds, 1), 250);

    await ask(pages, 'lock.set', { passphrase: 'padi menguning' });
    const batches: number[] = [];
    for (let time = 0; time < 10; time += 1) {
      batches.push((await timed(() => ask(pages, 'log.reseal', null))).ms);
    }
    report('moving 100 rows under the lock, median', median(batches));
    // The oldest rows are moved first.
    const early = logRowId(now - 8 * DAY_MS + 3 * HOUR_MS, new Uint8Array(12));
    report('50 rows under the lock', (await timed(() => listed(pages, 50, early))).ms, 300);
    report('wipe', (await timed(() => ask(pages, 'log.clear', null))).ms, 2_000);
    return rows;
  } finally {
    await browser.close();
  }
}

/** Seeds a large log and asks the background for it by the messages that pages send. */
export async function benchLog(name: 'chromium' | 'firefox'): Promise<Row[]> {
  return benchIn(name === 'chromium' ? startChromium : startFirefox, await seedScript());
}
