import { logRowId } from '../core/log-id.ts';
import type { LogSelection } from '../shared/messages.ts';
import { ALL_STORES, type Database, DETAIL_STORES, ROW_STORES, whole } from './log-database.ts';
import type { SealedRecord } from './log-records.ts';

const strict = { durability: 'strict' } as const;

/** Writes a row and what belongs to it. The first writing stays: false when the row is there. */
export async function putNew(database: Database, records: readonly SealedRecord[]): Promise<boolean> {
  const id = records[0]?.value.id ?? '';
  const transaction = database.transaction([...ALL_STORES], 'readwrite', strict);
  return whole(transaction, async () => {
    // A row may have been moved to the other store since it was first sent.
    const known = await Promise.all(ROW_STORES.map((store) => transaction.objectStore(store).getKey(id)));
    if (known.some((key) => key !== undefined)) return false;
    await Promise.all(records.map(async ({ store, value }) => transaction.objectStore(store).put(value)));
    return true;
  });
}

/** Rows with their details. */
export async function deleteRanges(database: Database, ranges: readonly IDBKeyRange[]): Promise<void> {
  const transaction = database.transaction([...ALL_STORES], 'readwrite', strict);
  const parts = ALL_STORES.flatMap((store) => ranges.map((range) => ({ store, range })));
  await whole(transaction, () =>
    Promise.all(parts.map(async ({ store, range }) => transaction.objectStore(store).delete(range))),
  );
}

export async function clearDetails(database: Database): Promise<void> {
  const transaction = database.transaction([...DETAIL_STORES], 'readwrite', strict);
  await whole(transaction, () =>
    Promise.all(DETAIL_STORES.map(async (store) => transaction.objectStore(store).clear())),
  );
}

export function rangesOf(selection: LogSelection): readonly IDBKeyRange[] {
  if ('ids' in selection) return [...new Set(selection.ids)].map((id) => IDBKeyRange.only(id));
  const [from, to] = [selection.from, selection.to].map((moment) => logRowId(moment, new Uint8Array()));
  return from !== undefined && to !== undefined && from < to
    ? [IDBKeyRange.bound(from, to, false, true)]
    : [];
}
