import { beforeAll, describe, expect, test } from 'vitest';
import { browsersFor } from './browsers.ts';
import { type Tab, type TestBrowser, until, untilResolved } from './driver/driver.ts';
import { takeBrowser } from './lanes.ts';
import { answer, forgetReminders, performed, protectedTab, REMINDER_OPEN } from './scenario.ts';

const API = '(globalThis.browser ?? chrome)';
const LIKE = '[data-test-id=campaign] [data-testid=like]';
const UNLIKE = '[data-test-id=campaign] [data-testid=unlike]';
const settings = (expression: string) =>
  `${API}.storage.local.get('settings').then(({ settings }) => ${expression})`;
const PROTECTION = `(async () => {
  const [tab] = await ${API}.tabs.query({ url: 'https://x.com/*' });
  return (await ${API}.tabs.sendMessage(tab.id, { name: 'tab.query', payload: null })).protection;
})()`;

/** As if the person had chosen such a file. */
const chooseFile = (text: string) => `(() => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([${JSON.stringify(text)}], 'berkas.json'));
  const field = document.querySelector('.drop');
  field.files = transfer.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
})()`;

describe.each(browsersFor('Chromium'))('the settings at work in %s', (_name, start) => {
  let browser: TestBrowser;
  let page: Tab;
  beforeAll(async () => {
    ({ browser } = await takeBrowser(start));
    page = await browser.openExtensionPage('pages/settings/index.html');
    await until(page, `document.querySelectorAll('.preview tbody tr').length > 0`);
  });

  // How soon, `npm run bench -- --only=effect` measures.
  test('take effect in an open tab: strictness and the switch of a site', async () => {
    const tab = await browser.open('https://x.com/feed.id.html');
    await protectedTab(page, 'x.com');
    await tab.click(LIKE);
    await answer(tab, 'escape');
    expect(await performed(tab)).toEqual([]);

    await page.click('.section:has(.preview) .choice:nth-child(1) input');
    await untilResolved(page, settings(`settings.strictness === 'gentle'`));
    await forgetReminders(page);
    await tab.click(LIKE);
    await until(tab, `window.performed.length === 1`);
    expect(await tab.evaluate(REMINDER_OPEN)).toBe(false);

    // The like is taken back, which asks nothing, so that the next one is a new one.
    await tab.click(UNLIKE);
    await until(tab, `document.querySelector('${LIKE}')`);
    await page.click('.section:has(.preview) .choice:nth-child(3) input');
    await untilResolved(page, settings(`settings.strictness === 'strict'`));
    await forgetReminders(page);
    await tab.click(LIKE);
    await answer(tab, 'escape');

    const count = (await performed(tab)).length;
    const x = await page.evaluate<number>(
      `[...document.querySelectorAll('.section [role=switch]')].findIndex((one) => one.closest('.row').textContent === 'X')`,
    );
    await page.evaluate(`document.querySelectorAll('.section [role=switch]')[${x}].id = 'switch-of-x'`);
    await page.click('#switch-of-x');
    await untilResolved(page, `${PROTECTION}.then((protection) => protection === 'off')`);
    await tab.click(LIKE);
    await until(tab, `window.performed.length === ${count + 1}`);
    await tab.close();
    await page.click('#switch-of-x');
    await untilResolved(page, settings('settings.sites.x'));
  });

  test('show with each step what it would do, and mark the one that is chosen', async () => {
    const chosen = () =>
      page.evaluate<string[]>(`[...document.querySelectorAll('.preview tbody tr')].map((row) =>
        [...row.querySelectorAll('td')].findIndex((cell) => cell.classList.contains('chosen')))`);
    for (const [step, index] of [
      ['gentle', 0],
      ['normal', 1],
    ] as const) {
      await page.click(`.section:has(.preview) .choice:nth-child(${index + 1}) input`);
      await untilResolved(page, settings(`settings.strictness === '${step}'`));
      await expect.poll(chosen).toEqual(Array(9).fill(index));
    }
  });

  test('take days within their bounds and refuse others', async () => {
    await page.click('.section:has(a[href="../log/index.html"]) .choice:nth-child(3) input');
    await until(page, `document.querySelectorAll('.days').length === 2`);
    const write = (days: string) =>
      page.evaluate(`(() => {
        const field = document.querySelectorAll('.days')[1];
        field.value = '${days}';
        field.dispatchEvent(new Event('change', { bubbles: true }));
      })()`);
    for (const refused of ['31', '0', '1.5', '']) {
      await write(refused);
      await until(page, `document.querySelectorAll('.fault')[1].textContent !== ''`);
      expect(await page.evaluate(`document.querySelectorAll('.days')[1].value`)).toBe('7');
    }
    await write('3');
    await untilResolved(
      page,
      settings('settings.retention.detailed === 3 && settings.retention.brief === 30'),
    );
    await until(page, `document.querySelectorAll('.fault')[1].textContent === ''`);
  });

  test('import a file that was shown and confirmed, and nothing else', async () => {
    const before = await page.evaluate(settings('settings'));
    await page.pickFile('.drop');
    await until(page, `document.querySelector('.file .notice-problem')`);
    const file = JSON.stringify({
      format: 'jaga-netral-settings-1',
      settings: { log: 'none', strictness: 'strict', sites: 7, rows: [{ id: 'x' }] },
    });
    await page.evaluate(chooseFile(file));
    await until(page, `document.activeElement.matches('.changes h3')`);
    expect(await page.evaluate(`document.querySelectorAll('.changes dt').length`)).toBe(2);
    await page.click('.changes-answers .button:not(.button-main)');
    await until(page, `!document.querySelector('.changes')`);
    expect(await page.evaluate(settings('settings'))).toEqual(before);

    await page.evaluate(chooseFile(file));
    await until(page, `document.activeElement.matches('.changes h3')`);
    await page.click('.changes-answers .button-main');
    await untilResolved(page, settings(`settings.log === 'none'`));
    await until(page, `!document.querySelector('.changes')`);
    expect(await page.evaluate(settings('settings'))).toEqual({
      ...(before as object),
      log: 'none',
      strictness: 'strict',
    });
  });
});
