import { parentAcross } from '../sites/dom.ts';

/**
 * Position of an element below `container`, as child numbers from the inside out. The same after the page has rendered
 * the post anew; different for the like button of the post and that of a comment in it.
 */
export function placeIn(container: Element | undefined, element: Element): string {
  const numbers: number[] = [];
  for (let node: Element | null = element; container && node && node !== container; ) {
    const parent: Element | null = parentAcross(node);
    numbers.push(parent ? [...parent.children].indexOf(node) : 0);
    node = parent;
  }
  return numbers.join();
}
