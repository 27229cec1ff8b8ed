import { LAYER_EVENTS, layerChanged } from '../reminder/top-layer.ts';
import { inOneMoment } from '../sites/moment.ts';
import type { Control, Site, Trigger } from '../sites/site.ts';
import type { CurrentPost } from './current-post.ts';
import { elementPath, GESTURE_EVENTS, isPrimary, swallow, triggerOf } from './gesture.ts';
import type { HeldAction } from './held-action.ts';
import { FILE_EVENTS, givesFiles, holdFiles } from './held-files.ts';
import type { Hint, Judge, Judgement } from './judge.ts';
import { createKeySequence } from './key-sequence.ts';
import { isAlive } from './lifetime.ts';
import type { Openers } from './opener.ts';
import { createPresses } from './press.ts';

export interface InterceptOptions {
  readonly site: Site;
  readonly judge: Judge;
  readonly openers: Openers;
  readonly currentPost: CurrentPost;
  /** The host element of the open reminder: events on it are ours, and no page event is expected. */
  readonly ownHost: () => Element | undefined;
  /** A key that goes down in it, which is hidden from everything below the window. */
  readonly ownKey: (event: KeyboardEvent) => void;
  /** Shows the reminder, or throws: then the event is not swallowed and the action goes through. */
  readonly hold: (held: HeldAction) => void;
  /** Shows the sign of an action that passes, later: the page does not wait for it. */
  readonly hint: (hint: Hint) => void;
  /** The pointer came upon this element, or the focus did. */
  readonly approached: (element: Element | undefined) => void;
  /** The extension is gone: everything passes from now on. */
  readonly orphaned: () => void;
  readonly failed: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/**
 * Listens on the window in the capture phase, before any listener of the page, and decides synchronously. An event
 * that is none of our business is never touched; a held gesture is swallowed whole.
 */
export function intercept(options: InterceptOptions): void {
  const { site, judge, openers, currentPost, hold, hint, signal } = options;
  const presses = createPresses({
    site,
    judge,
    hold,
    passed,
    pressed: (target, control) => {
      currentPost.choose(control?.post ?? target);
      used(control);
    },
  });
  const keys = createKeySequence();
  let stroke: { judgement: Judgement; key: string } | undefined;
  let picked: { input: Element; judgement: Judgement } | undefined;
  let answering: string | undefined;
  let lives = true;

  function onEvent(event: Event): void {
    if (!event.isTrusted) return;
    try {
      // Asking costs more than some events do; the extension was there a moment ago.
      if (!CONTINUING.has(event.type)) lives = isAlive();
      if (!lives) {
        options.orphaned();
        return;
      }
      const host = options.ownHost();
      if (host && event.composedPath().includes(host)) guardReminder(event);
      else if (event instanceof KeyboardEvent || event.type === 'beforeinput') onKey(event);
      else if (FILES.has(event.type)) onFiles(event);
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
      const isHeldStroke = stroke?.judgement.kind === 'hold' && stroke.key === event.key;
      if (event.repeat || isHeldStroke) event.preventDefault();
      if (event.type === 'keyup') stroke = undefined;
      // The key that answers is released on the page, which has not seen it go down.
      else if (event.type === 'keydown' && !isHeldStroke) {
        answering = event.key;
        options.ownKey(event);
      }
    } else if (event.type !== 'click') {
      event.stopImmediatePropagation();
    }
  }

  function passed(judgement: Judgement): void {
    if (judgement.kind === 'pass' && judgement.hint) hint(judgement.hint);
  }

  function judged(trigger: Trigger | undefined): [Control | undefined, Judgement] {
    return inOneMoment(() => {
      const control = trigger && site.findControl(trigger);
      return [control, judge(trigger, control)];
    });
  }

  function used(control: Control | undefined): void {
    if (control?.role === 'open') openers.remember(control);
  }

  function onPress(event: Event): void {
    // Enter and Space on a button make a click of their own: it belongs to the key stroke.
    if (event.type === 'click' && stroke && !presses.isUnderway) {
      if (stroke.judgement.kind === 'hold') swallow(event);
      // What is to be said of it was said as the key went down.
      if (stroke.judgement.kind !== 'pass' || stroke.judgement.hint) return;
    }
    if (event.type === 'pointerdown') openers.look();
    presses.handle(event);
  }

  function onKey(event: Event): void {
    if (event.type === 'keydown' && event instanceof KeyboardEvent) {
      if (stroke?.key === event.key && event.repeat) {
        if (stroke.judgement.kind === 'hold') swallow(event);
        return;
      }
      presses.forget();
      answering = undefined;
      openers.look();
      const trigger = triggerOf(event, currentPost.find, keys.next(event));
      const [control, judgement] = judged(trigger);
      stroke = { judgement, key: event.key };
      if (judgement.kind === 'hold') {
        hold(judgement.held);
        swallow(event);
      } else {
        used(control);
        passed(judgement);
      }
      return;
    }
    if (stroke?.judgement.kind === 'hold') swallow(event);
    if (event.type !== 'keyup') return;
    if (event instanceof KeyboardEvent && event.key === answering) swallow(event);
    else currentPost.choose(document.activeElement);
    stroke = answering = undefined;
  }

  /** `input` and `change` of one choice are one action; a drop and a paste are one event each. */
  function onFiles(event: Event): void {
    const path = elementPath(event);
    const [target] = path;
    if (!target || !givesFiles(event, target)) return;
    const isInput = event.type === 'input' || event.type === 'change';
    const trigger = { type: 'files', path } as const;
    const isSame = event.type === 'change' && picked?.input === target;
    const judgement = isSame && picked ? picked.judgement : judged(trigger)[1];
    picked = event.type === 'input' ? { input: target, judgement } : undefined;
    if (event.type !== 'input') passed(judgement);
    if (judgement.kind !== 'hold') return;
    const files = holdFiles(event, target);
    if (!files) return;
    // The reminder opens at the last event of the choice.
    if (!isInput || event.type === 'change') hold({ ...judgement.held, files });
    swallow(event);
  }

  /** A key released in another window is never seen here: its stroke must not swallow a later click. */
  function onBlur(event: Event): void {
    if (event.target !== window) return;
    presses.forget();
    stroke = answering = undefined;
  }

  const onFocus = (event: Event) => options.approached(elementPath(event)[0]);
  const onHover = (event: Event) => {
    const [target] = elementPath(event);
    openers.hover(target);
    options.approached(target);
  };

  const arm = () => {
    window.addEventListener('blur', onBlur, { capture: true, signal });
    window.addEventListener('focusin', onFocus, { capture: true, passive: true, signal });
    window.addEventListener('pointerover', onHover, { capture: true, passive: true, signal });
    for (const type of LAYER_EVENTS) {
      window.addEventListener(type, layerChanged, { capture: true, signal });
    }
    for (const type of [...GESTURE_EVENTS, ...FILE_EVENTS]) {
      window.addEventListener(type, onEvent, { capture: true, passive: false, signal });
    }
  };
  arm();
  // `document.open()` wipes every listener of the window in both browsers (measured); it replaces the root element.
  const rearm = new MutationObserver(arm);
  rearm.observe(document, { childList: true });
  signal.addEventListener('abort', () => rearm.disconnect(), { once: true });
}

const FILES: ReadonlySet<string> = new Set(FILE_EVENTS);
/** Events of a press between the one that opens it and its click. */
const CONTINUING: ReadonlySet<string> = new Set([
  'mousedown',
  'touchstart',
  'pointerup',
  'mouseup',
  'touchend',
]);
