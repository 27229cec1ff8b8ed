import { type Tab, type TestBrowser, until } from '../browser/driver/driver.ts';

export interface PageTimes {
  /** From the begin of the navigation until the driver sees them, which asks every 25 ms. */
  readonly firstRows: number;
  readonly allRows: number;
  /** The longest that the page did not answer between these two. */
  readonly longestLoadingPause: number;
  /** From the change of a filter to the next picture. */
  readonly filter: number;
  /** From the press to the file. */
  readonly csv: number;
  /** The longest that the page did not answer while the file was written. */
  readonly longestCsvPause: number;
}

/** From then on the page notes how long it did not answer, until `PAUSES_END` gives the longest, in milliseconds. */
const PAUSES_BEGIN = `window.pauses = { last: performance.now(), longest: 0, timer: setInterval(() => {
  const now = performance.now();
  window.pauses.longest = Math.max(window.pauses.longest, now - window.pauses.last);
  window.pauses.last = now;
}, 5) }`;
const PAUSES_END = '(clearInterval(window.pauses.timer), window.pauses.longest)';

/** The log page over a long log that is there already. */
export async function timePage(browser: TestBrowser): Promise<PageTimes> {
  const tab = await browser.openExtensionPage('pages/log/index.html');
  await until(tab, `document.querySelector('.log-row')`);
  const firstRows = await now(tab);
  await tab.evaluate(`void (${PAUSES_BEGIN})`);
  await until(tab, `!document.querySelector('.loading')`, 120_000);
  const allRows = await now(tab);
  const longestLoadingPause = await tab.evaluate<number>(PAUSES_END);
  const filter = await tab.evaluate<number>(`(async () => {
    const input = document.querySelector('.filters input');
    const start = performance.now();
    input.value = new Date(Date.now() - 10 * 86_400_000).toISOString().slice(0, 10);
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - start;
  })()`);
  await tab.evaluate(`location.hash = '#tab=files'`);
  await until(tab, `document.querySelector('.buttons .button')`);
  const { csv, longestCsvPause } = await tab.evaluate<{
    csv: number;
    longestCsvPause: number;
  }>(`(async () => {
    const file = new Promise((resolve) => { URL.createObjectURL = () => (resolve(performance.now()), 'about:blank'); });
    HTMLAnchorElement.prototype.click = () => {};
    ${PAUSES_BEGIN};
    const start = performance.now();
    document.querySelector('.buttons .button').click();
    const csv = (await file) - start;
    return { csv, longestCsvPause: ${PAUSES_END} };
  })()`);
  await tab.close();
  return { firstRows, allRows, longestLoadingPause, filter, csv, longestCsvPause };
}

const now = (tab: Tab) => tab.evaluate<number>('performance.now()');
