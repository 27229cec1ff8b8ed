// The fixtures bring their own jsdom documents.
// @vitest-environment node

import { describe, expect, it } from 'vitest';
import { x } from '../../src/sites/x/x.ts';
import { inTurn } from '../extent.ts';
import { fixture, press } from './fixture.ts';
import { chosen, lines, markOf, row } from './x-page.ts';

function rename(page: Document, id: string, name: string): void {
  for (const element of page.querySelectorAll(`[data-testid="${id}"]`)) {
    element.setAttribute('data-testid', name);
  }
}

function renameAll(page: Document, ids: readonly string[]): void {
  for (const id of ids) rename(page, id, `v2-${id.toLowerCase()}-x`);
}

function drop(page: Document, selector: string, attribute: string): void {
  for (const element of page.querySelectorAll(selector)) element.removeAttribute(attribute);
}

function wrap(page: Document, selector: string): void {
  for (const element of page.querySelectorAll(selector)) {
    const outer = page.createElement('div');
    const inner = page.createElement('kjgx-ojo');
    element.replaceWith(outer);
    outer.append(inner);
    inner.append(element);
  }
}

function replaceTag(page: Document, selector: string, tag: string): void {
  for (const element of page.querySelectorAll(selector)) {
    const other = page.createElement(tag);
    for (const { name, value } of [...element.attributes]) other.setAttribute(name, value);
    other.append(...element.childNodes);
    element.replaceWith(other);
  }
}

const ROW = ['reply', 'retweet', 'like', 'unlike', 'bookmark'];

/** Ways in which the page could change, each on its own. */
const MUTATIONS: readonly (readonly [string, (page: Document) => void])[] = [
  ['one renamed id', (page) => renameAll(page, ['like'])],
  ['all ids of the row renamed', (page) => renameAll(page, ROW)],
  ['no ids in the row at all', (page) => drop(page, '[role="group"] [data-testid]', 'data-testid')],
  ['no id on the post', (page) => drop(page, 'article', 'data-testid')],
  ['renamed id of the author', (page) => rename(page, 'User-Name', 'Author')],
  ['renamed id of the text', (page) => rename(page, 'tweetText', 'postText')],
  ['no roles', (page) => drop(page, '[role]:not([role="dialog"])', 'role')],
  ['no articles', (page) => replaceTag(page, 'article', 'section')],
  ['new wrappers', (page) => wrap(page, '[role="group"] button, [data-testid="User-Name"], article')],
  [
    'other labels',
    (page) => {
      for (const element of page.querySelectorAll('[aria-label]')) element.setAttribute('aria-label', 'Ƶ 5');
    },
  ],
];

describe.each([
  ['home.id.html', ['campaign', 'rain'], 0],
  ['search.en.html', ['campaign', 'rain'], 1],
  ['logged-out.th.html', ['post', 'reply'], 2],
] as const)('X, changes of %s', (name, posts, turn) => {
  const read = (document: Document) =>
    x.findPosts(document).map((post) => {
      const { author, handle, text, key } = x.readPost(post);
      return { mark: markOf(post), author, handle, text, key };
    });
  const whole = read(chosen(name, 'campaign'));

  it.each(inTurn(MUTATIONS, turn))('%s: still works', (_what, mutate) => {
    const page = chosen(name, 'campaign');
    mutate(page);
    expect(read(page)).toEqual(whole);
    const found = lines(x.findControls(page)).filter((line) => !line.endsWith(' null'));
    expect(found).toEqual(posts.flatMap(row));
  });
});

describe('X, changes that are not understood', () => {
  function bare(name: string): Document {
    const page = chosen(name, 'campaign');
    drop(page, '[role="group"]', 'role');
    drop(page, 'article button[data-testid]', 'data-testid');
    return page;
  }

  it('needs two buttons that open menus where neither group nor ids are left', () => {
    const page = bare('home.id.html');
    const found = lines(x.findControls(page)).filter((line) => !line.endsWith(' null'));
    expect(found).toEqual([...row('campaign'), ...row('rain')]);
    const none = bare('logged-out.th.html');
    expect(lines(x.findControls(none))).toEqual([]);
    expect(x.countUnknown(none)).toBe(10);
  });

  it('counts the buttons of a row in another order', () => {
    const page = chosen('home.id.html', 'campaign');
    for (const group of page.querySelectorAll('[role="group"]')) {
      const like = group.querySelector('[data-testid="like"]')?.parentElement;
      if (like) group.prepend(like);
    }
    renameAll(page, ['reply', 'retweet']);
    expect(x.countUnknown(page)).toBe(4);
    expect(lines(x.findControls(page))).toContain('like commit rain');
  });

  it('counts a new button in the row and does not take it for another', () => {
    const page = chosen('home.id.html', 'campaign');
    const like = page.querySelector('[data-test-id="rain"] [data-testid="like"]');
    const extra = like?.parentElement?.cloneNode(true) as Element;
    extra.querySelector('button')?.setAttribute('data-testid', 'boost');
    like?.parentElement?.after(extra);
    expect(x.countUnknown(page)).toBe(1);
    expect(lines(x.findControls(page))).toEqual(lines(x.findControls(chosen('home.id.html', 'campaign'))));
  });

  it('counts the buttons with icons behind a text where no row is found', () => {
    const page = chosen('home.id.html', 'campaign');
    for (const group of page.querySelectorAll('article [role="group"]')) {
      group.replaceChildren(...[...group.querySelectorAll('[data-testid="like"], [data-testid="reply"]')]);
    }
    drop(page, 'article [role="group"] [data-testid]', 'data-testid');
    expect(lines(x.findControls(page)).filter((line) => !line.endsWith('null'))).toEqual([]);
    expect(x.countUnknown(page)).toBe(4);
  });

  it('counts people whose button says nothing', () => {
    const page = chosen('people.en.html', 'campaign');
    expect(x.countUnknown(page)).toBe(0);
    for (const element of page.querySelectorAll('[data-testid$="follow"]')) {
      element.setAttribute('data-testid', 'x');
      element.setAttribute('aria-label', (element.getAttribute('aria-label') ?? '').replace(/^\w+/, 'Ƶ'));
      element.textContent = 'Ƶ';
    }
    expect(x.countUnknown(page)).toBe(3);
  });

  it('does not take a button with words beside the timeline for the one that sends', () => {
    const page = chosen('home.id.html', 'campaign');
    renameAll(page, ['tweetButtonInline']);
    const more = page.createElement('button');
    more.textContent = 'Tampilkan lainnya';
    page.querySelector('main')?.append(more);
    expect(x.findControl(press(more))).toBeUndefined();
  });

  it('finds a submit button without an id, and the editor too', () => {
    const page = fixture('x/composer.en.html', 'https://x.com/home');
    const whole = x.findControls(page).filter(({ editor }) => editor !== undefined);
    renameAll(page, ['tweetTextarea_0', 'tweetTextarea_1', 'tweetTextarea_0RichTextInputContainer']);
    const found = x.findControls(page).filter(({ editor }) => editor !== undefined);
    expect(lines(found)).toEqual(lines(whole));

    const thread = chosen('thread.id.html', 'campaign');
    for (const send of thread.querySelectorAll('[data-testid="tweetButton"]')) {
      send.setAttribute('data-testid', 'sendAll');
      send.removeAttribute('disabled');
      send.removeAttribute('aria-disabled');
    }
    expect(lines(x.findControls(thread))).toContain('post commit null');
  });
});
