import { ownWords } from './dom.ts';
import { HOSTS } from './facebook.selectors.ts';
import { findControl, findControls, isDone, replayForm, submitButton } from './facebook-controls.ts';
import { findPosts } from './facebook-find.ts';
import { readPost } from './facebook-read.ts';
import type { Site } from './site.ts';

/** Facebook: www, web and the mobile renderer. */
export const facebook: Site = {
  id: 'facebook',
  hosts: HOSTS,
  findPosts,
  readPost,
  findControl,
  findControls,
  readAccount: () => undefined,
  surfaceOf: () => 'other',
  expected: {},
  countUnknown: () => 0,
  readOwnWords: ownWords,
  isDone,
  submitButton,
  replayForm,
};
