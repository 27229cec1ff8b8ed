/** X: the row of buttons of a post, by test id, else by the drawing of the icon, else by the place in the row. */

import { oncePerMoment } from '../moment.ts';
import { filterInSteps, finish, type Steps } from '../steps.ts';
import * as on from './x.selectors.ts';

export type BarAction = 'reply' | 'repost' | 'like' | 'share' | 'other';
export type Icon = keyof typeof on.ICONS;

/** Ancestors that are looked at for a row around a button. */
const DEPTH = 8;
const MIN_BUTTONS = 4;
const MAX_BUTTONS = 9;

const BY_ID: readonly (readonly [readonly string[], BarAction])[] = [
  [on.REPLY_IDS, 'reply'],
  [on.REPOST_MENU_IDS, 'repost'],
  [on.LIKE_IDS, 'like'],
  [on.SHARE_IDS, 'share'],
  [on.OTHER_BAR_IDS, 'other'],
];
const BY_ICON: Readonly<Partial<Record<Icon, BarAction>>> = {
  reply: 'reply',
  repost: 'repost',
  like: 'like',
  liked: 'like',
  share: 'share',
  bookmark: 'other',
  views: 'other',
};
/** Seen 2025-11 in every cohort; what follows them differs (views, bookmark, share). */
const BY_PLACE: readonly BarAction[] = ['reply', 'repost', 'like'];

export function testId(element: Element): string {
  return element.getAttribute('data-testid') ?? '';
}

const ICON_NAMES = Object.keys(on.ICONS) as Icon[];

export const iconOf = oncePerMoment((element: Element): Icon | undefined => {
  const drawings = [...element.querySelectorAll('path')]
    .map((path) => path.getAttribute('d') ?? '')
    .join(' ');
  return drawings === ''
    ? undefined
    : ICON_NAMES.find((name) => on.ICONS[name].some((part) => drawings.includes(part)));
});

function idAction(button: Element): BarAction | undefined {
  const id = testId(button);
  return id === '' ? undefined : BY_ID.find(([ids]) => ids.includes(id))?.[1];
}

function sureAction(button: Element): BarAction | undefined {
  const icon = idAction(button) === undefined ? iconOf(button) : undefined;
  return idAction(button) ?? (icon && BY_ICON[icon]);
}

export function buttonsIn(bar: Element): Element[] {
  return [...bar.querySelectorAll(on.BAR_BUTTON)];
}

function opensMenu(button: Element | undefined): boolean {
  return button?.getAttribute('aria-haspopup') === 'menu';
}

/**
 * The buttons of a player are a group with icons too, a whole post has buttons enough, and a column of trends has buttons
 * that open menus, one beside each: none of them is a row, in which repost and share alone open one.
 */
export const isBar = oncePerMoment((element: Element): boolean => {
  const buttons = buttonsIn(element);
  if (buttons.length < MIN_BUTTONS || buttons.length > MAX_BUTTONS) {
    return false;
  }
  if (
    element.closest(on.PLAYER) !== null ||
    element.querySelector(`${on.TEXT}, ${on.TEXT_FALLBACK}, ${on.USER_NAME}, video`)
  ) {
    return false;
  }
  const known = new Set(buttons.map(sureAction).filter((action) => action !== undefined));
  const isMenuRow =
    opensMenu(buttons[1]) && opensMenu(buttons.at(-1)) && !opensMenu(buttons[0]) && !opensMenu(buttons[2]);
  const isIconGroup =
    element.matches(on.ACTION_GROUP) && buttons.every((button) => button.querySelector('svg'));
  return (
    known.size >= 2 || isMenuRow || (isIconGroup && /\p{N}/u.test(element.getAttribute('aria-label') ?? ''))
  );
});

/** Then no row, and none of those around it either. A live list is walked only so far, not through a long feed. */
function hasTooMany(element: Element): boolean {
  return element.getElementsByTagName('button').item(MAX_BUTTONS) !== null;
}

export function barAround(button: Element): Element | undefined {
  let node = button.parentElement;
  for (
    let depth = 0;
    node !== null && depth < DEPTH && !node.matches(`${on.ARTICLE}, ${on.DIALOG}`) && !hasTooMany(node);
    depth += 1
  ) {
    if (isBar(node)) {
      return node;
    }
    node = node.parentElement;
  }
  return undefined;
}

/** Rows below `root` that stand in no article: the video reel, the photo viewer, and pages with other wrappers. */
export function looseBars(root: ParentNode): Element[] {
  return finish(looseBarsInSteps(root));
}

export function looseBarsInSteps(root: ParentNode): Steps<Element[]> {
  return filterInSteps(
    root.querySelectorAll(on.ACTION_GROUP),
    (group) => group.closest(on.ARTICLE) === null && isBar(group),
  );
}

/** Rows around these buttons, each once. */
export function barsOf(buttons: readonly Element[]): Element[] {
  const bars: Element[] = [];
  for (const button of buttons) {
    const bar = bars.some((found) => found.contains(button)) ? undefined : barAround(button);
    if (bar !== undefined) {
      bars.push(bar);
    }
  }
  return bars;
}

export function hasBar(element: Element): boolean {
  return (
    element.querySelector(on.GROUP_ACTION) !== null ||
    [...element.querySelectorAll(`${on.ACTION_GROUP}, [aria-haspopup="menu"]`)].some(
      (node) => isBar(node) || barAround(node) !== undefined,
    )
  );
}

/** What a button of a row does; undefined for every other button, and for one of the row that is not understood. */
export function barActionOf(button: Element): BarAction | undefined {
  const byId = idAction(button);
  if (byId !== undefined) {
    return byId;
  }
  const bar = button.matches(on.BAR_BUTTON) ? barAround(button) : undefined;
  if (bar === undefined) {
    return undefined;
  }
  const icon = iconOf(button);
  const byIcon = icon && BY_ICON[icon];
  return byIcon ?? placeAction(button, buttonsIn(bar));
}

/** The first places hold while every neighbour that is known stands in its own; the last button shares. */
function placeAction(button: Element, buttons: readonly Element[]): BarAction | undefined {
  const index = buttons.indexOf(button);
  const isUsual = buttons.slice(0, BY_PLACE.length).every((other, place) => {
    const action = sureAction(other);
    return action === undefined || action === BY_PLACE[place];
  });
  const isKnown = buttons.some((other) => sureAction(other) === BY_PLACE[index]);
  if (index < BY_PLACE.length) {
    return isUsual && !isKnown ? BY_PLACE[index] : undefined;
  }
  const isShared = buttons.some((other) => sureAction(other) === 'share');
  return index === buttons.length - 1 && !isShared ? 'share' : undefined;
}
