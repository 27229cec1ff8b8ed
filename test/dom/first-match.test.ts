// The documents are made here.
// @vitest-environment node

import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { useFirstMatch } from '../../src/cli/inspect/first-match.ts';

const PAGE = `<main><i></i><b class="one"><u></u></b><p><b></b><i id="two"></i></p></main>`;
const SELECTORS = [
  'b',
  '.one, #two',
  '#two, .one',
  'p b, main > i',
  'u, i',
  'i:not(main > *), b:has(u)',
  'a, s',
];

/** As jsdom finds it by itself, and as it is found here, from each of the elements that hold others. */
function foundIn(document: Document, selector: string): readonly (string | undefined)[] {
  const fragment = document.createDocumentFragment();
  fragment.append(...[...(document.querySelector('main')?.cloneNode(true).childNodes ?? [])]);
  return [document, document.body, ...document.querySelectorAll('main, p'), fragment].map(
    (root) => root.querySelector(selector)?.outerHTML,
  );
}

describe('the first match', () => {
  it.each(SELECTORS)('is the first in the document: %s', (selector) => {
    const { window } = new JSDOM(PAGE);
    const before = foundIn(window.document, selector);
    useFirstMatch(window);
    expect(foundIn(window.document, selector)).toEqual(before);
  });

  it('is found where jsdom misses it: the element itself may be a part of the selector', () => {
    const { window } = new JSDOM(PAGE);
    useFirstMatch(window);
    expect(window.document.querySelector('p')?.querySelector(':is(p, b) > *')?.outerHTML).toBe('<b></b>');
  });

  it('asks for all, of which there may be none', () => {
    const { window } = new JSDOM(PAGE);
    let asked = 0;
    const { querySelectorAll } = window.Document.prototype;
    window.Document.prototype.querySelectorAll = function count(this: Document, selector: string) {
      asked += 1;
      return querySelectorAll.call(this, selector);
    } as never;
    useFirstMatch(window);
    expect(window.document.querySelector('a, s')).toBe(null);
    expect(window.document.querySelector('b')).toBe(window.document.querySelector('.one'));
    expect(asked).toBe(3);
  });
});
