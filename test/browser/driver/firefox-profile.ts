import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { browserPath, root } from './installed.ts';

/** A profile in which Firefox was started once, without extension. */
const STARTED_ONCE = join(root, '.cache/firefox-profile');

/**
 * Starts Firefox once and keeps its profile, with compiled parts of the browser itself: each start in a new one takes more
 * than twice the work (7.4 s of a core, 3.1 s with it; November 2026). Does nothing where it is kept already; Firefox
 * itself makes anew what another version left.
 */
export async function prepareFirefoxProfile(): Promise<void> {
  if (existsSync(STARTED_ONCE)) return;
  mkdirSync(join(STARTED_ONCE, '..'), { recursive: true });
  const folder = mkdtempSync(`${STARTED_ONCE}-`);
  try {
    const browser = await launch({
      browser: 'firefox',
      userDataDir: folder,
      executablePath: browserPath('firefox'),
      headless: true,
      extraPrefsFirefox: DEAD_PROXY,
    });
    await browser.close();
    renameSync(folder, STARTED_ONCE);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A request that is not answered by a fixture must fail, not reach the network. */
export const DEAD_PROXY = {
  'network.proxy.type': 1,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
} as const;

/** Fills an empty profile with it, where it was prepared. */
export function fillProfile(folder: string): void {
  if (existsSync(STARTED_ONCE)) cpSync(STARTED_ONCE, folder, { recursive: true });
}
