import type { ActionKind, SiteId } from '../types.ts';

/** What people can do on each site at all, in the order of the settings; a test compares it with the coverage tables. */
export const SITE_ACTIONS: Readonly<Record<SiteId, readonly ActionKind[]>> = {
  facebook: [
    'like',
    'react',
    'comment',
    'reply',
    'share',
    'follow',
    'friend',
    'join',
    'page',
    'post',
    'upload',
  ],
  instagram: ['like', 'react', 'comment', 'reply', 'share', 'repost', 'follow', 'post', 'upload'],
  x: ['like', 'comment', 'share', 'repost', 'quote', 'follow', 'join', 'post', 'upload'],
};
