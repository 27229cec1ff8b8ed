import { browser } from '../shared/browser.ts';
import type { Message } from '../shared/messages.ts';

/** Tells the open pages of the extension that signed lists were looked for, so that they ask what is known now. */
export function tellSourcesChanged(): void {
  const message: Message<'sources.changed'> = { name: 'sources.changed', payload: null };
  // Rejects while no page is open.
  browser.runtime.sendMessage(message).catch(() => undefined);
}
