// The fixtures bring their own jsdom documents.
// @vitest-environment node

/** Changes of the sites that go further than the adapters follow: what is no longer found, health must say. */

import { describe, expect, it } from 'vitest';
import type { SiteId } from '../../src/core/types.ts';
import { facebook } from '../../src/sites/facebook/facebook.ts';
import { healthOf } from '../../src/sites/health.ts';
import { instagram } from '../../src/sites/instagram/instagram.ts';
import { x } from '../../src/sites/x/x.ts';
import { IS_FULL, inTurn } from '../extent.ts';
import { fixture } from './fixture.ts';

const sites = { facebook, instagram, x };

interface Feed {
  readonly site: SiteId;
  readonly name: string;
  readonly url: string;
  readonly post: string;
  /** Holds the buttons of a post, and nothing else that can be pressed. */
  readonly row: string;
}

const FEEDS: readonly Feed[] = [
  {
    site: 'facebook',
    name: 'facebook/feed.id.html',
    url: 'https://www.facebook.com/',
    post: '[aria-posinset]',
    row: '.actions',
  },
  {
    site: 'facebook',
    name: 'facebook/articles.tl.html',
    url: 'https://www.facebook.com/',
    post: '[role="article"]:not([aria-label])',
    row: '.actions',
  },
  {
    site: 'instagram',
    name: 'instagram/feed.id.html',
    url: 'https://www.instagram.com/',
    post: 'article',
    row: 'section.x6s0dn4',
  },
  {
    site: 'instagram',
    name: 'instagram/feed.th.html',
    url: 'https://www.instagram.com/',
    post: 'article',
    row: 'section.x6s0dn4',
  },
  {
    site: 'x',
    name: 'x/home.id.html',
    url: 'https://x.com/home',
    post: 'article',
    row: 'article [role="group"]',
  },
  {
    site: 'x',
    name: 'x/feed.en.html',
    url: 'https://x.com/home',
    post: 'article',
    row: 'article [role="group"]',
  },
];
const PRESSABLE = 'button, [role="button"]';

function each(page: Document, selector: string, change: (element: Element) => void): void {
  for (const element of page.querySelectorAll(selector)) change(element);
}

function keep(page: Document, names: readonly string[]): void {
  each(page, 'body *', (element) => {
    for (const { name } of [...element.attributes]) if (!names.includes(name)) element.removeAttribute(name);
  });
}

function rename(element: Element, tag: string, isBare = false): void {
  const other = element.ownerDocument.createElement(tag);
  if (!isBare) for (const { name, value } of [...element.attributes]) other.setAttribute(name, value);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

const MUTATIONS: Readonly<Record<string, (page: Document, feed: Feed) => void>> = {
  'buttons are plain elements': (page) => each(page, PRESSABLE, (button) => rename(button, 'span', true)),
  'no role, no label and no attribute of the site is left': (page) =>
    keep(page, ['class', 'href', 'src', 'alt', 'dir', 'style', 'd', 'viewBox', 'height', 'width']),
  'nothing but links and pictures is left': (page) => keep(page, ['href', 'src', 'alt']),
  'posts are elements of a new kind without attributes': (page, { post }) =>
    each(page, post, (element) => rename(element, 'x-post', true)),
  'icons are drawn by style sheets': (page) => each(page, 'svg, i', (icon) => rename(icon, 'span', true)),
  'the row is turned around, without attributes': (page, { row }) =>
    each(page, row, (element) => {
      for (const part of [element, ...element.querySelectorAll('*')])
        for (const { name } of [...part.attributes]) part.removeAttribute(name);
      element.append(...[...element.children].reverse());
    }),
  'the rows stand behind all posts': (page, { row }) =>
    each(page, row, (element) => page.querySelector('main, [role="main"]')?.append(element)),
  'all actions are behind one button': (page, { row }) =>
    each(page, row, (element) => {
      const [first] = element.querySelectorAll(PRESSABLE);
      const more = page.createElement('div');
      more.setAttribute('role', 'button');
      more.setAttribute('aria-label', '…');
      more.append(...(first?.childNodes ?? []));
      element.replaceChildren(more);
    }),
  'the rows are where no script sees them': (page, { row }) =>
    each(page, row, (element) => element.replaceChildren()),
  'the whole feed is where no script sees it': (page) =>
    each(page, 'main, [role="main"]', (element) => element.replaceChildren(page.createElement('x-feed'))),
};

/** The expected actions that are found in a post. */
function found(feed: Feed, page: Document): readonly string[] {
  const site = sites[feed.site];
  const posts = site.findPosts(page);
  const controls = site.findControls(page).filter(({ post }) => post !== undefined && posts.includes(post));
  return (site.expected.feed ?? []).filter((one) => controls.some(({ action }) => action === one));
}

/** The second feed of each site only in full. */
const LOOKED_AT = FEEDS.filter((_, index) => IS_FULL || index % 2 === 0);

describe.each(LOOKED_AT.map((feed, turn) => [feed.name, feed, turn] as const))('%s', (_name, feed, turn) => {
  const { expected } = sites[feed.site];

  it('shows every expected action before a change, and health says nothing', () => {
    const page = fixture(feed.name, feed.url);
    expect(found(feed, page)).toEqual(expected.feed);
    expect(healthOf(sites[feed.site], page)).toMatchObject({ page: 'understood', unknown: [] });
  });

  it.each(inTurn(Object.entries(MUTATIONS), turn))(
    '%s: every action is still found, or health says so',
    (_change, mutate) => {
      const page = fixture(feed.name, feed.url);
      mutate(page, feed);
      const { unknown } = healthOf(sites[feed.site], page);
      const here = found(feed, page);
      expect(unknown).toEqual((expected.feed ?? []).filter((action) => !here.includes(action)));
    },
  );
});
