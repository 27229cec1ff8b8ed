import { build } from 'esbuild';
import { startChromium } from '../browser/driver/chromium.ts';
import { root } from '../browser/driver/installed.ts';
import { SCENARIOS } from '../browser/scenario.ts';
import { median, milliseconds, type Row } from './report.ts';

const LOADS = 3;

/** Milliseconds of one `readPost` in different states of the page. */
interface Reading {
  /** The very first call in a page: nothing is compiled, every style is new. */
  readonly first: number;
  readonly warm: readonly number[];
  /** After something that makes the browser compute every style of the page again, that work included. */
  readonly dirty: readonly number[];
  /** That work alone. */
  readonly styles: readonly number[];
  readonly elements: number;
}

const MEASURE = `(() => {
  const [site] = window.jagaSites;
  const post = document.querySelector('[data-test-id=campaign]');
  const container = site.findPosts(document).find((one) => one === post || one.contains(post) || post.contains(one));
  const time = (task) => { const start = performance.now(); task(); return performance.now() - start; };
  const read = () => site.readPost(container);
  let round = 0;
  const dirty = () => document.documentElement.style.setProperty('--bench', String((round += 1)));
  const first = time(read);
  for (let count = 0; count < 200; count += 1) read();
  // The clock of a page is coarse: several calls per sample.
  const warm = Array.from({ length: 40 }, () => time(() => { for (let i = 0; i < 10; i += 1) read(); }) / 10);
  const styles = [];
  const dirtied = [];
  for (let count = 0; count < 60; count += 1) {
    dirty();
    styles.push(time(() => { for (const one of container.querySelectorAll('*')) getComputedStyle(one).display; }));
    dirty();
    dirtied.push(time(read));
  }
  return { first, warm, dirty: dirtied, styles, elements: container.querySelectorAll('*').length };
})()`;

/** Bundle that leaves the adapter of one site in the page. */
async function adapterBundle(site: string): Promise<string> {
  const result = await build({
    stdin: {
      contents: `import { ${site} } from './src/sites/${site}/${site}.ts'; window.jagaSites = [${site}];`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome121',
  });
  return result.outputFiles[0]?.text ?? '';
}

export async function benchReading(): Promise<Row[]> {
  const browser = await startChromium();
  const rows: Row[] = [];
  try {
    for (const { id, address } of SCENARIOS) {
      const bundle = await adapterBundle(id);
      const readings: Reading[] = [];
      for (let load = 0; load < LOADS; load += 1) {
        const tab = await browser.open(address('id'));
        await tab.evaluate(`${bundle}\n;0`);
        readings.push(await tab.evaluate<Reading>(MEASURE));
        await tab.close();
      }
      const part = `readPost on ${id} (${readings[0]?.elements ?? 0} elements)`;
      const all = (name: 'warm' | 'dirty' | 'styles') => median(readings.flatMap((reading) => reading[name]));
      const warm = all('warm');
      const first = median(readings.map((reading) => reading.first));
      rows.push({ part, what: 'warm, median', value: milliseconds(warm) });
      rows.push({
        part,
        what: 'after a change of all styles, median',
        value: milliseconds(all('dirty')),
        ratio: all('dirty') / warm,
        against: 'warm',
      });
      rows.push({
        part,
        what: 'getComputedStyle of each element then',
        value: milliseconds(all('styles')),
        ratio: all('styles') / warm,
        against: 'warm',
      });
      rows.push({
        part,
        what: `first call in a page, median of ${LOADS}`,
        value: milliseconds(first),
        ratio: first / warm,
        against: 'warm',
      });
    }
  } finally {
    await browser.close();
  }
  return rows;
}
