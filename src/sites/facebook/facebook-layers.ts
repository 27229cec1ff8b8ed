/** Layers outside of posts: share sheet and menu, reaction palette, stickers, composer of a new post. */

import { isShown, queryAll } from '../dom.ts';
import * as S from './facebook.selectors.ts';
import { postButton } from './facebook-editors.ts';
import { labelsOf, type Meaning, type Surroundings, saysAny } from './facebook-meaning.ts';

const { shareNow, shareSend, sharePlace, copyLink, palette, storySubmit } = S.LABELS;
/** People and places of a share sheet stand in lists; a composer has no such list (inferred 2026-11). */
const LISTED = '[role="listitem"] [role="button"], [role="listitem"][role="button"], li [role="button"]';
const MANY_PLACES = 4;
const OPEN = '[aria-expanded="true"]';

function isShareOpen(document: Document): boolean {
  return document.querySelector(`${OPEN} ${S.SHARE_MARKER}, ${OPEN}${S.SHARE_MARKER}`) !== null;
}

/**
 * The share sheet or menu: one of its buttons shares at once or copies the link. Without a known label: its share button
 * says that it is open, or the dialog has a caption and a list of places (inferred 2026-11).
 */
export function sharesPost(layer: Element): boolean {
  const buttons = queryAll(layer, S.ANY_BUTTON);
  if (buttons.some((button) => saysAny(labelsOf(button), shareNow) || saysAny(labelsOf(button), copyLink))) {
    return true;
  }
  if (S.isKnownLanguage(layer)) {
    return false;
  }
  const hasPlaces =
    layer.querySelector(S.EDITOR) !== null && layer.querySelectorAll(LISTED).length >= MANY_PLACES;
  return hasPlaces || (buttons.length > 1 && isShareOpen(layer.ownerDocument));
}

function isPicture(button: Element): boolean {
  return button.hasAttribute('aria-label') && button.querySelector('img, svg, i') !== null;
}

function isRowOfReactions(row: Element): boolean {
  const buttons = queryAll(row, '[role="button"], button');
  return buttons.length >= 5 && buttons.length <= 8 && buttons.every(isPicture);
}

/** The reaction palette, by its form (a tool bar of five to eight named pictures and nothing else) or its name. */
export function isPalette(button: Element, layer: Element | undefined): boolean {
  const toolbar = button.closest(S.TOOLBAR);
  if (toolbar !== null && isRowOfReactions(layer?.contains(toolbar) === true ? layer : toolbar)) {
    return layer !== undefined || S.isAt(button, S.STORY_PATH) || S.isAt(button, S.LIVE_PATH);
  }
  const name = layer?.getAttribute('aria-label') ?? toolbar?.getAttribute('aria-label') ?? '';
  return layer !== undefined && S.matches(palette, name);
}

/** A sticker or GIF is sent by one press: its picker was opened from a comment box (unverified 2026-11). */
function stickerMeaning(
  button: Element,
  layer: Element,
  around: (element: Element) => Surroundings,
): Meaning | undefined {
  const opener = layer.ownerDocument.querySelector(`form ${OPEN}`);
  const editor = opener?.closest('form')?.querySelector(S.EDITOR);
  const alt = button.querySelector('img')?.getAttribute('alt');
  // Emoji go into the text: their pictures are described by themselves.
  const isEmoji = alt !== undefined && alt !== null && alt !== '' && !/[\p{L}\p{N}]/u.test(alt);
  if (editor === null || editor === undefined || opener === null || layer.contains(opener) || isEmoji) {
    return undefined;
  }
  const isItem = button.querySelector('img, [style*="background-image"]') !== null;
  // The label of an emoji picker holds this word in every language seen.
  const { post } = around(editor);
  return isItem && post !== undefined && !/emoji/i.test(opener.getAttribute('aria-label') ?? '')
    ? { action: 'comment', role: 'commit', post }
    : undefined;
}

function shareMeaning(
  button: Element,
  labels: readonly string[],
  layer: Element,
  post: Element | undefined,
): Meaning | undefined {
  const editor = layer.querySelector(S.EDITOR) ?? undefined;
  if (saysAny(labels, shareNow) || saysAny(labels, shareSend)) {
    return { action: 'share', role: 'commit', post, editor };
  }
  if (saysAny(labels, sharePlace)) {
    return { action: 'share', role: 'open', post };
  }
  if (S.isKnownLanguage(layer)) {
    return undefined;
  }
  // No label is known: the first item of the menu shares at once, and so does the first button below the caption.
  const buttons = queryAll(layer, S.ANY_BUTTON).filter((one) => !S.isDecoy(one) && isShown(one));
  const isAfterCaption = (one: Element) =>
    editor === undefined || (editor.compareDocumentPosition(one) & 4) !== 0;
  const isListed = (one: Element) => one.matches(LISTED);
  const first = buttons.find(
    (one) => isAfterCaption(one) && !isListed(one) && !one.hasAttribute('aria-haspopup'),
  );
  if (button === first) {
    return { action: 'share', role: 'commit', post, editor };
  }
  return isListed(button) ? { action: 'share', role: 'open', post } : undefined;
}

/** What a button of a layer around no post does. */
export function layerMeaning(
  button: Element,
  labels: readonly string[],
  layer: Element,
  around: (element: Element) => Surroundings,
): Meaning | undefined {
  if (!isShown(layer)) {
    return undefined;
  }
  const { post, isShareLayer } = around(button);
  const isDialog = layer.matches(S.DIALOG);
  if (isDialog && isPalette(button, layer)) {
    return { action: 'react', role: 'commit', post };
  }
  if (isShareLayer) {
    return shareMeaning(button, labels, layer, post);
  }
  const editor = layer.querySelector(S.EDITOR) ?? undefined;
  if (editor !== undefined && isDialog && postButton(layer, editor) === button) {
    return { action: 'post', role: 'commit', post, editor };
  }
  return stickerMeaning(button, layer, around);
}

/** The composer of stories is a page of its own; its last button publishes (label doc, place inferred 2026-11). */
export function storyMeaning(button: Element, labels: readonly string[]): Meaning | undefined {
  if (!S.isAt(button, /^\/stories\/create/)) {
    return undefined;
  }
  const editor = button.ownerDocument.querySelector(S.EDITOR) ?? undefined;
  const scope = editor?.closest(`form, ${S.PANEL}, [role="navigation"]`) ?? undefined;
  const isLast =
    scope !== undefined && !S.isKnownLanguage(button) && queryAll(scope, S.ANY_BUTTON).pop() === button;
  return saysAny(labels, storySubmit) || isLast
    ? { action: 'post', role: 'commit', post: undefined, editor }
    : undefined;
}
