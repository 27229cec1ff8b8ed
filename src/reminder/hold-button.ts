/** A second press that is meant comes later than the other half of a double one, and not much later. */
const SECOND_FROM_MS = 400;
const SECOND_UNTIL_MS = 10_000;

/**
 * Says whether a click on a button was held for as long as its style sheet asks (`.hold`), or is the second of two: who
 * uses a keyboard or a screen reader cannot hold. The press itself is hidden from everything below the window, so
 * the transition of the pressed button measures the time.
 */
export function createHold(button: HTMLButtonElement, told: () => void): (click: MouseEvent) => boolean {
  let isHeld = false;
  let first = Number.NEGATIVE_INFINITY;
  button.classList.add('hold');
  // At the begin of a press, and when it was let go: a click that comes of it came before this.
  button.addEventListener('transitionrun', () => {
    isHeld = false;
  });
  button.addEventListener('transitionend', () => {
    isHeld = button.matches(':active');
  });
  return ({ timeStamp }) => {
    const since = timeStamp - first;
    first = timeStamp;
    if (isHeld || (since >= SECOND_FROM_MS && since <= SECOND_UNTIL_MS)) return true;
    told();
    return false;
  };
}
