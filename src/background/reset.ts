import type { LogStore } from './log/log-store.ts';
import { refreshPolicy } from './policy.ts';
import { publish } from './publish.ts';
import { forgetMemory, tellForgotten } from './reminder-memory.ts';
import { welcomeIfDue } from './welcome.ts';

/** *Hapus semua*: as after a fresh install, in open tabs too. */
export async function resetAll(log: LogStore, now: number): Promise<void> {
  // Tabs have their own memory of reminders. One that cannot be told must not keep the rest.
  await forgetMemory(now).catch(() => undefined);
  await log.reset();
  await tellForgotten().catch(() => undefined);
  // What an agency set is no choice of the person.
  await refreshPolicy();
  await publish();
  await welcomeIfDue();
}
