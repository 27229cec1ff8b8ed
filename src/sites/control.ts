import { labelOf } from './dom.ts';
import type { Control } from './site.ts';

/** A control with the name of its element, which is worked out when asked: a press that passes never needs it. */
export function makeControl(element: Element, meaning: Omit<Control, 'element' | 'label'>): Control {
  return {
    ...meaning,
    element,
    get label() {
      return labelOf(element);
    },
  };
}
