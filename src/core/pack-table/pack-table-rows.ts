import { isNothing, shortened } from './pack-table-cells.ts';
import { columnLetters, columnOf, headingOf, type TableColumn } from './pack-table-columns.ts';
import { PLACEHOLDER } from './pack-table-names.ts';

/** One sheet of a spreadsheet, or a whole CSV file. */
export interface Sheet {
  readonly name: string;
  /** Cells as they are shown, empty rows included. */
  readonly rows: readonly (readonly string[])[];
  /** Number of the first of `rows` in the file, from 1. */
  readonly firstRow?: number;
}

/** Where something stands in a spreadsheet, in the words of its program. */
export interface TablePlace {
  readonly sheet: string;
  /** From 1; 0 for the sheet as a whole. */
  readonly row: number;
  /** Letters ("C"), or '' for the row as a whole. */
  readonly column: string;
}

/** What is wrong with a spreadsheet (`error`), or what was done with it that a person should know (`advice`). */
export interface TableFault extends TablePlace {
  readonly severity: 'error' | 'advice';
  /** Key of `locales/author.*.json`: `table.<code>.text` and `table.<code>.fix`. */
  readonly code: string;
  /** Heading of the column as it stands in the file, or ''. */
  readonly heading: string;
  readonly parameters: Readonly<Record<string, string | number>>;
}

export interface TableRow extends TablePlace {
  readonly cells: ReadonlyMap<TableColumn, string>;
  /** Place of a cell of this row. */
  placeOf(column: TableColumn): TablePlace & { readonly heading: string };
}

/** Cells of a merged block, and what is said once for the rows below it. */
const INHERITED: ReadonlySet<TableColumn> = new Set([
  'contest',
  'kind',
  'year',
  'region',
  'province',
  'party',
  'partyNumber',
]);

/** The headings stand in one of these first rows; titles may stand above. */
const HEADING_ROWS = 30;
const MOST_COLUMNS = 200;
/** Longer than anything a pack could hold; a reader must not hang on one cell. */
export const LONGEST_CELL = 20_000;

/** Rows below the headings of every sheet that has any, without the empty ones. */
export function readTableRows(sheets: readonly Sheet[]): {
  readonly rows: readonly TableRow[];
  readonly faults: readonly TableFault[];
} {
  const faults: TableFault[] = [];
  const rows = sheets.flatMap((sheet) => rowsOf(sheet, faults, sheets.length > 1));
  const hasHeadings = faults.every(({ code }) => code !== 'no-headings');
  if (rows.length === 0 && hasHeadings) {
    faults.push(faultAt({ sheet: sheets[0]?.name ?? '', row: 0, column: '' }, 'error', 'no-rows'));
  }
  return { rows, faults };
}

export function faultAt(
  place: TablePlace & { readonly heading?: string },
  severity: TableFault['severity'],
  code: string,
  parameters: TableFault['parameters'] = {},
): TableFault {
  const { sheet, row, column, heading = '' } = place;
  return { sheet, row, column, heading, severity, code, parameters };
}

function rowsOf(sheet: Sheet, faults: TableFault[], isOneOfMany: boolean): TableRow[] {
  const { name, rows, firstRow = 1 } = sheet;
  const at = rows.slice(0, HEADING_ROWS).findIndex(isHeadingRow);
  if (at < 0) {
    if (rows.every((cells) => cells.every(isNothing))) return [];
    // A workbook may have a sheet of notes.
    const severity = isOneOfMany ? 'advice' : 'error';
    faults.push(faultAt({ sheet: name, row: 0, column: '' }, severity, 'no-headings'));
    return [];
  }
  const headings = readHeadings(rows[at] ?? [], { sheet: name, row: firstRow + at, column: '' }, faults);
  const placeOf = (row: number, column: TableColumn) => {
    const index = headings.get(column);
    return {
      sheet: name,
      row,
      column: index === undefined ? '' : columnLetters(index),
      heading: index === undefined ? headingOf(column, 'id') : shortened(rows[at]?.[index] ?? ''),
    };
  };
  const last = new Map<TableColumn, string>();
  return rows.slice(at + 1).flatMap((row, below): TableRow[] => {
    if (row.every(isNothing)) return [];
    const number = firstRow + at + 1 + below;
    const cells = new Map<TableColumn, string>();
    for (const [column, index] of headings) {
      const cell = row[index] ?? '';
      if (cell.length > LONGEST_CELL) {
        faults.push(faultAt(placeOf(number, column), 'error', 'huge', { count: cell.length }));
      } else if (!isNothing(cell)) {
        // Said of the cell that must be filled in, not of each entry that is made of it.
        if (PLACEHOLDER.test(cell))
          faults.push(faultAt(placeOf(number, column), 'error', 'placeholder', { text: shortened(cell) }));
        cells.set(column, cell.trim());
        if (INHERITED.has(column)) last.set(column, cell.trim());
      }
    }
    if (cells.size === 0) return [];
    // Another region or contest begins: what stood above it no longer holds.
    if (cells.has('party') && !cells.has('partyNumber')) last.delete('partyNumber');
    for (const [column, cell] of last) if (!cells.has(column)) cells.set(column, cell);
    return [{ sheet: name, row: number, column: '', cells, placeOf: (column) => placeOf(number, column) }];
  });
}

/** Headings are words that we know; one known word may stand in any title. */
function isHeadingRow(cells: readonly string[]): boolean {
  const found = new Set(cells.map(columnOf));
  found.delete(undefined);
  return found.size > 1 && (found.has('name') || found.has('first') || found.has('party'));
}

function readHeadings(
  cells: readonly string[],
  place: TablePlace,
  faults: TableFault[],
): ReadonlyMap<TableColumn, number> {
  const headings = new Map<TableColumn, number>();
  cells.forEach((cell, index) => {
    const here = { ...place, column: columnLetters(index), heading: shortened(cell) };
    const column = columnOf(cell);
    if (column !== undefined && headings.has(column)) {
      faults.push(faultAt(here, 'error', 'heading-twice', { heading: shortened(cell) }));
    } else if (column !== undefined) headings.set(column, index);
    else if (!isNothing(cell) && index < MOST_COLUMNS) {
      faults.push(faultAt(here, 'advice', 'heading-unknown', { heading: shortened(cell) }));
    }
  });
  return headings;
}
