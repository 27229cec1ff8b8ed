import { readdirSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { facebook } from '../../src/sites/facebook.ts';
import { markedPostAround } from '../../src/sites/facebook-around.ts';
import { findPosts } from '../../src/sites/facebook-find.ts';
import { fixture, fixturePath, one, press } from './fixture.ts';

const HOME = 'https://www.facebook.com/';

describe('the post around an element', () => {
  const names = readdirSync(fixturePath('facebook')).filter((name) => name.endsWith('.html'));

  it('is the one that a search of the whole page finds', () => {
    let found = 0;
    for (const name of names) {
      const document = fixture(`facebook/${name}`, HOME);
      const posts = findPosts(document);
      for (const element of document.querySelectorAll('[role="button"], a[href], [contenteditable]')) {
        const post = markedPostAround(element);
        if (post === undefined) continue;
        expect(
          posts.find((one) => one.contains(element)),
          `${name} ${element.outerHTML.slice(0, 80)}`,
        ).toBe(post);
        found += 1;
      }
    }
    expect(found).toBeGreaterThan(300);
  }, 60_000);
});

describe('a press in a long feed', () => {
  function feedOf(copies: number): Document {
    const document = fixture('facebook/feed.id.html', HOME);
    const post = one(document, '[data-test-id=rain]');
    for (let count = 0; count < copies; count += 1) post.parentElement?.append(post.cloneNode(true));
    return document;
  }

  function lookUpsOf(document: Document): number {
    const { prototype } = document.defaultView?.Element ?? Element;
    const spies = (['matches', 'contains', 'querySelector', 'querySelectorAll', 'closest'] as const).map(
      (name) => vi.spyOn(prototype, name),
    );
    const like = one(
      document,
      '[data-test-id=campaign] [role=button]:has([data-ad-rendering-role=like_button])',
    );
    expect(facebook.findControl(press(like))?.action).toBe('like');
    const calls = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
    expect(calls).toBeGreaterThan(0);
    vi.restoreAllMocks();
    return calls;
  }

  it('looks at nothing but its own post', () => {
    expect(lookUpsOf(feedOf(100))).toBe(lookUpsOf(feedOf(0)));
  });
});
