import { useEffect, useState } from 'preact/hooks';
import { type LogPage, send } from '../../shared/messages.ts';
import { joinPage, type Log, PAGE_LENGTH } from './paging.ts';

const waiting: Log = { state: 'waiting', rows: [], total: 0, more: 'none' };

export interface LogControl {
  readonly log: Log;
  load(): void;
  loadMore(): void;
  /** Rejects when the log could not be cleared. */
  clear(): Promise<void>;
}

export function useLog(): LogControl {
  const [log, setLog] = useState<Log>(waiting);
  const load = () => {
    setLog(waiting);
    fetchPage(undefined).then(
      (page) => setLog(joinPage([], page)),
      () => setLog({ ...waiting, state: 'failed' }),
    );
  };
  const loadMore = () => {
    const last = log.rows.at(-1);
    if (!last || log.more === 'waiting') return;
    setLog({ ...log, more: 'waiting' });
    fetchPage(last.id).then(
      (page) => setLog(joinPage(log.rows, page)),
      () => setLog({ ...log, more: 'failed' }),
    );
  };
  const clear = async () => {
    await send('log.clear', null);
    // Read back instead of assuming: "deleted" is a promise.
    setLog(joinPage([], await fetchPage(undefined)));
  };
  useEffect(load, []);
  return { log, load, loadMore, clear };
}

async function fetchPage(before: string | undefined): Promise<LogPage> {
  const page = await send('log.list', { limit: PAGE_LENGTH, ...(before === undefined ? {} : { before }) });
  if (!page) throw new Error('The background did not answer log.list.');
  return page;
}
