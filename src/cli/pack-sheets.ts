import readXlsxFile from 'read-excel-file/universal';
import type { Sheet, TableFault } from '../core/pack-table-rows.ts';
import { faultAt } from '../core/pack-table-rows.ts';
import { isOldExcel, isZip } from '../core/pack-table-text.ts';
import { decodeTable, readDelimited } from '../shared/delimited-table.ts';

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
  return readDelimited(decodeTable(bytes), name);
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
