/** As long as the background keeps the key of an open lock. */
export const IDLE_MS = 5 * 60_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'scroll'] as const;

/**
 * Calls `onIdle` once, when nobody used the page for five minutes, until the signal aborts. Timers stand still while a
 * computer sleeps, so the page looks at the clock again when somebody comes back, before it takes that for use.
 */
export function watchIdle(onIdle: () => void, signal: AbortSignal, now: () => number = Date.now): void {
  let used = now();
  let timer: ReturnType<typeof setTimeout>;
  const lifetime = new AbortController();
  const end = () => {
    clearTimeout(timer);
    lifetime.abort();
  };
  const look = () => {
    const left = used + IDLE_MS - now();
    clearTimeout(timer);
    if (left > 0) {
      timer = setTimeout(look, left);
      return true;
    }
    end();
    onIdle();
    return false;
  };
  const use = () => {
    if (look()) used = now();
  };
  signal.addEventListener('abort', end, { once: true });
  const options = { signal: lifetime.signal, capture: true, passive: true };
  for (const sign of SIGNS) window.addEventListener(sign, use, options);
  document.addEventListener('visibilitychange', look, options);
  look();
}
