/**
 * Computed styles for saved pages. jsdom tests every rule of the page on every element, which takes minutes on the
 * style sheets of the social sites; here rules are indexed, and only those that hide text are kept.
 */

import { queryAll } from '../sites/dom.ts';

const KEPT = new Set('display visibility opacity font-size position clip clip-path white-space'.split(' '));
const MAX_RULES = 100_000;

interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly important: boolean;
}
interface Rule {
  readonly selector: string;
  readonly specificity: number;
  readonly order: number;
  readonly declarations: readonly Declaration[];
}
type Style = Readonly<Record<string, string>>;

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
    for (const selector of prelude.split(',').map((one) => one.trim())) {
      // Rules for states and generated boxes say nothing about the text at rest.
      const isAtRest =
        selector !== '' && !/::|:(before|after|hover|focus|active|visited|target|checked)/.test(selector);
      if (isAtRest && into.length < MAX_RULES) {
        into.push({ selector, declarations, order: into.length, specificity: specificityOf(selector) });
      }
    }
  }
}

/** The class or id that an element must have for the rule, else '' (tried on every element). */
function indexKeyOf(selector: string): string {
  const last = selector.split(/[\s>+~]+/).pop() ?? '';
  const plain = last.replace(/:[a-z-]+\([^)]*\)?.*$/, '').replace(/\[[^\]]*\]/g, '');
  return /[.#][\w-]+/.exec(plain)?.[0] ?? '';
}

/** Atomic rules (`.x1s85apg`) hold wherever the index found them; asking the selector engine again is slow. */
function isOneClass(selector: string): boolean {
  return /^[.#][\w-]+$/.test(selector);
}

function matchesSafely(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}

/** A `getComputedStyle` for the properties that hide text. Values that no rule sets are '', as inherited. */
function savedStyles(sheets: readonly string[]): (element: Element) => Style {
  const rules: Rule[] = [];
  for (const sheet of sheets) {
    rulesIn(sheet.replace(/\/\*[\s\S]*?\*\//g, ''), rules);
  }
  const index = new Map<string, Rule[]>();
  for (const rule of rules) {
    const key = indexKeyOf(rule.selector);
    const list = index.get(key) ?? [];
    list.push(rule);
    index.set(key, list);
  }
  const cache = new WeakMap<Element, Style>();

  function rulesFor(element: Element): Rule[] {
    const keys = [
      '',
      ...[...element.classList].map((name) => `.${name}`),
      ...(element.id === '' ? [] : [`#${element.id}`]),
    ];
    return keys
      .flatMap((key) => index.get(key) ?? [])
      .filter((rule) => isOneClass(rule.selector) || matchesSafely(element, rule.selector));
  }

  function compute(element: Element): Style {
    const inline = declarationsIn(element.getAttribute('style') ?? '');
    const found = rulesFor(element).sort((a, b) => a.specificity - b.specificity || a.order - b.order);
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

/**
 * Replaces the slow `getComputedStyle` of a jsdom window. Later changes of the page's style are not seen.
 * `read` gives the text of a style sheet that is not in the page itself, by the address in its link.
 */
export function useSavedStyles(
  document: Document,
  read: (href: string) => string | undefined = () => undefined,
): void {
  Object.defineProperty(document.defaultView, 'getComputedStyle', {
    value: savedStyles(sheetsOf(document, read)),
  });
}
