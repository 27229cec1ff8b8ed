import { type DecisionRequest, decide, type Verdict } from '../../core/decision/decide.ts';
import type { RuleIndex } from '../../core/matching/rule-index.ts';
import { EMPTY_MEMORY } from '../../core/reminding/fatigue.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { ActionKind, Content, SiteId } from '../../core/types.ts';

export interface Trial {
  readonly request: DecisionRequest;
  readonly verdict: Verdict;
}

/** What a tab would decide, as if it had shown nothing before, and with every site and action switched on. */
export function tryOut(
  part: {
    readonly site: SiteId;
    readonly action: ActionKind;
    readonly content: Content;
    readonly now: number;
  },
  rules: RuleIndex,
  settings: Settings,
): Trial {
  const request = { ...part, postKey: 'practice' };
  const all = {
    ...settings,
    sites: { ...settings.sites, [part.site]: true },
    actions: { ...settings.actions, [part.action]: true },
  };
  return { request, verdict: decide(request, rules, all, EMPTY_MEMORY) };
}
