/** Reading a post of Facebook as a person sees it. */

import type { Post, QuotedPost } from '../core/types.ts';
import { hashtagsIn, isShown, labelOf, outermost, queryAll, textKey, visibleText } from './dom.ts';
import * as S from './facebook.selectors.ts';
import { findPosts, resolve } from './facebook-find.ts';

const LABEL_LIMIT = 200;
/** Length of the text that a key rests on: "See more" adds to the end only. */
const KEY_TEXT = 200;

/** The parts of one post. `described` is timestamp, message, attachment, reactions, comment count. */
interface Parts {
  readonly container: Element;
  readonly header: Element | undefined;
  readonly described: readonly (Element | undefined)[];
  readonly sharedHeader: Element | undefined;
  readonly messages: readonly Element[];
}

/** True for what stands in the container without being the post: comments, forms, decoys, hidden things. */
function isForeign(element: Element, container: Element): boolean {
  for (let node: Element | null = element; node !== null && node !== container; node = node.parentElement) {
    if (node.matches(`${S.DECOY}, ${S.COMMENT}, form, [hidden]`) || node.matches(S.LAYER)) {
      return true;
    }
  }
  return !isShown(element);
}

function ownParts(container: Element, selector: string): Element[] {
  return queryAll(container, selector).filter((element) => !isForeign(element, container));
}

function partsOf(container: Element): Parts {
  const described = resolve(container, 'aria-describedby');
  const names = outermost(ownParts(container, S.PROFILE_NAME));
  const labelled = resolve(container, 'aria-labelledby').find((part) => part !== undefined);
  const headings = ownParts(container, S.HEADING).filter(
    (heading) => heading.querySelector('a[href]') !== null && heading.closest(S.PREVIEW_TEXT) === null,
  );
  const header = labelled ?? names[0] ?? headings[0] ?? container.querySelector(S.MOBILE_AUTHOR) ?? undefined;
  const messages = outermost(ownParts(container, S.MESSAGE));
  const isOther = (element: Element) =>
    header !== undefined &&
    !header.contains(element) &&
    !element.contains(header) &&
    isAfter(element, header);
  return {
    container,
    header,
    described,
    sharedHeader: names.filter(isOther)[0] ?? headings.filter(isOther)[0],
    messages,
  };
}

function isAfter(element: Element, other: Element): boolean {
  return (other.compareDocumentPosition(element) & 4) !== 0;
}

function isPressable(element: Element): boolean {
  return element.matches('[role="button"], button, [role="menu"]');
}

/** One line of text, without buttons ("Follow", "Join", "See more") and decoys. */
function lineOf(element: Element): string {
  const text = visibleText(element, {
    limit: LABEL_LIMIT,
    skip: (part) => isPressable(part) || part.matches(S.DECOY),
  });
  return (text.split('\n')[0] ?? '').trim();
}

function pathOf(link: Element): URL | undefined {
  try {
    return new URL(link.getAttribute('href') ?? '', 'https://www.facebook.com/');
  } catch {
    return undefined;
  }
}

function linksIn(root: Element): Element[] {
  return queryAll(root, 'a[href]').filter((link) => !isPressable(link) && lineOf(link) !== '');
}

function isGroupLink(link: Element): boolean {
  return /^\/groups\/[^/]+\/?$/.test(pathOf(link)?.pathname ?? '');
}

interface Names {
  readonly author: string;
  readonly handle: string;
  readonly group: string | null;
}

const RESERVED =
  /^(groups|people|profile\.php|pages|hashtag|watch|reel|photo|photo\.php|permalink\.php|events)$/;

/** Vanity name in a profile address, or ''. */
function handleOf(link: Element | undefined): string {
  const url = link === undefined ? undefined : pathOf(link);
  const [, name = ''] = /^\/([A-Za-z0-9.]+)\/?$/.exec(url?.pathname ?? '') ?? [];
  return url?.hostname.endsWith('facebook.com') === true && !RESERVED.test(name) ? name.toLowerCase() : '';
}

/** First line beside the header that is not the timestamp: "Anonymous participant" has no link. */
function secondLine(parts: Parts): string {
  const { header, container, described } = parts;
  const last = parts.messages[0] ?? described[2];
  for (let node = header?.parentElement ?? null, level = 0; node !== null && level < 6; level += 1) {
    const text = visibleText(node, {
      limit: LABEL_LIMIT,
      skip: (part) =>
        part === header ||
        part === described[0] ||
        part === last ||
        isPressable(part) ||
        part.matches(S.DECOY),
    });
    const name = (text.split('\n')[0] ?? '').split('·')[0]?.trim() ?? '';
    if (name !== '') {
      return name;
    }
    node = node === container || node.parentElement === container ? null : node.parentElement;
  }
  return '';
}

function namesOf(parts: Parts): Names {
  const { container, header } = parts;
  if (header === undefined) {
    return { author: '', handle: '', group: null };
  }
  const links = linksIn(header);
  const groupLink = links.find(isGroupLink);
  const personLink = links.find((link) => !isGroupLink(link));
  if (groupLink === undefined) {
    const author = personLink === undefined ? lineOf(header) : lineOf(personLink);
    return { author, handle: handleOf(personLink), group: null };
  }
  const member = personLink ?? ownParts(container, S.GROUP_MEMBER_LINK).find((link) => lineOf(link) !== '');
  const author = member === undefined ? secondLine(parts) : lineOf(member);
  return { author, handle: handleOf(member), group: lineOf(groupLink) };
}

function messageText(message: Element): string {
  return visibleText(message, { skip: (part) => isPressable(part) || part.matches(S.DECOY) });
}

/** Coloured backgrounds and reels have no message marker: every text line that is not something else. */
function looseText(parts: Parts): string {
  const { container, header, described, sharedHeader } = parts;
  const others = [header, sharedHeader, described[0], described[3], described[4]];
  const skipped = `${S.DECOY}, ${S.COMMENT}, ${S.PROFILE_NAME}, ${S.PREVIEW_TEXT}, ${S.LAYER}, form, ${S.HEADING}, a[href*="/groups/"][href*="/user/"]`;
  const lines = ownParts(container, '[dir="auto"], .native-text').filter(
    (line) =>
      !others.some((part) => part?.contains(line)) &&
      line.closest('[role="button"], button, [role="toolbar"]') === null &&
      line.closest(skipped) === null,
  );
  return outermost(lines)
    .map((line) =>
      visibleText(line, {
        skip: (part) => isPressable(part) || part.matches(skipped) || others.includes(part),
      }),
    )
    .filter((text) => text !== '')
    .join('\n');
}

/** Icons of the mobile renderer are glyphs of the private use areas: such lines are controls and timestamps. */
const GLYPH = /[\ue000-\uf8ff]|[\u{f0000}-\u{10fffd}]/u;

function mobileText(container: Element): string {
  const author = container.querySelector(S.MOBILE_AUTHOR);
  return outermost(ownParts(container, S.MOBILE_TEXT))
    .filter((text) => !text.contains(author))
    .map((text) => visibleText(text))
    .filter((text) => text !== '' && !GLYPH.test(text))
    .join('\n');
}

interface Texts {
  readonly text: string;
  readonly quoted: QuotedPost | null;
  /** Elements that hold the author's own words. */
  readonly own: readonly Element[];
}

function textsOf(parts: Parts, names: Names): Texts {
  const { container, messages, sharedHeader, described } = parts;
  if (container.matches(S.MOBILE_POST)) {
    return { text: mobileText(container), quoted: null, own: [container] };
  }
  const sharedAuthor = sharedHeader === undefined ? '' : lineOf(linksIn(sharedHeader)[0] ?? sharedHeader);
  // A reel in the feed repeats the header of its own post.
  const isRepeated = sharedAuthor === names.author || sharedAuthor === names.group;
  const isShared = sharedHeader !== undefined && sharedAuthor !== '' && (!isRepeated || messages.length > 1);
  const shared = isShared
    ? messages.filter((message) => isAfter(message, sharedHeader) || message.contains(sharedHeader))
    : messages.slice(1);
  const own = messages.filter((message) => !shared.includes(message));
  const text = own.map(messageText).join('\n');
  const quotedText = shared.map(messageText).join('\n');
  const quoted =
    isShared || quotedText !== '' ? { author: isShared ? sharedAuthor : '', text: quotedText } : null;
  if (text !== '' || quoted !== null) {
    return { text, quoted, own };
  }
  const second = described[1];
  const plain = second !== undefined && isShown(second, container) ? messageText(second) : '';
  return { text: plain || looseText(parts), quoted, own: [second ?? container] };
}

function hashtagsOf(own: readonly Element[], text: string): string[] {
  const linked = own.flatMap((element) => queryAll(element, S.HASHTAG_LINK).map((link) => lineOf(link)));
  return hashtagsIn([...linked.filter((tag) => tag.startsWith('#')), text].join('\n'));
}

function isEmoji(alt: string): boolean {
  return !/[\p{L}\p{N}]/u.test(alt);
}

function altsOf(parts: Parts): string[] {
  const { container, header, messages } = parts;
  const alts = ownParts(container, S.PHOTO)
    .filter(
      (photo) => header?.contains(photo) !== true && !messages.some((message) => message.contains(photo)),
    )
    .filter(
      (photo) =>
        !photo.matches('[role="presentation"]') &&
        photo.closest(`${S.PROFILE_NAME}, [role="toolbar"]`) === null,
    )
    .map((photo) => (photo.getAttribute('alt') ?? photo.getAttribute('aria-label') ?? '').trim())
    .filter((alt) => alt !== '' && !isEmoji(alt));
  return [...new Set(alts)];
}

function linkOf(parts: Parts): string {
  const { container, messages } = parts;
  const marked = ownParts(container, S.PREVIEW_TEXT).map(lineOf);
  if (marked.length > 0) {
    return [...new Set(marked.filter((line) => line !== ''))].join('\n');
  }
  const links = ownParts(container, S.OUTBOUND_LINK)
    .filter((link) => !messages.some((message) => message.contains(link)))
    .map((link) => visibleText(link, { limit: 1000 }) || labelOf(link));
  return [...new Set(links.filter((line) => line !== ''))].join('\n');
}

// --- Keys ------------------------------------------------------------------------------------------------------

/** Canonical address of a post without tracking, or undefined when the link leads to no post. */
export function permalinkOf(url: URL): string | undefined {
  if (!/(^|\.)facebook\.com$/.test(url.hostname)) {
    return undefined;
  }
  const path = url.pathname.replace(/\/+$/, '');
  const group = /^\/groups\/([^/]+)\/(?:posts|permalink)\/([^/]+)$/.exec(path);
  if (group !== null) {
    return `/groups/${group[1]}/posts/${group[2]}`;
  }
  const parameter = (name: string) => url.searchParams.get(name);
  if (/^\/groups\/[^/]+$/.test(path) && parameter('multi_permalinks') !== null) {
    return `${path}/posts/${parameter('multi_permalinks')}`;
  }
  if (/^\/[^/]+\/(?:posts|videos|photos)\/[^/]+(?:\/[^/]+)?$/.test(path) || /^\/reel\/[^/]+$/.test(path)) {
    return path;
  }
  const story = parameter('story_fbid');
  if (/^\/(?:permalink|story)\.php$/.test(path) && story !== null) {
    return `/permalink.php?id=${parameter('id') ?? ''}&story_fbid=${story}`;
  }
  const photo = parameter('fbid');
  if (/^\/photo(?:\.php)?$/.test(path) && photo !== null) {
    return `/photo?fbid=${photo}`;
  }
  const video = parameter('v');
  return path === '/watch' && video !== null ? `/watch?v=${video}` : undefined;
}

const POST_LINK = /^\/(?:groups\/[^/]+\/posts|[^/]+\/posts|permalink\.php)/;

function keyOf(parts: Parts, isShare: boolean, content: string): string {
  const { container, described, messages } = parts;
  const sharedHeader = isShare ? parts.sharedHeader : undefined;
  const candidates = [
    ...(described[0]?.querySelectorAll('a[href]') ?? []),
    ...(described[0]?.matches('a[href]') === true ? [described[0]] : []),
    ...container.querySelectorAll('a[href]'),
  ].filter(
    (link) =>
      link.closest(S.DECOY) === null &&
      link.closest(S.COMMENT) === null &&
      !messages.some((message) => message.contains(link)) &&
      (sharedHeader === undefined || !isAfter(link, sharedHeader)),
  );
  const permalinks = candidates.flatMap((link) => {
    const url = pathOf(link);
    const permalink = url === undefined ? undefined : permalinkOf(url);
    // An attachment may lead to the post of somebody else; its photos and videos are the post's own.
    if (permalink !== undefined && described[2]?.contains(link) === true && POST_LINK.test(permalink)) {
      return [];
    }
    return permalink === undefined ? [] : [permalink];
  });
  return (
    permalinks.find((permalink) => POST_LINK.test(permalink)) ??
    // The photo of a shared post is not the sharer's: two people who share it are two posts.
    (isShare ? undefined : permalinks[0]) ??
    pagePermalink(container) ??
    textKey(content)
  );
}

/** On a permalink page the address bar names the post, if it is the only one there or the one in the dialog. */
function pagePermalink(container: Element): string | undefined {
  const href = container.ownerDocument.defaultView?.location.href ?? '';
  const permalink = URL.canParse(href) ? permalinkOf(new URL(href)) : undefined;
  if (permalink === undefined) {
    return undefined;
  }
  const root = container.closest(S.DIALOG) ?? container.ownerDocument;
  // Several Like markers are several posts; counting them spares a search for every post of a long page.
  const isAlone = root.querySelectorAll(S.LIKE_MARKER).length <= 1 && findPosts(root).length === 1;
  return isAlone ? permalink : undefined;
}

/** Reads what a person sees of a post; bounded. */
export function readPost(container: Element): Post {
  const parts = partsOf(container);
  const names = namesOf(parts);
  const { text, quoted, own } = textsOf(parts, names);
  const alts = altsOf(parts);
  const start = [text.slice(0, KEY_TEXT), quoted?.author ?? '', quoted?.text.slice(0, KEY_TEXT) ?? ''];
  return {
    key: keyOf(parts, quoted !== null, [names.author, ...start, alts[0] ?? ''].join('\n')),
    ...names,
    text,
    hashtags: hashtagsOf(own, text),
    alts,
    link: linkOf(parts),
    quoted,
  };
}
