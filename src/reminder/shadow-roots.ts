type RootOf = (
  element: Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null },
) => ShadowRoot | null | undefined;

/**
 * Firefox shows closed roots to content scripts as a property; Chromium has a call, 3 µs each: too slow for a feed. Only one
 * of the two is asked, because on a long page each costs.
 */
function rootReader(): RootOf {
  return 'openOrClosedShadowRoot' in Element.prototype
    ? (element) => element.openOrClosedShadowRoot
    : (element) => element.shadowRoot;
}

export type Roots = readonly (Document | ShadowRoot)[];

/** Elements between two breaks of a search: a few milliseconds. */
const SLICE = 4_000;

/** The shadow roots of the page that can be seen, at any depth, and between them places where a search may rest. */
export function* searchRoots(): Generator<ShadowRoot | 'break'> {
  const rootOf = rootReader();
  const roots: (Document | ShadowRoot)[] = [document];
  let seen = 0;
  // The list grows while it is read.
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      const inner = rootOf(element);
      if (inner) {
        roots.push(inner);
        yield inner;
      }
      seen += 1;
      if (seen % SLICE === 0) yield 'break';
    }
  }
}

/** What is frequent and can never have a shadow root: only elements of one's own and some plain ones may. */
const MAY_HAVE_ROOT =
  ':not(a, b, br, button, circle, em, g, i, iframe, img, input, label, li, link, meta, ol, path, rect, script, strong, style, svg, textarea, time, ul, video)';

export interface RootWatch {
  /** The document and its shadow roots that can be seen, as they are at this moment. */
  find(): Roots;
  stop(): void;
}

/**
 * Finds shadow roots again and again. Reaching each element for the first time is what takes long (Firefox: 1 ms for 500,
 * and 1 ms for 20,000 that were reached before), so they are held, and new ones are told by the page's mutations. A root
 * that is made on an element which is there already tells nobody, so all of them are asked each time.
 */
export function watchRoots(): RootWatch {
  const rootOf = rootReader();
  const elements = new Set<Element>();
  const roots = new Set<Document | ShadowRoot>();
  const takeAll = (parent: ParentNode) => {
    for (const element of parent.querySelectorAll(MAY_HAVE_ROOT)) elements.add(element);
  };
  const take = (records: readonly MutationRecord[]) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        elements.add(node);
        takeAll(node);
      }
    }
  };
  const observer = new MutationObserver(take);
  const addRoot = (root: Document | ShadowRoot) => {
    roots.add(root);
    observer.observe(root, { childList: true, subtree: true });
    takeAll(root);
  };
  addRoot(document);
  return {
    find() {
      take(observer.takeRecords());
      // The set grows while it is read.
      for (const element of elements) {
        const inner = rootOf(element);
        if (inner && !roots.has(inner)) addRoot(inner);
      }
      return [...roots];
    },
    stop: () => observer.disconnect(),
  };
}

/** What has the focus, also inside of a shadow root. */
export function focusedElement(): Element | null {
  const rootOf = rootReader();
  let focused = document.activeElement;
  for (let inner = focused; inner; inner = rootOf(inner)?.activeElement ?? null) focused = inner;
  return focused;
}
