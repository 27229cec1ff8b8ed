import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchHealth } from '../../src/content/health-watch.ts';
import { fakeSite } from './fake-site.ts';

const site = { ...fakeSite(), expected: { feed: ['like'] } as const };
const GOOD = '<div data-key="k"><button data-action="like"></button></div>';
let life: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', (task: () => void) => task());
  life = new AbortController();
  history.replaceState(null, '', '/one');
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function watch(parts: Partial<Parameters<typeof watchHealth>[0]> = {}) {
  const report = vi.fn();
  watchHealth({ site, isAlive: () => true, isWanted: () => true, report, signal: life.signal, ...parts });
  return report;
}

test('a page that is understood is reported once', async () => {
  document.body.innerHTML = GOOD;
  const report = watch();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(report.mock.calls).toEqual([
    [{ page: 'understood', watched: ['like'], unknown: [], unknownControls: 0 }],
  ]);
});

test('an unknown page is said within 30 s, and a page that was only loading never', async () => {
  document.body.innerHTML = '<p>memuat</p>';
  const report = watch();
  await vi.advanceTimersByTimeAsync(6_000);
  expect(report.mock.calls.map(([health]) => health.page)).not.toContain('unknown-page');
  await vi.advanceTimersByTimeAsync(24_000);
  expect(report.mock.lastCall?.[0].page).toBe('unknown-page');
  document.body.innerHTML = GOOD;
  await vi.advanceTimersByTimeAsync(6_000);
  expect(report.mock.lastCall?.[0]).toMatchObject({ page: 'understood', watched: ['like'] });

  document.body.innerHTML = '<p>memuat</p>';
  const loading = watch();
  await vi.advanceTimersByTimeAsync(6_000);
  document.body.innerHTML = GOOD;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(loading.mock.calls.map(([health]) => health.page)).not.toContain('unknown-page');
});

test('another address is a fresh page: one bad look there is no alarm, two are, within 30 s', async () => {
  document.body.innerHTML = GOOD;
  const report = watch();
  await vi.advanceTimersByTimeAsync(6_000);
  history.replaceState(null, '', '/two');
  document.body.innerHTML = '<p>isi</p>';
  await vi.advanceTimersByTimeAsync(15_000);
  expect(report.mock.lastCall?.[0]).toEqual({
    page: 'understood',
    watched: [],
    unknown: [],
    unknownControls: 0,
  });
  await vi.advanceTimersByTimeAsync(15_000);
  expect(report.mock.lastCall?.[0].page).toBe('unknown-page');
});

test('what was found at an address stays found when a list drops it', async () => {
  document.body.innerHTML = GOOD;
  const report = watch({ site: { ...site, expected: {} } });
  await vi.advanceTimersByTimeAsync(6_000);
  document.body.innerHTML = '<p>isi</p><p>isi</p>';
  await vi.advanceTimersByTimeAsync(30_000);
  expect(report.mock.lastCall?.[0].watched).toEqual(['like']);
});

test('what was found and is unknown now is not called found', async () => {
  document.body.innerHTML = GOOD;
  const report = watch();
  await vi.advanceTimersByTimeAsync(6_000);
  document.body.innerHTML = '<div data-key="k"></div><p>isi</p><p>isi</p>';
  await vi.advanceTimersByTimeAsync(30_000);
  expect(report.mock.lastCall?.[0]).toMatchObject({ page: 'unknown-page', watched: [], unknown: ['like'] });
});

test('an adapter that throws does not understand the page', async () => {
  document.body.innerHTML = GOOD;
  const findPosts = () => {
    throw new Error('fault');
  };
  const report = watch({ site: { ...site, findPosts } });
  await vi.advanceTimersByTimeAsync(30_000);
  expect(report.mock.lastCall?.[0].page).toBe('unknown-page');
});

test('looks only while wanted and alive, and not again at a page that has not changed', async () => {
  document.body.innerHTML = GOOD;
  const findPosts = vi.fn(site.findPosts);
  const seen = { ...site, findPosts };
  watch({ site: seen, isWanted: () => false });
  watch({ site: seen, isAlive: () => false });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(findPosts).not.toHaveBeenCalled();
  watch({ site: seen });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(findPosts).toHaveBeenCalledTimes(1);
  document.body.append(document.createElement('p'));
  life.abort();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(findPosts).toHaveBeenCalledTimes(1);
});

test('a look that takes long is done in several tasks, and one that the page left is not reported', async () => {
  document.body.innerHTML = GOOD;
  const waiting: (() => void)[] = [];
  const slow = {
    ...site,
    findPosts: (root: ParentNode) => {
      vi.setSystemTime(Date.now() + 11);
      vi.advanceTimersByTime(11);
      return site.findPosts(root);
    },
  };
  const report = watch({ site: slow });
  let asked = 0;
  vi.stubGlobal('requestIdleCallback', (task: () => void) => {
    asked += 1;
    if (asked === 1) task();
    else waiting.push(task);
  });
  await vi.advanceTimersByTimeAsync(6_000);
  expect([report.mock.calls.length, waiting.length]).toEqual([0, 1]);
  waiting.pop()?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(report.mock.lastCall?.[0].watched).toEqual(['like']);

  document.body.innerHTML = `${GOOD}<p>isi</p>`;
  asked = 0;
  await vi.advanceTimersByTimeAsync(15_000);
  expect(waiting.length).toBe(1);
  history.replaceState(null, '', '/away');
  document.body.innerHTML = '';
  waiting.pop()?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(report).toHaveBeenCalledTimes(1);
});
