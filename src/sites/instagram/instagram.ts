/** Instagram: recognises actions. Why each hook is what it is stands in instagram.selectors.ts. */

import type { ActionKind } from '../../core/types.ts';
import { makeControl } from '../control.ts';
import { editorOf, inDocumentOrder, isActivation, isDisabled, ownWords } from '../dom.ts';
import type { Control, Site, Trigger } from '../site.ts';
import { filterInSteps, finish, type Steps } from '../steps.ts';
import * as words from './instagram.labels.ts';
import * as on from './instagram.selectors.ts';
import { isFollow, readAccount } from './instagram-account.ts';
import {
  commentAround,
  findPosts,
  isStoryPage,
  kindOf,
  lastPosts,
  messageAround,
  postAround,
  postsInSteps,
  surfaceInSteps,
  surfaceOf,
} from './instagram-container.ts';
import {
  actionIcons,
  barAround,
  iconLabel,
  iconMeaning,
  iconOf,
  isActionIcon,
  isReposted,
  isTextOnly,
  shortText,
  smallHeart,
} from './instagram-icon.ts';
import { isMessages, type Meaning, meaningInLayer, meaningOfFiles } from './instagram-layer.ts';
import { accountLinks } from './instagram-page.ts';
import { readPost } from './instagram-post.ts';

/** Levels between a comment box and its send button where no form holds both. */
const BOX_LEVELS = 4;
/** A row of quick reactions; a picker of emoji has dozens and only types. */
const QUICK_REACTIONS = 12;

function meaning(
  action: ActionKind,
  role: Control['role'],
  post: Element | undefined,
  editor?: Element,
): Meaning {
  return { action, role, post, editor };
}

/** Like of a comment: the small heart beside its words. */
function meaningOfSmallIcon(button: Element, icon: Element): Meaning | undefined {
  const heart = smallHeart(icon);
  const row =
    heart === undefined || shortText(button) !== '' || button.closest(on.FORM)
      ? undefined
      : commentAround(button);
  if (
    row === undefined ||
    (heart === 'possible' && row.querySelector(`${on.EDITOR}, ${on.VIDEO}, img:not(a img)`))
  ) {
    return undefined;
  }
  // In a language without a table an icon beside nothing but a name is a badge.
  return heart === 'known' || readPost(row).text !== '' ? meaning('like', 'commit', row) : undefined;
}

function meaningOfIcon(button: Element, icon: Element): Meaning | undefined {
  if (isMessages(button)) {
    return undefined;
  }
  if (isGifButton(button, icon)) {
    return meaning('comment', 'open', postAround(button));
  }
  if (!isActionIcon(icon)) {
    return meaningOfSmallIcon(button, icon);
  }
  const post = postAround(button);
  const found = iconMeaning(icon, post)?.action;
  if (found === undefined || found === 'other' || (post === undefined && found !== 'like')) {
    return undefined;
  }
  // The heart of the navigation opens the notifications.
  if (
    post === undefined &&
    (button.matches('a') || button.closest(on.NAVIGATION) !== null || shortText(button) !== '')
  ) {
    return undefined;
  }
  // An embedded post only leads to the site, where the action is done.
  const isOpen = found === 'comment' || found === 'share' || kindOf(button.ownerDocument) === 'embed';
  return meaning(found, isOpen ? 'open' : 'commit', post);
}

function isGifButton(button: Element, icon: Element): boolean {
  return words.GIF.includes(iconLabel(icon)) && boxAround(button)?.querySelector(on.EDITOR) != null;
}

/** Emoji in a row beside a story are sent at once. */
function isQuickReaction(button: Element): boolean {
  const isEmoji = /^(\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u200d\ufe0f])+$/u.test(shortText(button));
  if (!isEmoji || !isStoryPage(button)) {
    return false;
  }
  let group: Element | null = button.parentElement;
  while (group !== null && group.querySelectorAll(on.TEXT_BUTTON).length < 2) {
    group = group.parentElement;
  }
  return group !== null && group.querySelectorAll(on.TEXT_BUTTON).length <= QUICK_REACTIONS;
}

/** A comment box stands in a post, or in the panel beside a reel; settings pages have such boxes as well. */
function meaningOfEditor(editor: Element): Meaning | undefined {
  const post = postAround(editor);
  const kind = kindOf(editor.ownerDocument);
  if (kind === 'story') {
    return post && meaning('reply', 'commit', post, editor);
  }
  const isPanel = kind === 'reels' && editor.closest(on.DIALOG) !== null;
  return post !== undefined || isPanel ? meaning('comment', 'commit', post, editor) : undefined;
}

/** What holds a comment box and its button: the form, else a small element that names nobody. */
function boxAround(element: Element): Element | undefined {
  const form = element.closest(on.FORM);
  if (form !== null) {
    return form;
  }
  let node: Element | null = element;
  for (let level = 0; level < BOX_LEVELS && node !== null; level += 1, node = node.parentElement) {
    if (accountLinks(node).length > 0 || node.querySelector('time') !== null) {
      return undefined;
    }
    if (
      node !== element &&
      node.querySelector(on.EDITOR) !== null &&
      node.querySelector(on.TEXT_BUTTON) !== null
    ) {
      return node;
    }
  }
  return undefined;
}

/** In the box of a comment the only button with words, behind the editor, sends it in every language. */
function editorBeside(button: Element): Element | undefined {
  const editor =
    isTextOnly(button) && !isQuickReaction(button) ? boxAround(button)?.querySelector(on.EDITOR) : undefined;
  return editor && (editor.compareDocumentPosition(button) & 4) !== 0 ? editor : undefined;
}

function meaningOf(element: Element): Meaning | undefined {
  if (element.matches(on.EDITOR)) {
    return meaningOfEditor(element);
  }
  const icon = iconOf(element);
  const byIcon = icon && meaningOfIcon(element, icon);
  if (byIcon !== undefined || !element.matches(on.TEXT_BUTTON)) {
    return byIcon ?? (isFollow(element) ? followOf(element) : undefined);
  }
  const editor = editorBeside(element);
  const sends = editor === undefined ? undefined : meaningOfEditor(editor);
  if (sends !== undefined) {
    return sends;
  }
  if (isQuickReaction(element)) {
    return meaning('react', 'commit', postAround(element));
  }
  return isFollow(element) ? followOf(element) : meaningInLayer(element);
}

function followOf(button: Element): Meaning {
  const isLink = button.matches('a') || kindOf(button.ownerDocument) === 'embed';
  return meaning('follow', isLink ? 'open' : 'commit', postAround(button));
}

function controlOf(element: Element): Control | undefined {
  const found = isDisabledButton(element) ? undefined : meaningOf(element);
  return found && makeControl(element, found);
}

function isDisabledButton(element: Element): boolean {
  return element.matches(on.TEXT_BUTTON) && isDisabled(element);
}

function submitButton(editor: Element): Element | undefined {
  const around = editor.closest(on.FORM) ?? boxAround(editor);
  return [...(around?.querySelectorAll(on.TEXT_BUTTON) ?? [])].find(
    (button) => !isDisabledButton(button) && editorBeside(button) === editor,
  );
}

/** A double click on the picture of a post presses its like; on a message it likes the message itself. */
function findDouble(path: readonly Element[]): Control | undefined {
  const [target] = path;
  if (target === undefined) {
    return undefined;
  }
  const message = messageAround(target);
  if (message !== undefined) {
    // The button in the message and not a link or picture in it: a click on a link would lead away.
    const button = target.closest('[role="button"]');
    const element = button !== null && message.contains(button) ? button : message;
    return makeControl(element, meaning('like', 'commit', message));
  }
  const post = postAround(target);
  // Pictures of people lead to them, or to their story: a ring around one is a canvas.
  const isPerson =
    target.closest(`a, ${on.HEADER}`) !== null || target.closest('[role="button"]')?.querySelector('canvas');
  if (post === undefined || isStoryPage(target) || isPerson || !isOnMedia(path, post)) {
    return undefined;
  }
  const controls = [...post.querySelectorAll(on.PRESSABLE)].map((button) => controlOf(button));
  return controls.find(
    (control) => control?.action === 'like' && control.role === 'commit' && control.post === post,
  );
}

/** True inside the part of a post that shows its picture and neither names an account nor acts. */
function isOnMedia(path: readonly Element[], post: Element): boolean {
  let inner: Element | undefined;
  for (const node of path) {
    if (!post.contains(node) || node.matches(`a, button, ${on.EDITOR}`) || iconOf(node) !== undefined) {
      return false;
    }
    if (node === post || accountLinks(node).length > 0) {
      // Over the video of a reel lies an empty layer, in the element that also holds its words.
      return inner?.textContent?.trim() === '' && node.querySelector(on.VIDEO) !== null;
    }
    if (node.matches(on.MEDIA) || node.querySelector(on.MEDIA) !== null) {
      return actionIcons(node).length === 0;
    }
    inner = node;
  }
  return false;
}

function findControl(trigger: Trigger): Control | undefined {
  if (trigger.type === 'double') {
    return findDouble(trigger.path);
  }
  if (trigger.type === 'files') {
    const [target] = trigger.path;
    const found = target && meaningOfFiles(target);
    return found && makeControl(target, found);
  }
  const editor = trigger.type === 'key' ? editorOf(trigger.path) : undefined;
  if (trigger.type === 'key' && editor !== undefined) {
    // Only Shift is known to make a new line; Enter with any other key counts as sending.
    return trigger.key === 'Enter' && !trigger.shift ? controlOf(editor) : undefined;
  }
  const button = isActivation(trigger) ? trigger.path.find((node) => node.matches(on.PRESSABLE)) : undefined;
  return button && controlOf(button);
}

function* controlsInSteps(roots: readonly ParentNode[]): Steps<Control[]> {
  const controls: Control[] = [];
  for (const root of roots) {
    // An editor stands for its button only until that appears: one way to send is one control.
    const editors = yield* filterInSteps(
      root.querySelectorAll(on.EDITOR),
      (editor) => submitButton(editor) === undefined,
    );
    for (const element of inDocumentOrder([...root.querySelectorAll(on.PRESSABLE), ...editors])) {
      const control = controlOf(element);
      if (control !== undefined) {
        controls.push(control);
      }
      yield;
    }
  }
  return controls;
}

/** Icons in the row of a post that no drawing, word or place explains. */
function* countUnknown(root: ParentNode): Steps<number> {
  let count = 0;
  for (const post of yield* postsInSteps(root)) {
    for (const icon of actionIcons(post)) {
      yield;
      const isUnknown = barAround(icon, post) !== undefined && iconMeaning(icon, post) === undefined;
      count += isUnknown ? 1 : 0;
    }
  }
  return count;
}

function isDone(control: Control): boolean {
  const icon = iconOf(control.element);
  if (icon === undefined || control.role !== 'commit') {
    return false;
  }
  return control.action === 'repost'
    ? isReposted(icon)
    : control.action === 'like' && iconMeaning(icon, control.post)?.done === true;
}

export const instagram: Site = {
  id: 'instagram',
  hosts: on.HOSTS,
  findPosts,
  readPost,
  findControl,
  findControls: (root) => finish(controlsInSteps([root])),
  readAccount,
  surfaceOf,
  // Who may comment, and whether a profile can be followed, depends on the account: not expected there.
  expected: {
    feed: ['like', 'comment', 'share'],
    permalink: ['like', 'share'],
    dialog: ['like', 'share'],
    reels: ['like', 'comment', 'share'],
  },
  countUnknown: (root) => finish(countUnknown(root)),
  readOwnWords: ownWords,
  isDone,
  submitButton,
  replayForm(control) {
    if (control.action === 'like' && messageAround(control.element) !== undefined) {
      return 'double';
    }
    if (control.action === 'like' || control.action === 'repost') {
      return 'pointer';
    }
    const isTyping = control.element === control.editor;
    return isTyping && submitButton(control.element) === undefined ? 'enter' : 'click';
  },
  inSteps: { surfaceOf: surfaceInSteps, lastPosts, findControls: controlsInSteps, countUnknown },
};
