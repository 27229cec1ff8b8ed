import type { Outcome } from '../core/log.ts';
import type { ReminderText } from '../shared/reminder-text.ts';
import { createOverlay, textElement } from './overlay.ts';
import { pauseMedia } from './paused-media.ts';
import { watchPresence } from './presence.ts';
import { everyRoot, focusedElement } from './shadow-roots.ts';

/** `closed`: the page or the browser took the reminder away; that is never a "continue". */
export type Answer = Outcome;

export interface OpenReminder {
  readonly host: HTMLElement;
  readonly answer: Promise<Answer>;
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
  dialog.className = 'reminder';
  dialog.setAttribute('role', 'alertdialog');
  dialog.setAttribute('aria-modal', 'true');
  dialog.setAttribute('aria-labelledby', 'title');
  dialog.setAttribute('aria-describedby', 'description');

  const title = textElement('h1', 'title', text.title);
  title.id = 'title';
  const description = document.createElement('div');
  description.id = 'description';
  description.append(foundWords(text), textElement('p', 'rule', text.rule));
  for (const sanction of text.sanctions) description.append(textElement('p', 'sanction', sanction));
  const cancel = textElement('button', 'cancel', text.cancel);
  const proceed = textElement('button', 'continue', text.proceed);
  cancel.type = proceed.type = 'button';
  cancel.autofocus = true;
  const buttons = document.createElement('div');
  buttons.className = 'buttons';
  buttons.append(cancel, proceed);
  // Only the text scrolls, so that both buttons are in sight at any zoom; the keyboard must be able to scroll it.
  const content = document.createElement('section');
  content.className = 'content';
  content.tabIndex = 0;
  content.append(mark(), title, description, textElement('p', 'local', text.local));
  dialog.append(content, buttons);
  overlay.root.append(dialog);

  let resolve: (outcome: Answer) => void = () => undefined;
  const answer = new Promise<Answer>((settled) => {
    resolve = settled;
  });
  const resumeMedia = pauseMedia(everyRoot());
  const settle = (outcome: Answer) => {
    presence.stop();
    overlay.remove();
    resumeMedia();
    if (previousFocus instanceof HTMLElement) previousFocus.focus({ preventScroll: true });
    resolve(outcome);
  };
  const presence = watchPresence({ ...overlay, dialog, proceed }, () => settle('closed'));
  const onButton = (outcome: Answer, isReady: (at: number) => boolean) => (event: MouseEvent) => {
    event.stopPropagation();
    // `detail` above 1: the second half of a double click that began on the page.
    if (event.isTrusted && event.detail <= 1 && isReady(event.timeStamp)) settle(outcome);
  };
  cancel.addEventListener('click', onButton('cancelled', presence.isArmed));
  proceed.addEventListener('click', onButton('continued', presence.isSeen));
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
  return { host: overlay.host, answer };
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

/** A level balance: ours, and unlike anything the sites draw. */
function mark(): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 48 48');
  svg.setAttribute('class', 'mark');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', 'M24 8v30M14 40h20M8 14h32M8 14l-5 13h10zM40 14l-5 13h10z');
  svg.append(path);
  return svg;
}
