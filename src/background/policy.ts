import { readPolicy } from '../core/policy.ts';
import { browser } from '../shared/browser.ts';
import { readStored, type StoredPolicy, writeStored } from '../shared/storage.ts';
import type { LogStore } from './log-store.ts';
import { publish } from './publish.ts';
import { isSameJson } from './same-json.ts';

/**
 * Copies what the agency set into storage.local, where everything else reads it: at start nothing may wait for the
 * managed storage, which can be slow, come late or not exist. The answer is whether it changed.
 */
export async function refreshPolicy(): Promise<boolean> {
  const managed = await readManaged();
  // Unreadable is not the same as taken back: what was set stays.
  if (managed === 'failed') return false;
  const read = readPolicy(managed);
  const isEmpty = Object.keys(read.policy).length === 0 && read.faults.length === 0;
  const next: StoredPolicy | undefined = isEmpty ? undefined : read;
  const { policy: known } = await readStored('policy');
  if (isSameJson(known, next)) return false;
  await (next ? writeStored({ policy: next }) : browser.storage.local.remove('policy'));
  return true;
}

/** Refreshes the policy and lets it take effect: on the rules, and on what is kept already. */
export async function takePolicy(log: Pick<LogStore, 'applyLevel'>): Promise<void> {
  if (!(await refreshPolicy())) return;
  await publish();
  await log.applyLevel();
}

/** Firefox rejects when no policy is set (measured); its words say so. */
async function readManaged(): Promise<unknown> {
  try {
    return await browser.storage.managed.get(null);
  } catch (error) {
    return /manifest not found/i.test(error instanceof Error ? error.message : '') ? {} : 'failed';
  }
}
