import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { build } from 'esbuild';
import type { CDPSession, Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import { PARTS as RULE_PARTS } from '../../src/pages/rules/address.ts';
import { IS_FULL } from '../extent.ts';
import { type ChromiumBrowser, startChromium } from './driver/chromium.ts';
import { type Tab, until } from './driver/driver.ts';
import { root } from './driver/installed.ts';
import { takeBrowser } from './lanes.ts';
import {
  answer,
  clearLog,
  forgetReminders,
  logRows,
  performed,
  protectedTab,
  REMINDER_OPEN,
  rowsOf,
} from './scenario.ts';
import { openQuestion } from './small-frame.ts';
import { addAsTab, entryWith } from './stored.ts';

const AXE = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const SCHEMES = ['light', 'dark'] as const;
/** Below *Mengapa?*: both go on as *Lanjutkan* does. */
const QUIET = ['Salah deteksi, lanjutkan', 'Lanjutkan, jangan ingatkan lagi untuk kiriman ini'];
/** 1000 x 800 at 200 % is half of it in CSS pixels. */
const VIEWS = {
  normal: { width: 1000, height: 800 },
  '360 px': { width: 360, height: 640 },
  '200 %': { width: 500, height: 400 },
} as const;
/** Pages of the extension fit into a narrower window than the reminder is tested in. */
const PAGE_VIEWS = { normal: VIEWS.normal, '320 px': { width: 320, height: 640 } } as const;
/** A wrong detection, so that the settings have a report to show. */
const WRONG = {
  epoch: 1,
  day: '2026-11-28',
  shown: 1,
  wrong: ['pemilu-2024:nasdem'],
  entities: [],
  detections: [{ entry: 'pemilu-2024:nasdem', site: 'x', action: 'like', kind: 'name', isOwn: false }],
};
/** Smallest side of a target in CSS pixels. */
const TARGET = 44;

let browser: ChromiumBrowser;
/** A page of the extension, to talk with its background. */
let pages: Tab;
beforeAll(async () => {
  ({ browser, pages } = await takeBrowser(startChromium));
  // The language of the browser itself depends on the machine.
  await saveSettings(`language: 'id'`);
});

/** The Playwright page behind the tab that was opened last. */
function lastPage(): Page {
  const page = browser.context.pages().at(-1);
  if (!page) throw new Error('no tab is open');
  return page;
}

/** As the settings page saves them. */
async function saveSettings(change: string): Promise<void> {
  await pages.evaluate(`(async () => {
    const { settings } = await chrome.storage.local.get('settings');
    const payload = { ...settings, ${change} };
    await chrome.runtime.sendMessage({ name: 'settings.save', payload });
  })()`);
}

/**
 * Every rule of axe, also those that are off unless they are asked for; one line for each fault. Of what passes a rule axe names
 * one element, unless all are asked for: to name the thousands of a page takes it longer than to look.
 */
async function axe(
  tab: Tab,
  { isCounted = false } = {},
): Promise<{ readonly faults: readonly string[]; readonly contrast: number }> {
  await tab.evaluate(`typeof axe === 'undefined' && (() => { ${AXE} })(), 0`);
  const named = isCounted ? ['violations', 'incomplete', 'passes'] : ['violations', 'incomplete'];
  const { violations, incomplete, passes } = await tab.evaluate<AxeResults>(
    `axe.run(document, {
      rules: Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }])),
      resultTypes: ${JSON.stringify(named)},
    })`,
  );
  // A contrast that axe cannot compute would be no fault and no proof.
  // Of a text of one sign ("X", "3") axe says only that; its neighbours in the row have the same colours.
  const undecided = incomplete
    .filter(({ id }) => id === 'color-contrast')
    .map((rule) => ({
      ...rule,
      nodes: rule.nodes.filter(
        ({ failureSummary = '' }) => !failureSummary.includes('too short to determine'),
      ),
    }));
  return {
    faults: [...violations, ...undecided].flatMap(({ id, impact, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id} (${impact}) ${JSON.stringify(target)} ${failureSummary}`,
      ),
    ),
    contrast: passes.find(({ id }) => id === 'color-contrast')?.nodes.length ?? 0,
  };
}

/** No sideways scrolling: what a narrow or magnified window cannot show is not there for its user. */
const FITS = 'document.documentElement.scrollWidth <= document.documentElement.clientWidth';

interface AccessibleNode {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly focused: boolean;
  readonly modal: boolean;
  readonly backendId: number | undefined;
}

describe('the reminder of the built extension', () => {
  const LIKE = '[data-test-id=campaign] [data-testid=like]';

  /** A fixture of X whose campaign post was just liked, and the accessibility tree of the tab. */
  async function openReminder(size: (typeof VIEWS)[keyof typeof VIEWS] = VIEWS.normal) {
    const tab = await browser.open('https://x.com/feed.id.html');
    const session = await browser.context.newCDPSession(lastPage());
    await tab.resize(size);
    await protectedTab(pages, 'x.com');
    await tab.click(LIKE);
    await until(tab, REMINDER_OPEN);
    return { tab, session, nodes: () => accessibleNodes(session) };
  }

  async function cancelAndWaitForRow(tab: Tab): Promise<void> {
    const { length } = await logRows(pages);
    await answer(tab, 'escape');
    await rowsOf(pages, length + 1);
  }

  async function accessibleNodes(session: CDPSession): Promise<readonly AccessibleNode[]> {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    return nodes
      .filter((node) => !node.ignored)
      .map((node) => {
        const property = (name: string) => node.properties?.find((one) => one.name === name)?.value.value;
        return {
          role: String(node.role?.value ?? ''),
          name: String(node.name?.value ?? ''),
          description: String(node.description?.value ?? ''),
          focused: property('focused') === true,
          modal: property('modal') === true,
          backendId: node.backendDOMNodeId,
        };
      });
  }

  const buttonsOf = (nodes: readonly AccessibleNode[]) => nodes.filter(({ role }) => role === 'button');

  test('is an alert dialog with a name, a description and two named buttons, and the rest of the page is out of reach', async () => {
    const { tab, nodes } = await openReminder();
    const tree = await nodes();
    const dialogs = tree.filter(({ role }) => role === 'alertdialog');
    expect(dialogs).toMatchObject([{ name: 'Sebentar, periksa dulu', modal: true }]);
    // The words that were found, and the rule.
    expect(dialogs[0]?.description).toContain('Coblos nomor 2');
    expect(dialogs[0]?.description).toContain('dapat dinilai sebagai keberpihakan');
    expect(buttonsOf(tree).map(({ name }) => name)).toEqual(['Batalkan', 'Lanjutkan', ...QUIET]);
    expect(tree.filter(({ role }) => role === 'heading').map(({ name }) => name)).toEqual([
      'Sebentar, periksa dulu',
    ]);
    expect(tree.filter(({ role }) => /^(article|link|textbox)$/.test(role))).toEqual([]);
    await cancelAndWaitForRow(tab);
    expect((await nodes()).filter(({ role }) => role === 'article').length).toBeGreaterThan(0);
    await tab.close();
  });

  test('keeps the keyboard: the focus begins on Batalkan, Tab never leaves, Escape cancels', async () => {
    await clearLog(pages);
    const { tab, nodes } = await openReminder();
    const focused = async () =>
      (await nodes()).filter((node) => node.focused && node.role === 'button').map(({ name }) => name);
    await tab.evaluate(`(() => {
      window.strayed = [];
      document.addEventListener('focusin', ({ target }) => {
        if (target !== window.probe.hosts.at(-1).node) window.strayed.push(target.outerHTML.slice(0, 80));
      }, true);
    })()`);
    expect(await focused()).toEqual(['Batalkan']);
    const visited: string[] = [];
    for (let count = 0; count < 8; count += 1) {
      await tab.press('Tab');
      visited.push(...(await focused()));
    }
    await tab.press('Tab', 'Shift');
    visited.push(...(await focused()));
    expect(new Set(visited)).toEqual(new Set(['Batalkan', 'Lanjutkan', ...QUIET]));
    expect(await tab.evaluate('window.strayed')).toEqual([]);
    await tab.press('Escape');
    await until(tab, `!(${REMINDER_OPEN})`);
    // Back where the person was.
    expect(await tab.evaluate(`document.activeElement === document.querySelector('${LIKE}')`)).toBe(true);
    expect(await performed(tab)).toEqual([]);
    expect(await rowsOf(pages, 1)).toMatchObject([{ site: 'x', action: 'like', outcome: 'cancelled' }]);
    await tab.close();
  });

  test.each(Object.entries(VIEWS))(
    '%s: both targets are large and inside the window',
    async (_name, size) => {
      const { tab, session, nodes } = await openReminder(size);
      const buttons = buttonsOf(await nodes());
      expect(buttons).toHaveLength(4);
      for (const { name, backendId } of buttons) {
        if (backendId === undefined) throw new Error(`${name} has no element`);
        await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: backendId });
        const { model } = await session.send('DOM.getBoxModel', { backendNodeId: backendId });
        const [left = 0, top = 0, right = 0] = model.border;
        expect(model.width, name).toBeGreaterThanOrEqual(TARGET);
        expect(model.height, name).toBeGreaterThanOrEqual(TARGET);
        expect(left, name).toBeGreaterThanOrEqual(0);
        expect(right, name).toBeLessThanOrEqual(size.width);
        expect(top + model.height, name).toBeLessThanOrEqual(size.height);
      }
      await cancelAndWaitForRow(tab);
      await tab.close();
    },
  );
});

describe('axe on the reminder', () => {
  let bundle: string;
  beforeAll(async () => {
    const result = await build({
      stdin: {
        contents: `
          import { openReminder } from './src/reminder/reminder.ts';
          import { reminderText } from './src/reminder/reminder-text.ts';
          import { clausesFor } from './src/core/reminding/law.ts';
          const finding = (text) => ({ signal: 'campaign', field: 'text', text });
          window.openExample = (language, stage, turn) => {
            const findings = ['Coblos nomor 2', '#ArunikaWulandaru', 'menangkan', 'a'.repeat(70), 'lima'].map(finding);
            const request = { action: 'post', content: { text: 'Ayo! Coblos nomor 2 besok pagi' }, postKey: 'p' };
            const leading = { field: 'text', index: 0, start: 5, end: 19 };
            const entry = { title: 'Entri', pack: 'Paket', version: '1' };
            const clauses = clausesFor('post', stage, 'own-support');
            const grounds = { findings, leading, entry, stage, clauses, occasion: { post: 'p' } };
            const settings = { status: 'pns', spouse: true };
            openReminder(reminderText(request, grounds, { language, settings, turn }));
          };`,
        resolveDir: root,
        loader: 'ts',
      },
      bundle: true,
      write: false,
      format: 'iife',
      loader: { '.css': 'text' },
    });
    bundle = result.outputFiles[0]?.text ?? '';
  });

  const cells = (IS_FULL ? (['id', 'en'] as const) : (['id'] as const)).flatMap((language) =>
    SCHEMES.flatMap((scheme) =>
      Object.keys(VIEWS).map((view, turn) => ({ language, scheme, view: view as keyof typeof VIEWS, turn })),
    ),
  );
  test.each(cells)('$language, $scheme, $view, look $turn', async ({ language, scheme, view, turn }) => {
    // A page of no site, so that the only reminder is the one that axe may look into.
    const tab = await browser.open('about:blank');
    await lastPage().setContent(
      `<!doctype html><html lang="${language}"><head><title>Uji</title><meta name="viewport" content="width=device-width"></head>
       <body><main><h1>Uji</h1><p>Halaman di belakang.</p></main></body></html>`,
    );
    await tab.resize(VIEWS[view]);
    await tab.colourScheme(scheme);
    // Open, or axe could not look inside; and in the body, because axe computes no contrast outside of it.
    await tab.evaluate(`(() => {
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) { return attach.call(this, { ...init, mode: 'open' }); };
      document.documentElement.append = (...nodes) => document.body.append(...nodes);
      // Out of its place the reminder would take itself for moved by the page.
      window.setInterval = () => 0;
      window.IntersectionObserver = class { observe() {} disconnect() {} };
    })()`);
    await tab.evaluate(`${bundle}\n;openExample('${language}', 'fixed', ${turn})`);
    // Everything that the reminder can show is looked at.
    await tab.evaluate(`document.activeElement.shadowRoot.querySelector('details').open = true`);
    expect(await tab.evaluate('document.activeElement.shadowRoot.activeElement.className')).toBe('cancel');
    const { faults, contrast } = await axe(tab, { isCounted: true });
    expect(faults).toEqual([]);
    // Title, found words, rule, sanction, two buttons, the last line: axe looked into the dialog.
    expect(contrast).toBeGreaterThanOrEqual(7);
    expect(
      await tab.evaluate(`(() => {
        const dialog = document.activeElement.shadowRoot.querySelector('dialog');
        const boxes = [dialog, ...dialog.querySelectorAll('*')].filter((box) => getComputedStyle(box).overflowX !== 'visible');
        return boxes.length > 1 && boxes.every((box) => box.scrollWidth <= box.clientWidth) && dialog.getBoundingClientRect().right <= innerWidth;
      })()`),
    ).toBe(true);
    await tab.close();
  });
});

/** The longer language each time; the other has the same elements. */
const LANGUAGES = IS_FULL ? (['id', 'en'] as const) : (['id'] as const);

describe('axe on the pages of the extension', () => {
  const READY = `document.querySelector('h1') && !document.querySelector('main > [role=status]:first-child')`;
  // Each scheme and each width once; all of them together when there is time.
  const views = SCHEMES.flatMap((scheme, turn) =>
    Object.entries(PAGE_VIEWS)
      .filter((_, place) => IS_FULL || place === turn)
      .map(([view, size]) => ({ scheme, view, size })),
  );

  /** Every combination of scheme and width on one tab; the fault says where it was seen. */
  async function check(tab: Tab): Promise<void> {
    const faults: string[] = [];
    for (const { scheme, view, size } of views) {
      await tab.resize(size);
      await tab.colourScheme(scheme);
      await until(
        tab,
        `matchMedia('(prefers-color-scheme: ${scheme})').matches && innerWidth === ${size.width}`,
      );
      const result = await axe(tab);
      faults.push(...result.faults.map((fault) => `${scheme}, ${view}: ${fault}`));
      if (!(await tab.evaluate<boolean>(FITS))) faults.push(`${scheme}, ${view}: scrolls sideways`);
      expect(result.contrast).toBeGreaterThan(0);
    }
    expect(faults).toEqual([]);
  }

  async function openPage(
    name: 'settings' | 'log' | 'popup' | 'practice' | 'welcome' | 'rules',
    hash = '',
  ): Promise<Tab> {
    const tab = await browser.openExtensionPage(`pages/${name}/index.html${hash}`);
    await until(tab, READY);
    // The lists of all packs, where they came before this, would be thousands of lines; a test opens one of them.
    await tab.evaluate(
      `document.querySelectorAll('details:not(.entries)').forEach((details) => { details.open = true; })`,
    );
    return tab;
  }

  test.each(LANGUAGES)('practice, %s', async (language) => {
    await saveSettings(`language: '${language}'`);
    const tab = await openPage('practice');
    await until(tab, `document.querySelectorAll('article').length === 5`);
    await tab.focus('textarea');
    await tab.type('Kawan, ayo coblos nomor 2');
    await until(tab, `document.querySelectorAll('mark').length > 0`);
    await check(tab);
    await tab.close();
  });

  // The languages by turns: a part differs from another more than its languages do. The ones with a table, a calendar and
  // questions have nearly all kinds of elements.
  const parts = RULE_PARTS.map((part, turn) => [part, turn % 2 === 0 ? 'id' : 'en'] as const).filter(
    ([part]) => IS_FULL || ['forms', 'calendar', 'test'].includes(part),
  );
  test.each(parts)('rules, %s, %s', async (part, language) => {
    await saveSettings(`language: '${language}'`);
    const tab = await openPage('rules', `#part=${part}&seed=7`);
    if (part === 'calendar') await until(tab, `document.querySelector('.elections')`);
    await tab.evaluate(`document.querySelectorAll('details').forEach((details) => { details.open = true; })`);
    await check(tab);
    if (part === 'test') {
      await tab.evaluate(
        `document.querySelectorAll('fieldset').forEach((field) => field.querySelector('input').click())`,
      );
      await tab.click('.test-end button');
      await until(tab, `document.querySelector('.result')`);
      await check(tab);
    }
    await tab.close();
    await saveSettings(`language: 'id'`);
  });

  test.each(LANGUAGES)('settings, %s', async (language) => {
    await saveSettings(
      `language: '${language}', exceptions: ['pemilu-2024:nasdem', 'hilang:1'], regions: ['Jawa Barat']`,
    );
    await pages.evaluate(`chrome.storage.session.set({ reminders: ${JSON.stringify(WRONG)} })`);
    const tab = await openPage('settings');
    await until(tab, `document.querySelectorAll('.exceptions li').length === 2`);
    await until(tab, `document.querySelector('.report') && document.querySelector('.regions [role=switch]')`);
    await tab.evaluate(
      `document.querySelector('.report').open = document.querySelector('.entries').open = true`,
    );
    await until(tab, `document.querySelectorAll('.entries .contests li').length > 1`);
    expect(await tab.evaluate('document.documentElement.lang')).toBe(language);
    await until(tab, `document.querySelectorAll('[role=switch]').length > 13`);
    await check(tab);
    await tab.close();
    await saveSettings(`language: 'id', exceptions: [], regions: []`);
    await forgetReminders(pages);
  });

  test.each(LANGUAGES)('settings at level Rinci, with a preview and a file, %s', async (language) => {
    await saveSettings(`language: '${language}', log: 'detailed'`);
    const tab = await openPage('settings');
    await until(tab, `document.querySelectorAll('.preview tbody tr').length > 0`);
    await tab.evaluate(`(() => {
      const file = { format: 'jaga-netral-settings-1', settings: { log: 'brief', spouse: true, sites: 1 } };
      const transfer = new DataTransfer();
      transfer.items.add(new File([JSON.stringify(file)], 'berkas.json'));
      const field = document.querySelector('.drop');
      field.files = transfer.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      const days = document.querySelector('.days');
      days.value = '0';
      days.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);
    await until(
      tab,
      `document.querySelector('.changes') && document.querySelector('.fault').textContent !== ''`,
    );
    await check(tab);
    await tab.close();
    await saveSettings(`language: 'id', log: 'brief'`);
  });

  describe.each(LANGUAGES)('first run, %s', (language) => {
    test.each(['about', 'choices', 'practice'] as const)('%s', async (screen) => {
      await saveSettings(`language: '${language}'`);
      const tab = await openPage('welcome', `#${screen}`);
      const ready = {
        about: '[aria-live] .privacy',
        choices: '.search button',
        practice: 'article',
      }[screen];
      await until(tab, `document.querySelector('${ready}')`);
      await check(tab);
      await tab.close();
      await saveSettings(`language: 'id'`);
    });
  });

  test('log without rows', async () => {
    await clearLog(pages);
    const tab = await openPage('log');
    await until(tab, `document.querySelector('.empty')`);
    await check(tab);
    await tab.close();
  });

  test('log with rows, and the question before they are deleted', async () => {
    await clearLog(pages);
    const site = await browser.open('https://www.instagram.com/feed.id.html');
    await protectedTab(pages, 'www.instagram.com');
    await site.click(
      '[data-test-id=campaign] section [role=button]:has(svg[aria-label="Suka"][height="24"])',
    );
    await answer(site, 'escape');
    await rowsOf(pages, 1);
    await site.close();
    const tab = await openPage('log');
    await until(tab, `document.querySelectorAll('[role=cell]').length > 0`);
    await check(tab);
    for (const part of ['charts', 'files', 'lock']) {
      await tab.click(`#tab-${part}`);
      await tab.evaluate(
        `document.querySelectorAll('details').forEach((details) => { details.open = true; })`,
      );
      await check(tab);
    }
    await tab.click('#tab-files');
    await tab.click('div.deletion:last-of-type .button-grave');
    await until(tab, `document.querySelector('dialog').open`);
    await check(tab);
    await tab.close();
  });

  test.each(LANGUAGES)('log with details, and locked, %s', async (language) => {
    await clearLog(pages);
    await saveSettings(`log: 'detailed', language: '${language}'`);
    const site = await browser.open('https://x.com/feed.id.html');
    await protectedTab(pages, 'x.com');
    await addAsTab(pages, [entryWith('Coblos nomor 2')]);
    await site.close();
    const tab = await openPage('log');
    await until(tab, `document.querySelectorAll('[role=cell]').length > 0`);
    await tab.click('.log-row [aria-expanded]');
    await until(tab, `document.querySelector('.detail')`);
    await check(tab);
    await tab.click('#tab-undo');
    await tab.click('.undo-item input');
    await check(tab);
    await pages.evaluate(`(async () => {
      const ask = (name, payload) => chrome.runtime.sendMessage({ name, payload });
      await ask('lock.set', { passphrase: 'padi menguning' });
      await ask('log.reseal', null);
      await ask('lock.close', null);
    })()`);
    await tab.close();
    const locked = await openPage('log');
    await until(locked, `document.querySelector('.locked')`);
    await check(locked);
    await locked.close();
    await clearLog(pages);
    await saveSettings(`log: 'brief', language: 'id'`);
  });

  test('log that is switched off', async () => {
    await clearLog(pages);
    await saveSettings(`log: 'none'`);
    const tab = await openPage('log');
    await until(tab, `document.querySelector('.empty')`);
    await check(tab);
    await tab.close();
    await saveSettings(`log: 'brief'`);
  });

  test('popup on a page that is none of ours', async () => {
    const tab = await openPage('popup');
    await until(tab, `document.querySelector('.state-unsupported')`);
    await check(tab);
    await tab.close();
  });

  test.each([true, false])('popup on a page of X, switched on: %s', async (isOn) => {
    await saveSettings(`sites: { ...settings.sites, x: ${isOn} }`);
    const site = await browser.open('https://x.com/feed.id.html');
    const sitePage = lastPage();
    await protectedTab(pages, 'x.com');
    const tab = await openPage('popup');
    // The popup asks the tab in front, which as a tab of its own it would be itself.
    await sitePage.bringToFront();
    await tab.goto(`chrome-extension://${browser.extensionId}/pages/popup/index.html`);
    await until(tab, `document.querySelector('.state-${isOn ? 'on' : 'off'}')`);
    await check(tab);
    await tab.close();
    await site.close();
    await saveSettings('sites: { ...settings.sites, x: true }');
  });

  test('page of the question of a small frame, and the same page when the frame is gone', async () => {
    const { tab, question } = await openQuestion(browser, pages);
    await until(question, `document.activeElement?.matches('.answers .button-main')`);
    await check(question);
    expect(
      await question.evaluate<boolean>(
        `[...document.querySelectorAll('button')].every((button) => button.getBoundingClientRect().height >= ${TARGET})`,
      ),
    ).toBe(true);
    await tab.evaluate(`document.querySelector('iframe').remove()`);
    const gone = await browser.openExtensionPage(
      await question.evaluate<string>('location.href.slice(location.href.indexOf("pages/"))'),
    );
    await until(gone, `document.querySelector('h1') && !document.querySelector('button')`);
    await check(gone);
    for (const one of [gone, question, tab]) await one.close();
  });
});
