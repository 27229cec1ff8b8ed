import { everyRoot } from './shadow-roots.ts';

/** What puts an element of the page into the top layer. From inside of a shadow root only the last one is heard. */
export const LAYER_EVENTS = ['beforetoggle', 'toggle', 'fullscreenchange'] as const;

const IN_TOP_LAYER = ':popover-open, :modal, :fullscreen';

const listeners = new Set<(event: Event) => void>();

/** To be called by listeners that were on the window before any of the page's, which could stop the event. */
export function layerChanged(event: Event): void {
  if (event.isTrusted) for (const listener of listeners) listener(event);
}

/** Watches what the page puts into the top layer, where the last to come lies above all others. */
export interface TopLayer {
  /**
   * - `top`: nothing came after the dialog of the reminder
   * - `below`: something came after it
   * - `unsure`: an element of a shadow root lies where the dialog lies, and nothing tells when such a one is shown again
   */
  placeOf(dialog: Element): 'top' | 'below' | 'unsure';
  /** The dialog is about to be the last one: all others are below it. */
  settle(): void;
  stop(): void;
}

/** `own` is not the page's. `changed` is called when the page puts something in. */
export function watchTopLayer(own: ShadowRoot, changed: () => void): TopLayer {
  let earlier = new WeakSet<EventTarget>();
  const others = () =>
    everyRoot()
      .filter((root) => root !== own)
      .flatMap((root) => [...root.querySelectorAll(IN_TOP_LAYER)]);
  const listen = (event: Event & { readonly newState?: string }) => {
    // One that is shown again comes to lie above; `toggle` is the late echo of `beforetoggle`.
    const isShown = event.newState === 'open' ? event.type === 'beforetoggle' : event.newState === undefined;
    if (isShown && event.target) earlier.delete(event.target);
    // Not at once: `beforetoggle` comes before the element does.
    queueMicrotask(changed);
  };
  listeners.add(listen);
  return {
    placeOf: (dialog) => {
      const found = others();
      if (found.some((element) => !earlier.has(element))) return 'below';
      return found.some((element) => element.getRootNode() !== document && lieTogether(element, dialog))
        ? 'unsure'
        : 'top';
    },
    settle: () => {
      earlier = new WeakSet(others());
    },
    stop: () => listeners.delete(listen),
  };
}

function lieTogether(layer: Element, dialog: Element): boolean {
  const { left, top, right, bottom } = dialog.getBoundingClientRect();
  return [layer, ...layer.querySelectorAll('*')].some((part) => {
    const box = part.getBoundingClientRect();
    return box.left < right && left < box.right && box.top < bottom && top < box.bottom;
  });
}
