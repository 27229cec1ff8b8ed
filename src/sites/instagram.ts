/** Instagram: recognises actions. Why each hook is what it is stands in instagram.selectors.ts. */

import type { ActionKind } from '../core/types.ts';
import { buttonOf, editorOf, inDocumentOrder, isActivation, labelOf, ownWords, visibleText } from './dom.ts';
import * as on from './instagram.selectors.ts';
import {
  actionIcons,
  findPosts,
  iconLabel,
  isActionIcon,
  isStoryPage,
  pageSegments,
  postAround,
  readPost,
} from './instagram-post.ts';
import type { Control, Site, Trigger } from './site.ts';

const BUTTON_TEXT_LIMIT = 60;
const KNOWN_LABELS = new Set([
  ...on.LIKE_LABELS,
  ...on.UNLIKE_LABELS,
  ...on.COMMENT_LABELS,
  ...on.REPOST_LABELS,
  ...on.UNREPOST_LABELS,
  ...on.SHARE_LABELS,
  ...on.OTHER_ICON_LABELS,
]);

type Meaning = Pick<Control, 'action' | 'role' | 'post' | 'editor'>;

function meaning(
  action: ActionKind,
  role: Control['role'],
  post: Element | undefined,
  editor?: Element,
): Meaning {
  return { action, role, post, editor };
}

/** The one icon of a small button; a large pressable region with many icons is no action. */
function actionIconOf(button: Element): Element | undefined {
  if (button.querySelector(`${on.TEXT_BUTTON}, textarea, img`) !== null) {
    return undefined;
  }
  const icon = button.querySelector('svg');
  return icon !== null && isActionIcon(icon) ? icon : undefined;
}

/** Icons in the row of a post: a section, or where there is none the nearest ancestor with at least three. */
function actionBar(icon: Element, post: Element): readonly Element[] {
  const sections = [...post.querySelectorAll(on.ACTION_BAR)]
    .map(actionIcons)
    .filter((icons) => icons.length >= 2);
  if (sections.length > 0) {
    return sections.find((icons) => icons.includes(icon)) ?? [];
  }
  for (
    let node = icon.parentElement;
    node !== null && node !== post.parentElement;
    node = node.parentElement
  ) {
    const icons = actionIcons(node);
    if (icons.length >= 3) {
      return icons;
    }
  }
  return [];
}

/** What an icon does in a language without a table: the order is like, comment, (repost,) share, save. */
function actionByPlace(
  icon: Element,
  post: Element,
): { action: ActionKind; role: Control['role'] } | undefined {
  const icons = actionBar(icon, post);
  if (icons.some((other) => KNOWN_LABELS.has(iconLabel(other)))) {
    return undefined;
  }
  const place = icons.indexOf(icon);
  if (place === 0 && icons.length >= 2) {
    return { action: 'like', role: 'commit' };
  }
  if (icons.length < 4) {
    return undefined;
  }
  if (place === 1) {
    return { action: 'comment', role: 'open' };
  }
  return place === icons.length - 2
    ? { action: 'share', role: 'open' }
    : place === 2
      ? { action: 'repost', role: 'commit' }
      : undefined;
}

function meaningOfIcon(icon: Element): Meaning | undefined {
  const label = iconLabel(icon);
  const post = postAround(icon);
  if (on.LIKE_LABELS.includes(label) || on.UNLIKE_LABELS.includes(label)) {
    return meaning('like', 'commit', post);
  }
  if (post === undefined) {
    return undefined;
  }
  if (on.COMMENT_LABELS.includes(label)) {
    return meaning('comment', 'open', post);
  }
  if (on.REPOST_LABELS.includes(label) || on.UNREPOST_LABELS.includes(label)) {
    return meaning('repost', 'commit', post);
  }
  if (on.SHARE_LABELS.includes(label)) {
    return meaning('share', 'open', post);
  }
  const found = KNOWN_LABELS.has(label) ? undefined : actionByPlace(icon, post);
  return found && meaning(found.action, found.role, post);
}

/** A form with a textarea is a comment box only where comments are: settings pages have such forms as well. */
function isCommentEditor(editor: Element): boolean {
  if (!editor.matches(on.COMMENT_EDITOR)) {
    return false;
  }
  return (
    postAround(editor) !== undefined ||
    (pageSegments(editor)[0] === on.REELS_PATH && editor.closest(on.DIALOG) !== null)
  );
}

function isStoryEditor(editor: Element): boolean {
  return isStoryPage(editor) && editor.matches(on.STORY_EDITOR) && postAround(editor) !== undefined;
}

function meaningOfEditor(editor: Element): Meaning | undefined {
  if (isStoryEditor(editor)) {
    return meaning('reply', 'commit', postAround(editor), editor);
  }
  return isCommentEditor(editor) ? meaning('comment', 'commit', postAround(editor), editor) : undefined;
}

function shortText(button: Element): string {
  if ((button.textContent ?? '').length > BUTTON_TEXT_LIMIT) {
    return '';
  }
  return visibleText(button).replace(/\s+/g, ' ').toLowerCase();
}

/** In the box of a comment the only button with words and without an icon sends it, in every language. */
function isSendIn(form: Element, button: Element): boolean {
  return form.contains(button) && button.querySelector('svg') === null && shortText(button) !== '';
}

function editorBeside(button: Element): Element | undefined {
  const form = button.closest(on.FORM);
  if (form !== null) {
    const editor = form.querySelector(`${on.STORY_EDITOR}`) ?? undefined;
    return editor !== undefined && isSendIn(form, button) ? editor : undefined;
  }
  if (!isStoryPage(button) || !on.SEND_LABELS.includes(shortText(button))) {
    return undefined;
  }
  return postAround(button)?.querySelector(on.STORY_EDITOR) ?? undefined;
}

function isPickerSend(dialog: Element, button: Element, text: string): boolean {
  if (on.SEND_LABELS.includes(text)) {
    return true;
  }
  if (dialog.querySelector(on.PERSON_PICKER) === null) {
    return false;
  }
  // A person in the list is chosen, not sent to: such a row has a picture or a state of its own.
  const buttons = [...dialog.querySelectorAll(on.TEXT_BUTTON)].filter((other) => !other.matches(on.CHOICE));
  return text !== '' && buttons.at(-1) === button && button.querySelector('svg, img') === null;
}

function meaningOfDialogButton(button: Element, text: string): Meaning | undefined {
  const dialog = button.closest(on.DIALOG);
  if (dialog === null || postAround(button) !== undefined) {
    return undefined;
  }
  if (isPickerSend(dialog, button, text)) {
    return meaning('share', 'commit', undefined, dialog.querySelector(on.MESSAGE_EDITOR) ?? undefined);
  }
  const draft = dialog.querySelector(on.DRAFT_EDITOR) ?? undefined;
  const isFinal = draft !== undefined && on.NEW_POST_LABELS.includes(text);
  return isFinal ? meaning('post', 'commit', undefined, draft) : undefined;
}

function meaningOf(element: Element): Meaning | undefined {
  if (element.matches(on.STORY_EDITOR)) {
    return meaningOfEditor(element);
  }
  const icon = actionIconOf(element);
  if (icon !== undefined) {
    return meaningOfIcon(icon);
  }
  if (!element.matches(on.TEXT_BUTTON)) {
    return undefined;
  }
  const editor = editorBeside(element);
  const sends = editor === undefined ? undefined : meaningOfEditor(editor);
  if (sends !== undefined) {
    return sends;
  }
  const text = shortText(element);
  return on.FOLLOW_LABELS.includes(text)
    ? meaning('follow', 'commit', postAround(element))
    : meaningOfDialogButton(element, text);
}

function controlOf(element: Element): Control | undefined {
  const found = isDisabled(element) ? undefined : meaningOf(element);
  return found && { ...found, element, label: labelOf(element) };
}

function isDisabled(button: Element): boolean {
  return (
    button.matches(on.TEXT_BUTTON) &&
    (button.hasAttribute('disabled') || button.getAttribute('aria-disabled') === 'true')
  );
}

function submitButton(editor: Element): Element | undefined {
  const around = editor.closest(on.FORM) ?? (isStoryPage(editor) ? postAround(editor) : undefined);
  return [...(around?.querySelectorAll(on.TEXT_BUTTON) ?? [])].find(
    (button) => !isDisabled(button) && editorBeside(button) === editor,
  );
}

function findControl(trigger: Trigger): Control | undefined {
  const editor = trigger.type === 'key' ? editorOf(trigger.path) : undefined;
  if (trigger.type === 'key' && editor !== undefined) {
    // Only Shift is known to make a new line; Enter with any other key counts as sending.
    return trigger.key === 'Enter' && !trigger.shift ? controlOf(editor) : undefined;
  }
  const button = isActivation(trigger) ? buttonOf(trigger.path) : undefined;
  return button && controlOf(button);
}

function findControls(root: ParentNode): Control[] {
  // An editor stands for its button only until that appears: one way to send is one control.
  const editors = [...root.querySelectorAll(on.STORY_EDITOR)].filter(
    (editor) => submitButton(editor) === undefined,
  );
  const controls = inDocumentOrder([...root.querySelectorAll(on.PRESSABLE), ...editors]).map(controlOf);
  return controls.filter((control) => control !== undefined);
}

function isReposted(icon: Element): boolean {
  return (
    on.UNREPOST_LABELS.includes(iconLabel(icon)) ||
    icon.querySelector(on.REPOST_DONE) !== null ||
    icon.querySelectorAll(on.REPOST_STROKES).length >= 3
  );
}

function isDone(control: Control): boolean {
  const icon = actionIconOf(control.element);
  if (icon === undefined || control.role !== 'commit') {
    return false;
  }
  if (control.action === 'repost') {
    return isReposted(icon);
  }
  const label = iconLabel(icon);
  return (
    on.UNLIKE_LABELS.includes(label) || (!on.LIKE_LABELS.includes(label) && icon.matches(on.FILLED_HEART))
  );
}

export const instagram: Site = {
  id: 'instagram',
  hosts: on.HOSTS,
  findPosts,
  readPost,
  findControl,
  findControls,
  readAccount: () => undefined,
  surfaceOf: () => 'other',
  expected: {},
  countUnknown: () => 0,
  readOwnWords: ownWords,
  isDone,
  submitButton,
  replayForm(control) {
    if (control.action === 'like' || control.action === 'repost') {
      return 'pointer';
    }
    const isTyping = control.element === control.editor;
    return isTyping && submitButton(control.element) === undefined ? 'enter' : 'click';
  },
};
