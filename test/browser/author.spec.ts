import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsePack } from '../../src/core/pack.ts';
import { browsersFor } from './browsers.ts';
import { type Tab, type TestBrowser, until, untilResolved } from './driver/driver.ts';
import { root } from './driver/installed.ts';

const AXE = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const PAGE = 'pages/author/index.html';
const STORED = '(globalThis.browser ?? chrome).storage.local';
const FITS = 'document.documentElement.scrollWidth <= document.documentElement.clientWidth';
/** Words of the page, in Indonesian. */
const CELLS = [
  'no urut\tcalon\twakil\ttagar\tsumber\tcontoh harus terdeteksi\tcontoh harus dibiarkan',
  '1\tBrantasena Walukarta\tMirandika Sulasmara\t#BrantasenaMenang\tKPU Contoh\tAyo coblos nomor 1\tAntrean nomor 1',
  '2\tKartosubrata Wirangga\tDanumaya Larasetya\t\tKPU Contoh\tAyo coblos nomor 2\tAntrean nomor 2',
].join('\n');

/** Faults of axe, one line each. */
async function axeFaults(tab: Tab): Promise<readonly string[]> {
  await tab.evaluate(`${AXE}\n;0`);
  const { violations } = await tab.evaluate<AxeResults>(
    'axe.run(document, { rules: Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }])) })',
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${JSON.stringify(target)}`));
}

describe.each(browsersFor('Chromium'))('Penyusun paket in %s', (name, start) => {
  let browser: TestBrowser;
  let tab: Tab;
  beforeAll(async () => {
    browser = await start();
    const page = await browser.openExtensionPage('pages/settings/index.html');
    await untilResolved(
      page,
      `${STORED}.get(['settings', 'snapshot']).then(({ settings, snapshot }) => Boolean(settings && snapshot))`,
    );
    // The language of the browser itself depends on the machine.
    await page.evaluate(`(async () => {
      const { settings } = await ${STORED}.get('settings');
      const payload = { ...settings, language: 'id' };
      await (globalThis.browser ?? chrome).runtime.sendMessage({ name: 'settings.save', payload });
    })()`);
    await until(page, `document.querySelector('a[href="../author/index.html"]')`);
    await page.close();
    tab = await browser.openExtensionPage(PAGE);
    await until(tab, `document.querySelector('h1')?.textContent === 'Penyusun paket'`);
    // What is saved is kept for the test. A real download opens a panel of Firefox that takes the next keys.
    await tab.evaluate(`(() => {
      URL.createObjectURL = (blob) => { window.saved = blob; return '#'; };
      HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };
    })()`);
  });
  afterAll(() => browser?.close());

  const verdict = `document.querySelector('.columns .issues .verdict')?.textContent`;
  const issues = `[...document.querySelectorAll('.columns .issue')].map((one) => one.textContent)`;

  test('begins with the template, and asks for everything in it', async () => {
    await tab.click('.open .button-main');
    await until(tab, `/[1-9]\\d* kesalahan/.test(${verdict})`);
    // Who cannot see it is taken to what was opened.
    expect(await tab.evaluate(`document.activeElement.className`)).toBe('opened');
    expect(await tab.evaluate<string[]>(issues)).toContainEqual(
      expect.stringContaining('masih teks dari templat'),
    );
    expect(await tab.evaluate(`document.querySelectorAll('.rows .row-button').length`)).toBe(9);
  });

  test('takes pasted cells, says what is uneven, leads there, and is content once it is mended', async () => {
    await tab.focus('.open textarea');
    await tab.evaluate(`(() => {
      const field = document.activeElement;
      field.value = ${JSON.stringify(CELLS)};
      field.dispatchEvent(new Event('input', { bubbles: true }));
    })()`);
    await tab.click('.open > p:last-of-type .button');
    await until(tab, `document.querySelectorAll('.rows .row-button').length === 6`);
    await until(tab, `/^1 kesalahan/.test(${verdict})`);
    expect((await tab.evaluate<string[]>(issues))[0]).toContain('tidak mempunyai tagar');
    await tab.click('.columns .issue .button');
    await until(tab, `document.activeElement.className === 'entry-form'`);
    const field = `[...document.querySelectorAll('.entry-form .field')].find((one) => one.querySelector('label')?.textContent === 'Tagar')`;
    await tab.evaluate(`${field}.querySelector('textarea').focus()`);
    await tab.type('dua kata');
    await until(tab, `${field}.querySelector('.fault').textContent.includes('bukan satu tagar')`);
    await tab.evaluate(`${field}.querySelector('textarea').select()`);
    await tab.type('#KartosubrataMenang');
    await until(tab, `/^0 kesalahan/.test(${verdict})`);
    expect(await tab.evaluate(`${field}.querySelector('.fault').textContent`)).toBe('');
  });

  test('reads posts with the pack, and saves it unsigned', async () => {
    await tab.focus('.preview textarea');
    await tab.type('Besok coblos nomor 2');
    await until(tab, `document.querySelector('.post-remind mark')?.textContent === 'coblos nomor 2'`);
    expect(await tab.evaluate(`document.querySelector('.post').textContent`)).toContain(
      'Kartosubrata Wirangga',
    );
    await tab.click('.save .button-main');
    await until(tab, 'window.saved');
    expect(await tab.evaluate('window.savedAs')).toBe('tempelan.json');
    const text = await tab.evaluate<string>('window.saved.text()');
    const result = parsePack(text);
    expect(result).toMatchObject({ ok: true, pack: { entities: { length: 6 } } });
    expect(text).toContain('KartosubrataMenang');
    expect(text).not.toMatch(/sigs|signature|"v":/);
    await until(tab, `document.querySelector('.save [role=status]').textContent === ''`);
  });

  test('opens that file again, and says what is wrong with files that are none', async () => {
    // The focus comes after the painting: without it on nothing before, nobody could wait for it.
    const give = (content: string, file: string) => `(() => {
      document.activeElement.blur();
      const transfer = new DataTransfer();
      transfer.items.add(new File([${content}], ${JSON.stringify(file)}));
      const field = document.querySelector('.open input[type=file]');
      field.files = transfer.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    })()`;
    await tab.evaluate(give('window.saved', 'paket.json'));
    await until(tab, `/^0 kesalahan/.test(${verdict})`);
    await tab.evaluate(give(`'no urut;calon\\r\\n1;<b>x</b>\\r\\n'`, 'buruk.csv'));
    await until(tab, `document.querySelector('.issue-error')?.textContent.includes('sel B2')`);
    await tab.evaluate(give(`new Uint8Array([0x50, 0x4b, 3, 4])`, 'buku.xlsx'));
    await until(
      tab,
      `document.querySelector('.issue-error')?.textContent.includes('tidak membaca berkas .xlsx')`,
    );
    await tab.evaluate(give(`'{"id": 1,,}'`, 'rusak.json'));
    await until(tab, `document.querySelector('.issue-error')?.textContent.includes('bukan JSON yang sah')`);
    expect(await tab.evaluate(`document.querySelector('b')`)).toBeNull();
    await until(tab, `document.activeElement.className === 'opened'`);
  });

  test('goes by the keyboard alone, from the template to an entry and back', async () => {
    await tab.focus('.open .button-main');
    await tab.press('Enter');
    await until(
      tab,
      `document.querySelectorAll('.rows .row-button').length === 9 && document.activeElement.className === 'opened'`,
    );
    await tab.focus('.rows .row-button');
    await tab.press('Enter');
    await until(tab, `document.activeElement.className === 'entry-form'`);
    expect(await tab.evaluate(`document.querySelector('.row-button').getAttribute('aria-expanded')`)).toBe(
      'true',
    );
    await tab.focus('.rows .row-button');
    await tab.press('Enter');
    await until(tab, `!document.querySelector('.entry-form')`);
  });

  test('fits 320 px in both schemes, and axe finds nothing', async () => {
    await tab.click('.rows .row-button');
    await until(tab, `document.querySelector('.entry-form') && /[1-9]/.test(${verdict})`);
    await tab.resize({ width: 320, height: 640 });
    expect(await tab.evaluate(FITS)).toBe(true);
    const small = `[...document.querySelectorAll('button, input, select, textarea, summary, .arrow-link')]
      .filter((one) => one.getBoundingClientRect().height > 0 && one.getBoundingClientRect().height < 44).map((one) => one.outerHTML.slice(0, 80))`;
    expect(await tab.evaluate(small)).toEqual([]);
    // Axe says the same in both browsers; Chromium can change the scheme.
    if (name !== 'Chromium') return;
    for (const scheme of ['dark', 'light'] as const) {
      await tab.colourScheme(scheme);
      expect(await axeFaults(tab), scheme).toEqual([]);
    }
    await tab.resize({ width: 1000, height: 800 });
    expect(await axeFaults(tab)).toEqual([]);
  });
});
