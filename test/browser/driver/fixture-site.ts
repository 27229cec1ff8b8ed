import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reactPage, reactScript } from './react-page.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');

const folderOfHost: Record<string, string> = {
  'www.facebook.com': 'facebook',
  'web.facebook.com': 'facebook',
  'm.facebook.com': 'facebook',
  'www.instagram.com': 'instagram',
  'x.com': 'x',
  'twitter.com': 'x',
};

export interface FixtureResponse {
  readonly status: number;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const NOT_FOUND: FixtureResponse = { status: 404, contentType: 'text/plain', headers: {}, body: '' };

/**
 * Runs before anything else of the page. Its window-capture listeners are registered first, as those of a hostile
 * or eager page would be, and count every event that reaches the page.
 */
const probe = `
  window.probe = { events: [], hosts: [], untouched: true };
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'keydown', 'keypress', 'keyup', 'touchstart', 'touchend', 'beforeinput'])
    window.addEventListener(type, (event) => {
      if (event.isTrusted) window.probe.events.push(type);
      if (event.defaultPrevented) window.probe.untouched = false;
    }, true);
  new MutationObserver((records) => {
    for (const record of records)
      for (const node of record.addedNodes)
        if (node.nodeType === 1 && !/^(head|body)$/.test(node.localName)) window.probe.hosts.push({ at: performance.now(), node });
  }).observe(document.documentElement, { childList: true });
`;

/** Every request of a test tab ends here: pages on the true host names, and nothing from the network. */
export function fixtureResponse(address: string): FixtureResponse {
  const url = new URL(address);
  const folder = folderOfHost[url.hostname];
  if (!folder) return NOT_FOUND;
  if (url.pathname === '/react.js') return script(reactScript(folder));
  const language = url.searchParams.get('react');
  if (language) return page(reactPage(language), url);
  // Adapters read addresses too: a page may name its file beside the path that it stands for.
  const named = url.searchParams.get('fixture');
  const name = named ?? (url.pathname === '/' ? 'feed.id.html' : url.pathname.slice(1));
  const file = join(fixtures, folder, name);
  if (!/^[\w.-]+$/.test(name) || !existsSync(file)) return NOT_FOUND;
  const text = readFileSync(file, 'utf8');
  return name.endsWith('.js') ? script(text) : page(text, url);
}

function script(text: string): FixtureResponse {
  return { status: 200, contentType: 'text/javascript', headers: {}, body: text };
}

function page(text: string, url: URL): FixtureResponse {
  const body = text.replace(/<head>/i, () => `<head><script>${probe}</script>`);
  const policy = url.searchParams.get('policy');
  const headers: Record<string, string> = policy ? { 'content-security-policy': policy } : {};
  return { status: 200, contentType: 'text/html; charset=utf-8', headers, body };
}
