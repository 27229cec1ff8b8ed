import { showStatus } from './status-box.ts';

const SHOWN_MS = 6_000;
/** Between the sign and the control, and between the sign and the edge of the window; CSS pixels. */
const GAP = 8;

/**
 * A small sign beside a control, for an action that passes. It takes no press either.
 */
export function showHint(text: string, language: 'id' | 'en', beside: Element): void {
  const place = beside.getBoundingClientRect();
  const chip = showStatus('hint', text, language, SHOWN_MS);
  const { width, height } = chip.getBoundingClientRect();
  const isRoomAbove = place.top >= height + 2 * GAP;
  const left = Math.min(place.left, innerWidth - width - GAP);
  const top = isRoomAbove
    ? place.top - height - GAP
    : Math.min(place.bottom + GAP, innerHeight - height - GAP);
  chip.style.setProperty('left', `${Math.max(left, GAP)}px`);
  chip.style.setProperty('top', `${Math.max(top, GAP)}px`);
}
