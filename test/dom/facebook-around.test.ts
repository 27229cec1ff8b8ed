import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { markedPostAround } from '../../src/sites/facebook/facebook-around.ts';
import { findPosts } from '../../src/sites/facebook/facebook-find.ts';
import { fixture, fixturePath } from './fixture.ts';

const HOME = 'https://www.facebook.com/';

describe('the post around an element', () => {
  const names = readdirSync(fixturePath('facebook')).filter((name) => name.endsWith('.html'));

  it('is the one that a search of the whole page finds', () => {
    let found = 0;
    const faults: string[] = [];
    for (const name of names) {
      const document = fixture(`facebook/${name}`, HOME);
      const posts = findPosts(document);
      for (const element of document.querySelectorAll('[role="button"], a[href], [contenteditable]')) {
        const post = markedPostAround(element);
        if (post === undefined) continue;
        // Written out only where it is wrong: to write each of them took most of the time.
        if (posts.find((one) => one.contains(element)) !== post)
          faults.push(`${name} ${element.outerHTML.slice(0, 80)}`);
        found += 1;
      }
    }
    expect(faults).toEqual([]);
    expect(found).toBeGreaterThan(300);
  });
});
