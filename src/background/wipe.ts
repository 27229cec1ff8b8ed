import { browser } from '../shared/browser.ts';
import { eraseDatabase } from './log/log-database.ts';

/**
 * Key of storage.session: a wipe on its way. It outlives a worker that is killed in the middle, when the settings were
 * cleared with the rest and not written back, or only half of the rows are gone.
 */
const PENDING = 'wipe';
/** Too large for it, and made again when missing: the rules are published, lists are copied at the next look for them. */
const LARGE: readonly string[] = ['snapshot', 'packCopies'];

interface Wipe {
  /** What storage.local keeps; undefined once that is done. */
  readonly kept?: Record<string, unknown> | undefined;
  readonly databases: readonly string[];
}

/**
 * Clears storage.local but for what `keeps` says, then deletes databases. Order matters, and so does clearing all: in
 * Chromium only clear() really removes the local half of a key, in Firefox only the deletion of a database removes the
 * other one (measured). To be called inside `alone`.
 */
export async function wipe(keeps: (key: string) => boolean, databases: readonly string[]): Promise<void> {
  const stored = await browser.storage.local.get(null);
  const kept = Object.fromEntries(Object.entries(stored).filter(([key]) => keeps(key)));
  const small = Object.fromEntries(Object.entries(kept).filter(([key]) => !LARGE.includes(key)));
  await note({ kept: small, databases });
  await perform({ kept, databases });
}

/** What a worker does first: ends the wipe that an earlier one had begun. Says whether there was one. */
export async function resumeWipe(): Promise<boolean> {
  const { [PENDING]: pending } = (await browser.storage.session.get(PENDING)) as { [PENDING]?: Wipe };
  if (pending) await perform(pending);
  return pending !== undefined;
}

async function perform({ kept, databases }: Wipe): Promise<void> {
  if (kept) {
    await browser.storage.local.clear();
    await browser.storage.local.set(kept);
    await note({ databases });
  }
  const failures: unknown[] = [];
  for (const name of databases) await eraseDatabase(name).catch((error: unknown) => failures.push(error));
  // What failed is told; ending it later would delete what was written since.
  await browser.storage.session.remove(PENDING);
  if (failures.length > 0) throw failures[0];
}

async function note(pending: Wipe): Promise<void> {
  await browser.storage.session.set({ [PENDING]: pending });
}
