import { watchRoots } from './shadow-roots.ts';

/** What puts an element of the page into the top layer. From inside of a shadow root only the last one is heard. */
export const LAYER_EVENTS = ['beforetoggle', 'fullscreenchange'] as const;

const IN_TOP_LAYER = ':popover-open, :modal, :fullscreen';

let hear: ((event: Event & { readonly newState?: string }) => void) | undefined;

/** To be called by listeners that were on the window before any of the page's, which could stop the event. */
export function layerChanged(event: Event): void {
  if (event.isTrusted) hear?.(event);
}

/** Watches what the page puts into the top layer, where the last to come lies above all others. */
export interface TopLayer {
  /**
   * - `top`: nothing came after the dialog of the reminder
   * - `below`: something came after it
   * - `unsure`: a popover of a shadow root lies across its middle, and nothing tells when such a one is shown again
   */
  placeOf(dialog: Element): 'top' | 'below' | 'unsure';
  /** The dialog is about to be the last one: all others are below it. */
  settle(): void;
  stop(): void;
}

/** One reminder is open at a time. `own` is not the page's; `changed` is called when the page puts something in. */
export function watchTopLayer(own: ShadowRoot, changed: () => void): TopLayer {
  let earlier = new WeakSet<EventTarget>();
  // Where the browser measures what is painted (Chromium), that tells of a cover out of any root, open or closed.
  const roots = 'isVisible' in IntersectionObserverEntry.prototype ? undefined : watchRoots();
  const others = () =>
    (roots?.find() ?? [document]).flatMap((root) =>
      root === own ? [] : [...root.querySelectorAll(IN_TOP_LAYER)],
    );
  hear = ({ target, newState }) => {
    // One that is shown again comes to lie above.
    if (target && newState !== 'closed') earlier.delete(target);
    // Not at once: `beforetoggle` comes before the element does.
    queueMicrotask(changed);
  };
  return {
    placeOf: (dialog) => {
      const found = others();
      if (found.some((element) => !earlier.has(element))) return 'below';
      return found.some(
        (element) =>
          element.matches(':popover-open') && element.getRootNode() !== document && isAcross(element, dialog),
      )
        ? 'unsure'
        : 'top';
    },
    settle: () => {
      earlier = new WeakSet(others());
    },
    stop: () => {
      roots?.stop();
      hear = undefined;
    },
  };
}

function isAcross(layer: Element, dialog: Element): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return [layer, ...layer.querySelectorAll('*')].some((part) => {
    const box = part.getBoundingClientRect();
    return box.left < x && x < box.right && box.top < y && y < box.bottom;
  });
}
