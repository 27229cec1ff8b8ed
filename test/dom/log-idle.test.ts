import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { IDLE_MS, watchIdle } from '../../src/pages/log/idle.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watch() {
  const stop = new AbortController();
  const onIdle = vi.fn();
  const onUse = vi.fn();
  watchIdle({ onIdle, onUse }, stop.signal);
  return { stop, onIdle, onUse };
}
const use = (sign = 'keydown') => window.dispatchEvent(new Event(sign));

test('after five minutes without use, once', () => {
  const { onIdle } = watch();
  vi.advanceTimersByTime(IDLE_MS - 1);
  expect(onIdle).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onIdle).toHaveBeenCalledTimes(1);
  use();
  vi.advanceTimersByTime(3 * IDLE_MS);
  expect(onIdle).toHaveBeenCalledTimes(1);
});

test.each(['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart', 'scroll'])('%s is use', (sign) => {
  const { onIdle } = watch();
  vi.advanceTimersByTime(IDLE_MS - 1_000);
  use(sign);
  vi.advanceTimersByTime(IDLE_MS - 1);
  expect(onIdle).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onIdle).toHaveBeenCalledTimes(1);
});

test.each(['keydown', 'visibilitychange'])('after a sleep of the computer %s comes too late', (sign) => {
  const { onIdle } = watch();
  // The clock goes on, timers do not.
  vi.setSystemTime(Date.now() + IDLE_MS + 1_000);
  (sign === 'visibilitychange' ? document : window).dispatchEvent(new Event(sign));
  expect(onIdle).toHaveBeenCalledTimes(1);
});

test('use is told about once a minute', () => {
  const { onUse } = watch();
  for (let second = 0; second < 150; second += 1) {
    vi.advanceTimersByTime(1_000);
    use('scroll');
  }
  expect(onUse).toHaveBeenCalledTimes(2);
});

test('never once it was ended', () => {
  const { stop, onIdle } = watch();
  stop.abort();
  vi.advanceTimersByTime(2 * IDLE_MS);
  expect(onIdle).not.toHaveBeenCalled();
});
