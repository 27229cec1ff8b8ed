/** Recognising what a press or a key does on Facebook: attributes and structure first, labels last. */

import { makeControl } from '../control.ts';
import {
  buttonOf,
  editorOf,
  isActivation,
  isBareEnter,
  isShown,
  labelOf,
  queryAll,
  visibleText,
} from '../dom.ts';
import type { Control, ReplayForm, Trigger } from '../site.ts';
import { finish, type Steps } from '../steps.ts';
import * as S from './facebook.selectors.ts';
import { accountMeaning } from './facebook-account.ts';
import { createPostFinder, isFeed } from './facebook-around.ts';
import { type BarKind, barOf, kindByLabel } from './facebook-bar.ts';
import { commentAction } from './facebook-comment.ts';
import { editorMeaning, filesMeaning, sendMeaning, submitButton } from './facebook-editors.ts';
import { postsInSteps } from './facebook-find.ts';
import { isPalette, layerMeaning, sharesPost, storyMeaning } from './facebook-layers.ts';
import { labelsOf, type Meaning, type Surroundings, saysAny } from './facebook-meaning.ts';
import { isColoured, isMobile, mobileButton, mobileRow } from './facebook-mobile.ts';
import { isCommentsPlugin, pluginMeaning } from './facebook-plugin.ts';
import { shortcutOf } from './facebook-shortcuts.ts';

/** How far apart the actions of a viewer may stand. */
const VIEWER_LEVELS = 6;

/** Where things stand on the page at this moment; each answer is worked out once. */
interface Page {
  readonly around: (element: Element) => Surroundings;
  readonly bar: (post: Element) => ReadonlyMap<Element, BarKind>;
}

function pageOf(posts?: ReadonlySet<Element>): Page {
  const postAround = createPostFinder(posts);
  const layers = new Map<Element, boolean>();
  const bars = new Map<Element, ReadonlyMap<Element, BarKind>>();
  return {
    around: (element) => {
      const layer = element.closest(S.LAYER) ?? undefined;
      const post = postAround(element);
      if (layer === undefined) {
        return { post, layer, isShareLayer: false };
      }
      const isShareLayer =
        layers.get(layer) ?? (!(post !== undefined && layer.contains(post)) && sharesPost(layer));
      layers.set(layer, isShareLayer);
      return { post, layer, isShareLayer };
    },
    bar: (post) => {
      const bar = bars.get(post) ?? barOf(post);
      bars.set(post, bar);
      return bar;
    },
  };
}

function toMeaning(kind: BarKind, post: Element | undefined): Meaning {
  return { action: kind, role: kind === 'like' ? 'commit' : 'open', post };
}

// --- Ladder of the actions of a post, in the order of trust ----------------------------------------------------

type Step = (
  button: Element,
  labels: readonly string[],
  post: Element | undefined,
  page: Page,
) => BarKind | undefined;

const MARKERS = [
  [S.LIKE_MARKER, 'like'],
  [S.COMMENT_MARKER, 'comment'],
  [S.SHARE_MARKER, 'share'],
] as const;

function holdsMarker(button: Element, marker: string): boolean {
  const found = button.matches(marker) ? button : button.querySelector(marker);
  return found !== null && found.closest(S.ANY_BUTTON) === button;
}

const byMarker: Step = (button) => MARKERS.find(([marker]) => holdsMarker(button, marker))?.[1];

/** Mobile renderer: like, comment and share stand in one row. */
const byMobileRow: Step = (button, _labels, post) => {
  if (post === undefined || !isMobile(post)) {
    return undefined;
  }
  const row = mobileRow(post);
  const place = row.indexOf(button);
  const kinds: readonly (BarKind | undefined)[] = ['like', 'comment'];
  return place > 1 ? 'share' : kinds[place];
};

/** Place in the row of icons, where the row has no marker for this action. */
const byPlace: Step = (button, _labels, post, page) => {
  const kind = post === undefined ? undefined : page.bar(post).get(button);
  const marker = MARKERS.find(([, name]) => name === kind)?.[0];
  return marker !== undefined && post?.querySelector(marker) ? undefined : kind;
};

const byLabel: Step = (button, labels, post) => {
  const kind = kindByLabel(labels);
  const isLone = post === undefined && (kind === 'comment' || kind === 'share') && !isBesideActions(button);
  return button.matches('a[href]') || isLone ? undefined : kind;
};

const LADDER: readonly Step[] = [byMarker, byMobileRow, byPlace, byLabel];

function postMeaning(
  button: Element,
  labels: readonly string[],
  post: Element | undefined,
  page: Page,
): Meaning | undefined {
  for (const step of LADDER) {
    const kind = step(button, labels, post, page);
    if (kind !== undefined) {
      // "Like" in no post and beside no comment or share button is the page's.
      const isPage = kind === 'like' && step === byLabel && post === undefined && !isBesideActions(button);
      return isPage ? { action: 'page', role: 'commit', post } : toMeaning(kind, post);
    }
  }
  return undefined;
}

/** Viewers of photos, reels and videos have no post container, but the three buttons side by side. */
function isBesideActions(button: Element): boolean {
  let node = button.parentElement;
  for (let level = 0; node !== null && level < VIEWER_LEVELS && !node.matches(S.BOUNDARY); level += 1) {
    const others = queryAll(node, '[role="button"][aria-label]').filter((other) => other !== button);
    const kinds = new Set(others.map((other) => kindByLabel([other.getAttribute('aria-label') ?? ''])));
    kinds.delete(undefined);
    kinds.delete('react');
    if (kinds.size > 1 || (kinds.size === 1 && node.querySelector(S.COMMENT_MARKER) !== null)) {
      return true;
    }
    node = node.parentElement;
  }
  return false;
}

/** Like and Reply of a comment. The like is about the comment, which `readPost` reads with its post. */
function commentMeaning(
  button: Element,
  labels: readonly string[],
  comment: Element,
  post: Element | undefined,
): Meaning | undefined {
  if (button.matches('a[href]') || button.hasAttribute('aria-haspopup')) {
    return undefined;
  }
  const place = commentAction(button, comment);
  if (place === 'reply' || saysAny(labels, S.LABELS.replyOpen)) {
    return { action: 'reply', role: 'open', post };
  }
  const isLike = place === 'like' || saysAny(labels, S.LABELS.like) || saysAny(labels, S.LABELS.likedAlone);
  return isLike ? { action: 'like', role: 'commit', post: comment } : undefined;
}

function buttonMeaning(button: Element, page: Page): Meaning | undefined {
  if (S.isDecoy(button)) {
    return undefined;
  }
  const plugin = pluginMeaning(button);
  if (plugin !== undefined || isCommentsPlugin(button.ownerDocument)) {
    return plugin;
  }
  const labels = labelsOf(button);
  // Counts: "Like: 7 people". A marked button may show its count inside and keeps its plain label.
  const isCount = labels[0]?.includes(':') === true && button.querySelector(S.ANY_MARKER) === null;
  if (isCount) {
    return undefined;
  }
  const send = sendMeaning(button, page.around);
  if (send !== undefined) {
    return send;
  }
  const { post, layer } = page.around(button);
  const comment = button.closest(S.COMMENT);
  if (comment !== null) {
    return commentMeaning(button, labels, comment, post);
  }
  // A post that is shown in a dialog is read as a post; only layers around no post are sheets and palettes.
  const isSheet = layer !== undefined && (post === undefined || !layer.contains(post));
  const inLayer = isSheet ? layerMeaning(button, labels, layer, page.around) : storyMeaning(button, labels);
  if (inLayer !== undefined) {
    return inLayer;
  }
  if (layer === undefined && isPalette(button, undefined)) {
    return { action: 'react', role: 'commit', post };
  }
  return postMeaning(button, labels, post, page) ?? accountMeaning(button, labels, post);
}

/** What Enter sends in an editor. */
function typedMeaning(editor: Element, page: Page): Meaning | undefined {
  return isCommentsPlugin(editor.ownerDocument) ? undefined : editorMeaning(editor, page.around);
}

function toControl(element: Element, meaning: Meaning | undefined): Control | undefined {
  return meaning === undefined ? undefined : makeControl(element, { editor: undefined, ...meaning });
}

// --- State -----------------------------------------------------------------------------------------------------

/** Longest form of "Remove Like", without the word of the button. */
const MOST_WORDS = 4;

const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}[\p{L}\p{M}]+/gu) ?? [];

/**
 * The label of a pressed Like holds the word that the button shows, and more: "Remove Like" on "Like". It tells in a
 * language without a table; a button that is not pressed says the same twice (inferred from pages seen 2025-11), or
 * whose post it is, as the button beside it and the header do (code of six projects, 2026).
 */
function isLikedByWords(labels: readonly string[], post: Element | undefined): boolean {
  const [label = '', text = ''] = labels.map((one) => one.toLowerCase());
  const isMore =
    text !== '' &&
    !/\p{Nd}/u.test(text) &&
    label.split(/\s+/).length > 1 &&
    ` ${label} `.includes(` ${text} `);
  if (!isMore || post === undefined) return isMore;
  const more = wordsOf(` ${label} `.replace(` ${text} `, ' '));
  const beside = [...barOf(post)].filter(([, kind]) => kind === 'comment').map(([one]) => labelOf(one));
  const names = queryAll(post, `${S.PROFILE_NAME}, ${S.HEADING}`).map((one) =>
    visibleText(one, { limit: 120 }),
  );
  const others = new Set(wordsOf([...beside, ...names].join(' ')));
  return more.length <= MOST_WORDS && !more.some((word) => others.has(word));
}

/** True when it is done already: pressing again would undo it. */
export function isDone(control: Control): boolean {
  const { element, action, post } = control;
  if (!['like', 'page', 'follow', 'join', 'friend'].includes(action) || control.role === 'open') {
    return false;
  }
  const labels = labelsOf(element);
  return (
    element.getAttribute('aria-pressed') === 'true' ||
    element.closest(S.PLUGIN_TAKEN) !== null ||
    (action !== 'like' && saysAny(labels, S.LABELS.done)) ||
    ((action === 'like' || action === 'page') && saysAny(labels, S.LABELS.liked)) ||
    (action === 'like' && !S.isKnownLanguage(element) && isLikedByWords(labels, post)) ||
    (action === 'like' && element.matches(S.MOBILE_BUTTON) && isColoured(element))
  );
}

// --- The interface of the site ---------------------------------------------------------------------------------

/** A shortcut key acts on the current post as its button would; a new post begins without one. */
function shortcutControl(trigger: Trigger, page: Page): Control | undefined {
  const action = shortcutOf(trigger);
  const [target] = trigger.path;
  if (action === undefined || trigger.type !== 'key' || target === undefined) {
    return undefined;
  }
  if (action === 'post') {
    return { action, role: 'open', element: target, label: '', post: undefined, editor: undefined };
  }
  const current = trigger.current();
  const post = current === undefined ? undefined : (page.around(current).post ?? current);
  const controls = post === undefined ? [] : finish(controlsIn([post], page));
  // Cards of friends who have shared the post stand above its own row.
  return controls.findLast(
    (control) => control.action === action && control.post === post && control.editor === undefined,
  );
}

/** The control that a trigger uses. Taking a like back is not one. */
export function findControl(trigger: Trigger): Control | undefined {
  const target = trigger.path[0];
  if (target === undefined) {
    return undefined;
  }
  const page = pageOf();
  if (trigger.type === 'files') {
    const files = filesMeaning(trigger.path, page.around);
    return files && toControl(files.element, files);
  }
  const editor = editorOf(trigger.path);
  if (editor !== undefined) {
    return isBareEnter(trigger) ? toControl(editor, typedMeaning(editor, page)) : undefined;
  }
  const button = isActivation(trigger) ? pressed(trigger.path) : undefined;
  const control =
    button === undefined ? shortcutControl(trigger, page) : toControl(button, buttonMeaning(button, page));
  return control === undefined || isDone(control) ? undefined : control;
}

function pressed(path: readonly Element[]): Element | undefined {
  const button = buttonOf(path) ?? path.find((element) => element.matches(S.MOBILE_BUTTON));
  return button && mobileButton(button);
}

function* controlsIn(roots: readonly ParentNode[], page: Page): Steps<Control[]> {
  const controls: Control[] = [];
  for (const root of roots) {
    for (const element of queryAll(root, `${S.ANY_BUTTON}, ${S.EDITOR}`)) {
      if (mobileButton(element) !== element) continue;
      const meaning = element.matches(S.EDITOR) ? typedMeaning(element, page) : buttonMeaning(element, page);
      const control = meaning !== undefined && isShown(element) ? toControl(element, meaning) : undefined;
      if (control !== undefined) {
        controls.push(control);
      }
      yield;
    }
  }
  return controls;
}

/** Every control below `root`, liked posts included, so that a replay can see the state. */
export function findControls(root: ParentNode): Control[] {
  return finish(controlsIn([root], pageOf()));
}

/** @see SiteInSteps.findControls */
export function* controlsInSteps(roots: readonly ParentNode[]): Steps<Control[]> {
  const [root] = roots;
  const document = root?.ownerDocument ?? root;
  // Where an element may belong to any post of the page, they are all looked for, in steps too.
  const isShort = document?.nodeType === 9 && !isFeed(document as Document);
  const posts = isShort ? new Set(yield* postsInSteps(document)) : undefined;
  yield;
  return yield* controlsIn(roots, pageOf(posts));
}

/** Facebook acts on click; a comment without a send button is sent by Enter. */
export function replayForm(control: Control): ReplayForm {
  const isEnter = control.element.matches(S.EDITOR);
  return isEnter && submitButton(control.element) === undefined ? 'enter' : 'click';
}
