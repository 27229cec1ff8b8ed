/** X: composers of posts, replies, quotes and messages. Why each hook is what it is stands in x.selectors.ts. */

import type { ActionKind } from '../../core/types.ts';
import { isDisabled, ownWords, visibleText } from '../dom.ts';
import * as on from './x.selectors.ts';
import { hasBar, testId } from './x-bar.ts';
import { focusedIn, isBefore, pagePath, postsIn, STATUS_PATH } from './x-post.ts';

export interface Composed {
  readonly action: ActionKind;
  readonly post: Element | undefined;
}

/**
 * Nearest ancestor that contains a match, within the dialog: two composers can exist at once. None that contains what
 * `without` selects, so that a long timeline is not searched.
 */
function closestWith(element: Element, selector: string, without?: string): Element | undefined {
  for (let node = element.parentElement; node !== null; node = node.parentElement) {
    if (without !== undefined && node.querySelector(without) !== null) {
      return undefined;
    }
    if (node.querySelector(selector) !== null) {
      return node;
    }
    if (node.matches(on.DIALOG)) {
      return undefined;
    }
  }
  return undefined;
}

/** The part around an editor, or around a button or picker of it, that has no timeline in it. */
function composerAround(element: Element): Element | undefined {
  const scope = closestWith(element, element.matches(on.EDITOR) ? on.FILE_INPUT : on.EDITOR, on.GROUP_ACTION);
  return scope === undefined || hasBar(scope) ? undefined : scope;
}

export function editorNear(element: Element): Element | undefined {
  if (element.matches(on.EDITOR)) {
    return element;
  }
  const around = element.closest(on.EDITOR) ?? closestWith(element, on.EDITOR)?.querySelector(on.EDITOR);
  return around ?? undefined;
}

/** Editor of the composer that a picker, a paste or a drop belongs to; a profile picture has none. */
export function editorOfFiles(target: Element): Element | undefined {
  const editor = target.closest(on.EDITOR);
  return editor ?? composerAround(target)?.querySelector(on.EDITOR) ?? undefined;
}

/** Send buttons of an editor: by id, else the last one below it that has words and no icon. */
function submitsOf(editor: Element): Element[] {
  const named = [...(closestWith(editor, on.SUBMIT)?.querySelectorAll(on.SUBMIT) ?? [])];
  if (named.length > 0) {
    return named;
  }
  const worded = [...(composerAround(editor)?.querySelectorAll(on.BAR_BUTTON) ?? [])].filter(
    (button) =>
      isBefore(editor, button) && button.querySelector('svg') === null && visibleText(button) !== '',
  );
  return worded.slice(-1);
}

export function submitButton(editor: Element): Element | undefined {
  const buttons = editor.matches(on.CHAT_EDITOR)
    ? [...(closestWith(editor, on.CHAT_SEND)?.querySelectorAll(on.CHAT_SEND) ?? [])]
    : submitsOf(editor);
  return buttons.find((button) => !isDisabled(button));
}

/** True for the button that sends what an editor near it holds. */
export function isSubmit(button: Element): boolean {
  if (on.SUBMIT_IDS.includes(testId(button))) {
    return true;
  }
  if (button.querySelector('svg') !== null || button.matches('a, [role="menuitem"]')) {
    return false;
  }
  const editor = composerAround(button)?.querySelector(on.EDITOR) ?? undefined;
  return editor !== undefined && submitsOf(editor).includes(button);
}

/** What a composer does follows from what is shown with it: a post above is replied to, one below is quoted. */
export function composerOf(element: Element): Composed {
  const dialog = element.closest(on.DIALOG);
  const scope: ParentNode = dialog ?? element.ownerDocument;
  const editor = editorNear(element) ?? element;
  const posts = postsIn(scope).filter((post) => dialog !== null || post.closest(on.DIALOG) === null);
  const above = posts.filter((post) => isBefore(post, editor)).at(-1);
  const isPage = /^\/(compose|intent)\//.test(pagePath(element));
  if (dialog !== null || (isPage && !isInline(editor))) {
    const below = posts.find((post) => isBefore(editor, post));
    const column = dialog ?? editor.closest(on.PRIMARY_COLUMN);
    if (above !== undefined) {
      return { action: 'comment', post: above };
    }
    const name = column?.querySelector(on.USER_NAME) ?? undefined;
    const isQuote = below !== undefined || name !== undefined;
    // A dialog was opened from the whole post, which is known; a page of its own only shows the card.
    const card = dialog === null ? name?.closest(on.QUOTE) : undefined;
    return { action: isQuote ? 'quote' : 'post', post: below ?? card ?? undefined };
  }
  const isStatus = STATUS_PATH.test(pagePath(element));
  const post = focusedIn(scope) ?? (isStatus || !isInline(editor) ? above : undefined);
  return post === undefined ? { action: 'post', post: undefined } : { action: 'comment', post };
}

function isInline(editor: Element): boolean {
  const inline = closestWith(editor, on.SUBMIT)?.querySelector(`[data-testid="${on.INLINE_SUBMIT_ID}"]`);
  return inline != null;
}

/** The post that a message carries: a card beside the editor. Undefined for a message without one. */
export function sentPost(editor: Element): Element | undefined {
  const scope = closestWith(editor, on.CHAT_SEND) ?? editor.parentElement ?? undefined;
  const names = [...(scope?.querySelectorAll(on.USER_NAME) ?? [])];
  const card = names.at(-1)?.closest(`${on.QUOTE}, ${on.ARTICLE}`);
  return card ?? names.at(-1)?.parentElement ?? undefined;
}

/** A link to a post in the message itself; what it says is not on the page. */
export function linksToPost(editor: Element): boolean {
  return /\b(?:x|twitter)\.com\/(?:\w+|i\/web)\/status\/\d/.test(ownWords(editor));
}

/** A thread is several editors in one dialog, sent together. */
export function readOwnWords(editor: Element): string {
  const dialog = editor.closest(on.DIALOG);
  const editors = dialog === null ? [editor] : [...dialog.querySelectorAll(on.EDITOR)];
  return (editors.includes(editor) ? editors : [editor])
    .map(ownWords)
    .filter((words) => words !== '')
    .join('\n');
}
