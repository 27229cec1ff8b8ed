/** A page that a browser has saved: its document, the address it was saved from, and the style sheets beside it. */

import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { readBytes } from '../files.ts';
import { originalAddress, restoreLinks } from './archived-links.ts';
import { useFirstMatch } from './first-match.ts';
import { mhtmlPage } from './mhtml.ts';
import { useSavedStyles, useSavedVisibility } from './saved-styles.ts';

export interface SavedPage {
  readonly html: string;
  /** Address that the file itself names, or undefined. */
  readonly address?: string | undefined;
  /** Text of a style sheet that a link of the page names, or undefined. */
  readonly sheet?: ((href: string) => string | undefined) | undefined;
}

/** What a browser and a well-known extension write at the top of a page that they save. */
const SAVED_FROM = [
  /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i,
  /<!--\s*Page saved with SingleFile\s+url:\s*(\S+)/i,
];
const TOP = 4_000;

/** @throws UsageError when the file cannot be read. */
export function readSavedPage(file: string): SavedPage {
  const bytes = Buffer.from(readBytes(file));
  const mhtml = mhtmlPage(bytes.toString('latin1'));
  if (mhtml !== undefined) {
    return { ...mhtml, sheet: (href) => mhtml.sheets.get(href) };
  }
  const html = bytes.toString('utf8').replace(/^\ufeff/, '');
  const address = SAVED_FROM.map((pattern) => pattern.exec(html.slice(0, TOP))?.[1]).find((found) => found);
  return { html, address, sheet: (href) => sheetBeside(file, href) };
}

/** A sheet in the folder that a browser saves with the page; nothing outside of the folder of the page is read. */
function sheetBeside(file: string, href: string): string | undefined {
  if (/^[a-z][a-z\d+.-]*:|^\/|[?#]/i.test(href)) {
    return undefined;
  }
  const folder = dirname(resolve(file));
  try {
    const path = resolve(folder, decodeURIComponent(href));
    const within = relative(folder, path);
    return within.startsWith('..') || isAbsolute(within) ? undefined : readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** What the page says of its own address. */
function addressOf(document: Document): string | undefined {
  const link = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const address = link ?? document.querySelector('meta[property="og:url"]')?.getAttribute('content');
  return address != null && /^https?:/.test(address) && URL.canParse(address) ? address : undefined;
}

/**
 * The saved page as a document: no script runs, nothing is fetched, and its style sheets are read by us. Its address is
 * `url`, else the one in the file, else the one that the page states, else `about:blank`.
 */
export async function loadPage(page: SavedPage, url?: string): Promise<Document> {
  const { JSDOM, VirtualConsole } = await import('jsdom');
  // With an unknown type jsdom keeps the text of a style sheet and does not parse it, which takes seconds.
  const quiet = page.html.replace(/<style\b/gi, '<style type="text/saved"');
  const dom = new JSDOM(quiet, { virtualConsole: new VirtualConsole() });
  useFirstMatch(dom.window);
  const { document } = dom.window;
  restoreLinks(document);
  const named = originalAddress(page.address ?? '');
  const address = url ?? (URL.canParse(named) ? named : addressOf(document));
  if (address !== undefined) {
    dom.reconfigure({ url: address });
  }
  useSavedVisibility(document, useSavedStyles(document, page.sheet));
  return document;
}
