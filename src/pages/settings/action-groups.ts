import type { ActionKind } from '../../core/types.ts';

/** The actions in the order and the groups in which people think of them; a test keeps the list whole. */
export const ACTION_GROUPS = [
  { title: 'settings.actions.respond', actions: ['like', 'react', 'comment', 'reply'] },
  { title: 'settings.actions.spread', actions: ['share', 'repost', 'quote'] },
  { title: 'settings.actions.own', actions: ['post', 'upload'] },
  { title: 'settings.actions.account', actions: ['follow', 'friend', 'join', 'page'] },
] as const satisfies readonly { readonly title: string; readonly actions: readonly ActionKind[] }[];
