import { createRuleIndex, type RuleIndex } from '../core/rule-index.ts';
import { type CompiledRules, RULES_FORMAT } from '../core/rules.ts';
import type { Settings } from '../core/settings.ts';
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

  const takeRules = (stored: CompiledRules | undefined) => {
    // The last good rules stay when a newer extension version has stored another format.
    if (stored?.format === RULES_FORMAT) rules = createRuleIndex(stored);
  };
  watchStored((key, value) => {
    if (key === 'snapshot') takeRules(value as CompiledRules | undefined);
    else if (value) settings = value as Settings;
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
