/** What adapters ask of a page: names of controls, editors, what a trigger does. No state, no browser API but the DOM. */

import type { Trigger } from './site.ts';
import { byId, closestAcross } from './tree.ts';
import { cut, TEXT_LIMIT, visibleText } from './visible-text.ts';

export { byId, closestAcross, inDocumentOrder, outermost, parentAcross, queryAll } from './tree.ts';
export { isShown, TEXT_LIMIT, type TextOptions, visibleText } from './visible-text.ts';

const LABEL_LIMIT = 300;

function oneLine(text: string): string {
  return cut(text.replace(/\s+/g, ' ').trim(), LABEL_LIMIT);
}

/**
 * Name of a control for people and label tables: aria-label, aria-labelledby, visible text, title or placeholder,
 * then the label of an icon inside. One line, at most 300 UTF-16 units, '' when there is none.
 */
export function labelOf(element: Element): string {
  const own = oneLine(element.getAttribute('aria-label') ?? '');
  if (own !== '') {
    return own;
  }
  const ids = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter((id) => id !== '');
  const named = ids.map((id) => byId(element, id)).filter((target) => target !== undefined);
  const parts = named.map(
    (target) => target.getAttribute('aria-label') ?? visibleText(target, { limit: LABEL_LIMIT }),
  );
  const label =
    oneLine(parts.join(' ')) ||
    // What somebody typed is not a name.
    (isEditable(element) ? '' : oneLine(visibleText(element, { limit: LABEL_LIMIT }))) ||
    oneLine(
      element.getAttribute('title') ??
        element.getAttribute('aria-placeholder') ??
        element.getAttribute('placeholder') ??
        '',
    );
  if (label !== '') {
    return label;
  }
  const icon = element.querySelector(
    '[aria-label]:not([aria-label=""]), img[alt]:not([alt=""]), svg > title',
  );
  return oneLine(icon?.getAttribute('aria-label') ?? icon?.getAttribute('alt') ?? icon?.textContent ?? '');
}

/** True when typing goes into this element or into an editor around it. */
export function isEditable(element: Element): boolean {
  return editorAround(element) !== undefined;
}

const TEXT_INPUT =
  'textarea, input:not([type]), input:is([type=text], [type=search], [type=email], [type=url], [type=tel], [type=password], [type=number])';
const EDITOR = `${TEXT_INPUT}, [contenteditable]:not([contenteditable=false])`;

/** The editing host, textarea or text input that holds the element. */
export function editorAround(element: Element): Element | undefined {
  const found = closestAcross(element, `${TEXT_INPUT}, [contenteditable]`);
  return found?.matches(EDITOR) === true ? found : undefined;
}

/** The editor that an event went to: the first element of its path decides. */
export function editorOf(path: readonly Element[]): Element | undefined {
  const target = path[0];
  return target === undefined ? undefined : editorAround(target);
}

export const BUTTON =
  'button, a[href], [role=button], [role=menuitem], input[type=submit], input[type=button], input[type=image]';

/** Innermost thing in the path that acts when it is pressed. */
export function buttonOf(path: readonly Element[]): Element | undefined {
  return path.find((element) => element.matches(BUTTON));
}

export function isDisabled(button: Element): boolean {
  return button.hasAttribute('disabled') || button.getAttribute('aria-disabled') === 'true';
}

/** True when the trigger activates the control it is on: a press, or bare Enter or Space outside an editor. */
export function isActivation(trigger: Trigger): boolean {
  if (trigger.type !== 'key') {
    return trigger.type === 'press';
  }
  const isActivating = trigger.key === 'Enter' || trigger.key === ' ' || trigger.key === 'Spacebar';
  const isBare = !trigger.shift && !trigger.alt && !trigger.command;
  return isActivating && isBare && editorOf(trigger.path) === undefined;
}

/** True for Enter without Shift in an editor, which sends on these sites; Shift+Enter begins a new line. */
export function isBareEnter(trigger: Trigger): boolean {
  return (
    trigger.type === 'key' && trigger.key === 'Enter' && !trigger.shift && !trigger.alt && !trigger.command
  );
}

/** What the person has typed into an editor, bounded like every text. */
export function ownWords(editor: Element): string {
  const value = (editor as Partial<Pick<HTMLTextAreaElement, 'value'>>).value;
  return typeof value === 'string' ? cut(value, TEXT_LIMIT).trim() : visibleText(editor);
}

/** Key of a post without a permalink: `text:` and 53 bits of its content in base 36. Same text, same key. */
export function textKey(text: string): string {
  // cyrb53 by bryc (public domain): two 32-bit lanes are enough to tell the posts of one page apart.
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return `text:${(4294967296 * (2097151 & b) + (a >>> 0)).toString(36)}`;
}

/** Hashtags without `#`, as written, first spelling of each. A bare number ("#2") is not a hashtag. */
export function hashtagsIn(text: string): string[] {
  const found = new Map<string, string>();
  for (const [, tag] of text.matchAll(/(?<![\p{L}\p{N}_&/])[#＃]([\p{L}\p{N}\p{M}_]+)/gu)) {
    if (tag !== undefined && /\p{L}/u.test(tag) && !found.has(tag.toLowerCase())) {
      found.set(tag.toLowerCase(), tag);
    }
  }
  return [...found.values()];
}
