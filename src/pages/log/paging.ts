import type { LogRow } from '../../core/log.ts';
import type { LogPage } from '../../shared/messages.ts';

export const PAGE_LENGTH = 50;

export interface Log {
  readonly state: 'waiting' | 'failed' | 'ready';
  readonly rows: readonly LogRow[];
  readonly total: number;
  /** Whether there are older rows, and how fetching them goes. */
  readonly more: 'none' | 'some' | 'waiting' | 'failed';
}

/** The log after one more page. The count may be older than the rows: an incomplete page is the end as well. */
export function joinPage(known: readonly LogRow[], page: LogPage): Log {
  const rows = [...known, ...page.rows];
  const ended = page.rows.length < PAGE_LENGTH || rows.length >= page.total;
  return { state: 'ready', rows, total: Math.max(page.total, rows.length), more: ended ? 'none' : 'some' };
}
