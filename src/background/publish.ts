import type { Compiler } from '../core/compile/compile.ts';
import { encodeRules } from '../core/matching/encode-rules.ts';
import { entryCount, type Pack } from '../core/pack/pack.ts';
import { phaseOf } from '../core/reminding/stage.ts';
import { checkRuleFile } from '../core/rule-file/rule-file.ts';
import { readSettings, type Settings } from '../core/settings/settings.ts';
import { fromBase64, toBase64 } from '../shared/base64.ts';
import type { PackState } from '../shared/messages.ts';
import { readStored, type StoredValues, writeStored } from '../shared/storage.ts';
import { readStoredSettings } from '../shared/stored-settings.ts';
import { alone } from './gate.ts';
import { builtIn } from './packs/built-in.ts';
import { installedPacks } from './packs/installed-packs.ts';
import { createCompiler, preparedRules } from './packs/prepared.ts';
import { releaseState } from './packs/source-states.ts';
import { usablePacks } from './packs/usable-packs.ts';
import { isSameJson } from './same-json.ts';

/**
 * Writes what the content scripts load: the compiled packs and settings that are complete. Writes only what changed,
 * because every write wakes every open tab.
 */
export function publish(packs = builtIn): Promise<void> {
  return alone(() => write(packs));
}

/** Publishes when a tab found nothing it can load: storage was cleared under us, or its content is damaged. */
export async function publishIfMissing(): Promise<void> {
  const { snapshot, settings } = await readStored('snapshot', 'settings');
  if (!isReadable(snapshot) || settings === undefined) await publish();
}

function isReadable(snapshot: unknown): boolean {
  try {
    checkRuleFile(fromBase64(String(snapshot)));
    return true;
  } catch {
    return false;
  }
}

export function saveSettings(settings: Settings, packs = builtIn): Promise<void> {
  return alone(async () => {
    await writeStored({ settings });
    await write(packs);
  });
}

/** Changes what is installed and publishes it, as one step: where there is no room for the rules, nothing has changed. */
export function changePacks<T>(
  change: (builtIn: readonly Pack[]) => Promise<T>,
  packs = builtIn,
): Promise<T> {
  return alone(async () => {
    const { userPacks = [] } = await readStored('userPacks');
    const result = await change(usablePacks(packs));
    try {
      await write(packs);
    } catch (error) {
      await writeStored({ userPacks });
      throw error;
    }
    return result;
  });
}

/** State of the installed packs for the settings page; `now` in milliseconds since the epoch. */
export async function listPacks(now: number, packs = builtIn): Promise<readonly PackState[]> {
  const settings = await readStoredSettings();
  return (await installedPacks(usablePacks(packs), settings)).map(({ pack, origin, signed }) => ({
    id: pack.id,
    origin,
    release: signed ? releaseState(signed, now) : null,
    source: pack.source,
    title: pack.title,
    version: pack.version,
    enabled: !settings.disabledPacks.includes(pack.id),
    entries: entryCount(pack),
    contests: pack.contests.map((contest) => ({
      name: contest.name,
      region: contest.region,
      phase: phaseOf(contest, now),
    })),
  }));
}

async function write(packs: readonly unknown[]): Promise<void> {
  const stored = await readStored('settings');
  // Content scripts carry no validation library: they rely on what stands here.
  const settings = readSettings(stored.settings);
  const changes: Partial<StoredValues> = {};
  if (!isSameJson(settings, stored.settings)) changes.settings = settings;
  const readable = usablePacks(packs);
  // With every pack broken the last good snapshot stays.
  if (readable.length > 0 || packs.length === 0) {
    // Megabytes, which are on their way while the packs are compiled.
    const before = readStored('snapshot');
    const installed = (await installedPacks(readable, settings)).map(({ pack }) => pack);
    const enabled = installed.filter(({ id }) => !settings.disabledPacks.includes(id));
    const snapshot = preparedRules(enabled) ?? snapshotOf(enabled, () => compilerOf(packs));
    if (snapshot !== (await before).snapshot) changes.snapshot = snapshot;
  }
  if (Object.keys(changes).length > 0) await writeStored(changes);
}

/** What was compiled last: most changes of settings leave the packs as they are. */
let last: { readonly packs: readonly Pack[]; readonly snapshot: string } | undefined;

function snapshotOf(packs: readonly Pack[], compiler: () => Compiler): string {
  const isSame =
    last?.packs.length === packs.length &&
    packs.every((pack, at) => pack === last?.packs[at] || isSameJson(pack, last?.packs[at]));
  if (!last || !isSame) last = { packs, snapshot: toBase64(encodeRules(compiler().compile(packs))) };
  return last.snapshot;
}

/** By the packs that come with the extension: what was found out about them is worth keeping. */
const compilers = new WeakMap<readonly unknown[], Compiler>();

function compilerOf(packs: readonly unknown[]): Compiler {
  let compiler = compilers.get(packs);
  if (!compiler) {
    compiler = createCompiler(packs);
    compilers.set(packs, compiler);
  }
  return compiler;
}
