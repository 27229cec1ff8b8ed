import { browser } from '../shared/browser.ts';

/**
 * Whether the extension behind this script still exists. After an update or removal Chromium keeps the old script
 * running with a dead context (measured, Chromium 156): it must let everything pass.
 */
export function isAlive(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}
