import { browser } from '../../shared/browser.ts';
import { wipe } from '../wipe.ts';
import type { LogDatabase, RecordStore } from './log-database.ts';
import { countIn, LOCKED_STORES, OPEN_STORES } from './log-database.ts';
import { KEY_PLACES } from './log-key.ts';
import { LOCK_KEY, type LogLock } from './log-lock.ts';
import { type LogKeys, type LogRecords, partOf } from './log-records.ts';
import { moveRecords } from './log-writing.ts';

/** Small enough for a progress bar, and for a worker that may be killed at any time. */
export const BATCH = 100;

/** Stores whose records are to be moved after a change of the lock. */
export async function unsealedStores(lock: LogLock): Promise<readonly RecordStore[]> {
  const direction = await lock.direction();
  if (direction === 'none') return [];
  return Object.values(direction === 'lock' ? OPEN_STORES : LOCKED_STORES);
}

/** Moves at most `BATCH` records to where the lock wants them; gives the number that is left. */
export async function resealBatch(
  database: LogDatabase,
  records: LogRecords,
  lock: LogLock,
): Promise<number> {
  const stores = await unsealedStores(lock);
  const isLocking = stores[0] === OPEN_STORES.rows;
  const sealer = isLocking ? await lock.sealer() : undefined;
  const opener = isLocking ? undefined : await lock.opener();
  let room = BATCH;
  for (const store of stores) {
    if (room === 0) break;
    const known = await database.use((open) => open.getAll(store, null, room));
    room -= known.length;
    const moved = await Promise.all(
      known.map(async (value) => {
        const text = await records.open({ store, value }, opener);
        // What nobody can open moves as it is: nothing is deleted, and the rest goes on.
        if (text === undefined) return value;
        return (await records.seal(partOf(store), value.id, text, sealer)).value;
      }),
    );
    await database.use((open) => moveRecords(open, store, moved));
  }
  return stores.length === 0 ? 0 : database.use((open) => countIn(open, stores));
}

/**
 * When nothing is left: destroys the keys that the moved records lay under. They are still in the browser's files, and
 * whoever copies these must not read them. To be called inside `alone`.
 */
export async function finishReseal(database: LogDatabase, keys: LogKeys, lock: LogLock): Promise<void> {
  const stores = await unsealedStores(lock);
  const isLocking = stores[0] === OPEN_STORES.rows;
  const old = isLocking ? (['rows', 'details'] as const) : (['locked'] as const);
  const gone: readonly string[] = [
    ...old.map((key) => KEY_PLACES[key].half),
    ...(isLocking ? [] : [LOCK_KEY]),
  ];
  if (stores.length === 0 || !(await isAnyStored(gone))) return;
  if ((await database.use((open) => countIn(open, stores))) > 0) return;
  for (const key of old) keys[key].forget();
  await wipe(
    (key) => !gone.includes(key),
    old.map((key) => KEY_PLACES[key].database),
  );
}

async function isAnyStored(names: readonly string[]): Promise<boolean> {
  return Object.keys(await browser.storage.local.get([...names])).length > 0;
}
