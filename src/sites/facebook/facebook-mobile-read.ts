/** Reading a post of the mobile renderer: who wrote it, where, and what it says. */

import { outermost, queryAll, visibleText } from '../dom.ts';
import * as S from './facebook.selectors.ts';
import { blocksOf, hasGlyph, mobileHeader, mobileRow, withoutGlyphs } from './facebook-mobile.ts';

/** Longest line of counts above the row. */
const COUNTS_LIMIT = 40;
/** Where a long text breaks off; what follows opens it. */
const BREAK = /^\s*(?:\.\.\.|…)/;

/** "… See more" at the end of a text that opens when it is pressed: the last one or two parts of it. */
function isMore(part: Element): boolean {
  const isExpander = part.closest(S.MOBILE_TEXT_BOX)?.matches(S.MOBILE_BUTTON) === true;
  const isBreak = (one: Element | null) => one !== null && BREAK.test(one.textContent ?? '');
  if (!isExpander || part.parentElement?.matches('.native-text') !== true) {
    return false;
  }
  const last = part.parentElement.lastElementChild;
  const isLast = part === last || part === last?.previousElementSibling;
  return isLast && (isBreak(part) || isBreak(part.previousElementSibling));
}

function lineOfText(part: Element): string {
  return visibleText(part, { skip: (inner) => inner.matches('[role="button"]') || isMore(inner) });
}

/** Lines outside of buttons with a role, without those that hold an icon. */
function linesIn(root: Element): string[] {
  return outermost(queryAll(root, S.MOBILE_TEXT))
    .filter((part) => {
      const button = part.closest('[role="button"]');
      return button === null || !root.contains(button);
    })
    .map(lineOfText)
    .filter((line) => line !== '' && !hasGlyph(line));
}

/** Each line of the header, that of the time too, without icons. */
function headerLines(header: Element): string[] {
  return queryAll(header, S.MOBILE_TEXT)
    .map((part) => withoutGlyphs(visibleText(part)).split('·')[0]?.trim() ?? '')
    .filter((line) => line !== '');
}

/**
 * Author and group. The picture is that of the author and named so; what else stands first in the header is the group
 * (seen 2026-11-29; the group in the home feed: code of one project).
 */
export function mobileNames(post: Element): { readonly author: string; readonly group: string | null } {
  const header = mobileHeader(post);
  const links = header === undefined ? [] : queryAll(header, S.MOBILE_LINK);
  const names = links.map((link) => withoutGlyphs(visibleText(link, { limit: 200 })).replace(/\s+/g, ' '));
  const picture = header?.querySelector(S.MOBILE_AVATAR)?.getAttribute('aria-label') ?? '';
  const [first] = names.filter((name) => name !== '');
  const isOfPicture = (name: string) => name !== '' && picture.includes(name);
  const author = names.find(isOfPicture) ?? (header && headerLines(header).find(isOfPicture));
  if (author !== undefined) {
    return { author, group: first === undefined || first === author ? null : first };
  }
  const marked = (header ?? post).querySelector(S.MOBILE_AUTHOR);
  const name = first ?? (marked === null ? header && headerLines(header)[0] : visibleText(marked));
  return { author: name?.split('\n')[0]?.trim() ?? '', group: null };
}

/** The blocks between header and row; those right above the row count, where something else is left. */
export function mobileText(post: Element): string {
  const [first] = mobileRow(post);
  const all = blocksOf(post);
  const end = first === undefined ? -1 : all.findIndex((block) => block.contains(first));
  const above = end < 0 ? all : all.slice(0, end);
  const header = mobileHeader(post);
  const texts = above.map((block) => (block === header ? [] : linesIn(block)));
  const counts = end < 0 ? [] : (texts[texts.length - 1] ?? []);
  const isCount = counts.every((line) => /^\p{Nd}/u.test(line) && line.length <= COUNTS_LIMIT);
  const hasMore = texts.slice(0, -1).some((lines) => lines.length > 0);
  return (isCount && hasMore && end >= 0 ? texts.slice(0, -1) : texts).flat().join('\n');
}
