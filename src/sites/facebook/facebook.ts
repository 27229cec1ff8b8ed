import { ownWords } from '../dom.ts';
import type { Site } from '../site.ts';
import { finish } from '../steps.ts';
import { HOSTS } from './facebook.selectors.ts';
import { readAccount } from './facebook-account.ts';
import { lastPosts } from './facebook-around.ts';
import { controlsInSteps, findControl, findControls, isDone, replayForm } from './facebook-controls.ts';
import { submitButton } from './facebook-editors.ts';
import { findPosts } from './facebook-find.ts';
import { readPost } from './facebook-read.ts';
import { countUnknown, expected, surfaceInSteps, surfaceOf } from './facebook-surface.ts';

/** Facebook: www, web and the mobile renderer. */
export const facebook: Site = {
  id: 'facebook',
  hosts: HOSTS,
  findPosts,
  readPost,
  findControl,
  findControls,
  readAccount,
  surfaceOf,
  expected,
  countUnknown: (root) => finish(countUnknown(root, findControls(root))),
  readOwnWords: ownWords,
  isDone,
  submitButton,
  replayForm,
  inSteps: { surfaceOf: surfaceInSteps, lastPosts, findControls: controlsInSteps, countUnknown },
};
