/** Whether an adapter finds on a page what it should find there. Counts only; no content. */

import { ACTION_KINDS, type ActionKind } from '../core/types.ts';
import type { Site } from './site.ts';
import type { Surface } from './surface.ts';

/** Posts of a page up to which the whole page is searched; of a longer one only as many posts at its end. */
const MOST_POSTS = 10;

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
  /** Actions that should be here and are not found, although the page shows what should be them. */
  readonly unknown: readonly ActionKind[];
  /** Controls inside posts that look like actions and are not recognised. */
  readonly unknownControls: number;
}

/** Looks at the page once. Throws when the adapter throws, which is a page that is not understood. */
export function healthOf(site: Site, document: Document): Health {
  const surface = site.surfaceOf(document);
  const posts = site.findPosts(document);
  const isLong = posts.length > MOST_POSTS;
  const roots: readonly ParentNode[] = isLong ? posts.slice(-MOST_POSTS) : [document];
  const found = new Set(roots.flatMap((root) => site.findControls(root)).map(({ action }) => action));
  const unknownControls = isLong ? 0 : site.countUnknown(document);
  const isWall = posts.length === 0 && document.querySelector(SIGNED_OUT) !== null;
  const expected = surface === 'other' || isWall ? [] : (site.expected[surface] ?? []);
  const missing = expected.filter((action) => !found.has(action));
  const isUnknown = expected.length > 0 && (posts.length === 0 || missing.length === expected.length);
  return {
    surface,
    posts: posts.length,
    page: isUnknown ? 'unknown-page' : 'understood',
    watched: ACTION_KINDS.filter((action) => found.has(action)),
    unknown: isUnknown || unknownControls > 0 ? missing : [],
    unknownControls,
  };
}
