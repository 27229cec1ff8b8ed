import { afterEach, describe, expect, it, vi } from 'vitest';
import { facebook } from '../../src/sites/facebook/facebook.ts';
import { healthInSteps, healthOf } from '../../src/sites/health.ts';
import { instagram } from '../../src/sites/instagram/instagram.ts';
import { inOneMoment } from '../../src/sites/moment.ts';
import type { Site } from '../../src/sites/site.ts';
import { finish } from '../../src/sites/steps.ts';
import { x } from '../../src/sites/x/x.ts';
import { fixture, one, press } from './fixture.ts';

const LIKE: Readonly<Record<Site['id'], string>> = {
  facebook: '[role=button]:has([data-ad-rendering-role=like_button])',
  instagram: 'section [role=button]:has(svg[aria-label="Suka"][height="24"])',
  x: '[data-testid=like]',
};
const SITES: readonly (readonly [Site, string])[] = [
  [facebook, 'https://www.facebook.com/'],
  [instagram, 'https://www.instagram.com/'],
  [x, 'https://x.com/home'],
];
/** For each element of a post. On Facebook many parts are asked whether they are shown, which in jsdom asks all around. */
const MOST_STYLES: Readonly<Record<Site['id'], number>> = { facebook: 1.2, instagram: 0.15, x: 0.4 };
const METHODS = ['matches', 'contains', 'querySelector', 'querySelectorAll', 'closest'] as const;

function feedOf(site: Site, home: string, copies: number): Document {
  const document = fixture(`${site.id}/feed.id.html`, home);
  const post = one(document, '[data-test-id=rain]');
  for (let count = 0; count < copies; count += 1) {
    const copy = post.cloneNode(true) as Element;
    copy.append(document.createElement('video'));
    post.parentElement?.append(copy);
  }
  return document;
}

/** How often the DOM is asked, and how many elements it answers with: a search of the whole page gives many. */
function workOf(document: Document, task: () => void): { readonly calls: number; readonly elements: number } {
  const { prototype } = document.defaultView?.Element ?? Element;
  const pagePrototype = document.defaultView?.Document.prototype ?? Document.prototype;
  const spies = METHODS.map((name) => vi.spyOn(prototype, name));
  const ofPage = (['querySelector', 'querySelectorAll'] as const).map((name) =>
    vi.spyOn(pagePrototype, name),
  );
  task();
  const lists = [spies[3], ofPage[1]].flatMap(
    (spy) => spy?.mock.results.map(({ value }) => value.length) ?? [],
  );
  const calls = [...spies, ...ofPage].reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  vi.restoreAllMocks();
  return { calls, elements: lists.reduce((sum: number, length: number) => sum + length, 0) };
}

/** Elements of what is nearly the whole of a long page. */
const LONG = 1_500;

/**
 * A clock that counts: how often the DOM was asked; `visited` elements below those that were searched, since a search may
 * go over all of them; `scans` of nearly the whole page, which the browser does by itself in a few milliseconds.
 */
function searchesOf(
  document: Document,
  task: () => void,
): { readonly calls: number; readonly visited: number; readonly scans: number } {
  const window = document.defaultView;
  if (window === null) throw new Error('the fixture has no window');
  let calls = 0;
  let visited = 0;
  let scans = 0;
  const count = (root: Element | Document) => {
    const size = root.getElementsByTagName('*').length;
    calls += 1;
    if (size > LONG) scans += 1;
    else visited += size;
  };
  const spies = [window.Element.prototype, window.Document.prototype].flatMap((prototype) =>
    (['querySelector', 'querySelectorAll'] as const).map((name) => {
      const search = prototype[name] as (this: Element | Document, selector: string) => unknown;
      return vi.spyOn(prototype, name).mockImplementation(function (
        this: Element | Document,
        selector: string,
      ) {
        count(this);
        return search.call(this, selector) as never;
      });
    }),
  );
  const others = (['matches', 'closest'] as const).map((name) => vi.spyOn(window.Element.prototype, name));
  task();
  calls += others.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  for (const spy of [...spies, ...others]) spy.mockRestore();
  return { calls, visited, scans };
}

afterEach(() => vi.restoreAllMocks());

describe.each(SITES.map(([site, home]) => [site.id, site, home] as const))(
  'a long feed of %s',
  (id, site, home) => {
    it('costs a press on a like, and the reading of its post, no more than a short one', () => {
      const work = [0, 60].map((copies) => {
        const document = feedOf(site, home, copies);
        const like = one(document, `[data-test-id=campaign] ${LIKE[id]}`);
        return workOf(document, () => {
          const control = site.findControl(press(like));
          expect(control?.action).toBe('like');
          if (control?.post) expect(site.readPost(control.post).text).not.toBe('');
        });
      });
      expect(work[0]?.calls).toBeGreaterThan(0);
      expect(work[1]).toEqual(work[0]);
    });
  },
);

describe('a press outside of every post of a long feed', () => {
  it.each([
    ['facebook', facebook, 'https://www.facebook.com/', '[role=main] [role=button]:not([data-test-id] *)'],
    ['x', x, 'https://x.com/home', 'button:not(article *)'],
  ] as const)('looks at what stands around it: %s', (_id, site, home, selector) => {
    const work = [0, 60].map((copies) => {
      const document = feedOf(site, home, copies);
      const button = one(document, selector);
      return workOf(document, () => site.findControl(press(button)));
    });
    expect(work[0]?.calls).toBeGreaterThan(0);
    expect(work[1]).toEqual(work[0]);
  });
});

const HEALTH = SITES.map(([site, home]) => [site.id, site, home] as const);

/** Elements that a look goes over in one step at most, beside two searches of the whole page by the browser. */
const MOST_ELEMENTS = 4_000;
/** How often it asks the DOM in one step at most, however long the page is. */
const MOST_CALLS = 160;

describe.each(HEALTH)('the look of health at a long feed of %s', (_id, site, home) => {
  it('asks no more of it than of one with some posts, and finds the same', () => {
    const looks = [20, 60].map((copies) => {
      const document = feedOf(site, home, copies);
      const steps = healthInSteps(site, document);
      let found: unknown;
      const { calls } = workOf(document, () => {
        found = finish(steps);
      });
      return { calls, found, whole: { ...healthOf(site, document), posts: 11 } };
    });
    expect(looks[0]?.calls).toBeGreaterThan(0);
    expect(looks[1]?.calls).toBe(looks[0]?.calls);
    for (const { found, whole } of looks) expect(found).toEqual(whole);
  });

  it('goes on to the posts before those that are emptied', () => {
    const document = feedOf(site, home, 20);
    const posts = site.findPosts(document);
    for (const post of posts.slice(-5)) post.textContent = '';
    const last = (most: number) => site.inSteps && finish(site.inSteps.lastPosts(document, most));
    expect(last(4)).toEqual(posts.slice(-9, -5));
    expect(last(40)).toEqual(site.findPosts(document));
  });

  it.each([2, 90])('is cut into steps that are short whatever the page has: %i posts more', (copies) => {
    const document = feedOf(site, home, copies);
    const steps = healthInSteps(site, document);
    const works: { readonly calls: number; readonly visited: number; readonly scans: number }[] = [];
    for (let isDone = false; !isDone; ) {
      works.push(
        searchesOf(document, () => {
          isDone = inOneMoment(() => steps.next()).done === true;
        }),
      );
    }
    expect(works.length).toBeGreaterThan(20);
    expect(Math.max(...works.map(({ scans }) => scans))).toBeLessThanOrEqual(2);
    expect(Math.max(...works.map(({ visited }) => visited))).toBeLessThan(MOST_ELEMENTS);
    expect(Math.max(...works.map(({ calls }) => calls))).toBeLessThan(MOST_CALLS);
  });
});

describe('the styles that a press asks for', () => {
  it.each(SITES.map(([site, home]) => [site.id, site, home] as const))(
    'are few, and those of its post: %s',
    (id, site, home) => {
      const document = feedOf(site, home, 5);
      const like = one(document, `[data-test-id=campaign] ${LIKE[id]}`);
      const view = document.defaultView;
      if (view === null) throw new Error('the fixture has no window');
      const styleOf = view.getComputedStyle;
      let asked = 0;
      Object.defineProperty(view, 'getComputedStyle', {
        value: (element: Element) => {
          asked += 1;
          return styleOf(element);
        },
      });
      const control = site.findControl(press(like));
      const post = control?.post;
      if (post === undefined) throw new Error('the like has no post');
      site.readPost(post);
      expect(asked).toBeGreaterThan(0);
      expect(asked / post.querySelectorAll('*').length).toBeLessThan(MOST_STYLES[id]);
    },
  );
});
