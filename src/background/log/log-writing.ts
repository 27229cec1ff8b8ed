import { logRowId } from '../../core/log/log-id.ts';
import type { LogSelection } from '../../shared/messages.ts';
import {
  ALL_STORES,
  COUNTS,
  type Counts,
  type Database,
  type RecordStore,
  ROW_STORES,
  whole,
} from './log-database.ts';
import { otherStore, type SealedRecord } from './log-records.ts';
import type { SealedRow } from './sealed-row.ts';

type Changes = Partial<Record<RecordStore, number>>;

/** Writes a row and what belongs to it. The first writing stays: false when the row is there. */
export async function putNew(database: Database, records: readonly SealedRecord[]): Promise<boolean> {
  const id = records[0]?.value.id ?? '';
  const { transaction, count } = open(database);
  return whole(transaction, async () => {
    // A row may have been moved to the other store since it was first sent.
    const known = await Promise.all(ROW_STORES.map((store) => transaction.objectStore(store).getKey(id)));
    if (known.some((key) => key !== undefined)) return false;
    await Promise.all(records.map(async ({ store, value }) => transaction.objectStore(store).put(value)));
    await count(Object.fromEntries(records.map(({ store }) => [store, 1])));
    return true;
  });
}

/** To the store of the other state of the lock: whenever it ends, each record lies in one place. */
export async function moveRecords(
  database: Database,
  from: RecordStore,
  values: readonly SealedRow[],
): Promise<void> {
  const { transaction, count } = open(database);
  const [source, target] = [transaction.objectStore(from), transaction.objectStore(otherStore(from))];
  const moveOne = async (value: SealedRow) => {
    // It may have been deleted, or moved by another call, since it was read.
    if ((await source.getKey(value.id)) === undefined) return 0;
    await target.put(value);
    await source.delete(value.id);
    return 1;
  };
  await whole(transaction, async () => {
    const moved = total(await Promise.all(values.map(moveOne)));
    await count({ [from]: -moved, [otherStore(from)]: moved });
  });
}

export async function deleteRanges(
  database: Database,
  stores: readonly RecordStore[],
  ranges: readonly (IDBKeyRange | undefined)[],
): Promise<void> {
  const { transaction, count } = open(database);
  await whole(transaction, async () => {
    for (const name of stores) {
      const store = transaction.objectStore(name);
      const deleted = await Promise.all(
        ranges.map(async (range) => {
          const amount = await store.count(range);
          await (range ? store.delete(range) : store.clear());
          return amount;
        }),
      );
      await count({ [name]: -total(deleted) });
    }
  });
}

/**
 * Deletes the first records of a range, `limit` at most, and says how many and which was the last. What a crash brings back
 * goes the next time.
 */
export async function deleteFirst(
  database: Database,
  name: RecordStore,
  range: IDBKeyRange,
  limit: number,
): Promise<{ readonly deleted: number; readonly last: string | undefined }> {
  const { transaction, count } = open(database, 'relaxed');
  return whole(transaction, async () => {
    const store = transaction.objectStore(name);
    const keys = await store.getAllKeys(range, limit);
    const last = keys.at(-1);
    if (last === undefined) return { deleted: 0, last };
    // By key range: 50,000 rows take 1.2 s so, and 42 s by cursor (measured).
    await store.delete(IDBKeyRange.bound(keys[0], last));
    await count({ [name]: -keys.length });
    return { deleted: keys.length, last };
  });
}

/** Records of several ranges at one moment. The ranges must not overlap. */
export async function countRanges(
  database: Database,
  stores: readonly RecordStore[],
  ranges: readonly IDBKeyRange[],
): Promise<number> {
  const transaction = database.transaction([...stores]);
  const counts = stores.flatMap((store) =>
    ranges.map((range) => transaction.objectStore(store).count(range)),
  );
  return total(await Promise.all(counts));
}

export function rangesOf(selection: LogSelection): readonly IDBKeyRange[] {
  if ('ids' in selection) return [...new Set(selection.ids)].map((id) => IDBKeyRange.only(id));
  const [from, to] = [selection.from, selection.to].map((moment) => logRowId(moment, new Uint8Array()));
  return from !== undefined && to !== undefined && from < to
    ? [IDBKeyRange.bound(from, to, false, true)]
    : [];
}

/** A transaction over everything, and what keeps the counts in it. */
function open(database: Database, durability: IDBTransactionDurability = 'strict') {
  const transaction = database.transaction([...ALL_STORES, 'meta' as const], 'readwrite', {
    durability,
  });
  const count = async (changes: Changes) => {
    const meta = transaction.objectStore('meta');
    const counts = { ...((await meta.get(COUNTS)) as Counts) };
    for (const store of ALL_STORES) counts[store] += changes[store] ?? 0;
    await meta.put(counts, COUNTS);
  };
  return { transaction, count };
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
