import { inOneMoment } from '../sites/moment.ts';
import type { Site } from '../sites/site.ts';
import type { Judge } from './judge.ts';
import { pathTo } from './opener.ts';

/** A pointer that rests so long is about to press, or not on its way any more; people press some 100 ms later. */
const REST_MS = 40;

export interface RehearsalOptions {
  readonly site: Site;
  /** One that uses up no permit of the person's. */
  readonly judge: Judge;
  readonly signal: AbortSignal;
}

/**
 * Judges in idle time the press that may come next. The press itself finds and reads everything again; it only meets code
 * and words that are known, and need not match the same text twice (`decisions.ts`).
 */
export interface Rehearsal {
  /** The pointer came upon the element, or the focus did. Constant work: nothing is looked up. */
  suggest(element: Element | undefined): void;
}

export function createRehearsal({ site, judge, signal }: RehearsalOptions): Rehearsal {
  let suggested: Element | undefined;
  /** Counts suggestions: a pointer that came back has not rested. */
  let turn = 0;
  let isWaiting = false;

  function wait(): void {
    isWaiting = true;
    const resting = turn;
    setTimeout(() => {
      if (resting === turn) requestIdleCallback(() => end(resting));
      else wait();
    }, REST_MS);
  }

  function end(resting: number): void {
    isWaiting = false;
    if (signal.aborted) return;
    if (resting !== turn) wait();
    else if (suggested?.isConnected) rehearse(suggested);
  }

  function rehearse(element: Element): void {
    try {
      inOneMoment(() => {
        const trigger = { type: 'press', path: pathTo(element) } as const;
        const control = site.findControl(trigger);
        // Without a post the whole page may be searched, which is too much for a press that may never come.
        if (control?.role === 'commit' && control.post) judge(trigger, control);
      });
    } catch {
      // The same fault at the press lets the action through and is reported there.
    }
  }

  return {
    suggest(element) {
      suggested = element;
      turn += 1;
      if (!isWaiting && element && !signal.aborted) wait();
    },
  };
}
