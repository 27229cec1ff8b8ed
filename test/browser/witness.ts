import type { Box, Tab } from './driver/driver.ts';

/** The reminder as the other extension sees it through the closed root. */
export interface Sight {
  readonly dialog: Box;
  readonly content: Box;
  readonly cancel: Box;
  readonly proceed: Box;
  /** First class of what has the focus inside, or the element's name where it has none; '' where nothing has it. */
  readonly focus: string;
  /** Whether *Mengapa?* is open. */
  readonly isWhyOpen: boolean;
  /** How to hold the button, once it is said. */
  readonly help: string;
  /** Names of all elements inside of the dialog, in order. */
  readonly elements: string;
  /** How far the text is scrolled, in CSS pixels. */
  readonly scrolled: number;
  readonly isModal: boolean;
}

const ask = <Answer>(tab: Tab, task: 'look' | 'hint' | 'press') =>
  tab.evaluate<Answer>(`(() => {
    let answer = 'null';
    const listen = (event) => { answer = event.detail; };
    document.addEventListener('witness-answer', listen);
    document.dispatchEvent(new Event('witness-${task}'));
    document.removeEventListener('witness-answer', listen);
    return JSON.parse(answer);
  })()`);

/** Null when no reminder is in the document. */
export const look = (tab: Tab) => ask<Sight | null>(tab, 'look');

/** The small sign beside a control, or null. */
export const lookAtHint = (tab: Tab) => ask<{ readonly box: Box; readonly text: string } | null>(tab, 'hint');

/** Presses *Lanjutkan* by script; false when there is no reminder. */
export const pressByScript = (tab: Tab) => ask<boolean>(tab, 'press');

export const middleOf = ({ x, y, width, height }: Box) => [x + width / 2, y + height / 2] as const;
