import { SIGNED_FILE_BYTES } from '../../core/pack/signed-pack.ts';
import { fromBase64, toBase64 } from '../../shared/base64.ts';
import { readStored, type StoredPackCopy, writeStored } from '../../shared/storage.ts';
import type { SlotNote } from './pack-database.ts';

/**
 * Characters of all copies together: `storage.local` has 10 MB for everything. A signed file is packed to a fifth or a sixth
 * of its length, so that lists of 10,000 names have room.
 */
export const COPIES_LENGTH = 1_500_000;

export interface PackCopy {
  readonly note: SlotNote;
  readonly file: Uint8Array<ArrayBuffer>;
}

/**
 * The copy of a list that was in use, with the note that it is verified by. It lies apart from the slots, because Chromium
 * can lose every database of an extension at once: a LevelDB log that ends in the middle of a record, as after a kill, is
 * written on, and the start after the next finds it damaged and clears all (https://github.com/google/leveldb/issues/1287,
 * seen November 2026). Undefined where there is none, or it cannot be read.
 */
export async function readCopy(packId: string): Promise<PackCopy | undefined> {
  const copy = (await readCopies())[packId];
  if (copy === undefined) return undefined;
  try {
    const file = await unpacked(fromBase64(copy.file));
    return file && { note: copy.note, file };
  } catch {
    return undefined;
  }
}

/**
 * Copies a list that is in use. Where there is no room nothing changes: an older copy is better than none.
 *
 * @param configured ids of the lists that are configured; copies of others give way
 */
export async function keepCopy(
  packId: string,
  { note, file }: PackCopy,
  configured: readonly string[],
): Promise<void> {
  const others = Object.entries(await readCopies()).filter(
    ([id]) => id !== packId && configured.includes(id),
  );
  const copy: StoredPackCopy = { note, file: toBase64(await packed(file)) };
  const packCopies = Object.fromEntries([...others, [packId, copy]]);
  if (JSON.stringify(packCopies).length > COPIES_LENGTH) return;
  // Full storage: the list itself is whole, and what else has to be written matters more.
  await writeStored({ packCopies }).catch(() => undefined);
}

async function readCopies(): Promise<Readonly<Record<string, StoredPackCopy>>> {
  const { packCopies } = await readStored('packCopies');
  if (typeof packCopies !== 'object' || packCopies === null) return {};
  return Object.fromEntries(Object.entries(packCopies).filter(([, copy]) => isCopy(copy)));
}

function isCopy(copy: StoredPackCopy | null): boolean {
  const { file, note } = copy ?? {};
  const { signed } = note ?? {};
  return typeof file === 'string' && typeof signed?.hash === 'string' && Array.isArray(signed.keys);
}

async function packed(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Undefined past the length of a signed file: what was stored is not relied upon. */
async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    parts.push(value);
    length += value.length;
    if (length > SIGNED_FILE_BYTES) {
      await reader.cancel().catch(() => undefined);
      return undefined;
    }
  }
}
