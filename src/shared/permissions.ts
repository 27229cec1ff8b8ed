import { browser } from './browser.ts';

/** Addresses that the manifest asks for. Firefox lets a person withhold any of them, and Chromium lets too. */
function wanted(): { origins: string[] } {
  const { content_scripts = [] } = browser.runtime.getManifest();
  return { origins: [...new Set(content_scripts.flatMap(({ matches }) => matches))] };
}

export function hasHostAccess(): Promise<boolean> {
  return browser.permissions.contains(wanted());
}

/** Must be called in a click, before anything is awaited: browsers ask only then. Resolves to whether all was given. */
export function requestHostAccess(): Promise<boolean> {
  return browser.permissions.request(wanted());
}

/** Calls `changed` when the person gives or takes access, here or in the browser's own pages. */
export function watchHostAccess(changed: () => void, signal: AbortSignal): void {
  const { onAdded, onRemoved } = browser.permissions;
  for (const event of [onAdded, onRemoved]) {
    const listener = () => changed();
    event.addListener(listener);
    signal.addEventListener('abort', () => event.removeListener(listener), { once: true });
  }
}

/**
 * Whether a list may be fetched from this address. Chromium asks with the same origin for everybody; Firefox would name an
 * origin that no other profile has (measured), unless the person gave access to the host.
 */
export async function mayFetchFrom(url: string): Promise<boolean> {
  return !namesProfile() || browser.permissions.contains({ origins: [hostOf(url)] });
}

/** Must be called in a click, before anything is awaited. */
export async function requestFetchFrom(url: string): Promise<boolean> {
  return !namesProfile() || browser.permissions.request({ origins: [hostOf(url)] });
}

const namesProfile = () => browser.runtime.getURL('').startsWith('moz-extension:');
const hostOf = (url: string) => `https://${new URL(url).hostname}/*`;
