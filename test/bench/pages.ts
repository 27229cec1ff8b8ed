import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChromium } from '../browser/driver/chromium.ts';
import { root } from '../browser/driver/installed.ts';
import { median, milliseconds, type Row } from './report.ts';

const ROUNDS = 15;
const EMPTY = 'empty';
/** Issue of the pages: the first paint of what a person reads, 100 ms after navigation at most. */
const GOAL_MS = 100;

/** From the start of the navigation to the first contentful paint, or to the first paint of the empty page. */
const PAINTED = `new Promise((resolve) => {
  const find = () => {
    const entries = performance.getEntriesByType('paint');
    const entry = entries.find(({ name }) => name === 'first-contentful-paint') ??
      (document.title === '${EMPTY}' ? entries[0] : undefined);
    if (entry) resolve(entry.startTime);
    else requestAnimationFrame(find);
  };
  find();
})`;

/** First paint of each page of the extension beside an empty page of the same extension, interleaved. */
export async function benchPages(): Promise<Row[]> {
  const extension = await mkdtemp(join(tmpdir(), 'jaga-pages-'));
  await cp(join(root, 'dist/chromium'), extension, { recursive: true });
  await mkdir(join(extension, 'pages', EMPTY));
  await writeFile(
    join(extension, 'pages', EMPTY, 'index.html'),
    `<!doctype html><html lang="id"><title>${EMPTY}</title><body>.</body></html>`,
  );
  const pages = join(extension, 'pages');
  // The page that asks for a small frame shows nothing without one; other folders hold no page.
  const names = readdirSync(pages).filter(
    (name) => name !== 'confirm' && existsSync(join(pages, name, 'index.html')),
  );
  const browser = await startChromium({ extension });
  const times = new Map(names.map((name) => [name, [] as number[]]));
  try {
    const tab = await browser.openExtensionPage(`pages/${EMPTY}/index.html`);
    const base = await tab.evaluate<string>(`location.origin`);
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const name of names) {
        await tab.goto(`${base}/pages/${name}/index.html`);
        const painted = await tab.evaluate<number>(PAINTED);
        // The first round fills the caches of the browser.
        if (round > 0) times.get(name)?.push(painted);
      }
    }
  } finally {
    await browser.close();
    await rm(extension, { recursive: true, force: true });
  }
  const empty = median(times.get(EMPTY) ?? []);
  return names.map((name): Row => {
    const value = median(times.get(name) ?? []);
    const isEmpty = name === EMPTY;
    return {
      part: 'pages',
      what: isEmpty ? 'first paint, empty page of the extension' : `first paint, ${name}`,
      value: milliseconds(value),
      ratio: isEmpty ? undefined : value / empty,
      against: isEmpty ? undefined : 'empty page',
      goal: isEmpty ? undefined : { text: `at most ${GOAL_MS} ms`, isReached: value <= GOAL_MS },
    };
  });
}
