import { contrastLeft } from './contrast-left.ts';
import { watchTopLayer } from './top-layer.ts';

/** A press in haste that began before the reminder was seen must not answer it. */
export const ARMING_MS = 600;
const LOOK_EVERY_MS = 250;
/** A page that covers the reminder more often than this is not argued with. */
const PROMOTIONS = 7;
/** Below this a filter hides more than it colours. */
const LEAST_CONTRAST = 0.5;
/** Smallest height of a target in CSS pixels that can be hit and read. */
const LEAST_HEIGHT = 24;

export interface Presence {
  /** Whether the reminder has been on top for the arming time. */
  isArmed(at: number): boolean;
  /** Whether it has also been in sight, without a break, as far as the browser tells. Looks again. */
  isSeen(at: number): boolean;
  stop(): void;
}

export interface Presented {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly dialog: HTMLDialogElement;
  readonly proceed: HTMLElement;
}

/**
 * Watches that a modal dialog of ours, which is about to open, is seen. What covers it from the top layer is put below it
 * again; `lost` is called when the page takes it away or hides it in a way that we cannot undo.
 */
export function watchPresence({ host, root, dialog, proceed }: Presented, lost: () => void): Presence {
  const page = document.documentElement;
  let promotedAt = performance.now();
  let hiddenAt = promotedAt;
  let promotions = 0;
  /** What the browser measured (Chromium); undefined where it does not measure (Firefox). */
  let isVisible: boolean | undefined;
  /** Put on top since it was last visible, and in vain. */
  let isTried = false;
  const layer = watchTopLayer(root, () => look());

  function promote(): void {
    promotedAt = hiddenAt = performance.now();
    promotions += 1;
    isTried = isVisible === false;
    // There is no other way to the top. Who reads or types inside stays where they are.
    const focused = root.activeElement as HTMLElement | null;
    dialog.close();
    // Closing moves the focus, so listeners of the page ran.
    if (promotions > PROMOTIONS || !host.isConnected) {
      lost();
      return;
    }
    layer.settle();
    dialog.showModal();
    focused?.focus({ preventScroll: true });
  }

  /** Looks without touching anything, unless something covers the dialog. False: it cannot be seen. */
  function look(): boolean {
    undoZoom(dialog);
    const place = layer.placeOf(dialog);
    if (host.parentNode !== document.documentElement) lost();
    else if (place === 'below' || (isVisible === false && !isTried)) promote();
    else if (isInSight(place === 'top')) return true;
    else hiddenAt = performance.now();
    return false;
  }

  /**
   * Chromium measures it, and paints the top layer without the filter of the page. A view transition is painted above the
   * top layer; `:is` forgives an older browser that does not know it.
   */
  function isInSight(isOnTop: boolean): boolean {
    const { left, top, right, bottom } = dialog.getBoundingClientRect();
    return (
      dialog.matches(':modal') &&
      (isVisible ?? (isOnTop && contrastLeft(getComputedStyle(page).filter) >= LEAST_CONTRAST)) &&
      !page.matches(':is(:active-view-transition)') &&
      proceed.getBoundingClientRect().height >= LEAST_HEIGHT &&
      Math.min(left, top, innerWidth - right, innerHeight - bottom) > -2
    );
  }

  // Version 2, which the types do not know; the delay is the least that is allowed.
  const seeing = new IntersectionObserver(
    (entries) => {
      const wasVisible = isVisible;
      isVisible = (entries.at(-1) as IntersectionObserverEntry & { readonly isVisible?: boolean }).isVisible;
      if (isVisible) isTried = false;
      if (wasVisible) look();
    },
    { trackVisibility: true, delay: 100 } as IntersectionObserverInit,
  );
  seeing.observe(dialog);
  const moved = new MutationObserver(look);
  moved.observe(document, { childList: true });
  moved.observe(page, { childList: true });
  // Behind the opening, when the style of the page is computed anyway.
  queueMicrotask(() => undoZoom(dialog));
  layer.settle();
  const timer = setInterval(look, LOOK_EVERY_MS);
  const isArmed = (at: number) => at - promotedAt >= ARMING_MS;

  return {
    isArmed,
    isSeen: (at) => {
      if (!isArmed(at)) return false;
      if (look()) return at - hiddenAt >= ARMING_MS;
      // What was put on top can be answered once it was seen. The rest we cannot mend.
      if (isArmed(at)) lost();
      return false;
    },
    stop: () => {
      seeing.disconnect();
      moved.disconnect();
      layer.stop();
      clearInterval(timer);
    },
  };
}

/** A page in another zoom must not make the reminder smaller or larger than the window. */
function undoZoom(dialog: HTMLElement): void {
  const { currentCSSZoom = 1 } = document.documentElement as HTMLElement & {
    readonly currentCSSZoom?: number;
  };
  dialog.style.zoom = currentCSSZoom === 1 ? '' : String(1 / currentCSSZoom);
}
