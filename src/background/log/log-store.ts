import { type LogDetail, type LogRow, logDetailSchema, logRowSchema } from '../../core/log/log.ts';
import { HOUR_MS } from '../../core/log/log-id.ts';
import { applyPolicy } from '../../core/settings/policy-ratchet.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { browser } from '../../shared/browser.ts';
import type { LogEntry, LogPage, LogSelection, LogState, NewLogEntry } from '../../shared/messages.ts';
import type { StoredKey } from '../../shared/storage.ts';
import { readStoredSettings } from '../../shared/stored-settings.ts';
import { alone, together } from '../gate.ts';
import { wipe } from '../wipe.ts';
import type { OpenText } from './lock-envelope.ts';
import {
  ALL_STORES,
  countIn,
  createLogDatabase,
  DETAIL_STORES,
  databaseExists,
  epochOf,
  LOG_DATABASE,
  ROW_STORES,
} from './log-database.ts';
import { logError, nameOf, reportErrors } from './log-error.ts';
import { createLogKey, KEY_PLACES } from './log-key.ts';
import { createLogLimits, limitsChanged } from './log-limits.ts';
import { createLogLock } from './log-lock.ts';
import { createLogMirror } from './log-mirror.ts';
import { prune } from './log-prune.ts';
import { newestEntries, type SealedEntry } from './log-reading.ts';
import { createLogRecords, type SealedRecord } from './log-records.ts';
import { finishReseal, resealBatch, unsealedStores } from './log-reseal.ts';
import { countRanges, deleteRanges, putNew, rangesOf } from './log-writing.ts';
import { createRecentIds } from './recent-ids.ts';

const PRUNE_EVERY_MS = 24 * HOUR_MS;
/** What has nothing to do with the log: a new shared value does not compile before it stands here. */
const KEPT: Readonly<Record<StoredKey | 'selfTest', true>> = {
  settings: true,
  snapshot: true,
  pause: true,
  policy: true,
  userPacks: true,
  packLinks: true,
  packTrust: true,
  packCopies: true,
  welcomed: true,
  selfTest: true,
};

/** The warning log. Every method rejects with a `LogError`; none deletes rows to repair anything. */
export interface LogStore {
  /**
   * Writes what the level of the settings allows to disk before it resolves; false: nothing. The same id again changes
   * nothing, also when the row was deleted meanwhile, while this store lives. `mayAdd` is asked in the turn of this call: a
   * wipe that was asked for later takes the row with it.
   */
  add(entry: NewLogEntry, mayAdd?: () => Promise<boolean>): Promise<boolean>;
  /** At most `limit` rows older than the row id `before`, newest first. Rows that cannot be opened are left out. */
  list(query: { readonly limit: number; readonly before?: string | undefined }): Promise<LogPage>;
  state(): Promise<LogState>;
  /** Gives the number of rows that went. */
  delete(selection: LogSelection): Promise<number>;
  acknowledge(): Promise<void>;
  /** Wipes rows, details, keys and lock; settings and rules stay. */
  clear(): Promise<void>;
  /** Wipes every storage of the extension. */
  reset(): Promise<void>;
  /** Deletes rows past retention, at most once a day while this worker lives and only by a believable clock. */
  pruneIfDue(): Promise<void>;
  /** Deletes details when the level of the settings does not allow them. */
  applyLevel(): Promise<void>;
  /** Moves some rows to where the lock wants them; gives the number that is left. */
  reseal(): Promise<number>;
  setLock(passphrase: string): Promise<void>;
  /** False: the passphrase is wrong. */
  openLock(passphrase: string): Promise<boolean>;
  closeLock(): Promise<void>;
  removeLock(): Promise<void>;
  lockIfIdle(): Promise<void>;
}

export function createLogStore(now: () => number): LogStore {
  const keys = {
    rows: createLogKey(KEY_PLACES.rows),
    details: createLogKey(KEY_PLACES.details),
    locked: createLogKey(KEY_PLACES.locked),
  };
  const records = createLogRecords(keys);
  const lock = createLogLock(keys.locked, now);
  const mirror = createLogMirror();
  const database = createLogDatabase((open) =>
    // Without a count to compare with, the log still works.
    Promise.all([epochOf(open), countIn(open, ROW_STORES)])
      .then(([epoch, rows]) => mirror.compare(epoch, rows))
      .catch(() => undefined),
  );
  const limits = createLogLimits();
  /** A tab sends a row again when the answer is late: it must not come back after the person has deleted it. */
  const stored = createRecentIds();
  /** As they take effect: an agency may have lowered them. */
  const currentSettings = async (): Promise<Settings> => {
    const [settings, lowered] = await Promise.all([readStoredSettings(), limits.read()]);
    return applyPolicy(settings, lowered);
  };
  let lastPrune: { readonly time: number; readonly retention: string } | undefined;

  const write = async (written: readonly SealedRecord[]) => {
    const { isNew, added } = await database.use(async (open) => {
      const added = mirror.beforeAdding();
      return { isNew: await putNew(open, written), added };
    });
    if (isNew) await added(1);
  };

  const pruneBy = async (retention: Settings['retention']) => {
    if (await databaseExists(LOG_DATABASE)) await prune(database, mirror, retention, now());
  };

  const dropDetails = async () => {
    if ((await currentSettings()).log === 'detailed' || !(await databaseExists(LOG_DATABASE))) return;
    const { database: keyDatabase, half } = KEY_PLACES.details;
    const hasDetails = (await database.use((open) => countIn(open, DETAIL_STORES))) > 0;
    if (hasDetails) await database.use((open) => deleteRanges(open, DETAIL_STORES, [undefined]));
    // They still lie in the browser's files: their key goes as well.
    if (!hasDetails && !(half in (await browser.storage.local.get(half)))) return;
    keys.details.forget();
    await wipe((key) => key !== half, [keyDatabase]);
  };

  const openEntry = async ({ row, detail }: SealedEntry, opener: OpenText | undefined) => {
    const opened: LogRow | undefined = parsed(logRowSchema, await records.open(row, opener));
    if (opened?.id !== row.value.id) return [];
    const found: LogDetail | undefined =
      detail && parsed(logDetailSchema, await records.open(detail, opener));
    return [{ ...opened, detail: found?.id === opened.id ? found : null }];
  };

  const finish = () => alone(() => finishReseal(database, keys, lock));

  const reseal = async () => {
    const left = await together(() => resealBatch(database, records, lock));
    if (left === 0) await finish();
    return left;
  };

  const erase = async (keeps: (key: string) => boolean, databases: readonly string[]) => {
    await lock.close();
    for (const key of Object.values(keys)) key.forget();
    lastPrune = undefined;
    // The keys first. Our own connection to the log makes way for the deletion, see `blocking`.
    const others = databases.filter((name) => name !== LOG_DATABASE);
    await wipe(keeps, [...others, LOG_DATABASE]);
    limitsChanged();
  };

  return {
    add: ({ row, detail }, mayAdd) =>
      together(() =>
        reportErrors(async () => {
          if (stored.has(row.id)) return true;
          if (mayAdd && !(await mayAdd())) return false;
          // Read inside of the gate: no detail comes after a lower level has deleted them.
          const { log, retention } = await currentSettings();
          if (log === 'none') return false;
          const sealer = await lock.sealer();
          const written = [await records.seal('rows', row.id, JSON.stringify(row), sealer)];
          if (log === 'detailed' && detail) {
            written.push(await records.seal('details', row.id, JSON.stringify(detail), sealer));
          }
          try {
            await write(written);
          } catch (error) {
            if (nameOf(error) !== 'QuotaExceededError') throw error;
            await pruneBy(retention);
            await write(written);
          }
          stored.note(row.id);
          return true;
        }),
      ),

    list: ({ limit, before }) =>
      together(() =>
        reportErrors(async () => {
          const rows: LogEntry[] = [];
          const opener = await lock.opener();
          let ended = opener === undefined && (await lock.state()) !== 'off';
          // A batch may hold rows of a lost key; the page goes on behind them.
          for (let last = before; !ended && rows.length < limit; ) {
            const wanted = limit - rows.length;
            const batch = await database.use((open) => newestEntries(open, wanted, last));
            rows.push(...(await Promise.all(batch.map((entry) => openEntry(entry, opener)))).flat());
            last = batch.at(-1)?.row.value.id;
            ended = batch.length < wanted;
          }
          return { rows, total: await database.use((open) => countIn(open, ROW_STORES)) };
        }),
      ),

    state: () =>
      together(() =>
        reportErrors(async () => {
          const unsealed = await unsealedStores(lock);
          const [rows = 0, details = 0, left = 0] = await database.use((open) =>
            Promise.all([ROW_STORES, DETAIL_STORES, unsealed].map((stores) => countIn(open, stores))),
          );
          return { lock: await lock.state(), rows, details, unsealed: left, lost: await mirror.lost() };
        }),
      ),

    delete: (selection) =>
      alone(() =>
        reportErrors(async () => {
          if ((await lock.state()) === 'locked') throw logError('locked');
          const ranges = rangesOf(selection);
          const deleted = await database.use((open) => countRanges(open, ROW_STORES, ranges));
          await mirror.whileDeleting(deleted, () =>
            database.use((open) => deleteRanges(open, ALL_STORES, ranges)),
          );
          return deleted;
        }),
      ),

    acknowledge: () => together(() => reportErrors(() => mirror.acknowledge())),

    clear: () =>
      alone(() =>
        reportErrors(() =>
          erase(
            (key) => Object.hasOwn(KEPT, key),
            Object.values(KEY_PLACES).map((place) => place.database),
          ),
        ),
      ),

    reset: () =>
      alone(() =>
        reportErrors(async () => {
          await Promise.all([browser.storage.session.clear(), browser.alarms.clearAll()]);
          const databases = await indexedDB.databases();
          await erase(
            () => false,
            databases.flatMap(({ name }) => name ?? []),
          );
        }),
      ),

    pruneIfDue: () =>
      reportErrors(async () => {
        const { retention } = await currentSettings();
        const due = { time: now(), retention: JSON.stringify(retention) };
        const isSame = lastPrune?.retention === due.retention;
        if (lastPrune && isSame && Math.abs(due.time - lastPrune.time) < PRUNE_EVERY_MS) return;
        lastPrune = due;
        // What a killed worker left undone.
        await alone(dropDetails);
        await finish();
        await together(() => pruneBy(retention));
      }),

    applyLevel: () => alone(() => reportErrors(dropDetails)),

    reseal: () => reportErrors(reseal),

    setLock: (passphrase) =>
      reportErrors(async () => {
        // Rows under a lock that is being taken off belong to its pair.
        while ((await lock.direction()) === 'unlock') await reseal();
        const { install } = await lock.prepare(passphrase);
        await alone(install);
      }),
    openLock: (passphrase) => together(() => reportErrors(() => lock.open(passphrase))),
    closeLock: () => together(() => reportErrors(() => lock.close())),
    removeLock: () => alone(() => reportErrors(() => lock.remove())),
    lockIfIdle: () => together(() => reportErrors(() => lock.closeIfIdle())),
  };
}

/** Undefined for what was not written by this version, or not by us. */
function parsed<T>(
  schema: { safeParse(value: unknown): { readonly success: boolean; readonly data?: T } },
  text: string | undefined,
): T | undefined {
  if (text === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
