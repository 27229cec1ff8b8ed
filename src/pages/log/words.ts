import type { LogRow } from '../../core/log.ts';
import type { Texts } from '../texts.ts';

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

export interface Day {
  readonly name: string;
  readonly rows: readonly LogRow[];
}

/** Rows in their given order, cut wherever the local day changes. */
export function byDay(rows: readonly LogRow[], texts: Texts): Day[] {
  const days: { name: string; rows: LogRow[] }[] = [];
  for (const row of rows) {
    const name = texts.day(row.hour);
    const last = days.at(-1);
    if (last?.name === name) last.rows.push(row);
    else days.push({ name, rows: [row] });
  }
  return days;
}
