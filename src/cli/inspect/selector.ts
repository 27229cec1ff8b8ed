/**
 * Selectors of style sheets as functions. A saved page has ten thousands of them and as many elements: asking jsdom for
 * each pair takes minutes. What is not understood here is left to jsdom.
 */

export type Test = (element: Element) => boolean;

export interface CompiledSelector {
  /** What an element must have: `#id`, `.class`, `[attribute`, a tag, or '' for anything. */
  readonly key: string;
  /** True when whatever has the key matches: atomic rules such as `.x1s85apg`. */
  readonly isKeyAlone: boolean;
  /** Classes without which nothing matches: of the element, of what stands around or before it. */
  readonly classes: readonly string[];
  readonly matches: Test;
}

interface Compound {
  readonly tests: readonly Test[];
  readonly classes: readonly string[];
  readonly key: string;
}

type Combinator = ' ' | '>' | '+' | '~';

const NAME = String.raw`(?:[\w-]|[^\x00-\x7f]|\\[^\da-f\n])+`;
const PART = new RegExp(
  String.raw`(\*|${NAME})|#(${NAME})|\.(${NAME})|\[\s*(${NAME})\s*(?:([~|^$*]?=)\s*(?:"([^"\\]*)"|'([^'\\]*)'|(${NAME}))\s*)?\]|:not\(([^():]*)\)|:(root|first-child|last-child)(?![\w(-])`,
  'iy',
);
const COMBINATOR = /\s*([>+~])\s*|\s+/y;
const STRENGTH = ['', 'tag', '[', '.', '#'];

const ATTRIBUTE: Readonly<Record<string, (value: string, wanted: string) => boolean>> = {
  '=': (value, wanted) => value === wanted,
  '~=': (value, wanted) => value.split(/\s+/).includes(wanted),
  '|=': (value, wanted) => value === wanted || value.startsWith(`${wanted}-`),
  '^=': (value, wanted) => wanted !== '' && value.startsWith(wanted),
  '$=': (value, wanted) => wanted !== '' && value.endsWith(wanted),
  '*=': (value, wanted) => wanted !== '' && value.includes(wanted),
};

const PLACES: Readonly<Record<string, Test>> = {
  root: (element) => element === element.ownerDocument.documentElement,
  'first-child': (element) => element.previousElementSibling === null,
  'last-child': (element) => element.nextElementSibling === null,
};

function plain(name: string): string {
  return name.replace(/\\(.)/g, '$1');
}

function hasClass(element: Element, name: string): boolean {
  return (element.getAttribute('class') ?? '').split(/\s+/).includes(name);
}

/** Key and test of one part, from the groups of `PART`; undefined when it is beyond this file. */
function partOf(groups: readonly (string | undefined)[]): { key: string; test: Test } | undefined {
  const [, tag, id, className, attribute, sign, double, single, bare, negated, place] = groups;
  if (tag !== undefined) {
    const name = tag.toLowerCase();
    return tag === '*'
      ? { key: '', test: () => true }
      : { key: name, test: (element) => element.localName === name };
  }
  if (id !== undefined) {
    const name = plain(id);
    return { key: `#${name}`, test: (element) => element.id === name };
  }
  if (className !== undefined) {
    const name = plain(className);
    return { key: `.${name}`, test: (element) => hasClass(element, name) };
  }
  if (attribute !== undefined) {
    const name = plain(attribute);
    const wanted = double ?? single ?? plain(bare ?? '');
    const compare = sign === undefined ? () => true : ATTRIBUTE[sign];
    return {
      key: `[${name}`,
      test: (element) => {
        const value = element.getAttribute(name);
        return value !== null && compare?.(value, wanted) === true;
      },
    };
  }
  if (negated !== undefined) {
    const inner = compoundAt(negated.trim(), 0);
    return inner === undefined || inner.end < negated.trim().length
      ? undefined
      : { key: '', test: (element) => !inner.compound.tests.every((test) => test(element)) };
  }
  const test = PLACES[place?.toLowerCase() ?? ''];
  return test && { key: '', test };
}

function strengthOf(key: string): number {
  return /^[[.#]/.test(key) ? STRENGTH.indexOf(key.charAt(0)) : key === '' ? 0 : 1;
}

function compoundAt(selector: string, start: number): { compound: Compound; end: number } | undefined {
  const tests: Test[] = [];
  const classes: string[] = [];
  let key = '';
  let end = start;
  while (end < selector.length) {
    PART.lastIndex = end;
    const found = PART.exec(selector);
    // A tag stands first.
    if (found === null || (found[1] !== undefined && tests.length > 0)) break;
    const part = partOf(found);
    if (part === undefined) return undefined;
    tests.push(part.test);
    if (part.key.startsWith('.')) classes.push(part.key.slice(1));
    if (strengthOf(part.key) > strengthOf(key)) key = part.key;
    end = found.index + found[0].length;
  }
  return tests.length === 0 ? undefined : { compound: { tests, classes, key }, end };
}

interface Link {
  readonly compound: Compound;
  /** How it is joined with the one before it. */
  readonly combinator: Combinator | undefined;
}

function linksOf(selector: string): Link[] | undefined {
  const links: Link[] = [];
  let combinator: Combinator | undefined;
  let at = 0;
  while (at < selector.length) {
    const found = compoundAt(selector, at);
    if (found === undefined) return undefined;
    links.push({ compound: found.compound, combinator });
    at = found.end;
    if (at === selector.length) return links;
    COMBINATOR.lastIndex = at;
    const joint = COMBINATOR.exec(selector);
    if (joint === null) return undefined;
    combinator = (joint[1] ?? ' ') as Combinator;
    at = COMBINATOR.lastIndex;
  }
  return undefined;
}

/** From the last compound to the first, with every way back that a wide combinator leaves. */
function matchesLinks(element: Element, links: readonly Link[], at: number): boolean {
  const link = links[at];
  if (link?.compound.tests.every((test) => test(element)) !== true) return false;
  if (link.combinator === undefined) return true;
  const isSibling = link.combinator === '+' || link.combinator === '~';
  const isNear = link.combinator === '>' || link.combinator === '+';
  const next = (one: Element) => (isSibling ? one.previousElementSibling : one.parentElement);
  for (let node = next(element); node !== null; node = next(node)) {
    if (matchesLinks(node, links, at - 1)) return true;
    if (isNear) return false;
  }
  return false;
}

function byEngine(selector: string): Test {
  return (element) => {
    try {
      return element.matches(selector);
    } catch {
      return false;
    }
  };
}

/** One selector without a comma. */
export function compileSelector(selector: string): CompiledSelector {
  const links = linksOf(selector);
  const last = links?.at(-1);
  if (links === undefined || last === undefined) {
    return { key: '', isKeyAlone: false, classes: [], matches: byEngine(selector) };
  }
  const { key, tests } = last.compound;
  return {
    key,
    classes: links.flatMap(({ compound }) => compound.classes),
    isKeyAlone: links.length === 1 && tests.length === 1 && /^[.#]|^[a-z]/.test(key),
    matches: (element) => matchesLinks(element, links, links.length - 1),
  };
}
