import { openRuleIndex, type RuleIndex } from '../core/rule-index.ts';
import type { Settings } from '../core/settings.ts';
import { fromBase64 } from '../shared/base64.ts';
import { readStored, watchStored } from '../shared/storage.ts';

/** Rules and settings in the memory of this tab, so that a decision never waits for anybody. */
export interface Snapshot {
  readonly rules: RuleIndex;
  readonly settings: Settings;
}

export interface SnapshotSource {
  /** Undefined until the first load, or while only foreign formats are stored: then everything passes. */
  current(): Snapshot | undefined;
}

export function watchSnapshot(changed: () => void, signal: AbortSignal): SnapshotSource {
  let rules: RuleIndex | undefined;
  let settings: Settings | undefined;

  const takeRules = (stored: string | undefined) => {
    if (stored === undefined) return;
    try {
      rules = openRuleIndex(fromBase64(stored));
    } catch (error) {
      // The last good rules stay, for example when a newer extension version has stored another format.
      console.warn('Jaga Netral:', error);
    }
  };
  watchStored((key, value) => {
    if (key === 'snapshot') takeRules(value as string | undefined);
    else if (key === 'settings' && value) settings = value as Settings;
    changed();
  }, signal);
  readStored('snapshot', 'settings').then(
    (stored) => {
      rules ?? takeRules(stored.snapshot);
      settings ??= stored.settings;
      changed();
    },
    // A dead context or a broken store: nothing is loaded and everything passes.
    () => undefined,
  );

  return {
    current: () => (rules && settings ? { rules, settings } : undefined),
  };
}
