import { inOneMoment } from '../sites/moment.ts';
import type { Control, Site, Trigger } from '../sites/site.ts';
import { elementPath, swallow } from './gesture.ts';
import type { HeldAction } from './held-action.ts';
import type { Judge, Judgement } from './judge.ts';

/** Time and distance within which browsers and sites take a second press for the other half of a double one. */
export const DOUBLE_MS = 500;
const DOUBLE_PIXELS = 30;

export interface PressOptions {
  readonly site: Site;
  readonly judge: Judge;
  readonly hold: (held: HeldAction) => void;
  /** A press was not held. */
  readonly passed: (judgement: Judgement) => void;
  /** A press was done on this element, with the control that it used. */
  readonly pressed: (target: Element | undefined, control: Control | undefined) => void;
}

interface Press {
  readonly judgement: Judgement;
  readonly trigger: Trigger;
  readonly control: Control | undefined;
  readonly isSecond: boolean;
}

/** Follows one press of a mouse, finger or pen through its events. */
export interface Presses {
  handle(event: Event): void;
  forget(): void;
  readonly isUnderway: boolean;
}

export function createPresses({ site, judge, hold, passed, pressed }: PressOptions): Presses {
  let press: Press | undefined;
  /** The last press that used no control: on media, another one would make it double. */
  let first: { readonly at: number; readonly x: number; readonly y: number } | undefined;
  let isSpent = false;

  function find(path: readonly Element[], isSecond: boolean): [Trigger, Control | undefined] {
    const single = { type: 'press', path } as const;
    const control = site.findControl(single);
    if (control || !isSecond) return [single, control];
    const double = { type: 'double', path } as const;
    return [double, site.findControl(double)];
  }

  function start(event: Event): Press {
    isSpent = false;
    const isSecond = first !== undefined && isNear(event, first);
    return inOneMoment(() => {
      const [trigger, control] = find(elementPath(event), isSecond);
      return { judgement: judge(trigger, control), trigger, control, isSecond };
    });
  }

  /** The control of the begin of the press, when it ends on the very same elements; else what is there now. */
  function findAtEnd(
    event: Event,
    started: Press | undefined,
    isSecond: boolean,
  ): [Trigger, Control | undefined] {
    const path = elementPath(event);
    const isThere = started?.control !== undefined && isSamePath(path, started.trigger.path);
    return isThere ? [started.trigger, started.control] : find(path, isSecond);
  }

  function end(event: Event, started: Press | undefined): Omit<Press, 'isSecond'> {
    // `detail` counts by the system's own interval, which a person may have made longer.
    const isSecond = started?.isSecond === true || (event instanceof MouseEvent && event.detail >= 2);
    const [trigger, control] = findAtEnd(event, started, isSecond);
    // A press that ended elsewhere is no press of the control it began on.
    const isSame = started !== undefined && control?.element === started.control?.element;
    return { judgement: isSame ? started.judgement : judge(trigger, control), trigger, control };
  }

  function click(event: Event): void {
    const started = press;
    press = undefined;
    const { judgement, trigger, control } = inOneMoment(() => end(event, started));
    const isFirst = !control && event instanceof MouseEvent;
    first = isFirst ? { at: event.timeStamp, x: event.clientX, y: event.clientY } : undefined;
    if (judgement.kind === 'hold') {
      hold(judgement.held);
      swallow(event);
      isSpent = true;
    } else {
      pressed(trigger.path[0], control);
      passed(judgement);
    }
  }

  return {
    get isUnderway() {
      return press !== undefined;
    },
    forget() {
      press = undefined;
    },
    handle(event) {
      switch (event.type) {
        case 'pointerdown':
          press = start(event);
          break;
        case 'pointercancel':
          press = undefined;
          return;
        case 'mousedown':
        case 'touchstart':
          press ??= start(event);
          break;
        case 'click':
          click(event);
          return;
        case 'dblclick':
          // The click that completed it was held.
          if (isSpent) swallow(event);
          return;
      }
      if (press?.judgement.kind === 'hold') swallow(event);
    },
  };
}

function isSamePath(path: readonly Element[], other: readonly Element[]): boolean {
  return path.length === other.length && path.every((element, index) => element === other[index]);
}

function isNear(
  event: Event,
  first: { readonly at: number; readonly x: number; readonly y: number },
): boolean {
  if (!(event instanceof MouseEvent)) return false;
  const distance = Math.hypot(event.clientX - first.x, event.clientY - first.y);
  return event.timeStamp - first.at <= DOUBLE_MS && distance <= DOUBLE_PIXELS;
}
