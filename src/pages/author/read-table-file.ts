import type { TableFault } from '../../core/pack-table-rows.ts';
import { fileFault, readTableFile } from '../../shared/table-file.ts';

/** Bytes of a file that is read here; ten thousand candidates take less than one million. */
const LARGEST_FILE = 8_000_000;

/** Text of a file, or why it cannot be one. XLSX is left to the command line: its reader would double this page. */
export async function textOfFile(file: File): Promise<string | TableFault> {
  const read = await readTableFile(file, file.name, LARGEST_FILE);
  if ('fault' in read) return read.fault;
  return 'text' in read ? read.text : fileFault(file.name, 'xlsx-page');
}
