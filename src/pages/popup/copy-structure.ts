import { browser } from '../../shared/browser.ts';
import { sendToTab } from '../../shared/messages.ts';

/** Asks the page in front for its structure report and puts it on the clipboard. Rejects when either fails. */
export async function copyStructure(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) throw new Error('There is no active tab.');
  await navigator.clipboard.writeText(await sendToTab(tab.id, 'tab.structure', null, 0));
}
