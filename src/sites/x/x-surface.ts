/** X: where a page is. */

import type { ActionKind } from '../../core/types.ts';
import { finish, type Steps } from '../steps.ts';
import type { Surface } from '../surface.ts';
import * as on from './x.selectors.ts';
import { postsInSteps } from './x-post.ts';

/** Addresses, first match counts. X's own code 2025 and code CPFT 2026-08. */
const BY_PATH: readonly (readonly [RegExp, Surface])[] = [
  [/^\/intent\//, 'intent'],
  [/^\/\w+\/status\/\d+\/(photo|video)\//, 'photo viewer'],
  [/^\/compose\//, 'dialog'],
  [/^\/i\/(spaces|broadcasts|events)\//, 'live'],
  [/^\/(i|\w+)\/communities\b/, 'group'],
  [/^\/(messages|i\/chat)\b/, 'messages'],
  [/^\/notifications\b/, 'notifications'],
  [/^\/(search|hashtag|explore)\b/, 'search'],
  [/^\/(i\/connect_people|who_to_follow)\b/, 'suggestions'],
  [/^\/(?:\w+|i\/web)\/(?:status|article)\/\d+/, 'permalink'],
  [/^\/(home\/?|i\/(lists|bookmarks|timeline|topics)\b.*|)$/, 'feed'],
];
const PROFILE = /^\/(\w+)(\/(with_replies|media|likes|highlights|articles|superfollows|affiliates))?\/?$/;
/** Surfaces that have the same address at phone width. */
const NARROW: readonly Surface[] = ['feed', 'permalink', 'profile', 'search'];

function surfaceOfPath(path: string): Surface {
  const found = BY_PATH.find(([pattern]) => pattern.test(path))?.[1];
  const handle = PROFILE.exec(path)?.[1]?.toLowerCase();
  return found ?? (handle !== undefined && !on.PAGES.includes(handle) ? 'profile' : 'other');
}

/** @see Site.surfaceOf */
export function surfaceOf(document: Document): Surface {
  return finish(surfaceInSteps(document));
}

/** @see SiteInSteps.surfaceOf */
export function* surfaceInSteps(document: Document): Steps<Surface> {
  const url = URL.canParse(document.URL) ? new URL(document.URL) : undefined;
  const surface = surfaceOfPath(url?.pathname ?? '');
  if (surface === 'intent') {
    return surface;
  }
  if (document.querySelector(on.IMMERSIVE) !== null) {
    return 'reels';
  }
  yield;
  for (const dialog of surface === 'photo viewer' ? [] : document.querySelectorAll(on.DIALOG)) {
    yield;
    if (dialog.querySelector(on.EDITOR) !== null || (yield* postsInSteps(dialog)).length > 0) {
      return 'dialog';
    }
  }
  yield;
  const isNarrow = /^mobile\./.test(url?.hostname ?? '') || document.querySelector(on.MOBILE_MARK) !== null;
  return isNarrow && NARROW.includes(surface) ? 'mobile' : surface;
}

const ROW: readonly ActionKind[] = ['like', 'comment', 'repost', 'share'];

/** A profile, a search or a community may be empty, and a dialog may show a draft alone: nothing is expected there. */
export const expected: Readonly<Partial<Record<Surface, readonly ActionKind[]>>> = {
  feed: ROW,
  permalink: ROW,
  mobile: ROW,
  reels: ROW,
};
