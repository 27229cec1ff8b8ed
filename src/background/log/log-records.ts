import type { OpenText, SealText } from './lock-envelope.ts';
import { LOCKED_STORES, OPEN_STORES, type RecordStore } from './log-database.ts';
import type { LogKey } from './log-key.ts';
import type { SealedRow } from './sealed-row.ts';

export type Part = 'rows' | 'details';

export interface LogKeys {
  readonly rows: LogKey;
  readonly details: LogKey;
  readonly locked: LogKey;
}

/** A record as it lies in the database, and in which store. */
export interface SealedRecord {
  readonly store: RecordStore;
  readonly value: SealedRow;
}

/** How records are sealed: under a device key always, and inside of it to the lock when there is one. */
export interface LogRecords {
  seal(part: Part, id: string, text: string, sealer: SealText | undefined): Promise<SealedRecord>;
  /** Undefined when it cannot be opened: its key is gone, the log is locked, or it is not genuine. */
  open(record: SealedRecord, opener: OpenText | undefined): Promise<string | undefined>;
}

export function createLogRecords(keys: LogKeys): LogRecords {
  return {
    async seal(part, id, text, sealer) {
      const binding = bindingOf(part, id);
      if (!sealer) {
        return { store: OPEN_STORES[part], value: { ...(await keys[part].seal(binding, text)), id } };
      }
      const value = await keys.locked.seal(binding, await sealer(binding, text));
      return { store: LOCKED_STORES[part], value: { ...value, id } };
    },

    async open({ store, value }, opener) {
      const part = partOf(store);
      const bound = { ...value, id: bindingOf(part, value.id) };
      if (store === OPEN_STORES[part]) return keys[part].open(bound);
      const sealed = opener && (await keys.locked.open(bound));
      return sealed === undefined ? undefined : opener?.(bound.id, sealed);
    },
  };
}

export function partOf(store: RecordStore): Part {
  return store === OPEN_STORES.rows || store === LOCKED_STORES.rows ? 'rows' : 'details';
}

/** Where a record of this store goes when the lock is set or taken off. */
export function otherStore(store: RecordStore): RecordStore {
  const part = partOf(store);
  return store === OPEN_STORES[part] ? LOCKED_STORES[part] : OPEN_STORES[part];
}

/** A detail cannot stand in for the row of the same id. */
function bindingOf(part: Part, id: string): string {
  return part === 'rows' ? id : `detail:${id}`;
}
