import { entryCount, type Pack, type PackResult, parsePack, readPack } from '../../core/pack/pack.ts';
import { PERSONAL_PACK } from '../../core/settings/personal-pack.ts';
import type { PackPreview } from '../../shared/messages.ts';
import { readStored, writeStored } from '../../shared/storage.ts';
import { isSameJson } from '../same-json.ts';
import { faultBeside, keepUsable } from './usable-packs.ts';

/** Longest pack file, UTF-16 code units: Chromium keeps 10 MB for everything in storage.local. */
export const PACK_FILE_LENGTH = 2_000_000;
/** A person has one or two; each is compiled again whenever the settings change. */
export const USER_PACKS = 10;
/** Of all of them: a wipe holds them in `storage.session` meanwhile, which has 10 MB too. */
export const USER_PACKS_LENGTH = 4_000_000;

/**
 * Packs that were imported as a file and still stand beside the others; the rest is left out, never repaired. An update
 * of the extension may bring the ids of an older import.
 */
export async function readUserPacks(builtIn: readonly Pack[]): Promise<readonly Pack[]> {
  const { userPacks } = await readStored('userPacks');
  if (!Array.isArray(userPacks)) return [];
  const before = lastRead;
  lastRead = userPacks.map(
    (value: unknown) =>
      before.find((one) => isSameJson(one.value, value)) ?? { value, result: readPack(value) },
  );
  return keepUsable(
    lastRead.map(({ result }) => result),
    (kept, pack) => faultOfImport([...builtIn, ...kept], pack),
  );
}

/** What was stored when it was read last, and what came of checking it: that takes far longer than comparing. */
let lastRead: readonly { readonly value: unknown; readonly result: PackResult }[] = [];

/** What an import would do. Nothing is stored. */
export async function previewPack(file: string, builtIn: readonly Pack[]): Promise<PackPreview> {
  const checked = await checkPack(file, builtIn);
  if ('problems' in checked) return { ok: false, problems: checked.problems };
  const { pack, replaced } = checked;
  return {
    ok: true,
    id: pack.id,
    title: pack.title,
    version: pack.version,
    source: pack.source,
    contests: pack.contests.map(({ name }) => name),
    entries: entryCount(pack),
    replaces: replaced?.version ?? null,
  };
}

/** Stores the pack of a file in place of an earlier one with its id; false when it would not be accepted. */
export async function importPack(file: string, builtIn: readonly Pack[]): Promise<boolean> {
  const checked = await checkPack(file, builtIn);
  if ('problems' in checked) return false;
  await writeStored({ userPacks: [...checked.others, checked.pack] });
  return true;
}

export async function removePack(id: string, builtIn: readonly Pack[]): Promise<void> {
  const packs = await readUserPacks(builtIn);
  await writeStored({ userPacks: packs.filter((pack) => pack.id !== id) });
}

type Checked =
  | { readonly problems: readonly string[] }
  | { readonly pack: Pack; readonly replaced: Pack | undefined; readonly others: readonly Pack[] };

async function checkPack(file: string, builtIn: readonly Pack[]): Promise<Checked> {
  if (file.length > PACK_FILE_LENGTH)
    return { problems: [`(file): is longer than ${PACK_FILE_LENGTH} characters`] };
  const result = parsePack(file);
  if (!result.ok) return { problems: result.problems };
  const { pack } = result;
  const known = await readUserPacks(builtIn);
  const others = known.filter(({ id }) => id !== pack.id);
  const length = file.length + JSON.stringify(others).length;
  if (length > USER_PACKS_LENGTH)
    return { problems: [`(file): there is no room for it beside the other packs`] };
  if (others.length >= USER_PACKS) return { problems: [`(pack): there are ${USER_PACKS} packs already`] };
  const fault = faultOfImport([...builtIn, ...others], pack);
  if (fault !== null) return { problems: [fault] };
  return { pack, replaced: known.find(({ id }) => id === pack.id), others };
}

function faultOfImport(others: readonly Pack[], pack: Pack): string | null {
  if (pack.id === PERSONAL_PACK || others.some(({ id }) => id === pack.id))
    return `id: "${pack.id}" belongs to another list`;
  const fault = faultBeside(others, pack);
  return fault === null ? null : `(pack): ${fault}`;
}
