/** X: recognises actions. Why each hook is what it is stands in x.selectors.ts. */

import type { ActionKind } from '../core/types.ts';
import { buttonOf, editorOf, inDocumentOrder, isActivation, labelOf, ownWords } from './dom.ts';
import type { Control, Site, Trigger } from './site.ts';
import * as on from './x.selectors.ts';
import {
  articleAround,
  focusedIn,
  isBefore,
  pagePath,
  postAround,
  postsIn,
  readPost,
  STATUS_PATH,
  testId,
} from './x-post.ts';

const CONTROL_CANDIDATES = `button, a[href], [role="button"], ${on.MENU_ITEM}, ${on.EDITOR}`;
/** What a composer does follows from what is shown with it: a post above is replied to, one below is quoted. */
function composerOf(element: Element): { readonly action: ActionKind; readonly post: Element | undefined } {
  const dialog = element.closest(on.DIALOG);
  const scope: ParentNode = dialog ?? element.ownerDocument;
  const editor = editorNear(element) ?? element;
  const posts = postsIn(scope).filter((post) => dialog !== null || post.closest(on.DIALOG) === null);
  const above = posts.filter((post) => isBefore(post, editor)).at(-1);
  if (dialog !== null) {
    const below = posts.find((post) => isBefore(editor, post));
    if (above !== undefined) {
      return { action: 'comment', post: above };
    }
    const isQuote = below !== undefined || dialog.querySelector(on.USER_NAME) !== null;
    return { action: isQuote ? 'quote' : 'post', post: below };
  }
  const isInline = closestWith(editor, on.SUBMIT)?.querySelector(`[data-testid="${on.INLINE_SUBMIT_ID}"]`);
  const isStatus = STATUS_PATH.test(pagePath(element));
  const post = focusedIn(scope) ?? (isStatus || !isInline ? above : undefined);
  return post === undefined ? { action: 'post', post: undefined } : { action: 'comment', post };
}

/** Nearest ancestor that contains a match, within the dialog: two composers can exist at once. */
function closestWith(element: Element, selector: string): Element | undefined {
  for (let node = element.parentElement; node !== null; node = node.parentElement) {
    if (node.querySelector(selector) !== null) {
      return node;
    }
    if (node.matches(on.DIALOG)) {
      return undefined;
    }
  }
  return undefined;
}

function editorNear(element: Element): Element | undefined {
  return element.matches(on.EDITOR)
    ? element
    : (closestWith(element, on.EDITOR)?.querySelector(on.EDITOR) ?? undefined);
}

function isDisabled(button: Element): boolean {
  return button.hasAttribute('disabled') || button.getAttribute('aria-disabled') === 'true';
}

function submitButton(editor: Element): Element | undefined {
  const buttons = [...(closestWith(editor, on.SUBMIT)?.querySelectorAll(on.SUBMIT) ?? [])];
  return buttons.find((button) => !isDisabled(button));
}

/** The group must be the action bar: video controls are a group too. */
function isShareButton(element: Element): boolean {
  const group = element.closest(on.ACTION_GROUP);
  if (group === null || group.querySelector(on.GROUP_ACTION) === null) {
    return false;
  }
  const menus = [...group.querySelectorAll(on.SHARE_BUTTON)];
  const share = menus.at(-1) ?? [...group.querySelectorAll(on.SHARE_FALLBACK)].at(-1);
  return share === element;
}

/** The item after the confirm item has no test id of its own. */
function isQuoteItem(item: Element): boolean {
  const menu = item.closest(on.MENU);
  const items = [...(menu?.querySelectorAll(on.MENU_ITEM) ?? [])];
  const before = items[items.indexOf(item) - 1];
  const known = [...on.REPOST_CONFIRM_IDS, ...on.REPOST_UNDO_IDS];
  return before !== undefined && known.includes(testId(before)) && !known.includes(testId(item));
}

function sendsByChat(item: Element): boolean {
  return item.matches(on.SEND_BY_CHAT) || on.SEND_BY_CHAT_LABELS.includes(labelOf(item).toLowerCase());
}

function intentOf(element: Element): ActionKind | undefined {
  const kind = /^\/intent\/(\w+)/.exec(pagePath(element))?.[1] ?? '';
  if (on.INTENT_LIKE.includes(kind)) {
    return 'like';
  }
  if (on.INTENT_REPOST.includes(kind)) {
    return 'repost';
  }
  if (on.INTENT_FOLLOW.includes(kind)) {
    return 'follow';
  }
  return on.INTENT_POST.includes(kind) ? 'post' : undefined;
}

type Meaning = Pick<Control, 'action' | 'role' | 'post' | 'editor'>;

function meaning(
  action: ActionKind,
  role: Control['role'],
  post: Element | undefined,
  editor?: Element,
): Meaning {
  return { action, role, post, editor };
}

function meaningOf(element: Element): Meaning | undefined {
  const id = testId(element);
  if (element.matches(on.EDITOR) || on.SUBMIT_IDS.includes(id)) {
    const { action, post } = composerOf(element);
    return meaning(action, 'commit', post, editorNear(element));
  }
  if (on.LIKE_IDS.includes(id)) {
    return meaning('like', 'commit', postAround(element));
  }
  if (on.REPOST_MENU_IDS.includes(id)) {
    return meaning('repost', 'open', postAround(element));
  }
  if (on.REPLY_IDS.includes(id)) {
    return meaning('comment', 'open', postAround(element));
  }
  if (on.REPOST_CONFIRM_IDS.includes(id)) {
    return meaning('repost', 'commit', undefined);
  }
  if (id.endsWith(on.FOLLOW_SUFFIX)) {
    return meaning('follow', 'commit', articleAround(element));
  }
  if (on.NEW_POST_IDS.includes(id)) {
    return meaning('post', 'open', undefined);
  }
  if (on.CHAT_SEND_IDS.includes(id) && element.closest(on.DIALOG) !== null) {
    return meaning('share', 'commit', undefined);
  }
  if (id === on.SHEET_CONFIRM_ID) {
    const action = intentOf(element);
    return action && meaning(action, 'commit', postsIn(element.ownerDocument)[0]);
  }
  if (element.matches(on.MENU_ITEM)) {
    if (isQuoteItem(element)) {
      return meaning('quote', 'open', undefined);
    }
    return sendsByChat(element) ? meaning('share', 'commit', undefined) : undefined;
  }
  return isShareButton(element) ? meaning('share', 'open', postAround(element)) : undefined;
}

function controlOf(element: Element): Control | undefined {
  const found = meaningOf(element);
  return found && { ...found, element, label: labelOf(element) };
}

/** X's own keys act on the post that has the focus, wherever in it the focus is. */
function shortcutOf(trigger: Trigger): Control | undefined {
  if (trigger.type !== 'key' || trigger.shift || trigger.alt || trigger.command) {
    return undefined;
  }
  const ids = {
    [on.LIKE_KEY]: on.LIKE_IDS,
    [on.REPOST_KEY]: on.REPOST_MENU_IDS,
    [on.REPLY_KEY]: on.REPLY_IDS,
  }[trigger.key.toLowerCase()];
  const target = trigger.path[0];
  const post = target === undefined ? undefined : articleAround(target);
  const button = ids?.map((id) => post?.querySelector(`[data-testid="${id}"]`)).find((found) => found);
  return button ? controlOf(button) : undefined;
}

function findControl(trigger: Trigger): Control | undefined {
  const typedIn = trigger.type === 'key' ? editorOf(trigger.path) : undefined;
  if (trigger.type === 'key' && typedIn !== undefined) {
    // Plain Enter is a new line in X's editors; only Ctrl or Command makes it send.
    const editor = trigger.path.find((element) => element.matches(on.EDITOR));
    return trigger.key === 'Enter' && trigger.command && editor !== undefined ? controlOf(editor) : undefined;
  }
  if (!isActivation(trigger)) {
    return shortcutOf(trigger);
  }
  const button = buttonOf(trigger.path);
  return button === undefined || isDisabled(button) || button.matches(on.EDITOR)
    ? undefined
    : controlOf(button);
}

function findControls(root: ParentNode): Control[] {
  const candidates = [...root.querySelectorAll(CONTROL_CANDIDATES)].filter((element) =>
    // An editor stands for its button only while that cannot be pressed: one way to send is one control.
    element.matches(on.EDITOR) ? submitButton(element) === undefined : !isDisabled(element),
  );
  return inDocumentOrder(candidates)
    .map(controlOf)
    .filter((control) => control !== undefined);
}

/** A thread is several editors in one dialog, sent together. */
function readOwnWords(editor: Element): string {
  const dialog = editor.closest(on.DIALOG);
  const editors = dialog === null ? [editor] : [...dialog.querySelectorAll(on.EDITOR)];
  return (editors.includes(editor) ? editors : [editor])
    .map(ownWords)
    .filter((words) => words !== '')
    .join('\n');
}

export const x: Site = {
  id: 'x',
  hosts: on.HOSTS,
  findPosts: postsIn,
  readPost,
  findControl,
  findControls,
  readAccount: () => undefined,
  surfaceOf: () => 'other',
  expected: {},
  countUnknown: () => 0,
  readOwnWords,
  isDone: (control) => control.action === 'like' && on.LIKED_IDS.includes(testId(control.element)),
  submitButton,
  replayForm: () => 'click',
};
