import type { Settings } from '../../core/settings/settings.ts';

/** A change as a function, so that it can be laid over settings that another page changed meanwhile. */
export type Edit = (settings: Settings) => Settings;

export interface SettingsStore {
  read(): Promise<Settings>;
  save(settings: Settings): Promise<unknown>;
}

export interface SettingsKeeper {
  load(): Promise<void>;
  /** Resolves to whether the change is really stored. */
  change(edit: Edit): Promise<boolean>;
  /** Takes over what another part of the extension stored. */
  accept(stored: Settings): void;
}

/**
 * Keeps what a page shows equal to what is stored, plus the changes on their way. Changes are saved one after the
 * other, and each is read back: a switch must never claim a protection that is not stored.
 */
export function createSettingsKeeper(
  store: SettingsStore,
  initial: Settings,
  show: (settings: Settings) => void,
): SettingsKeeper {
  let stored = initial;
  const pending: Edit[] = [];
  let queue: Promise<unknown> = Promise.resolve();

  const render = () => show(pending.reduce((settings, edit) => edit(settings), stored));
  const accept = (settings: Settings) => {
    stored = settings;
    render();
  };

  async function saveOne(edit: Edit): Promise<boolean> {
    let saved = false;
    try {
      stored = await store.read();
      await store.save(edit(stored));
      stored = await store.read();
      saved = JSON.stringify(edit(stored)) === JSON.stringify(stored);
    } catch {
      stored = await store.read().catch(() => stored);
    }
    pending.splice(pending.indexOf(edit), 1);
    render();
    return saved;
  }

  return {
    load: async () => accept(await store.read()),
    change: (edit) => {
      pending.push(edit);
      render();
      const result = queue.then(() => saveOne(edit));
      queue = result;
      return result;
    },
    accept,
  };
}
