import Papa from 'papaparse';
import {
  CSV_COLUMNS,
  type CsvWords,
  csvCells,
  LOG_FILE_FORMAT,
  OWNER_LINE,
} from '../../core/log/log-file.ts';
import type { LogEntry } from '../../shared/messages.ts';

/** So many rows are written between two looks at the page. */
const ROWS_AT_ONCE = 2_000;
/** Without it some spreadsheets take UTF-8 for something else. */
const BYTE_ORDER_MARK = '\uFEFF';

export interface Writing {
  readonly signal: AbortSignal;
  onProgress(written: number): void;
  /** Lets the page work; resolves when writing may go on. */
  pause(): Promise<void>;
}

/** The parts of `catatan.csv`. Rejects with the reason of the signal when it aborts. */
export async function writeCsv(
  rows: readonly LogEntry[],
  words: CsvWords,
  columns: Readonly<Record<(typeof CSV_COLUMNS)[number], string>>,
  writing: Writing,
): Promise<readonly string[]> {
  const lines = (cells: readonly (readonly string[])[]) =>
    `${Papa.unparse(cells as string[][], { quotes: true, newline: '\r\n' })}\r\n`;
  const head = BYTE_ORDER_MARK + lines([[OWNER_LINE], CSV_COLUMNS.map((column) => columns[column])]);
  return [head, ...(await inParts(rows, (part) => lines(part.map((row) => csvCells(row, words))), writing))];
}

/** The parts of `catatan.json`: the rows as they are stored. */
export async function writeJson(rows: readonly LogEntry[], writing: Writing): Promise<readonly string[]> {
  const head = JSON.stringify({ note: OWNER_LINE, format: LOG_FILE_FORMAT }).slice(0, -1);
  const parts = await inParts(rows, (part) => part.map((row) => JSON.stringify(row)).join(',\n'), writing);
  return [`${head},"rows":[\n`, parts.join(',\n'), '\n]}\n'];
}

async function inParts(
  rows: readonly LogEntry[],
  write: (part: readonly LogEntry[]) => string,
  { signal, onProgress, pause }: Writing,
): Promise<readonly string[]> {
  const parts: string[] = [];
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    signal.throwIfAborted();
    const part = rows.slice(start, start + ROWS_AT_ONCE);
    parts.push(write(part));
    onProgress(start + part.length);
    await pause();
  }
  signal.throwIfAborted();
  return parts;
}
