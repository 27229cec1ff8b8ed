/** X: which part of the page is a post, and what a person reads in it. */

import type { Post, QuotedPost } from '../../core/types.ts';
import { hashtagsIn, inDocumentOrder, outermost, textKey, visibleText } from '../dom.ts';
import { oncePerMoment } from '../moment.ts';
import { filterInSteps, finish, lastInSteps, type Steps } from '../steps.ts';
import * as on from './x.selectors.ts';
import { hasBar, looseBars, looseBarsInSteps, testId } from './x-bar.ts';

/** A long article has the id of the post that it is. */
export const STATUS_PATH = /^\/(?:(\w+)|i(?:\/web)?)\/(?:status|article)\/(\d+)/;
const PROFILE_PATH = /^\/(\w+)\/?$/;

/** Path of a link to this site, '' for any other; saved pages have absolute addresses. */
export const pathOf = oncePerMoment((link: Element): string => {
  const href = link.getAttribute('href');
  if (href === null || !URL.canParse(href, 'https://x.com')) {
    return '';
  }
  const url = new URL(href, 'https://x.com');
  return on.HOSTS.includes(url.hostname) ? url.pathname : '';
});

export function pagePath(element: Element): string {
  const url = element.ownerDocument.URL;
  return URL.canParse(url) ? new URL(url).pathname : '';
}

export function isBefore(a: Element, b: Element): boolean {
  return (a.compareDocumentPosition(b) & 4) !== 0;
}

const isPost = oncePerMoment(
  (article: Element): boolean =>
    !on.NO_POST_IDS.includes(testId(article)) &&
    (article.querySelector(on.USER_NAME) !== null ||
      article.querySelector(on.STATUS_LINK) !== null ||
      hasBar(article)),
);

/** A post that a long article shows between its paragraphs: it has a row of its own. */
const isEmbedded = oncePerMoment(
  (article: Element): boolean => article.matches(on.EMBEDDED) && article.querySelector(on.USER_NAME) !== null,
);

const embeddedIn = oncePerMoment((post: Element): readonly Element[] =>
  [...post.querySelectorAll(on.EMBEDDED)].filter(isEmbedded),
);

/** Smallest part of the page with the row and somebody's name; the video reel has no articles. */
function containerOf(bar: Element): Element | undefined {
  for (
    let node = bar.parentElement;
    node !== null && !node.matches('body, main');
    node = node.parentElement
  ) {
    if (node.querySelectorAll(on.ACTION_GROUP).length > 1 && looseBars(node).length > 1) {
      return undefined;
    }
    if (node.querySelector(`${on.USER_NAME}, ${on.TEXT}, ${on.STATUS_LINK}`) !== null) {
      return node;
    }
  }
  return undefined;
}

/** Row of the photo viewer: its post stands beside it, or is the one in the address. */
function isRowOfViewer(bar: Element): boolean {
  return bar.closest(on.DIALOG)?.querySelector(on.ARTICLE) != null;
}

export function postsIn(root: ParentNode): Element[] {
  return finish(postsInSteps(root));
}

export function* postsInSteps(root: ParentNode): Steps<Element[]> {
  const found = yield* filterInSteps(root.querySelectorAll(on.ARTICLE), isPost);
  const tops = new Set(outermost(found));
  const articles = found.filter((article) => tops.has(article) || isEmbedded(article));
  const loose: Element[] = [];
  for (const bar of yield* looseBarsInSteps(root)) {
    yield;
    const container = isRowOfViewer(bar) ? undefined : containerOf(bar);
    if (container !== undefined && container.querySelector(on.ARTICLE) === null) {
      loose.push(container);
    }
  }
  return loose.length === 0 ? articles : inDocumentOrder([...articles, ...outermost(loose)]);
}

/** @see SiteInSteps.lastPosts */
export function* lastPosts(document: Document, most: number): Steps<Element[]> {
  const last = yield* lastInSteps(document, most, (element) =>
    element.matches(on.ARTICLE) ? articleAround(element) : undefined,
  );
  return last.length === most ? last : yield* postsInSteps(document);
}

/** Outermost post around the element, unless a long article shows one; the article of an unavailable quote is inside one. */
export function articleAround(element: Element): Element | undefined {
  let found: Element | undefined;
  for (let node = element.closest(on.ARTICLE); node; node = node.parentElement?.closest(on.ARTICLE) ?? null) {
    if (isPost(node)) {
      found = node;
    }
    if (isEmbedded(node)) {
      break;
    }
  }
  return found;
}

/** The post, also where the row stands outside of an article: video reel, photo viewer, other wrappers. */
export function postAround(element: Element): Element | undefined {
  const article = articleAround(element);
  if (article !== undefined) {
    return article;
  }
  const dialog = element.closest(on.DIALOG);
  const posts = postsIn(dialog ?? element.ownerDocument);
  const around = posts.find((post) => post.contains(element));
  if (around !== undefined || dialog === null) {
    return around;
  }
  return focusedIn(dialog) ?? posts[0] ?? namedIn(element.ownerDocument);
}

/** The post of a status address, wherever it stands: behind a photo viewer there is its timeline. */
function namedIn(document: Document): Element | undefined {
  const id = STATUS_PATH.exec(pagePath(document.documentElement))?.[2];
  return id === undefined ? undefined : postsIn(document).find((post) => statusOf(post)?.id === id);
}

/** The post with this id, of an intent address. */
export function postWithId(document: Document, id: string): Element | undefined {
  return postsIn(document).find((post) => statusOf(post)?.id === id);
}

/** The post that a status page is about: the one in the address, else the one that X marks as focused. */
export function focusedIn(root: ParentNode): Element | undefined {
  const posts = postsIn(root).filter((post) => root.nodeType !== 9 || post.closest(on.DIALOG) === null);
  const first = posts[0];
  const id = first === undefined ? undefined : STATUS_PATH.exec(pagePath(first))?.[2];
  const named = id === undefined ? undefined : posts.find((post) => statusOf(post)?.id === id);
  return named ?? posts.find((post) => post.matches(on.FOCUSED));
}

/** A quote, by its role, else what stands around the second name of the post. */
const quoteIn = oncePerMoment((post: Element): Element | undefined => {
  const [first, second] = ownAll(post, undefined, on.USER_NAME);
  const quote = ownAll(post, undefined, on.QUOTE).find(
    (link) =>
      link.querySelector(`${on.USER_NAME}, ${on.TEXT}`) !== null &&
      (second === undefined || first === undefined || !link.contains(first)),
  );
  if (quote !== undefined || first === undefined || second === undefined) {
    return quote;
  }
  let around = second;
  for (let node = second.parentElement; node !== null && !node.contains(first); node = node.parentElement) {
    if (hasBar(node)) {
      break;
    }
    around = node;
  }
  return around;
});

/** Matches that belong to the post itself and not to a post that it quotes or shows. */
function ownAll(post: Element, quote: Element | undefined, selector: string): Element[] {
  const embedded = embeddedIn(post);
  return [...post.querySelectorAll(selector)].filter(
    (element) => quote?.contains(element) !== true && !embedded.some((other) => other.contains(element)),
  );
}

interface Status {
  readonly handle: string;
  readonly id: string;
}

/** The permalink has the time in it; other status links (photo, analytics) start with the same path. */
const statusOf = oncePerMoment((post: Element): Status | undefined => {
  const links = ownAll(post, quoteIn(post), on.STATUS_LINK);
  const timed = links.filter((link) => link.querySelector('time') !== null);
  for (const link of [...timed, ...links]) {
    const [, handle, id] = STATUS_PATH.exec(pathOf(link)) ?? [];
    if (id !== undefined) {
      return { handle: (handle ?? '').toLowerCase(), id };
    }
  }
  const immersive = post.querySelector(on.IMMERSIVE);
  const id = immersive === null ? undefined : /\d{5,}$/.exec(testId(immersive))?.[0];
  return id === undefined ? undefined : { handle: '', id };
});

/** Name and handle that a block names; a quoted author has no links, only lines: the name, then the handle. */
export function personIn(userName: Element | undefined): { readonly name: string; readonly handle: string } {
  if (userName === undefined) {
    return { name: '', handle: '' };
  }
  const first = [...userName.querySelectorAll('a[href]')].find((link) => profileOf(link) !== '');
  const linked = first && profileOf(first);
  const linkText = first === undefined ? '' : firstLine(first);
  const isNamed = linkText !== '' && !linkText.startsWith('@');
  if (isNamed && linked !== undefined) {
    return { name: linkText, handle: linked };
  }
  const lines = visibleText(userName).split(/\s*\n\s*/);
  const written = lines.map((line) => /^@(\w+)/.exec(line)?.[1]).find((name) => name);
  const name = isNamed ? linkText : (lines[0] ?? '');
  return { name: name.startsWith('@') ? '' : name, handle: (linked || written || '').toLowerCase() };
}

function firstLine(element: Element): string {
  return visibleText(element).split('\n')[0]?.replace(/\s+/g, ' ').trim() ?? '';
}

/** Handle of the account that a link leads to, lower case, or ''. */
export function profileOf(link: Element): string {
  const handle = PROFILE_PATH.exec(pathOf(link))?.[1]?.toLowerCase() ?? '';
  return on.PAGES.includes(handle) ? '' : handle;
}

/** Where no id names the author: the links to the account of the permalink, else the first account that is linked. */
function linkedPerson(
  post: Element,
  quote: Element | undefined,
): { readonly name: string; readonly handle: string } {
  const links = ownAll(post, quote, 'a[href]').filter(
    (link) => profileOf(link) !== '' && link.closest(`${on.SOCIAL_CONTEXT}, ${on.TEXT}`) === null,
  );
  const handle = statusOf(post)?.handle || (links[0] === undefined ? '' : profileOf(links[0]));
  const names = links.filter((link) => profileOf(link) === handle).map(firstLine);
  return { handle, name: names.find((name) => name !== '' && !name.startsWith('@')) ?? '' };
}

function avatarHandle(post: Element, quote: Element | undefined): string {
  const [avatar] = ownAll(post, quote, `[data-testid^="${on.AVATAR_PREFIX}"]`);
  return avatar === undefined ? '' : testId(avatar).slice(on.AVATAR_PREFIX.length).toLowerCase();
}

function textOf(element: Element | undefined): string {
  return element === undefined ? '' : visibleText(element);
}

/** Text of the post, all parts of it: a long article has a title and a body. */
function textIn(post: Element, quote: Element | undefined): string {
  const named = outermost(ownAll(post, quote, on.TEXT));
  const texts = named.length > 0 ? named : outermost(ownAll(post, quote, on.TEXT_FALLBACK));
  return texts
    .filter((text) => text.closest(on.CARD) === null)
    .map((text) => visibleText(text, { skip: isEmbedded }))
    .filter((text) => text !== '')
    .join('\n');
}

function altsIn(post: Element): string[] {
  const alts = [...post.querySelectorAll(on.PHOTO)].map((photo) => {
    const label = photo.getAttribute('aria-label') ?? photo.getAttribute('alt') ?? '';
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
function contextOf(post: Element, quote: Element | undefined): string | null {
  const context = post.querySelector(on.SOCIAL_CONTEXT);
  if (context !== null && (context.closest('a') !== null || context.querySelector('a') !== null)) {
    const name = context.querySelector('a') ?? context.firstElementChild;
    return textOf(name ?? undefined) || textOf(context) || null;
  }
  const community = ownAll(post, quote, on.COMMUNITY_LINK).find((link) => link.closest(on.TEXT) === null);
  return textOf(community) || null;
}

/** A long article may show several posts; they are read as one quote. */
function readQuote(quotes: readonly Element[]): QuotedPost | null {
  const [first] = quotes;
  if (first === undefined) {
    return null;
  }
  const texts = quotes.map((quote) =>
    textOf(quote.querySelector(on.TEXT) ?? quote.querySelector(on.TEXT_FALLBACK) ?? undefined),
  );
  return {
    author: personIn(first.querySelector(on.USER_NAME) ?? undefined).name,
    text: texts.filter((text) => text !== '').join('\n'),
  };
}

export function readPost(container: Element): Post {
  const quote = quoteIn(container);
  const named = personIn(ownAll(container, quote, on.USER_NAME)[0]);
  const person = named.name === '' ? linkedPerson(container, quote) : named;
  const status = statusOf(container);
  const handle = named.handle || person.handle || status?.handle || avatarHandle(container, quote);
  const text = textIn(container, quote);
  const alts = altsIn(container);
  const quoted = readQuote(quote === undefined ? embeddedIn(container) : [quote]);
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
    group: contextOf(container, quote),
  };
}
