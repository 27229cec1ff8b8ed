/**
 * The mobile renderer of Facebook: nested boxes without roles or labels, whose icons are glyphs of the private use
 * areas (CMFm, code 2026-01; the place of header and row inferred 2026-11).
 */

import { outermost, queryAll, visibleText } from './dom.ts';
import * as S from './facebook.selectors.ts';
import type { Steps } from './steps.ts';

/** Longest line of counts above the row. */
const COUNTS_LIMIT = 40;
const GLYPH = /[\ue000-\uf8ff]|[\u{f0000}-\u{10fffd}]/u;

export function isMobile(element: Element): boolean {
  return element.matches(`${S.MOBILE_POST}, ${S.MOBILE_BOX}`);
}

function hasGlyph(element: Element): boolean {
  return GLYPH.test(element.textContent ?? '');
}

/** The buttons side by side in one box, when each of them begins with an icon. */
function rowIn(box: Element): Element[] {
  const cells = [...box.children];
  const buttons = cells.filter(
    (cell) => cell.matches(S.MOBILE_BUTTON) && GLYPH.test([...(cell.textContent ?? '').trim()][0] ?? ''),
  );
  return buttons.length > 1 && buttons.length < 5 && buttons.length === cells.length ? buttons : [];
}

/** The row that begins with a button for a long press. */
function markedRow(root: ParentNode): Element[] {
  const rows = queryAll(root, S.MOBILE_LIKE).map((like) =>
    [...(like.parentElement?.children ?? [])].filter((cell) => cell.matches(S.MOBILE_BUTTON)),
  );
  return rows.find((row) => row.length > 1 && row[0]?.matches(S.MOBILE_LIKE) === true) ?? [];
}

function boxesWithRow(root: ParentNode): Element[] {
  const boxes = queryAll(root, S.MOBILE_BUTTON).flatMap((button) => button.parentElement ?? []);
  return [...new Set(boxes)].filter((box) => rowIn(box).length > 0);
}

/** Like, comment and share of a mobile post, in this order; empty where there is no row. */
export function mobileRow(post: Element): readonly Element[] {
  const marked = markedRow(post);
  const last = boxesWithRow(post).pop();
  return marked.length > 0 || last === undefined ? marked : rowIn(last);
}

/** Boxes of a post one below the other: header, text, attachment, row. */
function blocksOf(post: Element): Element[] {
  let node = post;
  while (node.children.length === 1 && node.children[0] !== undefined) {
    node = node.children[0];
  }
  return [...node.children];
}

/** Name and, with an icon for the audience, the time. */
function headerOf(post: Element): Element | undefined {
  return blocksOf(post).find((block) => hasGlyph(block) && linesIn(block).length > 0);
}

function linesIn(root: Element): string[] {
  return outermost(queryAll(root, S.MOBILE_TEXT))
    .map((part) => visibleText(part, { skip: (inner) => inner.matches('[role="button"]') }))
    .filter((line) => line !== '' && !GLYPH.test(line));
}

/** Posts that carry no mark of their own: the largest boxes with one row, whose first block is a header. */
export function* mobilePostsInSteps(root: ParentNode): Steps<Element[]> {
  const posts: Element[] = [];
  for (const box of boxesWithRow(root)) {
    yield;
    if (box.closest(S.MOBILE_POST) !== null) {
      continue;
    }
    let post = box;
    for (
      let node = box.parentElement;
      node !== null && !node.matches(S.MOBILE_SCREEN) && boxesWithRow(node).length === 1;
      node = node.parentElement
    ) {
      post = node;
    }
    if (headerOf(post) !== undefined) {
      posts.push(post);
    }
  }
  return posts;
}

export function mobileAuthor(post: Element): string {
  const marked = post.querySelector(S.MOBILE_AUTHOR);
  const header = headerOf(post);
  const name = marked === null ? header && linesIn(header)[0] : visibleText(marked);
  return name?.split('\n')[0]?.trim() ?? '';
}

/** The blocks without icons; those right above the row count, where something else is left. */
export function mobileText(post: Element): string {
  const [first] = mobileRow(post);
  const blocks = blocksOf(post).filter(
    (block) => block !== headerOf(post) && first?.contains(block) !== true,
  );
  const above = blocks.findIndex((block) => first !== undefined && block.contains(first)) - 1;
  const texts = blocks.map((block) => (first !== undefined && block.contains(first) ? [] : linesIn(block)));
  const counts = texts[above] ?? [];
  const isCount = counts.every((line) => /^\p{Nd}/u.test(line) && line.length <= COUNTS_LIMIT);
  const hasMore = texts.some((lines, index) => index !== above && lines.length > 0);
  return texts
    .filter((_, index) => !(index === above && isCount && hasMore))
    .flat()
    .join('\n');
}
