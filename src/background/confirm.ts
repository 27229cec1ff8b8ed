import { browser, type Runtime } from '../shared/browser.ts';

const SIZE = { width: 520, height: 640 };

/**
 * Opens our page for a question of a frame that is too small to ask it. Only the way back to the frame is in the
 * address; the text goes from the frame to the page, and nothing of it is kept here.
 */
export async function openConfirmation(id: string, sender: Runtime.MessageSender): Promise<null> {
  const way = new URLSearchParams({ id, tab: String(sender.tab?.id), frame: String(sender.frameId ?? 0) });
  const url = browser.runtime.getURL(`pages/confirm/index.html#${way}`);
  // Firefox for Android has tabs only.
  if (browser.windows) await browser.windows.create({ url, type: 'popup', ...SIZE });
  else await browser.tabs.create({ url });
  return null;
}
