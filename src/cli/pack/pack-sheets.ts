import { readSheetsOf, type Sheets } from '../../shared/read-sheets.ts';
import { readTableFile } from '../../shared/table-file.ts';
import { readWorkbook } from '../../shared/xlsx-table.ts';

/** Bytes of a spreadsheet; ten thousand candidates take less than one million. */
const LARGEST_TABLE = 20_000_000;

/** Sheets of a CSV or XLSX file. `name` is that of the file. */
export async function readSheets(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<Sheets> {
  const file = await readTableFile(new Blob([bytes]), name, LARGEST_TABLE);
  return readSheetsOf(file, name, async () => ({ readWorkbook }));
}
