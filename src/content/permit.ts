import type { ActionKind } from '../core/types.ts';

/** How long a person may take to press again after the site ignored the replay. */
export const PERMIT_MS = 60_000;

/** What a held action is, independent of the element: a re-rendered button must find its permit. */
export interface ActionKey {
  readonly action: ActionKind;
  readonly postKey: string;
}

/** At most one permit at a time; it is used up before the action passes, so that no second event can use it. */
export interface Permits {
  grant(key: ActionKey): void;
  /** True once per grant, within `PERMIT_MS`. */
  use(key: ActionKey): boolean;
}

export function createPermits(now: () => number): Permits {
  let granted: (ActionKey & { until: number }) | undefined;
  return {
    grant(key) {
      granted = { ...key, until: now() + PERMIT_MS };
    },
    use(key) {
      const permit = granted;
      if (!permit || permit.action !== key.action || permit.postKey !== key.postKey) return false;
      granted = undefined;
      return now() <= permit.until;
    },
  };
}
