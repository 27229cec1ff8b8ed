import { match } from '../../core/matching/match.ts';
import type { RuleIndex } from '../../core/matching/rule-index.ts';
import { civilDate, isActive } from '../../core/reminding/stage.ts';
import type { Content } from '../../core/types.ts';

/** A contest of which something is named and that says nothing today. */
export interface SleepingContest {
  readonly name: string;
  /** Noon in WIB of its first day, milliseconds since the epoch; null once it is over. */
  readonly begins: number | null;
}

/** Why nothing, or not all, of a content is reminded of: the contests that it names and that sleep at `now`. */
export function sleepingContests(
  content: Content,
  rules: RuleIndex,
  finishedContests: boolean,
  now: number,
): readonly SleepingContest[] {
  const named = new Set(match(content, rules, () => true).findings.map(({ contest }) => contest));
  return rules.contests
    .filter((contest) => named.has(contest.id) && !isActive(contest, now, finishedContests))
    .map(({ name, phases: [first] }) => ({
      name,
      begins:
        first !== undefined && first.start > civilDate(now)
          ? Date.parse(`${first.start}T12:00:00+07:00`)
          : null,
    }));
}
