import type { Outcome } from '../core/log/log.ts';
import type { ReminderEnd } from '../core/reminding/fatigue.ts';
import type { ReminderText } from '../shared/reminder-text.ts';
import { createHold } from './hold-button.ts';
import { createOverlay, textElement } from './overlay.ts';
import { pauseMedia } from './paused-media.ts';
import { watchPresence } from './presence.ts';
import { reminderMark } from './reminder-mark.ts';
import { focusedElement } from './shadow-roots.ts';
import { whyView } from './why-view.ts';

/** `closed`: the page or the browser took the reminder away; that is never a "continue". */
export type Answer = Exclude<ReminderEnd, 'hinted'> | 'closed';

/** What an answer is to the log: who calls it wrong or wants no more of it goes on. */
export function outcomeOf(answer: Answer): Outcome {
  return answer === 'cancelled' || answer === 'closed' ? answer : 'continued';
}

export interface OpenReminder {
  readonly host: HTMLElement;
  readonly answer: Promise<Answer>;
  /** For key strokes that a listener above hides from the dialog. */
  onKey(event: KeyboardEvent): void;
}

/**
 * Shows the modal reminder at once, inside the event that is held. Every answer but a trusted press on
 * *Lanjutkan* after the arming time leaves the action undone. Throws when it cannot be shown.
 */
export function openReminder(text: ReminderText): OpenReminder {
  const previousFocus = focusedElement();
  const overlay = createOverlay();
  const dialog = document.createElement('dialog');
  dialog.lang = text.language;
  dialog.dir = 'ltr';
  dialog.className = `reminder look-${text.look}`;
  dialog.setAttribute('role', 'alertdialog');
  dialog.setAttribute('aria-modal', 'true');
  dialog.setAttribute('aria-labelledby', 'title');
  dialog.setAttribute('aria-describedby', 'description');

  const title = textElement('h1', 'title', text.title);
  title.id = 'title';
  const description = document.createElement('div');
  description.id = 'description';
  const rule = textElement('p', 'rule', text.rule);
  // Every other look opens with the rule.
  description.append(...(text.look % 2 === 0 ? [foundWords(text), rule] : [rule, foundWords(text)]));
  for (const sanction of text.sanctions) description.append(textElement('p', 'sanction', sanction));
  if (text.advice !== '') description.append(textElement('p', 'advice', text.advice));
  const cancel = button('cancel', text.cancel);
  const proceed = button('continue', text.proceed);
  const wrong = button('quiet', text.wrong);
  const mutePost = button('quiet', text.mutePost);
  cancel.autofocus = true;
  const help = textElement('p', 'help', '');
  help.setAttribute('role', 'status');
  const isHeld =
    text.holdHelp === ''
      ? () => true
      : createHold(proceed, () => {
          help.textContent = text.holdHelp;
        });
  const buttons = document.createElement('div');
  buttons.className = 'buttons';
  buttons.append(cancel, proceed, help);
  // Only the text scrolls, so that both buttons are in sight at any zoom; the keyboard must be able to scroll it.
  const content = document.createElement('section');
  content.className = 'content';
  content.tabIndex = 0;
  content.append(reminderMark(text.look), title, description, whyView(text.why), wrong);
  if (text.mutePost !== '') content.append(mutePost);
  content.append(textElement('p', 'local', text.local));
  dialog.append(content, buttons);
  overlay.root.append(dialog);

  let resolve: (outcome: Answer) => void = () => undefined;
  const answer = new Promise<Answer>((settled) => {
    resolve = settled;
  });
  const resumeMedia = pauseMedia();
  const settle = (given: Answer) => {
    presence.stop();
    overlay.remove();
    resumeMedia();
    if (previousFocus instanceof HTMLElement) previousFocus.focus({ preventScroll: true });
    resolve(given);
  };
  const presence = watchPresence({ ...overlay, dialog, proceed }, () => settle('closed'));
  const onButton = (given: Answer) => (event: MouseEvent) => {
    event.stopPropagation();
    const isReady = given === 'cancelled' ? presence.isArmed : presence.isSeen;
    // `detail` above 1: the second half of a double click that began on the page.
    if (!event.isTrusted || event.detail > 1 || !isReady(event.timeStamp)) return;
    if (given !== 'continued' || isHeld(event)) settle(given);
  };
  cancel.addEventListener('click', onButton('cancelled'));
  proceed.addEventListener('click', onButton('continued'));
  wrong.addEventListener('click', onButton('wrong'));
  mutePost.addEventListener('click', onButton('muted-post'));
  /** Behind the last button a browser goes on to its own bars: who wants *Mengapa?* would have to come back from there. */
  const onKey = (event: KeyboardEvent) => {
    const isPlain = event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey;
    const [last, next] = event.shiftKey ? [content, proceed] : [proceed, content];
    if (!isPlain || !event.isTrusted || overlay.root.activeElement !== last) return;
    event.preventDefault();
    next.focus();
  };
  dialog.addEventListener('keydown', onKey);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    if (event.isTrusted) settle('cancelled');
  });
  dialog.addEventListener('close', () => {
    // It is open again when it was only put on top.
    if (!dialog.open) settle('closed');
  });
  try {
    dialog.showModal();
  } catch (error) {
    settle('closed');
    throw error;
  }
  cancel.focus({ preventScroll: true });
  return { host: overlay.host, answer, onKey };
}

function button(name: string, label: string): HTMLButtonElement {
  const element = textElement('button', name, label);
  element.type = 'button';
  return element;
}

function foundWords(text: ReminderText): HTMLElement {
  const line = textElement('p', 'found', `${text.foundLabel} `);
  text.found.forEach((word, index) => {
    if (index > 0) line.append(' ');
    line.append(textElement('q', 'word', word));
  });
  if (text.more) line.append(` ${text.more}`);
  return line;
}
