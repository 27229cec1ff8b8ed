import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { warmUp } from '../../src/content/warm-up.ts';
import { compile } from '../../src/core/compile.ts';
import { createRuleIndex } from '../../src/core/rule-index.ts';
import { facebook } from '../../src/sites/facebook.ts';
import type { Site } from '../../src/sites/site.ts';

const rules = createRuleIndex(compile([]));
let idle: (() => void)[] = [];
const POST =
  '<div aria-posinset="1" aria-labelledby="name"><h3 id="name"><a href="/tari.uji">Tari</a></h3>' +
  '<div data-ad-preview="message">Hujan</div><div role="button" aria-label="Suka">' +
  '<span data-ad-rendering-role="like_button"></span></div></div>';

beforeEach(() => {
  idle = [];
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', (task: () => void) => idle.push(task));
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
    warmUp(site, rules, new AbortController().signal);
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

  it('waits for the posts of a page that has loaded without them', () => {
    document.body.innerHTML = '';
    const { site, asked } = watched();
    warmUp(site, rules, new AbortController().signal);
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
    warmUp(site, rules, life.signal);
    life.abort();
    runIdle();
    expect(asked).toEqual([]);
  });
});
