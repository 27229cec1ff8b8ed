import { beforeEach, describe, expect, it } from 'vitest';
import { createOpeners, type Openers } from '../../src/content/opener.ts';
import type { Site } from '../../src/sites/site.ts';
import { controlAt, fakeSite } from './fake-site.ts';
import { one } from './fixture.ts';

const FIVE_MINUTES = 5 * 60_000;
let time: number;
let site: Site;
let openers: Openers;

/** Posts one below the other, then layers outside of every post. */
beforeEach(() => {
  document.body.innerHTML = `
    <article data-key="/a"><p>first</p>
      <button id="share-a" data-action="share" data-role="open" data-top="100">Share</button></article>
    <article data-key="/b"><p>second</p>
      <button id="like-b" data-action="like" data-top="300">Like</button>
      <button id="comment-b" data-action="comment" data-role="open" data-top="420">Comment</button></article>
    <button id="send" data-action="share" data-top="310">Send</button>
    <button id="palette" data-action="react" data-top="290">Love</button>
    <button id="compose" data-action="share" data-role="open" data-top="0">New</button>
    <button id="follow" data-action="follow" data-top="300">Follow</button>
    <button id="post" data-action="post" data-top="300">Post</button>
    <button id="far" data-action="react" data-top="425">Love</button>`;
  for (const element of document.querySelectorAll('[data-top]')) {
    const top = Number(element.getAttribute('data-top'));
    element.getBoundingClientRect = () => new DOMRect(10, top, 40, 40);
  }
  time = 1_000;
  site = fakeSite();
  openers = createOpeners(site, () => time);
});

const keyFor = (selector: string) => openers.subjectOf(controlAt(site, selector)).subject?.key;

describe('a control in a post', () => {
  it('has that post, whatever was opened before', () => {
    openers.remember(controlAt(site, '#share-a'));
    expect(keyFor('#like-b')).toBe('/b');
  });

  it('is read anew each time: its cell may hold another post by now', () => {
    expect(keyFor('#like-b')).toBe('/b');
    one(document, '[data-key="/b"]').setAttribute('data-key', '/c');
    expect(keyFor('#like-b')).toBe('/c');
  });
});

describe('a control that is about an account or a draft', () => {
  it('has no post, whatever stands beside it or was opened before', () => {
    openers.remember(controlAt(site, '#share-a'));
    expect(keyFor('#follow')).toBeUndefined();
    expect(keyFor('#post')).toBeUndefined();
  });
});

describe('a control in a layer outside of every post', () => {
  it('has the post whose control opened the layer', () => {
    openers.remember(controlAt(site, '#share-a'));
    expect(keyFor('#send')).toBe('/a');
  });

  it('has that post as it was when the layer opened', () => {
    openers.remember(controlAt(site, '#share-a'));
    const article = one(document, '[data-key="/a"]');
    article.setAttribute('data-key', '/recycled');
    one(article, 'p').textContent = 'another text';
    expect(openers.subjectOf(controlAt(site, '#send')).subject).toMatchObject({ key: '/a', text: 'first' });
    article.remove();
    expect(keyFor('#send')).toBe('/a');
  });

  it('has the post of the last opener', () => {
    openers.remember(controlAt(site, '#share-a'));
    openers.remember(controlAt(site, '#comment-b'));
    expect(keyFor('#send')).toBe('/b');
  });

  it('keeps the post when an opener without one follows: a menu in the layer', () => {
    openers.remember(controlAt(site, '#share-a'));
    openers.remember(controlAt(site, '#compose'));
    expect(keyFor('#send')).toBe('/a');
  });

  it('forgets after five minutes, then the nearest post counts', () => {
    openers.remember(controlAt(site, '#share-a'));
    time += FIVE_MINUTES;
    expect(keyFor('#send')).toBe('/a');
    time += 1;
    expect(keyFor('#send')).toBe('/b');
  });

  it('has the nearest post when nothing was opened', () => {
    expect(keyFor('#send')).toBe('/b');
  });
});

describe('a reaction palette', () => {
  it('has the post it floats beside, not the one whose sheet was opened', () => {
    openers.remember(controlAt(site, '#share-a'));
    expect(keyFor('#palette')).toBe('/b');
    document.querySelector('[data-key="/b"]')?.remove();
    expect(keyFor('#palette')).toBe('/a');
  });

  it('is measured from the like and share buttons of posts only', () => {
    document.querySelector('#like-b')?.remove();
    // The comment button of /b is nearer than the share button of /a.
    expect(keyFor('#far')).toBe('/a');
  });
});

it('a page without posts gives no post', () => {
  for (const article of document.querySelectorAll('article')) article.remove();
  expect(keyFor('#send')).toBeUndefined();
  expect(keyFor('#palette')).toBeUndefined();
});
