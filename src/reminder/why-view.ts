import type { WhyText } from '../shared/reminder-text.ts';
import { textElement } from './overlay.ts';

/** *Mengapa?*, closed until it is asked for. */
export function whyView({ title, wordsLabel, words, rows }: WhyText): HTMLElement {
  const view = document.createElement('details');
  view.className = 'why';
  const list = document.createElement('dl');
  const context = textElement('dd', '', words.before);
  context.append(textElement('q', 'word', words.word), words.behind);
  list.append(textElement('dt', '', wordsLabel), context);
  let last = '';
  for (const { label, text } of rows) {
    // Several clauses stand below one label.
    if (label !== last) list.append(textElement('dt', '', label));
    last = label;
    list.append(textElement('dd', '', text));
  }
  view.append(textElement('summary', '', title), list);
  return view;
}
