// The fixtures bring their own jsdom documents.
// @vitest-environment node

import { describe, expect, it } from 'vitest';
import { instagram } from '../../src/sites/instagram/instagram.ts';
import { inTurn } from '../extent.ts';
import { fixture } from './fixture.ts';

/** A change that the site could make over night, in every place of the page. */
type Mutation = (document: Document) => void;

function each(document: Document, selector: string, change: (element: Element) => void): void {
  for (const element of document.querySelectorAll(selector)) {
    change(element);
  }
}

/** The same element under another name, with its attributes and children. */
function rename(element: Element, name: string): void {
  const { ownerDocument } = element;
  const other = ownerDocument.createElement(name);
  for (const attribute of element.attributes) {
    other.setAttribute(attribute.name, attribute.value);
  }
  other.append(...element.childNodes);
  element.replaceWith(other);
}

function wrap(element: Element, name: string): void {
  const wrapper = element.ownerDocument.createElement(name);
  element.replaceWith(wrapper);
  wrapper.append(element);
}

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'classes are renamed': (document) =>
    each(document, '[class]', (element) => element.setAttribute('class', 'x9')),
  'icons lose their labels and titles': (document) => {
    each(document, 'svg', (icon) => icon.removeAttribute('aria-label'));
    each(document, 'svg > title', (title) => title.remove());
  },
  'labels are of another language': (document) => {
    document.documentElement.lang = 'ka';
    each(document, 'svg', (icon) => icon.setAttribute('aria-label', 'სხვა'));
    each(document, 'svg > title', (title) => title.replaceChildren('სხვა'));
    each(document, 'textarea', (box) => {
      box.setAttribute('aria-label', 'სხვა');
      box.setAttribute('placeholder', 'სხვა');
    });
    each(document, '[data-do="follow"] [dir]', (text) => text.replaceChildren('გამოწერა'));
  },
  'icons are drawn anew': (document) =>
    each(document, 'svg > :is(path, polygon)', (line) => {
      line.setAttribute(
        line.localName === 'path' ? 'd' : 'points',
        line.localName === 'path' ? 'M1 1h9v9z' : '1 1 9 9',
      );
    }),
  'posts are no articles any more': (document) =>
    each(document, 'article', (article) => rename(article, 'div')),
  'the row of actions is no section any more': (document) =>
    each(document, 'section', (section) => rename(section, 'div')),
  'the comment box stands in no form': (document) => each(document, 'form', (form) => rename(form, 'div')),
  'roles are dropped': (document) =>
    each(document, '[role="button"]', (button) => button.removeAttribute('role')),
  'buttons become button elements': (document) =>
    each(document, '[data-do]', (button) => rename(button, 'button')),
  'everything pressable is wrapped once more': (document) =>
    each(document, '[data-do]', (button) => wrap(button, 'x-wrapper')),
  'icons are wrapped in elements of the page': (document) =>
    each(document, 'svg', (icon) => wrap(icon, 'x-icon')),
  'links are absolute and carry tracking': (document) =>
    each(document, 'a[href^="/"]', (link) =>
      link.setAttribute('href', `https://www.instagram.com${link.getAttribute('href')}?igsh=abc`),
    ),
};

const PAGES = [
  ['feed.id', ''],
  ['feed.th', ''],
  ['permalink.id', 'p/DAcampaign1/'],
  ['dialog.id', 'p/DAcampaign1/'],
  ['reels-feed.id', 'reels/DHreel11111/'],
] as const;

function summary(name: string, path: string, mutate: Mutation): string[] {
  const document = fixture(`instagram/${name}.html`, `https://www.instagram.com/${path}`);
  // The button of the GIF list is known by its word alone.
  each(document, '[data-do="open-gif"]', (button) => button.remove());
  mutate(document);
  const posts = instagram.findPosts(document).map((post) => {
    const { key, handle, text } = instagram.readPost(post);
    return `${key} ${handle} ${text}`;
  });
  const controls = instagram.findControls(document).map((control) => {
    const key = control.post && instagram.readPost(control.post).key.replace(/^text:.*/, 'comment');
    return `${control.action} ${control.role} ${key}`;
  });
  return [...posts, ...controls];
}

describe.each(PAGES.map(([name, path], turn) => [name, path, turn] as const))(
  '%s after a change of the site',
  (name, path, turn) => {
    const before = summary(name, path, () => undefined);

    it('is a page with posts and controls before it', () => {
      expect(before.length).toBeGreaterThan(5);
    });

    it.each(inTurn(Object.entries(MUTATIONS), turn))('%s', (_change, mutate) => {
      expect(summary(name, path, mutate)).toEqual(before);
    });
  },
);
