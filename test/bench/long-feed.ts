import type { SiteId } from '../../src/core/types.ts';

export const ADDRESS = 'https://www.facebook.com/feed.id.html';
/** Names of which the compiler makes some 10,000 terms. */
export const NAMES = 2_000;
export const POSTS = 1_000;

/** Where the words of a post stand, and its like, in the fixture of each feed. */
const PARTS: Readonly<Record<SiteId, { readonly words: string; readonly like: string }>> = {
  facebook: {
    words: '[data-ad-preview=message] [dir=auto]',
    like: '[role=button]:has([data-ad-rendering-role=like_button])',
  },
  instagram: {
    words: 'h1, span[dir=auto]',
    like: 'section [role=button]:has(svg[aria-label="Suka"][height="24"])',
  },
  x: { words: '[data-testid=tweetText]', like: '[data-testid=like]' },
};

/** Repeats the first post of the page with other texts, as a feed that somebody scrolled for long: how many it has then. */
export function fillFeed(site: SiteId, texts: readonly string[]): string {
  return `(() => {
    const [post] = document.querySelectorAll('[data-test-id=rain]');
    for (const [at, text] of ${JSON.stringify(texts)}.entries()) {
      const copy = post.cloneNode(true);
      copy.dataset.testId = 'copy-' + at;
      copy.querySelector(${JSON.stringify(PARTS[site].words)}).textContent = text;
      post.parentElement.append(copy);
    }
    return document.querySelectorAll('[data-test-id^=copy-]').length;
  })()`;
}

/** Brings the like of a post of the long feed into view and gives its middle. */
export function placeOfLike(site: SiteId, post: number): string {
  return `(() => {
    const like = document.querySelector('[data-test-id=copy-${post}]').querySelector(${JSON.stringify(PARTS[site].like)});
    like.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = like.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  })()`;
}
