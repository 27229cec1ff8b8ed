import { openRuleIndex, type RuleIndex } from '../core/matching/rule-index.ts';
import type { Pause } from '../core/settings/pause.ts';
import { applyPolicy, type Policy } from '../core/settings/policy-ratchet.ts';
import type { Settings } from '../core/settings/settings.ts';
import { fromBase64 } from '../shared/base64.ts';
import { readStored, type StoredPolicy, watchStored } from '../shared/storage.ts';

/** Rules and settings in the memory of this tab, so that a decision never waits for anybody. */
export interface Snapshot {
  readonly rules: RuleIndex;
  readonly settings: Settings;
  /** May be over. */
  readonly pause: Pause | undefined;
}

export interface SnapshotSource {
  /** Undefined until the first load, or while only foreign formats are stored: then everything passes. */
  current(): Snapshot | undefined;
}

export function watchSnapshot(changed: () => void, signal: AbortSignal): SnapshotSource {
  let rules: RuleIndex | undefined;
  let settings: Settings | undefined;
  let pause: Pause | undefined;
  let policy: Policy | undefined;
  let snapshot: Snapshot | undefined;

  const takeRules = (stored: string | undefined) => {
    if (stored === undefined) return;
    try {
      rules = openRuleIndex(fromBase64(stored));
    } catch (error) {
      // The last good rules stay, for example when a newer extension version has stored another format.
      console.warn('Jaga Netral:', error);
    }
  };
  const renew = () => {
    if (rules && settings) snapshot = { rules, settings: applyPolicy(settings, policy ?? {}), pause };
    changed();
  };
  watchStored((key, value) => {
    if (key === 'snapshot') takeRules(value as string | undefined);
    else if (key === 'pause') pause = value as Pause | undefined;
    else if (key === 'policy') policy = policyOf(value);
    else if (key === 'settings' && value) settings = value as Settings;
    renew();
  }, signal);
  readStored('snapshot', 'settings', 'pause', 'policy').then(
    (stored) => {
      rules ?? takeRules(stored.snapshot);
      settings ??= stored.settings;
      pause ??= stored.pause;
      policy ??= policyOf(stored.policy);
      renew();
    },
    // A dead context or a broken store: nothing is loaded and everything passes.
    () => undefined,
  );

  return { current: () => snapshot };
}

function policyOf(stored: unknown): Policy {
  return (stored as StoredPolicy | undefined)?.policy ?? {};
}
