/** Instagram: which part of the page is a post, and what a person reads in it. */

import type { Post } from '../core/types.ts';
import { hashtagsIn, outermost, textKey, visibleText } from './dom.ts';
import * as on from './instagram.selectors.ts';

/** Path segments of an address on this site, empty for any other; saved pages have absolute addresses. */
function segmentsOf(address: string): string[] {
  if (!URL.canParse(address, 'https://www.instagram.com')) {
    return [];
  }
  const url = new URL(address, 'https://www.instagram.com');
  return on.HOSTS.includes(url.hostname) ? url.pathname.split('/').filter((part) => part !== '') : [];
}

/** Segments of the address of the page that the element stands in. */
export function pageSegments(node: Node): string[] {
  return segmentsOf((node.ownerDocument ?? (node as Document)).URL);
}

/** Account name that a link leads to, '' where it leads elsewhere. Reels link to `/<account>/reels/`. */
function accountOf(link: Element): string {
  const [name = '', tab, ...rest] = segmentsOf(link.getAttribute('href') ?? '');
  const isProfile = rest.length === 0 && (tab === undefined || tab === on.REELS_PATH);
  return isProfile && /^[\w.]+$/.test(name) && !on.RESERVED_PATHS.includes(name) ? name.toLowerCase() : '';
}

function accountLinks(root: ParentNode): Element[] {
  return [...root.querySelectorAll('a[href]')].filter((link) => accountOf(link) !== '');
}

/** Code of the post in `/p/<code>/`, `/reel/<code>/` or `/<account>/p/<code>/`, as the path that is its key. */
function permalinkIn(segments: readonly string[]): string | undefined {
  const at = segments.slice(0, 2).findIndex((part) => on.POST_PATHS.includes(part));
  const code = segments[at + 1];
  return at < 0 || code === undefined || code === 'audio' ? undefined : `/${segments[at]}/${code}/`;
}

function permalinkOf(link: Element): string | undefined {
  return permalinkIn(segmentsOf(link.getAttribute('href') ?? ''));
}

/** True for the icons below a post; the hearts of comments are smaller. */
export function isActionIcon(icon: Element): boolean {
  return Number.parseFloat(icon.getAttribute('height') ?? '') >= on.ACTION_ICON_HEIGHT;
}

export function iconLabel(icon: Element): string {
  const label = icon.getAttribute('aria-label') ?? icon.querySelector('title')?.textContent ?? '';
  return label.replace(/\s+/g, ' ').trim().toLowerCase();
}

export function actionIcons(root: ParentNode): Element[] {
  return [...root.querySelectorAll(on.ICON)].filter(
    (icon) => isActionIcon(icon) && icon.closest(on.PRESSABLE) !== null,
  );
}

/** Grids of a profile and emptied cells are articles too; a post has an author, a comment box or actions. */
function isPost(article: Element): boolean {
  return (
    accountLinks(article).length > 0 ||
    article.querySelector(on.COMMENT_EDITOR) !== null ||
    actionIcons(article).length > 0
  );
}

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

/** `page` is a single post, `reels` and `story` are viewers; everywhere else posts are articles. */
function kindOf(page: Document): 'page' | 'reels' | 'story' | 'feed' {
  const segments = pageSegments(page);
  if (segments[0] === on.STORIES_PATH) {
    return 'story';
  }
  const main = page.querySelector(on.MAIN);
  const videos = main?.querySelectorAll(on.VIDEO).length ?? 0;
  if (segments[0] === on.REELS_PATH || (segments[0] === 'reel' && videos > 1)) {
    return 'reels';
  }
  const hasArticle = [...page.querySelectorAll(on.ARTICLE)].some(isPost);
  return permalinkIn(segments) !== undefined && !hasArticle ? 'page' : 'feed';
}

export function isStoryPage(element: Element): boolean {
  return kindOf(element.ownerDocument) === 'story';
}

/** Post around an element, or undefined in layers and lists outside any post. */
export function postAround(element: Element): Element | undefined {
  const [article] = outermost(
    ancestors(element)
      .filter((node) => node.matches(on.ARTICLE) && isPost(node))
      .reverse(),
  );
  if (article !== undefined) {
    return article;
  }
  switch (kindOf(element.ownerDocument)) {
    case 'page':
      return element.closest(on.MAIN) ?? undefined;
    case 'reels':
      return element.closest(on.DIALOG) === null ? reelAround(element) : undefined;
    case 'story':
      return element.closest(on.DIALOG) === null ? storyAround(element) : undefined;
    case 'feed':
      return undefined;
  }
}

function ancestors(element: Element): Element[] {
  const nodes: Element[] = [];
  for (let node: Element | null = element; node !== null; node = node.parentElement) {
    nodes.push(node);
  }
  return nodes;
}

/** The innermost section with a picture: the page itself is a section around the viewer and the navigation. */
function storyAround(element: Element): Element | undefined {
  return ancestors(element).find(
    (node) =>
      node.matches(on.STORY) &&
      node.querySelector('img, video') !== null &&
      node.querySelector(on.PAGE_PARTS) === null,
  );
}

export function findPosts(root: ParentNode): Element[] {
  const articles = [...root.querySelectorAll(on.ARTICLE)].filter(isPost);
  if (articles.length > 0) {
    return outermost(articles);
  }
  const page = root.nodeType === 9 ? (root as Document) : root.ownerDocument;
  const kind = page === null ? 'feed' : kindOf(page);
  const seeds = {
    page: on.MAIN,
    reels: on.VIDEO,
    story: `${on.STORY} img, ${on.STORY} ${on.VIDEO}`,
    feed: undefined,
  }[kind];
  const found = seeds === undefined ? [] : [...root.querySelectorAll(seeds)];
  return outermost([
    ...new Set(
      found.map(postAround).filter((post) => post !== undefined && (kind !== 'page' || isPost(post))),
    ),
  ] as Element[]);
}

/** Author first; a second account is the partner of a joint post. */
function authorsOf(container: Element): Element[] {
  const header = container.querySelector(on.HEADER);
  const inHeader = header === null ? [] : accountLinks(header);
  const links = inHeader.length > 0 ? inHeader : accountLinks(container);
  const [first] = links;
  return first === undefined
    ? []
    : inHeader.length > 0
      ? links
      : links.filter((link) => accountOf(link) === accountOf(first));
}

/** Names as shown: the avatar link of an account has no text, its other link has. */
function namesOf(links: readonly Element[]): string {
  const names = new Map<string, string>();
  for (const link of links) {
    const account = accountOf(link);
    names.set(account, names.get(account) || visibleText(link).replace(/\s+/g, ' '));
  }
  return [...names].map(([account, name]) => name || account).join(', ');
}

/** How the nearest account link before a text stands to it; tells a caption from a comment. */
function standingOf(text: Element, container: Element, author: string): 'caption' | 'comment' | 'unclear' {
  for (let row = text.parentElement; row !== null; row = row.parentElement) {
    const before = accountLinks(row).filter(
      (link) => text.contains(link) || (link.compareDocumentPosition(text) & 4) !== 0,
    );
    const nearest = before.filter((link) => !text.contains(link)).at(-1) ?? leadingLink(text, author);
    if (nearest !== undefined) {
      const isRow = row !== container && actionIcons(row).length === 0;
      if (!isRow) {
        return 'unclear';
      }
      return accountOf(nearest) === author && !hasCommentLike(row) ? 'caption' : 'comment';
    }
    if (row === container) {
      break;
    }
  }
  return 'unclear';
}

/** Older pages put the author inside the caption, before its first word. */
function leadingLink(text: Element, author: string): Element | undefined {
  const link = accountLinks(text).find((candidate) => accountOf(candidate) === author);
  return link !== undefined && !(link.textContent ?? '').trim().startsWith('@') ? link : undefined;
}

/** The heart of a comment stands beside its words, at the most in an element that names nobody else. */
function hasCommentLike(row: Element): boolean {
  const labels = [...on.LIKE_LABELS, ...on.UNLIKE_LABELS];
  let around = row;
  for (let node = row.parentElement; node !== null && !namesOthers(node, row); node = node.parentElement) {
    around = node;
  }
  return [...around.querySelectorAll(on.ICON)].some(
    (icon) => !isActionIcon(icon) && labels.includes(iconLabel(icon)),
  );
}

function namesOthers(node: Element, row: Element): boolean {
  return accountLinks(node).some((link) => !row.contains(link) && (link.textContent ?? '').trim() !== '');
}

/** A marked heading, else the first text that stands beside the author's name, else a heading or an unclear text. */
function captionIn(container: Element, author: string): Element | undefined {
  const headings = [...container.querySelectorAll(on.CAPTION_HEADING)].filter(
    (heading) => heading.closest(on.HEADER) === null && !isAccountName(heading, author),
  );
  const marked = headings.find((heading) => heading.hasAttribute('dir'));
  if (marked !== undefined) {
    return marked;
  }
  const isReel = kindOf(container.ownerDocument) === 'reels';
  const texts = outermost([...container.querySelectorAll(on.CAPTION_TEXT)]).filter(
    (text) => isCaptionPlace(text, container, isReel) && !isAccountName(text, author),
  );
  const standings = texts.map((text) => ({ text, standing: standingOf(text, container, author) }));
  const beside = standings.find(({ standing }) => standing === 'caption')?.text;
  const unclear = standings.find(
    ({ standing, text }) => standing === 'unclear' && /\p{L}{2}/u.test(text.textContent ?? ''),
  )?.text;
  return beside ?? headings[0] ?? unclear;
}

function isAccountName(element: Element, author: string): boolean {
  return (element.textContent ?? '').trim().toLowerCase() === author;
}

/** Counts and "more" are small buttons. A button around a whole row, or around the caption of a reel, is not. */
function isInSmallButton(text: Element, container: Element, isReel: boolean): boolean {
  const button = text.closest('[role="button"]');
  if (button === null || !container.contains(button) || accountLinks(button).length > 0) {
    return false;
  }
  return !isReel || on.FOLLOW_LABELS.includes((button.textContent ?? '').trim().toLowerCase());
}

function isCaptionPlace(text: Element, container: Element, isReel: boolean): boolean {
  if (isInSmallButton(text, container, isReel)) {
    return false;
  }
  const barred = text.closest(on.NOT_CAPTION);
  if (barred !== null && barred !== container && container.contains(barred)) {
    return false;
  }
  // Sections without a picture hold actions and counts; one with a picture is around the whole post.
  const section = text.closest(on.ACTION_BAR);
  const isOwn = section !== null && section !== container && container.contains(section);
  return !isOwn || section.querySelector('img, video') !== null;
}

function captionText(caption: Element, author: string): string {
  const lead = leadingLink(caption, author);
  return visibleText(caption, {
    skip: (element) => element === lead || (element !== caption && element.matches(on.TEXT_BUTTON)),
  });
}

/** Pictures of the post itself: no avatars, no emoji, no pictures that lead to other posts. */
function altsIn(container: Element, key: string | undefined): string[] {
  const alts = [...container.querySelectorAll(on.IMAGE)]
    .filter((image) => !isForeign(image, key))
    .map((image) => (image.getAttribute('alt') ?? '').trim());
  return [...new Set(alts)].filter(
    (alt) => /\p{L}{2}/u.test(alt) && !on.AVATAR_LABELS.some((label) => alt.toLowerCase().includes(label)),
  );
}

function isForeign(image: Element, key: string | undefined): boolean {
  if (image.closest(on.HEADER) !== null || image.parentElement?.querySelector('canvas') != null) {
    return true;
  }
  const link = image.closest('a[href]');
  if (link === null) {
    return false;
  }
  const permalink = permalinkOf(link);
  const leadsAway =
    permalink !== undefined && key !== undefined && permalink.split('/')[2] !== key.split('/')[2];
  return (
    leadsAway || accountOf(link) !== '' || segmentsOf(link.getAttribute('href') ?? '')[0] === on.STORIES_PATH
  );
}

function permalinkFor(container: Element): string | undefined {
  const links = [...container.querySelectorAll('a[href]')];
  const isArticle = container.matches(on.ARTICLE);
  const page = permalinkIn(pageSegments(container));
  const timed = links.filter((link) => link.querySelector('time') !== null);
  const inDialog = isArticle && container.closest(on.DIALOG) !== null;
  const own = [...timed, ...(isArticle || timed.length > 0 ? links : [])]
    .map(permalinkOf)
    .find((path) => path);
  const kind = kindOf(container.ownerDocument);
  if (kind === 'story') {
    const [, account, id] = pageSegments(container);
    return account === undefined
      ? undefined
      : `/${[on.STORIES_PATH, account, id ?? ''].filter(Boolean).join('/')}/`;
  }
  if (kind === 'reels') {
    return links.map(permalinkOf).find((path) => path);
  }
  return kind === 'page' || inDialog ? (page ?? own) : own;
}

export function readPost(container: Element): Post {
  const links = authorsOf(container);
  const [first] = links;
  const key = permalinkFor(container);
  const segments = pageSegments(container);
  const storyAccount = segments[0] === on.STORIES_PATH ? (segments[1] ?? '') : '';
  const handle = first === undefined ? storyAccount.toLowerCase() : accountOf(first);
  const author = namesOf(links) || handle;
  const caption = captionIn(container, handle);
  const text = caption === undefined ? '' : captionText(caption, handle);
  const linked = [...(caption?.querySelectorAll(on.HASHTAG_LINK) ?? [])].map((link) => visibleText(link));
  const alts = altsIn(container, key);
  return {
    key: key ?? textKey([handle, text, ...alts].join('\n')),
    author,
    handle,
    text,
    hashtags: hashtagsIn([text, ...linked].join(' ')),
    alts,
    link: '',
    quoted: null,
    group: null,
  };
}
