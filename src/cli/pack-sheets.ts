import type { Sheet, TableFault } from '../core/pack-table-rows.ts';
import { readDelimited } from '../shared/delimited-table.ts';
import { fileFault, readTableFile } from '../shared/table-file.ts';
import { readWorkbook } from './xlsx-table.ts';

/** Bytes of a spreadsheet; ten thousand candidates take less than one million. */
const LARGEST_TABLE = 20_000_000;

export type SheetsResult =
  | { readonly sheets: readonly Sheet[]; readonly faults?: readonly TableFault[] }
  | { readonly sheets?: undefined; readonly faults: readonly TableFault[] };

/** Sheets of a CSV or XLSX file. `name` is that of the file. */
export async function readSheets(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<SheetsResult> {
  const read = await readTableFile(new Blob([bytes]), name, LARGEST_TABLE);
  if ('fault' in read) return { faults: [read.fault] };
  if ('text' in read) return readDelimited(read.text, name);
  const workbook = await readWorkbook(read.workbook);
  return 'code' in workbook ? { faults: [fileFault(name, workbook.code)] } : workbook;
}
