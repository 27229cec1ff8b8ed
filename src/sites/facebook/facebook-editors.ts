/** Comment boxes and composers of Facebook, and the button that sends them. */

import { isShown, labelOf, ownWords, queryAll, visibleText } from '../dom.ts';
import * as S from './facebook.selectors.ts';
import type { Meaning, Surroundings } from './facebook-meaning.ts';
import { isAfter } from './facebook-parts.ts';

/** How far from a box its send button may stand when there is no form. */
const COMPOSER_LEVELS = 6;
const { submit, attachment, replyEditor, commentEditor, postSubmit, next } = S.LABELS;

/** The form around a comment box or its buttons, else the nearest ancestor that holds both. */
export function composerAround(element: Element, wanted: string): Element | undefined {
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

function buttonsAfter(editor: Element, composer: Element): Element[] {
  return queryAll(composer, S.ANY_BUTTON).filter(
    (button) => !editor.contains(button) && isAfter(button, editor) && !S.isDecoy(button) && isShown(button),
  );
}

/** The site's own send button beside an editor, if it exists at this moment. */
export function submitButton(editor: Element): Element | undefined {
  const composer = composerAround(editor, S.ANY_BUTTON);
  if (composer === undefined) {
    return undefined;
  }
  const buttons = buttonsAfter(editor, composer);
  const marked = buttons.find((button) => button.matches(S.MOBILE_SUBMIT));
  if (marked !== undefined) {
    return marked;
  }
  const typed = buttons.find((button) => button.matches('[type="submit"]'));
  if (typed !== undefined) {
    return typed;
  }
  // The first one in the innermost thread: a form of a comment may hold a whole list of replies.
  const labelled = buttons.find((button) => S.matches(submit, labelOf(button)));
  if (labelled !== undefined) {
    return labelled;
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
    S.matches(attachment, labelOf(button))
  );
}

/** The button that publishes a new post: by its label, else the last plain one of the dialog. */
export function postButton(layer: Element, editor: Element): Element | undefined {
  const plain = buttonsAfter(editor, layer).filter((button) => !isAttachment(button, layer));
  const labelled = plain.find(
    (button) =>
      S.matches(postSubmit, labelOf(button)) || S.matches(postSubmit, visibleText(button, { limit: 60 })),
  );
  const last = plain[plain.length - 1];
  // "Next" is the last one of the first step, and commits nothing.
  const isNext = last !== undefined && S.matches(next, labelOf(last));
  return labelled ?? (isNext || S.isKnownLanguage(layer) ? undefined : last);
}

function isReply(editor: Element): boolean {
  return editor.closest(S.COMMENT) !== null || S.matches(replyEditor, labelOf(editor));
}

/** comment or reply, or undefined for search, chat and the composer of new posts. */
export function editorMeaning(
  editor: Element,
  around: (element: Element) => Surroundings,
): Meaning | undefined {
  if (!editor.matches(S.EDITOR) || editor.closest(S.CHAT) !== null || S.isAt(editor, /^\/(?:messages|t)\//)) {
    return undefined;
  }
  const { post, isShareLayer } = around(editor);
  // The box under a story sends a message to its author.
  if (isReply(editor) || (post !== undefined && S.isAt(editor, S.STORY_PATH))) {
    return { action: 'reply', role: 'commit', post, editor };
  }
  const isNamed =
    S.matches(commentEditor, labelOf(editor)) ||
    editor.closest('form[role="presentation"]') !== null ||
    editor.matches(S.MOBILE_EDITOR);
  if (post !== undefined || (isNamed && !isShareLayer)) {
    return { action: 'comment', role: 'commit', post, editor };
  }
  return undefined;
}

/** The send button of a comment box. */
export function sendMeaning(
  button: Element,
  around: (element: Element) => Surroundings,
): Meaning | undefined {
  const composer = composerAround(button, S.EDITOR);
  const editor = composer?.querySelector(S.EDITOR);
  // The button stands behind its box: most of those around one stand before it, and need no search.
  if (
    editor === null ||
    editor === undefined ||
    !isAfter(button, editor) ||
    submitButton(editor) !== button
  ) {
    return undefined;
  }
  return editorMeaning(editor, around);
}

/** Files that are picked, pasted or dropped: into a comment, a new post, or a picture of the account. */
export function filesMeaning(
  path: readonly Element[],
  around: (element: Element) => Surroundings,
): (Meaning & { readonly element: Element }) | undefined {
  const [target] = path;
  if (target === undefined || target.closest(S.CHAT) !== null || S.isAt(target, /^\/(?:messages|t)\//)) {
    return undefined;
  }
  const editorHere = target.closest(S.EDITOR);
  const place = target.closest('form') ?? target.closest(S.DIALOG) ?? composerAround(target, S.EDITOR);
  const editor = editorHere ?? place?.querySelector(S.EDITOR) ?? undefined;
  const element = target.matches('input[type="file"]') ? target : (editorHere ?? place ?? target);
  return { action: 'upload', role: 'commit', post: editor && around(editor).post, editor, element };
}
