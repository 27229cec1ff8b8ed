/** Keys of posts: the address of a post where the page shows one. */

import { queryAll, textKey } from './dom.ts';
import * as S from './facebook.selectors.ts';
import { permalinkOf, urlOf } from './facebook-address.ts';
import { findPosts } from './facebook-find.ts';
import { isAfter, type Parts } from './facebook-parts.ts';

const POST_LINK = /^\/(?:groups\/[^/]+\/posts|[^/]+\/posts|permalink\.php)/;

export function keyOf(parts: Parts, isShare: boolean, content: string): string {
  const { container, described, messages } = parts;
  const sharedHeader = isShare ? parts.sharedHeader : undefined;
  const candidates = [
    ...(described[0]?.querySelectorAll('a[href]') ?? []),
    ...(described[0]?.matches('a[href]') === true ? [described[0]] : []),
    ...container.querySelectorAll('a[href]'),
  ].filter(
    (link) =>
      !S.isDecoy(link) &&
      link.closest(S.COMMENT) === null &&
      !messages.some((message) => message.contains(link)) &&
      (sharedHeader === undefined || !isAfter(link, sharedHeader)),
  );
  const permalinks = candidates.flatMap((link) => {
    const url = urlOf(link);
    const permalink = url === undefined ? undefined : permalinkOf(url);
    // An attachment may lead to the post of somebody else; its photos and videos are the post's own.
    if (permalink !== undefined && described[2]?.contains(link) === true && POST_LINK.test(permalink)) {
      return [];
    }
    return permalink === undefined ? [] : [permalink];
  });
  return (
    permalinks.find((permalink) => POST_LINK.test(permalink)) ??
    // The photo of a shared post is not the sharer's: two people who share it are two posts.
    (isShare ? undefined : permalinks[0]) ??
    videoPermalink(container) ??
    pagePermalink(container) ??
    textKey(content)
  );
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
