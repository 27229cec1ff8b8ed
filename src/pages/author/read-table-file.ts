import { faultAt, type TableFault } from '../../core/pack-table-rows.ts';
import { isOldExcel, isZip } from '../../core/pack-table-text.ts';
import { decodeTable } from '../../shared/delimited-table.ts';

/** Bytes of a file that is read here; ten thousand candidates take less than one million. */
export const LARGEST_FILE = 8_000_000;

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
  return decodeTable(bytes);
}
