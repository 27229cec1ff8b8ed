import type { Sheet, TableFault } from '../core/pack-table/pack-table-rows.ts';
import { readDelimited } from './delimited-table.ts';
import { fileFault, type TableFile } from './table-file.ts';
import type { readWorkbook } from './xlsx-table.ts';

export interface Sheets {
  /** Null where the file is none that could have any. */
  readonly sheets: readonly Sheet[] | null;
  readonly faults: readonly TableFault[];
}

/** Loads the reader of XLSX, which is only wanted for such a file. */
export type LoadReader = () => Promise<{ readonly readWorkbook: typeof readWorkbook }>;

/** Sheets of a table file that was looked at. `name` is that of the file. */
export async function readSheetsOf(file: TableFile, name: string, load: LoadReader): Promise<Sheets> {
  if ('fault' in file) return { sheets: null, faults: [file.fault] };
  if ('text' in file) return readDelimited(file.text, name);
  const reader = await load().catch(() => undefined);
  if (!reader) return { sheets: null, faults: [fileFault(name, 'xlsx-page')] };
  const workbook = await reader.readWorkbook(file.workbook);
  return 'code' in workbook
    ? { sheets: null, faults: [fileFault(name, workbook.code)] }
    : { sheets: workbook.sheets, faults: [] };
}
