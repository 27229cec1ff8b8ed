import Papa from 'papaparse';
import { faultAt, type Sheet, type TableFault } from '../../core/pack-table-rows.ts';
import { encodingOf, isOldExcel, isZip, splitTable } from '../../core/pack-table-text.ts';

/** Bytes of a file that is read here; ten thousand candidates take less than one million. */
export const LARGEST_FILE = 8_000_000;

export interface Cells {
  readonly sheets: readonly Sheet[];
  readonly faults: readonly TableFault[];
}

/** Rows of a CSV text, or of cells that were copied from a spreadsheet. */
export function readCells(file: string, name: string): Cells {
  const { text, separator, removed } = splitTable(file);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: separator });
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  const row = (open?.row ?? 0) + removed + 1;
  return {
    sheets: [{ name, rows: data, firstRow: removed + 1 }],
    // A quote that is never closed swallows the rest of the file.
    faults: open ? [faultAt({ sheet: name, row, column: '' }, 'error', 'quote')] : [],
  };
}

/** Text of a file, or why it cannot be one. XLSX is left to the command line: its reader would double this page. */
export async function textOfFile(file: File): Promise<string | TableFault> {
  const refuse = (code: string, parameters = {}) =>
    faultAt({ sheet: file.name, row: 0, column: '' }, 'error', code, parameters);
  if (file.size > LARGEST_FILE) {
    return refuse('large', { size: Math.ceil(file.size / 1_000_000), most: LARGEST_FILE / 1_000_000 });
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isOldExcel(bytes)) return refuse('old-excel');
  if (isZip(bytes)) return refuse('xlsx-page');
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // What old spreadsheets on Windows save.
    return new TextDecoder(encoding === 'utf-8' ? 'windows-1252' : encoding).decode(bytes);
  }
}
