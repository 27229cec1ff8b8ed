/** Instagram: what an icon means, by its drawing, its place in the row of a post, and last by its words. */

import { visibleText } from '../dom.ts';
import { oncePerMoment } from '../moment.ts';
import * as words from './instagram.labels.ts';
import * as on from './instagram.selectors.ts';
import { accountLinks } from './instagram-page.ts';

const BUTTON_TEXT_LIMIT = 60;

/** Text of a small button in lower case, '' for a large region. */
export const shortText = oncePerMoment((button: Element): string => {
  if ((button.textContent ?? '').length > BUTTON_TEXT_LIMIT) {
    return '';
  }
  return visibleText(button).replace(/\s+/g, ' ').toLowerCase();
});

/** Words and nothing else: no icon, picture or field. */
export function isTextOnly(button: Element): boolean {
  return button.querySelector('svg, img, input, textarea') === null && shortText(button) !== '';
}

function heightOf(icon: Element): number {
  return Number.parseFloat(icon.getAttribute('height') ?? '');
}

/** True for the icons below a post; the hearts of comments are smaller. */
export function isActionIcon(icon: Element): boolean {
  return heightOf(icon) >= on.ACTION_ICON_HEIGHT;
}

export function iconLabel(icon: Element): string {
  const label = icon.getAttribute('aria-label') ?? icon.querySelector('title')?.textContent ?? '';
  return label.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Action icons below `root` that can be pressed, in document order. A sign on the picture of another post is none. */
export const actionIcons = oncePerMoment((root: ParentNode): readonly Element[] =>
  [...root.querySelectorAll(on.ICON)].filter((icon) => {
    const button = isActionIcon(icon) ? icon.closest(on.PRESSABLE) : null;
    return button !== null && !(button.matches('a') && button.querySelector(on.MEDIA) !== null);
  }),
);

/** The icon of a small button; a large pressable region with pictures or buttons in it is no action. */
export const iconOf = oncePerMoment((button: Element): Element | undefined =>
  button.querySelector(`${on.TEXT_BUTTON}, textarea, img`) === null
    ? (button.querySelector(on.ICON) ?? undefined)
    : undefined,
);

function byShape(icon: Element): on.IconMeaning | undefined {
  const drawn = icon.querySelector('path, polygon');
  const shape = (drawn?.getAttribute('d') ?? drawn?.getAttribute('points') ?? '').trim();
  const known = on.SHAPES.find(([start]) => shape.startsWith(start))?.[1];
  return known ?? (icon.querySelectorAll(on.DOTS).length >= 3 ? { action: 'other' } : undefined);
}

const BY_LABEL: ReadonlyMap<string, on.IconMeaning> = new Map(
  (
    [
      [words.OTHER_ICON, { action: 'other' }],
      [words.LIKE, { action: 'like' }],
      [words.UNLIKE, { action: 'like', done: true }],
      [words.COMMENT, { action: 'comment' }],
      [words.REPOST, { action: 'repost' }],
      [words.UNREPOST, { action: 'repost', done: true }],
      [words.SHARE, { action: 'share' }],
    ] as const
  ).flatMap(([labels, meaning]) => labels.map((label) => [label, meaning] as const)),
);

const byItself = oncePerMoment((icon: Element): on.IconMeaning | undefined => {
  const shape = byShape(icon);
  const label = BY_LABEL.get(iconLabel(icon));
  return shape === undefined ? label : { ...shape, done: shape.done === true || label?.done === true };
});

/** The row of action icons around one of them: nothing in it names an account, shows a picture or is typed into. */
export function barAround(icon: Element, post: Element): Element | undefined {
  let pure: Element | undefined;
  for (let node = icon.parentElement; node !== null && post.contains(node); node = node.parentElement) {
    if (node.querySelector(`time, ${on.EDITOR}`) !== null || accountLinks(node).length > 0) {
      break;
    }
    // The column of a reel ends with the picture of its sound.
    if (node.querySelector(on.MEDIA) !== null && pure !== undefined && actionIcons(pure).length > 1) {
      break;
    }
    pure = node;
  }
  return pure !== undefined && actionIcons(pure).length > 1 ? pure : undefined;
}

/** The icons of a row without the one at its far side, which saves: it stands in a group of its own. */
function actingGroup(bar: Element): readonly Element[] {
  const icons = actionIcons(bar);
  const last = icons.at(-1);
  const [first, second] = icons;
  if (last === undefined || first === undefined || second === undefined || icons.length < 3) {
    return icons;
  }
  let group: Element | null = first;
  while (group !== null && !group.contains(second)) {
    group = group.parentElement;
  }
  const stands = group === null || group.contains(last) ? byItself(last)?.action === 'other' : true;
  const acting = stands || (icons.length >= 4 && byItself(last) === undefined) ? icons.slice(0, -1) : icons;
  // Before the dots at the end of a column stands the icon that saves.
  const before = acting.at(-1);
  const isColumn = last.querySelectorAll(on.DOTS).length >= 3 && acting.length >= 4;
  const saves = before !== undefined && (byItself(before)?.action ?? 'other') === 'other';
  return isColumn && saves ? acting.slice(0, -1) : acting;
}

/** What an icon does in a language without a table, drawn anew: the order is like, comment, (repost,) share. */
function byPlace(icon: Element, post: Element): on.IconMeaning | undefined {
  const bar = barAround(icon, post);
  const group = bar === undefined ? [] : actingGroup(bar);
  const place = group.indexOf(icon);
  if (place < 0) {
    return bar === undefined ? undefined : { action: 'other' };
  }
  if (group.length < 2) {
    return undefined;
  }
  const order: readonly on.IconAction[] =
    group.length === 2
      ? ['like', 'comment']
      : ['like', 'comment', ...group.slice(3).map(() => 'repost' as const), 'share'];
  const action = order[place];
  const isTaken = group.some((other) => byItself(other)?.action === action);
  return action === undefined || isTaken ? undefined : { action, done: isFilled(icon, group) };
}

/** A given like is drawn on another grid than its neighbours, or in red. */
function isFilled(icon: Element, group: readonly Element[]): boolean {
  const isOnGrid = (one: Element) => one.getAttribute('viewBox') === on.FILLED_HEART_GRID;
  const colours = [icon.getAttribute('fill') ?? '', icon.getAttribute('color') ?? ''];
  return (
    (isOnGrid(icon) && group.some((other) => !isOnGrid(other))) ||
    colours.some((colour) => on.FILLED_HEART_COLOURS.includes(colour))
  );
}

/** Meaning of an action icon in a post, or of a small heart where `post` is undefined. */
export function iconMeaning(icon: Element, post: Element | undefined): on.IconMeaning | undefined {
  return byItself(icon) ?? (post === undefined ? undefined : byPlace(icon, post));
}

/** Whether an icon is the like of a comment: `known` by drawing or words, `possible` when nothing says what it is. */
export function smallHeart(icon: Element): 'known' | 'possible' | undefined {
  if (isActionIcon(icon)) {
    return undefined;
  }
  const known = byItself(icon);
  if (known !== undefined) {
    return known.action === 'like' ? 'known' : undefined;
  }
  const isHeart = icon.querySelector('path') !== null && icon.querySelector(on.NO_HEART) === null;
  return isHeart ? 'possible' : undefined;
}

export function isReposted(icon: Element): boolean {
  return (
    words.UNREPOST.includes(iconLabel(icon)) ||
    icon.querySelector(on.REPOST_DONE) !== null ||
    icon.querySelectorAll(on.REPOST_STROKES).length >= 3
  );
}
