import { type Dictionary, translate } from '../../core/format/translate.ts';
import type { LintIssue } from '../../core/pack-lint/pack-lint-issue.ts';
import { lintText, tablePlace, tableText } from '../../core/pack-lint/pack-lint-text.ts';
import type { OpenCell } from './opening.ts';
import type { AuthorKey } from './words.ts';

/** An issue in words. `place` is '' where its text says enough. */
interface Said {
  readonly place: string;
  readonly text: string;
  readonly fix: string;
}

interface Group extends Said {
  /** The first of those that say the same. */
  readonly issue: LintIssue;
  count: number;
}

/** One source that is missing everywhere is said once; what is to be filled in, once for each place. */
export function groupsOf(
  issues: readonly LintIssue[],
  cells: readonly OpenCell[],
  dictionary: Dictionary,
): Group[] {
  const groups = new Map<string, Group>();
  for (const issue of issues) {
    const said = saidOf(issue, cells, dictionary);
    const key = `${said.place} ${said.text}`;
    const known = groups.get(key);
    if (known) known.count += 1;
    else groups.set(key, { issue, ...said, count: 1 });
  }
  return [...groups.values()];
}

/** What is to be filled in is said of the cell of the table that was opened, in the words of the command line. */
export function saidOf(issue: LintIssue, cells: readonly OpenCell[], dictionary: Dictionary): Said {
  const { code, entry, parameters } = issue;
  if (code !== 'placeholder') return { place: '', ...lintText(issue, dictionary) };
  const fault = cells.find((cell) => cell.entry === entry && cell.text === parameters.text)?.fault;
  return fault
    ? { place: tablePlace(fault, dictionary), ...tableText(fault, dictionary) }
    : { place: fieldOf(issue, dictionary), ...lintText(issue, dictionary) };
}

/** Label of the field that is to be filled in, with the entry where the example does not tell it. */
function fieldOf({ path, parameters: { text, name } }: LintIssue, dictionary: Dictionary): string {
  const key = FIELDS[path.filter((part) => typeof part === 'string').join('.')];
  if (key === undefined) return String(name);
  const label = translate(dictionary, key);
  return name === text ? label : `${name}: ${label}`;
}

const FIELDS: Readonly<Record<string, AuthorKey>> = {
  title: 'page.head.name',
  source: 'page.head.source',
  'contests.name': 'page.contest.name',
  'contests.region': 'page.contest.region',
  'contests.source': 'page.head.source',
  'entities.name': 'page.entry.name',
  'entities.source': 'page.head.source',
  'phrases.source': 'page.head.source',
  'exceptions.source': 'page.head.source',
};
