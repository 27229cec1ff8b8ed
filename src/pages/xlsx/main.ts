/**
 * The reader of XLSX files, in a file of its own: it is larger than many pages, and `author` loads it when somebody picks
 * such a file. No page of its own.
 */
export { readWorkbook } from '../../shared/xlsx-table.ts';
