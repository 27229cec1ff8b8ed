import { browser } from '../../shared/browser.ts';

/** Asks the page in front for its structure report and puts it on the clipboard. Rejects when either fails. */
export async function copyStructure(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) throw new Error('There is no active tab.');
  const target = { tabId: tab.id };
  // Firefox reads a path without the first slash from the page that asks.
  const [made] = await browser.scripting.executeScript({ target, files: ['/content/structure.js'] });
  if (typeof made?.result !== 'string') throw new Error('The page gave no report.');
  await navigator.clipboard.writeText(made.result);
}
