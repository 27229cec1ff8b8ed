/** Ways through the tree of a page. */

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

function sorted(elements: Element[]): Element[] {
  return isInOrder(elements)
    ? elements
    : elements.sort((a, b) => (a.compareDocumentPosition(b) & 2 ? 1 : -1));
}

/** Each element once, in document order. */
export function inDocumentOrder(elements: Iterable<Element>): Element[] {
  return sorted([...new Set(elements)]);
}

/** `querySelectorAll` in document order: jsdom 28 returns the matches of some selector lists out of order. */
export function queryAll(root: ParentNode, selector: string): Element[] {
  const found = [...root.querySelectorAll(selector)];
  return selector.includes(',') ? sorted(found) : found;
}
