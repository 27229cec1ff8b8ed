/**
 * Pages of the Wayback Machine: their links lead through the archive, and adapters know posts and accounts by address.
 * `https://web.archive.org/web/20240101000000/https://x.com/…`, also without the host and with letters behind the time.
 */
import { queryAll } from '../../sites/dom.ts';

const ARCHIVED = /^(?:https?:\/\/web\.archive\.org)?\/web\/\d{4,14}[a-z_*]*\/(https?:\/\/.+)$/i;

/** The address that was archived, else the same. */
export function originalAddress(address: string): string {
  return ARCHIVED.exec(address)?.[1] ?? address;
}

/** Links lead to the site again, and what the archive has put above the page is taken out. */
export function restoreLinks(document: Document): void {
  for (const link of queryAll(document, 'a[href*="/web/"], link[href*="/web/"]')) {
    link.setAttribute('href', originalAddress(link.getAttribute('href') ?? ''));
  }
  document.querySelector('#wm-ipp-base')?.remove();
}
