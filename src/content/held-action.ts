import type { DecisionRequest, Verdict } from '../core/decide.ts';
import type { Control } from '../sites/site.ts';
import type { ActionKey } from './permit.ts';

/** An action that was stopped before the page saw it, and what is needed to perform it later. Memory only. */
export interface HeldAction {
  readonly key: ActionKey;
  readonly control: Control;
  /** True when the person used a key in the editor (Enter), not a button. */
  readonly byKey: boolean;
  /** Ctrl or Command was held with that key. */
  readonly command: boolean;
  readonly request: DecisionRequest;
  readonly verdict: Extract<Verdict, { kind: 'remind' }>;
}
