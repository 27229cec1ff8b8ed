import type { LogRow } from '../../core/log.ts';
import { usePage } from '../parts/frame.tsx';
import { byDay, detailOf, subjectOf } from './words.ts';

/** Spread, not written out: they are redundant until the narrow layout changes `display`. */
const as = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;
const columns = ['hour', 'site', 'action', 'subject', 'outcome'] as const;

/**
 * One table, a group of rows per day. On narrow screens the style sheet lays each row out as a card; `data-label`
 * then repeats the column's name, and the roles keep the table a table where `display` would take that away.
 */
export function LogTable({ rows }: { readonly rows: readonly LogRow[] }) {
  const { texts } = usePage();
  return (
    <table class="log" {...as.table}>
      <caption class="hidden">{texts.say('log.table.caption')}</caption>
      <thead {...as.rowgroup}>
        <tr {...as.row}>
          {columns.map((column) => (
            <th key={column} scope="col" {...as.columnheader}>
              {texts.say(`log.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {byDay(rows, texts).map((day) => (
        <tbody key={day.name} {...as.rowgroup}>
          <tr {...as.row} class="log-day">
            <th scope="rowgroup" {...as.rowheader} colSpan={columns.length}>
              {day.name}
            </th>
          </tr>
          {day.rows.map((row) => (
            <LogLine key={row.id} row={row} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function LogLine({ row }: { readonly row: LogRow }) {
  const { texts } = usePage();
  const label = (column: (typeof columns)[number]) => texts.say(`log.column.${column}`);
  return (
    <tr {...as.row}>
      <td {...as.cell} data-label={label('hour')} class="log-hour">
        {texts.hour(row.hour)}
      </td>
      <td {...as.cell} data-label={label('site')}>
        {texts.say(`site.${row.site}.name`)}
      </td>
      <td {...as.cell} data-label={label('action')}>
        {texts.say(`action.${row.action}.name`)}
      </td>
      <td {...as.cell} data-label={label('subject')}>
        <span class="log-words">
          {subjectOf(row, texts)} <span class="log-detail">{detailOf(row, texts)}</span>
        </span>
      </td>
      <td {...as.cell} data-label={label('outcome')}>
        <span class={`outcome outcome-${row.outcome}`}>{texts.say(`outcome.${row.outcome}.name`)}</span>
      </td>
    </tr>
  );
}
