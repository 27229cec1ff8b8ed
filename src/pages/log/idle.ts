/** As long as the background keeps the key of an open lock. */
export const IDLE_MS = 5 * 60_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'scroll'] as const;

/** Who reads sends no messages: the background is told so now and then. */
const TELL_EVERY_MS = 60_000;

/**
 * Calls `onUse` about once a minute while somebody uses the page, and `onIdle` once, when nobody used the page for five minutes, until the signal aborts. Timers stand still while a
 * computer sleeps, so the page looks at the clock again when somebody comes back, before it takes that for use.
 */
export function watchIdle(
  { onIdle, onUse }: { onIdle(): void; onUse(): void },
  signal: AbortSignal,
  now: () => number = Date.now,
): void {
  let used = now();
  let told = used;
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
    if (!look()) return;
    used = now();
    if (used - told < TELL_EVERY_MS) return;
    told = used;
    onUse();
  };
  signal.addEventListener('abort', end, { once: true });
  const options = { signal: lifetime.signal, capture: true, passive: true };
  for (const sign of SIGNS) window.addEventListener(sign, use, options);
  document.addEventListener('visibilitychange', look, options);
  look();
}
