import type { Page } from 'playwright';
import { INVENTED_TABLE } from '../browser/invented-table.ts';
import { giveFile } from './give-file.ts';
import { formWithLists } from './kit-form.ts';
import type { GalleryPage, GalleryState } from './state.ts';

const welcome = (screen: string, shows: string, change: Partial<GalleryState> = {}): GalleryState => ({
  name: `welcome-${screen}`,
  shows,
  address: `welcome/index.html#${screen}`,
  ready: 'h1',
  ...change,
});

export const WELCOME_PAGE: GalleryPage = {
  title: 'First run',
  states: [
    welcome('about', 'What it does, and what it never does'),
    welcome('choices', 'Status, region and what the log holds'),
    welcome('practice', 'A reminder to try'),
    welcome('failed', 'The end could not be noted', {
      address: 'welcome/index.html#choices',
      answers: { 'welcome.done': [{ failure: 'failed' }] },
      part: 'window',
      act: async (page) => {
        await page.locator('.steps .button-main').click();
        await page.locator('.notice-problem').waitFor();
      },
    }),
  ],
};

/** Presses like on the first post of the practice page, and puts all but the last reminder away. */
async function openReminder(page: Page, turn: number): Promise<void> {
  const button = page.locator('article').first().locator('button').first();
  for (let press = 1; press <= turn; press += 1) {
    await button.click();
    await page.locator('html > div').waitFor({ state: 'attached' });
    if (press === turn) return;
    await page.keyboard.press('Escape');
    await page.locator('html > div').waitFor({ state: 'detached' });
  }
}

const reminder = (name: string, shows: string, act: (page: Page) => Promise<void>): GalleryState => ({
  name: `reminder-${name}`,
  shows,
  address: 'practice/index.html',
  ready: 'article button',
  act,
  part: 'window',
});

export const REMINDER: GalleryPage = {
  title: 'Reminder, over the practice page',
  states: [
    ...[1, 2, 3, 4].map((turn) =>
      reminder(`look-${turn}`, `Look ${turn} of four, which take turns`, (page) => openReminder(page, turn)),
    ),
    reminder('why', '*Mengapa?*', async (page) => {
      await openReminder(page, 1);
      for (const _step of [1, 2, 3]) await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
    }),
  ],
};

export const PRACTICE_PAGE: GalleryPage = {
  title: 'Practice page',
  states: [
    {
      name: 'practice-check',
      shows: 'Invented posts, and a text that was typed to be checked',
      address: 'practice/index.html',
      ready: 'article',
      act: async (page) => {
        await page.locator('textarea').fill('Kawan, ayo coblos nomor 2');
        await page.locator('mark').first().waitFor();
      },
    },
    {
      name: 'practice-failed',
      shows: 'The rules cannot be read',
      address: 'practice/index.html',
      before: `(() => {
        const get = chrome.storage.local.get.bind(chrome.storage.local);
        chrome.storage.local.get = async (keys) => {
          if (JSON.stringify(keys).includes('snapshot')) throw new Error('unreadable');
          return get(keys);
        };
      })()`,
      ready: '.notice-problem',
    },
  ],
};

const kit = (name: string, shows: string, change: Partial<GalleryState> = {}): GalleryState => ({
  name: `kit-${name}`,
  shows,
  address: 'kit/index.html',
  ready: '.make .button-main',
  ...change,
});

const author = (name: string, shows: string, change: Partial<GalleryState> = {}): GalleryState => ({
  name: `author-${name}`,
  shows,
  address: 'author/index.html',
  ready: '.open textarea',
  ...change,
});

export const OFFICER_PAGES: GalleryPage = {
  title: 'Pages for agencies',
  states: [
    kit('empty', '*Kit untuk TI*'),
    kit('faults', 'Something is missing', {
      act: async (page) => {
        await page.locator('.make .button-main').click();
        await page.locator('[aria-invalid=true]').first().waitFor();
      },
    }),
    kit('done', 'The zip was made', {
      part: { selector: '.make' },
      act: async (page) => {
        await page.locator('.kit .field input').nth(1).fill('BKPSDM Kabupaten Rekaan');
        await page.locator('.make .button-main').click();
        await page.locator('.done:not(:empty)').waitFor();
      },
    }),
    kit('lists', 'A list inside the policy is old, another one would be refused', {
      part: { selector: '.make' },
      act: async (page) => {
        const form = JSON.stringify(await formWithLists());
        await giveFile(page, 'input[type=file]', 'form.json', form);
        await page.locator('.source').nth(1).waitFor();
        await page.locator('.make .button-main').click();
        await page.locator('.done .has-errors').nth(1).waitFor();
      },
    }),
    author('template', '*Penyusun paket* with the template, and what is to be filled in', {
      part: { selector: '.columns' },
      act: async (page) => {
        await page.locator('.open .button-main').click();
        await page.locator('.columns .issue').nth(9).waitFor();
      },
    }),
    author('empty', '*Penyusun paket*, before a list is opened'),
    author('lint', 'A pasted table with a candidate who is treated unlike the other', {
      part: { selector: '.columns' },
      act: async (page) => {
        await page.locator('.open textarea').fill(INVENTED_TABLE);
        await page.locator('.open > p:last-of-type .button').click();
        await page.locator('.columns .issue').first().waitFor();
        await page.locator('.preview textarea').fill('Besok coblos nomor 2');
        await page.locator('.post-remind mark').waitFor();
      },
    }),
  ],
};

/** Any page whose settings cannot be read. */
export const ANY_PAGE: GalleryPage = {
  title: 'Any page',
  states: [
    {
      name: 'any-failed',
      shows: 'Nothing can be read from storage',
      address: 'settings/index.html',
      before: `chrome.storage.local.get = async () => { throw new Error('unreadable'); }`,
      ready: '.notice-problem',
      isWithoutSettings: true,
    },
  ],
};
