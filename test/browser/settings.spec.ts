import { beforeAll, describe, expect, test } from 'vitest';
import { browsersFor } from './browsers.ts';
import { type Tab, type TestBrowser, until, untilResolved } from './driver/driver.ts';
import { takeBrowser } from './lanes.ts';
import { ask } from './scenario.ts';

const REGIONS = `document.querySelectorAll('.regions [role=switch]').length`;
const ENTRY = 'pemilu-2024:nasdem';

describe.each(browsersFor('Firefox'))('the settings page in %s', (_name, start) => {
  let browser: TestBrowser;
  let tab: Tab;
  beforeAll(async () => {
    ({ browser } = await takeBrowser(start));
    tab = await browser.openExtensionPage('pages/settings/index.html');
    // The background writes the first settings, over those that would come before.
    await untilResolved(
      tab,
      `(globalThis.browser ?? chrome).storage.local.get(['settings', 'snapshot']).then(({ settings, snapshot }) => Boolean(settings && snapshot))`,
    );
    await save(`language: 'id'`);
    await until(tab, `document.documentElement.lang === 'id'`);
    await until(tab, `document.querySelector('input[type=search]')`);
  });

  async function save(change: string): Promise<void> {
    const settings = await tab.evaluate(
      `(globalThis.browser ?? chrome).storage.local.get('settings').then(({ settings }) => ({ ...settings, ${change} }))`,
    );
    await ask(tab, 'settings.save', settings);
  }

  const stored = async (key: string) => {
    const { settings } = await tab.evaluate<{ settings: Record<string, unknown> }>(
      `(globalThis.browser ?? chrome).storage.local.get('settings')`,
    );
    return settings[key];
  };
  const saved = (text: string) =>
    until(tab, `document.querySelector('.said-done').textContent === ${JSON.stringify(text)}`);
  const line = (selector: string, words: string) =>
    `[...document.querySelectorAll('${selector}')].find(({ textContent }) => textContent.includes(${JSON.stringify(words)}))`;

  /** The first and the last amount of a list, by the keyboard: a list of the system is no part of the page. */
  async function pick(place: number, key: 'Home' | 'End'): Promise<void> {
    await tab.evaluate(`document.querySelectorAll('select')[${place}].focus()`);
    await tab.press(key);
  }

  test('the amounts of a day and of a pause are chosen and said in words', async () => {
    await pick(0, 'Home');
    await saved('Tersimpan. Paling banyak dalam sehari: 3 pengingat.');
    expect(await stored('fatigue')).toEqual({ dailyBudget: 3, coolDown: 15 });
    await pick(1, 'Home');
    await saved('Tersimpan. Jeda untuk calon atau akun yang sama: Tanpa jeda.');
    expect(await stored('fatigue')).toEqual({ dailyBudget: 3, coolDown: 0 });
  });

  test('another amount of a settings file is shown as it is', async () => {
    await save('fatigue: { dailyBudget: 7, coolDown: 1 }');
    await until(tab, `[...document.querySelectorAll('select')].map(({ value }) => value).join() === '7,1'`);
  });

  test('a region is searched, chosen and given up', async () => {
    expect(await tab.evaluate(`document.querySelector('.chosen-regions').textContent`)).toBe(
      'Semua wilayah.',
    );
    expect(await tab.evaluate(REGIONS)).toBe(0);
    await tab.evaluate(`${line('button', 'Semua 37 wilayah')}.click()`);
    await until(tab, `${REGIONS} === 37`);
    await tab.evaluate(`${line('button', 'Semua 37 wilayah')}.click()`);
    await until(tab, `${REGIONS} === 0`);
    await tab.click('input[type=search]');
    await tab.type('barat jawa');
    await until(tab, `${REGIONS} === 1`);
    await tab.click('.regions [role=switch]');
    await saved('Tersimpan. Jawa Barat: menyala.');
    expect(await stored('regions')).toEqual(['Jawa Barat']);
    await until(tab, `document.querySelector('.chosen-regions').textContent === 'Dipilih: Jawa Barat.'`);
    await tab.evaluate(`${line('button', 'Kembali ke semua wilayah')}.click()`);
    await saved('Tersimpan. Wilayah Anda: semua wilayah.');
    expect(await stored('regions')).toEqual([]);
  });

  test('an exception has the name of its entry, and an entry that is gone its id; both can be ended', async () => {
    await save(`exceptions: ['${ENTRY}', 'hilang:1']`);
    await until(tab, `document.querySelectorAll('.exceptions li').length === 2`);
    expect(await tab.evaluate(`document.querySelector('.exceptions li').innerText.split('\\n')`)).toEqual([
      'Partai NasDem',
      'Pemilihan Umum Anggota DPR, DPD dan DPRD 2024 · Partai politik peserta Pemilu 2024',
      'Ingatkan lagi',
    ]);
    expect(await tab.evaluate(`${line('.exceptions li', 'hilang:1')}.innerText`)).toContain(
      'Tidak ada lagi dalam daftar mana pun.',
    );
    await tab.click('.exceptions button');
    await saved('Tersimpan. Pengecualian Partai NasDem: mati.');
    expect(await stored('exceptions')).toEqual(['hilang:1']);
    await tab.click('.exceptions button');
    await until(tab, `document.querySelector('.exceptions') === null`);
  });
});
