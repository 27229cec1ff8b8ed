/** The row of like, comment and share under a post, known by its place and form alone: no label, no marker. */

import { byId, isShown, labelOf, queryAll, visibleText } from '../dom.ts';
import { oncePerMoment } from '../moment.ts';
import * as S from './facebook.selectors.ts';

export type BarKind = 'like' | 'react' | 'comment' | 'share';

/** More buttons in one row are a tool bar of something else. */
const MOST_BUTTONS = 6;
const ICON = 'i, svg, img, image, [style*="background-image"]';
/** What never stands in the row, nor anything inside it. */
const OUTSIDE = `${S.DECOY}, ${S.COMMENT}, ${S.PROFILE_NAME}, ${S.HEADING}, ${S.MESSAGE}, ${S.TOOLBAR}, ${S.VIDEO}, form, a[href]`;
const IMPURE = `a[href], form, ${S.EDITOR}, ${S.HEADING}, ${S.MESSAGE}, ${S.COMMENT}`;
const TABLES = [
  ['like', S.LABELS.like],
  ['like', S.LABELS.likedAlone],
  ['react', S.LABELS.react],
  ['comment', S.LABELS.commentOpen],
  ['share', S.LABELS.shareOpen],
] as const;

/** What the label tables say of a button of the row. */
export function kindByLabel(labels: readonly string[]): BarKind | undefined {
  return TABLES.find(([, table]) => labels.some((label) => S.matches(table, label)))?.[0];
}

function textOf(button: Element): string {
  return visibleText(button, { limit: 60 });
}

/** Attachment of the post: its players and carousels have rows of icons too. */
function attachmentOf(post: Element): Element | undefined {
  const id = (post.getAttribute('aria-describedby') ?? '').split(/\s+/)[2] ?? '';
  return id === '' ? undefined : byId(post, id);
}

function hasIcon(button: Element): boolean {
  return button.querySelector(ICON) !== null || (labelOf(button) !== '' && textOf(button) === '');
}

function candidatesIn(post: Element): Element[] {
  const attachment = attachmentOf(post);
  // The comment box comes below, and has a row of icons of its own.
  const editor = queryAll(post, S.EDITOR).find((one) => one.closest(S.COMMENT) === null);
  return queryAll(post, '[role="button"], button').filter((button) => {
    const around = button.closest(OUTSIDE);
    return (
      (around === null || around.contains(post)) &&
      attachment?.contains(button) !== true &&
      (editor === undefined || (editor.compareDocumentPosition(button) & 2) !== 0) &&
      button.getAttribute('aria-haspopup') !== 'menu' &&
      !(button.getAttribute('aria-label') ?? '').includes(':') &&
      (button.hasAttribute('aria-label') || hasIcon(button)) &&
      isShown(button)
    );
  });
}

/** Widest ancestor below the post that holds nothing but buttons with icons. */
function rowAround(button: Element, post: Element, candidates: readonly Element[]): Element | undefined {
  let row: Element | undefined;
  for (let node = button.parentElement; node !== null && node !== post; node = node.parentElement) {
    const around: Element = node;
    // The menu of a reel stands in the column of its actions.
    const others = queryAll(around, '[role="button"], button').filter(
      (one) => !candidates.includes(one) && one.getAttribute('aria-haspopup') !== 'menu',
    );
    if (around.querySelector(IMPURE) !== null || others.length > 0) {
      break;
    }
    if (candidates.filter((one) => around.contains(one)).length > 1) {
      row = around;
    }
  }
  return row;
}

function cellsOf(row: Element, buttons: readonly Element[]): Element[][] {
  const cells = [...row.children]
    .map((child) => buttons.filter((button) => child.contains(button)))
    .filter((cell) => cell.length > 0);
  const [main] = cells;
  const child = main?.[0] && [...row.children].find((one) => one.contains(main[0] ?? null));
  // A wrapper, or a group of three beside a button to save.
  const isWrapper = main !== undefined && (cells.length === 1 ? main.length > 1 : main.length > 2);
  return isWrapper && child !== undefined ? cellsOf(child, main) : cells;
}

function nameCells(cells: readonly Element[][]): Map<Element, BarKind> {
  const kinds = new Map<Element, BarKind>();
  const [first = [], ...rest] = cells;
  for (const [index, button] of first.entries()) {
    kinds.set(button, index === 0 ? 'like' : 'react');
  }
  const isArrow = (cell: readonly Element[] | undefined) => cell?.every((one) => textOf(one) === '') === true;
  // The arrow that opens the palette has no text where the buttons around it have.
  if (rest.length > 2 && !isArrow(first) && isArrow(rest[0]) && !isArrow(rest[1])) {
    for (const button of rest.shift() ?? []) {
      kinds.set(button, 'react');
    }
  }
  // Behind the three may stand a picture that chooses who speaks (seen 2026-11-29, a feed of 2020).
  const hasWords = (cell: readonly Element[]) => cell.some((one) => /\p{L}/u.test(textOf(one)));
  if (rest.length > 2 && isArrow(rest[rest.length - 1]) && [first, ...rest.slice(0, 2)].every(hasWords)) {
    rest.pop();
  }
  for (const [index, cell] of rest.entries()) {
    for (const button of cell) {
      kinds.set(button, index === 0 ? 'comment' : 'share');
    }
  }
  return kinds;
}

/**
 * The buttons of the last row of icons of a post, by their place: like, comment, then the ways to share; and those of
 * the rows above that say the same. Empty when no row looks like it, or when a label that is known says something else
 * (inferred 2026-11 from the seen layouts).
 */
export const barOf = oncePerMoment((post: Element): ReadonlyMap<Element, BarKind> => {
  const candidates = candidatesIn(post);
  const seen = new Set<Element>();
  for (const button of [...candidates].reverse()) {
    const row = seen.has(button) ? undefined : rowAround(button, post, candidates);
    if (row !== undefined) {
      const kinds = kindsIn(row, candidates);
      if (kinds !== undefined) {
        return withRowsAlike(kinds, post, candidates);
      }
      for (const one of candidates.filter((candidate) => row.contains(candidate))) {
        seen.add(one);
      }
    }
  }
  return new Map();
});

function kindsIn(row: Element, candidates: readonly Element[]): Map<Element, BarKind> | undefined {
  const buttons = candidates.filter((one) => row.contains(one));
  const cells = cellsOf(row, buttons);
  const kinds = nameCells(cells);
  // The style may draw the icon of one of them (comment, seen 2026-11-29, a feed of 2020).
  const isLikely =
    cells.length > 1 &&
    cells.length < 6 &&
    buttons.length <= MOST_BUTTONS &&
    buttons.filter((one) => !hasIcon(one)).length <= 1 &&
    buttons.some(hasIcon);
  const isSaid = [...kinds].every(([one, kind]) => (kindByLabel([labelOf(one)]) ?? kind) === kind);
  return isLikely && isSaid ? kinds : undefined;
}

/**
 * A post that friends have shared shows each of their words in a card with a row of its own (seen 2026-11-29, a feed
 * of 2022): the rows with the labels of the last one.
 */
function withRowsAlike(
  last: Map<Element, BarKind>,
  post: Element,
  candidates: readonly Element[],
): ReadonlyMap<Element, BarKind> {
  const labels = new Map([...last].map(([button, kind]) => [button.getAttribute('aria-label') ?? '', kind]));
  labels.delete('');
  const alike = candidates.filter(
    (one) => !last.has(one) && labels.has(one.getAttribute('aria-label') ?? ''),
  );
  const kinds = new Map(last);
  for (const button of alike) {
    const row = kinds.has(button) ? undefined : rowAround(button, post, candidates);
    for (const [one, kind] of (row && kindsIn(row, candidates)) ?? []) {
      if (labels.get(one.getAttribute('aria-label') ?? '') === kind) {
        kinds.set(one, kind);
      }
    }
  }
  return kinds;
}
