import { render } from 'preact';
import { browser } from '../../shared/browser.ts';
import { chooseLanguage } from '../../shared/locale.ts';
import { sendToTab } from '../../shared/messages.ts';
import { textsFor } from '../texts.ts';
import { Gone, Question } from './page.tsx';

/** Way back to the frame that asks, as `background/confirm.ts` wrote it. */
const way = new URLSearchParams(location.hash.slice(1));
const id = way.get('id') ?? '';
const tab = Number(way.get('tab'));
const frame = Number(way.get('frame'));
let isAnswered = false;

async function answer(outcome: 'cancelled' | 'continued' | 'closed'): Promise<void> {
  if (isAnswered) return;
  isAnswered = true;
  // A frame that is gone has nothing to perform.
  await sendToTab(tab, 'confirm.answer', { id, outcome }, frame).catch(() => undefined);
  window.close();
}

async function start(): Promise<void> {
  const text = await sendToTab(tab, 'confirm.read', { id }, frame).catch(() => null);
  const app = document.getElementById('app');
  if (!app) return;
  document.documentElement.lang = text?.language ?? chooseLanguage('auto', browser.i18n.getUILanguage());
  if (!text) {
    render(<Gone texts={textsFor(chooseLanguage('auto', browser.i18n.getUILanguage()))} />, app);
    return;
  }
  render(<Question text={text} opened={performance.now()} answer={(outcome) => void answer(outcome)} />, app);
  app.querySelector('button')?.focus();
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') void answer('cancelled');
  });
  addEventListener('pagehide', () => void answer('closed'));
}

void start();
