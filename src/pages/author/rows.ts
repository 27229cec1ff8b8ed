import type { LintIssue } from '../../core/pack-lint/pack-lint-issue.ts';
import type { OpenedEntry } from './draft.ts';

/** Rows of a table that are shown at once; the search finds the others. */
export const ROWS_AT_ONCE = 30;

/** The first rows that were found. The open one is always there, or a link to it would lead nowhere. */
export function shownRows<Row extends { readonly index: number }>(
  all: readonly Row[],
  found: readonly Row[],
  opened: number | undefined,
): readonly Row[] {
  const first = found.slice(0, ROWS_AT_ONCE);
  return opened === undefined || first.some(({ index }) => index === opened)
    ? first
    : [...first, ...all.filter(({ index }) => index === opened)];
}

/** The entry that an issue is about, where it is about one that the page can open. */
export function entryOf({ path: [part, index] }: LintIssue): OpenedEntry | undefined {
  const isShown = part === 'entities' || part === 'phrases' || part === 'exceptions';
  return isShown && typeof index === 'number' ? { part, index } : undefined;
}

/** How many errors each entry of a part has, by its index; none where there are none. */
export function errorsByIndex(
  issues: readonly LintIssue[],
  part: OpenedEntry['part'],
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const issue of issues) {
    const entry = issue.severity === 'error' ? entryOf(issue) : undefined;
    if (entry?.part === part) counts.set(entry.index, (counts.get(entry.index) ?? 0) + 1);
  }
  return counts;
}
