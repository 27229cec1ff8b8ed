/** Either kind of root that jsdom searches by its own slow way when one element is asked for. */
interface Searching {
  readonly prototype: ParentNode;
}

/**
 * jsdom 28 looks for one element with its slow engine and for all of them with its fast one: on a page of posts the
 * adapters took twice as long. Here the first one is the first of all, in document order as in browsers.
 *
 * @param window of a document of jsdom, of which nobody else replaced `querySelectorAll` yet
 */
export function useFirstMatch(window: {
  readonly Element: Searching;
  readonly Document: Searching;
  readonly DocumentFragment: Searching;
}): void {
  for (const { prototype } of [window.Element, window.Document, window.DocumentFragment]) {
    const { querySelectorAll } = prototype;
    Object.defineProperty(prototype, 'querySelector', {
      configurable: true,
      writable: true,
      value(this: ParentNode, selector: string): Element | null {
        return firstOf(querySelectorAll.call(this, selector), selector);
      },
    });
  }
}

/** The matches of some selector lists come out of order (see `queryAll` of `sites/tree.ts`). */
function firstOf(found: NodeListOf<Element>, selector: string): Element | null {
  let first = found.item(0);
  if (first === null || !selector.includes(',')) return first;
  for (const one of found) if ((first.compareDocumentPosition(one) & 2) !== 0) first = one;
  return first;
}
