/** X: which part of the page is a post, and what a person reads in it. */

import type { Post, QuotedPost } from '../core/types.ts';
import { hashtagsIn, outermost, textKey, visibleText } from './dom.ts';
import * as on from './x.selectors.ts';

export const STATUS_PATH = /^\/(?:(\w+)|i(?:\/web)?)\/status\/(\d+)/;

export function testId(element: Element): string {
  return element.getAttribute('data-testid') ?? '';
}

/** Path of a link to this site, '' for any other; saved pages have absolute addresses. */
function pathOf(link: Element): string {
  const href = link.getAttribute('href');
  if (href === null || !URL.canParse(href, 'https://x.com')) {
    return '';
  }
  const url = new URL(href, 'https://x.com');
  return on.HOSTS.includes(url.hostname) ? url.pathname : '';
}

export function pagePath(element: Element): string {
  const url = element.ownerDocument.URL;
  return URL.canParse(url) ? new URL(url).pathname : '';
}

export function isBefore(a: Element, b: Element): boolean {
  return (a.compareDocumentPosition(b) & 4) !== 0;
}

function isPost(article: Element): boolean {
  return testId(article) === on.POST_TEST_ID || article.querySelector(on.USER_NAME) !== null;
}

export function postsIn(root: ParentNode): Element[] {
  return outermost([...root.querySelectorAll(on.ARTICLE)].filter(isPost));
}

/** Outermost post around the element; the article of an unavailable quote is inside one. */
export function articleAround(element: Element): Element | undefined {
  let found: Element | undefined;
  for (let node = element.closest(on.ARTICLE); node; node = node.parentElement?.closest(on.ARTICLE) ?? null) {
    if (isPost(node)) {
      found = node;
    }
  }
  return found;
}

/** The post, or in the photo viewer the post whose bar stands outside its article. */
export function postAround(element: Element): Element | undefined {
  const article = articleAround(element);
  const dialog = element.closest(on.DIALOG);
  return article ?? (dialog === null ? undefined : (focusedIn(dialog) ?? postsIn(dialog)[0]));
}

/** The post that a status page is about: the one in the address, else the one that X marks as focused. */
export function focusedIn(root: ParentNode): Element | undefined {
  const posts = postsIn(root).filter((post) => root.nodeType !== 9 || post.closest(on.DIALOG) === null);
  const first = posts[0];
  const id = first === undefined ? undefined : STATUS_PATH.exec(pagePath(first))?.[2];
  const named = id === undefined ? undefined : posts.find((post) => statusOf(post)?.id === id);
  return named ?? posts.find((post) => post.matches(on.FOCUSED));
}

function quoteIn(post: Element): Element | undefined {
  return [...post.querySelectorAll(on.QUOTE)].find(
    (link) => link.querySelector(`${on.USER_NAME}, ${on.TEXT}`) !== null,
  );
}

/** First match that belongs to the post itself and not to the post it quotes. */
function ownAll(post: Element, quote: Element | undefined, selector: string): Element[] {
  return [...post.querySelectorAll(selector)].filter((element) => quote?.contains(element) !== true);
}

/** The permalink has the time in it; other status links (photo, analytics) start with the same path. */
function statusOf(post: Element): { readonly handle: string; readonly id: string } | undefined {
  const links = ownAll(post, quoteIn(post), on.STATUS_LINK);
  const timed = links.filter((link) => link.querySelector('time') !== null);
  for (const link of [...timed, ...links]) {
    const [, handle, id] = STATUS_PATH.exec(pathOf(link)) ?? [];
    if (id !== undefined) {
      return { handle: (handle ?? '').toLowerCase(), id };
    }
  }
  return undefined;
}

/** A quoted author has no links, only lines: the name, then the handle. */
function personIn(userName: Element | undefined): { readonly name: string; readonly handle: string } {
  if (userName === undefined) {
    return { name: '', handle: '' };
  }
  const lines = visibleText(userName).split(/\s*\n\s*/);
  const links = [...userName.querySelectorAll('a[href]')];
  const linked = links.map((link) => /^\/(\w+)\/?$/.exec(pathOf(link))?.[1]).find((name) => name);
  const written = lines.map((line) => /^@(\w+)/.exec(line)?.[1]).find((name) => name);
  const first = links[0];
  const linkText = first === undefined ? '' : visibleText(first).replace(/\s+/g, ' ');
  const name = linkText !== '' && !linkText.startsWith('@') ? linkText : (lines[0] ?? '');
  return { name: name.startsWith('@') ? '' : name, handle: (linked ?? written ?? '').toLowerCase() };
}

function avatarHandle(post: Element, quote: Element | undefined): string {
  const [avatar] = ownAll(post, quote, `[data-testid^="${on.AVATAR_PREFIX}"]`);
  return avatar === undefined ? '' : testId(avatar).slice(on.AVATAR_PREFIX.length).toLowerCase();
}

function textOf(element: Element | undefined): string {
  return element === undefined ? '' : visibleText(element);
}

function altsIn(post: Element): string[] {
  const alts = [...post.querySelectorAll(on.PHOTO)].map((photo) => {
    const label = photo.getAttribute('aria-label') ?? '';
    return (label === '' ? (photo.querySelector('img[alt]')?.getAttribute('alt') ?? '') : label).trim();
  });
  return [...new Set(alts)].filter((alt) => alt !== '' && !on.NO_DESCRIPTION.includes(alt.toLowerCase()));
}

/** A card with a large picture shows its title in the picture; then the name of its link is what people read. */
function linkText(card: Element | undefined): string {
  const shown = textOf(card);
  return shown === '' ? (card?.querySelector('a[aria-label]')?.getAttribute('aria-label') ?? '') : shown;
}

/** Who reposted it, or the community; "Pinned" stands without a link. */
function contextOf(post: Element): string | null {
  const context = post.querySelector(on.SOCIAL_CONTEXT);
  if (context === null || (context.closest('a') === null && context.querySelector('a') === null)) {
    return null;
  }
  const name = context.querySelector('a') ?? context.firstElementChild;
  return textOf(name ?? undefined) || textOf(context) || null;
}

function readQuote(quote: Element | undefined): QuotedPost | null {
  if (quote === undefined) {
    return null;
  }
  return {
    author: personIn(quote.querySelector(on.USER_NAME) ?? undefined).name,
    text: textOf(quote.querySelector(on.TEXT) ?? undefined),
  };
}

export function readPost(container: Element): Post {
  const quote = quoteIn(container);
  const person = personIn(ownAll(container, quote, on.USER_NAME)[0]);
  const status = statusOf(container);
  const handle = person.handle || status?.handle || avatarHandle(container, quote);
  const text = textOf(ownAll(container, quote, on.TEXT)[0]);
  const alts = altsIn(container);
  const quoted = readQuote(quote);
  const content = [handle, text, ...alts, quoted?.author ?? '', quoted?.text ?? ''].join('\n');
  return {
    key:
      status === undefined
        ? textKey(content)
        : status.handle === ''
          ? `/i/status/${status.id}`
          : `/${status.handle}/status/${status.id}`,
    author: person.name || handle,
    handle,
    text,
    hashtags: hashtagsIn(text),
    alts,
    link: linkText(ownAll(container, quote, on.CARD)[0]),
    quoted,
    group: contextOf(container),
  };
}
