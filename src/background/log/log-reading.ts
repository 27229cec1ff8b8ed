import { ALL_STORES, type Database, DETAIL_STORES, ROW_STORES } from './log-database.ts';
import type { SealedRecord } from './log-records.ts';
import type { SealedRow } from './sealed-row.ts';

export interface SealedEntry {
  readonly row: SealedRecord;
  readonly detail: SealedRecord | undefined;
}

/** At most `limit` rows older than the row id `before`, newest first, of all stores at one moment. */
export async function newestEntries(
  database: Database,
  limit: number,
  before: string | undefined,
): Promise<readonly SealedEntry[]> {
  const transaction = database.transaction([...ALL_STORES]);
  const range = before === undefined ? null : IDBKeyRange.upperBound(before, true);
  const found = await Promise.all(
    ROW_STORES.map(async (store) => {
      const values = await newest(transaction.objectStore(store), range, limit);
      return values.map((value): SealedRecord => ({ store, value }));
    }),
  );
  const rows = found
    .flat()
    .sort((one, other) => (one.value.id < other.value.id ? 1 : -1))
    .slice(0, limit);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return [];
  const details = new Map<string, SealedRecord>();
  const between = IDBKeyRange.bound(last.value.id, first.value.id);
  await Promise.all(
    DETAIL_STORES.map(async (store) => {
      const values = await transaction.objectStore(store).getAll(between);
      for (const value of values) details.set(value.id, { store, value });
    }),
  );
  return rows.map((row) => ({ row, detail: details.get(row.value.id) }));
}

interface Cursor {
  readonly value: SealedRow;
  continue(): Promise<Cursor | null>;
}
interface Store {
  openCursor(range: IDBKeyRange | null, direction: 'prev'): Promise<Cursor | null>;
  getAll(options: unknown): Promise<SealedRow[]>;
}

async function newest(store: Store, query: IDBKeyRange | null, count: number): Promise<SealedRow[]> {
  // Newer browsers read backwards at once; by cursor a thousand rows take five times as long.
  if ('getAllRecords' in IDBObjectStore.prototype) return store.getAll({ query, count, direction: 'prev' });
  const values: SealedRow[] = [];
  let cursor = await store.openCursor(query, 'prev');
  while (cursor && values.length < count) {
    values.push(cursor.value);
    cursor = values.length < count ? await cursor.continue() : null;
  }
  return values;
}
