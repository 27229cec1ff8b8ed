/** Instagram: what a person reads in a post, a comment or a message. */

import type { Post } from '../../core/types.ts';
import { hashtagsIn, outermost, textKey, visibleText } from '../dom.ts';
import * as words from './instagram.labels.ts';
import * as on from './instagram.selectors.ts';
import { isFollow } from './instagram-account.ts';
import { kindOf, postAround } from './instagram-container.ts';
import { actionIcons, smallHeart } from './instagram-icon.ts';
import {
  accountLinks,
  accountOf,
  linkSegments,
  pageSegments,
  permalinkIn,
  permalinkOf,
} from './instagram-page.ts';

/**
 * Author first; a second account is the partner of a joint post. Accounts that are marked on the picture may stand before
 * the line of the author.
 */
function authorsOf(container: Element): readonly Element[] {
  const header = container.querySelector(on.HEADER) ?? lineOfHead(container);
  const inHeader = header === undefined ? [] : accountLinks(header);
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
  const words = (text.textContent ?? '').trim();
  return accountLinks(text).find((link) => {
    const name = (link.textContent ?? '').trim();
    return accountOf(link) === author && name !== '' && !name.startsWith('@') && words.startsWith(name);
  });
}

/** The heart of a comment stands beside its words, at the most in an element that names nobody else. */
function hasCommentLike(row: Element): boolean {
  let around = row;
  for (let node = row.parentElement; node !== null && !namesOthers(node, row); node = node.parentElement) {
    around = node;
  }
  return [...around.querySelectorAll(on.ICON)].some((icon) => smallHeart(icon) === 'known');
}

function namesOthers(node: Element, row: Element): boolean {
  // A live list is walked no further than to the first such link, which in a long feed is near.
  for (const link of node.getElementsByTagName('a')) {
    if (accountOf(link) !== '' && !row.contains(link) && (link.textContent ?? '').trim() !== '') {
      return true;
    }
  }
  return false;
}

/** A marked heading, else the first text that stands beside the author's name, else a heading or an unclear text. */
function captionIn(container: Element, author: string): Element | undefined {
  const headings = [...container.querySelectorAll(on.CAPTION_HEADING)].filter(
    (one) => one.closest(on.HEADER) === null && !isAccountName(one, author),
  );
  const heading = headings.find((one) => one.hasAttribute('dir'));
  if (heading !== undefined) {
    return heading;
  }
  const marked = outermost([...container.querySelectorAll(on.CAPTION_TEXT)]);
  const standings = standingsOf(marked, container, author);
  const beside = standings.find(({ standing }) => standing === 'caption')?.text;
  const unclear = standings.find(
    ({ standing, text }) => standing === 'unclear' && hasWordsOfPost(text, container),
  )?.text;
  return beside ?? headings[0] ?? unclear ?? plainCaption(container, author);
}

/** The time of a post is no word of it, and on a page of one post the list of others comes behind that time. */
function hasWordsOfPost(text: Element, container: Element): boolean {
  const words = visibleText(text, {
    skip: (part) => part.matches('a') && part.querySelector('time') !== null,
  });
  const time = [...container.querySelectorAll('time')].at(-1);
  const isBehind =
    kindOf(container.ownerDocument) === 'page' &&
    time !== undefined &&
    (time.compareDocumentPosition(text) & 4) !== 0;
  return /\p{L}{2}/u.test(words) && !isBehind;
}

/** Where nothing says its direction (pages of 2022): an element with words of its own beside the author's name. */
function plainCaption(container: Element, author: string): Element | undefined {
  const hasWords = (element: Element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && /\p{L}{2}/u.test(node.nodeValue ?? ''));
  const plain = [...container.querySelectorAll('span, div')].filter(hasWords);
  return standingsOf(plain, container, author).find(({ standing }) => standing === 'caption')?.text;
}

/** Those of the texts that stand where a caption may stand, and how they stand to the names before them. */
function standingsOf(texts: readonly Element[], container: Element, author: string) {
  const isReel = kindOf(container.ownerDocument) === 'reels';
  const head = endOfHead(container);
  return texts
    .filter(
      (text) =>
        isCaptionPlace(text, container, isReel) &&
        !isAccountName(text, author) &&
        (head === undefined || (head.compareDocumentPosition(text) & 4) !== 0),
    )
    .map((text) => ({ text, standing: standingOf(text, container, author) }));
}

/** The three dots at the end of the line of the author, where "Sponsored" and the like stand as well. */
function endOfHead(container: Element): Element | undefined {
  const [first] = actionIcons(container);
  return first !== undefined && first.querySelectorAll(on.DOTS).length >= 3 ? first : undefined;
}

/** Without an element of its own the line of the author is what is around its three dots and names an account. */
function lineOfHead(container: Element): Element | undefined {
  let line = endOfHead(container)?.parentElement ?? undefined;
  while (line !== undefined && line !== container && accountLinks(line).length === 0) {
    line = line.parentElement ?? undefined;
  }
  return line === container ? undefined : line;
}

function isAccountName(element: Element, author: string): boolean {
  return (element.textContent ?? '').trim().toLowerCase() === author;
}

/** Counts and "more" are small buttons. A button around a whole row, or around the caption of a reel, is not. */
function isInSmallButton(text: Element, container: Element, isReel: boolean): boolean {
  const button = text.closest(on.TEXT_BUTTON);
  if (button === null || !container.contains(button) || accountLinks(button).length > 0) {
    return false;
  }
  return !isReel || isFollow(button);
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

/** The name has a line of its own, with the time and the word for "edited". */
function lineOfLead(lead: Element, caption: Element): Element | undefined {
  let line: Element | null = lead;
  while (line !== null && line !== caption && line.querySelector('time') === null) {
    line = line.parentElement;
  }
  return line === caption || line === null ? undefined : line;
}

function captionText(caption: Element, author: string): string {
  const lead = leadingLink(caption, author);
  const line = lead && lineOfLead(lead, caption);
  return visibleText(caption, {
    skip: (element) =>
      element === lead ||
      element === line ||
      (element !== caption && element.matches(`time, ${on.TEXT_BUTTON}`)),
  });
}

/** Pictures of the post itself: no avatars, no emoji, no pictures that lead to other posts. */
function altsIn(container: Element, key: string | undefined): string[] {
  const alts = [...container.querySelectorAll(on.IMAGE)]
    .filter((image) => !isForeign(image, key))
    .map((image) => (image.getAttribute('alt') ?? '').trim());
  return [...new Set(alts)].filter(
    (alt) => /\p{L}{2}/u.test(alt) && !words.AVATAR.some((label) => alt.toLowerCase().includes(label)),
  );
}

function isForeign(image: Element, key: string | undefined): boolean {
  // The ring around the picture of somebody with a story is a canvas.
  const frame = image.closest('[role="button"], a') ?? image.parentElement;
  const isAvatar = image.closest(on.AVATAR) !== null || frame?.querySelector('canvas') != null;
  if (image.closest(on.HEADER) !== null || isAvatar) {
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
    leadsAway ||
    accountOf(link) !== '' ||
    [on.STORIES_PATH, on.REELS_PATH].includes(linkSegments(link)[0] ?? '')
  );
}

function permalinkFor(container: Element): string | undefined {
  const links = [...container.querySelectorAll('a[href]')];
  const segments = pageSegments(container);
  const kind = kindOf(container.ownerDocument);
  if (kind === 'story') {
    const [, account, id] = segments;
    const [shown] = accountLinks(container).map(accountOf);
    if (shown !== undefined && shown !== account?.toLowerCase()) {
      // The story before or after the one of the address.
      return `/${on.STORIES_PATH}/${shown}/`;
    }
    return account === undefined
      ? undefined
      : `/${[on.STORIES_PATH, account, id ?? ''].filter(Boolean).join('/')}/`;
  }
  if (kind === 'reels') {
    return links.map(permalinkOf).find((path) => path);
  }
  const [account, tab] = segments;
  const page = permalinkIn(segments) ?? (tab === on.LIVE_PATH ? `/${account}/${tab}/` : undefined);
  const timed = links.filter((link) => link.querySelector('time') !== null);
  const isFromFeed = kind === 'feed' && container.closest(on.DIALOG) === null;
  const own = [...timed, ...(isFromFeed || timed.length > 0 ? links : [])]
    .map(permalinkOf)
    .find((path) => path);
  return isFromFeed ? own : (page ?? own);
}

/** `/p/<code>/c/<id>/` of a comment. */
function commentKeyIn(row: Element): string | undefined {
  const paths = [...row.querySelectorAll('a[href]')].map(linkSegments);
  const found = paths.find((segments) => segments.includes('c') && permalinkIn(segments) !== undefined);
  return found && `/${found.join('/')}/`;
}

/** A comment, with the post that it answers as the quoted one. */
function readComment(row: Element, post: Element | undefined): Post {
  const [first] = accountLinks(row);
  const handle = first === undefined ? '' : accountOf(first);
  const text = visibleText(row, {
    skip: (element) =>
      element.matches(`time, ${on.TEXT_BUTTON}`) ||
      (element.matches('a') && (accountOf(element) === handle || element.querySelector('time') !== null)),
  });
  const about = post === undefined ? undefined : readPost(post);
  return {
    key: commentKeyIn(row) ?? textKey([handle, text, about?.key ?? ''].join('\n')),
    author: handle,
    handle,
    text,
    hashtags: hashtagsIn(text),
    alts: [],
    link: '',
    quoted: about === undefined ? null : { author: about.author, text: about.text },
    group: null,
  };
}

/** A message, which may hold a post that somebody has shared. */
function readMessage(row: Element): Post {
  const [first] = accountLinks(row);
  const handle = first === undefined ? '' : accountOf(first);
  const text = visibleText(row, { skip: (element) => element.matches('time, form') });
  const key = [...row.querySelectorAll('a[href]')].map(permalinkOf).find((path) => path);
  const alts = altsIn(row, key);
  return {
    key: key === undefined ? textKey([handle, text, ...alts].join('\n')) : `message:${key}`,
    author: handle,
    handle,
    text,
    hashtags: hashtagsIn(text),
    alts,
    link: '',
    quoted: null,
    group: null,
  };
}

function embeddedCaption(container: Element, handle: string): string {
  const caption = container.querySelector(on.EMBED_CAPTION);
  return caption === null
    ? ''
    : visibleText(caption, {
        skip: (element) =>
          element.matches(on.EMBED_NOT_CAPTION) || (element.matches('a') && accountOf(element) === handle),
      });
}

export function readPost(container: Element): Post {
  const kind = kindOf(container.ownerDocument);
  if (kind === 'messages') {
    return readMessage(container);
  }
  const around = postAround(container);
  if (around !== container && !container.matches(`${on.ARTICLE}, ${on.MAIN}`)) {
    return readComment(container, around);
  }
  const links = authorsOf(container);
  const [first] = links;
  const key = permalinkFor(container);
  const segments = pageSegments(container);
  const storyAccount = segments[0] === on.STORIES_PATH ? (segments[1] ?? '') : '';
  const handle = first === undefined ? storyAccount.toLowerCase() : accountOf(first);
  const author = namesOf(links) || handle;
  const caption = captionIn(container, handle);
  const text =
    (kind === 'embed' ? embeddedCaption(container, handle) : '') ||
    (caption === undefined ? '' : captionText(caption, handle));
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
