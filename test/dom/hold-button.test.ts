import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createHold } from '../../src/reminder/hold-button.ts';

let button: HTMLButtonElement;
let told: ReturnType<typeof vi.fn<() => void>>;
let isHeld: (click: MouseEvent) => boolean;
beforeEach(() => {
  button = document.createElement('button');
  told = vi.fn<() => void>();
  isHeld = createHold(button, told);
});

const clickAt = (timeStamp: number) => isHeld({ timeStamp } as MouseEvent);

/** What the style sheet makes of a press: jsdom has no transitions, and no button is ever active. */
function transition(type: 'transitionrun' | 'transitionend', isDown = true): void {
  vi.spyOn(button, 'matches').mockImplementation((selector) => isDown && selector === ':active');
  button.dispatchEvent(new Event(type));
}

describe('a button that wants to be held', () => {
  it('counts once it was down until the end', () => {
    expect(button.classList.contains('hold')).toBe(true);
    transition('transitionrun');
    transition('transitionend');
    expect(clickAt(5_000)).toBe(true);
    expect(told).not.toHaveBeenCalled();
  });

  it('does not count a short press, and says how', () => {
    transition('transitionrun');
    expect(clickAt(5_000)).toBe(false);
    expect(told).toHaveBeenCalledOnce();
  });

  it('does not count a press that was let go as the time ended', () => {
    transition('transitionrun');
    transition('transitionend', false);
    expect(clickAt(5_000)).toBe(false);
  });

  it('does not count a short press after a long one that was taken back', () => {
    transition('transitionrun');
    transition('transitionend');
    // It ended beside the button, so no click came.
    transition('transitionrun');
    expect(clickAt(5_000)).toBe(false);
  });

  it.each([
    ['the other half of a double press', 399, false],
    ['a second press', 400, true],
    ['a late second press', 10_000, true],
    ['a press much later', 10_001, false],
  ])('%s after %d ms: %s', (_name, later, counts) => {
    expect(clickAt(5_000)).toBe(false);
    expect(clickAt(5_000 + later)).toBe(counts);
    expect(told).toHaveBeenCalledTimes(counts ? 1 : 2);
  });

  it('measures from the last press, so that hasty ones never add up', () => {
    for (const at of [5_000, 5_300, 5_600, 5_900]) expect(clickAt(at)).toBe(false);
  });
});
