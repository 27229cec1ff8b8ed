/** Finding the posts of Facebook: a ladder of several cohorts that live side by side, tried anew every time. */

import { byId, inDocumentOrder, isShown, outermost, queryAll, visibleText } from '../dom.ts';
import { oncePerMoment } from '../moment.ts';
import { filterInSteps, finish, type Steps } from '../steps.ts';
import * as S from './facebook.selectors.ts';
import { accountOf, permalinkOf, urlOf } from './facebook-address.ts';
import { barOf } from './facebook-bar.ts';
import { isMobilePost, mobilePostsInSteps, mobileRow, piecesOf } from './facebook-mobile.ts';

/** Buttons of a post with its comments, and links of a page, for which the last way is tried. */
const MOST_BUTTONS = 60;
const MOST_SEEDS = 100;

export function isComment(element: Element): boolean {
  return element.closest(S.COMMENT) !== null;
}

function isPostMenu(element: Element): boolean {
  return S.matches(S.LABELS.menu, element.getAttribute('aria-label') ?? '') && !isComment(element);
}

function isLike(element: Element): boolean {
  const label = element.getAttribute('aria-label') ?? '';
  return (S.matches(S.LABELS.like, label) || S.matches(S.LABELS.likedAlone, label)) && !isComment(element);
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

/** Like, comment and share stand in the container, whatever they are called. */
function hasBar(container: Element): boolean {
  return barOf(container).size > 2;
}

/** A comment whose label is gone: its only address is that of a comment. */
function isUnlabelledComment(container: Element): boolean {
  const links = queryAll(container, S.COMMENT_LINK);
  return (
    links.length > 0 &&
    container.querySelector(`${S.ANY_MARKER}, ${S.MESSAGE}`) === null &&
    !hasBar(container) &&
    !hasPair(container)
  );
}

/** Placeholders and emptied off-screen posts have the container but nothing of a post inside. */
function hasContent(container: Element): boolean {
  if (container.querySelector(`${S.ANY_MARKER}, ${S.MESSAGE}`) !== null || menusIn(container).length > 0) {
    return true;
  }
  if (container.matches(S.MOBILE_POST)) {
    const has = (selector: string) =>
      piecesOf(container).some((piece) => piece.querySelector(selector) !== null);
    return isMobilePost(container) && has(S.MOBILE_BUTTON) && has(S.MOBILE_TEXT);
  }
  // Suggestions stand in the list of posts too: they have no row of actions and no description.
  const isDescribed = () => resolve(container, 'aria-describedby').some((part) => part !== undefined);
  return (
    container.querySelector('a[href]') !== null &&
    visibleText(container, { limit: 40, skip: (element) => element.matches(S.DECOY) }) !== '' &&
    (isDescribed() || likesIn(container).length > 0 || hasBar(container) || hasPair(container)) &&
    !isUnlabelledComment(container)
  );
}

/** Signed out nothing can be shared: like and comment alone, below a name and a time (seen 2026-11-29, a post of 2025). */
function hasPair(container: Element): boolean {
  return barOf(container).size > 1 && isNamed(container) && queryAll(container, 'a[href]').some(isOfPost);
}

export const isContainer = oncePerMoment(
  (element: Element): boolean =>
    !isComment(element) && !S.isDecoy(element) && isShown(element) && hasContent(element),
);

export const CONTAINER = `${S.POSINSET_POST}, ${S.ARTICLE_POST}, ${S.MOBILE_POST}`;

/** A post in a container with actions of its own. */
export function isFull(inner: Element): boolean {
  return inner.matches(S.MOBILE_POST)
    ? mobileRow(inner).length > 0
    : likesIn(inner).length > 0 || hasBar(inner);
}

/** The posts that carry a container attribute, in any of the cohorts that live side by side. */
export function markedPosts(root: ParentNode): Element[] {
  return finish(markedInSteps(root));
}

function* markedInSteps(root: ParentNode): Steps<Element[]> {
  const found = yield* filterInSteps(queryAll(root, CONTAINER), isContainer);
  return outermost(yield* filterInSteps(found, (element) => !isWrapper(element)));
}

/** A wrapper of several posts must not swallow them: their text would be matched as one. */
export const isWrapper = oncePerMoment((outer: Element): boolean => {
  let held = 0;
  for (const inner of queryAll(outer, CONTAINER)) {
    if (isContainer(inner) && isFull(inner)) held += 1;
    if (held > 1) return true;
  }
  return false;
});

/** Smallest ancestor of `seed` for which `isEnough`, not beyond the dialog or the boundary, and not around another post. */
function climb(
  seed: Element,
  isEnough: (element: Element) => boolean,
  around: ReadonlySet<Element>,
  boundary: string,
): Element | undefined {
  for (let node = seed.parentElement; node !== null && !node.matches(boundary); node = node.parentElement) {
    if (around.has(node)) {
      return undefined;
    }
    if (isEnough(node)) {
      return node;
    }
    if (node.matches(S.LAYER)) {
      return undefined;
    }
  }
  return undefined;
}

const NAMED_LINK = `:is(${S.HEADING}) a[href]`;

function holdsOne(post: Element, selector: string): boolean {
  return queryAll(post, selector).filter((element) => !isComment(element)).length === 1;
}

/** One way to find a post that carries no container attribute: from what it surely has to its whole. */
interface Seed {
  readonly selector: string;
  readonly isSeed?: (element: Element) => boolean;
  readonly isEnough: (node: Element) => boolean;
  readonly isPost: (post: Element) => boolean;
  /** What the post is never beyond, where it is not the main region. */
  readonly boundary?: string;
  /** Tried only where no other way finds a post, and for few seeds, because it is costly and less certain. */
  readonly isLast?: boolean;
}

function isOfAccount(link: Element): boolean {
  return accountOf(urlOf(link)) !== undefined && visibleText(link, { limit: 40 }) !== '';
}

/** Costs little, and spares a search for the row in what is surely more than a post. */
function hasFewButtons(node: Element): boolean {
  return node.querySelectorAll('[role="button"]').length <= MOST_BUTTONS;
}

function isOfPost(link: Element): boolean {
  const url = urlOf(link);
  return url !== undefined && permalinkOf(url) !== undefined && link.closest(S.COMMENT) === null;
}

const hasHeader = (node: Element) => node.querySelector(`${S.MESSAGE}, ${S.PROFILE_NAME}`) !== null;
const isNamed = (node: Element) => node.querySelector(NAMED_LINK) !== null;

/** In the order of trust. The last five know no label and no marker (inferred 2026-11). */
const SEEDS: readonly Seed[] = [
  {
    selector: S.POST_MENU,
    isSeed: isPostMenu,
    isEnough: (node) => likesIn(node).length > 0 || hasBar(node),
    isPost: (post) => menusIn(post).length === 1,
  },
  {
    selector: S.LIKE_MARKER,
    isEnough: (node) => hasHeader(node) || isNamed(node),
    isPost: (post) => post.querySelectorAll(S.LIKE_MARKER).length === 1,
  },
  {
    selector: S.PROFILE_NAME,
    isEnough: (node) => hasFewButtons(node) && barOf(node).size > 1,
    isPost: () => true,
  },
  {
    selector: S.VIDEO,
    isEnough: hasBar,
    isPost: (post) => holdsOne(post, S.VIDEO) && post.querySelector('a[href]') !== null,
  },
  // Its actions, or its name and caption, may stand beside the region of the player.
  {
    selector: S.VIDEO,
    isSeed: (player) => S.isAt(player, S.REEL_PATH),
    isEnough: (node) => isNamed(node) && hasBar(node),
    isPost: (post) => holdsOne(post, S.VIDEO),
    boundary: S.REEL_BOUNDARY,
  },
  {
    selector: `${S.PANEL} :is(${S.HEADING}) a[href]`,
    isEnough: hasBar,
    isPost: (post) => post.querySelector(S.FEED_POST) === null,
  },
  {
    selector: S.POST_MENU,
    isEnough: (node) => isNamed(node) && hasBar(node),
    isPost: (post) => holdsOne(post, S.POST_MENU),
  },
  {
    selector: 'a[href]',
    isSeed: isOfPost,
    isEnough: (node) => hasFewButtons(node) && hasBar(node),
    isPost: (post) => queryAll(post, 'a[href]').some(isOfAccount) && post.querySelector('h1') === null,
    isLast: true,
  },
];

/** `others`: there are posts elsewhere on the page, so the last way is not tried. */
export function inferredPosts(root: ParentNode, known: readonly Element[], others: boolean): Element[] {
  return finish(inferredInSteps(root, known, others));
}

function* inferredInSteps(root: ParentNode, known: readonly Element[], others: boolean): Steps<Element[]> {
  const found: Element[] = [];
  const taken = new Set<Element>();
  /** All that stands around a post: a long feed is not searched for each of its seeds again. */
  const around = new Set<Element>();
  const take = (post: Element) => {
    taken.add(post);
    for (let node: Element | null = post; node !== null && !around.has(node); node = node.parentElement) {
      around.add(node);
    }
  };
  known.forEach(take);
  // Upwards and not through the list: a long feed has a thousand posts and as many seeds.
  const isTaken = (element: Element) => {
    for (let node: Element | null = element; node !== null; node = node.parentElement) {
      if (taken.has(node)) {
        return true;
      }
    }
    return false;
  };
  for (const { selector, isSeed, isEnough, isPost, boundary, isLast } of SEEDS) {
    if (isLast === true && (others || taken.size > 0)) {
      continue;
    }
    yield;
    let rest = isLast === true ? MOST_SEEDS : Number.POSITIVE_INFINITY;
    for (const seed of queryAll(root, selector)) {
      if (isTaken(seed) || isSeed?.(seed) === false || isComment(seed) || S.isDecoy(seed)) {
        continue;
      }
      if (rest === 0) {
        break;
      }
      rest -= 1;
      yield;
      const post = climb(seed, isEnough, around, boundary ?? S.BOUNDARY);
      if (post !== undefined && isPost(post)) {
        found.push(post);
        take(post);
      }
    }
  }
  return found;
}

/** Post containers in document order, outermost only; comments and empty placeholders are none. */
export function findPosts(root: ParentNode): Element[] {
  return finish(postsInSteps(root));
}

export function* postsInSteps(root: ParentNode): Steps<Element[]> {
  const marked = yield* markedInSteps(root);
  yield;
  marked.push(...(yield* mobilePostsInSteps(root)));
  yield;
  return outermost(inDocumentOrder([...marked, ...(yield* inferredInSteps(root, marked, false))]));
}
