import type { LogEntry, LogPage } from '../../shared/messages.ts';

/** Few at first, so that the page is there at once; the most that one message may carry then. */
export const FIRST_ROWS = 50;
export const NEXT_ROWS = 1_000;
/** Each time that rows are shown they are filtered, grouped and counted anew. */
const SHOW_EVERY_MS = 400;

export interface LoadedRows {
  /** Newest first. */
  readonly rows: readonly LogEntry[];
  /** Rows that the store counts, those that it cannot open too. */
  readonly total: number;
  readonly ended: boolean;
}

export interface LogSource {
  list(query: { readonly limit: number; readonly before?: string }): Promise<LogPage>;
  /** Milliseconds of any clock that never goes back. */
  now(): number;
}

/**
 * Shows the first rows, then the others while they come; goes on behind `known` where loading stopped. Rejects with the
 * fault of the store after showing all rows that came before it. Shows nothing more once the signal aborts.
 */
export async function loadRows(
  source: LogSource,
  show: (loaded: LoadedRows) => void,
  signal: AbortSignal,
  known: readonly LogEntry[] = [],
): Promise<void> {
  let rows = [...known];
  let total = rows.length;
  let shown = Number.NEGATIVE_INFINITY;
  let shownRows = rows.length;
  const give = (ended: boolean) => {
    shown = source.now();
    shownRows = rows.length;
    // A count may be older than the rows that came after it.
    show({ rows, total: Math.max(total, rows.length), ended });
  };
  for (;;) {
    const limit = rows.length < FIRST_ROWS ? FIRST_ROWS : NEXT_ROWS;
    const last = rows.at(-1);
    let page: LogPage;
    try {
      page = await source.list({ limit, ...(last ? { before: last.id } : {}) });
    } catch (error) {
      if (rows.length > shownRows && !signal.aborted) give(false);
      throw error;
    }
    if (signal.aborted) return;
    // A new list, because what was shown must not change.
    rows = rows.concat(page.rows);
    total = page.total;
    // Rows that cannot be opened are counted and never come: an incomplete page is the end.
    const ended = page.rows.length < limit || rows.length >= total;
    if (ended || source.now() - shown >= SHOW_EVERY_MS) give(ended);
    if (ended) return;
  }
}
