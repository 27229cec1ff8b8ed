import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKitForm } from '../../src/core/kit/form.ts';
import { runCommand } from '../unit/command-line.ts';
import { fullForm, publicKey } from '../unit/kit-readers.ts';
import { createPublisher, inventedPack, payloadOf, signText } from '../unit/publisher.ts';
import { browsersFor } from './browsers.ts';
import { type Tab, type TestBrowser, until } from './driver/driver.ts';
import { takeBrowser } from './lanes.ts';
import { axeFaults, FITS, give, keepSaved, setLanguage, TOO_SMALL } from './own-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'jaga-netral-kit-page-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The zip that the command line makes of a form. */
async function zipOfCommand(name: string, form: unknown): Promise<Buffer> {
  const own = mkdtempSync(join(folder, name));
  const [file, out] = [join(own, 'form.json'), join(own, 'kit')];
  writeFileSync(file, JSON.stringify(form));
  expect(await runCommand(['pack', 'kit', '--form', file, '--out', out])).toMatchObject({ code: 0 });
  return readFileSync(join(out, 'jaga-netral-kit.zip'));
}

const text = (value: unknown) => JSON.stringify(JSON.stringify(value));
const filesIn = (zip: Uint8Array) =>
  Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, strFromU8(bytes)]);
const field = (label: string) =>
  `[...document.querySelectorAll('.field')].find((one) => one.querySelector('label')?.textContent === ${JSON.stringify(label)})`;

describe.each(browsersFor('Chromium'))('the kit from a page, in %s', (name, start) => {
  let browser: TestBrowser;
  let tab: Tab;
  const saved = async () => {
    const bytes = await tab.evaluate<number[]>(
      'window.saved.bytes ? window.saved.bytes().then((all) => [...all]) : window.saved.arrayBuffer().then((all) => [...new Uint8Array(all)])',
    );
    return Buffer.from(bytes);
  };
  const make = async () => {
    await tab.evaluate('window.saved = undefined');
    await tab.click('.make .button-main');
    await until(tab, `window.saved && document.querySelector('.done').textContent !== ''`);
  };
  beforeAll(async () => {
    ({ browser } = await takeBrowser(start));
    await setLanguage(browser, 'id');
    tab = await browser.openExtensionPage('pages/author/index.html');
    await until(tab, `document.querySelector('a[href="../kit/index.html"]')`);
    await tab.click('a[href="../kit/index.html"]');
    await until(tab, `document.querySelector('h1')?.textContent === 'Kit untuk TI'`);
    await keepSaved(tab);
  });

  test('leads to what is missing, and is made by the keyboard alone, with the bytes of the command line', async () => {
    await tab.focus('.make .button-main');
    await tab.press('Enter');
    await until(tab, `document.activeElement.getAttribute('aria-invalid') === 'true'`);
    expect(
      await tab.evaluate(`document.activeElement === ${field('Nama instansi')}.querySelector('input')`),
    ).toBe(true);
    expect(await tab.evaluate(`${field('Nama instansi')}.querySelector('.fault').textContent`)).toBe(
      'Belum diisi.',
    );
    expect(await tab.evaluate(`document.querySelector('.make [role=alert]').textContent`)).toContain('1 hal');
    await tab.type('BKPSDM Rekaan');
    await until(tab, `document.querySelectorAll('[aria-invalid=true]').length === 0`);
    for (let steps = 0; steps < 60; steps += 1) {
      if (await tab.evaluate(`document.activeElement.matches('.make .button-main')`)) break;
      await tab.press('Tab');
    }
    await tab.press('Enter');
    await until(tab, `window.saved && document.querySelector('.done').textContent !== ''`);
    const { policy, ...form } = newKitForm();
    // Neither has a field with something in it.
    const { agencyName: _example, revokedKeys: _none, ...values } = policy as Record<string, unknown>;
    const expected = await zipOfCommand('keyboard', { ...form, agency: 'BKPSDM Rekaan', policy: values });
    const zip = await saved();
    expect(filesIn(zip)).toEqual(filesIn(expected));
    expect(zip.equals(expected)).toBe(true);
    expect(await tab.evaluate('window.savedAs')).toBe('jaga-netral-kit.zip');
  });

  test('takes a form with everything from a file, and gives the files of the command line', async () => {
    await tab.evaluate(give(`document.querySelector('input[type=file]')`, text(fullForm), 'form.json'));
    await until(tab, `document.querySelectorAll('.source').length === 2`);
    await make();
    const expected = await zipOfCommand('full', fullForm);
    const zip = await saved();
    expect(filesIn(zip)).toEqual(filesIn(expected));
    expect(zip.equals(expected)).toBe(true);
  });

  test('takes a list with its public keys and its file, and nothing of a secret key', async () => {
    await tab.evaluate(
      give(`document.querySelector('input[type=file]')`, text({ ...newKitForm(), agency: 'A' }), 'form.json'),
    );
    await until(tab, `document.querySelectorAll('.source').length === 0`);
    await tab.evaluate(`document.querySelector('[aria-labelledby=sources-title] > p .button').click()`);
    await until(tab, `document.querySelectorAll('.source').length === 1`);
    const keys = { packId: 'contoh', signingKeys: [publicKey('a')], recoveryKey: publicKey('b') };
    const picker = `${field('Ambil kunci dari keys.public.json')}.querySelector('input')`;
    await tab.evaluate(give(picker, text({ ...keys, sealed: 'x' }), 'tanda.key.json'));
    await until(tab, `${field('Ambil kunci dari keys.public.json')}.textContent.includes('kunci rahasia')`);
    expect(await tab.evaluate(`${field('Id paket')}.querySelector('input').value`)).toBe('');
    await tab.evaluate(give(picker, text({ ...keys, note: 'x' }), 'keys.public.json'));
    await until(
      tab,
      `${field('Kunci pemulihan')}.querySelector('input').value === ${JSON.stringify(keys.recoveryKey)}`,
    );
    await until(
      tab,
      `${field('Kunci penanda tangan')}.querySelector('textarea').value === ${JSON.stringify(keys.signingKeys[0])}`,
    );
    await tab.evaluate(
      give(`${field('Atau berkas .jpack itu sendiri')}.querySelector('input')`, `'{"v":1}'`, 'contoh.jpack'),
    );
    await until(
      tab,
      `${field('Atau berkas .jpack itu sendiri')}.textContent.includes('di dalam kebijakan (1 kB)')`,
    );
    await make();
    const url = `data:application/json;base64,${Buffer.from('{"v":1}').toString('base64')}`;
    const form = newKitForm();
    const policy = { ...(form.policy as object), packSources: [{ url, ...keys }] };
    expect((await saved()).equals(await zipOfCommand('list', { ...form, agency: 'A', policy }))).toBe(true);
  });

  test('says of a list inside the policy that is old or refused what the command line says', async () => {
    const publisher = await createPublisher();
    const own = mkdtempSync(join(folder, 'lists'));
    const source = async (packId: string, keys: object, expiresAt: string) => {
      const payload = payloadOf({ issuedAt: '2020-01-01T00:00:00Z', expiresAt }, inventedPack(3, packId));
      const signed = await signText(publisher, JSON.stringify(payload));
      const url = `data:application/json;base64,${Buffer.from(signed).toString('base64')}`;
      return { url, packId, ...keys };
    };
    const packSources = [
      await source('baru-2031', publisher.keys, '2999-01-01T00:00:00Z'),
      await source('lama-2031', publisher.keys, '2020-02-01T00:00:00Z'),
      await source('lain-2031', { ...publisher.keys, signingKeys: [publicKey('a')] }, '2999-01-01T00:00:00Z'),
    ];
    const form = { ...newKitForm(), agency: 'A', policy: { packSources } };
    const file = join(own, 'form.json');
    writeFileSync(file, JSON.stringify(form));
    const command = ['pack', 'kit', '--form', file, '--out', join(own, 'kit'), '--language', 'id'];
    const told = (await runCommand(command)).out
      .split('\n')
      .filter((line) => line.includes('di dalam kebijakan'));
    expect(told).toEqual([
      expect.stringMatching(/^Daftar "lama-2031" di dalam kebijakan sudah lama sejak 2020-02-01T00:00:00Z/),
      expect.stringMatching(/^PERHATIAN: peramban akan menolak daftar "lain-2031"/),
    ]);
    await tab.evaluate(give(`document.querySelector('input[type=file]')`, text(form), 'form.json'));
    await until(tab, `document.querySelectorAll('.source').length === 3`);
    await make();
    const said = `[...document.querySelectorAll('.done .has-errors')].map((one) => one.textContent)`;
    expect(await tab.evaluate(said)).toEqual(told);
  });

  test('says beside each field what the command line says, and makes nothing', async () => {
    const wrong = {
      agency: 'a'.repeat(121),
      policy: {
        maxRetentionDays: '3x',
        packSources: [{ url: 'http://a.go.id/x', packId: 'A', signingKeys: ['x'], recoveryKey: '' }],
        logTo: 1,
      },
      chrome: { install: 'self', id: 'x' },
    };
    await tab.evaluate(give(`document.querySelector('input[type=file]')`, text(wrong), 'form.json'));
    await until(tab, `${field('Nama instansi')}.querySelector('input').value.length === 121`);
    await tab.evaluate('window.saved = undefined');
    await tab.click('.make .button-main');
    await until(tab, `document.querySelectorAll('[aria-invalid=true]').length === 4`);
    const faults = (label: string) =>
      tab.evaluate<string>(`${field(label)}.querySelector('.fault').textContent`);
    expect(await faults('Nama instansi')).toBe('Terlalu panjang.');
    expect(await faults('Masa simpan terlama (hari)')).toContain('huruf di tempat angka');
    expect(await faults('Id ekstensi')).toContain('Tidak sah');
    expect(await tab.evaluate(`document.querySelector('#host-fault').textContent`)).toContain('Diperlukan');
    expect(await tab.evaluate(`document.querySelector('.make [role=alert]').textContent`)).toContain(
      'policy.logTo: Tidak dikenal',
    );
    expect(await tab.evaluate('window.saved')).toBeUndefined();
    await tab.evaluate(give(`document.querySelector('input[type=file]')`, `'[1]'`, 'lain.json'));
    await until(tab, `document.querySelector('.fault').textContent.includes('bukan formulir kit')`);
    // What was open stays.
    expect(await tab.evaluate(`${field('Nama instansi')}.querySelector('input').value.length`)).toBe(121);
  });

  test('fits 320 px in both languages, and axe finds nothing', async () => {
    for (const language of ['id', 'en'] as const) {
      await setLanguage(browser, language);
      await tab.toFront();
      await until(tab, `document.documentElement.lang === ${JSON.stringify(language)}`);
      await tab.resize({ width: 320, height: 640 });
      expect(await tab.evaluate(FITS)).toBe(true);
      expect(await tab.evaluate(TOO_SMALL)).toEqual([]);
      // Axe says the same in both browsers; Chromium can change the scheme.
      if (name !== 'Chromium') continue;
      await tab.colourScheme(language === 'id' ? 'dark' : 'light');
      expect(await axeFaults(tab), language).toEqual([]);
    }
    await tab.resize({ width: 1000, height: 800 });
    if (name === 'Chromium') expect(await axeFaults(tab)).toEqual([]);
  });
});
