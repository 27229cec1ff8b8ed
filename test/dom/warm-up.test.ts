import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Judge, PASS } from '../../src/content/judge.ts';
import { createPresses, type Presses } from '../../src/content/press.ts';
import { type WarmUpOptions, warmUp } from '../../src/content/warm-up.ts';
import type { Content } from '../../src/core/types.ts';
import { facebook } from '../../src/sites/facebook/facebook.ts';
import type { Site } from '../../src/sites/site.ts';

function pressesWith(site: Site, judge: Judge): Presses {
  const ignore = () => undefined;
  return createPresses({ site, judge, hold: ignore, passed: ignore, pressed: ignore });
}

function warm(site: Site, options: Partial<WarmUpOptions> = {}): void {
  const { signal } = new AbortController();
  warmUp({
    site,
    titleAt: () => '',
    decide: () => undefined,
    presses: pressesWith(site, () => PASS),
    signal,
    ...options,
  });
}

/** Milliseconds that every task finds left. */
let left = 0;
let idle: (() => void)[] = [];
const POST =
  '<div aria-posinset="1" aria-labelledby="name"><h3 id="name"><a href="/tari.uji">Tari</a></h3>' +
  '<div data-ad-preview="message">Hujan</div><div role="button" aria-label="Suka">' +
  '<span data-ad-rendering-role="like_button"></span></div></div>';

beforeEach(() => {
  idle = [];
  vi.useFakeTimers();
  left = 0;
  vi.stubGlobal('requestIdleCallback', (task: IdleRequestCallback) =>
    idle.push(() => task({ didTimeout: false, timeRemaining: () => left })),
  );
  document.body.innerHTML = POST;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The site, and what was asked of it in each task. */
function watched(): { readonly site: Site; readonly asked: string[] } {
  const asked: string[] = [];
  const site: Site = {
    ...facebook,
    findControl: (trigger) => {
      const control = facebook.findControl(trigger);
      asked.push(`find ${control?.action}`);
      return control;
    },
    readPost: (container) => {
      asked.push('read');
      return facebook.readPost(container);
    },
  };
  return { site, asked };
}

function runIdle(): void {
  for (let task = idle.shift(); task; task = idle.shift()) task();
}

describe('warming up', () => {
  it('presses the like of the first post in thought and reads that post, each in a task of its own', () => {
    const { site, asked } = watched();
    warm(site);
    expect(asked).toEqual([]);
    const most: number[] = [];
    for (let task = idle.shift(); task; task = idle.shift()) {
      const before = asked.length;
      task();
      most.push(asked.length - before);
    }
    expect(asked.slice(0, 2)).toEqual(['find like', 'read']);
    expect(Math.max(...most)).toBe(1);
  });

  it('does more in a task while much time is left', () => {
    const { site, asked } = watched();
    left = 50;
    warm(site);
    idle.shift()?.();
    idle.shift()?.();
    expect(asked.filter((one) => one === 'read').length).toBeGreaterThan(5);
  });

  it('decides on ever new texts, since words that were met before are not searched for', () => {
    const decided: Content[] = [];
    warm(facebook, { decide: (content) => decided.push(content) });
    runIdle();
    const own = decided.flatMap(({ own }) => (own ? [own] : []));
    expect(own.length).toBeGreaterThan(20);
    expect(new Set(own).size).toBe(own.length);
  });

  it('decides on names of the rules, as they are spelt and misspelt, as far as there are any', () => {
    const decided: Content[] = [];
    const names = new Map([
      [0, 'Bagas Wirautama'],
      [7, 'Ratna Kencana'],
    ]);
    const titleAt = vi.fn((number: number) => names.get(number) ?? '');
    warm(facebook, { titleAt, decide: (content) => decided.push(content) });
    runIdle();
    const [first = '', second = ''] = decided.flatMap(({ own }) => (own ? [own] : []));
    expect(first).toContain('Dukung Bagas Wirautama dan ');
    expect(first).not.toContain('Ratna Kencana');
    expect(first).toContain('aatna aencana!');
    expect(second).toContain('Dukung  dan !');
    expect(titleAt.mock.calls.map(([number]) => number).slice(0, 4)).toEqual([0, 7, 14, 21]);
  });

  it('judges the press as a whole too', () => {
    const judged: (string | undefined)[] = [];
    const presses = pressesWith(facebook, (_trigger, control) => {
      judged.push(control?.action);
      return PASS;
    });
    warm(facebook, { presses });
    runIdle();
    expect(judged).toContain('like');
  });

  it('takes all events of that press, none of which the page gets', () => {
    const handled: string[] = [];
    const seen = vi.fn();
    const types = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
    for (const type of types) window.addEventListener(type, seen, { capture: true });
    const [like] = document.querySelectorAll('[role=button]');
    const presses: Presses = {
      isUnderway: false,
      forget: () => undefined,
      handle: (event) => {
        if (event.composedPath().includes(like as Element)) handled.push(event.type);
      },
    };
    warm(facebook, { presses });
    runIdle();
    for (const type of types) window.removeEventListener(type, seen, { capture: true });
    expect(handled.slice(0, types.length)).toEqual(types);
    expect(seen).not.toHaveBeenCalled();
  });

  it('waits for the posts of a page that has loaded without them', () => {
    document.body.innerHTML = '';
    const { site, asked } = watched();
    warm(site);
    runIdle();
    expect(asked).toEqual([]);
    document.body.innerHTML = POST;
    vi.advanceTimersByTime(2_000);
    runIdle();
    expect(asked).toContain('find like');
  });

  it('ends with the signal', () => {
    const { site, asked } = watched();
    const life = new AbortController();
    warm(site, { signal: life.signal });
    life.abort();
    runIdle();
    expect(asked).toEqual([]);
  });
});
