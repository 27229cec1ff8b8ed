import { readSettings, type Settings } from '../core/settings/settings.ts';
import { readStored } from './storage.ts';

/** The settings as the person chose them, whole whatever is stored. Not for content scripts, which carry no schemas. */
export async function readStoredSettings(): Promise<Settings> {
  return readSettings((await readStored('settings')).settings);
}
