import { compile } from '../core/compile.ts';
import { encodeRules } from '../core/encode-rules.ts';
import { checkRuleFile } from '../core/rule-file.ts';
import { readSettings, type Settings } from '../core/settings.ts';
import { phaseOf } from '../core/stage.ts';
import { fromBase64, toBase64 } from '../shared/base64.ts';
import type { PackState } from '../shared/messages.ts';
import { readStored, type StoredValues, writeStored } from '../shared/storage.ts';
import { builtIn } from './built-in.ts';
import { alone } from './gate.ts';
import { usablePacks } from './usable-packs.ts';

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

/** State of the built-in packs for the settings page; `now` in milliseconds since the epoch. */
export async function listPacks(now: number, packs = builtIn): Promise<readonly PackState[]> {
  const settings = readSettings((await readStored('settings')).settings);
  return usablePacks(packs).map((pack) => ({
    id: pack.id,
    title: pack.title,
    version: pack.version,
    enabled: !settings.disabledPacks.includes(pack.id),
    entries: pack.entities.length + pack.phrases.length + pack.exceptions.length,
    contests: pack.contests.map((contest) => ({
      name: contest.name,
      region: contest.region,
      phase: phaseOf(contest, now),
    })),
  }));
}

async function write(packs: readonly unknown[]): Promise<void> {
  const stored = await readStored('snapshot', 'settings');
  // Content scripts carry no validation library: they rely on what stands here.
  const settings = readSettings(stored.settings);
  const changes: Partial<StoredValues> = {};
  if (!isSame(settings, stored.settings)) changes.settings = settings;
  const readable = usablePacks(packs);
  // With every pack broken the last good snapshot stays.
  if (readable.length > 0 || packs.length === 0) {
    const rules = compile(readable.filter(({ id }) => !settings.disabledPacks.includes(id)));
    const snapshot = toBase64(encodeRules(rules));
    if (snapshot !== stored.snapshot) changes.snapshot = snapshot;
  }
  if (Object.keys(changes).length > 0) await writeStored(changes);
}

/** Equality of plain JSON. Chromium returns the keys of stored objects sorted, so their order says nothing. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      (key) =>
        Object.hasOwn(other, key) &&
        isSame((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
    )
  );
}
