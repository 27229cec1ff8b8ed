const role = <Name extends string>(name: Name) => ({ role: name });

export const COLUMNS = ['hour', 'site', 'action', 'subject', 'outcome', 'tools'] as const;
const whole = { 'aria-colspan': COLUMNS.length };

/**
 * Spread into the boxes of the list, which is no `<table>`, because only the lines in sight are there, each in its
 * place: what a screen reader takes for a table.
 */
export const AS = {
  table: (label: string, rows: number) => ({
    role: 'table' as const,
    'aria-label': label,
    'aria-rowcount': rows,
    'aria-colcount': COLUMNS.length,
  }),
  rowgroup: role('rowgroup'),
  row: (index: number) => ({ role: 'row' as const, 'aria-rowindex': index }),
  columnheader: role('columnheader'),
  cell: role('cell'),
  wideHeader: { ...role('rowheader'), ...whole },
  wideCell: { ...role('cell'), ...whole },
};
