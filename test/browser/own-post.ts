import { until } from './driver/driver.ts';
import type { Lane } from './lanes.ts';
import { protectedTab } from './scenario.ts';

export const EDITOR = '[data-testid=tweetTextarea_0]:is([contenteditable=true], textarea)';
export const SUBMIT = '[data-testid^=tweetButton]:not([disabled])';
export const OWN_WORDS = 'Coblos nomor 2';

/** A post of the person's own stands ready on X: sending it is one of the actions that ask for more than a press. */
export async function draftOwnPost({ tab, pages }: Lane): Promise<void> {
  await tab.goto('https://x.com/home.id.html');
  await protectedTab(pages, 'x.com');
  await tab.click(EDITOR);
  await tab.type(OWN_WORDS);
  await until(tab, `document.querySelector(${JSON.stringify(SUBMIT)})`);
}

/** Waits by the clock of the page. */
export async function pass({ tab }: Lane, milliseconds: number): Promise<void> {
  await tab.evaluate('window.since = performance.now()');
  await until(tab, `performance.now() - window.since > ${milliseconds}`);
}
