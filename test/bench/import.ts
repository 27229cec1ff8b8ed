import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChromium } from '../browser/driver/chromium.ts';
import { until } from '../browser/driver/driver.ts';
import { runCommand } from '../unit/command-line.ts';
import { generateNames } from './names.ts';
import { atMost, milliseconds, type Row } from './report.ts';

const ROWS = 10_000;
/** Rows whose name another row has too: each list of names holds some. */
const SHARED = 200;
/** As many as a party has on the list of a constituency, more or less. */
const LIST = 7;
/** Issue of packs: such a table is imported within 5 s. */
const GOAL_MS = 5_000;

/** A table in the form of the KPU's list of candidates, with invented names. */
function table(): string {
  const names = generateNames(ROWS - SHARED);
  const rows = [...names, ...names.slice(0, SHARED)].map((name, at) => {
    const list = Math.floor(at / LIST);
    const place = 1100 + Math.floor(list / 18);
    return [
      place,
      `REKAAN ${place}`,
      1 + (list % 18),
      `Partai Rekaan ${1 + (list % 18)}`,
      1 + (at % LIST),
      name,
    ];
  });
  return ['dapil_code,dapil,party_no,party,list_no,name_on_ballot', ...rows].join('\n');
}

/** A large table becomes a pack: on the command line, and on the page *Penyusun paket* in Chromium. */
export async function benchImport(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jaga-import-'));
  const browser = await startChromium();
  try {
    const path = join(folder, 'daftar_2024.csv');
    writeFileSync(path, table());
    const row = (what: string, ms: number): Row => ({
      part: `import of ${ROWS} rows`,
      what,
      value: milliseconds(ms),
      ratio: ms / GOAL_MS,
      against: `${GOAL_MS} ms`,
      goal: atMost(1, ms / GOAL_MS),
    });

    const start = performance.now();
    const { code, out, error } = await runCommand([
      'pack',
      'import',
      path,
      '--out',
      join(folder, 'pack.json'),
    ]);
    const command = performance.now() - start;
    if (code !== 0) throw new Error(error);
    const shared = `${out}${error}`.split('\n').filter((line) => /: rows \d|: baris \d/.test(line)).length;

    const tab = await browser.openExtensionPage('pages/author/index.html');
    const input = `document.querySelector('.open input[type=file]')`;
    await until(tab, input);
    await tab.evaluate(`(() => {
      ${input}.id = 'table';
      ${input}.addEventListener('change', () => { window.began = performance.now(); }, true);
    })()`);
    await tab.pickFile('#table', path);
    await until(tab, `document.querySelectorAll('.rows .row-button').length > 0`, 60_000);
    const page = await tab.evaluate<number>('performance.now() - window.began');
    return [
      row(`command line, ${shared} lines of names that several rows bear`, command),
      row('page, until the table is there', page),
    ];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}
