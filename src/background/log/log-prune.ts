import { logRowId } from '../../core/log/log-id.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { browser } from '../../shared/browser.ts';
import { DETAIL_STORES, type LogDatabase, type RecordStore, ROW_STORES } from './log-database.ts';
import type { LogMirror } from './log-mirror.ts';
import { deleteFirst } from './log-writing.ts';
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
  const oldest = oldestKept(now, retention.brief);
  // No detail outlives its row.
  const oldestDetail = Math.max(oldest, oldestKept(now, retention.detailed));
  for (const store of DETAIL_STORES) {
    await deleteOlder(database, store, oldestDetail, (deletion) => deletion());
  }
  for (const store of ROW_STORES) {
    await deleteOlder(database, store, oldest, (deletion) => mirror.whileDeletingSome(SLICE, deletion));
  }
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
  store: RecordStore,
  oldest: number,
  around: (deletion: () => Promise<number>) => Promise<number>,
): Promise<void> {
  const until = logRowId(oldest, new Uint8Array());
  // Behind what went before: Chromium steps over each deleted record again, which takes longer than deleting (measured).
  let behind = '';
  const range = () => IDBKeyRange.bound(behind, until, true, true);
  const hasOlder = async () => (await database.use((open) => open.getKey(store, range()))) !== undefined;
  const deleteSlice = async () => {
    const { deleted, last } = await database.use((open) => deleteFirst(open, store, range(), SLICE));
    behind = last ?? behind;
    return deleted;
  };
  // Most of the time there is nothing to do, and the mirror stays as it is.
  while (await hasOlder()) await around(deleteSlice);
}
