import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Tab, type TestBrowser, untilResolved } from './driver/driver.ts';
import { root } from './driver/installed.ts';

const AXE = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const STORED = '(globalThis.browser ?? chrome).storage.local';

/** Whether a page is no wider than its window. */
export const FITS = 'document.documentElement.scrollWidth <= document.documentElement.clientWidth';

/** What can be pressed and is too small for a finger, as HTML. */
export const TOO_SMALL = `[...document.querySelectorAll('button, input, select, textarea, summary, .arrow-link')]
  .filter((one) => one.getBoundingClientRect().height > 0 && one.getBoundingClientRect().height < 44).map((one) => one.outerHTML.slice(0, 80))`;

/** Faults of axe, one line each. */
export async function axeFaults(tab: Tab): Promise<readonly string[]> {
  await tab.evaluate(`typeof axe === 'undefined' && (() => { ${AXE} })(), 0`);
  const { violations } = await tab.evaluate<AxeResults>(
    // To name the thousands of elements that pass takes longer than to look.
    `axe.run(document, {
      rules: Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }])),
      resultTypes: ['violations'],
    })`,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${JSON.stringify(target)}`));
}

/** The language of the browser itself depends on the machine. Waits until the rules are there. */
export async function setLanguage(browser: TestBrowser, language: 'id' | 'en'): Promise<void> {
  const page = await browser.openExtensionPage('pages/settings/index.html');
  await untilResolved(
    page,
    `${STORED}.get(['settings', 'snapshot']).then(({ settings, snapshot }) => Boolean(settings && snapshot))`,
  );
  await page.evaluate(`(async () => {
    const { settings } = await ${STORED}.get('settings');
    const payload = { ...settings, language: ${JSON.stringify(language)} };
    await (globalThis.browser ?? chrome).runtime.sendMessage({ name: 'settings.save', payload });
  })()`);
  await page.close();
}

/** What is saved is kept for the test. A real download opens a panel of Firefox that takes the next keys. */
export async function keepSaved(tab: Tab): Promise<void> {
  await tab.evaluate(`(() => {
    URL.createObjectURL = (blob) => { window.saved = blob; return '#'; };
    HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };
  })()`);
}

/** Picks a file in the field; `content` is JavaScript, such as a text in quotes or an array of bytes. */
export function give(field: string, content: string, file: string): string {
  return `(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([${content}], ${JSON.stringify(file)}));
    const field = ${field};
    field.files = transfer.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  })()`;
}
