import { MOST_PARTS } from './layers.ts';

/**
 * The parts of a page that reach into its viewport, or into one more above or below: of its longest list those few, and
 * all that stands beside that list. What is left out is further from anything in sight than the viewport is high. The
 * page itself where it has no long list.
 */
export function nearParts(document: Document): readonly ParentNode[] {
  const list = longestList(document.documentElement);
  if (!list) return [document];
  const height = viewHeight(document);
  const parts: Element[] = [...list.children].filter((part) => {
    const { top, bottom } = part.getBoundingClientRect();
    return bottom >= -height && top <= 2 * height;
  });
  let node = list;
  for (let outer = node.parentElement; outer !== null; outer = node.parentElement) {
    for (const beside of outer.children) if (beside !== node) parts.push(beside);
    node = outer;
  }
  return parts;
}

export function viewHeight(document: Document): number {
  return document.defaultView?.innerHeight ?? 0;
}

/** The element with most children, more than a few; what lies in long lists is not looked at. */
function longestList(element: Element): Element | undefined {
  if (element.childElementCount > MOST_PARTS) return element;
  let longest: Element | undefined;
  for (const child of element.children) {
    const list = longestList(child);
    if (list && list.childElementCount > (longest?.childElementCount ?? 0)) longest = list;
  }
  return longest;
}
