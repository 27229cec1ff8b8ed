/**
 * A page as maintainers need it to mend an adapter, without anything that somebody wrote: tags, roles, states, names
 * of data attributes, identifiers, labels of buttons. No text, no address, no name.
 */

import type { SiteId } from '../core/types.ts';
import { BUTTON, queryAll } from './dom.ts';
import type { Site } from './site.ts';
import { CONTROL_WORDS, HOOK_WORDS, ROUTE_WORDS } from './structure-words.ts';
import type { Surface } from './surface.ts';

export const STRUCTURE_FORMAT = 'jaga-netral-structure-1';
/** Size of the report, in characters of its JSON; a page that is larger is cut at its end. */
const SIZE_LIMIT = 200_000;
const DEPTH_LIMIT = 200;
/** Posts that are shown whole; the others look alike. */
const MOST_POSTS = 8;
const LABEL_LIMIT = 60;
const WORD_LIMIT = 50_000;

/** Tag, attributes, then elements and (in buttons only) redacted words. */
export type StructureNode = readonly [
  string,
  Readonly<Record<string, string>>,
  ...(StructureNode | string)[],
];

export interface StructureReport {
  readonly format: typeof STRUCTURE_FORMAT;
  readonly site: SiteId;
  readonly surface: Surface;
  /** True when the page was larger than a report may be. */
  readonly isCut: boolean;
  readonly body: StructureNode;
}

const LEFT_OUT = 'script, style, link, meta, template, noscript, iframe, object, embed';
const BUTTONS = 'button, [role="button"], [role="menuitem"]';
const OUTSIDE_POSTS = `${BUTTON}, input, textarea, [role], [contenteditable], [data-testid]`;
/** States and kinds: few values, none of which somebody wrote. */
const STATES = /^(true|false|mixed|menu|dialog|listbox|list|both|none|polite|page)$/;
const PLAIN_VALUES: Readonly<Record<string, RegExp>> = {
  role: /^[a-z]{1,20}$/,
  type: /^(button|submit|text|file|password|checkbox|radio|search|image)$/,
  contenteditable: /^(true|false|plaintext-only|)$/,
  tabindex: /^-?\d$/,
  lang: /^[a-z]{2,3}$/,
  dir: /^(ltr|rtl|auto)$/,
  hidden: /^$/,
  disabled: /^$/,
};
/** A drawing of an icon: the site's own, and the same on every page. */
const DRAWING = /^[\d\s.,MmLlHhVvCcSsQqTtAaZz-]{1,300}$/;

/** Digits become 0, words of the site stay, every other word becomes a pattern of its length. */
function redactWords(text: string): string {
  const label = text.replace(/\s+/g, ' ').trim();
  if (label.length > LABEL_LIMIT) return '';
  return label.replace(/[\p{L}\p{M}]+|\p{N}+|[^\p{L}\p{M}\p{N} ]+/gu, (piece) => {
    if (/^\p{N}/u.test(piece)) return '0'.repeat(piece.length);
    if (CONTROL_WORDS.has(piece.toLowerCase())) return piece;
    return /^[\p{L}\p{M}]/u.test(piece) ? 'x'.repeat(piece.length) : piece.replace(/[^:·.,@()-]/gu, '?');
  });
}

/** The kind of page that an address goes to, with `*` for every segment that is not a word of the site and 0 for numbers. */
function routeOf(href: string): string {
  if (!URL.canParse(href, 'https://site.invalid/')) return '';
  const url = new URL(href, 'https://site.invalid/');
  const parts = url.pathname.split('/').map((part) => {
    if (part === '' || ROUTE_WORDS.has(part)) return part;
    return /^\d+$/.test(part) ? '0' : '*';
  });
  return parts.join('/').slice(0, 60);
}

/** Words that stand in the texts and addresses of the page: an identifier may hold the name of an account. */
function wordsOfPage(document: Document): ReadonlySet<string> {
  const words = new Set<string>();
  const collect = (text: string): void => {
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}]{2,}/gu)) {
      if (words.size < WORD_LIMIT && !CONTROL_WORDS.has(word) && !HOOK_WORDS.has(word)) words.add(word);
    }
  };
  const walker = document.createTreeWalker(document.body, 4);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest(LEFT_OUT) === null) collect(node.nodeValue ?? '');
  }
  for (const link of queryAll(document, 'a[href], img[alt], [aria-label], [title]')) {
    for (const part of (link.getAttribute('href') ?? '').split(/[/?&=#]/))
      if (!ROUTE_WORDS.has(part)) collect(part);
    for (const name of ['alt', 'aria-label', 'title']) collect(link.getAttribute(name) ?? '');
  }
  return words;
}

/** Value of a data attribute when it is an identifier, with numbers as 0 and words of the page as patterns; else ''. */
function identifier(value: string, ofPage: ReadonlySet<string>): string {
  if (!/^[\w:.-]{1,60}$/.test(value) || !/[a-z]/i.test(value)) return '';
  return value
    .replace(/\d+/g, '0')
    .replace(/[a-z]+/gi, (word) => (ofPage.has(word.toLowerCase()) ? 'x'.repeat(word.length) : word));
}

/** Words are the label of a control only; whether anything else has a label says what it is. */
function labelOf(element: Element, label: string): string {
  return element.matches(BUTTONS) ? redactWords(label) : label === '' ? '' : 'x';
}

function attributesOf(element: Element, ofPage: ReadonlySet<string>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const { name, value } of element.attributes) {
    const plain = PLAIN_VALUES[name];
    if (plain !== undefined) {
      if (plain.test(value)) kept[name] = value;
    } else if (name === 'aria-label') kept[name] = labelOf(element, value);
    else if (/^aria-[a-z]+$/.test(name)) kept[name] = STATES.test(value) ? value : '';
    else if (/^data-[a-z-]{1,40}$/.test(name)) kept[name] = identifier(value, ofPage);
    else if (name === 'd' && element.localName === 'path' && DRAWING.test(value)) kept[name] = value;
    else if (name === 'href' && element.localName === 'a') kept.route = routeOf(value);
  }
  return kept;
}

/** The redacted structure of the page in front. Reads only; made when the user asks for it. */
export function structureReport(site: Site, document: Document): StructureReport {
  const ofPage = wordsOfPage(document);
  const posts = new Set(site.findPosts(document).slice(0, MOST_POSTS));
  let room = SIZE_LIMIT - 1_000;
  let isCut = false;

  function nodeOf(
    element: Element,
    depth: number,
    inPost: boolean,
    inButton: boolean,
  ): StructureNode | undefined {
    if (element.matches(LEFT_OUT) || !/^[a-z][a-z0-9-]{0,30}$/.test(element.localName)) return undefined;
    const attributes = attributesOf(element, ofPage);
    const cost = JSON.stringify(attributes).length + element.localName.length + 6;
    if (room < cost || depth > DEPTH_LIMIT) {
      isCut = true;
      return undefined;
    }
    room -= cost;
    const isButton = inButton || element.matches(BUTTONS);
    const isPost = inPost || posts.has(element);
    const children: (StructureNode | string)[] = [];
    for (const child of element.childNodes) {
      if (child.nodeType === 1) {
        const node = nodeOf(child as Element, depth + 1, isPost, isButton);
        if (node !== undefined) children.push(node);
      } else if (child.nodeType === 3 && isButton) {
        const text = redactWords(child.nodeValue ?? '');
        if (text !== '' && room > text.length * 2) {
          room -= text.length * 2 + 3;
          children.push(text);
        }
      }
    }
    if (children.length > 0 || isPost || isButton || element.matches(OUTSIDE_POSTS)) {
      return [element.localName, attributes, ...children];
    }
    room += cost;
    return undefined;
  }

  const body = nodeOf(document.body, 0, false, false) ?? ['body', {}];
  return { format: STRUCTURE_FORMAT, site: site.id, surface: site.surfaceOf(document), isCut, body };
}
