import type { LogRow } from '../../core/log/log.ts';
import type { FilterField, LogGroup, LogView } from '../../core/log/log-view.ts';
import type { TextKey, Texts } from '../texts.ts';

/** What a row is about, such as "Pasangan calon, Pemilihan presiden 2024". Closed vocabulary only. */
export function subjectOf(row: LogRow, texts: Texts): string {
  const role = texts.say(`role.${row.role}.name`);
  if (!row.contest) return role;
  // A year is a name, not an amount: it must not get a thousands separator.
  return `${role}, ${texts.say(`contest.${row.contest.kind}.name`, { year: String(row.contest.year) })}`;
}

/** The rest that a row holds: its category, where the role does not say it already, and the version of the list. */
export function detailOf(row: LogRow, texts: Texts): string {
  const category = texts.say(`category.${row.category}.name`);
  const version = row.packVersion === '' ? '' : texts.say('log.row.pack', { version: row.packVersion });
  const parts = category === texts.say(`role.${row.role}.name`) ? [version] : [category, version];
  return parts.filter((part) => part !== '').join(' · ');
}

/** Name of a value of the closed lists. */
export function valueName(field: FilterField, value: string, texts: Texts): string {
  return texts.say(`${field}.${value}.name` as TextKey);
}

/** Heading of a group. */
export function groupName({ key, rows: [row] }: LogGroup<LogRow>, view: LogView, texts: Texts): string {
  if (view !== 'day') return valueName(view, key, texts);
  return row ? texts.day(row.hour) : key;
}

/** When it was: the hour alone below the heading of its day. */
export function timeOf(row: LogRow, view: LogView, texts: Texts): string {
  return view === 'day' ? texts.hour(row.hour) : `${texts.date(row.hour)}, ${texts.hour(row.hour)}`;
}
