import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Mark, SignedBy, TrustState } from '../../core/pack/pack-trust.ts';
import type { GateReport } from '../../core/trial/change-gate.ts';
import type { SourceCheck } from '../../shared/messages.ts';

/** Signed packs lie here and not in storage.local, which has 10 MB for everything. */
export const PACK_DATABASE = 'packs';

export type Slot = 'a' | 'b';

/** A signed file that passed every check. */
export interface SlotNote {
  readonly signed: SignedBy;
  readonly epoch: number;
  readonly seq: number;
  /** Milliseconds since the epoch. */
  readonly received: number;
}

/** A signed file that a person should look at before it takes effect. */
export interface HeldNote extends SlotNote {
  readonly state: TrustState;
  readonly report: GateReport;
  readonly title: string;
  readonly version: string;
}

/** How the last look for a newer release ended. */
export interface Check {
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly result: SourceCheck;
  /** At most a few sentences about an invalid pack, or the hash of an equivocation. */
  readonly details: readonly string[];
}

/** A change of what is active, for the person to read. */
export interface HistoryEntry {
  readonly time: number;
  readonly epoch: number;
  readonly seq: number;
  readonly version: string;
  readonly hash: string;
  readonly added: number;
  readonly removed: number;
}

/**
 * Two releases with one number, both signed by the publisher: the one that came first counts, also where it waits for the
 * person. Whoever holds the keys may be
 * giving different people different lists, so it is told until the person says that it was seen.
 */
export interface Equivocation {
  /** When the second one was first met, milliseconds since the epoch. */
  readonly time: number;
  readonly epoch: number;
  readonly seq: number;
  /** SHA-256 of the content that came first, hex. */
  readonly kept: string;
  /** Of the other one. */
  readonly refused: string;
  readonly seen: boolean;
}

/** All that is known of one signed pack, beside its files. */
export interface PackRecord {
  readonly packId: string;
  readonly state: TrustState | null;
  /** Null before the first release. */
  readonly active: Slot | null;
  readonly slots: Readonly<Partial<Record<Slot, SlotNote>>>;
  readonly held: HeldNote | null;
  /** Numbers of releases that waited for the person, and of the one that does. Newest first. */
  readonly waited: readonly Mark[];
  readonly check: Check | null;
  /** Looks in a row that brought nothing. */
  readonly failures: number;
  /** When to look next, milliseconds since the epoch. */
  readonly next: number;
  /** Newest first. */
  readonly history: readonly HistoryEntry[];
  /** Newest first. */
  readonly equivocations: readonly Equivocation[];
  /** When the copy had to stand in for what the browser lost, the last time; milliseconds since the epoch. */
  readonly restored: number | null;
}

interface PackSchema extends DBSchema {
  /** Whole files by pack and place. */
  files: { key: string; value: Uint8Array<ArrayBuffer> };
  records: { key: string; value: PackRecord };
}
type Database = IDBPDatabase<PackSchema>;

export const fileKey = (packId: string, place: Slot | 'held') => `${packId} ${place}`;

export function emptyRecord(packId: string): PackRecord {
  return {
    packId,
    state: null,
    active: null,
    slots: {},
    held: null,
    waited: [],
    check: null,
    failures: 0,
    next: 0,
    history: [],
    equivocations: [],
    restored: null,
  };
}

export async function readRecord(packId: string): Promise<PackRecord> {
  // An earlier version stored fewer fields.
  return { ...emptyRecord(packId), ...(await use((database) => database.get('records', packId))) };
}

export async function readFile(
  packId: string,
  place: Slot | 'held',
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return use((database) => database.get('files', fileKey(packId, place)));
}

/** Puts a file where nothing points to yet. */
export async function putFile(
  packId: string,
  place: Slot | 'held',
  file: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await use(async (database) => {
    const transaction = database.transaction('files', 'readwrite', { durability: 'strict' });
    await Promise.all([transaction.store.put(file, fileKey(packId, place)), transaction.done]);
  });
}

/** One transaction: whoever reads sees the old record or the new one. */
export async function putRecord(record: PackRecord): Promise<void> {
  await use(async (database) => {
    const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
    await Promise.all([transaction.store.put(record, record.packId), transaction.done]);
  });
}

export async function dropFile(packId: string, place: Slot | 'held'): Promise<void> {
  await use((database) => database.delete('files', fileKey(packId, place)));
}

/** Opened for each use: an open connection would keep a wipe from deleting the database. */
async function use<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDB<PackSchema>(PACK_DATABASE, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('files');
      fresh.createObjectStore('records');
    },
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
