import { vi } from 'vitest';
import general from '../../rules/general.json';
import { createCurrentPost } from '../../src/content/current-post.ts';
import { createDecisions } from '../../src/content/decisions.ts';
import { intercept } from '../../src/content/intercept.ts';
import { createJudge, type Judge } from '../../src/content/judge.ts';
import { createOpeners } from '../../src/content/opener.ts';
import { createPermits } from '../../src/content/permit.ts';
import { compile } from '../../src/core/compile/compile.ts';
import { createRuleIndex } from '../../src/core/matching/rule-index.ts';
import { readPack } from '../../src/core/pack/pack.ts';
import { EMPTY_MEMORY } from '../../src/core/reminding/fatigue.ts';
import type { Pause } from '../../src/core/settings/pause.ts';
import { defaultSettings, type Settings } from '../../src/core/settings/settings.ts';
import type { Post } from '../../src/core/types.ts';
import type { Control, Site } from '../../src/sites/site.ts';

const pack = readPack(general);
if (!pack.ok) throw new Error(pack.problems.join());
/** What the listeners judge with. */
export const loaded = { rules: createRuleIndex(compile([pack.pack])), settings: defaultSettings() };

/** `[data-post]` holds a text, one button and a picture; a `form` takes files. `f` is the site's key for a like, `g f` is none. */
export const site: Site = {
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
  findControl: (trigger): Control | undefined => {
    const { path, type } = trigger;
    const common = { role: 'commit', label: '', editor: undefined } as const;
    if (type === 'files') {
      const form = path.find((item) => item.matches('form'));
      const editor = form?.querySelector('textarea') ?? undefined;
      return form && { ...common, action: 'upload', element: form, post: undefined, editor };
    }
    if (type === 'key' && trigger.key === 'f' && trigger.before !== 'g') {
      const post = trigger.current();
      const element = post?.querySelector('button');
      return element ? { ...common, action: 'like', element, post } : undefined;
    }
    const element = path.find((item) => item.matches(type === 'double' ? 'img' : 'button'));
    const post = element?.closest('[data-post]') ?? undefined;
    const action = element?.hasAttribute('data-follow') ? 'follow' : 'like';
    return element && { ...common, action, element, post: action === 'follow' ? undefined : post };
  },
  findControls: () => [],
  readAccount: ({ element }) => accountOf(element.getAttribute('data-follow')),
  surfaceOf: () => 'feed',
  expected: {},
  countUnknown: () => 0,
  readOwnWords: (editor) => (editor as HTMLTextAreaElement).value,
  isDone: () => false,
  submitButton: () => undefined,
  replayForm: () => 'click',
};

function accountOf(name: string | null): Post | undefined {
  const [post] = site.findPosts(document);
  return name === null || !post
    ? undefined
    : { ...site.readPost(post), key: `account:${name}`, author: name, text: '' };
}

/** The listeners on a page of that site. The test file mocks `content/lifetime.ts` before it imports this. */
export function start(pause?: Pause, strictness: Settings['strictness'] = 'normal', other?: Judge) {
  const listeners = new Map<string, (event: Event) => void>();
  vi.spyOn(window, 'addEventListener').mockImplementation((type: string, listener: unknown) => {
    listeners.set(type, listener as (event: Event) => void);
  });
  const hold = vi.fn();
  const hint = vi.fn();
  const failed = vi.fn();
  const orphaned = vi.fn();
  const approached = vi.fn();
  const life = new AbortController();
  const now = () => 0;
  const openers = createOpeners(site, now);
  const permits = createPermits(now);
  intercept({
    site,
    judge:
      other ??
      createJudge({
        site,
        snapshot: () => ({ ...loaded, settings: { ...loaded.settings, strictness }, pause }),
        memory: () => EMPTY_MEMORY,
        permits,
        openers,
        decide: createDecisions(),
        now,
      }),
    openers,
    approached,
    currentPost: createCurrentPost(site),
    ownHost: () => undefined,
    ownKey: () => undefined,
    hold,
    hint,
    orphaned,
    failed,
    signal: life.signal,
  });
  vi.restoreAllMocks();

  /** The listener gets the event as a browser would give it; jsdom cannot make trusted events. */
  function trusted(event: Event, target: Element, at?: number) {
    const stopped = { stopped: false, prevented: false };
    const path: Element[] = [];
    for (let node: Element | null = target; node; node = node.parentElement) path.push(node);
    const given = new Proxy(event, {
      get(real, name) {
        if (name === 'isTrusted') return true;
        if (name === 'composedPath') return () => path;
        if (name === 'stopImmediatePropagation') return () => (stopped.stopped = true);
        if (name === 'timeStamp' && at !== undefined) return at;
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
  return { hold, hint, failed, orphaned, approached, trusted, press };
}

export const button = (post: string) => {
  const found = document.querySelector(`[data-post="${post}"] button`);
  if (!found) throw new Error(`no button in ${post}`);
  return found;
};

/** One campaign post and an ordinary one, two accounts, and a composer with a draft. */
export function showPage(): void {
  document.body.innerHTML = `
    <div data-post="campaign" tabindex="0"><p>Coblos nomor 2</p><img alt=""><button>Like</button></div>
    <div data-post="rain" tabindex="0"><p>Hujan deras</p><img alt=""><button>Like</button></div>
    <button data-follow="Relawan menangkan nomor 2">Follow</button><button data-follow="Dinas Pertamanan">Follow</button>
    <form><textarea>Coblos nomor 2</textarea><input type="file"><input type="text"></form>`;
}
