import type { PackSource } from '../core/pack/pack-source.ts';
import type { SignedBy, TrustState } from '../core/pack/pack-trust.ts';
import type { Pause } from '../core/settings/pause.ts';
import type { Policy, PolicyFault } from '../core/settings/policy-ratchet.ts';
import type { Settings } from '../core/settings/settings.ts';
import { browser } from './browser.ts';

/** What an agency set, as it was read last, and what of it was not accepted. */
export interface StoredPolicy {
  readonly policy: Policy;
  readonly faults: readonly PolicyFault[];
  /** When it changed last, in milliseconds since the epoch; absent in what an older version stored. */
  readonly received?: number;
}

/** A signed list that is in use, once more: see `background/packs/pack-copies.ts`. */
export interface StoredPackCopy {
  /** What its signatures were accepted for, and when, as `SlotNote` in `background/packs/pack-database.ts`. */
  readonly note: {
    readonly signed: SignedBy;
    readonly epoch: number;
    readonly seq: number;
    readonly received: number;
  };
  /** The whole file: gzip, in base64. */
  readonly file: string;
}

/** The keys of storage.local that more than one part of the extension reads. Never the log. */
export interface StoredValues {
  /** Rule file of the compiled packs in base64, written by `background/publish.ts` only. */
  snapshot: string;
  settings: Settings;
  /** Of all sites, while it lasts. */
  pause: Pause;
  /** Written by `background/policy.ts` only. */
  policy: StoredPolicy;
  /** Packs that the person imported, as they stood in their files; `background/packs/user-packs.ts` checks them again. */
  userPacks: readonly unknown[];
  /** Sources of signed packs that the person added by a link and confirmed. */
  packLinks: readonly PackSource[];
  /** What is known of each publisher, by pack: the twin of what `background/packs/pack-database.ts` keeps, should one be lost. */
  packTrust: Readonly<Record<string, TrustState>>;
  /** Copies of signed lists in use, by pack. */
  packCopies: Readonly<Record<string, StoredPackCopy>>;
  /** Whether the first run is over; false while its page is open and nothing is chosen yet. */
  welcomed: boolean;
}
export type StoredKey = keyof StoredValues;

/** Values as they were stored; the reader checks what it cannot trust. */
export async function readStored<Key extends StoredKey>(
  ...keys: readonly Key[]
): Promise<{ [K in Key]?: StoredValues[K] }> {
  return (await browser.storage.local.get([...keys])) as { [K in Key]?: StoredValues[K] };
}

export async function writeStored(values: Partial<StoredValues>): Promise<void> {
  await browser.storage.local.set(values);
}

/** How long a key must be gone to count as removed, in milliseconds: a wipe clears everything and puts back what stays. */
const REMOVED_MS = 800;

/**
 * Calls `changed` for each new value of a key, until the signal aborts. Undefined once a key is gone for good: nobody
 * may see the moment of a wipe in which there are neither settings nor a policy.
 */
export function watchStored(
  changed: <Key extends StoredKey>(key: Key, value: StoredValues[Key] | undefined) => void,
  signal: AbortSignal,
): void {
  const removals = new Map<StoredKey, ReturnType<typeof setTimeout>>();
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area !== 'local') return;
    for (const key of ['snapshot', 'settings', 'welcomed', 'pause', 'policy'] as const) {
      const change = changes[key];
      if (!change) continue;
      clearTimeout(removals.get(key));
      if (change.newValue === undefined)
        removals.set(
          key,
          setTimeout(() => changed(key, undefined), REMOVED_MS),
        );
      else changed(key, change.newValue as StoredValues[typeof key]);
    }
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener(
    'abort',
    () => {
      browser.storage.onChanged.removeListener(listener);
      for (const timer of removals.values()) clearTimeout(timer);
    },
    { once: true },
  );
}
