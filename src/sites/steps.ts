/** Work on a page that is in use, in steps between which it may be left for a while. */

/** Each `yield` is a place to leave it; the page may be another one behind it. */
export type Steps<Result> = Generator<void, Result>;

/** Elements that are looked at in one step of a search, each with a question or two. */
const ELEMENTS = 300;

/** Does all steps at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      return step.value;
    }
  }
}

/** A question that cannot be cut: one step of its own. */
export function* inOneStep<Result>(ask: () => Result): Steps<Result> {
  yield;
  return ask();
}

/** Those of the elements that pass, with a step for each. */
export function* filterInSteps(
  elements: Iterable<Element>,
  passes: (element: Element) => boolean,
): Steps<Element[]> {
  const found: Element[] = [];
  for (const element of elements) {
    if (passes(element)) {
      found.push(element);
    }
    yield;
  }
  return found;
}

/**
 * The last posts of a page, in document order, searched from its end: what lies before them is not looked at. `postOf` gives
 * the post that an element is, or stands in, and undefined for most. Fewer than `most` when the page has no more.
 */
export function* lastInSteps(
  document: Document,
  most: number,
  postOf: (element: Element) => Element | undefined,
): Steps<Element[]> {
  const found = new Set<Element>();
  // Elements only; `NodeFilter` has the name of this 1 and is no part of the command line.
  const walker = document.createTreeWalker(document, 1);
  for (let last = document.lastElementChild; last !== null; last = last.lastElementChild) {
    walker.currentNode = last;
  }
  let count = 0;
  for (
    let node: Node | null = walker.currentNode;
    node !== null && node.nodeType === 1 && found.size < most;
    node = walker.previousNode()
  ) {
    const post = postOf(node as Element);
    if (post !== undefined) {
      found.add(post);
    }
    count += 1;
    if (post !== undefined || count % ELEMENTS === 0) {
      yield;
    }
  }
  return [...found].reverse();
}
