import type { Outcome } from '../core/log/log.ts';
import { type Message, type Reply, send } from '../shared/messages.ts';
import type { ReminderText } from '../shared/reminder-text.ts';

/**
 * Asks in a page of ours, where the frame is too small for the reminder (a like button of the site in another page).
 * The question stays here, in the memory of the frame: our page reads it and answers by its id.
 */
export interface Confirmations {
  /** `closed` when the window is closed or another question takes its place. Rejects when it cannot be opened. */
  ask(text: ReminderText): Promise<Outcome>;
  /** Answer to a message of our page, or undefined when the message is about something else. */
  receive(message: unknown): Promise<Reply<'confirm.read' | 'confirm.answer'>> | undefined;
}

export function createConfirmations(newId: () => string): Confirmations {
  let open: { readonly id: string; readonly text: ReminderText; settle(outcome: Outcome): void } | undefined;

  return {
    ask(text) {
      open?.settle('closed');
      const id = newId();
      return new Promise<Outcome>((settle, reject) => {
        open = { id, text, settle };
        send('confirm.open', { id }).catch(reject);
      });
    },
    receive(message) {
      const { name, payload } = (message ?? {}) as Partial<Message<'confirm.read' | 'confirm.answer'>>;
      if (name !== 'confirm.read' && name !== 'confirm.answer') return undefined;
      const asked = open?.id === payload?.id ? open : undefined;
      if (name === 'confirm.read') return Promise.resolve(asked?.text ?? null);
      if (asked && payload && 'outcome' in payload) {
        open = undefined;
        asked.settle(payload.outcome);
      }
      return Promise.resolve(null);
    },
  };
}
