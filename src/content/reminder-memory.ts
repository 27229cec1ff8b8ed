import type { WrongDetection } from '../core/decision/wrong-detection.ts';
import {
  EMPTY_MEMORY,
  type Occasion,
  type ReminderEnd,
  type ReminderMemory,
  remember,
} from '../core/reminding/fatigue.ts';
import type { MemoryEvent, SharedMemory } from '../shared/messages.ts';

export interface ReminderMemorySource {
  /** Never waits: what other tabs added comes when this one is looked at again. */
  current(): ReminderMemory;
  /** `detection` where it was called wrong. */
  add(occasion: Occasion, end: ReminderEnd, detection?: WrongDetection): void;
  /** Everything was forgotten: this is what all tabs know since then. */
  forget(shared: SharedMemory): void;
}

export interface ReminderMemoryOptions {
  readonly now: () => number;
  /** In a private window nothing leaves this tab. */
  readonly isPrivate: boolean;
  readonly read: () => Promise<SharedMemory>;
  readonly send: (event: MemoryEvent) => Promise<SharedMemory>;
  readonly signal: AbortSignal;
}

/**
 * What this tab remembers of reminders. Posts and accounts stay in it; counts by entity are shared with other tabs
 * through the memory of the background.
 */
export function createReminderMemory(options: ReminderMemoryOptions): ReminderMemorySource {
  const { now, isPrivate, read, send, signal } = options;
  let memory = EMPTY_MEMORY;
  let epoch: number | undefined;
  /** Questions that were asked, and the latest of them whose answer counts. */
  let asked = 0;
  let taken = 0;

  const take = (shared: SharedMemory) => {
    const { day, shown, wrong, entities } = shared;
    // The person wants it forgotten: what this tab knows goes too.
    const kept = epoch === undefined || epoch === shared.epoch ? memory : EMPTY_MEMORY;
    epoch = shared.epoch;
    memory = { ...kept, day, shown, wrong, entities };
  };
  const ask = (answer: Promise<SharedMemory>) => {
    asked += 1;
    const turn = asked;
    answer.then(
      (shared) => {
        // An answer from before it was forgotten, on its way since then. By turns: a wipe of everything begins epochs anew.
        if (epoch !== undefined && shared.epoch !== epoch && turn <= taken) return;
        taken = Math.max(taken, turn);
        take(shared);
      },
      // A sleeping worker only means that other tabs' reminders do not count here.
      () => undefined,
    );
  };

  if (!isPrivate) {
    ask(read());
    const onVisible = () => {
      if (document.visibilityState === 'visible') ask(read());
    };
    document.addEventListener('visibilitychange', onVisible, { signal });
  }

  return {
    current: () => memory,
    forget(shared) {
      taken = asked;
      memory = EMPTY_MEMORY;
      take(shared);
    },
    add(occasion, end, detection) {
      memory = remember(memory, occasion, end, now());
      if (!isPrivate) ask(send({ entity: occasion.entity, end, epoch, ...(detection ? { detection } : {}) }));
    },
  };
}
