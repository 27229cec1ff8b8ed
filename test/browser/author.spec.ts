import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import general from '../../rules/general.json' with { type: 'json' };
import { parsePack } from '../../src/core/pack/pack.ts';
import { runCommand } from '../unit/command-line.ts';
import { workbook } from '../unit/workbook.ts';
import { browsersFor } from './browsers.ts';
import { type Tab, type TestBrowser, until } from './driver/driver.ts';
import { INVENTED_TABLE } from './invented-table.ts';
import { takeBrowser } from './lanes.ts';
import { axeFaults, FITS, give, keepSaved, setLanguage, TOO_SMALL } from './own-page.ts';

const PAGE = 'pages/author/index.html';
/** Where files are opened. */
const OPEN = `document.querySelector('.open input[type=file]')`;
const folder = mkdtempSync(join(tmpdir(), 'jaga-netral-author-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(browsersFor('Chromium'))('Penyusun paket in %s', (name, start) => {
  let browser: TestBrowser;
  let tab: Tab;
  beforeAll(async () => {
    ({ browser } = await takeBrowser(start));
    await setLanguage(browser, 'id');
    const page = await browser.openExtensionPage('pages/settings/index.html');
    await until(page, `document.querySelector('a[href="../author/index.html"]')`);
    await page.close();
    tab = await browser.openExtensionPage(PAGE);
    await until(tab, `document.querySelector('h1')?.textContent === 'Penyusun paket'`);
    await keepSaved(tab);
  });

  const verdict = `document.querySelector('.columns .issues .verdict')?.textContent`;
  const issues = `[...document.querySelectorAll('.columns .issue')].map((one) => one.textContent)`;

  test('begins with the template, and asks for everything in it', async () => {
    await tab.click('.open .button-main');
    await until(tab, `/[1-9]\\d* kesalahan/.test(${verdict})`);
    // Who cannot see it is taken to what was opened.
    expect(await tab.evaluate(`document.activeElement.className`)).toBe('opened');
    // Six persons, three sources, the region: what the spreadsheet of the template leaves open.
    const open = async () =>
      (await tab.evaluate<string[]>(issues)).filter((text) =>
        text.includes('masih berisi contoh dari templat'),
      );
    expect(await open()).toHaveLength(10);
    expect(await tab.evaluate(`document.querySelectorAll('.rows .row-button').length`)).toBe(9);
    const fill = async (label: string, text: string, within: string) => {
      const field = `[...document.querySelectorAll('${within} .field')].find((one) => one.querySelector('label')?.textContent === '${label}')?.querySelector('input')`;
      await until(tab, `${field} !== undefined`);
      await tab.evaluate(`${field}.select()`);
      await tab.type(text);
    };
    await fill('Daerah', 'Kabupaten Contoh', '.contest');
    expect(await tab.evaluate(`document.querySelector('.contest summary').textContent`)).toMatch(
      /^Pemilihan Bupati Contoh 20\d\d$/,
    );
    await tab.click('.rows .row-button');
    await fill('Sumber', 'Keputusan KPU Contoh', '.entry-form');
    await expect.poll(async () => (await open()).length).toBe(8);
    // Head, contest and both persons have it too.
    expect(
      await tab.evaluate(
        `[...document.querySelectorAll('.head input')].filter(({ value }) => value === 'Keputusan KPU Contoh').length`,
      ),
    ).toBe(2);
  });

  test('says of the cells of a template that is opened again what the command line says of them', async () => {
    const table = join(folder, 'isian.csv');
    await runCommand([
      'pack',
      'new',
      '--out',
      table,
      '--region',
      'Kabupaten Contoh',
      '--year',
      '2031',
      '--language',
      'id',
    ]);
    const { out } = await runCommand(['pack', 'lint', table, '--language', 'id']);
    const told = out.split(/\r?\n(?! )/).filter((line) => line.includes('masih berisi contoh dari templat'));
    expect(told).toHaveLength(9);
    await tab.evaluate(give(OPEN, JSON.stringify(readFileSync(table, 'utf8')), 'isian.csv'));
    await until(tab, `document.querySelectorAll('.columns .issue-error').length >= 9`);
    const said = await tab.evaluate<string[]>(
      `[...document.querySelectorAll('.issue-error')].map((one) => [...one.querySelectorAll('p')].map((line) => line.textContent).join('\\n'))`,
    );
    const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();
    const asCommand = (text: string) => {
      const [head = '', what = '', fix = ''] = text.split('\n');
      const [severity = '', ...place] = head.split(' ');
      return plain(`${severity}: ${place.join(' ')}: ${what} ${fix}`);
    };
    expect(
      said
        .map(asCommand)
        .filter((text) => text.includes('contoh dari templat'))
        .sort(),
    ).toEqual(told.map(plain).sort());
  });

  test('takes pasted cells, says what is uneven, leads there, and is content once it is mended', async () => {
    await tab.focus('.open textarea');
    await tab.evaluate(`(() => {
      const field = document.activeElement;
      field.value = ${JSON.stringify(INVENTED_TABLE)};
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

  test('takes phrases and exceptions by the keyboard, with the same lint and the same way to them', async () => {
    const labelled = (label: string) =>
      `[...document.querySelectorAll('.entry-form .field')].find((one) => one.textContent.startsWith(${JSON.stringify(label)}))`;
    await tab.focus('.phrases .buttons .button');
    await tab.press('Enter');
    await until(tab, `document.activeElement.className === 'entry-form'`);
    await tab.evaluate(`${labelled('Teks')}.querySelector('input').focus()`);
    await tab.type('menang');
    await tab.evaluate(`(() => {
      const field = ${labelled('Kekuatan')}.querySelector('select');
      field.value = 'strong';
      field.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);
    await until(tab, `/^[1-9]\\d* kesalahan/.test(${verdict})`);
    expect(await tab.evaluate<string[]>(issues)).toContainEqual(
      expect.stringContaining('Frasa “menang” hanya satu kata sehari-hari'),
    );
    await until(tab, `document.querySelector('.phrases .has-errors')?.textContent === '2'`);
    // Closed, and opened again by what lint says.
    await tab.click('.phrases .row-button');
    await until(tab, `!document.querySelector('.entry-form')`);
    await tab.click('.columns .issue .button');
    await until(tab, `document.querySelector('.phrases .entry-form') === document.activeElement`);
    await tab.evaluate(`${labelled('Teks')}.querySelector('input').select()`);
    await tab.type('rapatkan barisan walukarta');
    await until(tab, `/^0 kesalahan/.test(${verdict})`);
    await tab.focus('.preview textarea');
    await tab.evaluate('document.activeElement.select()');
    await tab.type('Ayo rapatkan barisan walukarta');
    await until(
      tab,
      `document.querySelector('.post-remind mark')?.textContent === 'rapatkan barisan walukarta'`,
    );
    await tab.focus('.exceptions .buttons .button');
    await tab.press('Enter');
    await until(tab, `document.querySelector('.exceptions .entry-form') === document.activeElement`);
    await tab.evaluate(`${labelled('Teks')}.querySelector('input').focus()`);
    await tab.type('Brantasena Walukarta Raya');
    await until(tab, `/^0 kesalahan/.test(${verdict})`);
    await tab.click('.save .button-main');
    await until(tab, `document.querySelector('.save [role=status]').textContent === ''`);
    const result = parsePack(await tab.evaluate<string>('window.saved.text()'));
    expect(result).toMatchObject({
      ok: true,
      pack: {
        phrases: [{ text: 'rapatkan barisan walukarta', strength: 'strong' }],
        exceptions: [{ text: 'Brantasena Walukarta Raya' }],
      },
    });
    await tab.click('.exceptions .entry-form > .button-grave');
    await until(tab, `!document.querySelector('.exceptions .row-button')`);
  });

  test('opens that file again, and says what is wrong with files that are none', async () => {
    // The focus comes after the painting: without it on nothing before, nobody could wait for it.
    const open = (content: string, file: string) =>
      `document.activeElement.blur();\n${give(OPEN, content, file)}`;
    await tab.evaluate(open('window.saved', 'paket.json'));
    await until(tab, `/^0 kesalahan/.test(${verdict})`);
    await tab.evaluate(open(`'no urut;calon\\r\\n1;<b>x</b>\\r\\n'`, 'buruk.csv'));
    await until(tab, `document.querySelector('.issue-error')?.textContent.includes('sel B2')`);
    await tab.evaluate(open(`new Uint8Array([0x50, 0x4b, 3, 4])`, 'buku.xlsx'));
    await until(
      tab,
      `document.querySelector('.issue-error')?.textContent.includes('tidak dapat dibaca sebagai .xlsx')`,
    );
    const bytes = (file: Uint8Array) => `new Uint8Array(${JSON.stringify([...file])})`;
    const rows = [
      ['no urut', 'calon', 'wakil'],
      [1, 'Brantasena Walukarta', 'Mirandika Sulasmara'],
      [2, 'Kartosubrata Wirangga', 'Danumaya Larasetya'],
    ];
    // A cell far out would make a reader fill all cells before it.
    await tab.evaluate(open(bytes(workbook({ Calon: rows }, 'XFD200000')), 'lebar.xlsx'));
    await until(tab, `document.querySelector('.issue-error')?.textContent.includes('lebih besar daripada')`);
    await tab.evaluate(open(bytes(workbook({ Catatan: [['x']], Calon: rows })), 'buku.xlsx'));
    await until(tab, `document.querySelectorAll('.rows .row-button').length === 6`);
    expect(await tab.evaluate(`document.querySelector('.rows').textContent`)).toContain('Danumaya Larasetya');
    await tab.evaluate(open(`'{"id": 1,,}'`, 'rusak.json'));
    await until(tab, `document.querySelector('.issue-error')?.textContent.includes('bukan JSON yang sah')`);
    expect(await tab.evaluate(`document.querySelector('b')`)).toBeNull();
    await until(tab, `document.activeElement.className === 'opened'`);
  });

  test('tests a file of posts and compares with an earlier version, as the command line does', async () => {
    await tab.evaluate(give(OPEN, 'window.saved', 'paket.json'));
    await until(tab, `/^0 kesalahan/.test(${verdict})`);
    const corpus = [
      { text: 'Besok coblos nomor 2', expect: 'remind' },
      { text: 'Selamat pagi semuanya', expect: true },
      { text: 'Antrean nomor 2', expect: 'none' },
      { text: 5 },
    ].map((line) => JSON.stringify(line));
    const file = (part: string) => `document.querySelector('.${part} input[type=file]')`;
    await tab.evaluate(give(file('corpus'), JSON.stringify(corpus.join('\n')), 'kiriman.jsonl'));
    await until(tab, `document.querySelector('.rates')`);
    expect(
      await tab.evaluate<string[]>(
        `[...document.querySelectorAll('.rates dd')].map((one) => one.textContent)`,
      ),
    ).toEqual(['50% (1 dari 2)', '0% (0 dari 1)', '0% (0 dari 1)', '–']);
    const posts = `[...document.querySelectorAll('.corpus .post')].map((one) => one.textContent)`;
    expect(await tab.evaluate<string[]>(posts)).toEqual([
      'baris 4: "text" harus berupa teks',
      'Terlewat baris 2Selamat pagi semuanyaTidak ada yang ditemukan.',
    ]);
    // What was read with the pack as it was is told so after a change.
    const told = `[...document.querySelectorAll('.corpus .has-errors')].map((one) => one.textContent).join()`;
    expect(await tab.evaluate(told)).toBe('1 baris bukan kiriman.');
    await tab.evaluate(`(() => {
      const field = document.querySelector('.head input');
      field.value += ' baru';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    })()`);
    await until(tab, `${told}.includes('Paket berubah')`);
    const older = `window.saved.text().then((text) => {
      const pack = JSON.parse(text);
      pack.entities = pack.entities.filter(({ role }) => role === 'candidate');
      return JSON.stringify(pack);
    }).then((text) => { window.older = text; })`;
    await tab.evaluate(older);
    await tab.evaluate(give(file('compare'), 'window.older', 'lama.json'));
    await until(
      tab,
      `document.querySelector('.difference .verdict')?.textContent === '+2 / −0 entri, 0 berubah'`,
    );
    const difference = await tab.evaluate<string>(`document.querySelector('.difference').textContent`);
    expect(difference).toContain('Versinya masih sama (1.0.0)');
    expect(difference).toContain('Kartosubrata Wirangga - Danumaya Larasetya');
    await tab.evaluate(give(file('compare'), `'{}'`, 'rusak.json'));
    await until(
      tab,
      `document.querySelector('.compare .fault')?.textContent.includes('bukan paket yang sah')`,
    );
  });

  test('checks ids beside other packs that are picked, and those of neutral accounts', async () => {
    const file = `document.querySelector('.beside input[type=file]')`;
    const said = `document.querySelector('.beside [role=status]').textContent`;
    await tab.evaluate(give(OPEN, 'window.saved', 'paket.json'));
    await until(tab, `/^0 kesalahan/.test(${verdict})`);
    const changed = (name: string, change: string) =>
      `window.saved.text().then((text) => {
        const pack = JSON.parse(text);
        ${change};
        window.${name} = JSON.stringify(pack);
      })`;
    await tab.evaluate(changed('province', `pack.id = 'provinsi-rekaan'; pack.title = 'Provinsi Rekaan'`));
    await tab.evaluate(give(file, 'window.province', 'provinsi.json'));
    const clash = `(${issues}).some((text) => text.includes('dipakai juga oleh paket lain “Provinsi Rekaan”'))`;
    await until(tab, clash);
    await tab.evaluate(changed('twin', `pack.id = 'kembar-rekaan'`));
    await tab.evaluate(give(file, 'window.twin', 'kembar.json'));
    await until(tab, `${said}.includes('id yang sama')`);
    await tab.evaluate(give(file, `'{}'`, 'rusak.json'));
    await until(tab, `${said}.includes('bukan paket yang sah')`);
    await tab.click('.beside li .button');
    await until(tab, `/^0 kesalahan/.test(${verdict})`);
    const [account] = general.neutralAccounts;
    await tab.evaluate(
      changed('neutral', `pack.entities.find(({ members }) => members).id = ${JSON.stringify(account?.id)}`),
    );
    await tab.evaluate(give(OPEN, 'window.neutral', 'netral.json'));
    await until(
      tab,
      `(${issues}).some((text) => text.includes(${JSON.stringify(`“${account?.id}”, dipakai juga oleh paket bawaan`)}))`,
    );
  });

  test('names the pack of ours whose ids are used, and saves the template as a spreadsheet', async () => {
    const copy = `window.saved.text().then((text) => {
      const pack = JSON.parse(text.replaceAll('"id": "' + JSON.parse(text).entities[0].id + '"', '"id": "pilpres-2024:ticket-2"'));
      for (const entity of pack.entities) if (entity.members) entity.members = [];
      window.copy = JSON.stringify({ ...pack, id: 'pilpres-2024' });
    })`;
    await tab.evaluate(copy);
    await tab.evaluate(give(OPEN, 'window.copy', 'salinan.json'));
    await until(tab, `(${issues}).some((text) => text.includes('Id “pilpres-2024” adalah id paket bawaan'))`);
    expect(await tab.evaluate<string[]>(issues)).toContainEqual(
      expect.stringMatching(/1 id, misalnya “pilpres-2024:ticket-2”, dipakai juga oleh paket bawaan “.*2024/),
    );
    await tab.click('.open .buttons .button:last-child');
    const name = await tab.evaluate<string>('window.savedAs');
    expect(name).toMatch(/^pilbup-\d{4}-daerah\.csv$/);
    const out = join(folder, 'templat.csv');
    await runCommand(['pack', 'new', '--out', out, '--language', 'id', '--year', name.replace(/\D/g, '')]);
    const bytes = await tab.evaluate<number[]>(
      'window.saved.arrayBuffer().then((all) => [...new Uint8Array(all)])',
    );
    expect(Buffer.from(bytes).equals(readFileSync(out))).toBe(true);
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
    expect(await tab.evaluate(TOO_SMALL)).toEqual([]);
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
