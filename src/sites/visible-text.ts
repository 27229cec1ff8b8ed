/** The text that a person sees. No state, no browser API beyond the DOM, no `innerText`, no layout. */

import { parentAcross } from './tree.ts';

/** Longest text that is read, in UTF-16 units; the matcher scans no more. */
export const TEXT_LIMIT = 20_000;
/** Elements visited for one text, so that a page with a huge hidden tree costs a bounded time. */
const ELEMENT_BUDGET = 6_000;

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
const SPACES = /[ \t\r\f\n]+/g;
const BLANK = /^[ \t\r\f\n]*$/;
/** What `SPACES` would change: nearly no text of these sites has any, and replacing makes the whole of it anew. */
const UNEVEN = /[\t\r\f\n]| {2}/;

/**
 * How an element takes part in the visible text, without the subtrees that do not. What is about its own text alone is
 * asked when it has some: most elements of these sites hold only other elements, and each question costs.
 */
interface Appearance {
  readonly style: CSSStyleDeclaration | undefined;
  readonly parent: Appearance | undefined;
}

// jsdom inherits only some properties: an empty value means the one of the parent.

function isShownText({ style, parent }: Appearance): boolean {
  const visibility = style?.visibility ?? '';
  return visibility === '' ? parent === undefined || isShownText(parent) : visibility === 'visible';
}

function hasNoSize({ style, parent }: Appearance): boolean {
  const size = style?.fontSize ?? '';
  return size === '' ? parent !== undefined && hasNoSize(parent) : Number.parseFloat(size) === 0;
}

function keepsNewlines({ style, parent }: Appearance): boolean {
  const space = style?.whiteSpace ?? '';
  return space === ''
    ? parent !== undefined && keepsNewlines(parent)
    : space.startsWith('pre') || space.startsWith('break-spaces');
}

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

/** True when nothing of the subtree is seen. */
function isLeftOut(element: Element, style: CSSStyleDeclaration | undefined): boolean {
  if (style === undefined) {
    return false;
  }
  const { display, position } = style;
  if (display === 'none' || style.opacity === '0') {
    return true;
  }
  // `position` alone needs no layout; `top` and `left` would. A single letter taken out of the flow, or a box that
  // is clipped away, is never part of the sentence.
  if ((position === 'absolute' || position === 'fixed') && (isLetter(element) || isClipped(style))) {
    return true;
  }
  // checkVisibility sees what computed style cannot: `display: contents`, `content-visibility` of an ancestor.
  return (
    typeof element.checkVisibility === 'function' && display !== 'contents' && !element.checkVisibility()
  );
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
  const view = root.ownerDocument.defaultView;
  let out = '';
  let budget = ELEMENT_BUDGET;

  function space(sign: ' ' | '\n'): void {
    if (out === '' || out.endsWith('\n')) {
      return;
    }
    const endsWithSpace = out.endsWith(' ');
    if (sign === '\n') {
      out = `${endsWithSpace ? out.slice(0, -1) : out}\n`;
    } else if (!endsWithSpace) {
      out += ' ';
    }
  }

  function appendText(data: string, appearance: Appearance): void {
    const isPointless = (out === '' || out.endsWith('\n')) && BLANK.test(data);
    if (isPointless || !isShownText(appearance) || hasNoSize(appearance)) {
      return;
    }
    const text = UNEVEN.test(data) ? evened(data, appearance) : data;
    const first = text.charAt(0);
    const isSpace = first === ' ' || first === '\n';
    if (isSpace) {
      space(first);
    }
    const words = isSpace ? text.slice(1) : text;
    const last = words.at(-1);
    if (last === ' ' || last === '\n') {
      out += words.slice(0, -1);
      space(last);
    } else {
      out += words;
    }
  }

  function evened(data: string, appearance: Appearance): string {
    return data.includes('\n') && keepsNewlines(appearance)
      ? data.replace(SPACES, (run) => (run.includes('\n') ? '\n' : ' '))
      : data.replace(SPACES, ' ');
  }

  function walk(element: Element, parent: Appearance | undefined): void {
    const tag = tagOf(element);
    // Facebook puts links that stand in a link into an `object` without data, whose content is what people see.
    const isSkipped = SKIPPED_TAGS.has(tag) || (tag === 'object' && element.hasAttribute('data'));
    if (isSkipped || budget <= 0 || out.length >= limit) {
      return;
    }
    budget -= 1;
    if (tag === 'br') {
      space('\n');
      return;
    }
    if (options.skip?.(element) === true || isMarkedHidden(element)) {
      return;
    }
    const style = view?.getComputedStyle(element);
    if (isLeftOut(element, style)) {
      return;
    }
    const appearance = { style, parent };
    if (tag === 'img') {
      const emoji = emojiOf(element);
      if (emoji !== '' && isShownText(appearance)) {
        out += emoji;
      }
      return;
    }
    const isBlock = BLOCK_TAGS.has(tag);
    if (isBlock) {
      space('\n');
    }
    for (let node = element.firstChild; node !== null && out.length < limit; node = node.nextSibling) {
      if (node.nodeType === 3) {
        appendText(node.nodeValue ?? '', appearance);
      } else if (node.nodeType === 1) {
        walk(node as Element, appearance);
      }
    }
    if (isBlock) {
      space('\n');
    }
  }

  walk(root, undefined);
  return cut(out, limit).trim();
}

/** Cuts without leaving half of a surrogate pair. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) {
    return text;
  }
  const isHigh = /[\ud800-\udbff]/.test(text.charAt(limit - 1));
  return text.slice(0, isHigh ? limit - 1 : limit);
}
