import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDecisions, decideAnew } from '../../src/content/decisions.ts';
import { createJudge } from '../../src/content/judge.ts';
import { createOpeners } from '../../src/content/opener.ts';
import { createPermits } from '../../src/content/permit.ts';
import { createRehearsal } from '../../src/content/rehearsal.ts';
import { EMPTY_MEMORY } from '../../src/core/reminding/fatigue.ts';
import type { Site } from '../../src/sites/site.ts';
import { button, loaded, showPage, site, start } from './interceptor.ts';

vi.mock('../../src/content/lifetime.ts', () => ({ isAlive: () => true }));

let idle: (() => void)[] = [];
let life: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  idle = [];
  vi.stubGlobal('requestIdleCallback', (task: () => void) => idle.push(task));
  life = new AbortController();
  showPage();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The listeners of a press, and a rehearsal that shares its answers with them, as in a tab. */
function tab(of: Site = site) {
  const anew = vi.fn(decideAnew);
  const decide = createDecisions(anew);
  const judge = createJudge({
    site: of,
    snapshot: () => ({ ...loaded, pause: undefined }),
    memory: () => EMPTY_MEMORY,
    permits: createPermits(() => 0),
    openers: createOpeners(of, () => 0),
    decide,
    now: () => 0,
  });
  const rehearsal = createRehearsal({ site: of, judge, signal: life.signal });
  return { ...start(undefined, 'normal', judge), anew, suggest: rehearsal.suggest };
}

/** The pointer rests, and the page is idle. */
function rest(): void {
  vi.advanceTimersByTime(100);
  for (let task = idle.shift(); task; task = idle.shift()) task();
}

function write(post: string, text: string): void {
  const words = document.querySelector(`[data-post="${post}"] p`);
  if (!words) throw new Error(`no words in ${post}`);
  words.textContent = text;
}

describe('a press that was rehearsed', () => {
  test.each([
    ['campaign', 1],
    ['rain', 0],
  ])('is not matched again and held as before: %s', (post, held) => {
    const { anew, suggest, press, hold } = tab();
    suggest(button(post));
    rest();
    expect([anew.mock.calls.length, hold.mock.calls.length]).toEqual([1, 0]);
    press(button(post));
    expect([anew.mock.calls.length, hold.mock.calls.length]).toEqual([1, held]);
  });

  test('is about the text that stands there now, whatever stood there when the pointer came', () => {
    const { suggest, press, hold } = tab();
    suggest(button('rain'));
    rest();
    write('rain', 'Coblos nomor 2');
    press(button('rain'));
    expect(hold).toHaveBeenCalledTimes(1);
    expect(hold.mock.lastCall?.[0].request.content.text).toBe('Coblos nomor 2');

    suggest(button('campaign'));
    rest();
    write('campaign', 'Hujan deras');
    press(button('campaign'));
    expect(hold).toHaveBeenCalledTimes(1);
  });

  test('is about the post that stands there now: a list that gave its cell to another one', () => {
    const { suggest, press, hold } = tab();
    const cell = button('rain');
    suggest(cell);
    rest();
    document.querySelector('[data-post="campaign"]')?.remove();
    cell.parentElement?.setAttribute('data-post', 'campaign');
    write('campaign', 'Coblos nomor 2');
    press(cell);
    expect(hold.mock.lastCall?.[0].key).toEqual({ action: 'like', postKey: 'campaign' });
  });
});

describe('a rehearsal', () => {
  function watched(find: Site['findControl'] = site.findControl) {
    const findControl = vi.fn(find);
    return { ...tab({ ...site, findControl }), findControl };
  }

  test('waits for a pointer that rests: on its way over a hundred elements nothing is looked up', () => {
    const { suggest, findControl } = watched();
    for (let count = 0; count < 100; count += 1) {
      suggest(button(count % 2 === 0 ? 'rain' : 'campaign'));
      vi.advanceTimersByTime(10);
    }
    expect([findControl.mock.calls.length, idle.length]).toEqual([0, 0]);
    rest();
    expect(findControl.mock.calls.map(([{ path }]) => path[0])).toEqual([button('campaign')]);
  });

  test('waits for idle time, and begins anew when the pointer has gone on until then', () => {
    const { suggest, findControl } = watched();
    suggest(button('rain'));
    vi.advanceTimersByTime(100);
    expect([findControl.mock.calls.length, idle.length]).toEqual([0, 1]);
    suggest(button('campaign'));
    idle.shift()?.();
    expect(findControl).not.toHaveBeenCalled();
    rest();
    expect(findControl.mock.calls.map(([{ path }]) => path[0])).toEqual([button('campaign')]);
  });

  test('reads nothing for a press that would be about no post, or only opens a layer', () => {
    const { suggest, anew } = watched();
    suggest(document.querySelector('[data-follow]') ?? undefined);
    rest();
    const opening = watched((trigger) => {
      const control = site.findControl(trigger);
      return control && { ...control, role: 'open' };
    });
    opening.suggest(button('campaign'));
    rest();
    expect([anew.mock.calls.length, opening.anew.mock.calls.length]).toEqual([0, 0]);
    expect(opening.findControl).toHaveBeenCalledTimes(1);
  });

  test('is not held against the page: a fault of ours, an element that is gone, an end', () => {
    const { suggest, findControl } = watched(() => {
      throw new Error('fault');
    });
    suggest(button('rain'));
    expect(rest).not.toThrow();
    expect(findControl).toHaveBeenCalledTimes(1);
    const gone = button('campaign');
    suggest(gone);
    gone.remove();
    rest();
    suggest(button('rain'));
    life.abort();
    rest();
    suggest(button('rain'));
    expect(vi.getTimerCount()).toBe(0);
    expect(findControl).toHaveBeenCalledTimes(1);
  });
});

test('what the pointer and the focus come upon is handed on, the innermost element', () => {
  const { approached, trusted } = start();
  trusted(new MouseEvent('pointerover'), button('rain'));
  trusted(new FocusEvent('focusin'), button('campaign'));
  expect(approached.mock.calls).toEqual([[button('rain')], [button('campaign')]]);
});
