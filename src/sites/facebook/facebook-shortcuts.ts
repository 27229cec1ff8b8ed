/**
 * Shortcut keys of Facebook. The page publishes them as JSON in `data-at-shortcutkeys`, localised (seen 2025-11, three
 * pages): l like or react, c comment, s share, p create a post. Read at every press, because a person can change them.
 */

import { isEditable } from '../dom.ts';
import type { Trigger } from '../site.ts';
import * as S from './facebook.selectors.ts';

export type ShortcutAction = 'like' | 'comment' | 'share' | 'post';

const DEFAULTS: Readonly<Record<string, ShortcutAction>> = { l: 'like', c: 'comment', s: 'share', p: 'post' };
const MEANINGS = [
  ['like', S.LABELS.keyLike],
  ['comment', S.LABELS.keyComment],
  ['share', S.LABELS.keyShare],
  ['post', S.LABELS.keyPost],
] as const;
/** Where letters choose something else: menus, lists, players. */
const OTHER_KEYS = '[role="menu"], [role="listbox"], [role="combobox"], [role="slider"], select';

function publishedKeys(document: Document): Readonly<Record<string, unknown>> {
  const text = document.querySelector('[data-at-shortcutkeys]')?.getAttribute('data-at-shortcutkeys') ?? '{}';
  try {
    const keys: unknown = JSON.parse(text);
    return typeof keys === 'object' && keys !== null ? (keys as Record<string, unknown>) : {};
  } catch {
    // A list that cannot be read is no list: the site would not publish it so.
    return {};
  }
}

/** The person has switched single keys off (name in the page's configuration seen 2025-11, its place inferred). */
function areDisabled(document: Document): boolean {
  const scripts = document.querySelectorAll('script[type="application/json"]');
  return [...scripts].some((script) => /"areSingleKeysDisabled":\s*true/.test(script.textContent ?? ''));
}

/** What a key does on the page, or undefined when it is no shortcut that acts on posts. */
export function shortcutOf(trigger: Trigger): ShortcutAction | undefined {
  const target = trigger.path[0];
  if (trigger.type !== 'key' || target === undefined || trigger.key.length !== 1) {
    return undefined;
  }
  const isModified = trigger.shift || trigger.alt || trigger.command;
  if (isModified || isEditable(target) || target.closest(OTHER_KEYS) !== null) {
    return undefined;
  }
  const keys = publishedKeys(target.ownerDocument);
  const words = keys[trigger.key];
  if (typeof words !== 'string') {
    return undefined;
  }
  // A key that was given another meaning says so in its words; where no table knows them, the letter counts.
  const byWords = MEANINGS.find(([, table]) => S.matches(table, words))?.[0];
  const action = byWords ?? (S.isKnownLanguage(target) ? undefined : DEFAULTS[trigger.key]);
  return action === undefined || areDisabled(target.ownerDocument) ? undefined : action;
}
