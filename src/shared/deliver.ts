import type { NewLogEntry } from './messages.ts';

/** No answer within this time counts as lost; a worker that has to wake needs about 90 ms (measured). */
export const ANSWER_MS = 1_000;
const FIRST_DELAY_MS = 200;
const LAST_DELAY_MS = 5_000;
/** From this many failed tries on, the row is shown as unsent. */
export const SHOWN_AFTER = 5;
/** Then it rests until the next row or `flush()`: a store that is broken for good must not be stormed. */
export const TRIES = 12;

export interface DeliveryOptions {
  send(entry: NewLogEntry): Promise<{ readonly stored: boolean }>;
  /** Runs `callback` after `ms` milliseconds; the result cancels it. */
  schedule(callback: () => void, ms: number): () => void;
  /** Called with the number of rows that could not be delivered, whenever it changes. */
  onUnsent(count: number): void;
}

export interface Delivery {
  /** Takes the row over and returns at once; never throws. */
  add(entry: NewLogEntry): void;
  /** Tries resting rows again, for example when the tab becomes visible. */
  flush(): void;
}

interface Pending {
  readonly entry: NewLogEntry;
  tries: number;
  resting: boolean;
  cancel: () => void;
}

/**
 * Keeps rows until the background has acknowledged them. A lost answer does not tell whether the row was written
 * (measured: 16 of 28 were), so the same row goes out again under the same id and the store keeps one.
 */
export function createDelivery({ send, schedule, onUnsent }: DeliveryOptions): Delivery {
  const pending = new Map<string, Pending>();
  let shown = 0;

  const report = () => {
    const count = [...pending.values()].filter((item) => item.tries >= SHOWN_AFTER).length;
    if (count === shown) return;
    shown = count;
    onUnsent(count);
  };

  const acknowledge = (item: Pending) => {
    item.cancel();
    pending.delete(item.entry.row.id);
    report();
  };

  const attempt = (item: Pending) => {
    item.resting = false;
    let open = true;
    const fail = () => {
      if (!open || !pending.has(item.entry.row.id)) return;
      open = false;
      item.cancel();
      item.tries += 1;
      item.resting = item.tries >= TRIES;
      if (!item.resting) item.cancel = schedule(() => attempt(item), delayAfter(item.tries));
      report();
    };
    item.cancel = schedule(fail, ANSWER_MS);
    // An answer that comes after its time still proves that the row is stored.
    ask(send, item.entry).then((stored) => (stored ? acknowledge(item) : fail()), fail);
  };

  const flush = () => {
    for (const item of pending.values()) {
      if (!item.resting) continue;
      item.tries = SHOWN_AFTER;
      attempt(item);
    }
  };

  return {
    add(entry) {
      if (!pending.has(entry.row.id)) {
        const item: Pending = { entry, tries: 0, resting: false, cancel: () => undefined };
        pending.set(entry.row.id, item);
        attempt(item);
      }
      flush();
    },
    flush,
  };
}

/** True when the background took the row or chose not to keep it; a foreign or empty answer is none. */
async function ask(send: DeliveryOptions['send'], entry: NewLogEntry): Promise<boolean> {
  // In a dead context the call itself throws; `async` turns that into a rejection.
  const answer: unknown = await send(entry);
  return (
    typeof answer === 'object' && answer !== null && 'stored' in answer && typeof answer.stored === 'boolean'
  );
}

function delayAfter(tries: number): number {
  return Math.min(FIRST_DELAY_MS * 2 ** (tries - 1), LAST_DELAY_MS);
}
