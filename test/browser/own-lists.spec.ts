import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PATIENCE_MS } from '../patience.ts';
import { browsersFor } from './browsers.ts';
import { type Tab, type TestBrowser, until, untilResolved } from './driver/driver.ts';
import { takeBrowser } from './lanes.ts';
import { answer, ask, forgetReminders, openProtected, performed, REMINDER_OPEN } from './scenario.ts';

const API = '(globalThis.browser ?? chrome)';
const POST = '[data-test-id=rain]';
const LIKE = `${POST} [data-testid=like]`;
const UNLIKE = `${POST} [data-testid=unlike]`;
const FIELD = '.import input[type=file]';
const SLOGAN = 'Cangkir Biru untuk Semua';

/** Its people and its contest are invented; a contest without phases never sleeps. */
const PACK = {
  id: 'cangkir-2030',
  title: 'Pemilihan Cangkir 2030',
  version: '1.2.0',
  source: 'invented for this test',
  contests: [
    {
      id: 'cangkir-2030',
      kind: 'regent',
      year: 2030,
      region: 'Kabupaten Cangkir',
      name: 'Pemilihan Bupati Cangkir 2030',
      phases: [],
      source: 'invented for this test',
    },
  ],
  entities: [
    {
      id: 'cangkir-2030:ticket-1',
      contest: 'cangkir-2030',
      role: 'ticket',
      name: 'Bima Arunika - Sari Kenanga',
      aliases: [],
      ballotNumber: 1,
      hashtags: [],
      slogans: [{ text: SLOGAN, strength: 'strong' }],
      accounts: [],
      source: 'invented for this test',
      confidence: 'in_use',
      examples: { match: [SLOGAN], ignore: ['Cangkir biru di rak'] },
    },
  ],
  phrases: [],
  exceptions: [],
};

describe.each(browsersFor('Firefox'))('lists of the person in %s', (_name, start) => {
  let browser: TestBrowser;
  let folder: string;
  let page: Tab;
  let tab: Tab;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jaga-lists-'));
    ({ browser } = await takeBrowser(start));
    page = await browser.openExtensionPage('pages/settings/index.html');
    tab = await openProtected(browser, page, 'https://x.com/feed.id.html');
    await ask(page, 'settings.save', { ...((await stored('settings')) as object), language: 'id' });
    await until(page, `document.documentElement.lang === 'id' && document.querySelector('${FIELD}')`);
  });
  afterAll(async () => {
    // An empty list, which the file that takes the browser over would miss in a new one.
    await page?.evaluate(`${API}.storage.local.remove('userPacks')`);
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(() => forgetReminders(page));

  async function fileWith(name: string, text: string): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  }

  const stored = (key: string) =>
    page.evaluate<unknown>(`${API}.storage.local.get('${key}').then((all) => all.${key} ?? null)`);
  const write = (words: string) =>
    tab.evaluate(
      `void (document.querySelector('${POST} [data-testid=tweetText]').textContent = ${JSON.stringify(words)})`,
    );
  const button = (words: string, within = 'main') =>
    `[...document.querySelectorAll('${within} button')].find(({ textContent }) => textContent === ${JSON.stringify(words)})`;
  const titles = () =>
    page.evaluate<string[]>(
      `[...document.querySelectorAll('.card .row-name')].map(({ textContent }) => textContent)`,
    );

  /** Likes the post and says whether that was held. Either way nothing is liked afterwards, and nothing is remembered. */
  async function isHeld(words: string): Promise<boolean> {
    await write(words);
    await forgetReminders(page);
    const before = (await performed(tab)).length;
    await tab.click(LIKE);
    await until(tab, `${REMINDER_OPEN} || window.performed.length > ${before}`);
    const held = await tab.evaluate<boolean>(REMINDER_OPEN);
    if (held) {
      await answer(tab, 'escape');
      expect(await performed(tab)).toHaveLength(before);
    } else {
      await tab.click(UNLIKE);
      await until(tab, `document.querySelector('${LIKE}')`);
    }
    return held;
  }

  /** The same as soon as what was just done in the settings has reached the tab. */
  async function becomesHeld(words: string, expected: boolean): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    let held = !expected;
    do held = await isHeld(words);
    while (held !== expected && Date.now() < end);
    expect(held).toBe(expected);
  }

  test('a pack of a file: shown first, stored when confirmed, at work in an open tab, searched, removed', async () => {
    const path = await fileWith('daftar.json', JSON.stringify(PACK));
    expect(await isHeld(`${SLOGAN}!`)).toBe(false);

    await page.pickFile(FIELD, path);
    await until(page, `document.querySelector('.pack-preview')`);
    const preview = await page.evaluate<string>(`document.querySelector('.pack-preview').innerText`);
    for (const said of [PACK.title, PACK.version, PACK.source, 'Pemilihan Bupati Cangkir 2030'])
      expect(preview).toContain(said);
    expect(await stored('userPacks')).toBeNull();
    await page.evaluate(`${button('Batal', '.pack-preview')}.click()`);
    await until(page, `!document.querySelector('.pack-preview')`);
    expect(await stored('userPacks')).toBeNull();
    expect(await isHeld(`${SLOGAN}!`)).toBe(false);

    // By a drop this time.
    await page.dropFile('.import', path);
    await until(page, `document.querySelector('.pack-preview')`);
    await page.click('.pack-preview .button-main');
    await until(
      page,
      `[...document.querySelectorAll('.card')].some(({ innerText }) => innerText.includes('${PACK.title}'))`,
    );
    await becomesHeld(`${SLOGAN}!`, true);

    await page.evaluate(`(() => {
      const card = [...document.querySelectorAll('.card')].find((one) => one.innerText.includes('${PACK.title}'));
      card.id = 'imported';
      card.querySelector('summary').click();
    })()`);
    await until(page, `document.querySelector('#imported input[type=search]')`);
    await page.click('#imported input[type=search]');
    await page.type('kenanga');
    await until(page, `document.querySelectorAll('#imported .entries .contests li').length === 1`);
    expect(await page.evaluate(`document.querySelector('#imported .entries .contests').innerText`)).toContain(
      'Bima Arunika - Sari Kenanga',
    );

    await page.click('#imported [role=switch]');
    await untilResolved(
      page,
      `${API}.storage.local.get('settings').then(({ settings }) => settings.disabledPacks.includes('${PACK.id}'))`,
    );
    await becomesHeld(`${SLOGAN}!`, false);
    await page.click('#imported [role=switch]');
    await untilResolved(
      page,
      `${API}.storage.local.get('settings').then(({ settings }) => settings.disabledPacks.length === 0)`,
    );
    await becomesHeld(`${SLOGAN}!`, true);

    await page.evaluate(`${button('Hapus daftar ini', '#imported')}.click()`);
    await until(
      page,
      `document.querySelector('#imported [role=alert]').textContent.includes('${PACK.title}')`,
    );
    // Nothing is removed before it was confirmed.
    expect(await stored('userPacks')).toHaveLength(1);
    await page.click('#imported .button-grave');
    await until(page, `!document.querySelector('#imported')`);
    expect(await stored('userPacks')).toEqual([]);
    await becomesHeld(`${SLOGAN}!`, false);
    expect((await titles()).join()).not.toContain(PACK.title);
  });

  test('a file that is no pack is refused with its reasons, picked or dropped, and nothing is stored', async () => {
    const before = await stored('userPacks');
    const broken = { ...PACK, entities: [{ ...PACK.entities[0], role: 'king', note: '<img>' }] };
    await page.pickFile(FIELD, await fileWith('rusak.json', JSON.stringify(broken)));
    await until(page, `document.querySelector('.import .problems li')`);
    expect(await page.evaluate(`document.querySelector('.import .problems').innerText`)).toContain(
      'entities[0].role',
    );
    // A picture.
    await page.dropFile('.import');
    await until(
      page,
      `document.querySelector('.import .notice-problem') && !document.querySelector('.import .problems')`,
    );
    expect(await page.evaluate(`document.querySelector('.pack-preview')`)).toBeNull();
    expect(await stored('userPacks')).toEqual(before);
  });

  /** Writes a word into one of the two lists, as a person does. */
  async function addWord(list: number, word: string): Promise<void> {
    await page.evaluate(`document.querySelectorAll('.words')[${list}].id = 'words-${list}'`);
    await page.click(`#words-${list} input`);
    await page.type(word);
    await page.press('Enter');
    await until(
      page,
      `document.querySelector('#words-${list} .chips').innerText.includes(${JSON.stringify(word)})`,
    );
  }

  test('own words, and words that are never to be reminded of, work in an open tab without reload', async () => {
    expect(await isHeld('Tim Kapur Barus berkumpul')).toBe(false);
    await addWord(0, 'Kapur Barus');
    await becomesHeld('Tim Kapur Barus berkumpul', true);
    // What is ignored wins where it is longer: the same words in another sense.
    await addWord(1, 'toko Kapur Barus');
    await becomesHeld('Di toko Kapur Barus murah', false);
    expect(await isHeld('Tim Kapur Barus berkumpul')).toBe(true);

    await page.evaluate(`document.querySelector('#words-1 .chip button').click()`);
    await becomesHeld('Di toko Kapur Barus murah', true);
    await page.evaluate(`document.querySelector('#words-0 .chip button').click()`);
    await becomesHeld('Tim Kapur Barus berkumpul', false);
    expect(await stored('settings')).toMatchObject({ words: { watched: [], ignored: [] } });
  });

  test('an entry that the person made an exception reminds no more, and again once that is ended', async () => {
    const settings = (await stored('settings')) as object;
    await ask(page, 'settings.save', { ...settings, finishedContests: true });
    await becomesHeld('Bergabung menangkan Partai NasDem', true);
    await ask(page, 'settings.save', {
      ...settings,
      finishedContests: true,
      exceptions: ['pemilu-2024:nasdem'],
    });
    await becomesHeld('Bergabung menangkan Partai NasDem', false);
    await until(page, `document.querySelector('.exceptions li')`);
    await page.click('.exceptions button');
    await until(page, `!document.querySelector('.exceptions')`);
    await becomesHeld('Bergabung menangkan Partai NasDem', true);
    await ask(page, 'settings.save', settings);
  });

  test('what an agency set stands there with its name, and takes away what it forbids, at once', async () => {
    expect(await titles()).not.toContain('');
    const policy = {
      agencyName: 'Dinas Contoh',
      maxLogLevel: 0,
      maxRetentionDays: 7,
      disableExport: true,
      disableUserPacks: true,
    };
    // As the background writes it.
    await page.evaluate(
      `${API}.storage.local.set({ policy: { policy: ${JSON.stringify(policy)}, faults: [{ key: 'spy', reason: 'unknown' }] } })`,
    );
    await until(page, `document.querySelector('main').innerText.includes('Dinas Contoh')`);
    expect(await page.evaluate(`document.querySelector('${FIELD}')`)).toBeNull();
    const text = await page.evaluate<string>(`document.querySelector('main').innerText`);
    expect(text).toContain('spy');
    // Only the level that is left can be chosen.
    expect(
      await page.evaluate(
        `[...document.querySelectorAll('.section:has(a[href="../log/index.html"]) .choice input')].map(({ disabled }) => disabled)`,
      ),
    ).toEqual([false, true, true]);
    await page.evaluate(`${API}.storage.local.remove('policy')`);
    await until(page, `document.querySelector('${FIELD}')`);
    expect(await page.evaluate(`document.querySelector('main').innerText.includes('Dinas Contoh')`)).toBe(
      false,
    );
  });
});
