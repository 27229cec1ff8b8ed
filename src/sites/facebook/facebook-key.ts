/** Keys of posts: the address of a post where the page shows one. */

import { queryAll, textKey } from '../dom.ts';
import * as S from './facebook.selectors.ts';
import { permalinkOf, urlOf } from './facebook-address.ts';
import { findPosts } from './facebook-find.ts';
import { isAfter, type Parts } from './facebook-parts.ts';

const POST_LINK = /^\/(?:groups\/[^/]+\/posts|[^/]+\/posts|permalink\.php)/;

export function keyOf(parts: Parts, isShare: boolean, content: string): string {
  const { container, described, messages } = parts;
  const sharedHeader = isShare ? parts.sharedHeader : undefined;
  const isOwn = (link: Element) =>
    !S.isDecoy(link) &&
    link.closest(S.COMMENT) === null &&
    !messages.some((message) => message.contains(link)) &&
    (sharedHeader === undefined || !isAfter(link, sharedHeader));
  let first: string | undefined;
  for (const link of linksOf(container, described[0])) {
    const url = isOwn(link) ? urlOf(link) : undefined;
    const permalink = url === undefined ? undefined : permalinkOf(url);
    if (permalink === undefined) {
      continue;
    }
    if (!POST_LINK.test(permalink)) {
      first ??= permalink;
    }
    // An attachment may lead to the post of somebody else; its photos and videos are the post's own.
    else if (described[2]?.contains(link) !== true) {
      return permalink;
    }
  }
  return (
    // The photo of a shared post is not the sharer's: two people who share it are two posts.
    (isShare ? undefined : first) ?? videoPermalink(container) ?? pagePermalink(container) ?? textKey(content)
  );
}

/** Those of the timestamp first: nearly always they tell, and the others need not be asked. */
function* linksOf(container: Element, timestamp: Element | undefined): Generator<Element> {
  yield* timestamp?.querySelectorAll('a[href]') ?? [];
  if (timestamp?.matches('a[href]') === true) {
    yield timestamp;
  }
  yield* container.querySelectorAll('a[href]');
}

/** The viewer of reels has no link to the reel, but its number. */
function videoPermalink(container: Element): string | undefined {
  const [video, ...more] = queryAll(container, S.VIDEO);
  const id = (video ?? container).getAttribute('data-video-id') ?? '';
  const isViewer = container.querySelector(`${S.MESSAGE}, ${S.ANY_MARKER}`) === null;
  return isViewer && more.length === 0 && /^\d+$/.test(id) ? `/reel/${id}` : undefined;
}

/** On a permalink page the address bar names the post, if it is the only one there or the one in the dialog. */
function pagePermalink(container: Element): string | undefined {
  const href = container.ownerDocument.defaultView?.location.href ?? '';
  const permalink = URL.canParse(href) ? permalinkOf(new URL(href)) : undefined;
  if (permalink === undefined) {
    return undefined;
  }
  const root = container.closest(S.DIALOG) ?? container.ownerDocument;
  // Several Like markers are several posts; counting them spares a search for every post of a long page.
  const isAlone = root.querySelectorAll(S.LIKE_MARKER).length <= 1 && findPosts(root).length === 1;
  return isAlone ? permalink : undefined;
}
