import { contentOf, type DecisionRequest, decide } from '../core/decide.ts';
import type { Post } from '../core/types.ts';
import type { Control, Site, Trigger } from '../sites/site.ts';
import { GESTURE_EVENTS, isPrimary, swallow, triggerOf } from './gesture.ts';
import type { HeldAction } from './held-action.ts';
import { isAlive } from './lifetime.ts';
import type { Openers } from './opener.ts';
import type { Permits } from './permit.ts';
import type { Snapshot } from './snapshot.ts';

export interface InterceptOptions {
  readonly site: Site;
  readonly snapshot: () => Snapshot | undefined;
  readonly permits: Permits;
  readonly openers: Openers;
  readonly now: () => number;
  /** The host element of the open reminder: events on it are ours, and no page event is expected. */
  readonly ownHost: () => Element | undefined;
  /** False where a reminder cannot be seen, such as a plugin frame of a few pixels: then everything passes. */
  readonly canRemind: () => boolean;
  /** Shows the reminder, or throws: then the event is not swallowed and the action goes through. */
  readonly hold: (held: HeldAction) => void;
  /** The extension is gone: everything passes from now on. */
  readonly orphaned: () => void;
  readonly failed: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/** What happens to the rest of a gesture once its first event was decided. */
type Outcome =
  | { readonly kind: 'pass' }
  | { readonly kind: 'permitted' }
  | { readonly kind: 'hold'; readonly held: HeldAction };

const PASS: Outcome = { kind: 'pass' };

/**
 * Listens on the window in the capture phase, before any listener of the page, and decides synchronously. An event
 * that is none of our business is never touched; a held gesture is swallowed whole.
 */
export function intercept(options: InterceptOptions): void {
  const { site, signal } = options;
  let press: { outcome: Outcome; element: Element | undefined } | undefined;
  let stroke: { outcome: Outcome; key: string } | undefined;
  let answering: string | undefined;

  function onEvent(event: Event): void {
    if (!event.isTrusted) return;
    try {
      if (!isAlive()) {
        options.orphaned();
        return;
      }
      const host = options.ownHost();
      if (host && event.composedPath().includes(host)) guardReminder(event);
      else if (event instanceof KeyboardEvent || event.type === 'beforeinput') onKey(event);
      else if (isPrimary(event)) onPress(event);
    } catch (error) {
      // The site comes first: our own fault lets the action through.
      options.failed(error);
    }
  }

  /** Keys meant for the reminder are hidden from the page; auto-repeat must not press its buttons. */
  function guardReminder(event: Event): void {
    if (event instanceof KeyboardEvent) {
      event.stopImmediatePropagation();
      const isHeldStroke = stroke?.outcome.kind === 'hold' && stroke.key === event.key;
      if (event.repeat || isHeldStroke) event.preventDefault();
      if (event.type === 'keyup') stroke = undefined;
      // The key that answers is released on the page, which has not seen it go down.
      else if (event.type === 'keydown' && !isHeldStroke) answering = event.key;
    } else if (event.type !== 'click') {
      event.stopImmediatePropagation();
    }
  }

  function onPress(event: Event): void {
    // Enter and Space on a button make a click of their own: it belongs to the key stroke.
    if (event.type === 'click' && stroke && !press) {
      if (stroke.outcome.kind === 'hold') swallow(event);
      if (stroke.outcome.kind !== 'pass') return;
    }
    switch (event.type) {
      case 'pointerdown':
        press = startPress(event);
        break;
      case 'pointercancel':
        press = undefined;
        return;
      case 'mousedown':
      case 'touchstart':
        press ??= startPress(event);
        break;
      case 'click': {
        const started = press;
        press = undefined;
        const trigger = triggerOf(event);
        const control = trigger && site.findControl(trigger);
        // A press that ended elsewhere is no press of the control it began on.
        const isSame = started !== undefined && control?.element === started.element;
        const outcome = isSame ? started.outcome : consider(trigger, control);
        if (outcome.kind === 'hold') {
          options.hold(outcome.held);
          swallow(event);
        } else if (control?.role === 'open') {
          options.openers.remember(control);
        }
        return;
      }
    }
    if (press?.outcome.kind === 'hold') swallow(event);
  }

  function startPress(event: Event): { outcome: Outcome; element: Element | undefined } {
    const trigger = triggerOf(event);
    const control = trigger && site.findControl(trigger);
    return { outcome: consider(trigger, control), element: control?.element };
  }

  function onKey(event: Event): void {
    if (event.type === 'keydown' && event instanceof KeyboardEvent) {
      if (stroke?.key === event.key && event.repeat) {
        if (stroke.outcome.kind === 'hold') swallow(event);
        return;
      }
      press = answering = undefined;
      const trigger = triggerOf(event);
      const control = trigger && site.findControl(trigger);
      const outcome = consider(trigger, control);
      stroke = { outcome, key: event.key };
      if (outcome.kind === 'hold') {
        options.hold(outcome.held);
        swallow(event);
      } else if (control?.role === 'open') {
        options.openers.remember(control);
      }
      return;
    }
    if (stroke?.outcome.kind === 'hold') swallow(event);
    if (event.type !== 'keyup') return;
    if (event instanceof KeyboardEvent && event.key === answering) swallow(event);
    stroke = answering = undefined;
  }

  function consider(trigger: Trigger | undefined, control: Control | undefined): Outcome {
    const snapshot = options.snapshot();
    if (!trigger || control?.role !== 'commit' || !snapshot || site.isDone(control)) return PASS;
    const post: Post | undefined = options.openers.postFor(control);
    const request: DecisionRequest = {
      site: site.id,
      action: control.action,
      content: contentOf(post, control.editor ? site.readOwnWords(control.editor) : ''),
      now: options.now(),
    };
    const verdict = decide(request, snapshot.rules, snapshot.settings);
    if (verdict.kind === 'pass' || !options.canRemind()) return PASS;
    const key = { action: control.action, postKey: post?.key ?? '' };
    if (options.permits.use(key)) return { kind: 'permitted' };
    const byKey = trigger.type === 'key' && isTypedInto(control.editor, trigger);
    const command = trigger.type === 'key' && trigger.command;
    return { kind: 'hold', held: { key, control, byKey, command, request, verdict } };
  }

  /** A key released in another window is never seen here: its stroke must not swallow a later click. */
  function onBlur(event: Event): void {
    if (event.target === window) press = stroke = answering = undefined;
  }

  const arm = () => {
    window.addEventListener('blur', onBlur, { capture: true, signal });
    for (const type of GESTURE_EVENTS) {
      window.addEventListener(type, onEvent, { capture: true, passive: false, signal });
    }
  };
  arm();
  // `document.open()` wipes every listener of the window in both browsers (measured); it replaces the root element.
  const rearm = new MutationObserver(arm);
  rearm.observe(document, { childList: true });
  signal.addEventListener('abort', () => rearm.disconnect(), { once: true });
}

function isTypedInto(editor: Element | undefined, trigger: Trigger): boolean {
  const [target] = trigger.path;
  return target !== undefined && editor?.contains(target) === true;
}
