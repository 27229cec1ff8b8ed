import { faultAt, type TableFault } from '../core/pack-table/pack-table-rows.ts';
import { isOldExcel, isZip } from '../core/pack-table/pack-table-text.ts';
import { decodeTable } from './delimited-table.ts';

/** What a file of a spreadsheet program is by its first bytes. The text of one may also be that of a pack. */
export type TableFile =
  | { readonly text: string }
  /** Of an XLSX file, not unpacked. */
  | { readonly workbook: Uint8Array<ArrayBuffer> }
  | { readonly fault: TableFault };

/** A file that may be larger than `largest` bytes, looked at by what it is and not by what it is called. */
export async function readTableFile(file: Blob, name: string, largest: number): Promise<TableFile> {
  if (file.size > largest) {
    const parameters = { size: Math.ceil(file.size / 1_000_000), most: largest / 1_000_000 };
    return { fault: fileFault(name, 'large', parameters) };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isOldExcel(bytes)) return { fault: fileFault(name, 'old-excel') };
  return isZip(bytes) ? { workbook: bytes } : { text: decodeTable(bytes) };
}

/** What is wrong with a whole file of this name: the code of `table.<code>.text` in `locales/author.*.json`. */
export function fileFault(name: string, code: string, parameters: TableFault['parameters'] = {}): TableFault {
  return faultAt({ sheet: name, row: 0, column: '' }, 'error', code, parameters);
}
