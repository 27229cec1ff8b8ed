/** X: recognises actions. Why each hook is what it is stands in x.selectors.ts. */

import type { ActionKind } from '../../core/types.ts';
import { makeControl } from '../control.ts';
import { inDocumentOrder, isDisabled, labelOf } from '../dom.ts';
import type { Control } from '../site.ts';
import { filterInSteps, finish, type Steps } from '../steps.ts';
import * as on from './x.selectors.ts';
import { joins } from './x-account.ts';
import { type BarAction, barActionOf, barsOf, buttonsIn, iconOf, testId } from './x-bar.ts';
import { composerOf, editorNear, isSubmit, linksToPost, sentPost, submitButton } from './x-composer.ts';
import { actsInSheet, intentOf, menuMeaning, opensComposer, postOfIntent, postOfMenu } from './x-menu.ts';
import { articleAround, isBefore, postAround, postsInSteps } from './x-post.ts';

const CONTROL_CANDIDATES = `button, a[href], [role="button"], ${on.MENU_ITEM}, ${on.EDITOR}, ${on.CHAT_EDITOR}`;
const EDITORS = `${on.EDITOR}, ${on.CHAT_EDITOR}`;

type Meaning = Pick<Control, 'action' | 'role' | 'post' | 'editor'>;

function meaning(
  action: ActionKind,
  role: Control['role'],
  post?: Element | undefined,
  editor?: Element | undefined,
): Meaning {
  return { action, role, post, editor };
}

/** X's only answer to a post is a reply: it is a comment on the post, also where that one is a reply itself. */
const BAR_MEANINGS: Readonly<Record<BarAction, readonly [ActionKind, Control['role']] | undefined>> = {
  like: ['like', 'commit'],
  repost: ['repost', 'open'],
  reply: ['comment', 'open'],
  share: ['share', 'open'],
  other: undefined,
};

function follows(button: Element): boolean {
  const id = testId(button);
  if (on.FOLLOW_SUFFIXES.some((suffix) => id.endsWith(suffix))) {
    return true;
  }
  const isOther = on.FOLLOWING_SUFFIXES.some((suffix) => id.endsWith(suffix));
  if (isOther || !button.matches(on.BAR_BUTTON) || button.querySelector('svg') !== null) {
    return false;
  }
  const words = labelOf(button)
    .toLowerCase()
    .replace(/\s*@\w+$/, '');
  return on.FOLLOW_LABELS.includes(words);
}

/** Only a message that carries a post is an action; other messages are nobody's business. */
function messageMeaning(editor: Element | undefined, element: Element): Meaning | undefined {
  const post = editor === undefined ? undefined : sentPost(editor);
  if (post !== undefined) {
    return meaning('share', 'commit', post, editor);
  }
  const isInDialog = element.closest(on.DIALOG) !== null;
  const isLink = editor !== undefined && linksToPost(editor);
  return isInDialog || isLink ? meaning('share', 'commit', undefined, editor) : undefined;
}

function chatEditorNear(button: Element): Element | undefined {
  for (let node = button.parentElement; node !== null; node = node.parentElement) {
    const editor = node.querySelector(on.CHAT_EDITOR);
    if (editor !== null || node.matches(on.DIALOG)) {
      return editor ?? undefined;
    }
  }
  return undefined;
}

function meaningOf(element: Element): Meaning | undefined {
  const id = testId(element);
  if (element.matches(on.CHAT_EDITOR)) {
    return messageMeaning(element, element);
  }
  if (on.CHAT_SEND_IDS.includes(id)) {
    return messageMeaning(chatEditorNear(element), element);
  }
  if (element.matches(on.EDITOR) || (id !== '' && on.SUBMIT_IDS.includes(id))) {
    return composerMeaning(element);
  }
  if (element.matches(on.MENU_ITEM)) {
    const found = menuMeaning(element);
    return found && meaning(found.action, found.role, postOfMenu(element));
  }
  const bar = barActionOf(element);
  if (bar !== undefined) {
    const found = BAR_MEANINGS[bar];
    return found && meaning(found[0], found[1], postAround(element));
  }
  if (follows(element)) {
    // In the head of a post or of a video of the reel; elsewhere a follow is about an account only.
    const isInReel = element.closest(on.IMMERSIVE) !== null;
    return meaning('follow', 'commit', isInReel ? postAround(element) : articleAround(element));
  }
  if (intentOf(element) !== undefined && actsInSheet(element)) {
    const action = intentOf(element);
    return action && meaning(action, 'commit', action === 'follow' ? undefined : postOfIntent(element));
  }
  if (opensComposer(element)) {
    return meaning('post', 'open');
  }
  if (joins(element)) {
    return meaning('join', 'commit');
  }
  return isSubmit(element) ? composerMeaning(element) : undefined;
}

function composerMeaning(element: Element): Meaning {
  const { action, post } = composerOf(element);
  return meaning(action, 'commit', post, editorNear(element));
}

/** The control that this element is, or undefined when it is none of our business. */
export function controlOf(element: Element): Control | undefined {
  const found = meaningOf(element);
  return found && makeControl(element, found);
}

export function isDone(control: Control): boolean {
  const { action, element } = control;
  const isLiked =
    on.LIKED_IDS.includes(testId(element)) ||
    iconOf(element) === 'liked' ||
    element.getAttribute('aria-pressed') === 'true';
  return action === 'like' && isLiked;
}

function isLaterPart(editor: Element): boolean {
  const first = editor.closest(on.DIALOG)?.querySelector(on.EDITOR);
  return editor.matches(on.EDITOR) && first != null && first !== editor;
}

/** @see Site.findControls */
export function findControls(root: ParentNode): Control[] {
  return finish(controlsInSteps([root]));
}

/** @see SiteInSteps.findControls */
export function* controlsInSteps(roots: readonly ParentNode[]): Steps<Control[]> {
  const controls: Control[] = [];
  for (const root of roots) {
    const candidates = yield* filterInSteps(root.querySelectorAll(CONTROL_CANDIDATES), (element) =>
      // An editor stands for its button only while that cannot be pressed: one way to send is one control. The button
      // belongs to the first editor; the others of a thread stand for themselves.
      element.matches(EDITORS)
        ? isLaterPart(element) || submitButton(element) === undefined
        : !isDisabled(element),
    );
    for (const element of inDocumentOrder(candidates)) {
      const control = controlOf(element);
      if (control !== undefined) {
        controls.push(control);
      }
      yield;
    }
  }
  return controls;
}

/** Known buttons of the head of a post and of its media, which are not actions. */
const HEAD = '[data-testid="caret"], [aria-haspopup="menu"]:not([role="menuitem"])';

/**
 * Buttons of the rows that are not understood, and, in a post without any row that is understood, every button with
 * an icon behind its text.
 * @see Site.countUnknown
 */
export function* countUnknown(root: ParentNode): Steps<number> {
  let count = 0;
  for (const post of yield* postsInSteps(root)) {
    count += unknownIn(post);
    yield;
  }
  return count + unknownPeople(root);
}

function unknownIn(post: Element): number {
  const rows = barsOf(buttonsIn(post));
  if (rows.length > 0) {
    const buttons = new Set(rows.flatMap(buttonsIn));
    return [...buttons].filter((button) => barActionOf(button) === undefined).length;
  }
  const text = post.querySelector(`${on.TEXT}, ${on.TEXT_FALLBACK}`);
  return buttonsIn(post).filter(
    (button) =>
      button.querySelector('svg') !== null &&
      !button.matches(HEAD) &&
      button.closest(on.PLAYER) === null &&
      text !== null &&
      isBefore(text, button) &&
      barActionOf(button) === undefined,
  ).length;
}

/** Buttons of people whose state no id and no word tells. */
function unknownPeople(root: ParentNode): number {
  const known = [...on.FOLLOW_SUFFIXES, ...on.FOLLOWING_SUFFIXES];
  const buttons = root.querySelectorAll(
    `:is(${on.USER_CELL}, ${on.HOVER_CARD}) :is(${on.BAR_BUTTON})[aria-label*="@"]`,
  );
  return [...buttons].filter(
    (button) => !follows(button) && !known.some((suffix) => testId(button).endsWith(suffix)),
  ).length;
}
