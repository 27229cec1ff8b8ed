import { faultAt, type Sheet, type TableFault } from '../core/pack-table-rows.ts';
import { isOldExcel, isZip } from '../core/pack-table-text.ts';
import { decodeTable } from './delimited-table.ts';
import type { Workbook } from './xlsx-table.ts';

/** What a file of a spreadsheet program turned out to be; the text of one may also be that of a pack. */
export type TableFile =
  | { readonly text: string }
  | { readonly sheets: readonly Sheet[] }
  | { readonly fault: TableFault };

interface TableFileOptions {
  /** Name of the file, shown with a fault. */
  readonly name: string;
  /** Bytes that are taken at most. */
  readonly largest: number;
  /** Reads XLSX. Passed in, because its reader is 130 kB that a page need not hold. */
  readonly readWorkbook: (bytes: Uint8Array) => Promise<Workbook>;
}

/** A CSV or XLSX file, by what its bytes are and not by what it is called. `file` may be larger than it is allowed to be. */
export async function readTableFile(
  file: Blob,
  { name, largest, readWorkbook }: TableFileOptions,
): Promise<TableFile> {
  const refuse = (code: string, parameters: TableFault['parameters'] = {}): TableFile => ({
    fault: faultAt({ sheet: name, row: 0, column: '' }, 'error', code, parameters),
  });
  if (file.size > largest) {
    return refuse('large', { size: Math.ceil(file.size / 1_000_000), most: largest / 1_000_000 });
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isOldExcel(bytes)) return refuse('old-excel');
  if (!isZip(bytes)) return { text: decodeTable(bytes) };
  const workbook = await readWorkbook(bytes);
  return 'code' in workbook ? refuse(workbook.code) : workbook;
}
