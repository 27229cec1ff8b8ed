import { describe, expect, it, vi } from 'vitest';
import { createPresses } from '../../src/content/press.ts';
import { siteFor } from '../../src/sites/index.ts';
import { inOneMoment, oncePerMoment } from '../../src/sites/moment.ts';
import type { Control, Site } from '../../src/sites/site.ts';
import { IS_FULL } from '../extent.ts';
import { controlAt, fakeSite } from './fake-site.ts';
import { press } from './fixture.ts';
import { PAGES, pageIn } from './page-states.ts';

const length = (element: Element) => element.textContent?.length ?? 0;

describe('a moment', () => {
  it('works out each answer once, and forgets it at its end', () => {
    const read = vi.fn(length);
    const once = oncePerMoment(read);
    const { body } = document;
    body.textContent = 'hujan';
    expect(inOneMoment(() => [once(body), once(body), once(document.documentElement)])).toEqual([5, 5, 5]);
    expect(read).toHaveBeenCalledTimes(2);
    body.textContent = 'cerah hari';
    expect(inOneMoment(() => once(body))).toBe(10);
    expect(inOneMoment(() => inOneMoment(() => once(body)))).toBe(10);
  });

  it('remembers nothing outside of it, also after a task that throws', () => {
    const read = vi.fn(length);
    const once = oncePerMoment(read);
    const fault = () =>
      inOneMoment(() => {
        once(document.body);
        throw new Error('fault');
      });
    expect(fault).toThrow('fault');
    once(document.body);
    once(document.body);
    expect(read).toHaveBeenCalledTimes(3);
  });

  it('remembers that there is no answer', () => {
    const read = vi.fn((_element: Element): string | undefined => undefined);
    const once = oncePerMoment(read);
    expect(inOneMoment(() => [once(document.body), once(document.body)])).toEqual([undefined, undefined]);
    expect(read).toHaveBeenCalledTimes(1);
  });
});

it.each([
  ['down', ['pointerdown'], 1],
  ['a click alone', ['click'], 1],
  ['down and the click', ['pointerdown', 'click'], 1],
])('one event asks the page once, whoever asks: %s', (_name, types, times) => {
  const read = vi.fn(length);
  const once = oncePerMoment(read);
  const site: Site = {
    ...fakeSite(),
    findControl: ({ path }) => {
      once(document.body);
      const control = controlAt(fakeSite(), 'button');
      return path.includes(control.element) ? control : undefined;
    },
  };
  document.body.innerHTML = '<div data-key="k"><button data-action="like">Suka</button></div>';
  const presses = createPresses({
    site,
    judge: () => {
      once(document.body);
      return { kind: 'pass' };
    },
    hold: () => undefined,
    passed: () => undefined,
    pressed: () => undefined,
  });
  const { element } = controlAt(site, 'button');
  for (const type of types) {
    const event = new MouseEvent(type, { bubbles: true });
    vi.spyOn(event, 'composedPath').mockReturnValue([element, document.body]);
    presses.handle(event);
  }
  expect(read).toHaveBeenCalledTimes(times);
});

/** Of each site a feed, a page without labels that are known, and something else; `npm run test:full` takes all. */
const SOME_PAGES: ReadonlySet<string> = new Set([
  'facebook/feed.id.html',
  'facebook/saved-search.pt.html',
  'facebook/dialog.id.html',
  'instagram/feed.th.html',
  'instagram/post.id.html',
  'instagram/story.id.html',
  'x/feed.id.html',
  'x/search.en.html',
  'x/mobile.id.html',
]);

/** What an adapter says of the whole page, and of a press on each element that could be one; elements by their number. */
function everythingOf(site: Site, document: Document): unknown {
  const all = new Map([...document.querySelectorAll('*')].map((element, at) => [element, at]));
  const at = (element: Element | undefined) => (element === undefined ? -1 : all.get(element));
  const told = (control: Control | undefined) =>
    control && {
      ...control,
      element: at(control.element),
      post: at(control.post),
      editor: at(control.editor),
      done: site.isDone(control),
      account: site.readAccount(control),
    };
  const pressable = document.querySelectorAll('button, a, [role=button], [role=menuitem], [tabindex]');
  return {
    surface: site.surfaceOf(document),
    posts: site.findPosts(document).map((post) => [at(post), site.readPost(post)]),
    controls: site.findControls(document).map(told),
    pressed: [...pressable].map((element) => told(site.findControl(press(element)))),
    unknown: site.countUnknown(document),
  };
}

describe('within a moment an adapter says the same', () => {
  const some = PAGES.filter(({ name }) => IS_FULL || SOME_PAGES.has(name));
  it.each(some.map((page) => [page.name, page] as const))('%s', (_name, page) => {
    const site = siteFor(new URL(page.url).hostname);
    if (site === undefined) throw new Error(`no site for ${page.url}`);
    const document = pageIn(page, 'as loaded');
    const alone = everythingOf(site, document);
    expect(inOneMoment(() => everythingOf(site, document))).toEqual(alone);
  });
});
