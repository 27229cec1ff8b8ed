import { createOverlay, textElement } from './overlay.ts';

/** Long enough to read two sentences; the same text can be had again by repeating the action. */
const SHOWN_MS = 9_000;

/** A sentence in the corner that blocks nothing and takes no focus; screen readers announce it. */
export function showNotice(text: string, language: 'id' | 'en'): void {
  const overlay = createOverlay();
  const box = textElement('div', 'notice', '');
  box.lang = language;
  box.setAttribute('role', 'status');
  box.popover = 'manual';
  overlay.root.append(box);
  box.showPopover();
  // After the box is in the page, so that the change is announced.
  box.textContent = text;
  setTimeout(() => overlay.remove(), SHOWN_MS);
}
