import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { nameOf } from './log-error.ts';
import type { SealedRow } from './sealed-row.ts';

export const LOG_DATABASE = 'log';
const VERSION = 2;

/** Stores of an open log, and those of *Catatan terkunci*. A change of the lock moves records from one pair to the other. */
export const OPEN_STORES = { rows: 'rows', details: 'details' } as const;
export const LOCKED_STORES = { rows: 'lockedRows', details: 'lockedDetails' } as const;
export const ROW_STORES = [OPEN_STORES.rows, LOCKED_STORES.rows] as const;
export const DETAIL_STORES = [OPEN_STORES.details, LOCKED_STORES.details] as const;
export const ALL_STORES = [...ROW_STORES, ...DETAIL_STORES] as const;
export type RecordStore = (typeof ALL_STORES)[number];

/** Keys of the store `meta`. */
const EPOCH = 'epoch';
export const COUNTS = 'counts';

/** Records of each store. Kept beside them: counting a hundred thousand takes Chromium half a second (measured). */
export type Counts = Readonly<Record<RecordStore, number>>;

type LogSchema = DBSchema & Record<RecordStore, { key: string; value: SealedRow }> & Meta;
interface Meta {
  meta: { key: string; value: string | Counts };
}
export type Database = IDBPDatabase<LogSchema>;

export interface LogDatabase {
  /** The browser may close a connection at any time: the work is tried once more on a new one. */
  use<T>(work: (database: Database) => Promise<T>): Promise<T>;
}

/** `opened` runs on each new connection before anything else does; it must not reject. */
export function createLogDatabase(opened: (database: Database) => Promise<void>): LogDatabase {
  let opening: Promise<Database> | undefined;

  const connect = () => {
    opening ??= openLog(() => {
      opening = undefined;
    })
      .then(async (database) => {
        await opened(database);
        return database;
      })
      .catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
    return opening;
  };

  return {
    async use(work) {
      try {
        return await work(await connect());
      } catch (error) {
        if (!['InvalidStateError', 'AbortError'].includes(nameOf(error))) throw error;
        opening = undefined;
        return await work(await connect());
      }
    },
  };
}

function openLog(onGone: () => void): Promise<Database> {
  return new Promise((resolve, reject) => {
    openDB<LogSchema>(LOG_DATABASE, VERSION, {
      upgrade: async (database, from, _to, transaction) => {
        const stores = from < 1 ? ALL_STORES : ALL_STORES.filter((store) => store !== 'rows');
        for (const store of stores) database.createObjectStore(store, { keyPath: 'id' });
        const meta = database.createObjectStore('meta');
        await meta.put(crypto.randomUUID(), EPOCH);
        const rows = await transaction.objectStore('rows').count();
        await meta.put({ rows, lockedRows: 0, details: 0, lockedDetails: 0 }, COUNTS);
      },
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

/** Random name of this database, made with it: another one means that the browser made an empty one in its place. */
export async function epochOf(database: Database): Promise<string> {
  return String((await database.get('meta', EPOCH)) ?? '');
}

/** Records in these stores. */
export async function countIn(database: Database, stores: readonly RecordStore[]): Promise<number> {
  const counts = (await database.get('meta', COUNTS)) as Counts;
  return stores.reduce((sum, store) => sum + counts[store], 0);
}

/**
 * Does all of the work or nothing: when a part of it fails, the transaction is aborted. Rejects with the reason that says
 * most: one of the two knows why (no space), the other only that it was aborted.
 */
export async function whole<T>(
  transaction: { readonly done: Promise<void>; abort(): void },
  work: () => Promise<T>,
): Promise<T> {
  const working = async () => {
    try {
      return await work();
    } catch (error) {
      abort(transaction);
      throw error;
    }
  };
  const [worked, done] = await Promise.allSettled([working(), transaction.done]);
  if (worked.status === 'fulfilled' && done.status === 'fulfilled') return worked.value;
  const reasons = [worked, done].flatMap((part) => (part.status === 'rejected' ? [part.reason] : []));
  throw reasons.find((reason) => nameOf(reason) !== 'AbortError') ?? reasons[0];
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It is aborted already.
  }
}

export async function databaseExists(name: string): Promise<boolean> {
  return (await indexedDB.databases()).some((database) => database.name === name);
}

/** Rejects with `BlockedError` when another connection keeps the database alive; it then goes once that closes. */
export async function eraseDatabase(name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const blocked = () => reject(new DOMException('database is in use', 'BlockedError'));
    deleteDB(name, { blocked }).then(resolve, reject);
  });
}
