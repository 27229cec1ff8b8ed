import type { Settings } from '../../core/settings/settings.ts';
import {
  LARGEST_SETTINGS_FILE,
  readSettingsFile,
  type SettingsFile,
  type SettingsFileProblem,
} from '../../core/settings/settings-file.ts';
import type { Edit } from '../parts/settings-keeper.ts';

/** The part of a `File` that is used. */
export interface ChosenFile {
  /** Bytes. */
  readonly size: number;
  text(): Promise<string>;
}

/** `unreadable`: the browser could not read the file, such as one that was removed meanwhile. */
export type ImportProblem = SettingsFileProblem | 'unreadable';
export type ImportState =
  | { readonly kind: 'idle' | 'done' | 'cancelled' | 'failed' }
  | { readonly kind: 'refused'; readonly problem: ImportProblem }
  | ({ readonly kind: 'asking' } & Extract<SettingsFile, { ok: true }>);

export interface SettingsImport {
  /** Reads a file and shows what is in it. Stores nothing. */
  take(file: ChosenFile): Promise<void>;
  /** Stores what was shown last; nothing when nothing was. */
  confirm(): Promise<void>;
  cancel(): void;
}

/** The only way from a file into the settings: what is stored was shown, and confirmed after that. */
export function createSettingsImport(
  change: (edit: Edit) => Promise<boolean>,
  show: (state: ImportState) => void,
): SettingsImport {
  let asked: Partial<Settings> | undefined;
  let turn = 0;
  return {
    async take(file) {
      turn += 1;
      const number = turn;
      asked = undefined;
      const read = await readFile(file);
      // A second file was chosen while this one was read.
      if (number !== turn) return;
      asked = read.ok ? read.parts : undefined;
      show(read.ok ? { kind: 'asking', ...read } : { kind: 'refused', problem: read.problem });
    },
    async confirm() {
      const parts = asked;
      asked = undefined;
      if (parts === undefined) return;
      const isStored = await change((old) => ({ ...old, ...parts }));
      show({ kind: isStored ? 'done' : 'failed' });
    },
    cancel() {
      turn += 1;
      asked = undefined;
      show({ kind: 'cancelled' });
    },
  };
}

async function readFile(
  file: ChosenFile,
): Promise<SettingsFile | { readonly ok: false; readonly problem: ImportProblem }> {
  if (file.size > LARGEST_SETTINGS_FILE) return { ok: false, problem: 'too-large' };
  try {
    return readSettingsFile(await file.text());
  } catch {
    return { ok: false, problem: 'unreadable' };
  }
}
