/** Comments: what is liked or answered below a post. */

import type { Post } from '../../core/types.ts';
import { outermost, queryAll, textKey, visibleText } from '../dom.ts';
import * as S from './facebook.selectors.ts';
import { accountOf, handleOf, urlOf } from './facebook-address.ts';
import { createPostFinder } from './facebook-around.ts';

/** Parts of this comment, not of its replies. */
function ownOf(comment: Element, selector: string): Element[] {
  return queryAll(comment, selector).filter((element) => element.closest(S.COMMENT) === comment);
}

/** Number in the comment's own address, or undefined. */
function numberOf(comment: Element): string | undefined {
  const ids = ownOf(comment, S.COMMENT_LINK).map((link) => urlOf(link)?.searchParams);
  const found = ids.map((id) => id?.get('reply_comment_id') ?? id?.get('comment_id'));
  return found.find((id) => id !== null && id !== undefined) ?? undefined;
}

/** The link with the name of who comments; that around the picture has no words. */
function nameOf(comment: Element): Element | undefined {
  return ownOf(comment, 'a[href]').find(
    (link) => accountOf(urlOf(link)) !== undefined && visibleText(link, { limit: 200 }) !== '',
  );
}

/** Reads a comment as a post that answers the post it stands under. */
export function readComment(comment: Element, readPost: (container: Element) => Post): Post {
  const name = nameOf(comment);
  const author = name === undefined ? '' : visibleText(name, { limit: 200 });
  const lines = ownOf(comment, '[dir="auto"], .native-text').filter(
    (line) => name?.contains(line) !== true && line.closest('[role="button"], button, form') === null,
  );
  const text = outermost(lines)
    .map((line) =>
      visibleText(line, { skip: (part) => part === name || part.matches('[role="button"], form') }),
    )
    .filter((line) => line !== '')
    .join('\n');
  const container = createPostFinder()(comment);
  const post = container === undefined ? undefined : readPost(container);
  return {
    key: `comment:${numberOf(comment) ?? textKey(`${author}\n${text}`)}`,
    author,
    handle: handleOf(name && urlOf(name)),
    text,
    hashtags: [],
    alts: [],
    link: post?.link ?? '',
    quoted:
      post === undefined
        ? null
        : { author: post.author, text: [post.text, post.quoted?.text ?? ''].join('\n').trim() },
    group: post?.group ?? null,
  };
}

/**
 * Like and Reply of a comment by their place: the plain buttons of the comment in the row of its time, in this order
 * (seen logged out 2025-11, where the time is a link with the number of the comment). Signed out there may be none of
 * them, but badges before the name (seen 2026-11-29, a post of 2025).
 */
export function commentAction(button: Element, comment: Element): 'like' | 'reply' | undefined {
  const [time] = ownOf(comment, S.COMMENT_LINK).slice(-1);
  const name = nameOf(comment);
  const isPlain = (one: Element) => one.closest(S.COMMENT) === comment && !one.hasAttribute('aria-haspopup');
  for (let node = time?.parentElement ?? null; node !== null; node = node.parentElement) {
    if (name !== undefined && name !== time && node.contains(name)) {
      return undefined;
    }
    const buttons = queryAll(node, '[role="button"], button').filter(isPlain);
    // "See more" stands in the text, the reactions beside it have a colon or a number.
    const row = buttons.filter(
      (one) =>
        one.closest('[dir="auto"]') === null &&
        !/[\p{Nd}:]/u.test(one.getAttribute('aria-label') ?? visibleText(one, { limit: 60 })),
    );
    if (row.length > 1) {
      const place = row.indexOf(button);
      return place === 0 ? 'like' : place === 1 ? 'reply' : undefined;
    }
    if (node === comment) {
      return undefined;
    }
  }
  return undefined;
}
