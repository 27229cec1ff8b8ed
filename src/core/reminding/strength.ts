import { levelOf } from '../matching/level.ts';
import { ACCOUNT_FIELDS, type Finding, type Level } from '../types.ts';

/**
 * How strongly a content takes sides, weakest first:
 * - `named`: an electoral subject is named, without campaigning
 * - `account-named`: the account, page or group itself bears such a name
 * - `cue`: a campaign cue, or support or attack on a subject
 * - `campaign-account`: the account or group is one of a campaign
 * - `own-support`: the person's own words campaign
 */
export const STRENGTHS = ['named', 'account-named', 'cue', 'campaign-account', 'own-support'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** The strongest that the findings of a match hold; null where there are none. */
export function strengthOf(level: Level, findings: readonly Finding[]): Strength | null {
  if (level === 'none') return null;
  if (isOwnSupport(findings)) return 'own-support';
  const ofAccount = findings.filter(({ field }) => ACCOUNT_FIELDS.has(field));
  if (ofAccount.some(({ kind, signal }) => kind === 'account' && signal === 'campaign'))
    return 'campaign-account';
  if (level === 'remind') return 'cue';
  return ofAccount.some(({ signal }) => signal === 'subject') ? 'account-named' : 'named';
}

/** The own words campaign by themselves, or about a subject that the post names: "lanjutkan!" below a candidate. */
function isOwnSupport(findings: readonly Finding[]): boolean {
  return (
    levelOf(findings.filter(({ field, signal }) => field === 'own' || signal === 'subject')) === 'remind'
  );
}
