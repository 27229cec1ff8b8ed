/** Where on Facebook a page is, and what it surely shows there. */

import type { ActionKind } from '../../core/types.ts';
import { queryAll } from '../dom.ts';
import type { Control } from '../site.ts';
import { finish, type Steps } from '../steps.ts';
import type { Surface } from '../surface.ts';
import * as S from './facebook.selectors.ts';
import { accountOf, permalinkOf } from './facebook-address.ts';
import { barOf } from './facebook-bar.ts';
import { postsInSteps } from './facebook-find.ts';
import { isMobile, mobileRow, piecesOf } from './facebook-mobile.ts';
import { isPluginPage, isSharer } from './facebook-plugin.ts';

/** First match of the path decides (addresses: seen 2025-11 and doc). */
const PATHS: readonly (readonly [RegExp, Surface])[] = [
  [/^\/plugins\//, 'plugin'],
  [/^\/photo(?:\.php)?\/?$/, 'photo viewer'],
  [/^\/[^/]+\/photos\/./, 'photo viewer'],
  [/^\/reels?(?:\/|$)/, 'reels'],
  [/^\/stories(?:\/|$)/, 'story'],
  [S.LIVE_PATH, 'live'],
  [/^\/(?:messages|t)(?:\/|$)/, 'messages'],
  [/^\/notifications(?:\/|$)/, 'notifications'],
  [/^\/search(?:\/|$)|^\/hashtag\//, 'search'],
  [/^\/friends(?:\/|$)|^\/groups\/discover/, 'suggestions'],
  [/^\/groups\/(?:feed|joins)?\/?$|^\/watch\/?$|^\/(?:home\.php)?$/, 'feed'],
];

/** An open dialog that shows a post: over the feed, or beside the address of the post. */
function* isPostDialog(document: Document): Steps<boolean> {
  for (const dialog of queryAll(document, S.DIALOG)) {
    yield;
    if ((yield* postsInSteps(dialog)).length > 0) {
      return true;
    }
  }
  return false;
}

/** Where the page is, by its address and landmarks. */
export function surfaceOf(document: Document): Surface {
  return finish(surfaceInSteps(document));
}

/** @see SiteInSteps.surfaceOf */
export function* surfaceInSteps(document: Document): Steps<Surface> {
  const location = document.defaultView?.location;
  const url = new URL(location?.href ?? 'https://www.facebook.com/');
  if (isSharer(document)) {
    return 'sharer';
  }
  if (isPluginPage(document)) {
    return 'plugin';
  }
  // The renderer says so itself: one host serves both forms to different browsers.
  if (url.hostname === 'm.facebook.com' || document.querySelector('#screen-root') !== null) {
    return 'mobile';
  }
  const known = PATHS.find(([path]) => path.test(url.pathname))?.[1];
  if (known !== undefined && known !== 'feed') {
    return known;
  }
  if (yield* isPostDialog(document)) {
    return 'dialog';
  }
  yield;
  if (known !== undefined && url.searchParams.get('v') === null) {
    return known;
  }
  if (permalinkOf(url) !== undefined) {
    return 'permalink';
  }
  if (/^\/groups\/[^/]+/.test(url.pathname)) {
    return 'group';
  }
  if (/^\/(?:pages|p)\//.test(url.pathname)) {
    return 'page';
  }
  const [, first = ''] = /^(\/[^/]*)/.exec(url.pathname) ?? [];
  const isAccount = accountOf(url) !== undefined || accountOf(new URL(first, url)) !== undefined;
  return isAccount && document.querySelector('h1') !== null ? 'profile' : 'other';
}

/**
 * Only what every page of the kind has once its posts are there. Private groups have no share, profiles may have no
 * post, and a story of a page takes no reply.
 */
export const expected: Readonly<Partial<Record<Surface, readonly ActionKind[]>>> = {
  feed: ['like', 'comment', 'share'],
  permalink: ['like'],
  dialog: ['like'],
  'photo viewer': ['like'],
  reels: ['like', 'comment'],
  mobile: ['like', 'comment'],
  sharer: ['share'],
};

/** Buttons of the action rows that are not recognised, and posts without any control as one each. */
export function* countUnknown(root: ParentNode, recognised: readonly Control[]): Steps<number> {
  let sum = 0;
  for (const post of yield* postsInSteps(root)) {
    yield;
    const pieces = piecesOf(post);
    const known = recognised
      .map(({ element }) => element)
      .filter((element) => pieces.some((piece) => piece.contains(element)));
    const row = isMobile(post) ? mobileRow(post) : [...barOf(post).keys()];
    const unknown = row.filter((button) => !known.includes(button));
    sum += known.length === 0 ? Math.max(unknown.length, 1) : unknown.length;
  }
  return sum;
}
