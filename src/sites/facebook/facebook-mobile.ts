/**
 * The mobile renderer of Facebook: nested boxes whose icons are glyphs of the private use areas. What can be pressed has
 * the number of an action; roles and labels stand on some of it (seen 2026-11-29 in public saved markup of 2025 and
 * 2026: a group, signed out, and a profile).
 */

import { outermost, queryAll } from '../dom.ts';
import { oncePerMoment } from '../moment.ts';
import type { Steps } from '../steps.ts';
import * as S from './facebook.selectors.ts';

/** Boxes side by side among which those of one post are looked for. */
const MOST_PIECES = 12;
const GLYPH = /[\ue000-\uf8ff]|[\u{f0000}-\u{10fffd}]/u;
const GLYPHS = new RegExp(GLYPH, 'gu');
/** Difference between the channels of a colour; the grey of what is not pressed has 3 at most (seen 2026-11-29). */
const GREY = 100;

export function isMobile(element: Element): boolean {
  return element.matches(`${S.MOBILE_POST}, ${S.MOBILE_BOX}`);
}

export function hasGlyph(text: string): boolean {
  return GLYPH.test(text);
}

export function withoutGlyphs(text: string): string {
  return text.replace(GLYPHS, '').trim();
}

function hasIcon(element: Element): boolean {
  return hasGlyph(element.textContent ?? '');
}

function beginsWithIcon(cell: Element): boolean {
  return cell.matches(S.MOBILE_BUTTON) && hasGlyph([...(cell.textContent ?? '').trim()][0] ?? '');
}

/**
 * The buttons side by side at the end of one box, when each of them begins with an icon. Before them may stand the one
 * with the number of reactions, which has pictures.
 */
function rowIn(box: Element): Element[] {
  const cells = [...box.children];
  const start = cells.findIndex(beginsWithIcon);
  const buttons = start < 0 ? [] : cells.slice(start);
  const isRow =
    start <= 1 &&
    buttons.length > 1 &&
    buttons.length < 5 &&
    buttons.every(beginsWithIcon) &&
    cells.slice(0, start).every((cell) => cell.matches(S.MOBILE_BUTTON) && !hasIcon(cell));
  return isRow ? buttons : [];
}

/** The row that begins with a button for a long press. */
function markedRow(root: ParentNode): Element[] {
  const rows = queryAll(root, S.MOBILE_LIKE)
    .filter(beginsWithIcon)
    .map((like) => {
      const cells = [...(like.parentElement?.children ?? [])];
      return cells.slice(cells.indexOf(like)).filter((cell) => cell.matches(S.MOBILE_BUTTON));
    });
  return rows.find((row) => row.length > 1) ?? [];
}

function boxesWithRow(root: ParentNode): Element[] {
  const boxes = queryAll(root, S.MOBILE_BUTTON).flatMap((button) => button.parentElement ?? []);
  return [...new Set(boxes)].filter((box) => rowIn(box).length > 0);
}

const rowOf = oncePerMoment((piece: Element): readonly Element[] => {
  const marked = markedRow(piece);
  const last = boxesWithRow(piece).pop();
  return marked.length > 0 || last === undefined ? marked : rowIn(last);
});

/** Like, comment and share of a mobile post, in this order; empty where there is no row. */
export function mobileRow(post: Element): readonly Element[] {
  for (const piece of piecesOf(post)) {
    const row = rowOf(piece);
    if (row.length > 0) {
      return row;
    }
  }
  return [];
}

// --- Boxes of one post -----------------------------------------------------------------------------------------

const BEFORE = 'previousElementSibling';
const AFTER = 'nextElementSibling';

/** Siblings in one direction, the nearest first, up to the last one with the same number; another number ends them. */
function sameNumber(piece: Element, number: string, direction: typeof BEFORE | typeof AFTER): Element[] {
  const found: Element[] = [];
  let end = 0;
  for (let node = piece[direction]; node !== null && found.length < MOST_PIECES; node = node[direction]) {
    const other = node.getAttribute(S.MOBILE_NUMBER);
    if (other !== null && other !== number) {
      break;
    }
    found.push(node);
    end = other === number ? found.length : end;
  }
  return found.slice(0, end);
}

/** Boxes without a number, from the nearest header before the row on; none where another row comes first. */
function upToHeader(piece: Element): Element[] {
  const found: Element[] = [];
  for (let node = piece[BEFORE]; node !== null && found.length < MOST_PIECES; node = node[BEFORE]) {
    if (node.matches(S.MOBILE_POST) || rowOf(node).length > 0) {
      return [];
    }
    found.unshift(node);
    if (node.querySelector(S.MOBILE_AVATAR) !== null) {
      return found;
    }
  }
  return [];
}

/**
 * The boxes of one post in their order: one box with everything, or header, text, pictures and row in one each, which
 * then have the same number (both seen 2026-11-29).
 */
export const piecesOf = oncePerMoment((post: Element): readonly Element[] => {
  const number = post.getAttribute(S.MOBILE_NUMBER);
  if (number !== null) {
    return [...sameNumber(post, number, BEFORE).reverse(), post, ...sameNumber(post, number, AFTER)];
  }
  const isWhole = !post.matches(S.MOBILE_BOX) || post.querySelector(S.MOBILE_AVATAR) !== null;
  return isWhole ? [post] : [...upToHeader(post), post];
});

/** The one of the boxes of a post that stands for it: that with the row, else the first. */
export function mainPiece(piece: Element): Element | undefined {
  const pieces = piecesOf(piece);
  return pieces.find((one) => rowOf(one).length > 0) ?? pieces[0];
}

/** A post has a row, or the picture of somebody who posts. Lists of suggestions are numbered too. */
export function isMobilePost(container: Element): boolean {
  return (
    mainPiece(container) === container &&
    (mobileRow(container).length > 0 || container.querySelector(S.MOBILE_AVATAR) !== null)
  );
}

/** Boxes of a post one below the other: header, text, attachment, row. */
export function blocksOf(post: Element): readonly Element[] {
  const pieces = piecesOf(post);
  if (pieces.length > 1) {
    return pieces;
  }
  let node = post;
  while (node.children.length === 1 && node.children[0] !== undefined) {
    node = node.children[0];
  }
  return [...node.children];
}

/** Name and, with an icon for the audience, the time. */
export function mobileHeader(post: Element): Element | undefined {
  const [first] = mobileRow(post);
  const above = blocksOf(post).filter(
    (block) => first === undefined || (!block.contains(first) && !isSideBySide(block, first)),
  );
  return (
    above.find((block) => block.querySelector(S.MOBILE_AVATAR) !== null) ??
    above.find((block) => hasIcon(block) && block.querySelector(S.MOBILE_TEXT) !== null)
  );
}

function isSideBySide(block: Element, button: Element): boolean {
  return block.parentElement === button.parentElement;
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
    if (mobileHeader(post) !== undefined) {
      posts.push(post);
    }
  }
  return outermost(posts);
}

// --- Buttons ---------------------------------------------------------------------------------------------------

/**
 * The button that a press means: an element of the browser in a box with an action acts as the box, and a box around
 * one other button widens it (both seen 2026-11-29).
 */
export function mobileButton(button: Element): Element {
  const box = button.closest(S.MOBILE_BUTTON);
  if (box === null || button.matches('a[href]')) {
    return button;
  }
  const inner = box.querySelectorAll(S.MOBILE_BUTTON);
  return inner.length === 1 && inner[0]?.matches('[role="button"]') === true ? inner[0] : box;
}

/** True when the glyph or the word of the button has a colour: it is pressed (code of two projects, 2024 and 2026). */
export function isColoured(button: Element): boolean {
  return queryAll(button, '.native-text, .native-text span').some((part) => {
    const [, ...channels] = /^rgba?\((\d+), ?(\d+), ?(\d+)/.exec(colourOf(part)) ?? [];
    const values = channels.map(Number);
    return values.length === 3 && Math.max(...values) - Math.min(...values) > GREY;
  });
}

function colourOf(element: Element): string {
  return (element as Partial<ElementCSSInlineStyle>).style?.color ?? '';
}
