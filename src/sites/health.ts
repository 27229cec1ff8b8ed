/** Whether an adapter finds on a page what it should find there. Counts only; no content. */

import { ACTION_KINDS, type ActionKind } from '../core/types.ts';
import type { Control, Site, SiteInSteps } from './site.ts';
import { finish, inOneStep, type Steps } from './steps.ts';
import type { Surface } from './surface.ts';

/** Posts of a page up to which the whole page is searched; of a longer one only as many posts at its end. */
const MOST_POSTS = 10;

/** One post may have its comments or sharing switched off; of so many, one has not. */
const ENOUGH_POSTS = 3;

/**
 * The ways in of a page for people who are not signed in: they cannot act, so nothing is missing there. Seen on X
 * 2026-02 (logged-out fixtures), documents of the other sites; addresses, so independent of the language.
 */
const SIGNED_OUT =
  'input[type="password"], :is(a[href^="/login"], a[href^="/i/flow/"], a[href^="/accounts/login"])';

export interface Health {
  readonly surface: Surface;
  /** Posts found on the page. */
  readonly posts: number;
  /** `unknown-page`: this surface always shows certain actions, and none of them, or no post, is found. */
  readonly page: 'understood' | 'unknown-page';
  /** Actions whose controls are found, in the order of the settings. Others are not in this view. */
  readonly watched: readonly ActionKind[];
  /**
   * Actions that every post of this surface has, found in none of them: in enough posts, or beside controls that nobody
   * recognises.
   */
  readonly unknown: readonly ActionKind[];
  /** Controls inside posts that look like actions and are not recognised. */
  readonly unknownControls: number;
}

/** Looks at the page once. Throws when the adapter throws, which is a page that is not understood. */
export function healthOf(site: Site, document: Document): Health {
  return finish(lookInSteps(site, wholeOf(site), document));
}

/** The same for a page that is in use: each step is short, and a long page is not searched whole. */
export function healthInSteps(site: Site, document: Document): Steps<Health> {
  return lookInSteps(site, site.inSteps ?? wholeOf(site), document);
}

/** Each question as one step. */
function wholeOf(site: Site): SiteInSteps {
  return {
    surfaceOf: (document) => inOneStep(() => site.surfaceOf(document)),
    lastPosts: (document) => inOneStep(() => site.findPosts(document)),
    findControls: (roots) => inOneStep(() => roots.flatMap((root) => site.findControls(root))),
    countUnknown: (root) => inOneStep(() => site.countUnknown(root)),
  };
}

function* lookInSteps(site: Site, ask: SiteInSteps, document: Document): Steps<Health> {
  const surface = yield* ask.surfaceOf(document);
  yield;
  const posts = yield* ask.lastPosts(document, MOST_POSTS + 1);
  yield;
  const isLong = posts.length > MOST_POSTS;
  const looked = posts.slice(-MOST_POSTS);
  const controls = yield* ask.findControls(isLong ? looked : [document]);
  yield;
  // The like of a comment does not say that the like of a post is found, nor does a row that belongs to no post.
  const isOfPost = ({ post }: Control) =>
    post !== undefined && looked.some((one) => one === post || post.contains(one));
  const found = new Set(controls.filter(isOfPost).map(({ action }) => action));
  const unknownControls = isLong ? 0 : yield* ask.countUnknown(document, controls);
  yield;
  const isWall = posts.length === 0 && document.querySelector(SIGNED_OUT) !== null;
  const expected = surface === 'other' || isWall ? [] : (site.expected[surface] ?? []);
  const missing = expected.filter((action) => !found.has(action));
  const isUnknown = expected.length > 0 && (posts.length === 0 || missing.length === expected.length);
  const isCertain = isUnknown || unknownControls > 0 || posts.length >= ENOUGH_POSTS;
  const unknown = isCertain ? missing : [];
  const watched = new Set(controls.map(({ action }) => action));
  return {
    surface,
    posts: posts.length,
    page: isUnknown ? 'unknown-page' : 'understood',
    watched: ACTION_KINDS.filter((action) => watched.has(action) && !unknown.includes(action)),
    unknown,
    unknownControls,
  };
}
