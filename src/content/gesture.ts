import type { Trigger } from '../sites/site.ts';

/** Events of one press or one key stroke, in the order in which browsers send them. */
export const GESTURE_EVENTS = [
  'pointerdown',
  'mousedown',
  'touchstart',
  'pointerup',
  'mouseup',
  'touchend',
  'pointercancel',
  'click',
  'dblclick',
  'auxclick',
  'keydown',
  'keypress',
  'beforeinput',
  'keyup',
] as const;

const PERFORMING: ReadonlySet<string> = new Set([
  'click',
  'dblclick',
  'auxclick',
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'drop',
  'paste',
]);

/** True for the main button or a touch; other buttons open menus and tabs, and commit nothing. */
export function isPrimary(event: Event): boolean {
  return !(event instanceof MouseEvent) || event.button === 0;
}

/** Elements of the event's path, innermost first, through open shadow roots. */
export function elementPath(event: Event): Element[] {
  return event.composedPath().filter((target): target is Element => (target as Node).nodeType === 1);
}

/**
 * `current` finds the post that a shortcut key means; it is only called when an adapter knows the key. `before` is the
 * key of a sequence that this one may end.
 */
export function triggerOf(
  event: Event,
  current: () => Element | undefined,
  before: string,
): Trigger | undefined {
  const path = elementPath(event);
  if (!(event instanceof KeyboardEvent)) return { type: 'press', path };
  // 229 and isComposing: the key belongs to an input method, and Enter ends a word there.
  if (event.isComposing || event.keyCode === 229) return undefined;
  return {
    type: 'key',
    path,
    key: event.key,
    shift: event.shiftKey,
    alt: event.altKey,
    command: event.ctrlKey || event.metaKey,
    before,
    current,
  };
}

/**
 * Hides the event from the page, with the default action where that is what performs the action. The default of
 * touch events stays: preventing it would suppress the click that opens the reminder (measured).
 */
export function swallow(event: Event): void {
  event.stopImmediatePropagation();
  if (PERFORMING.has(event.type)) event.preventDefault();
}
