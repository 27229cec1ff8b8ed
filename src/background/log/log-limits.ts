import type { Policy } from '../../core/settings/policy-ratchet.ts';
import { browser } from '../../shared/browser.ts';
import { readStored } from '../../shared/storage.ts';

/** What of a policy lowers the log. */
export type Limits = Pick<Policy, 'maxLogLevel' | 'maxRetentionDays'>;

let changes = 0;

/** To be called by who writes the policy, before any row may come in: the event of the browser can be late. */
export function limitsChanged(): void {
  changes += 1;
}

/** What an agency lowered, kept in memory: a policy can hold lists of three million characters, and each row asks for it. */
export function createLogLimits(): { read(): Promise<Limits> } {
  let kept: { readonly at: number; readonly limits: Promise<Limits> } | undefined;
  browser.storage.onChanged.addListener((changed, area) => {
    if (area === 'local' && Object.hasOwn(changed, 'policy')) limitsChanged();
  });
  return {
    read() {
      if (kept?.at === changes) return kept.limits;
      const limits = readLimits();
      kept = { at: changes, limits };
      limits.catch(() => {
        if (kept?.limits === limits) kept = undefined;
      });
      return limits;
    },
  };
}

async function readLimits(): Promise<Limits> {
  const { maxLogLevel, maxRetentionDays } = (await readStored('policy')).policy?.policy ?? {};
  return {
    ...(maxLogLevel === undefined ? {} : { maxLogLevel }),
    ...(maxRetentionDays === undefined ? {} : { maxRetentionDays }),
  };
}
