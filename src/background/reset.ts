import type { LogStore } from './log-store.ts';
import { publish } from './publish.ts';
import { forgetMemory } from './reminder-memory.ts';

/** *Hapus semua*: as after a fresh install, in open tabs too. */
export async function resetAll(log: LogStore, now: number): Promise<void> {
  // Tabs have their own memory of reminders. One that cannot be told must not keep the rest.
  await forgetMemory(now).catch(() => undefined);
  await log.reset();
  await publish();
}
