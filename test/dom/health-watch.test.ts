import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchHealth } from '../../src/content/health-watch.ts';
import type { SiteInSteps } from '../../src/sites/site.ts';
import type { Steps } from '../../src/sites/steps.ts';
import { fakeSite } from './fake-site.ts';

const site = { ...fakeSite(), expected: { feed: ['like'] } as const };
const GOOD = '<div data-key="k"><button data-action="like"></button></div>';
let life: AbortController;
const IDLE: IdleDeadline = { didTimeout: false, timeRemaining: () => 50 };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', (task: IdleRequestCallback) => task(IDLE));
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

/** Answers in one step each, after so many milliseconds. */
function slowSite(milliseconds: number, steps: number): typeof site {
  function* slowly<Result>(answer: () => Result): Steps<Result> {
    for (let step = 0; step < steps; step += 1) {
      vi.advanceTimersByTime(milliseconds);
      yield;
    }
    return answer();
  }
  const inSteps: SiteInSteps = {
    surfaceOf: (document) => slowly(() => site.surfaceOf(document)),
    lastPosts: (document) => slowly(() => site.findPosts(document)),
    findControls: (roots) => slowly(() => roots.flatMap((root) => site.findControls(root))),
    countUnknown: (root) => slowly(() => site.countUnknown(root)),
  };
  return { ...site, inSteps };
}

/** Runs a look to its end: how long its tasks were, by the clock of the test. */
async function tasksOf(idle: IdleDeadline, slow: typeof site): Promise<number[]> {
  const waiting: IdleRequestCallback[] = [];
  vi.stubGlobal('requestIdleCallback', (task: IdleRequestCallback) => waiting.push(task));
  const report = watch({ site: slow });
  await vi.advanceTimersByTimeAsync(5_000);
  const tasks: number[] = [];
  while (report.mock.calls.length === 0 && tasks.length < 200) {
    const begin = performance.now();
    const task = waiting.shift();
    if (task === undefined) throw new Error('the look has ended without a word');
    task(idle);
    await vi.advanceTimersByTimeAsync(0);
    tasks.push(performance.now() - begin);
  }
  expect(report.mock.lastCall?.[0].watched).toEqual(['like']);
  return tasks;
}

test('a look of many steps is done in tasks of five milliseconds and a step, on a busy page too', async () => {
  document.body.innerHTML = GOOD;
  for (const idle of [IDLE, { didTimeout: true, timeRemaining: () => 0 }]) {
    const tasks = await tasksOf(idle, slowSite(3, 20));
    expect(Math.max(...tasks)).toBe(6);
    expect(tasks.length).toBe(42);
  }
});

test('a task ends with its idle time, after one step at least', async () => {
  document.body.innerHTML = GOOD;
  const tasks = await tasksOf({ didTimeout: false, timeRemaining: () => 0 }, slowSite(3, 5));
  expect(Math.max(...tasks)).toBe(3);
  expect(tasks.length).toBeGreaterThan(20);
});

async function endOf(waiting: IdleRequestCallback[]): Promise<void> {
  for (let task = waiting.shift(); task; task = waiting.shift()) {
    task(IDLE);
    await vi.advanceTimersByTimeAsync(0);
  }
}

test('a look that takes long is done in several tasks, and one that the page left is not reported', async () => {
  document.body.innerHTML = GOOD;
  const waiting: IdleRequestCallback[] = [];
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
  vi.stubGlobal('requestIdleCallback', (task: IdleRequestCallback) => {
    asked += 1;
    if (asked === 1) task(IDLE);
    else waiting.push(task);
  });
  await vi.advanceTimersByTimeAsync(6_000);
  expect([report.mock.calls.length, waiting.length]).toEqual([0, 1]);
  await endOf(waiting);
  expect(report.mock.lastCall?.[0].watched).toEqual(['like']);

  document.body.innerHTML = `${GOOD}<p>isi</p>`;
  asked = 0;
  await vi.advanceTimersByTimeAsync(15_000);
  expect(waiting.length).toBe(1);
  history.replaceState(null, '', '/away');
  document.body.innerHTML = '';
  await endOf(waiting);
  expect(report).toHaveBeenCalledTimes(1);
});
