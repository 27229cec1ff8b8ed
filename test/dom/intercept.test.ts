import { beforeEach, describe, expect, test, vi } from 'vitest';
import general from '../../rules/general.json';
import { compile } from '../../src/core/compile.ts';
import { readPack } from '../../src/core/pack.ts';
import { createRuleIndex } from '../../src/core/rule-index.ts';
import { defaultSettings } from '../../src/core/settings.ts';
import type { Post } from '../../src/core/types.ts';
import type { Control, Site } from '../../src/sites/site.ts';

const alive = vi.hoisted(() => ({ value: true }));
vi.mock('../../src/content/lifetime.ts', () => ({ isAlive: () => alive.value }));
const { intercept } = await import('../../src/content/intercept.ts');
const { createJudge } = await import('../../src/content/judge.ts');
const { createCurrentPost } = await import('../../src/content/current-post.ts');
const { createPermits } = await import('../../src/content/permit.ts');
const { createOpeners } = await import('../../src/content/opener.ts');

const pack = readPack(general);
if (!pack.ok) throw new Error(pack.problems.join());
const snapshot = { rules: createRuleIndex(compile([pack.pack])), settings: defaultSettings() };

/** `[data-post]` holds a text and one button: the smallest page with a like. */
const site: Site = {
  id: 'x',
  hosts: [],
  findPosts: (root) => [...root.querySelectorAll('[data-post]')],
  readPost: (container): Post => ({
    key: container.getAttribute('data-post') ?? '',
    author: '',
    handle: '',
    text: container.querySelector('p')?.textContent ?? '',
    hashtags: [],
    alts: [],
    link: '',
    quoted: null,
    group: null,
  }),
  findControl: ({ path }): Control | undefined => {
    const element = path.find((item) => item.matches('button'));
    const post = element?.closest('[data-post]') ?? undefined;
    return element && { action: 'like', role: 'commit', element, label: '', post, editor: undefined };
  },
  findControls: () => [],
  readAccount: () => undefined,
  surfaceOf: () => 'feed',
  expected: {},
  countUnknown: () => 0,
  readOwnWords: () => '',
  isDone: () => false,
  submitButton: () => undefined,
  replayForm: () => 'click',
};

function start() {
  const listeners = new Map<string, (event: Event) => void>();
  vi.spyOn(window, 'addEventListener').mockImplementation((type: string, listener: unknown) => {
    listeners.set(type, listener as (event: Event) => void);
  });
  const hold = vi.fn();
  const failed = vi.fn();
  const orphaned = vi.fn();
  const life = new AbortController();
  const now = () => 0;
  const openers = createOpeners(site, now);
  const permits = createPermits(now);
  intercept({
    site,
    judge: createJudge({ site, snapshot: () => snapshot, permits, openers, now }),
    openers,
    currentPost: createCurrentPost(site),
    ownHost: () => undefined,
    hold,
    orphaned,
    failed,
    signal: life.signal,
  });
  vi.restoreAllMocks();

  /** The listener gets the event as a browser would give it; jsdom cannot make trusted events. */
  function trusted(event: Event, target: Element) {
    const stopped = { stopped: false, prevented: false };
    const path: Element[] = [];
    for (let node: Element | null = target; node; node = node.parentElement) path.push(node);
    const given = new Proxy(event, {
      get(real, name) {
        if (name === 'isTrusted') return true;
        if (name === 'composedPath') return () => path;
        if (name === 'stopImmediatePropagation') return () => (stopped.stopped = true);
        if (name === 'preventDefault') return () => (stopped.prevented = true);
        const value = Reflect.get(real, name, real) as unknown;
        return typeof value === 'function' ? value.bind(real) : value;
      },
    });
    listeners.get(event.type)?.(given);
    return stopped;
  }
  const press = (target: Element, up = target) => [
    trusted(new PointerEvent('pointerdown', { button: 0 }), target),
    trusted(new MouseEvent('mousedown', { button: 0 }), target),
    trusted(new PointerEvent('pointerup', { button: 0 }), up),
    trusted(new MouseEvent('mouseup', { button: 0 }), up),
    trusted(new MouseEvent('click', { button: 0 }), up === target ? target : document.body),
  ];
  return { hold, failed, orphaned, trusted, press };
}

const button = (post: string) => {
  const found = document.querySelector(`[data-post="${post}"] button`);
  if (!found) throw new Error(`no button in ${post}`);
  return found;
};

beforeEach(() => {
  alive.value = true;
  document.body.innerHTML = `
    <div data-post="campaign"><p>Coblos nomor 2</p><button>Like</button></div>
    <div data-post="rain"><p>Hujan deras</p><button>Like</button></div>`;
});

describe('intercept', () => {
  test('a press on a campaign post is swallowed whole and held once', () => {
    const { hold, press } = start();
    const events = press(button('campaign'));
    expect(events.map(({ stopped }) => stopped)).toEqual([true, true, true, true, true]);
    // Only the click performs something; the focus that mousedown gives is harmless.
    expect(events.map(({ prevented }) => prevented)).toEqual([false, false, false, false, true]);
    expect(hold).toHaveBeenCalledTimes(1);
    expect(hold.mock.calls[0]?.[0]).toMatchObject({
      key: { action: 'like', postKey: 'campaign' },
      byKey: false,
    });
  });

  test('a press on an ordinary post is not touched', () => {
    const { hold, press } = start();
    expect(press(button('rain')).some(({ stopped, prevented }) => stopped || prevented)).toBe(false);
    expect(hold).not.toHaveBeenCalled();
  });

  test('a reminder that cannot be shown lets the action through', () => {
    const { hold, failed, press } = start();
    hold.mockImplementation(() => {
      throw new Error('no document element');
    });
    const events = press(button('campaign'));
    expect(events.at(-1)).toEqual({ stopped: false, prevented: false });
    expect(failed).toHaveBeenCalledTimes(1);
  });

  test('a dead extension lets everything pass', () => {
    const { hold, orphaned, press } = start();
    alive.value = false;
    expect(press(button('campaign')).some(({ stopped }) => stopped)).toBe(false);
    expect(orphaned).toHaveBeenCalled();
    expect(hold).not.toHaveBeenCalled();
  });

  test('a press that ends elsewhere holds nothing', () => {
    const { hold, press } = start();
    press(button('campaign'), document.body);
    expect(hold).not.toHaveBeenCalled();
  });

  test('other mouse buttons pass', () => {
    const { hold, trusted } = start();
    const events = [
      trusted(new PointerEvent('pointerdown', { button: 1 }), button('campaign')),
      trusted(new MouseEvent('auxclick', { button: 1 }), button('campaign')),
    ];
    expect(events.some(({ stopped }) => stopped)).toBe(false);
    expect(hold).not.toHaveBeenCalled();
  });

  test('a touch that becomes a scroll holds nothing later', () => {
    const { hold, trusted } = start();
    trusted(new PointerEvent('pointerdown', { button: 0 }), button('campaign'));
    trusted(new PointerEvent('pointercancel', { button: 0 }), button('campaign'));
    expect(trusted(new PointerEvent('pointerup', { button: 0 }), button('campaign')).stopped).toBe(false);
    expect(hold).not.toHaveBeenCalled();
  });

  test('a click without a press, as assistive technology makes it, is held', () => {
    const { hold, trusted } = start();
    expect(trusted(new MouseEvent('click'), button('campaign'))).toEqual({ stopped: true, prevented: true });
    expect(hold).toHaveBeenCalledTimes(1);
  });

  test('keys of an input method are left alone', () => {
    const { hold, trusted } = start();
    const composing = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true });
    expect(trusted(composing, button('campaign')).stopped).toBe(false);
    expect(hold).not.toHaveBeenCalled();
  });

  test('Enter: key down, its repeats and the click it makes are swallowed; held once', () => {
    const { hold, trusted } = start();
    const target = button('campaign');
    const events = [
      trusted(new KeyboardEvent('keydown', { key: 'Enter' }), target),
      trusted(new KeyboardEvent('keydown', { key: 'Enter', repeat: true }), target),
      trusted(new KeyboardEvent('keypress', { key: 'Enter' }), target),
      trusted(new MouseEvent('click', { detail: 0 }), target),
      trusted(new KeyboardEvent('keyup', { key: 'Enter' }), target),
    ];
    expect(events.map(({ stopped }) => stopped)).toEqual([true, true, true, true, true]);
    expect(hold).toHaveBeenCalledTimes(1);
    // The stroke is over: a later click of its own is considered again.
    trusted(new MouseEvent('click', { detail: 0 }), target);
    expect(hold).toHaveBeenCalledTimes(2);
  });

  test('a stroke that lost its key up to another window does not swallow later clicks', () => {
    const { hold, trusted } = start();
    trusted(new KeyboardEvent('keydown', { key: 'Enter' }), button('campaign'));
    const blur = new FocusEvent('blur');
    Object.defineProperty(blur, 'target', { value: window });
    trusted(blur, document.body);
    trusted(new MouseEvent('click', { detail: 0 }), button('campaign'));
    expect(hold).toHaveBeenCalledTimes(2);
  });
});
