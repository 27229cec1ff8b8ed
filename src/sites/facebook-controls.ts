/** Recognising what a press or a key does on Facebook: attributes and structure first, labels last. */

import type { ActionKind } from '../core/types.ts';
import {
  BUTTON,
  buttonOf,
  editorOf,
  isActivation,
  isBareEnter,
  isShown,
  labelOf,
  ownWords,
  queryAll,
  visibleText,
} from './dom.ts';
import * as S from './facebook.selectors.ts';
import { findPosts, matches, postAround } from './facebook-find.ts';
import type { Control, ReplayForm, Trigger } from './site.ts';

const ANY_BUTTON = `${BUTTON}, ${S.MOBILE_BUTTON}`;
/** How far from a box its send button may stand when there is no form. */
const COMPOSER_LEVELS = 6;

/** Where a control stands. */
interface Surroundings {
  readonly post: Element | undefined;
  readonly layer: Element | undefined;
  /** True when the layer is the share sheet or menu. */
  readonly isShareLayer: boolean;
}

interface Meaning {
  readonly action: ActionKind;
  readonly role: 'commit' | 'open';
  readonly post: Element | undefined;
  readonly editor?: Element | undefined;
}

/** Accessible name and visible text of a button: Facebook uses either one alone. */
function labelsOf(button: Element): readonly string[] {
  const label = labelOf(button);
  const text = visibleText(button, { limit: 120 }).replace(/\s+/g, ' ');
  return text === '' || text === label ? [label] : [label, text];
}

function saysAny(labels: readonly string[], table: S.Labels): boolean {
  return labels.some((label) => matches(table, label));
}

function holdsMarker(button: Element, marker: string): boolean {
  const found = button.matches(marker) ? button : button.querySelector(marker);
  return found !== null && found.closest(ANY_BUTTON) === button;
}

/** Decoy buttons stand under aria-hidden inside a post; a page under a dialog may be aria-hidden as a whole. */
function isDecoy(button: Element): boolean {
  const hidden = button.closest(S.DECOY);
  return hidden !== null && hidden.querySelector(S.MAIN) === null;
}

// --- Editors and their send button -----------------------------------------------------------------------------

/** The form around a comment box or its buttons, else the nearest ancestor that holds both. */
function composerAround(element: Element, wanted: string): Element | undefined {
  const form = element.closest('form');
  if (form !== null) {
    return form;
  }
  let node = element.parentElement;
  for (let level = 0; node !== null && level < COMPOSER_LEVELS && !node.matches(S.BOUNDARY); level += 1) {
    if (node.querySelector(wanted) !== null) {
      return node;
    }
    node = node.parentElement;
  }
  return undefined;
}

function isAfter(element: Element, other: Element): boolean {
  return (other.compareDocumentPosition(element) & 4) !== 0;
}

/** The site's own send button beside an editor, if it exists at this moment. */
export function submitButton(editor: Element): Element | undefined {
  const composer = composerAround(editor, ANY_BUTTON);
  if (composer === undefined) {
    return undefined;
  }
  const buttons = queryAll(composer, ANY_BUTTON).filter(
    (button) => !editor.contains(button) && isAfter(button, editor) && !isDecoy(button) && isShown(button),
  );
  // The first one in the innermost thread: a form of a comment may hold a whole list of replies.
  const labelled = buttons.find((button) => matches(S.SUBMIT, labelOf(button)));
  if (labelled !== undefined) {
    return labelled;
  }
  const typed = buttons.find((button) => button.matches('[type="submit"]'));
  if (typed !== undefined) {
    return typed;
  }
  // The arrow appears only after typing and may have no known label: then it is the last plain button of the form.
  if (composer.localName !== 'form' || ownWords(editor) === '') {
    return undefined;
  }
  return buttons.filter((button) => !isAttachment(button, composer)).pop();
}

function isAttachment(button: Element, composer: Element): boolean {
  const list = button.closest('ul, li');
  return (
    button.hasAttribute('aria-haspopup') ||
    button.matches('a[href]') ||
    (list !== null && composer.contains(list)) ||
    button.querySelector('input[type="file"]') !== null ||
    matches(S.ATTACHMENT, labelOf(button))
  );
}

function isReply(editor: Element): boolean {
  return editor.closest(S.COMMENT) !== null || matches(S.REPLY_EDITOR, labelOf(editor));
}

/** comment or reply, or undefined for search, chat and the composer of new posts. */
function editorMeaning(editor: Element, around: (element: Element) => Surroundings): Meaning | undefined {
  if (!editor.matches(S.EDITOR) || editor.closest(S.CHAT) !== null) {
    return undefined;
  }
  const { post, isShareLayer } = around(editor);
  if (isReply(editor)) {
    return { action: 'reply', role: 'commit', post, editor };
  }
  const label = labelOf(editor);
  const isNamed = matches(S.COMMENT_EDITOR, label) || editor.closest('form[role="presentation"]') !== null;
  if (post !== undefined || (isNamed && !isShareLayer)) {
    return { action: 'comment', role: 'commit', post, editor };
  }
  return undefined;
}

// --- Layers outside the post -----------------------------------------------------------------------------------

/** The share sheet or menu: one of its buttons shares at once or copies the link. */
function sharesPost(layer: Element): boolean {
  const buttons = queryAll(layer, ANY_BUTTON);
  return buttons.some(
    (button) => saysAny(labelsOf(button), S.SHARE_NOW) || saysAny(labelsOf(button), S.COPY_LINK),
  );
}

/** The reaction palette, by name or by its form: a toolbar of five to eight named pictures and nothing else. */
function isPalette(layer: Element, button: Element): boolean {
  const toolbar = button.closest(S.TOOLBAR);
  const label = layer.getAttribute('aria-label') ?? toolbar?.getAttribute('aria-label') ?? '';
  if (matches(S.PALETTE, label)) {
    return true;
  }
  if (toolbar === null) {
    return false;
  }
  const buttons = queryAll(layer, BUTTON);
  return (
    buttons.length >= 5 &&
    buttons.length <= 8 &&
    buttons.every(
      (one) =>
        toolbar.contains(one) && one.hasAttribute('aria-label') && one.querySelector('img, svg, i') !== null,
    )
  );
}

function layerMeaning(
  button: Element,
  labels: readonly string[],
  layer: Element,
  { post, isShareLayer }: Surroundings,
): Meaning | undefined {
  if (!isShown(layer)) {
    return undefined;
  }
  if (layer.matches(S.DIALOG) && isPalette(layer, button)) {
    return { action: 'react', role: 'commit', post };
  }
  const editor = layer.querySelector(S.EDITOR) ?? undefined;
  if (isShareLayer) {
    if (saysAny(labels, S.SHARE_NOW) || saysAny(labels, S.SHARE_SEND)) {
      return { action: 'share', role: 'commit', post, editor };
    }
    return saysAny(labels, S.SHARE_PLACE) ? { action: 'share', role: 'open', post } : undefined;
  }
  if (editor !== undefined && layer.matches(S.DIALOG) && saysAny(labels, S.POST_SUBMIT)) {
    return { action: 'post', role: 'commit', post, editor };
  }
  return undefined;
}

// --- Buttons ---------------------------------------------------------------------------------------------------

/** Mobile renderer: Like can be pressed long; Comment and Share stand after it in the same row. */
function mobileAction(button: Element, post: Element): 'like' | 'comment' | 'share' | undefined {
  const likes = queryAll(post, S.MOBILE_LIKE);
  const rows = likes.map((like) =>
    [...(like.parentElement?.children ?? [])].filter((el) => el.matches(S.MOBILE_BUTTON)),
  );
  const row = rows.find((one) => one.length > 1 && one[0]?.matches(S.MOBILE_LIKE) === true);
  const place = row?.indexOf(button) ?? -1;
  if (place === 0) {
    return 'like';
  }
  if (place === 1) {
    return 'comment';
  }
  return place > 1 && place === (row?.length ?? 0) - 1 ? 'share' : undefined;
}

function postMeaning(
  button: Element,
  labels: readonly string[],
  post: Element | undefined,
): Meaning | undefined {
  if (holdsMarker(button, S.LIKE_MARKER)) {
    return { action: 'like', role: 'commit', post };
  }
  if (holdsMarker(button, S.COMMENT_MARKER)) {
    return { action: 'comment', role: 'open', post };
  }
  if (holdsMarker(button, S.SHARE_MARKER)) {
    return { action: 'share', role: 'open', post };
  }
  const mobile = post?.matches(S.MOBILE_POST) === true ? mobileAction(button, post) : undefined;
  if (mobile !== undefined) {
    return { action: mobile, role: mobile === 'like' ? 'commit' : 'open', post };
  }
  if (button.matches('a[href]')) {
    return undefined;
  }
  if (saysAny(labels, S.REACT)) {
    return { action: 'react', role: 'open', post };
  }
  if (saysAny(labels, S.LIKE) || (post !== undefined && saysAny(labels, S.LIKED_ALONE))) {
    return likeByLabel(button, post);
  }
  const action = saysAny(labels, S.COMMENT_OPEN)
    ? 'comment'
    : saysAny(labels, S.SHARE_OPEN)
      ? 'share'
      : undefined;
  const isByPost = action !== undefined && (post !== undefined || isBesideActions(button));
  return isByPost ? { action, role: 'open', post } : undefined;
}

/** "Like" is the post's, or the page's when it stands in no post and beside no comment or share button. */
function likeByLabel(button: Element, post: Element | undefined): Meaning {
  if (post === undefined && !isBesideActions(button)) {
    return { action: 'page', role: 'commit', post: undefined };
  }
  return { action: 'like', role: 'commit', post };
}

/** Viewers of photos, reels and videos have no post container, but the three buttons side by side. */
function isBesideActions(button: Element): boolean {
  let node = button.parentElement;
  for (let level = 0; node !== null && level < COMPOSER_LEVELS && !node.matches(S.BOUNDARY); level += 1) {
    const others = queryAll(node, '[role="button"][aria-label]').filter((other) => other !== button);
    const names = others.map((other) => other.getAttribute('aria-label') ?? '');
    const kinds = [S.LIKE, S.COMMENT_OPEN, S.SHARE_OPEN].filter((table) =>
      names.some((name) => matches(table, name)),
    );
    if (kinds.length > 1 || (kinds.length === 1 && node.querySelector(S.COMMENT_MARKER) !== null)) {
      return true;
    }
    node = node.parentElement;
  }
  return false;
}

function accountMeaning(
  button: Element,
  labels: readonly string[],
  post: Element | undefined,
): Meaning | undefined {
  if (button.matches('a[href]')) {
    return undefined;
  }
  if (saysAny(labels, S.FOLLOW)) {
    return { action: 'follow', role: 'commit', post };
  }
  if (saysAny(labels, S.JOIN) || isJoinInHeader(button, post)) {
    return { action: 'join', role: 'commit', post };
  }
  if (saysAny(labels, S.FRIEND)) {
    return { action: 'friend', role: 'commit', post };
  }
  if (saysAny(labels, S.POST_OPEN)) {
    return { action: 'post', role: 'open', post: undefined };
  }
  return post === undefined && saysAny(labels, S.UPLOAD)
    ? { action: 'upload', role: 'open', post }
    : undefined;
}

/** A plain button beside the group's name in the header of a post is Join, in every language (CMF). */
function isJoinInHeader(button: Element, post: Element | undefined): boolean {
  const heading = button.closest(S.HEADING);
  return (
    post !== undefined &&
    heading !== null &&
    heading.closest(S.PROFILE_NAME) !== null &&
    post.contains(heading) &&
    !button.hasAttribute('aria-haspopup') &&
    !button.hasAttribute('aria-expanded') &&
    !saysAny(labelsOf(button), S.FOLLOW) &&
    heading.querySelector('a[href*="/groups/"]') !== null
  );
}

function sendMeaning(button: Element, around: (element: Element) => Surroundings): Meaning | undefined {
  const composer = composerAround(button, S.EDITOR);
  const editor = composer?.querySelector(S.EDITOR);
  if (editor === null || editor === undefined || submitButton(editor) !== button) {
    return undefined;
  }
  return editorMeaning(editor, around);
}

function buttonMeaning(button: Element, around: (element: Element) => Surroundings): Meaning | undefined {
  if (isDecoy(button)) {
    return undefined;
  }
  const labels = labelsOf(button);
  // Counts: "Like: 7 people". A marked button may show its count inside and keeps its plain label.
  const isCount = labels[0]?.includes(':') === true && button.querySelector(S.ANY_MARKER) === null;
  if (isCount) {
    return undefined;
  }
  const send = sendMeaning(button, around);
  if (send !== undefined) {
    return send;
  }
  const place = around(button);
  const { post, layer } = place;
  if (button.closest(S.COMMENT) !== null) {
    const isReply = saysAny(labels, S.REPLY_OPEN) && !button.matches('a[href]');
    return isReply ? { action: 'reply', role: 'open', post } : undefined;
  }
  // A post that is shown in a dialog is read as a post; only layers around no post are sheets and palettes.
  const isSheet = layer !== undefined && (post === undefined || !layer.contains(post));
  const inLayer = isSheet ? layerMeaning(button, labels, layer, place) : undefined;
  return inLayer ?? postMeaning(button, labels, post) ?? accountMeaning(button, labels, post);
}

/** One answer per element of the page; layers are examined once. */
function lookup(posts: () => readonly Element[]): (element: Element) => Surroundings {
  const layers = new Map<Element, boolean>();
  return (element) => {
    const layer = element.closest(S.LAYER) ?? undefined;
    const post = postAround(element, posts());
    if (layer === undefined) {
      return { post, layer, isShareLayer: false };
    }
    const isShareLayer =
      layers.get(layer) ?? (!(post !== undefined && layer.contains(post)) && sharesPost(layer));
    layers.set(layer, isShareLayer);
    return { post, layer, isShareLayer };
  };
}

function toControl(element: Element, meaning: Meaning | undefined): Control | undefined {
  return meaning === undefined
    ? undefined
    : { ...meaning, element, label: labelOf(element), editor: meaning.editor };
}

/** True when a post is liked already: pressing again would undo it. */
export function isDone(control: Control): boolean {
  if (control.action !== 'like' && control.action !== 'page') {
    return false;
  }
  const { element } = control;
  return element.getAttribute('aria-pressed') === 'true' || saysAny(labelsOf(element), S.LIKED);
}

/** The control that a trigger uses. Taking a like back is not one. */
export function findControl(trigger: Trigger): Control | undefined {
  const target = trigger.path[0];
  if (target === undefined) {
    return undefined;
  }
  let posts: readonly Element[] | undefined;
  const around = lookup(() => {
    posts ??= findPosts(target.ownerDocument);
    return posts;
  });
  const editor = editorOf(trigger.path);
  if (editor !== undefined) {
    return isBareEnter(trigger) ? toControl(editor, editorMeaning(editor, around)) : undefined;
  }
  const button = isActivation(trigger) ? pressed(trigger.path) : undefined;
  const control = button === undefined ? undefined : toControl(button, buttonMeaning(button, around));
  return control === undefined || isDone(control) ? undefined : control;
}

function pressed(path: readonly Element[]): Element | undefined {
  return buttonOf(path) ?? path.find((element) => element.matches(S.MOBILE_BUTTON));
}

/** Every control below `root`, liked posts included, so that a replay can see the state. */
export function findControls(root: ParentNode): Control[] {
  const found = queryAll(root, `${ANY_BUTTON}, ${S.EDITOR}`);
  const first = found[0];
  if (first === undefined) {
    return [];
  }
  const posts = findPosts(first.ownerDocument);
  const around = lookup(() => posts);
  const controls = found.map((element) => {
    const meaning = element.matches(S.EDITOR)
      ? editorMeaning(element, around)
      : buttonMeaning(element, around);
    return meaning !== undefined && isShown(element) ? toControl(element, meaning) : undefined;
  });
  return controls.filter((control) => control !== undefined);
}

/** Facebook acts on click; a comment without a send button is sent by Enter. */
export function replayForm(control: Control): ReplayForm {
  const isEnter = control.element.matches(S.EDITOR);
  return isEnter && submitButton(control.element) === undefined ? 'enter' : 'click';
}
