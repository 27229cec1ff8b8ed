import { type Tab, type TestBrowser, until } from './driver/driver.ts';
import { protectedTab } from './scenario.ts';

const FRAME = `document.querySelector('iframe')`;
const PAGE = 'https://x.com/intent.en.html';

/** A page of X with a frame of X in it that is too small for the reminder. */
export async function showSmallFrame(tab: Tab): Promise<void> {
  await tab.goto(PAGE);
  await tab.evaluate(`(() => {
    const frame = document.createElement('iframe');
    frame.style.cssText = 'position: fixed; inset: 0 auto auto 0; width: 320px; height: 220px; z-index: 9';
    frame.src = 'https://x.com/feed.id.html';
    document.body.append(frame);
  })()`);
  await until(tab, `${FRAME}.contentWindow.performed && ${FRAME}.contentDocument.readyState === 'complete'`);
}

/** Presses the like of a post in the frame, which selectors do not reach. */
export async function likeInFrame(tab: Tab, post: string): Promise<void> {
  const place = await tab.evaluate<{ x: number; y: number }>(`(() => {
    const button = ${FRAME}.contentDocument.querySelector('[data-test-id=${post}] [data-testid=like]');
    button.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = button.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  })()`);
  await tab.clickAt(place.x, place.y);
}

export const performedInFrame = (tab: Tab) => tab.evaluate(`${FRAME}.contentWindow.performed`);

/** Our page that asks, once its buttons take an answer. */
export async function questionOf(browser: TestBrowser): Promise<Tab> {
  const page = await browser.openedExtensionPage('pages/confirm/index.html');
  await until(page, `document.querySelectorAll('.answers button').length === 2`);
  await page.evaluate(`window.shown = performance.now()`);
  await until(page, 'performance.now() - window.shown > 650');
  return page;
}

/** All of that: a tab with such a frame, and the page that asks about the like in it. */
export async function openQuestion(
  browser: TestBrowser,
  extensionPage: Tab,
): Promise<{ readonly tab: Tab; readonly question: Tab }> {
  const tab = await browser.open(PAGE);
  await showSmallFrame(tab);
  await protectedTab(extensionPage, 'x.com');
  await likeInFrame(tab, 'campaign');
  return { tab, question: await questionOf(browser) };
}
