/** Layers that a page lays over itself: dialogs, menus, lists. */

const LAYER = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox], dialog[open]';
/** A list with more parts is a feed: the other posts in it hold no layer that this one has opened. */
export const MOST_PARTS = 50;

/** The layers of the page, without a search of the feed around `post`: presses look for them again and again. */
export function layersBeside(post: Element): Element[] {
  const parts: Element[] = [post];
  const layers: Element[] = [];
  let node = post;
  for (let outer = node.parentElement; outer !== null; outer = node.parentElement) {
    if (outer.matches(LAYER)) layers.push(outer);
    if (outer.childElementCount <= MOST_PARTS) parts.push(...outer.children);
    node = outer;
  }
  // A post that is gone, or that stands in a shadow root, says nothing of where the others are.
  if (node !== post.ownerDocument.documentElement) return [...post.ownerDocument.querySelectorAll(LAYER)];
  const seen = new Set<Element>();
  for (const part of parts) {
    if (part !== post && part.contains(post)) continue;
    if (part.matches(LAYER)) seen.add(part);
    for (const layer of part.querySelectorAll(LAYER)) seen.add(layer);
  }
  return [...layers, ...seen];
}
