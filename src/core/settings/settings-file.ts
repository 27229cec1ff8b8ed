import { readSettingsParts, SETTINGS_PARTS, type Settings, type SettingsPart } from './settings.ts';

export const SETTINGS_FILE_FORMAT = 'jaga-netral-settings-1';
/** Bytes. Full settings take less than a quarter of it. */
export const LARGEST_SETTINGS_FILE = 256 * 1024;

/**
 * - `too-large`: more than `LARGEST_SETTINGS_FILE`
 * - `not-json`: cannot be read as JSON
 * - `not-settings`: another kind of file
 * - `nothing`: no part of it can be used
 */
export type SettingsFileProblem = 'too-large' | 'not-json' | 'not-settings' | 'nothing';

export type SettingsFile =
  | {
      readonly ok: true;
      readonly parts: Partial<Settings>;
      /** Parts of the file that are not valid; they are left as they are. */
      readonly broken: readonly SettingsPart[];
    }
  | { readonly ok: false; readonly problem: SettingsFileProblem };

/** Settings only: never a row of the log, nor how much of it there is. */
export function settingsFileText(settings: Settings): string {
  return `${JSON.stringify({ format: SETTINGS_FILE_FORMAT, settings }, null, 2)}\n`;
}

/** Reads what `settingsFileText()` wrote, or anything else that a person may take for it. Never throws. */
export function readSettingsFile(text: string): SettingsFile {
  // A code unit takes at least one byte, so nothing that would fit is refused here.
  if (text.length > LARGEST_SETTINGS_FILE) return { ok: false, problem: 'too-large' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'not-json' };
  }
  const { format, settings } = (value ?? {}) as { readonly format?: unknown; readonly settings?: unknown };
  if (format !== SETTINGS_FILE_FORMAT) return { ok: false, problem: 'not-settings' };
  const { parts, broken } = readSettingsParts(settings);
  if (Object.keys(parts).length === 0) return { ok: false, problem: 'nothing' };
  return { ok: true, parts, broken };
}

export type SettingsChange = {
  [Part in SettingsPart]: {
    readonly part: Part;
    readonly before: Settings[Part];
    readonly after: Settings[Part];
  };
}[SettingsPart];

/** What would be different, in the order of the settings; the order of flags in the file says nothing. */
export function settingsChanges(before: Settings, parts: Partial<Settings>): readonly SettingsChange[] {
  const after = { ...before, ...parts };
  return SETTINGS_PARTS.filter((part) => canonical(before[part]) !== canonical(after[part])).map(
    (part) => ({ part, before: before[part], after: after[part] }) as SettingsChange,
  );
}

/** Lists are sets here: packs, regions and exceptions have no order of their own. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify([...value].sort());
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
