/** Places of a site in which people act. */
export const SURFACES = [
  'feed',
  'permalink',
  'dialog',
  'photo viewer',
  'reels',
  'story',
  'live',
  'group',
  'page',
  'profile',
  'search',
  'hover card',
  'suggestions',
  'notifications',
  'messages',
  'mobile',
  'intent',
  'sharer',
  'plugin',
] as const;
/** `other`: a page of the site on which nothing of this is expected (settings, help, sign-in). */
export type Surface = (typeof SURFACES)[number] | 'other';
