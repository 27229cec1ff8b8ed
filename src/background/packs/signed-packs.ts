import type { Pack } from '../../core/pack/pack.ts';
import { type Accepted, type Judgement, judgeSignedPack, laterState } from '../../core/pack/pack-trust.ts';
import { type Release, readEnvelope } from '../../core/pack/signed-pack.ts';
import { lookAtChange } from '../../core/trial/change-gate.ts';
import { browser } from '../../shared/browser.ts';
import type { SourceCheck } from '../../shared/messages.ts';
import { packCryptography } from '../../shared/pack-cryptography.ts';
import { nameOf } from '../log/log-error.ts';
import { configuredIds, type Good, lastGood, otherSlot, putVerified, recordOrEmpty } from './last-good.ts';
import { keepCopy } from './pack-copies.ts';
import {
  dropFile,
  type HeldNote,
  type PackRecord,
  putFile,
  putRecord,
  readRecord,
  type Slot,
  type SlotNote,
} from './pack-database.ts';
import { type ConfiguredSource, configuredSources, revokedKeys } from './pack-sources.ts';
import { RELEASE_TRUST } from './release-trust.ts';
import { rememberedState, rememberState } from './remembered-trust.ts';
import { faultBeside } from './usable-packs.ts';

/** Changes of a pack, and doubled numbers, that are kept for the person to read. */
const HISTORY = 20;

/** A signed pack that is in use. */
export interface SignedPack {
  readonly source: ConfiguredSource;
  readonly release: Release;
  readonly note: SlotNote;
  /** Where it was found whole, see `Good`. */
  readonly place: Good['place'];
}

/** The last good release of each configured source, verified once more by each worker that starts. */
export async function readSignedPacks(): Promise<readonly SignedPack[]> {
  const packs: SignedPack[] = [];
  const revoked = await revokedKeys();
  for (const source of await configuredSources()) {
    const found = await lastGood(await recordOrEmpty(source.packId), revoked);
    if (found) packs.push({ source, ...found });
  }
  return packs;
}

/** What came of a file, and whether other rules are active now. */
export interface Taken {
  readonly result: SourceCheck;
  readonly details: readonly string[];
  readonly changed: boolean;
}

/**
 * Judges a file and lets it take effect if it may: into the slot that is not in use, read back and verified, and only then
 * pointed to. At every moment one whole release is active, or none was before.
 *
 * @param others packs that are in use beside it
 * @param accepted hash of a release that the person looked at and accepted
 */
export async function takeFile(
  source: ConfiguredSource,
  file: Uint8Array<ArrayBuffer>,
  others: readonly Pack[],
  now: number,
  accepted?: string,
): Promise<Taken> {
  const record = await readRecord(source.packId);
  const revoked = await revokedKeys();
  const before = await lastGood(record, revoked);
  // The very release that is in use: its own keys may count no more since it named others.
  if (before && (await payloadHash(file)) === before.note.signed.hash)
    return { result: 'unchanged', details: [], changed: false };
  const judgement = await judgeSignedPack(
    file,
    {
      packId: source.packId,
      configured: { signingKeys: source.signingKeys, recoveryKey: source.recoveryKey },
      known: laterState(record.state, await rememberedState(source.packId)),
      revoked,
      floor: RELEASE_TRUST.floors[source.packId],
      appVersion: browser.runtime.getManifest().version,
    },
    packCryptography,
  );
  if (judgement.result === 'refused') {
    const { refusal, problems, hash } = judgement;
    if (refusal === 'equivocation') await noteEquivocation(record, judgement, now);
    // Of two releases with one number both hashes are shown, this one and that of the active one.
    return { result: refusal, details: hash ? [hash] : problems.slice(0, 5), changed: false };
  }
  const { epoch, seq, pack } = judgement.release;
  // A release that waits, or waited, has no mark yet, and its number is given all the same.
  const mark = record.waited.find((one) => one.epoch === epoch && one.seq === seq);
  if (mark && mark.hash !== judgement.hash) {
    await noteEquivocation(record, { hash: judgement.hash, mark }, now);
    return { result: 'equivocation', details: [judgement.hash], changed: false };
  }
  const clash = others.some(({ id }) => id === pack.id) ? pack.id : faultBeside(others, pack);
  if (clash !== null) return { result: 'clash', details: [clash], changed: false };
  const report = lookAtChange(pack, before?.release.pack ?? null);
  try {
    if (report.reasons.length > 0 && accepted !== judgement.hash) {
      await hold(record, file, {
        ...noteOf(judgement, now),
        state: judgement.state,
        report,
        title: pack.title,
        version: pack.version,
      });
      return { result: 'held', details: [], changed: false };
    }
    await activate(record, freeSlot(record, before), file, judgement, now, report);
    return { result: 'new', details: [], changed: true };
  } catch (error) {
    if (nameOf(error) !== 'QuotaExceededError') throw error;
    return { result: 'no-room', details: [], changed: false };
  }
}

async function payloadHash(file: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const envelope = readEnvelope(packCryptography.decode(file) ?? '');
  return envelope && packCryptography.digest(envelope.payload);
}

/** Each once, however often the host gives it out. */
async function noteEquivocation(
  record: PackRecord,
  { hash, mark }: Pick<Extract<Judgement, { result: 'refused' }>, 'hash' | 'mark'>,
  now: number,
): Promise<void> {
  if (hash === undefined || !mark || record.equivocations.some(({ refused }) => refused === hash)) return;
  const { epoch, seq, hash: kept } = mark;
  const equivocation = { time: now, epoch, seq, kept, refused: hash, seen: false };
  await putRecord({ ...record, equivocations: [equivocation, ...record.equivocations].slice(0, HISTORY) });
}

async function hold(record: PackRecord, file: Uint8Array<ArrayBuffer>, held: HeldNote): Promise<void> {
  const { signed, epoch, seq } = held;
  const { hash } = signed;
  const others = record.waited.filter((one) => one.hash !== hash);
  await putFile(record.packId, 'held', file);
  await putRecord({ ...record, held, waited: [{ epoch, seq, hash }, ...others].slice(0, HISTORY) });
}

async function activate(
  record: PackRecord,
  slot: Slot,
  file: Uint8Array<ArrayBuffer>,
  accepted: Accepted,
  now: number,
  { added, removed }: { readonly added: number; readonly removed: number },
): Promise<void> {
  const { packId } = record;
  const { state, signed, release } = accepted;
  const note = noteOf(accepted, now);
  await putVerified(packId, slot, file, note);
  const { epoch, seq, pack } = release;
  const change = { time: now, epoch, seq, version: pack.version, hash: signed.hash, added, removed };
  await putRecord({
    ...record,
    state,
    active: slot,
    slots: { ...record.slots, [slot]: note },
    held: null,
    history: [change, ...record.history].slice(0, HISTORY),
  });
  await rememberState(packId, state);
  await keepCopy(packId, { note, file }, await configuredIds());
  if (record.held) await dropFile(packId, 'held');
}

function noteOf({ release, signed }: Accepted, received: number): SlotNote {
  return { signed, epoch: release.epoch, seq: release.seq, received };
}

/** The slot whose file is not the one in use. */
function freeSlot({ active }: PackRecord, before: Good | undefined): Slot {
  const used = before && before.place !== 'copy' ? before.place : null;
  return used === null ? (active ?? 'a') : otherSlot(used);
}
