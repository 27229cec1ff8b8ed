/** The post that an element of Facebook belongs to, without a search of a long page where its place can tell. */

import { outermost } from '../dom.ts';
import { lastInSteps, type Steps } from '../steps.ts';
import * as S from './facebook.selectors.ts';
import {
  CONTAINER,
  findPosts,
  inferredPosts,
  isContainer,
  isFull,
  isWrapper,
  markedPosts,
  postsInSteps,
} from './facebook-find.ts';
import { piecesOf } from './facebook-mobile.ts';

/** Elements behind the first post of a feed among which the second one is looked for. */
const NEXT_BUDGET = 2_000;
const MOBILE = `${S.MOBILE_BOX}, ${S.MOBILE_BUTTON}, ${S.MOBILE_EDITOR}, ${S.MOBILE_SUBMIT}`;
/** What belongs to the only post of a page, wherever it stands. */
const OF_PAGE = `${S.COMMENT}, form[role="presentation"], ${S.MOBILE_EDITOR}`;

/** Those of the elements around this one, itself included, that match: from the outside inwards. */
function allAround(element: Element, selector: string): Element[] {
  const found: Element[] = [];
  let node = element.closest(selector);
  while (node !== null) {
    found.unshift(node);
    node = node.parentElement?.closest(selector) ?? null;
  }
  return found;
}

/**
 * The post that an element stands in, where it carries a container attribute: the same that `findPosts()` would find,
 * without a search of the whole page. Undefined says nothing: the post may carry none.
 */
export function markedPostAround(
  element: Element,
  isPost: (container: Element) => boolean = (node) => isContainer(node) && !isWrapper(node),
): Element | undefined {
  // The mobile renderer nests its containers.
  if (element.closest(S.MOBILE_POST) !== null) {
    return undefined;
  }
  return allAround(element, CONTAINER).find(isPost);
}

/** Emptied posts and placeholders have no button: no further question is asked about them. */
const hasButton = (container: Element) => container.querySelector(S.ANY_BUTTON) !== null;

/** @see SiteInSteps.lastPosts */
export function* lastPosts(document: Document, most: number): Steps<Element[]> {
  const last = yield* lastInSteps(document, most, (element) =>
    element.matches(CONTAINER) && hasButton(element) ? markedPostAround(element) : undefined,
  );
  return last.length === most ? last : yield* postsInSteps(document);
}

/**
 * What is known of the page while one question is answered: each container and the page are looked at once. `all`: the posts
 * of the page, where they were looked for before.
 */
export function createPostFinder(all?: ReadonlySet<Element>): (element: Element) => Element | undefined {
  const known = new Map<Element, boolean>();
  const holding = new Map<Element, boolean>();
  const regions = new Map<Element, readonly Element[]>();
  let isLong: boolean | undefined;
  let posts = all && postOfEach(all);
  const isMarked = (node: Element) => {
    const isIt = known.get(node) ?? (isContainer(node) && !isWrapper(node));
    known.set(node, isIt);
    return isIt;
  };
  const holds = (node: Element) => {
    const isIt = holding.get(node) ?? holdsMarked(node);
    holding.set(node, isIt);
    return isIt;
  };
  const inferredIn = (region: Element) => {
    const inferred = regions.get(region) ?? inferredPosts(region, [], true);
    regions.set(region, inferred);
    return inferred;
  };
  return (element) => {
    const marked = markedPostAround(element, isMarked);
    if (marked !== undefined) {
      return marked;
    }
    const { ownerDocument } = element;
    isLong ??= isFeed(ownerDocument);
    if (isLong && element.closest(MOBILE) === null) {
      return postAroundInFeed(element, inferredIn(regionAround(element, holds)));
    }
    posts ??= postOfEach(findPosts(ownerDocument));
    return postAmong(posts, element);
  };
}

/** Each box that is a post or, on the mobile renderer, a part of one, with its post. */
function postOfEach(posts: Iterable<Element>): ReadonlyMap<Element, Element> {
  return new Map([...posts].flatMap((post) => piecesOf(post).map((piece) => [piece, post] as const)));
}

/**
 * The post that an element belongs to. In a dialog, comments and the comment box may stand beside the post: there
 * the only post around counts. On a page the same holds for comments and their box alone, since the buttons of the
 * account stand on it too.
 */
function postAmong(posts: ReadonlyMap<Element, Element>, element: Element): Element | undefined {
  for (let node: Element | null = element; node !== null; node = node.parentElement) {
    const post = posts.get(node);
    if (post !== undefined) {
      return post;
    }
  }
  const layer = element.closest(S.DIALOG);
  const isOfPage = layer === null && element.closest(OF_PAGE) !== null;
  const among = [...new Set(posts.values())].filter((post) => layer?.contains(post) ?? isOfPage);
  return theOnly(among) ?? (isOfPage ? reelOfAddress(among, element.ownerDocument) : undefined);
}

/** Comments stand in a pane beside all reels: they are those of the reel that is shown. */
function reelOfAddress(posts: readonly Element[], document: Document): Element | undefined {
  const [, id] = S.REEL_PATH.exec(document.defaultView?.location.pathname ?? '') ?? [];
  const player = id === undefined ? null : document.querySelector(`[data-video-id="${id}"]`);
  return posts.find((post) => player !== null && post.contains(player));
}

function theOnly(posts: readonly Element[]): Element | undefined {
  return posts.length === 1 ? posts[0] : undefined;
}

/** The same where the page surely has several posts: then only those near the element count. */
function postAroundInFeed(element: Element, near: readonly Element[]): Element | undefined {
  const inside = near.find((post) => post.contains(element));
  const layer = inside === undefined ? element.closest(S.DIALOG) : null;
  if (layer === null) return inside;
  const marked = markedPosts(layer);
  return theOnly(outermost([...marked, ...inferredPosts(layer, marked, true)]));
}

/** What may be an inferred post around the element: not beyond a boundary or a layer, and without a marked post. */
function regionAround(element: Element, holds: (node: Element) => boolean): Element {
  let region = element;
  while (!region.matches(S.LAYER)) {
    const outer = region.parentElement;
    if (outer === null || outer.matches(S.BOUNDARY) || holds(outer)) break;
    region = outer;
  }
  return region;
}

function holdsMarked(element: Element): boolean {
  const first = element.querySelector(CONTAINER);
  return first !== null && (isContainer(first) || markedPosts(element).length > 0);
}

/** True when the page shows at least two marked posts, one soon after the other, as every long feed does. */
export function isFeed(document: Document): boolean {
  const first = document.querySelector(CONTAINER);
  if (first === null || !isPost(first)) return false;
  // Elements only; `NodeFilter` has the name of this 1 and is no part of the command line.
  const walker = document.createTreeWalker(document, 1);
  let last: Element = first;
  while (last.lastElementChild !== null) last = last.lastElementChild;
  walker.currentNode = last;
  for (let budget = NEXT_BUDGET; budget > 0; budget -= 1) {
    const next = walker.nextNode() as Element | null;
    if (next === null) return false;
    if (next.matches(CONTAINER) && isPost(next)) return true;
  }
  return false;
}

function isPost(container: Element): boolean {
  return (
    !container.matches(S.MOBILE_POST) && isContainer(container) && isFull(container) && !isWrapper(container)
  );
}
