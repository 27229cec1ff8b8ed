import { createOverlay, textElement } from './overlay.ts';

/**
 * A box above the page that blocks nothing, takes no focus and goes by itself; screen readers announce its text. Gives the
 * box, for those who place it.
 */
export function showStatus(
  name: 'notice' | 'hint',
  text: string,
  language: 'id' | 'en',
  milliseconds: number,
): HTMLElement {
  const overlay = createOverlay();
  const box = textElement('div', name, '');
  box.lang = language;
  box.setAttribute('role', 'status');
  box.popover = 'manual';
  overlay.root.append(box);
  box.showPopover();
  // After the box is in the page, so that the change is announced.
  box.textContent = text;
  setTimeout(() => overlay.remove(), milliseconds);
  return box;
}
