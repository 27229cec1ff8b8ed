import { readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Symbolic links in a profile that name the process which uses it, `host-123` and `127.0.0.1:+123` (measured November 2026). */
const LOCKS = { chromium: 'SingletonLock', firefox: 'lock' } as const;

/** How long a process may take to be gone. */
const LIMIT_MS = 10_000;

/**
 * Ends a browser by SIGKILL, with all of its processes: nothing is written any more, as when the computer is switched off.
 *
 * @throws when no browser uses the profile, or when it does not end
 */
export async function killBrowser(browser: keyof typeof LOCKS, profile: string): Promise<void> {
  const pid = pidOf(browser, profile);
  // Both drivers start a browser as the head of its own group.
  process.kill(-pid, 'SIGKILL');
  for (const end = Date.now() + LIMIT_MS; isThere(pid); ) {
    if (Date.now() > end) throw new Error(`process ${pid} does not end`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The same for a process that is about to end itself, which can wait for nothing; a browser that has ended is no fault. */
export function killAtOnce(browser: keyof typeof LOCKS, profile: string): void {
  try {
    process.kill(-pidOf(browser, profile), 'SIGKILL');
  } catch {
    // It is not there.
  }
}

function pidOf(browser: keyof typeof LOCKS, profile: string): number {
  const [pid = ''] = /\d+$/.exec(readlinkSync(join(profile, LOCKS[browser]))) ?? [];
  return Number(pid);
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
