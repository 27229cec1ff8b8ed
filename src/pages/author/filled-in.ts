import type { OpenSource } from '../../core/pack-lint/pack-lint-placeholders.ts';
import type { Draft } from './draft.ts';

/**
 * After a change, with the sources that held the same example of the template as the one that was written: they follow it,
 * as from one cell of a spreadsheet, until one is given its own.
 *
 * @param sources of the draft as it was opened
 */
export function filledIn(sources: readonly OpenSource[], before: Draft, after: Draft): Draft {
  return sources.reduce((draft, { entry, followers }) => {
    const [was, is] = [sourceOf(before, entry), sourceOf(after, entry)];
    if (was === undefined || is === undefined || was === is) return draft;
    const following = new Set(followers.filter((id) => sourceOf(draft, id) === was));
    return following.size === 0 ? draft : withSource(draft, following, is);
  }, after);
}

function sourceOf(draft: Draft, entry: string): string | undefined {
  if (entry === '') return draft.source;
  return [...draft.contests, ...draft.entities].find(({ id }) => id === entry)?.source;
}

function withSource(draft: Draft, entries: ReadonlySet<string>, source: string): Draft {
  const given = <Entry extends { readonly id: string; readonly source: string }>(entry: Entry): Entry =>
    entries.has(entry.id) ? { ...entry, source } : entry;
  return {
    ...draft,
    source: entries.has('') ? source : draft.source,
    contests: draft.contests.map(given),
    entities: draft.entities.map(given),
  };
}
