import { safeCell } from '../format/csv.ts';
import type { LogDetail, LogRow } from './log.ts';

/** First line of every exported log, in Indonesian whatever the language: an agency that gets one must read it. */
export const OWNER_LINE = 'milik pribadi; dapat diubah pemilik; bukan alat bukti';
export const LOG_FILE_FORMAT = 'jaga-netral-catatan-1';

export type ExportedRow = LogRow & { readonly detail: LogDetail | null };

/** How the fields of a row are said in the language of the person. */
export interface CsvWords {
  day(row: ExportedRow): string;
  hour(row: ExportedRow): string;
  site(row: ExportedRow): string;
  action(row: ExportedRow): string;
  subject(row: ExportedRow): string;
  category(row: ExportedRow): string;
  outcome(row: ExportedRow): string;
}

export const CSV_COLUMNS = [
  'day',
  'hour',
  'site',
  'action',
  'subject',
  'category',
  'outcome',
  'pack',
  'term',
  'excerpt',
  'link',
] as const;

/** Cells of one row in the order of `CSV_COLUMNS`, each safe in a spreadsheet. */
export function csvCells(row: ExportedRow, words: CsvWords): readonly string[] {
  const { term = '', excerpt = '', link = '' } = row.detail ?? {};
  return [
    words.day(row),
    words.hour(row),
    words.site(row),
    words.action(row),
    words.subject(row),
    words.category(row),
    words.outcome(row),
    row.packVersion,
    term,
    excerpt,
    link ?? '',
  ].map(safeCell);
}
