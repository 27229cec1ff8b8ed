import { beforeAll, describe, expect, test } from 'vitest';
import { OWNER_LINE } from '../../src/core/log/log-file.ts';
import { HOUR_MS, logRowId } from '../../src/core/log/log-id.ts';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import type { LogState, NewLogEntry } from '../../src/shared/messages.ts';
import { browsersFor } from './browsers.ts';
import { endFirstRun, FIRST_RUN_PAGE, type Tab, type TestBrowser, until } from './driver/driver.ts';
import { takeBrowser } from './lanes.ts';
import { ask, openProtected } from './scenario.ts';
import { addAsTab, entryWith } from './stored.ts';

const MARK = 'PenandaRahasia';
const PASSPHRASE = 'padi menguning';
const DAY_MS = 24 * HOUR_MS;
/** One moment for all rows and days: an hour may end, or a day. */
const NOW = Date.now();
const PAGE = 'pages/log/index.html';

/** Newest first: three sites, two outcomes, two days. New ids each time: a row that was deleted does not come back. */
const entries = (): readonly NewLogEntry[] => [
  entry(0, 5, { site: 'x', action: 'like', outcome: 'continued' }),
  entry(0, 4, { site: 'x', action: 'like', outcome: 'cancelled' }),
  entry(0, 3, { site: 'facebook', action: 'share', outcome: 'cancelled' }),
  entry(1, 2, { site: 'instagram', action: 'comment', outcome: 'closed' }),
  entry(1, 1, { site: 'x', action: 'repost', outcome: 'continued' }),
];

/** `rank`: the higher the newer, among rows of one hour. */
function entry(daysAgo: number, rank: number, change: Partial<NewLogEntry['row']>): NewLogEntry {
  const at = NOW - daysAgo * DAY_MS;
  const { row, detail } = entryWith(MARK, at);
  const random = crypto.getRandomValues(new Uint8Array(12));
  random[0] = rank;
  const id = logRowId(at, random);
  return { row: { ...row, ...change, id }, detail: detail && { ...detail, id } };
}

const text = (tab: Tab, selector: string) =>
  tab.evaluate<string>(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? ''`);
const rowCount = (tab: Tab) => tab.evaluate<number>(`document.querySelectorAll('.log-row').length`);
const FOCUSED = `document.activeElement`;

/** Presses Tab until the element that has the focus matches. */
async function tabTo(tab: Tab, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await tab.press('Tab');
    if (await tab.evaluate<boolean>(`${FOCUSED}.matches(${JSON.stringify(selector)})`)) return;
  }
  throw new Error(`Tab never comes to ${selector}`);
}

describe.each(browsersFor('Chromium'))('the log page in %s', (_name, start) => {
  let browser: TestBrowser;
  /** A page that asks for nothing of the log. */
  let pages: Tab;
  let added: readonly NewLogEntry[] = [];
  beforeAll(async () => {
    ({ browser } = await takeBrowser(start));
    pages = await browser.openExtensionPage('pages/settings/index.html');
    // Rows are handed over as its content script does.
    await openProtected(browser, pages, 'https://x.com/feed.id.html');
  });

  const state = async () => (await ask(pages, 'log.state', null)) as LogState;

  /** The page with the five rows, and a list of what its policy refused. */
  async function openLog(hash = ''): Promise<Tab> {
    await ask(pages, 'data.reset', null);
    await endFirstRun(await browser.openedExtensionPage(FIRST_RUN_PAGE));
    await ask(pages, 'settings.save', { ...defaultSettings(), language: 'id', log: 'detailed' });
    added = entries();
    await addAsTab(pages, added);
    const tab = await browser.openExtensionPage(PAGE + hash);
    await tab.evaluate(`void (window.refused = [], document.addEventListener('securitypolicyviolation',
      ({ violatedDirective, sample }) => window.refused.push(violatedDirective + ' ' + sample)))`);
    await until(tab, `document.querySelector('[role=tab]')`);
    return tab;
  }

  test('by mouse: list, details on demand, views, filter, charts and clean-up, with nothing refused by the policy', async () => {
    const tab = await openLog();
    await until(tab, `document.querySelectorAll('.log-row').length === 5`);
    expect(await text(tab, '.count')).toBe('5 catatan');
    expect(await tab.evaluate(`document.querySelector('[role=table]').getAttribute('aria-rowcount')`)).toBe(
      '8',
    );

    // Words of a post are shown to nobody who looks over a shoulder.
    expect(await tab.evaluate(`document.documentElement.innerHTML.includes('${MARK}')`)).toBe(false);
    await tab.click('.log-row [aria-expanded]');
    await until(tab, `document.querySelector('.detail')`);
    expect(await text(tab, '.detail')).toContain(`${MARK} di kiriman`);
    expect(
      await tab.evaluate(
        `(({ href, rel, target }) => [href, rel, target])(document.querySelector('.post-link'))`,
      ),
    ).toEqual(['https://x.com/i/status/1900000000000000001', 'noopener noreferrer', '_blank']);
    expect(await tab.evaluate('document.title')).toBe('Catatan pengingat · Jaga Netral');

    await tab.click('.view:nth-of-type(2) input');
    await until(
      tab,
      `document.querySelectorAll('.log-group').length === 3 && !document.querySelector('.log-row')`,
    );
    await tab.click('.log-group .group-button');
    await until(tab, `document.querySelectorAll('.log-row').length === 1`);

    await tab.click('.filters summary');
    await tab.evaluate(`(() => {
      const select = document.querySelectorAll('.filters select')[0];
      select.value = 'x';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);
    await until(tab, `document.querySelector('.count').textContent === '3 dari 5 catatan'`);
    expect(await tab.evaluate('location.hash')).toBe('#view=site&site=x');

    await tab.click('#tab-charts');
    await until(tab, `document.querySelectorAll('canvas').length === 2`);
    // The numbers of the tables are those of the rows that are shown, and something is drawn.
    const sums = `[...document.querySelectorAll('.chart-table')].map((table) =>
      [...table.querySelectorAll('td')].reduce((sum, cell) => sum + Number(cell.textContent), 0))`;
    expect(await tab.evaluate(sums)).toEqual([3, 3]);
    await until(
      tab,
      `[...document.querySelectorAll('canvas')].every((canvas) => canvas.width > 0 && canvas.getContext('2d')
        .getImageData(0, 0, canvas.width, canvas.height).data.some((part) => part > 0))`,
    );

    await tab.click('#tab-undo');
    expect(await tab.evaluate(`document.querySelectorAll('.undo-item').length`)).toBe(2);
    await tab.click('.undo-item input');
    await tab.click('.undo-item .undo-done .button');
    await until(tab, `document.querySelector('dialog')?.open`);
    await tab.click('dialog .button-grave');
    await until(
      tab,
      `document.querySelectorAll('.undo-item').length === 1 && !document.querySelector('dialog')`,
    );
    expect(await state()).toMatchObject({ rows: 4, details: 4, lost: 0 });
    for (const one of ['files', 'lock', 'list']) await tab.click(`#tab-${one}`);
    expect(await tab.evaluate('window.refused')).toEqual([]);
    await tab.close();
  });

  test('by keyboard: tabs, views, groups, and a row that is deleted', async () => {
    const tab = await openLog();
    await until(tab, `document.querySelectorAll('.log-row').length === 5`);
    await tabTo(tab, '[role=tab]');
    await tab.press('ArrowRight');
    await until(tab, `${FOCUSED}.id === 'tab-charts' && document.querySelector('canvas')`);
    await tab.press('End');
    await until(tab, `${FOCUSED}.id === 'tab-lock' && location.hash === '#tab=lock'`);
    await tab.press('Home');
    await until(tab, `${FOCUSED}.id === 'tab-list'`);

    await tabTo(tab, '.view input');
    await tab.press('ArrowRight');
    await until(tab, `location.hash === '#view=site' && !document.querySelector('.log-row')`);
    await tabTo(tab, '.group-button');
    await tab.press('Enter');
    await until(tab, `document.querySelectorAll('.log-row').length === 1`);
    await tabTo(tab, '.log-row .button-icon');
    await tab.press('Enter');
    await until(tab, `document.querySelector('dialog')?.open`);
    // A second Enter by habit deletes nothing, and the focus is back where it was.
    await tab.press('Enter');
    await until(tab, `!document.querySelector('dialog')`);
    expect((await state()).rows).toBe(5);
    expect(await tab.evaluate(`${FOCUSED}.matches('.log-row .button-icon')`)).toBe(true);
    await tab.press('Enter');
    await until(tab, `document.querySelector('dialog')?.open`);
    await tab.press('Tab');
    await tab.press('Enter');
    await until(
      tab,
      `!document.querySelector('dialog') && document.querySelectorAll('.log-group').length === 2`,
    );
    expect((await state()).rows).toBe(4);
    expect(await tab.evaluate(`${FOCUSED}.closest('.log') !== null`)).toBe(true);
    expect(await text(tab, '.said-done')).toBe('Baris sudah dihapus.');
    await tab.close();
  });

  test('shows what its address says, and writes a file only when it is asked to', async () => {
    const tab = await openLog('#site=x&outcome=continued');
    await until(tab, `document.querySelectorAll('.log-row').length === 2`);
    expect(await text(tab, '.count')).toBe('2 dari 5 catatan');
    await tab.evaluate(`(() => {
      window.files = [];
      URL.createObjectURL = (blob) => { window.blob = blob; return 'about:blank'; };
      HTMLAnchorElement.prototype.click = function () { window.files.push([this.download, window.blob]); };
    })()`);
    await tab.click('#tab-files');
    expect(await tab.evaluate('window.files.length')).toBe(0);
    await tab.click('.buttons .button:nth-child(1)');
    await until(tab, 'window.files.length === 1');
    await until(tab, `!document.querySelector('.job')`);
    await tab.click('.buttons .button:nth-child(2)');
    await until(tab, 'window.files.length === 2');
    const files = await tab.evaluate<readonly (readonly [string, string])[]>(
      'Promise.all(window.files.map(async ([name, blob]) => [name, await blob.text()]))',
    );
    const [[csvName, csv], [jsonName, json]] = files as [[string, string], [string, string]];
    expect([csvName, jsonName]).toEqual(['catatan.csv', 'catatan.json']);
    expect(csv.replace('\uFEFF', '').split('\r\n')[0]).toBe(`"${OWNER_LINE}"`);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(4);
    const wanted = added.filter(({ row }) => row.site === 'x' && row.outcome === 'continued');
    expect(JSON.parse(json)).toMatchObject({
      note: OWNER_LINE,
      rows: wanted.map(({ row, detail }) => ({ ...row, detail })),
    });
    await tab.close();
  });

  test('the lock: two passphrases that differ, a wrong one, the right one, and off again', async () => {
    const tab = await openLog('#tab=lock');
    await until(tab, `document.querySelectorAll('.secret input').length === 2`);
    await tab.focus('.secret .field:nth-child(1) input');
    await tab.type(PASSPHRASE);
    await tab.focus('.secret .field:nth-child(2) input');
    await tab.type('padi');
    await tab.press('Enter');
    await until(tab, `document.querySelector('.secret').textContent.includes('tidak sama')`);
    expect((await state()).lock).toBe('off');
    await tab.type(PASSPHRASE.slice('padi'.length));
    await tab.press('Enter');
    await until(tab, `document.querySelector('#lock-title')?.textContent === 'Catatan sedang terbuka'`);
    await until(tab, `!document.querySelector('.job')`);
    expect(await state()).toMatchObject({ lock: 'unlocked', unsealed: 0, rows: 5 });

    await tab.click('.buttons .button-main');
    await until(tab, `document.querySelector('.locked')`);
    expect(await tab.evaluate(`document.querySelectorAll('.log, [role=tab]').length`)).toBe(0);
    expect(await text(tab, '.locked')).toContain('5 catatan tersimpan');
    await tab.focus('.locked input');
    await tab.type('salah sekali');
    await tab.press('Enter');
    await until(tab, `document.querySelector('.locked').textContent.includes('Kata sandi salah.')`);
    await tab.evaluate(`document.querySelector('.locked input').select()`);
    await tab.type(PASSPHRASE);
    await tab.press('Enter');
    await until(tab, `document.querySelector('#lock-title')?.textContent === 'Catatan sedang terbuka'`);
    await tab.click('#tab-list');
    await until(tab, `document.querySelectorAll('.log-row').length === 5`);
    await tab.click('#tab-lock');
    await tab.click('.buttons .button:nth-child(2)');
    await until(tab, `document.querySelectorAll('.secret input').length === 2`);
    expect(await state()).toMatchObject({ lock: 'off', unsealed: 0, rows: 5 });
    await tab.close();
  });

  test('deletes some days, the log, and everything', async () => {
    const tab = await openLog('#tab=files');
    const day = (daysAgo: number) => {
      const local = new Date(NOW - daysAgo * DAY_MS);
      return [local.getFullYear(), local.getMonth() + 1, local.getDate()]
        .map((part) => String(part).padStart(2, '0'))
        .join('-');
    };
    const setDays = (first: string, last: string) =>
      tab.evaluate(`['${first}', '${last}'].forEach((day, index) => {
        const input = document.querySelectorAll('.range input')[index];
        input.value = day;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      })`);
    const confirm = async () => {
      await until(tab, `document.querySelector('dialog')?.open`);
      await tab.click('dialog .button-grave');
      await until(tab, `!document.querySelector('dialog')`);
    };
    await until(tab, `document.querySelector('.range')`);
    await setDays(day(0), day(1));
    await tab.click('.range .button');
    await until(tab, `document.querySelector('.deletion .fault').textContent !== ''`);
    await setDays(day(1), day(1));
    await tab.click('.range .button');
    await confirm();
    expect((await state()).rows).toBe(3);

    await tab.click('div.deletion:nth-of-type(1) .button-grave');
    await confirm();
    expect(await state()).toMatchObject({ rows: 0, details: 0, lost: 0 });
    await tab.click('#tab-list');
    await until(tab, `document.querySelector('.empty h2')`);
    expect(await text(tab, '.empty h2')).toBe('Belum ada catatan');

    await addAsTab(pages, [entry(0, 1, {})]);
    await tab.click('#tab-files');
    await tab.click('div.deletion:last-of-type .button-grave');
    await confirm();
    expect(await state()).toMatchObject({ rows: 0, lock: 'off', lost: 0 });
    const settings = `(globalThis.browser ?? chrome).storage.local.get('settings').then(({ settings }) => settings.log)`;
    expect(await pages.evaluate(settings)).toBe('brief');
    await tab.close();
  });

  test('says that rows were lost until it was read, and that a newer version wrote the log', async () => {
    await openLog().then((tab) => tab.close());
    const work = (request: string) =>
      pages.evaluate(`new Promise((resolve, reject) => {
        const request = ${request};
        request.onsuccess = () => { request.result?.close?.(); resolve(); };
        request.onerror = () => reject(request.error);
      })`);
    await work(`indexedDB.deleteDatabase('log')`);
    await addAsTab(pages, [entry(0, 1, {})]);
    const tab = await browser.openExtensionPage(PAGE);
    await until(tab, `document.querySelector('.notice-problem')`);
    expect(await text(tab, '.notice-problem')).toContain('5 catatan hilang tanpa Anda hapus');
    await tab.click('.notice-problem .button');
    await until(tab, `!document.querySelector('.notice-problem')`);
    expect(await rowCount(tab)).toBe(1);
    await tab.close();

    await work(`indexedDB.open('log', 99)`);
    const newer = await browser.openExtensionPage(PAGE);
    await until(newer, `document.querySelector('.notice-problem')`);
    expect(await text(newer, '.notice-problem')).toContain('versi Jaga Netral yang lebih baru');
    expect(await newer.evaluate(`document.querySelectorAll('[role=tab]').length`)).toBe(0);
    await work(`indexedDB.deleteDatabase('log')`);
    await newer.close();
  });
});
