import { showStatus } from './status-box.ts';

/** Long enough to read two sentences; the same text can be had again by repeating the action. */
const SHOWN_MS = 9_000;

/** A sentence in the corner. */
export function showNotice(text: string, language: 'id' | 'en'): void {
  showStatus('notice', text, language, SHOWN_MS);
}
