/** Reading a post of Facebook as a person sees it. */

import type { Post, QuotedPost } from '../../core/types.ts';
import { hashtagsIn, isShown, outermost, queryAll, visibleText } from '../dom.ts';
import * as S from './facebook.selectors.ts';
import { groupOf, handleOf, permalinkOf, urlOf } from './facebook-address.ts';
import { barOf } from './facebook-bar.ts';
import { readComment } from './facebook-comment.ts';
import { keyOf } from './facebook-key.ts';
import { isMobile, piecesOf } from './facebook-mobile.ts';
import { mobileNames, mobileText } from './facebook-mobile-read.ts';
import {
  isAfter,
  isPressable,
  LABEL_LIMIT,
  lineOf,
  linksIn,
  ownParts,
  type Parts,
  partsOf,
  titleOf,
} from './facebook-parts.ts';
import { isPluginPage, readPlugin } from './facebook-plugin.ts';

/** Length of the text that a key rests on: "See more" adds to the end only. */
const KEY_TEXT = 200;
/** Largest side of an icon, in CSS pixels. */
const ICON_SIZE = 32;

function isGroupLink(link: Element): boolean {
  return groupOf(urlOf(link)) !== undefined;
}

interface Names {
  readonly author: string;
  readonly handle: string;
  readonly group: string | null;
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

/** The group whose page it is: in its own list a group does not stand in the header of every post. */
function groupOfPage(container: Element): string | null {
  const path = container.ownerDocument.defaultView?.location.pathname ?? '';
  const [group] = /^\/groups\/[^/]+/.exec(path) ?? [];
  // Asked first: a search for the heading goes through a long feed that has none.
  if (group === undefined || groupOf(new URL(group, 'https://www.facebook.com/')) === undefined) return null;
  const title = titleOf(container.ownerDocument);
  return title === undefined ? null : lineOf(title);
}

function namesOf(parts: Parts): Names {
  const { container, header } = parts;
  if (isMobile(container)) {
    const { author, group } = mobileNames(container);
    return { author, handle: '', group: group ?? groupOfPage(container) };
  }
  if (header === undefined) {
    return { author: '', handle: '', group: groupOfPage(container) };
  }
  const links = header.matches('a[href]') ? [header] : linksIn(header);
  const groupLink = links.find(isGroupLink);
  const personLink = links.find((link) => !isGroupLink(link));
  if (groupLink === undefined) {
    const author = personLink === undefined ? lineOf(header) : lineOf(personLink);
    return { author, handle: handleOf(personLink && urlOf(personLink)), group: groupOfPage(container) };
  }
  const member = personLink ?? ownParts(container, S.GROUP_MEMBER_LINK).find((link) => lineOf(link) !== '');
  const author = member === undefined ? secondLine(parts) : lineOf(member);
  return { author, handle: handleOf(member && urlOf(member)), group: lineOf(groupLink) };
}

function messageText(message: Element): string {
  return visibleText(message, { skip: (part) => isPressable(part) || part.matches(S.DECOY) });
}

/** Counts ("4", "1,2 rb") that stand in no button. */
const COUNT = /^[\p{Nd}.,٫٬\s]+\S{0,3}$/u;

/** The timestamp holds scrambled letters; it links to the post, or nowhere until the pointer is over it. */
function isTimestamp(link: Element): boolean {
  const url = link.matches('a[href]') ? urlOf(link) : undefined;
  return (
    url !== undefined &&
    (permalinkOf(url) !== undefined || link.getAttribute('href')?.startsWith('?') === true)
  );
}

const SKIPPED = `${S.DECOY}, ${S.COMMENT}, ${S.PROFILE_NAME}, ${S.PREVIEW_TEXT}, ${S.LAYER}, form, ${S.HEADING}, ${S.TOOLBAR}, [role="button"], button, ${S.GROUP_MEMBER_LINK}`;

/** Coloured backgrounds and reels have no message marker: every text line that is not something else. */
function looseLines(parts: Parts): Element[] {
  const { container, header, described, sharedHeader } = parts;
  const others = [header, sharedHeader, described[0], described[3], described[4]];
  const [like] = barOf(container).keys();
  // The pane beside a reel has its name and caption.
  const isHeadedLater = like !== undefined && header !== undefined && isAfter(header, like);
  const isLoose = (line: Element) => {
    const around = line.closest(SKIPPED);
    return (
      !others.some((part) => part?.contains(line)) &&
      (around === null || around.contains(container)) &&
      (like === undefined || !isAfter(line, like) || (isHeadedLater && isAfter(line, header)))
    );
  };
  const lines = ownParts(container, '[dir="auto"], .native-text').filter(isLoose);
  return outermost(
    lines.length > 0 ? lines : ownParts(container, 'div, span').filter(isPlainLine).filter(isLoose),
  );
}

/** The caption of a reel may be a plain element (code of an Indonesian scraper, 2026). */
function isPlainLine(element: Element): boolean {
  return (
    element.closest('a[href]') === null &&
    [...element.childNodes].some((node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '')
  );
}

function looseText(lines: readonly Element[], parts: Parts): string {
  const { header, sharedHeader, described } = parts;
  const others = [header, sharedHeader, described[0]];
  return lines
    .map((line) =>
      visibleText(line, {
        skip: (part) =>
          isPressable(part) || part.matches(SKIPPED) || others.includes(part) || isTimestamp(part),
      }),
    )
    .filter((text) => text !== '' && !COUNT.test(text))
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
  if (isMobile(container)) {
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
  if (messages.length > 0) {
    return { text: text || (quoted === null ? looseText(looseLines(parts), parts) : ''), quoted, own };
  }
  const second = described[1];
  const plain = second !== undefined && isShown(second, container) ? messageText(second) : '';
  const lines = looseLines(parts);
  const isLater = (line: Element) => isShared && isAfter(line, sharedHeader);
  return {
    text:
      plain ||
      looseText(
        lines.filter((line) => !isLater(line)),
        parts,
      ),
    quoted: quoted && { ...quoted, text: looseText(lines.filter(isLater), parts) },
    own: [second ?? container],
  };
}

function hashtagsOf(own: readonly Element[], text: string): string[] {
  const linked = own.flatMap((element) => queryAll(element, S.HASHTAG_LINK).map((link) => lineOf(link)));
  return hashtagsIn([...linked.filter((tag) => tag.startsWith('#')), text].join('\n'));
}

/** Icons have their size as attributes ("Public" beside the time; seen 2026-11-29, a feed of 2020). */
function isIcon(photo: Element): boolean {
  const size = ['width', 'height'].map((side) => Number(photo.getAttribute(side) ?? Number.NaN));
  return size.every((length) => length <= ICON_SIZE);
}

function isEmoji(alt: string): boolean {
  return !/[\p{L}\p{N}]/u.test(alt);
}

function altsOf(parts: Parts): string[] {
  const { container, header, messages } = parts;
  // The photo of a viewer stands beside the panel that tells about it.
  const viewer = container.closest(S.PANEL)?.closest(`${S.DIALOG}, body`);
  const photos = piecesOf(container).flatMap((piece) => ownParts(piece, S.PHOTO));
  const alts = [...photos, ...(viewer ? queryAll(viewer, S.VIEWED_PHOTO) : [])]
    .filter(
      (photo) => header?.contains(photo) !== true && !messages.some((message) => message.contains(photo)),
    )
    .filter(
      (photo) =>
        !photo.matches('[role="presentation"]') &&
        !isIcon(photo) &&
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
    // The description of a picture in it is among `alts`.
    .map((link) => visibleText(link, { limit: 1000 }) || (link.getAttribute('aria-label') ?? '').trim());
  return [...new Set(links.filter((line) => line !== ''))].join('\n');
}

/** Reads what a person sees of a post; bounded. */
export function readPost(container: Element): Post {
  if (container.matches(S.COMMENT)) {
    return readComment(container, readPost);
  }
  if (isPluginPage(container.ownerDocument)) {
    return readPlugin(container);
  }
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
