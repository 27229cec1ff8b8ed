import { logRowId } from '../core/log-id.ts';
import type { Settings } from '../core/settings.ts';
import { browser } from '../shared/browser.ts';
import {
  countIn,
  type Database,
  DETAIL_STORES,
  type LogDatabase,
  type RecordStore,
  ROW_STORES,
  whole,
} from './log-database.ts';
import type { LogMirror } from './log-mirror.ts';
import { judgeClock, oldestKept, readClockRecord } from './retention.ts';

/** Key of storage.local. */
export const CLOCK_KEY = 'logClock';
/** Records that go in one transaction: a new row waits for one of them at most. */
const SLICE = 2_000;

/** Deletes what is past its time, by a believable clock only. */
export async function prune(
  database: LogDatabase,
  mirror: LogMirror,
  retention: Settings['retention'],
  now: number,
): Promise<void> {
  if (!(await isClockTrusted(now))) return;
  await deleteOlder(database, DETAIL_STORES, oldestKept(now, retention.detailed));
  const oldest = oldestKept(now, retention.brief);
  const expired = await database.use((open) => countIn(open, ROW_STORES, olderThan(oldest)));
  await mirror.whileDeleting(expired, () => deleteOlder(database, ROW_STORES, oldest));
  // No detail outlives its row.
  await deleteOlder(database, DETAIL_STORES, oldest);
}

async function isClockTrusted(now: number): Promise<boolean> {
  const stored = await browser.storage.local.get(CLOCK_KEY);
  const previous = readClockRecord(stored[CLOCK_KEY]);
  const { trusted, record } = judgeClock(previous, now);
  if (record.seen !== previous?.seen || record.doubtedSince !== previous.doubtedSince) {
    await browser.storage.local.set({ [CLOCK_KEY]: record });
  }
  return trusted;
}

async function deleteOlder(
  database: LogDatabase,
  stores: readonly RecordStore[],
  oldest: number,
): Promise<void> {
  for (const store of stores) {
    while (await database.use((open) => deleteSlice(open, store, olderThan(oldest))));
  }
}

/** By key range: 50,000 rows take 1.2 s so, and 42 s by cursor (measured). False when nothing is left. */
async function deleteSlice(database: Database, store: RecordStore, range: IDBKeyRange): Promise<boolean> {
  const transaction = database.transaction(store, 'readwrite');
  return whole(transaction, async () => {
    const keys = await transaction.store.getAllKeys(range, SLICE);
    const last = keys.at(-1);
    if (last !== undefined) await transaction.store.delete(IDBKeyRange.upperBound(last));
    return keys.length === SLICE;
  });
}

function olderThan(moment: number): IDBKeyRange {
  return IDBKeyRange.upperBound(logRowId(moment, new Uint8Array()), true);
}
