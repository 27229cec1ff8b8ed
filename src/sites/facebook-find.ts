/** Finding the posts of Facebook: a ladder of several cohorts that live side by side, tried anew every time. */

import { byId, inDocumentOrder, outermost, queryAll, visibleText } from './dom.ts';
import * as S from './facebook.selectors.ts';

/** Compares a whole label or its beginning, without regard to case. */
export function matches(labels: S.Labels, label: string): boolean {
  const value = label.toLowerCase();
  return (
    labels.exact?.includes(value) === true ||
    labels.prefix?.some((prefix) => value.startsWith(prefix)) === true
  );
}

export function isComment(element: Element): boolean {
  return element.closest(S.COMMENT) !== null;
}

function isPostMenu(element: Element): boolean {
  return matches(S.MENU, element.getAttribute('aria-label') ?? '') && !isComment(element);
}

function isLike(element: Element): boolean {
  const label = element.getAttribute('aria-label') ?? '';
  return (matches(S.LIKE, label) || matches(S.LIKED_ALONE, label)) && !isComment(element);
}

function menusIn(root: ParentNode): Element[] {
  return queryAll(root, S.POST_MENU).filter(isPostMenu);
}

function likesIn(root: ParentNode): Element[] {
  const marked = queryAll(root, `${S.LIKE_MARKER}, ${S.MOBILE_LIKE}`).filter((el) => !isComment(el));
  return marked.length > 0 ? marked : queryAll(root, '[role="button"][aria-label]').filter(isLike);
}

/** Elements that an aria attribute of the container names, in its order; those outside it are left undefined. */
export function resolve(element: Element, attribute: string): (Element | undefined)[] {
  const ids = (element.getAttribute(attribute) ?? '').split(/\s+/).filter((id) => id !== '');
  return ids
    .map((id) => byId(element, id))
    .map((found) => (element.contains(found ?? null) ? found : undefined));
}

/** Placeholders and emptied off-screen posts have the container but nothing of a post inside. */
function hasContent(container: Element): boolean {
  if (container.querySelector(`${S.ANY_MARKER}, ${S.MESSAGE}`) !== null || menusIn(container).length > 0) {
    return true;
  }
  if (container.matches(S.MOBILE_POST)) {
    return (
      container.querySelector(S.MOBILE_BUTTON) !== null && container.querySelector(S.MOBILE_TEXT) !== null
    );
  }
  const described = resolve(container, 'aria-describedby').some((part) => part !== undefined);
  const isArticle = container.matches(S.ARTICLE_POST);
  return (
    (described || isArticle || likesIn(container).length > 0) &&
    container.querySelector('a[href]') !== null &&
    visibleText(container, { limit: 40, skip: (element) => element.matches(S.DECOY) }) !== ''
  );
}

function isContainer(element: Element): boolean {
  return !isComment(element) && element.closest(S.DECOY) === null && hasContent(element);
}

/** The posts that carry a container attribute, in any of the cohorts that live side by side. */
function markedPosts(root: ParentNode): Element[] {
  const selector = `${S.POSINSET_POST}, ${S.ARTICLE_POST}, ${S.MOBILE_POST}`;
  const found = queryAll(root, selector).filter(isContainer);
  // A wrapper of several posts must not swallow them: their text would be matched as one.
  const isWrapper = (outer: Element) =>
    found.filter((inner) => inner !== outer && outer.contains(inner) && likesIn(inner).length > 0).length > 1;
  return outermost(found.filter((element) => !isWrapper(element)));
}

/** Smallest ancestor of `seed` for which `isEnough`, not beyond the dialog, the feed or the main region. */
function climb(seed: Element, isEnough: (element: Element) => boolean): Element | undefined {
  for (let node = seed.parentElement; node !== null && !node.matches(S.BOUNDARY); node = node.parentElement) {
    if (isEnough(node)) {
      return node;
    }
    if (node.matches(S.LAYER)) {
      return undefined;
    }
  }
  return undefined;
}

/** Posts without a container attribute: around their menu, else around their header and Like marker. */
function inferredPosts(root: ParentNode, known: readonly Element[]): Element[] {
  const found: Element[] = [];
  const isNew = (seed: Element) =>
    ![...known, ...found].some((post) => post.contains(seed)) && seed.closest(S.DECOY) === null;
  for (const menu of menusIn(root)) {
    if (isNew(menu)) {
      const post = climb(menu, (node) => likesIn(node).length > 0);
      if (post !== undefined && menusIn(post).length === 1) {
        found.push(post);
      }
    }
  }
  for (const marker of root.querySelectorAll(S.LIKE_MARKER)) {
    if (isNew(marker) && !isComment(marker)) {
      const post = climb(marker, (node) => node.querySelector(`${S.MESSAGE}, ${S.PROFILE_NAME}`) !== null);
      if (post !== undefined && post.querySelectorAll(S.LIKE_MARKER).length === 1) {
        found.push(post);
      }
    }
  }
  return found;
}

/** Post containers in document order, outermost only; comments and empty placeholders are none. */
export function findPosts(root: ParentNode): Element[] {
  const marked = markedPosts(root);
  return outermost(inDocumentOrder([...marked, ...inferredPosts(root, marked)]));
}

/**
 * The post that an element belongs to. In a dialog, comments and the comment box may stand beside the post: there
 * the only post around counts.
 */
export function postAround(element: Element, posts: readonly Element[]): Element | undefined {
  const inside = posts.find((post) => post.contains(element));
  if (inside !== undefined) {
    return inside;
  }
  const layer = element.closest(S.DIALOG);
  const inLayer = layer === null ? [] : posts.filter((post) => layer.contains(post));
  return inLayer.length === 1 ? inLayer[0] : undefined;
}
