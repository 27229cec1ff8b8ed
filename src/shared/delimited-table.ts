import Papa from 'papaparse';
import { faultAt, type Sheet, type TableFault } from '../core/pack-table/pack-table-rows.ts';
import { encodingOf, splitTable } from '../core/pack-table/pack-table-text.ts';

export interface DelimitedTable {
  readonly sheets: readonly Sheet[];
  readonly faults: readonly TableFault[];
}

/** Rows of a CSV text, or of cells that were copied from a spreadsheet; `name` is shown with a fault. */
export function readDelimited(file: string, name: string): DelimitedTable {
  const { text, separator, removed } = splitTable(file);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: separator });
  // A quote that is never closed swallows the rest of the file.
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  const row = (open?.row ?? 0) + removed + 1;
  return {
    sheets: [{ name, rows: data, firstRow: removed + 1 }],
    faults: open ? [faultAt({ sheet: name, row, column: '' }, 'error', 'quote')] : [],
  };
}

/** A CSV text of rows, with the mark and the separator that Excel expects in Indonesia; other programs guess both. */
export function writeDelimited(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${Papa.unparse(rows as string[][], { delimiter: ';', newline: '\r\n' })}\r\n`;
}

/** UTF-8 or UTF-16, else what old spreadsheets on Windows save. */
export function decodeTable(bytes: Uint8Array<ArrayBuffer>): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(encoding === 'utf-8' ? 'windows-1252' : encoding).decode(bytes);
  }
}
