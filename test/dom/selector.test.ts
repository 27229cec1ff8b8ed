/** Selectors of saved style sheets: the same answers as those of jsdom, and a key that never leaves a match out. */
import { describe, expect, it } from 'vitest';
import { useSavedStyles, useSavedVisibility } from '../../src/cli/inspect/saved-styles.ts';
import { compileSelector } from '../../src/cli/inspect/selector.ts';
import { one, page } from './fixture.ts';

const PAGE = `<html lang="id"><body class="a b"><div id="top" class="a"><p class="b" data-x="one two">1</p><p class="a b c" hidden>2</p>
<section class="c:d" title="x, y"><span lang="id-ID">3</span><b class="b">4</b><i data-x="one">5</i></section></div><P>6</P></body></html>`;

const SELECTORS = [
  ...[
    '*',
    'p',
    'P',
    '.a',
    '#top',
    '.a.b',
    'p.b',
    '#top .b',
    '#top > .b',
    'div p + p',
    'p ~ section',
    ':root',
  ],
  ...['[hidden]', '[data-x]', '[data-x="one"]', "[data-x='one']", '[data-x=one]', '[data-x~="two"]'],
  ...[
    '[lang|="id"]',
    '[data-x^="one"]',
    '[data-x$="two"]',
    '[data-x*="e t"]',
    '[data-x^=""]',
    '[title="x, y"]',
  ],
  ...['.c\\:d', '.c\\:d b', 'p:not(.a)', ':not(p)', '.a :not([data-x])', 'b:first-child', 'i:last-child'],
  ...[
    'body .a .b',
    'html > body > p',
    '.b .b',
    '.a > section > .b',
    'span + b ~ i',
    '* > * > b',
    'nav',
    '.none',
  ],
  ...['p:is(.a, .c)', 'p:nth-child(2)', 'div:has(b)', ':where(.b)', 'a:unknown', '.a >', '??'],
];

function byEngine(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}

function holdsKey(element: Element, key: string): boolean {
  const name = key.slice(1);
  return (
    key === '' ||
    key === element.localName ||
    (key.startsWith('.') && element.classList.contains(name)) ||
    (key.startsWith('#') && element.id === name) ||
    (key.startsWith('[') && element.hasAttribute(name))
  );
}

describe('compileSelector', () => {
  const document = page(PAGE);
  const elements = [...document.querySelectorAll('*')];

  it.each(SELECTORS)('%s', (selector) => {
    const { matches, key, isKeyAlone, classes } = compileSelector(selector);
    const expected = elements.filter((element) => byEngine(element, selector));
    expect(elements.filter((element) => matches(element))).toEqual(expected);
    expect(expected.filter((element) => !holdsKey(element, key))).toEqual([]);
    if (isKeyAlone) expect(elements.filter((element) => holdsKey(element, key))).toEqual(expected);
    if (expected.length > 0) {
      expect(classes.filter((name) => document.getElementsByClassName(name).length === 0)).toEqual([]);
    }
  });

  it('finds the rules of most sheets by class, id, attribute or tag', () => {
    const keys = ['div.a#b', 'p.c > .d:not(.e)', 'a[href]', 'ul li', ':root'].map(
      (selector) => compileSelector(selector).key,
    );
    expect(keys).toEqual(['#b', '.d', '[href', 'li', '']);
  });
});

describe('checkVisibility of a saved page', () => {
  const seen = (html: string, options?: CheckVisibilityOptions) => {
    const document = page(`<style>.off{display:none}.dim{opacity:0}.shy{visibility:hidden}</style>${html}`);
    useSavedVisibility(document, useSavedStyles(document));
    return one(document, 'b').checkVisibility(options);
  };

  it('asks everything around the element', () => {
    expect(seen('<div><b>1</b></div>')).toBe(true);
    expect(seen('<div class="off"><p><b>1</b></p></div>')).toBe(false);
    expect(seen('<div hidden><b>1</b></div>')).toBe(false);
    expect(seen('<div hidden style="display:block"><b>1</b></div>')).toBe(true);
    expect(seen('<p></p><noscript><b>1</b></noscript>')).toBe(false);
  });

  it('asks for opacity and visibility when it is told to', () => {
    expect(seen('<div class="dim"><b>1</b></div>')).toBe(true);
    expect(seen('<div class="dim"><b>1</b></div>', { opacityProperty: true })).toBe(false);
    expect(seen('<div class="shy"><b>1</b></div>')).toBe(true);
    expect(seen('<div class="shy"><b>1</b></div>', { visibilityProperty: true })).toBe(false);
    const shown = '<div class="shy"><b style="visibility:visible">1</b></div>';
    expect(seen(shown, { visibilityProperty: true })).toBe(true);
  });
});
