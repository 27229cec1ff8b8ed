import { beforeAll, describe, expect, test } from 'vitest';
import id from '../../src/locales/rules.id.json' with { type: 'json' };
import { PARTS } from '../../src/pages/rules/address.ts';
import { drawQuestions } from '../../src/pages/rules/questions.ts';
import { browsersFor } from './browsers.ts';
import { type Tab, type TestBrowser, until, untilResolved } from './driver/driver.ts';
import { takeBrowser } from './lanes.ts';

const SEED = 7;
const PAGE = 'pages/rules/index.html';
const STORED = `(globalThis.browser ?? chrome).storage.local`;
const titleOf = (part: (typeof PARTS)[number]) => id[`${part}.title`];
const shows = (part: (typeof PARTS)[number]) =>
  `document.querySelector('h2')?.textContent === '${titleOf(part)}'`;
const rows = `document.querySelectorAll('.forms tbody tr').length`;

describe.each(browsersFor('Firefox'))('the rule library in %s', (_name, start) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    ({ browser } = await takeBrowser(start));
    const tab = await browser.openExtensionPage('pages/log/index.html');
    await untilResolved(
      tab,
      `${STORED}.get(['settings', 'snapshot']).then(({ settings, snapshot }) => Boolean(settings && snapshot))`,
    );
    // The language of the browser itself depends on the machine.
    await tab.evaluate(`(async () => {
      const { settings } = await ${STORED}.get('settings');
      const payload = { ...settings, language: 'id' };
      await (globalThis.browser ?? chrome).runtime.sendMessage({ name: 'settings.save', payload });
    })()`);
    await tab.close();
  });

  async function open(hash: string): Promise<Tab> {
    const tab = await browser.openExtensionPage(`${PAGE}${hash}`);
    await until(tab, `document.querySelector('h2')`);
    return tab;
  }

  test('is in the menu, and every part opens by the mouse, fits 320 px and has its sources', async () => {
    const tab = await browser.openExtensionPage('pages/log/index.html');
    await until(tab, `document.querySelector('.header nav a')`);
    await tab.click('.header a[href="../rules/index.html"]');
    await expect.poll(() => tab.evaluate(`Boolean(${shows('forms')})`).catch(() => false)).toBe(true);
    await tab.resize({ width: 320, height: 640 });
    for (const part of PARTS.toReversed()) {
      await tab.click(`.parts a[href="#part=${part}"]`);
      await until(tab, shows(part));
      // Who uses a keyboard or a screen reader is taken to what has changed.
      await until(tab, `document.activeElement.tagName === 'H2'`);
      if (part === 'calendar') await until(tab, `document.querySelectorAll('.elections > li').length > 4`);
      expect(
        await tab.evaluate(`document.documentElement.scrollWidth <= document.documentElement.clientWidth`),
        part,
      ).toBe(true);
      if (part !== 'test')
        expect(
          await tab.evaluate(`[...document.querySelectorAll('.sentence')].every((one) => one.querySelector('details.source'))
            && document.querySelectorAll('details.source').length > 3`),
          part,
        ).toBe(true);
    }
    await tab.click('details.source summary');
    expect(await tab.evaluate(`document.querySelector('details.source').open`)).toBe(true);
    await tab.close();
  });

  test('a search stands in the address and comes back with it', async () => {
    const tab = await open('');
    expect(await tab.evaluate(rows)).toBe(19);
    await tab.focus('input[type=search]');
    await tab.type('FOTO bersama');
    await until(tab, `${rows} === 2`);
    expect(await tab.evaluate('location.hash')).toBe('#part=forms&q=FOTO+bersama');
    await tab.evaluate(`(() => {
      const select = document.querySelectorAll('.search select')[1];
      select.value = 'fixed';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);
    await until(tab, `${rows} === 1`);
    const hash = await tab.evaluate<string>('location.hash');
    expect(hash).toBe('#part=forms&q=FOTO+bersama&stage=fixed');
    await tab.close();

    const again = await open(hash);
    expect(await again.evaluate(rows)).toBe(1);
    expect(await again.evaluate(`document.querySelector('.forms tbody th').id`)).toBe('DS-7');
    await again.click('.shown .button');
    await until(again, `${rows} === 19`);
    await again.focus('input[type=search]');
    await again.type('<b>tidak ada</b>');
    await until(again, `${rows} === 0`);
    expect(await again.evaluate(`document.querySelector('.shown [role=status]').textContent`)).toBe(
      id['filter.none'],
    );
    expect(await again.evaluate(`document.querySelectorAll('main b').length`)).toBe(0);
    await again.close();
  });

  test('the calendar says what stage it is today', async () => {
    const date = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'Asia/Jakarta' });
    const today = (moment: number) => `Hari ini, ${date.format(moment)}`;
    const opened = Date.now();
    const tab = await open('#part=calendar');
    await until(tab, `document.querySelector('.today')`);
    // Midnight may have come since the page was opened.
    const shown = await tab.evaluate(`document.querySelector('.today h3').textContent`);
    expect([today(opened), today(Date.now())]).toContain(shown);
    expect(await tab.evaluate(`document.querySelectorAll('.elections .phases li').length`)).toBeGreaterThan(
      20,
    );
    await tab.close();
  });

  test('links to other sites open by a press only, in a new tab, and say nothing of us', async () => {
    const tab = await open('#part=report');
    expect(
      await tab.evaluate(
        `[...document.querySelectorAll('.sites a')].map(({ href, rel, target }) => [href, rel, target].join(' '))`,
      ),
    ).toEqual([
      'https://sbt.bkn.go.id/ noopener noreferrer _blank',
      'https://lapor.go.id/ noopener noreferrer _blank',
      'https://sigaplapor.bawaslu.go.id/ noopener noreferrer _blank',
    ]);
    // Nothing of another site is loaded with the page.
    expect(
      await tab.evaluate(
        `performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith(location.origin)).length`,
      ),
    ).toBe(0);
    await tab.close();
  });

  test('the self-test by the mouse: scored here, stored only when ticked, deleted on the same page', async () => {
    const before = await storedKeys();
    expect(before).not.toContain('selfTest');
    const tab = await open(`#part=test&seed=${SEED}`);
    const questions = drawQuestions(SEED);
    await tab.click('.test-end button');
    await until(
      tab,
      `document.querySelector('.test-end [role=status]').textContent === '10 pertanyaan belum dijawab.'`,
    );
    for (const [index, { choices }] of questions.entries()) {
      // All but the first rightly.
      const place = index === 0 ? choices.indexOf('wrong1') : choices.indexOf('right');
      await tab.click(`fieldset:nth-of-type(${index + 1}) .choice:nth-of-type(${place + 1})`);
    }
    await tab.click('.test-end button');
    await until(tab, `document.querySelector('.result h3')?.textContent === '9 dari 10 benar'`);
    await until(tab, `document.activeElement.textContent === '9 dari 10 benar'`);
    expect(await tab.evaluate(`document.querySelectorAll('.is-wrong, .is-right').length`)).toBe(10);
    expect(await tab.evaluate(`document.querySelectorAll('.question .sentence details').length`)).toBe(10);
    expect(await storedKeys()).toEqual(before);

    await tab.click('.keep input');
    await untilResolved(tab, `${STORED}.get('selfTest').then(({ selfTest }) => selfTest?.length === 1)`);
    expect(await tab.evaluate(`${STORED}.get('selfTest')`)).toEqual({
      selfTest: [{ day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), right: 9, total: 10 }],
    });
    await tab.click('.keep input');
    await untilResolved(tab, `${STORED}.get(null).then((all) => !('selfTest' in all))`);
    await tab.click('.keep input');
    await until(tab, `document.querySelectorAll('.kept li').length === 1`);
    await tab.click('.kept .button-grave');
    await untilResolved(tab, `${STORED}.get(null).then((all) => !('selfTest' in all))`);
    await until(tab, `!document.querySelector('.kept') && !document.querySelector('.keep input').checked`);
    expect(await storedKeys()).toEqual(before);
    await tab.click('.result .button');
    await until(tab, `document.querySelectorAll('fieldset').length === 10`);
    await tab.close();
  });

  test('the self-test by the keyboard alone', async () => {
    const tab = await open(`#part=report&seed=${SEED}`);
    await tab.evaluate(`location.hash = '#part=test&seed=${SEED}'`);
    await until(tab, `document.activeElement.tagName === 'H2' && document.querySelector('fieldset')`);
    for (const _question of drawQuestions(SEED)) {
      await tab.press('Tab');
      await tab.press(' ');
    }
    await tab.press('Tab');
    await until(tab, `document.activeElement.type === 'submit'`);
    await tab.press('Enter');
    await until(tab, `document.querySelector('.result')`);
    const right = drawQuestions(SEED).filter(({ choices }) => choices[0] === 'right').length;
    await until(tab, `document.activeElement.textContent === '${right} dari 10 benar'`);
    await tab.press('Tab');
    await tab.press(' ');
    await untilResolved(
      tab,
      `${STORED}.get('selfTest').then(({ selfTest }) => selfTest?.[0].right === ${right})`,
    );
    await tab.press(' ');
    await untilResolved(tab, `${STORED}.get(null).then((all) => !('selfTest' in all))`);
    await tab.close();
  });

  async function storedKeys(): Promise<readonly string[]> {
    const tab = await browser.openExtensionPage('pages/log/index.html');
    const keys = await tab.evaluate<string[]>(`${STORED}.get(null).then((all) => Object.keys(all).sort())`);
    await tab.close();
    return keys;
  }
});
