import { logRowId } from '../core/log-id.ts';
import type { LogSelection } from '../shared/messages.ts';
import { ALL_STORES, type Database, DETAIL_STORES, ROW_STORES } from './log-database.ts';
import { nameOf } from './log-error.ts';
import type { SealedRecord } from './log-records.ts';

const strict = { durability: 'strict' } as const;

/** Writes a row and what belongs to it in one transaction. The first writing stays: false when the row is there. */
export async function putNew(database: Database, records: readonly SealedRecord[]): Promise<boolean> {
  const id = records[0]?.value.id ?? '';
  const transaction = database.transaction([...ALL_STORES], 'readwrite', strict);
  const writing = async () => {
    // A row may have been moved to the other store since it was first sent.
    const known = await Promise.all(ROW_STORES.map((store) => transaction.objectStore(store).getKey(id)));
    if (known.some((key) => key !== undefined)) return false;
    await Promise.all(records.map(({ store, value }) => transaction.objectStore(store).put(value)));
    return true;
  };
  const attempt = writing().catch((error: unknown) => {
    abort(transaction);
    throw error;
  });
  const [written, done] = await Promise.allSettled([attempt, transaction.done]);
  if (written.status === 'fulfilled' && done.status === 'fulfilled') return written.value;
  // One of the two knows why it was aborted (no space), the other only that it was.
  const reasons = [written, done].flatMap((part) => (part.status === 'rejected' ? [part.reason] : []));
  throw reasons.find((reason) => nameOf(reason) !== 'AbortError') ?? reasons[0];
}

/** No row without its detail. */
function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It is aborted already.
  }
}

/** Rows with their details. */
export async function deleteRanges(database: Database, ranges: readonly IDBKeyRange[]): Promise<void> {
  const transaction = database.transaction([...ALL_STORES], 'readwrite', strict);
  const deletions = ALL_STORES.flatMap((store) =>
    ranges.map((range) => transaction.objectStore(store).delete(range)),
  );
  await Promise.all([...deletions, transaction.done]);
}

export async function clearDetails(database: Database): Promise<void> {
  const transaction = database.transaction([...DETAIL_STORES], 'readwrite', strict);
  const clearings = DETAIL_STORES.map((store) => transaction.objectStore(store).clear());
  await Promise.all([...clearings, transaction.done]);
}

export function rangesOf(selection: LogSelection): readonly IDBKeyRange[] {
  if ('ids' in selection) return [...new Set(selection.ids)].map((id) => IDBKeyRange.only(id));
  const [from, to] = [selection.from, selection.to].map((moment) => logRowId(moment, new Uint8Array()));
  return from !== undefined && to !== undefined && from < to
    ? [IDBKeyRange.bound(from, to, false, true)]
    : [];
}
