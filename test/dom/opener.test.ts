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

describe('the nearest post in a long feed', () => {
  const HEIGHT = 768;

  /** Sixty posts of one viewport each, the eleventh in sight, and a layer beside the feed. */
  function longFeed(layerTop: number, likes = (_post: number) => true) {
    document.body.innerHTML = `<main>${Array.from({ length: 60 }, (_none, at) => `<article data-key="/${at}">${likes(at) ? '<button data-action="like">Like</button>' : ''}</article>`).join('')}</main>
      <div><button id="send" data-action="share">Send</button></div>`;
    const place = (element: Element, top: number, height: number) => {
      element.getBoundingClientRect = () => new DOMRect(0, top, 40, height);
    };
    for (const [at, article] of [...document.querySelectorAll('article')].entries()) {
      place(article, (at - 10) * HEIGHT, HEIGHT);
      const like = article.querySelector('button');
      if (like) place(like, (at - 10) * HEIGHT + 700, 40);
    }
    place(one(document, '#send'), layerTop, 40);
  }

  /** What was searched for controls. */
  function searched(): ParentNode[] {
    const roots: ParentNode[] = [];
    const { findControls } = site;
    site = {
      ...site,
      findControls: (root) => {
        roots.push(root);
        return findControls(root);
      },
    };
    openers = createOpeners(site, () => time);
    return roots;
  }

  it('is looked for among what is near', () => {
    longFeed(600);
    const control = controlAt(site, '#send');
    const roots = searched();
    expect(openers.subjectOf(control).subject?.key).toBe('/10');
    expect(roots).not.toContain(document);
    expect(roots.filter((root) => (root as Element).matches('article'))).toHaveLength(5);
  });

  it('is looked for on the whole page where nothing near has a button', () => {
    longFeed(600, (post) => post === 17);
    const control = controlAt(site, '#send');
    const roots = searched();
    expect(openers.subjectOf(control).subject?.key).toBe('/17');
    expect(roots).toContain(document);
  });

  it('is looked for on the whole page where what is near is further than what was left out may be', () => {
    longFeed(2_000, (post) => post === 10 || post === 14);
    expect(keyFor('#send')).toBe('/10');
    longFeed(2_300, (post) => post === 10 || post === 14);
    expect(keyFor('#send')).toBe('/14');
  });

  it('is looked for among what is near too where a button stands beside the list', () => {
    longFeed(600);
    one(document, 'main').insertAdjacentHTML('afterend', '<button data-action="post">Write</button>');
    const control = controlAt(site, '#send');
    const roots = searched();
    expect(openers.subjectOf(control).subject?.key).toBe('/10');
    expect(roots).not.toContain(document);
  });

  it('has its like beside the list, where that is one of its comments', () => {
    document.body.innerHTML = `<article data-key="/one"><button data-action="like">Like</button>
      <div>${'<p>Hujan</p>'.repeat(60)}</div></article><div><button id="send" data-action="share">Send</button></div>`;
    const control = controlAt(site, '#send');
    const roots = searched();
    expect(openers.subjectOf(control).subject?.key).toBe('/one');
    expect(roots).not.toContain(document);
  });
});

describe('the layer that was opened', () => {
  /** A layer outside of every post, as a site opens it in a portal. */
  function openLayer(role: string): Element {
    const layer = document.createElement('div');
    layer.setAttribute('role', role);
    document.body.append(layer);
    return layer;
  }

  it.each(['dialog', 'menu', 'listbox'])('ends the memory when it has been seen and is gone: %s', (role) => {
    openers.remember(controlAt(site, '#share-a'));
    const layer = openLayer(role);
    openers.look();
    expect(keyFor('#send')).toBe('/a');
    layer.remove();
    openers.look();
    // The nearest one instead.
    expect(keyFor('#send')).toBe('/b');
  });

  it('ends it when it is hidden, too', () => {
    openers.remember(controlAt(site, '#share-a'));
    const layer = openLayer('dialog');
    openers.look();
    layer.setAttribute('hidden', '');
    openers.look();
    expect(keyFor('#send')).toBe('/b');
  });

  it('hands it on to the layer that a menu item opens', () => {
    openers.remember(controlAt(site, '#share-a'));
    const menu = openLayer('menu');
    openers.look();
    menu.remove();
    openLayer('dialog');
    openers.look();
    openers.look();
    expect(keyFor('#send')).toBe('/a');
  });

  it('is none of those that were there before: a chat in the corner', () => {
    openLayer('dialog');
    openers.remember(controlAt(site, '#share-a'));
    const layer = openLayer('dialog');
    openers.look();
    layer.remove();
    openers.look();
    expect(keyFor('#send')).toBe('/b');
  });

  it('keeps it while it is not there yet', () => {
    openers.remember(controlAt(site, '#share-a'));
    openers.look();
    openers.look();
    expect(keyFor('#send')).toBe('/a');
  });
});

describe('a reaction palette that opens on hover', () => {
  beforeEach(() => {
    document
      .querySelector('[data-key="/a"]')
      ?.insertAdjacentHTML(
        'beforeend',
        '<button id="like-a" data-action="like"><i id="icon-a"></i></button>',
      );
  });

  it('has the post of the like button that the pointer came upon last, however near another is', () => {
    openers.hover(one(document, '#like-b'));
    openers.hover(one(document, '#icon-a'));
    for (let step = 0; step < 20; step += 1) openers.hover(document.body);
    openers.hover(one(document, '#palette'));
    expect(keyFor('#palette')).toBe('/a');
  });

  it('forgets it when the pointer has been elsewhere for long, or the post is gone', () => {
    openers.hover(one(document, '#icon-a'));
    time += 30_001;
    expect(keyFor('#palette')).toBe('/b');
    openers.hover(one(document, '#icon-a'));
    one(document, '#like-a').remove();
    expect(keyFor('#palette')).toBe('/b');
  });

  it('has the post of the button that opened it when that was pressed later', () => {
    const opener = { ...controlAt(site, '#share-a'), action: 'react' } as const;
    openers.hover(one(document, '#like-b'));
    time += 1;
    openers.remember(opener);
    expect(keyFor('#palette')).toBe('/a');
    time += 1;
    openers.hover(one(document, '#like-b'));
    expect(keyFor('#palette')).toBe('/b');
  });
});

describe('an account', () => {
  it('is what a control without a post is about', () => {
    const account = { ...site.readPost(one(document, '[data-key="/a"]')), key: 'account:relawan' };
    openers = createOpeners({ ...site, readAccount: () => account }, () => time);
    expect(openers.subjectOf(controlAt(site, '#follow'))).toEqual({ subject: account, about: 'account' });
    expect(openers.subjectOf(controlAt(site, '#like-b')).about).toBe('post');
    expect(openers.subjectOf(controlAt(site, '#send')).about).toBe('layer');
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
