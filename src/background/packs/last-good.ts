import { compareMarks, laterState, verifyStored } from '../../core/pack/pack-trust.ts';
import type { Release } from '../../core/pack/signed-pack.ts';
import { packCryptography } from '../../shared/pack-cryptography.ts';
import { keepCopy, type PackCopy, readCopy } from './pack-copies.ts';
import {
  emptyRecord,
  type PackRecord,
  putFile,
  putRecord,
  readFile,
  readRecord,
  type Slot,
  type SlotNote,
} from './pack-database.ts';
import { configuredSources, revokedKeys } from './pack-sources.ts';
import { rememberedState } from './remembered-trust.ts';

/** A release that was found whole, and where. */
export interface Good {
  readonly release: Release;
  readonly note: SlotNote;
  /** `copy`: that in `storage.local`, because the slots are gone or damaged. */
  readonly place: Slot | 'copy';
}

/** Checking eight megabytes takes longer than anything else here, and what was found whole stays whole in memory. */
const verified = new Map<string, Release>();

/** What is known of a pack. As if nothing were known where the browser cannot read its database: the copy is elsewhere. */
export async function recordOrEmpty(packId: string): Promise<PackRecord> {
  try {
    return await readRecord(packId);
  } catch {
    return emptyRecord(packId);
  }
}

/**
 * The active release; or, where it is damaged, gone or its key was revoked, the newest whole one of what is left: the copy
 * of it, or the release before it. What the recovery key revoked is dead here too.
 */
export async function lastGood(record: PackRecord, revoked: readonly string[]): Promise<Good | undefined> {
  const { packId, active, slots } = record;
  const twin = await rememberedState(packId);
  const dead = [...revoked, ...(record.state?.revoked ?? []), ...(twin?.revoked ?? [])];
  const inSlot = (slot: Slot) => {
    const note = slots[slot];
    // A large value can be lost, and reading it rejects, while the record beside it is whole.
    const read = () => readFile(packId, slot).catch(() => undefined);
    return note && goodIn(packId, { place: slot, note, read }, dead);
  };
  const inUse = active === null ? undefined : await inSlot(active);
  if (inUse) return inUse;
  const copy = await readCopy(packId);
  const left = [
    copy && (await goodIn(packId, copied(copy), dead)),
    active === null ? undefined : await inSlot(otherSlot(active)),
  ];
  return left
    .filter((good) => good !== undefined)
    .sort((one, other) => compareMarks(other.release, one.release))[0];
}

interface Stored {
  readonly place: Good['place'];
  readonly note: SlotNote;
  read(): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

const copied = ({ note, file }: PackCopy): Stored => ({ place: 'copy', note, read: async () => file });

async function goodIn(
  packId: string,
  { place, note, read }: Stored,
  dead: readonly string[],
): Promise<Good | undefined> {
  const key = `${place} ${note.signed.hash} ${dead.join(' ')}`;
  let release = verified.get(key);
  if (!release) {
    const file = await read();
    release = file && (await verifyStored(file, note.signed, dead, packCryptography));
    if (release?.pack.id !== packId) return undefined;
    verified.set(key, release);
  }
  return { release, note, place };
}

/**
 * Puts what only the copy has left into a slot again, and copies what has no copy yet. Nothing changes where the browser
 * does not let it: what is good stays readable where it is.
 *
 * @param now milliseconds since the epoch
 */
export async function mendStored(packId: string, now: number): Promise<void> {
  const record = await recordOrEmpty(packId);
  const good = await lastGood(record, await revokedKeys());
  if (!good) return;
  if (good.place === 'copy') await restore(record, good.note, now).catch(() => undefined);
  else if (good.place === record.active) await copyActive(packId, good.place, good.note);
}

async function restore(record: PackRecord, note: SlotNote, now: number): Promise<void> {
  const { packId } = record;
  const copy = await readCopy(packId);
  if (!copy) return;
  const slot = record.active ?? 'a';
  await putVerified(packId, slot, copy.file, note);
  await putRecord({
    ...record,
    state: laterState(record.state, await rememberedState(packId)),
    active: slot,
    slots: { ...record.slots, [slot]: note },
    restored: now,
  });
}

/** Stores a file where nothing points to, and reads it back. @throws when it was stored otherwise than it came */
export async function putVerified(
  packId: string,
  slot: Slot,
  file: Uint8Array<ArrayBuffer>,
  { signed }: Pick<SlotNote, 'signed'>,
): Promise<void> {
  await putFile(packId, slot, file);
  const stored = await readFile(packId, slot);
  if (!stored || !(await verifyStored(stored, signed, [], packCryptography)))
    throw new Error('A signed pack was stored otherwise than it came.');
}

async function copyActive(packId: string, slot: Slot, note: SlotNote): Promise<void> {
  const copy = await readCopy(packId);
  if (copy?.note.signed.hash === note.signed.hash && (await goodIn(packId, copied(copy), []))) return;
  const file = await readFile(packId, slot).catch(() => undefined);
  if (file) await keepCopy(packId, { note, file }, await configuredIds());
}

/** Ids of the lists that are configured now. */
export async function configuredIds(): Promise<readonly string[]> {
  return (await configuredSources()).map(({ packId }) => packId);
}

export const otherSlot = (slot: Slot): Slot => (slot === 'a' ? 'b' : 'a');
