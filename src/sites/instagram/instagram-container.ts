/** Instagram: which part of the page is a post, a comment or a message. */

import { outermost } from '../dom.ts';
import { oncePerMoment } from '../moment.ts';
import { filterInSteps, finish, lastInSteps, type Steps } from '../steps.ts';
import type { Surface } from '../surface.ts';
import * as on from './instagram.selectors.ts';
import { actionIcons, barAround, iconMeaning } from './instagram-icon.ts';
import { accountLinks, accountOf, pageSegments, permalinkIn, surfaceByAddress } from './instagram-page.ts';

const ancestors = oncePerMoment((element: Element): readonly Element[] => {
  const nodes: Element[] = [];
  for (let node: Element | null = element; node !== null; node = node.parentElement) {
    nodes.push(node);
  }
  return nodes;
});

/** Grids of a profile, lists of accounts and emptied cells are articles too. */
const isPost = oncePerMoment((article: Element): boolean => {
  if (actionIcons(article).length > 0 || article.querySelector(on.EDITOR) !== null) {
    return true;
  }
  const accounts = new Set(accountLinks(article).map(accountOf));
  return accounts.size > 0 && (accounts.size < 3 || article.querySelector('time') !== null);
});

/** Largest ancestor with exactly one video: in the reels feed a post has no element of its own. */
function reelAround(element: Element): Element | undefined {
  let found: Element | undefined;
  for (let node: Element | null = element; node !== null; node = node.parentElement) {
    const videos = (node.matches(on.VIDEO) ? 1 : 0) + node.querySelectorAll(on.VIDEO).length;
    if (videos > 1 || node === element.ownerDocument.body) {
      break;
    }
    if (videos === 1) {
      found = node;
    }
    if (node.matches(on.MAIN)) {
      break;
    }
  }
  return found;
}

type Kind = 'page' | 'reels' | 'story' | 'embed' | 'messages' | 'feed';

/** `page` is a single post, `reels` and `story` are viewers; everywhere else posts are articles. */
export const kindOf = oncePerMoment((page: Document): Kind => {
  const surface = surfaceByAddress(page);
  if (surface === 'story' || surface === 'messages') {
    return surface;
  }
  if (surface === 'plugin') {
    return 'embed';
  }
  if (surface === 'reels' || (pageSegments(page)[0] === 'reel' && hasVideos(page))) {
    return 'reels';
  }
  if (surface === 'live') {
    return 'page';
  }
  return surface === 'permalink' && !hasArticle(page) ? 'page' : 'feed';
});

/** More than one: the address of a single reel stays while a person goes on to the next. */
function hasVideos(page: Document): boolean {
  return (page.querySelector(on.MAIN)?.querySelectorAll(on.VIDEO).length ?? 0) > 1;
}

function hasArticle(page: Document): boolean {
  // A live list is walked no further than to the first one, which in a long feed is near.
  for (const article of page.getElementsByTagName(on.ARTICLE)) {
    if (isPost(article)) {
      return true;
    }
  }
  return false;
}

export function isStoryPage(element: Element): boolean {
  return kindOf(element.ownerDocument) === 'story';
}

/** The innermost section with a picture: the page itself is a section around the viewer and the navigation. */
function storyAround(element: Element): Element | undefined {
  return ancestors(element).find(
    (node) =>
      node.matches(on.STORY) &&
      node.querySelector(on.MEDIA) !== null &&
      node.querySelector(on.PAGE_PARTS) === null,
  );
}

/** A picture or video; an emoji is a picture too, with itself as its words. */
function hasMedia(node: Element): boolean {
  return [...node.querySelectorAll(on.MEDIA)].some((media) => {
    const alt = media.getAttribute('alt') ?? '';
    return media.localName === 'video' || alt === '' || /\p{L}|\p{N}/u.test(alt);
  });
}

/** Smallest ancestor of a row of actions that also has the picture and the author. */
function postOfBar(bar: Element): Element | undefined {
  const post = ancestors(bar).find((node) => hasMedia(node) && accountLinks(node).length > 0);
  return post?.matches(`body, ${on.MAIN}`) === true ? undefined : post;
}

/** Hearts in rows of actions, where posts have lost their element: outside the navigation and outside messages. */
function barsIn(root: ParentNode): Element[] {
  return finish(barsInSteps(root));
}

function* barsInSteps(root: ParentNode): Steps<Element[]> {
  const bars = new Set<Element>();
  for (const icon of actionIcons(root)) {
    yield;
    const around = icon.closest(on.NAVIGATION) === null ? icon.closest(`${on.DIALOG}, ${on.MAIN}`) : null;
    const bar = around === null ? undefined : barAround(icon, around);
    if (bar !== undefined && around !== null && iconMeaning(icon, around)?.action === 'like') {
      bars.add(bar);
    }
  }
  return [...bars];
}

function* postsByBar(root: ParentNode): Steps<Element[]> {
  const posts = new Set<Element>();
  for (const bar of yield* barsInSteps(root)) {
    yield;
    const post = postOfBar(bar);
    if (post !== undefined) {
      posts.add(post);
    }
  }
  return outermost([...posts]);
}

/** The same for one element: the nearest row of actions decides, and between two posts there is none. */
function postByBarAround(element: Element): Element | undefined {
  for (let node: Element | null = element; node !== null; node = node.parentElement) {
    const [bar, ...more] = barsIn(node);
    if (bar !== undefined) {
      const post = more.length === 0 ? postOfBar(bar) : undefined;
      return post?.contains(element) === true ? post : undefined;
    }
  }
  return undefined;
}

/** A dialog over a single page shows a post when it has a row of actions of its own. */
function pageAround(element: Element): Element | undefined {
  const dialog = element.closest(on.DIALOG);
  if (dialog === null) {
    return element.closest(on.MAIN) ?? undefined;
  }
  return barsIn(dialog).length > 0 ? dialog : undefined;
}

/** The outermost article around an element that is a post. */
function articleAround(element: Element): Element | undefined {
  return ancestors(element)
    .filter((node) => node.matches(on.ARTICLE) && isPost(node))
    .at(-1);
}

/** Post around an element, or undefined in layers and lists outside any post. */
export const postAround = oncePerMoment((element: Element): Element | undefined => {
  const page = element.ownerDocument;
  const kind = kindOf(page);
  if (kind === 'messages') {
    return undefined;
  }
  const article = articleAround(element);
  if (article !== undefined) {
    return article;
  }
  if (kind === 'page') {
    return pageAround(element);
  }
  if (kind === 'embed') {
    return element.closest(on.EMBED) ?? page.body;
  }
  const isInDialog = element.closest(on.DIALOG) !== null;
  if (kind === 'story') {
    return isInDialog ? undefined : storyAround(element);
  }
  if (kind === 'reels' && !isInDialog) {
    const reel = reelAround(element);
    if (reel !== undefined) {
      return reel;
    }
  }
  return hasArticle(page) ? undefined : postByBarAround(element);
});

const SEEDS: Readonly<Partial<Record<Kind, string>>> = {
  page: `${on.MAIN}, ${on.DIALOG}`,
  reels: on.VIDEO,
  story: `${on.STORY} img, ${on.STORY} ${on.VIDEO}`,
  embed: on.EMBED,
};

export function findPosts(root: ParentNode): Element[] {
  return finish(postsInSteps(root));
}

/** @see SiteInSteps.lastPosts */
export function* lastPosts(document: Document, most: number): Steps<Element[]> {
  const last =
    kindOf(document) === 'messages'
      ? []
      : yield* lastInSteps(document, most, (element) =>
          element.matches(on.ARTICLE) ? articleAround(element) : undefined,
        );
  return last.length === most ? last : yield* postsInSteps(document);
}

export function* postsInSteps(root: ParentNode): Steps<Element[]> {
  const page = root.nodeType === 9 ? (root as Document) : root.ownerDocument;
  const kind = page === null ? 'feed' : kindOf(page);
  if (kind === 'messages') {
    return [];
  }
  const articles = yield* filterInSteps(root.querySelectorAll(on.ARTICLE), isPost);
  if (articles.length > 0) {
    return outermost(articles);
  }
  const seeds = SEEDS[kind];
  const found = new Set<Element>();
  for (const seed of seeds === undefined ? [] : root.querySelectorAll(seeds)) {
    yield;
    const post = postAround(seed);
    if (post !== undefined && !found.has(post) && (kind !== 'page' || isPost(post))) {
      found.add(post);
    }
  }
  const posts = [...found];
  if (kind === 'page') {
    // The grid of the profile behind a dialog is no post.
    const inDialog = posts.filter((post) => post.matches(on.DIALOG));
    return outermost(inDialog.length > 0 ? inDialog : posts);
  }
  if (posts.length > 0) {
    return outermost(posts);
  }
  if (kind === 'embed') {
    return page !== null && root.contains(page.body) && isPost(page.body) ? [page.body] : [];
  }
  return yield* postsByBar(root);
}

/** The comment that a small heart stands in: the smallest element around it that names an account. */
export function commentAround(element: Element): Element | undefined {
  const row = ancestors(element).find((node) => accountLinks(node).length > 0);
  const post = postAround(element);
  if (row === undefined || row.matches(`body, ${on.MAIN}, ${on.HEADER}`) || row === post) {
    return undefined;
  }
  if (post !== undefined) {
    return post.contains(row) ? row : undefined;
  }
  return row.closest(on.DIALOG) !== null && namesOne(row) ? row : undefined;
}

/** A comment names its author and whom it mentions; a list names many. */
function namesOne(row: Element): boolean {
  const names = accountLinks(row).filter((link) => !(link.textContent ?? '').trim().startsWith('@'));
  return new Set(names.map(accountOf)).size === 1;
}

/** The message around an element of a chat: its row, else the smallest element with words or a picture. */
export function messageAround(element: Element): Element | undefined {
  if (
    kindOf(element.ownerDocument) !== 'messages' ||
    element.closest(`form, ${on.EDITOR}, ${on.HEADER}`) !== null
  ) {
    return undefined;
  }
  return element.closest(on.MESSAGE) ?? undefined;
}

/** Where the page is, by its address and by a post in a dialog over it. */
export function surfaceOf(page: Document): Surface {
  return finish(surfaceInSteps(page));
}

/** @see SiteInSteps.surfaceOf */
export function* surfaceInSteps(page: Document): Steps<Surface> {
  const surface = surfaceByAddress(page);
  if (surface === 'messages' || surface === 'story' || surface === 'plugin') {
    return surface;
  }
  if (permalinkIn(pageSegments(page)) === undefined) {
    return surface;
  }
  for (const dialog of page.querySelectorAll(on.DIALOG)) {
    yield;
    const hasPost = [...dialog.querySelectorAll(on.ARTICLE)].some(isPost);
    if (hasPost || (yield* barsInSteps(dialog)).length > 0) {
      return 'dialog';
    }
  }
  return surface;
}
