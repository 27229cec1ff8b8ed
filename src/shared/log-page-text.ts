import type { LogEntry, LogPage, LogPageText } from './messages.ts';

export function packLogPage({ rows, total }: LogPage): LogPageText {
  return { rows: JSON.stringify(rows), total };
}

/** Rows were checked one by one when the background opened them; nothing but our own message comes here. */
export function unpackLogPage({ rows, total }: LogPageText): LogPage {
  return { rows: JSON.parse(rows) as readonly LogEntry[], total };
}
