import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/universal';
import type { Sheet, TableFault } from '../core/pack-table-rows.ts';
import { faultAt } from '../core/pack-table-rows.ts';
import { encodingOf, isOldExcel, isZip, splitTable } from '../core/pack-table-text.ts';

/** Bytes of a spreadsheet; ten thousand candidates take less than one million. */
export const LARGEST_TABLE = 20_000_000;
/** A packed sheet must not fill the memory once it is unpacked. */
const MOST_CELLS = 5_000_000;

export type SheetsResult =
  | { readonly sheets: readonly Sheet[]; readonly faults?: readonly TableFault[] }
  | { readonly sheets?: undefined; readonly faults: readonly TableFault[] };

/** Sheets of a CSV or XLSX file, by what its bytes are and not by what it is called. `name` is that of the file. */
export async function readSheets(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<SheetsResult> {
  const refuse = (code: string, parameters = {}): SheetsResult => ({
    faults: [faultAt({ sheet: name, row: 0, column: '' }, 'error', code, parameters)],
  });
  if (bytes.length > LARGEST_TABLE) {
    return refuse('large', { size: Math.ceil(bytes.length / 1_000_000), most: LARGEST_TABLE / 1_000_000 });
  }
  if (isOldExcel(bytes)) return refuse('old-excel');
  if (isZip(bytes)) {
    try {
      return { sheets: await xlsxSheets(bytes) };
    } catch {
      return refuse('not-xlsx');
    }
  }
  return csvSheet(decode(bytes), name);
}

async function xlsxSheets(bytes: Uint8Array<ArrayBuffer>): Promise<Sheet[]> {
  const sheets = await readXlsxFile(new Blob([bytes]));
  let cells = 0;
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((row) => {
      cells += row.length;
      if (cells > MOST_CELLS) throw new RangeError('more cells than a pack could hold');
      return row.map(textOfCell);
    }),
  }));
}

function textOfCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  // Dates of a spreadsheet have no zone; the reader puts them at midnight UTC.
  if (value instanceof Date) return value.toJSON()?.slice(0, 10) ?? '';
  return String(value);
}

/** UTF-8 or UTF-16, else what old spreadsheets on Windows save. */
function decode(bytes: Uint8Array<ArrayBuffer>): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(encoding === 'utf-8' ? 'windows-1252' : encoding).decode(bytes);
  }
}

export function csvSheet(file: string, name: string): SheetsResult {
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
