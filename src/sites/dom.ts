/** Reading the DOM as a person sees it. No state, no browser API beyond the DOM, no `innerText`, no layout. */

import type { Trigger } from './site.ts';

/** Longest text that is read, in UTF-16 units; the matcher scans no more. */
export const TEXT_LIMIT = 20_000;
/** Elements visited for one text, so that a page with a huge hidden tree costs a bounded time. */
const ELEMENT_BUDGET = 6_000;
const LABEL_LIMIT = 300;

const SKIPPED_TAGS = new Set(
  'script style template noscript head title svg canvas video audio iframe embed input textarea select'.split(
    ' ',
  ),
);
const BLOCK_TAGS = new Set(
  (
    'address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td th thead tr ul'
  ).split(' '),
);
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
const WORD = /\p{L}{3}/u;

/** How an element takes part in the visible text. `none` prunes the subtree, the others are about its own text. */
interface Appearance {
  readonly none: boolean;
  readonly shown: boolean;
  readonly zeroFont: boolean;
  readonly keepsNewlines: boolean;
}

const PLAIN: Appearance = { none: false, shown: true, zeroFont: false, keepsNewlines: false };
const NONE: Appearance = { ...PLAIN, none: true };

/** Local name in lower case; `tagName` keeps the case in XML and upper-cases in HTML. */
function tagOf(element: Element): string {
  return element.localName.toLowerCase();
}

function styleOf(element: Element): CSSStyleDeclaration | undefined {
  return element.ownerDocument.defaultView?.getComputedStyle(element);
}

/** `textContent` is at most two characters: the size of the letters that sites hide among the true ones. */
function isLetter(element: Element): boolean {
  const text = element.textContent ?? '';
  return text.trim().length > 0 && text.trim().length <= 2;
}

function isMarkedHidden(element: Element): boolean {
  return element.getAttribute('aria-hidden') === 'true' || element.hasAttribute('hidden');
}

function appearanceOf(element: Element, inherited: Appearance): Appearance {
  if (isMarkedHidden(element)) {
    return NONE;
  }
  const style = styleOf(element);
  if (style === undefined) {
    return inherited;
  }
  if (style.display === 'none' || style.opacity === '0') {
    return NONE;
  }
  // `position` alone needs no layout; `top` and `left` would. A single letter taken out of the flow, or a box that
  // is clipped away, is never part of the sentence.
  if (style.position === 'absolute' || style.position === 'fixed') {
    if (isLetter(element) || isClipped(style)) {
      return NONE;
    }
  }
  // checkVisibility sees what computed style cannot: `display: contents`, `content-visibility` of an ancestor.
  if (typeof element.checkVisibility === 'function' && style.display !== 'contents') {
    if (!element.checkVisibility()) {
      return NONE;
    }
  }
  // jsdom inherits only some properties: an empty value means the one of the parent.
  const { visibility, fontSize, whiteSpace } = style;
  return {
    none: false,
    shown: visibility === '' ? inherited.shown : visibility === 'visible',
    zeroFont: fontSize === '' ? inherited.zeroFont : Number.parseFloat(fontSize) === 0,
    keepsNewlines: whiteSpace === '' ? inherited.keepsNewlines : /^(pre|break-spaces)/.test(whiteSpace),
  };
}

function isClipped(style: CSSStyleDeclaration): boolean {
  return /^rect\((0(px)?,? ?|1px,? ?){4}\)$/.test(style.clip) || /^inset\((50|100)%/.test(style.clipPath);
}

/** Alt text of an emoji image, or '' for photos: their descriptions are read as `alts`. */
function emojiOf(image: Element): string {
  const alt = image.getAttribute('alt') ?? '';
  return alt.length <= 32 && EMOJI.test(alt) && !WORD.test(alt) ? alt : '';
}

/**
 * True when the element is rendered and neither it nor an ancestor up to `within` is marked hidden. Ancestors above
 * `within` are not asked for `aria-hidden`, because sites set it on the whole page while a dialog is open.
 */
export function isShown(element: Element, within: Element = element): boolean {
  for (
    let node: Element | null = element;
    node !== null;
    node = node === within ? null : parentAcross(node)
  ) {
    if (isMarkedHidden(node)) {
      return false;
    }
  }
  return isRendered(element);
}

function isRendered(element: Element): boolean {
  if (typeof element.checkVisibility === 'function') {
    // Both spellings: the old names are the only ones before Chromium 121 and Firefox 122.
    return element.checkVisibility({
      checkOpacity: true,
      checkVisibilityCSS: true,
      opacityProperty: true,
      visibilityProperty: true,
    });
  }
  const isVisible = styleOf(element)?.visibility !== 'hidden';
  for (let node: Element | null = element; node !== null && isVisible; node = parentAcross(node)) {
    const style = styleOf(node);
    if (node.hasAttribute('hidden') || style?.display === 'none' || style?.opacity === '0') {
      return false;
    }
  }
  return isVisible;
}

export interface TextOptions {
  /** Subtrees that are left out, beside everything that is not visible. */
  readonly skip?: ((element: Element) => boolean) | undefined;
  /** Longest result in UTF-16 units; at most and by default `TEXT_LIMIT`. */
  readonly limit?: number | undefined;
}

/**
 * The text that a person sees below `root`: nothing hidden (aria-hidden, `hidden`, not rendered, letters out of the
 * flow, font size 0), emoji images as their alt text, one newline per block or `<br>`, other white space collapsed.
 * Bounded to `TEXT_LIMIT` UTF-16 units. Ancestors of `root` are not examined.
 */
export function visibleText(root: Element, options: TextOptions = {}): string {
  const limit = Math.min(options.limit ?? TEXT_LIMIT, TEXT_LIMIT);
  let out = '';
  let budget = ELEMENT_BUDGET;

  function append(text: string): void {
    if (text === ' ' || text === '\n') {
      if (out === '' || out.endsWith('\n')) {
        return;
      }
      if (text === '\n') {
        out = `${out.endsWith(' ') ? out.slice(0, -1) : out}\n`;
      } else if (!out.endsWith(' ')) {
        out += ' ';
      }
      return;
    }
    out += text;
  }

  function appendText(data: string, keepsNewlines: boolean): void {
    for (const piece of data.split(/([ \t\r\f\n]+)/)) {
      if (piece === '') {
        continue;
      }
      const isSpace = /^[ \t\r\f\n]/.test(piece);
      append(isSpace ? (keepsNewlines && piece.includes('\n') ? '\n' : ' ') : piece);
      if (out.length >= limit) {
        return;
      }
    }
  }

  function walk(element: Element, inherited: Appearance): void {
    const tag = tagOf(element);
    // Facebook puts links that stand in a link into an `object` without data, whose content is what people see.
    const isSkipped = SKIPPED_TAGS.has(tag) || (tag === 'object' && element.hasAttribute('data'));
    if (isSkipped || budget <= 0 || out.length >= limit) {
      return;
    }
    budget -= 1;
    if (tag === 'br') {
      append('\n');
      return;
    }
    if (options.skip?.(element) === true) {
      return;
    }
    const appearance = appearanceOf(element, inherited);
    if (appearance.none) {
      return;
    }
    if (tag === 'img') {
      if (appearance.shown) {
        append(emojiOf(element));
      }
      return;
    }
    const isBlock = BLOCK_TAGS.has(tag);
    if (isBlock) {
      append('\n');
    }
    for (let node = element.firstChild; node !== null && out.length < limit; node = node.nextSibling) {
      if (node.nodeType === 3) {
        if (appearance.shown && !appearance.zeroFont) {
          appendText(node.nodeValue ?? '', appearance.keepsNewlines);
        }
      } else if (node.nodeType === 1) {
        walk(node as Element, appearance);
      }
    }
    if (isBlock) {
      append('\n');
    }
  }

  walk(root, PLAIN);
  return cut(out, limit).trim();
}

/** Cuts without leaving half of a surrogate pair. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) {
    return text;
  }
  const isHigh = /[\ud800-\udbff]/.test(text.charAt(limit - 1));
  return text.slice(0, isHigh ? limit - 1 : limit);
}

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

/** Element with this id in the same tree as `element` (its shadow root or document). */
export function byId(element: Element, id: string): Element | undefined {
  const root = element.getRootNode() as Partial<Pick<Document, 'getElementById'>>;
  return root.getElementById?.(id) ?? undefined;
}

/** Parent element, or the host of the shadow root that the element is a child of. */
export function parentAcross(element: Element): Element | null {
  if (element.parentElement !== null) {
    return element.parentElement;
  }
  const root: Node & { readonly host?: Element } = element.getRootNode();
  return root !== element && root.host !== undefined ? root.host : null;
}

/** `closest` that goes on through the hosts of shadow roots. */
export function closestAcross(element: Element, selector: string): Element | undefined {
  let node: Element | null = element;
  while (node !== null) {
    const found: Element | null = node.closest(selector);
    if (found !== null) {
      return found;
    }
    const root: Node & { readonly host?: Element } = node.getRootNode();
    node = root.host ?? null;
  }
  return undefined;
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

/** Only those that no other one of the list contains; `elements` in document order. */
export function outermost(elements: readonly Element[]): Element[] {
  const kept: Element[] = [];
  for (const element of elements) {
    if (kept[kept.length - 1]?.contains(element) !== true) {
      kept.push(element);
    }
  }
  return kept;
}

function isInOrder(elements: readonly Element[]): boolean {
  return elements.every((element, index) => {
    const before = elements[index - 1];
    return before === undefined || (before.compareDocumentPosition(element) & 4) !== 0;
  });
}

/** Each element once, in document order. */
export function inDocumentOrder(elements: Iterable<Element>): Element[] {
  const all = [...new Set(elements)];
  return isInOrder(all) ? all : all.sort((a, b) => (a.compareDocumentPosition(b) & 2 ? 1 : -1));
}

/** `querySelectorAll` in document order: jsdom 28 returns the matches of some selector lists out of order. */
export function queryAll(root: ParentNode, selector: string): Element[] {
  const found = root.querySelectorAll(selector);
  return selector.includes(',') ? inDocumentOrder(found) : [...found];
}
