/**
 * Computed styles for saved pages. jsdom tests every rule of the page on every element, which takes minutes on the
 * style sheets of the social sites; here rules are indexed, and only those that hide text are kept.
 */

import { parentAcross, queryAll } from '../../sites/dom.ts';
import { type CompiledSelector, compileSelector } from './selector.ts';

const KEPT = new Set('display visibility opacity font-size position clip clip-path white-space'.split(' '));
const MAX_RULES = 100_000;

interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly important: boolean;
}
interface Rule {
  readonly selector: CompiledSelector;
  readonly specificity: number;
  readonly order: number;
  readonly declarations: readonly Declaration[];
}
type Style = Readonly<Record<string, string>>;

interface Seen {
  readonly isDisplayed: boolean;
  readonly isVisible: boolean;
  readonly isOpaque: boolean;
}

const ALL_SEEN: Seen = { isDisplayed: true, isVisible: true, isOpaque: true };

const CAMEL: Readonly<Record<string, string>> = {
  'font-size': 'fontSize',
  'clip-path': 'clipPath',
  'white-space': 'whiteSpace',
};
const INITIAL: Style = {
  display: '',
  visibility: '',
  opacity: '',
  fontSize: '',
  position: '',
  clip: '',
  clipPath: '',
  whiteSpace: '',
};

function declarationsIn(body: string): Declaration[] {
  return body.split(';').flatMap((piece) => {
    const colon = piece.indexOf(':');
    const property = piece.slice(0, colon).trim().toLowerCase();
    if (colon < 0 || !KEPT.has(property)) {
      return [];
    }
    const raw = piece
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    const important = /!\s*important$/.test(raw);
    const value = raw.replace(/\s*!\s*important$/, '');
    return [{ property: CAMEL[property] ?? property, value, important }];
  });
}

/** Rough specificity, enough to order rules: ids, then classes and attributes, then types. */
function specificityOf(selector: string): number {
  const bare = selector.replace(/\[[^\]]*\]/g, '.a');
  const count = (pattern: RegExp) => bare.match(pattern)?.length ?? 0;
  return count(/#/g) * 10_000 + count(/[.]|:(?!:|not|is|where)/g) * 100 + count(/(^|[\s>+~(])[a-z]/gi);
}

/** Blocks `prelude { body }` at the top level of a style sheet; strings and comments are stepped over. */
function* blocksIn(css: string): Generator<{ readonly prelude: string; readonly body: string }> {
  let start = 0;
  let depth = 0;
  let open = 0;
  for (let i = 0; i < css.length; i += 1) {
    const unit = css[i];
    if (unit === '\\') {
      i += 1;
    } else if (unit === '"' || unit === "'") {
      i = endOfString(css, i);
    } else if (unit === '{') {
      if (depth === 0) {
        open = i;
      }
      depth += 1;
    } else if (unit === '}') {
      depth = Math.max(0, depth - 1);
      if (depth === 0 && open > start) {
        yield { prelude: css.slice(start, open).trim(), body: css.slice(open + 1, i) };
      }
      start = depth === 0 ? i + 1 : start;
    } else if (unit === ';' && depth === 0) {
      start = i + 1;
    }
  }
}

function endOfString(css: string, start: number): number {
  for (let i = start + 1; i < css.length; i += 1) {
    if (css[i] === '\\') {
      i += 1;
    } else if (css[i] === css[start] || css[i] === '\n') {
      return i;
    }
  }
  return css.length;
}

/** Conditional groups that hold on a wide screen; print, narrow and motion queries do not. */
function applies(prelude: string): boolean {
  if (/^@(supports|layer)\b/i.test(prelude)) {
    return true;
  }
  return /^@media\b/i.test(prelude) && !/print|max-|prefers|hover|orientation|<|not\b/i.test(prelude);
}

function rulesIn(css: string, into: Rule[]): void {
  for (const { prelude, body } of blocksIn(css)) {
    if (prelude.startsWith('@')) {
      if (applies(prelude)) {
        rulesIn(body, into);
      }
      continue;
    }
    const declarations = declarationsIn(body);
    if (declarations.length === 0) {
      continue;
    }
    for (const selector of selectorsIn(prelude)) {
      // Rules for states and generated boxes say nothing about the text at rest.
      const isAtRest =
        selector !== '' && !/::|:(before|after|hover|focus|active|visited|target|checked)/.test(selector);
      if (isAtRest && into.length < MAX_RULES) {
        into.push({
          selector: compileSelector(selector),
          declarations,
          order: into.length,
          specificity: specificityOf(selector),
        });
      }
    }
  }
}

/** A comma inside of brackets does not part two selectors. */
function selectorsIn(prelude: string): string[] {
  const selectors: string[] = [];
  let start = 0;
  let depth = 0;
  for (const { 0: sign, index } of prelude.matchAll(/[()[\],]/g)) {
    if (sign === ',') {
      if (depth > 0) continue;
      selectors.push(prelude.slice(start, index));
      start = index + 1;
    } else {
      depth += sign === '(' || sign === '[' ? 1 : -1;
    }
  }
  return [...selectors, prelude.slice(start)].map((one) => one.trim());
}

/** Later and stronger ones win, `!important` over all. */
function styleFrom(rules: readonly Rule[], inline: readonly Declaration[]): Style {
  const found = [...rules].sort((a, b) => a.specificity - b.specificity || a.order - b.order);
  const all = [...found.flatMap((rule) => rule.declarations), ...inline];
  const style: Record<string, string> = { ...INITIAL };
  for (const important of [false, true]) {
    for (const declaration of all) {
      if (declaration.important === important) {
        style[declaration.property] = declaration.value;
      }
    }
  }
  return style;
}

/** Rules by what an element must have; those with a class that nothing in the page has are left out. */
function indexOf(sheets: readonly string[], document: Document): ReadonlyMap<string, readonly Rule[]> {
  const rules: Rule[] = [];
  for (const sheet of sheets) {
    rulesIn(sheet.replace(/\/\*[\s\S]*?\*\//g, ''), rules);
  }
  const classes = new Set(
    queryAll(document, '[class]').flatMap((element) => element.getAttribute('class')?.split(/\s+/) ?? []),
  );
  const index = new Map<string, Rule[]>();
  for (const rule of rules) {
    if (rule.selector.classes.every((name) => classes.has(name))) {
      const list = index.get(rule.selector.key) ?? [];
      list.push(rule);
      index.set(rule.selector.key, list);
    }
  }
  return index;
}

/** A `getComputedStyle` for the properties that hide text. Values that no rule sets are '', as inherited. */
function savedStyles(index: ReadonlyMap<string, readonly Rule[]>): (element: Element) => Style {
  const attributes = [...index.keys()].filter((key) => key.startsWith('[')).map((key) => key.slice(1));
  const cache = new WeakMap<Element, Style>();
  /** Most elements of these sites have the classes of many others, and rules of classes alone. */
  const shared = new Map<
    string,
    { readonly candidates: readonly Rule[]; readonly plain: Style | undefined }
  >();

  function ofClasses(tag: string, classes: string) {
    const name = `${tag} ${classes}`;
    const known = shared.get(name);
    if (known !== undefined) {
      return known;
    }
    const keys = new Set(['', tag, ...classes.split(/\s+/).map((one) => `.${one}`)]);
    const candidates = [...keys].flatMap((key) => index.get(key) ?? []);
    const isPlain = candidates.every(({ selector }) => selector.isKeyAlone);
    const made = { candidates, plain: isPlain ? styleFrom(candidates, []) : undefined };
    shared.set(name, made);
    return made;
  }

  function compute(element: Element): Style {
    const { candidates, plain } = ofClasses(element.localName, element.getAttribute('class') ?? '');
    const inline = element.getAttribute('style') ?? '';
    const others = [
      ...(index.get(`#${element.id}`) ?? []),
      ...attributes
        .filter((name) => element.hasAttribute(name))
        .flatMap((name) => index.get(`[${name}`) ?? []),
    ];
    if (plain !== undefined && inline === '' && others.length === 0) {
      return plain;
    }
    const found = [...candidates, ...others].filter(
      ({ selector }) => selector.isKeyAlone || selector.matches(element),
    );
    return styleFrom(found, declarationsIn(inline));
  }

  return (element) => {
    const known = cache.get(element);
    if (known !== undefined) {
      return known;
    }
    const style = compute(element);
    cache.set(element, style);
    return style;
  };
}

/** Text of the style sheets of a saved page: style elements, sheets in `data:` addresses, and those that `read` knows. */
function sheetsOf(document: Document, read: (href: string) => string | undefined): string[] {
  return queryAll(document, 'style, link[rel~="stylesheet"][href]').map((element) => {
    const href = element.getAttribute('href') ?? '';
    if (element.localName !== 'link') {
      return element.textContent ?? '';
    }
    return href.startsWith('data:') ? decodeData(href) : (read(href) ?? '');
  });
}

function decodeData(href: string): string {
  const comma = href.indexOf(',');
  const payload = href.slice(comma + 1);
  if (/;base64$/i.test(href.slice(0, comma))) {
    return Buffer.from(payload, 'base64').toString('utf8');
  }
  try {
    return decodeURIComponent(payload);
  } catch {
    return payload;
  }
}

/** `checkVisibility` of a page that does not change: jsdom has none, and asking every ancestor again takes long. */
function savedVisibility(styleOf: (element: Element) => Style): (element: Element) => Seen {
  const cache = new WeakMap<Element, Seen>();
  const seen = (element: Element): Seen => {
    const known = cache.get(element);
    if (known !== undefined) {
      return known;
    }
    const parent = parentAcross(element);
    const around = parent === null ? ALL_SEEN : seen(parent);
    const { display, visibility, opacity } = styleOf(element);
    const isDisplayed =
      around.isDisplayed &&
      display !== 'none' &&
      (display !== '' || !element.hasAttribute('hidden')) &&
      !element.matches('noscript, template');
    const made = {
      isDisplayed,
      isVisible: visibility === '' || visibility === 'inherit' ? around.isVisible : visibility === 'visible',
      isOpaque: around.isOpaque && opacity !== '0',
    };
    cache.set(element, made);
    return made;
  };
  return seen;
}

/**
 * Replaces the slow `getComputedStyle` of a jsdom window. Later changes of the page's style are not seen.
 * `read` gives the text of a style sheet that is not in the page itself, by the address in its link.
 */
export function useSavedStyles(
  document: Document,
  read: (href: string) => string | undefined = () => undefined,
): (element: Element) => Style {
  const styleOf = savedStyles(indexOf(sheetsOf(document, read), document));
  Object.defineProperty(document.defaultView, 'getComputedStyle', { value: styleOf });
  return styleOf;
}

/** Gives the elements of a page that nobody changes any more a `checkVisibility` with the options that adapters use. */
export function useSavedVisibility(document: Document, styleOf: (element: Element) => Style): void {
  const seen = savedVisibility(styleOf);
  const { prototype } = document.defaultView?.Element ?? {};
  if (prototype === undefined) {
    return;
  }
  Object.defineProperty(prototype, 'checkVisibility', {
    value(this: Element, options: CheckVisibilityOptions = {}): boolean {
      const { isDisplayed, isVisible, isOpaque } = seen(this);
      return (
        isDisplayed &&
        (options.visibilityProperty !== true || isVisible) &&
        (options.opacityProperty !== true || isOpaque)
      );
    },
  });
}
