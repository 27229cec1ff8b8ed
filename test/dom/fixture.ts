import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { useFirstMatch } from '../../src/cli/inspect/first-match.ts';
import { useSavedStyles } from '../../src/cli/inspect/saved-styles.ts';
import type { Trigger } from '../../src/sites/site.ts';

const ROOT = join(import.meta.dirname, '../fixtures');

/** Path of a file below test/fixtures, such as `facebook/feed.en.html`. */
export function fixturePath(name: string): string {
  return join(ROOT, name);
}

/** A document from HTML text as `inspect` has it: its scripts do not run and nothing is fetched. */
export function page(html: string, url = 'https://www.example.org/'): Document {
  const { window } = new JSDOM(html, { url });
  useFirstMatch(window);
  return window.document;
}

/** The document of a file below test/fixtures, with the fast styles of `inspect`. */
export function fixture(name: string, url: string): Document {
  const document = page(readFileSync(fixturePath(name), 'utf8'), url);
  useSavedStyles(document);
  return document;
}

/** The element, or a failed test that says which selector found nothing. */
export function one(root: ParentNode, selector: string): Element {
  const found = root.querySelector(selector);
  if (found === null) {
    throw new Error(`nothing in the fixture matches ${selector}`);
  }
  return found;
}

/** Elements from the target outwards, as `composedPath()` gives them to the interceptor. */
export function pathTo(element: Element): Element[] {
  const path: Element[] = [];
  for (let node: Element | null = element; node !== null; node = node.parentElement) {
    path.push(node);
  }
  return path;
}

export function press(element: Element): Trigger {
  return { type: 'press', path: pathTo(element) };
}

export function key(
  element: Element,
  name: string,
  modifiers: { readonly shift?: boolean; readonly alt?: boolean; readonly command?: boolean } = {},
): Trigger {
  return {
    type: 'key',
    path: pathTo(element),
    key: name,
    shift: false,
    alt: false,
    command: false,
    before: '',
    current: () => undefined,
    ...modifiers,
  };
}
