/** X: menus, sheets and confirmations, which stand outside of the posts they are about. */

import type { ActionKind } from '../../core/types.ts';
import { labelOf } from '../dom.ts';
import * as on from './x.selectors.ts';
import { barActionOf, iconOf, testId } from './x-bar.ts';
import { pagePath, postAround, postsIn, postWithId } from './x-post.ts';

export interface MenuMeaning {
  readonly action: ActionKind;
  readonly role: 'commit' | 'open';
}

const CONFIRM_IDS = [...on.REPOST_CONFIRM_IDS, ...on.REPOST_UNDO_IDS];

/** The button whose menu is open, if the page says so; else the memory of the last one has to do. */
function openerOf(item: Element): Element | undefined {
  const open = [...item.ownerDocument.querySelectorAll(on.OPEN_MENU_BUTTON)];
  return open.find((button) => button.closest(on.MENU) === null);
}

export function postOfMenu(item: Element): Element | undefined {
  const opener = openerOf(item);
  return opener === undefined ? undefined : postAround(opener);
}

function itemsAround(item: Element): Element[] {
  return [...(item.closest(on.MENU)?.querySelectorAll(on.MENU_ITEM) ?? [])];
}

/** The quote item has no test id: it leads to the composer, has a pencil, or follows the item that confirms. */
function isQuoteItem(item: Element): boolean {
  const items = itemsAround(item);
  const before = items[items.indexOf(item) - 1];
  if (before === undefined || CONFIRM_IDS.includes(testId(item))) {
    return false;
  }
  const isAfterConfirm = CONFIRM_IDS.includes(testId(before));
  const isRepostMenu = iconOf(before) === 'repost' || openerAction(item) === 'repost';
  const leads = item.matches(on.COMPOSE_LINK) || iconOf(item) === 'quote';
  return isAfterConfirm || (isRepostMenu && (leads || items.indexOf(item) === 1));
}

function openerAction(item: Element): string | undefined {
  const opener = openerOf(item);
  return opener && barActionOf(opener);
}

/** Undoing looks the same where no id tells them apart: then the state of the button that opened the menu tells. */
function isRepostItem(item: Element): boolean {
  const id = testId(item);
  if (CONFIRM_IDS.includes(id)) {
    return on.REPOST_CONFIRM_IDS.includes(id);
  }
  const opener = openerOf(item);
  const isFirst = itemsAround(item)[0] === item;
  const isUndo = opener !== undefined && testId(opener).startsWith('un');
  return isFirst && opener !== undefined && barActionOf(opener) === 'repost' && !isUndo;
}

/** The address, the drawing or, last, the words of the item. */
function opensChat(item: Element): boolean {
  return (
    item.matches(on.SEND_BY_CHAT) ||
    iconOf(item) === 'chat' ||
    on.SEND_BY_CHAT_LABELS.includes(labelOf(item).toLowerCase())
  );
}

export function menuMeaning(item: Element): MenuMeaning | undefined {
  if (isRepostItem(item)) {
    return { action: 'repost', role: 'commit' };
  }
  if (isQuoteItem(item)) {
    return { action: 'quote', role: 'open' };
  }
  if (iconOf(item) === 'follow') {
    return { action: 'follow', role: 'commit' };
  }
  return opensChat(item) ? { action: 'share', role: 'open' } : undefined;
}

const INTENTS: readonly (readonly [readonly string[], ActionKind])[] = [
  [on.INTENT_LIKE, 'like'],
  [on.INTENT_REPOST, 'repost'],
  [on.INTENT_FOLLOW, 'follow'],
  [on.INTENT_POST, 'post'],
];

/** The action of a page that a link on another site opens. */
export function intentOf(element: Element): ActionKind | undefined {
  const kind = /^\/intent\/(\w+)/.exec(pagePath(element))?.[1] ?? '';
  return INTENTS.find(([kinds]) => kinds.includes(kind))?.[1];
}

export function postOfIntent(element: Element): Element | undefined {
  const document = element.ownerDocument;
  const query = new URL(document.URL).searchParams;
  const id = query.get('tweet_id') ?? query.get('id') ?? query.get('in_reply_to');
  return (id === null ? undefined : postWithId(document, id)) ?? postsIn(document)[0];
}

/** The button of a sheet that acts. Where Confirm only leads to an article, Cancel is the button that acts. */
export function actsInSheet(button: Element): boolean {
  const sheet = button.closest(on.SHEET);
  const id = testId(button);
  if (sheet === null) {
    return id === on.SHEET_CONFIRM_ID;
  }
  const buttons = [...sheet.querySelectorAll(`${on.BAR_BUTTON}, a[href]`)];
  const confirm = buttons.find((other) => testId(other) === on.SHEET_CONFIRM_ID) ?? buttons[0];
  const isLink = confirm?.matches('a[href]') === true;
  const acting = isLink
    ? (buttons.find((other) => testId(other) === on.SHEET_CANCEL_ID) ?? buttons[1])
    : confirm;
  return acting === button;
}

/** True for a link to a composer for a new post. */
export function opensComposer(element: Element): boolean {
  return on.NEW_POST_IDS.includes(testId(element)) || element.matches(on.COMPOSE_LINK);
}
