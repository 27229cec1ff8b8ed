/** Instagram: commits in layers outside every post: the share sheet, a new post or story, the list of GIFs. */

import type { Control } from '../site.ts';
import * as words from './instagram.labels.ts';
import * as on from './instagram.selectors.ts';
import { postAround } from './instagram-container.ts';
import { isTextOnly, shortText } from './instagram-icon.ts';
import { pageSegments } from './instagram-page.ts';

export type Meaning = Pick<Control, 'action' | 'role' | 'post' | 'editor'>;

export function isMessages(element: Element): boolean {
  return pageSegments(element)[0] === on.MESSAGES_PATH;
}

function isOnCreatePage(element: Element): boolean {
  return pageSegments(element)[0] === on.CREATE_PATH;
}

/** The dialog around an element, or the page where phones make a post or a story. */
export function layerAround(element: Element): Element | undefined {
  return element.closest(on.DIALOG) ?? (isOnCreatePage(element) ? element.ownerDocument.body : undefined);
}

function textButtonsIn(layer: Element): Element[] {
  return [...layer.querySelectorAll(on.TEXT_BUTTON)].filter(isTextOnly);
}

/** Search box with people to choose from. A new chat is begun by the same picker, on the pages of messages. */
function isPersonPicker(layer: Element): boolean {
  if (isMessages(layer)) {
    return false;
  }
  return (
    layer.querySelector(on.PERSON_PICKER) !== null ||
    (layer.querySelector('input') !== null && layer.querySelector(on.CHOICE) !== null)
  );
}

function isSend(layer: Element, button: Element): boolean {
  if (words.SEND.includes(shortText(button)) || words.TO_STORY.includes(shortText(button))) {
    return true;
  }
  if (!isPersonPicker(layer) || !isTextOnly(button)) {
    return false;
  }
  // A person in the list is chosen, not sent to: such a row has a picture or a state of its own.
  const buttons = [...layer.querySelectorAll(on.TEXT_BUTTON)].filter((other) => !other.matches(on.CHOICE));
  return buttons.at(-1) === button;
}

/** The last step of a new post is the button in its head, before the caption; the others there go back. */
function isPublish(layer: Element, button: Element, draft: Element | undefined): boolean {
  if (words.PUBLISH.includes(shortText(button))) {
    return draft !== undefined || isOnCreatePage(button);
  }
  if (!isTextOnly(button) || isPersonPicker(layer)) {
    return false;
  }
  if (draft === undefined) {
    return (
      isOnCreatePage(button) && pageSegments(button)[1] === 'story' && textButtonsIn(layer).at(-1) === button
    );
  }
  const isCaption = draft.matches('[contenteditable]') || isOnCreatePage(button);
  const before = textButtonsIn(layer).filter((other) => (other.compareDocumentPosition(draft) & 4) !== 0);
  return isCaption && layer.querySelector('img, video, canvas') !== null && before.at(-1) === button;
}

/** A picture in the list of GIFs is sent as a comment at once. */
function isGif(button: Element): boolean {
  return (
    button.querySelector(on.GIF) !== null && button.querySelector(on.EDITOR) === null && !isMessages(button)
  );
}

/** What a button of a layer does, or undefined; only for buttons outside every post. */
export function meaningInLayer(button: Element): Meaning | undefined {
  const layer = layerAround(button);
  if (layer === undefined || postAround(button) !== undefined) {
    return undefined;
  }
  if (isGif(button)) {
    return { action: 'comment', role: 'commit', post: undefined, editor: undefined };
  }
  if (isSend(layer, button)) {
    const editor = layer.querySelector(on.MESSAGE_EDITOR) ?? undefined;
    return { action: 'share', role: 'commit', post: undefined, editor };
  }
  const draft = layer.querySelector(on.DRAFT_EDITOR) ?? undefined;
  return isPublish(layer, button, draft)
    ? { action: 'post', role: 'commit', post: undefined, editor: draft }
    : undefined;
}

/**
 * A photo or video that was picked, dropped or pasted for a new post or story, or into the reply to a story. Files for
 * a chat go to a person and are not published.
 */
export function meaningOfFiles(target: Element): Meaning | undefined {
  if (isMessages(target)) {
    return undefined;
  }
  const post = postAround(target);
  const layer = layerAround(target);
  const isPicked = target.matches(on.FILE_INPUT);
  const isDropZone =
    layer !== undefined && layer.querySelector(`${on.FILE_INPUT}, ${on.DRAFT_EDITOR}`) !== null;
  if (!isPicked && !isDropZone && post === undefined) {
    return undefined;
  }
  const editor = (layer ?? post)?.querySelector(on.DRAFT_EDITOR) ?? undefined;
  return { action: 'upload', role: 'commit', post, editor };
}
