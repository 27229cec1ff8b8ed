import type { LogRow } from '../../core/log/log.ts';
import { logRowId } from '../../core/log/log-id.ts';
import { unpackLogPage } from '../../shared/log-page-text.ts';
import type { LogEntry, LogPage, LogState, MessageName, Payload, Reply } from '../../shared/messages.ts';
import { answered, type Failure, failureOf } from './failure.ts';
import { FIRST_ROWS, type LoadedRows, loadRows } from './loader.ts';

export type Log =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'failed'; readonly failure: Failure }
  | { readonly phase: 'locked'; readonly status: LogState }
  | ReadyLog;

export interface ReadyLog {
  readonly phase: 'ready';
  readonly status: LogState;
  /** Newest first. */
  readonly rows: readonly LogEntry[];
  readonly total: number;
  readonly loading: boolean;
  /** Why older rows could not be loaded. */
  readonly stopped: Failure | undefined;
}

export type Send = <Name extends MessageName>(name: Name, payload: Payload<Name>) => Promise<Reply<Name>>;

/** What was to be deleted is there, or what was to change is not. */
const STILL_THERE = 'log: failed';
const NO_BYTES = new Uint8Array(12);

/**
 * What the page knows of the log, and what it asks of the background. Deletions are read back, since "deleted" is a
 * promise. Promises reject with an error that `failureOf` understands; `load` and `goOn` show their failure instead.
 */
export interface LogKeeper {
  load(): Promise<void>;
  /** Loads on where it stopped. */
  goOn(): Promise<void>;
  /** Looks whether the log changed while nobody looked at the page. */
  refresh(): Promise<void>;
  removeRow(id: string): Promise<void>;
  removeHours(hours: { readonly from: number; readonly to: number }): Promise<void>;
  clear(): Promise<void>;
  reset(): Promise<void>;
  acknowledge(): Promise<void>;
  setLock(passphrase: string): Promise<void>;
  /** False: the passphrase is wrong. */
  openLock(passphrase: string): Promise<boolean>;
  /** Hides the rows at once, also when the background does not answer. */
  closeLock(): Promise<void>;
  removeLock(): Promise<void>;
  /** Tells the background that an open log is in use: opening a row counts as that. */
  keepOpen(): Promise<void>;
  /** Seals rows anew until none is left or the signal aborts, and says how many are left. */
  reseal(onLeft: (left: number) => void, signal: AbortSignal): Promise<void>;
  /** Nothing is shown afterwards. */
  stop(): void;
}

export function createLogKeeper(send: Send, show: (log: Log) => void, now: () => number): LogKeeper {
  let log: Log = { phase: 'waiting' };
  let loading = new AbortController();

  const ask: Send = async (name, payload) => answered(await send(name, payload));
  const list = async (query: Payload<'log.list'>) => unpackLogPage(await ask('log.list', query));
  const set = (next: Log) => {
    log = next;
    show(next);
  };
  const begin = () => {
    loading.abort();
    loading = new AbortController();
    return loading.signal;
  };

  async function load(): Promise<void> {
    const signal = begin();
    try {
      const [status, first] = await Promise.all([ask('log.state', null), list({ limit: FIRST_ROWS })]);
      if (signal.aborted) return;
      if (status.lock === 'locked') set({ phase: 'locked', status });
      else await loadFrom(status, [], signal, first);
    } catch (error) {
      if (!signal.aborted) set({ phase: 'failed', failure: failureOf(error) });
    }
  }

  async function loadFrom(
    status: LogState,
    known: readonly LogEntry[],
    signal: AbortSignal,
    first?: LogPage,
  ): Promise<void> {
    let waiting = first;
    const source = {
      now,
      list: (query: Payload<'log.list'>) => {
        const page = waiting;
        waiting = undefined;
        return page ? Promise.resolve(page) : list(query);
      },
    };
    const give = ({ rows, total, ended }: LoadedRows) => {
      set({ phase: 'ready', status, rows, total, loading: !ended, stopped: undefined });
    };
    try {
      await loadRows(source, give, signal, known);
    } catch (error) {
      if (signal.aborted) return;
      if (log.phase !== 'ready') throw error;
      set({ ...log, loading: false, stopped: failureOf(error) });
    }
    // Rows are also missing when the lock closed meanwhile.
    if (!signal.aborted && log.phase === 'ready' && log.rows.length < log.total) await refresh();
  }

  async function goOn(): Promise<void> {
    if (log.phase !== 'ready') return load();
    const signal = begin();
    set({ ...log, loading: true, stopped: undefined });
    await loadFrom(log.status, log.rows, signal);
  }

  async function refresh(): Promise<void> {
    if (log.phase === 'waiting' || log.phase === 'failed') return;
    const before = log.status;
    const status = await ask('log.state', null).catch(() => undefined);
    if (!status || (log.phase !== 'ready' && log.phase !== 'locked')) return;
    if (status.lock === 'locked') {
      begin();
      set({ phase: 'locked', status });
    } else if (log.phase === 'locked' || status.rows !== before.rows) await load();
    else set({ ...log, status });
  }

  /** Rows that are gone leave the page; what is still to come is loaded on. */
  async function drop(isGone: (row: LogRow) => boolean): Promise<void> {
    if (log.phase !== 'ready') return load();
    begin();
    const rows = log.rows.filter((row) => !isGone(row));
    const wasLoading = log.loading;
    const total = log.total - (log.rows.length - rows.length);
    set({ ...log, rows, total: Math.max(total, rows.length), loading: false });
    const status = await ask('log.state', null).catch(() => undefined);
    if (status && log.phase === 'ready') set({ ...log, status });
    if (wasLoading) await goOn();
  }

  async function changeLock<Name extends 'lock.set' | 'lock.remove'>(
    name: Name,
    payload: Payload<Name>,
  ): Promise<void> {
    await ask(name, payload);
    const status = await ask('log.state', null);
    if (log.phase === 'ready') set({ ...log, status });
    else await load();
  }

  return {
    load,
    goOn,
    refresh,
    async removeRow(id) {
      await ask('log.delete', { ids: [id] });
      const rows = log.phase === 'ready' ? log.rows : [];
      const newer = rows[rows.findIndex((row) => row.id === id) - 1];
      const page = await list({ limit: FIRST_ROWS, ...(newer ? { before: newer.id } : {}) });
      if (page.rows.some((row) => row.id === id)) throw new Error(STILL_THERE);
      await drop((row) => row.id === id);
    },
    async removeHours({ from, to }) {
      await ask('log.delete', { from, to });
      const [next] = (await list({ limit: 1, before: logRowId(to, NO_BYTES) })).rows;
      if (next && next.hour >= from) throw new Error(STILL_THERE);
      await drop((row) => row.hour >= from && row.hour < to);
    },
    async clear() {
      const known = new Set(log.phase === 'ready' ? log.rows.slice(0, FIRST_ROWS).map(({ id }) => id) : []);
      begin();
      await ask('log.clear', null);
      const page = await list({ limit: FIRST_ROWS });
      if (page.rows.some(({ id }) => known.has(id))) throw new Error(STILL_THERE);
      await load();
    },
    async reset() {
      begin();
      await ask('data.reset', null);
      const { rows, lock } = await ask('log.state', null);
      if (rows > 0 || lock !== 'off') throw new Error(STILL_THERE);
      await load();
    },
    async acknowledge() {
      await ask('log.acknowledge', null);
      await refresh();
    },
    async setLock(passphrase) {
      // An old lock may be off but for its last step, which this does.
      await ask('log.reseal', null);
      await changeLock('lock.set', { passphrase });
    },
    removeLock: () => changeLock('lock.remove', null),
    async keepOpen() {
      const page = await list({ limit: 1 }).catch(() => undefined);
      if (page && page.rows.length === 0) await refresh();
    },
    async openLock(passphrase) {
      const { opened } = await ask('lock.open', { passphrase });
      if (opened) await load();
      return opened;
    },
    async closeLock() {
      begin();
      if (log.phase === 'ready') set({ phase: 'locked', status: { ...log.status, lock: 'locked' } });
      await ask('lock.close', null);
    },
    async reseal(onLeft, signal) {
      let before = Number.POSITIVE_INFINITY;
      while (!signal.aborted) {
        const { left } = await ask('log.reseal', null);
        onLeft(left);
        if (left === 0) break;
        // Rows that never become fewer would be tried for ever.
        if (left >= before) throw new Error(STILL_THERE);
        before = left;
      }
      await refresh();
    },
    stop: () => loading.abort(),
  };
}
