import { createOverlay, textElement } from './overlay.ts';

const SHOWN_MS = 6_000;
/** Between the sign and the control, and between the sign and the edge of the window; CSS pixels. */
const GAP = 8;

/**
 * A small sign beside a control, for an action that passes. It stops nothing: it takes no focus and no press, and goes by
 * itself; screen readers announce it.
 */
export function showHint(text: string, language: 'id' | 'en', beside: Element): void {
  const place = beside.getBoundingClientRect();
  const overlay = createOverlay();
  const chip = textElement('div', 'hint', '');
  chip.lang = language;
  chip.setAttribute('role', 'status');
  chip.popover = 'manual';
  overlay.root.append(chip);
  chip.showPopover();
  // After it is in the page, so that the change is announced.
  chip.textContent = text;
  const { width, height } = chip.getBoundingClientRect();
  const isRoomAbove = place.top >= height + 2 * GAP;
  const left = Math.min(Math.max(place.left, GAP), innerWidth - width - GAP);
  const top = isRoomAbove
    ? place.top - height - GAP
    : Math.min(place.bottom + GAP, innerHeight - height - GAP);
  chip.style.setProperty('left', `${Math.max(left, GAP)}px`);
  chip.style.setProperty('top', `${Math.max(top, GAP)}px`);
  setTimeout(() => overlay.remove(), SHOWN_MS);
}
