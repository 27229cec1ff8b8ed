import type { ActionKind, SiteId } from '../core/types.ts';
import type { Surface } from './surface.ts';

/** What people do, as they would say it; each is one of the actions of the settings. */
export const ACTIVITIES = {
  like: 'like',
  reaction: 'react',
  'double-tap like': 'like',
  'like of a comment': 'like',
  comment: 'comment',
  reply: 'reply',
  'sticker or GIF comment': 'comment',
  'share now': 'share',
  'share with text': 'share',
  'send to a person': 'share',
  'share to story': 'share',
  repost: 'repost',
  quote: 'quote',
  follow: 'follow',
  'add friend': 'friend',
  'join group': 'join',
  'like page': 'page',
  'follow page': 'page',
  subscribe: 'follow',
  'feed post': 'post',
  'group post': 'post',
  'story post': 'post',
  thread: 'post',
  'picked photo': 'upload',
  'pasted photo': 'upload',
  'dropped photo': 'upload',
} as const satisfies Readonly<Record<string, ActionKind>>;
export type Activity = keyof typeof ACTIVITIES;

/** Ways to perform an activity. */
export type ActivityPath =
  | 'click'
  | 'touch'
  | 'Enter'
  | 'Space'
  | 'Ctrl+Enter'
  | 'shortcut key'
  | 'double click'
  | 'palette'
  | 'menu item'
  | 'file input'
  | 'paste'
  | 'drop';

/**
 * One line of the matrix of a site. A surface that is in no list does not offer the activity on this site.
 * `docs/coverage.md` is made from these lines, and every covered cell is performed in both browsers by the tests.
 */
export interface CoverageLine {
  readonly activity: Activity;
  readonly covered: Readonly<Partial<Record<Surface, readonly ActivityPath[]>>>;
  /** Where it commits, in words: the control that publishes. */
  readonly commit: string;
  /** Surfaces that show it and commit nothing: they lead to another surface, where it is covered. */
  readonly elsewhere?: Readonly<Partial<Record<Surface, string>>>;
  /** Surfaces that offer it and are not covered, with the reason. */
  readonly open?: Readonly<Partial<Record<Surface, string>>>;
}

export interface SiteCoverage {
  readonly site: SiteId;
  /** Which markup of the site itself was opened, with figures and dates; absent where none was. */
  readonly opened?: string;
  readonly lines: readonly CoverageLine[];
}
