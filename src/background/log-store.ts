import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type LogRow, logRowSchema } from '../core/log.ts';
import { HOUR_MS, logRowId } from '../core/log-id.ts';
import { browser } from '../shared/browser.ts';
import type { LogPage } from '../shared/messages.ts';
import { readStored, writeStored } from '../shared/storage.ts';
import { alone, together } from './gate.ts';
import { eraseDatabase, type LogKey, type SealedRow } from './log-key.ts';
import { judgeClock, oldestKept, readClockRecord } from './retention.ts';

export const LOG_DATABASE = 'log';
const VERSION = 1;
/** Key of storage.local. */
export const CLOCK_KEY = 'logClock';
const PRUNE_EVERY_MS = 24 * HOUR_MS;

/**
 * - `newer`: written by a newer version of the extension; nothing is touched
 * - `blocked`: another connection is in the way
 * - `full`: no space left, also after expired rows were deleted
 * - `failed`: anything else
 */
export type LogErrorCode = 'newer' | 'blocked' | 'full' | 'failed';

/** `message` is `log: ` and the code, because only the message of an error reaches the sender. */
export interface LogError extends Error {
  readonly code: LogErrorCode;
}

/** The warning log. Every method rejects with a `LogError`; none deletes rows to repair anything. */
export interface LogStore {
  /** Writes the row to disk before it resolves. The same id again changes nothing. */
  add(row: LogRow): Promise<void>;
  /** At most `limit` rows older than the row id `before`, newest first. Rows that cannot be opened are left out. */
  list(query: { readonly limit: number; readonly before?: string | undefined }): Promise<LogPage>;
  /** Wipes rows and key; settings and rules stay. */
  clear(): Promise<void>;
  /** Deletes rows past retention, at most once a day while this worker lives and only by a believable clock. */
  pruneIfDue(): Promise<void>;
}

interface LogSchema extends DBSchema {
  rows: { key: string; value: SealedRow };
}
type Database = IDBPDatabase<LogSchema>;

export function createLogStore(key: LogKey, now: () => number): LogStore {
  let opening: Promise<Database> | undefined;
  let lastPrune: number | undefined;

  const connect = () => {
    opening ??= openLog(() => {
      opening = undefined;
    }).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };

  /** The browser may close a connection at any time: the work is tried once more on a new one. */
  const use = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
    try {
      return await work(await connect());
    } catch (error) {
      if (!['InvalidStateError', 'AbortError'].includes(nameOf(error))) throw error;
      opening = undefined;
      return await work(await connect());
    }
  };

  const put = (row: SealedRow) =>
    use(async (database) => {
      const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
      const { store } = transaction;
      // The first writing stays: a repeated id is the same row, never a change of it.
      const writing = store.getKey(row.id).then((known) => (known === undefined ? store.put(row) : known));
      const [write, done] = await Promise.allSettled([writing, transaction.done]);
      // The transaction knows why it was aborted (no space); its requests only know that it was.
      if (done.status === 'rejected') throw done.reason;
      if (write.status === 'rejected') throw write.reason;
    });

  const prune = async () => {
    const time = now();
    const stored = await browser.storage.local.get(CLOCK_KEY);
    const previous = readClockRecord(stored[CLOCK_KEY]);
    const { trusted, record } = judgeClock(previous, time);
    if (record.seen !== previous?.seen || record.doubtedSince !== previous.doubtedSince) {
      await browser.storage.local.set({ [CLOCK_KEY]: record });
    }
    if (!trusted) return;
    // By key range: 50,000 rows take 1.2 s so, and 42 s by cursor (measured).
    const oldest = logRowId(oldestKept(time), new Uint8Array());
    await use((database) => database.delete('rows', IDBKeyRange.upperBound(oldest, true)));
  };

  const readBatch = (limit: number, before: string | undefined) =>
    use(async (database) => {
      const range = before === undefined ? null : IDBKeyRange.upperBound(before, true);
      const rows: SealedRow[] = [];
      let cursor = await database.transaction('rows').store.openCursor(range, 'prev');
      while (cursor && rows.length < limit) {
        rows.push(cursor.value);
        cursor = rows.length < limit ? await cursor.continue() : null;
      }
      return rows;
    });

  const openRow = async (sealed: SealedRow): Promise<LogRow[]> => {
    const text = await key.open(sealed);
    const row = text === undefined ? undefined : logRowSchema.safeParse(JSON.parse(text));
    return row?.success ? [row.data] : [];
  };

  return {
    add: (row) =>
      together(() =>
        reportErrors(async () => {
          const sealed = await key.seal(row.id, JSON.stringify(row));
          try {
            await put(sealed);
          } catch (error) {
            if (nameOf(error) !== 'QuotaExceededError') throw error;
            await prune();
            await put(sealed);
          }
        }),
      ),

    list: ({ limit, before }) =>
      together(() =>
        reportErrors(async () => {
          const rows: LogRow[] = [];
          let last = before;
          // A batch may hold rows of a lost key; the page goes on behind them.
          for (let ended = false; !ended && rows.length < limit; ) {
            const wanted = limit - rows.length;
            const batch = await readBatch(wanted, last);
            rows.push(...(await Promise.all(batch.map(openRow))).flat());
            last = batch.at(-1)?.id;
            ended = batch.length < wanted;
          }
          return { rows, total: await use((database) => database.count('rows')) };
        }),
      ),

    clear: () =>
      alone(() =>
        reportErrors(async () => {
          const kept = await readStored('settings', 'snapshot', 'welcomed');
          // Order matters. In Chromium only clear() really removes the local half of the key, in Firefox only the
          // deletion of a database removes the other one (measured).
          await browser.storage.local.clear();
          await writeStored(kept);
          await key.destroy();
          // Our own connection makes way for the deletion, see `blocking`.
          await eraseDatabase(LOG_DATABASE);
        }),
      ),

    async pruneIfDue() {
      const time = now();
      if (lastPrune !== undefined && Math.abs(time - lastPrune) < PRUNE_EVERY_MS) return;
      lastPrune = time;
      await together(() => reportErrors(prune));
    },
  };
}

function openLog(onGone: () => void): Promise<Database> {
  return new Promise((resolve, reject) => {
    openDB<LogSchema>(LOG_DATABASE, VERSION, {
      upgrade: (database) => void database.createObjectStore('rows', { keyPath: 'id' }),
      blocked: () => reject(new DOMException('database is in use', 'BlockedError')),
      // A wipe, or a newer version of the extension, waits for this connection.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        onGone();
      },
      terminated: onGone,
    }).then(resolve, reject);
  });
}

async function reportErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw logError(codes[nameOf(error)] ?? 'failed', error);
  }
}

const codes: Record<string, LogErrorCode> = {
  VersionError: 'newer',
  BlockedError: 'blocked',
  QuotaExceededError: 'full',
};

function logError(code: LogErrorCode, cause: unknown): LogError {
  return Object.assign(new Error(`log: ${code}`, { cause }), { code });
}

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}
