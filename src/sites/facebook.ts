import { ownWords } from './dom.ts';
import { HOSTS } from './facebook.selectors.ts';
import { readAccount } from './facebook-account.ts';
import { lastPosts } from './facebook-around.ts';
import { findControl, findControls, isDone, replayForm } from './facebook-controls.ts';
import { submitButton } from './facebook-editors.ts';
import { findPosts } from './facebook-find.ts';
import { readPost } from './facebook-read.ts';
import { countUnknown, expected, surfaceOf } from './facebook-surface.ts';
import type { Site } from './site.ts';

/** Facebook: www, web and the mobile renderer. */
export const facebook: Site = {
  id: 'facebook',
  hosts: HOSTS,
  findPosts,
  lastPosts,
  readPost,
  findControl,
  findControls,
  readAccount,
  surfaceOf,
  expected,
  countUnknown: (root) =>
    countUnknown(
      root,
      findControls(root).map(({ element }) => element),
    ),
  readOwnWords: ownWords,
  isDone,
  submitButton,
  replayForm,
};
