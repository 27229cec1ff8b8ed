// The fixtures bring their own jsdom documents.
// @vitest-environment node

import { describe, expect, test } from 'vitest';
import { healthOf } from '../../src/sites/health.ts';
import { x } from '../../src/sites/x/x.ts';
import { fakeSite } from './fake-site.ts';
import { page } from './fixture.ts';
import { chosen } from './x-page.ts';

const site = { ...fakeSite(), expected: { feed: ['like', 'comment'] } as const };
const POST = (actions: string) =>
  `<div data-key="k">${actions
    .split(' ')
    .map((action) => `<button data-action="${action}"></button>`)
    .join('')}</div>`;

describe('health', () => {
  test('says what is watched, and what is not in this view is no alarm', () => {
    expect(healthOf(site, page(POST('comment like follow')))).toEqual({
      surface: 'feed',
      posts: 1,
      page: 'understood',
      watched: ['like', 'comment', 'follow'],
      unknown: [],
      unknownControls: 0,
    });
    expect(healthOf(site, page(POST('like')))).toMatchObject({ page: 'understood', unknown: [] });
  });

  test('a page without posts, or without any action that it always shows, is unknown', () => {
    for (const html of ['<p>isi</p>', POST('follow'), '<button data-action="like"></button>']) {
      expect(healthOf(site, page(html)).page).toBe('unknown-page');
    }
  });

  test('a control that belongs to no post does not stand for those of the posts', () => {
    const loose = '<button data-action="like"></button><button data-action="comment"></button>';
    expect(healthOf(site, page(loose + POST('follow')))).toMatchObject({
      page: 'unknown-page',
      unknown: ['like', 'comment'],
      watched: ['follow'],
    });
  });

  test('one missing action is unknown in three posts, while in two it may be switched off', () => {
    expect(healthOf(site, page(POST('like').repeat(2)))).toMatchObject({ unknown: [] });
    expect(healthOf(site, page(POST('like').repeat(3)))).toMatchObject({
      page: 'understood',
      unknown: ['comment'],
    });
    expect(healthOf(site, page(POST('like').repeat(2) + POST('comment')))).toMatchObject({ unknown: [] });
  });

  test('one missing action is unknown when the posts show controls that nobody recognises', () => {
    const changed = { ...site, countUnknown: () => 2 };
    expect(healthOf(changed, page(POST('like')))).toMatchObject({ page: 'understood', unknown: ['comment'] });
  });

  test.each([
    ['settings and other pages', { ...site, surfaceOf: () => 'other' as const }, '<p>isi</p>'],
    ['surfaces that may be empty', { ...site, expected: {} }, '<p>isi</p>'],
    ['signed-out pages by their form', site, '<input type="password">'],
    ['signed-out pages by their link', site, '<a href="/login">Masuk</a>'],
  ])('nothing is missing on %s', (_name, where, html) => {
    expect(healthOf(where, page(html))).toMatchObject({ page: 'understood', unknown: [] });
  });

  test('a long page is searched at its end only', () => {
    let roots = 0;
    const counting = {
      ...site,
      findControls: (root: ParentNode) => {
        roots += 1;
        return site.findControls(root);
      },
      countUnknown: () => {
        throw new Error('looked at all');
      },
    };
    expect(healthOf(counting, page(POST('like').repeat(1_000)))).toMatchObject({
      posts: 1_000,
      page: 'understood',
    });
    expect(roots).toBe(10);
  });

  test.each([
    'feed.en.html',
    'feed.id.html',
    'home.id.html',
    'thread.id.html',
    'mobile.id.html',
    'reels.th.html',
    'profile.ar.html',
    'search.en.html',
    'logged-out.en.html',
    'community.tl.html',
    'icons.tl.html',
    'cohort.en.html',
  ])('no false alarm on %s of X', (name) => {
    expect(healthOf(x, chosen(name, 'campaign'))).toMatchObject({ page: 'understood', unknown: [] });
  });

  test('a feed of X whose posts are no longer marked is unknown', () => {
    const changed = chosen('feed.id.html', 'campaign');
    for (const element of changed.querySelectorAll('*')) {
      for (const name of ['data-testid', 'role', 'd']) element.removeAttribute(name);
    }
    for (const article of changed.querySelectorAll('article'))
      article.outerHTML = `<div>${article.innerHTML}</div>`;
    expect(healthOf(x, changed).page).toBe('unknown-page');
  });
});
