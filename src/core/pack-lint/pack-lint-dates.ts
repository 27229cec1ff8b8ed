import type { Pack } from '../pack/pack.ts';
import type { Contest, ContestKind, PhaseDates } from '../types.ts';
import { advice, error, type LintIssue } from './pack-lint-issue.ts';

type PackContest = Pack['contests'][number];

const DAY = 86_400_000;
/** Quiet days before the vote, by law. */
const QUIET_DAYS = 3;
/** Governors, regents and mayors of one year are elected on one day. */
const LOCAL: ReadonlySet<ContestKind> = new Set(['governor', 'regent']);

/**
 * Dates that contradict each other, the year, other contests of the pack, or `calendar`: contests whose dates are
 * known. Order and overlap of phases are faults of form.
 */
export function lintDates({ id: pack, contests }: Pack, calendar: readonly Contest[]): LintIssue[] {
  return contests.flatMap((contest, index) => {
    const path = ['contests', index];
    const earlier = contests.slice(0, index);
    return [
      ...lintPhases(contest, path),
      ...lintAgainst(contest, earlier, path, 'date-differs'),
      ...lintAgainst(
        contest,
        // A pack of this id that is installed already is the same calendar.
        calendar.filter(({ id }) => id !== contest.id && id !== pack),
        path,
        'date-calendar',
      ),
    ];
  });
}

function lintPhases({ id, name, year, phases }: PackContest, path: readonly PropertyKey[]): LintIssue[] {
  const issues: LintIssue[] = [];
  const at = (index: number, key: 'start' | 'end' | 'phase') => [...path, 'phases', index, key];
  if (phases.length === 0) return [advice('dates-none', path, id, { name })];
  const vote = phases.findIndex(({ phase }) => phase === 'vote');
  phases.forEach(({ phase, start, end }, index) => {
    if (phase === 'vote' && !start.startsWith(String(year))) {
      issues.push(error('date-year', at(index, 'start'), id, { name, year, date: start }));
    } else if (
      Math.abs(Number(start.slice(0, 4)) - year) > 2 ||
      Math.abs(Number(end.slice(0, 4)) - year) > 2
    ) {
      issues.push(error('date-year', at(index, 'start'), id, { name, year, date: `${start} – ${end}` }));
    }
    if (phase === 'vote' && end !== start) {
      issues.push(advice('vote-days', at(index, 'end'), id, { name, date: `${start} – ${end}` }));
    }
    const before = phases[index - 1];
    if (before && daysBetween(before.end, start) > 1) {
      issues.push(advice('date-gap', at(index, 'start'), id, { name, from: before.end, to: start }));
    }
  });
  const isCampaigned = phases.some(({ phase }) => phase === 'campaign');
  if (vote < 0 && isCampaigned) issues.push(advice('vote-none', [...path, 'phases'], id, { name }));
  const quiet = phases.findIndex(({ phase }) => phase === 'quiet');
  const [still, voting] = [phases[quiet], phases[vote]];
  if (
    still &&
    voting &&
    (daysBetween(still.start, still.end) + 1 !== QUIET_DAYS || daysBetween(still.end, voting.start) !== 1)
  ) {
    issues.push(
      advice('quiet-days', at(quiet, 'start'), id, {
        name,
        date: `${still.start} – ${still.end}`,
        vote: voting.start,
      }),
    );
  }
  return issues;
}

/** Against the first contest of the same election; one sentence for each phase that differs. */
function lintAgainst(
  contest: PackContest,
  others: readonly Pick<Contest, 'id' | 'name' | 'kind' | 'year' | 'phases'>[],
  path: readonly PropertyKey[],
  code: 'date-differs' | 'date-calendar',
): LintIssue[] {
  const other = others.find(
    (one) => isSameElection(one, contest) && one.phases.some(({ phase }) => phase === 'vote'),
  );
  if (!other) return [];
  return contest.phases.flatMap((phase, index): LintIssue[] => {
    const known = other.phases.find((one) => one.phase === phase.phase);
    if (!known || isSame(known, phase)) return [];
    const parameters = {
      name: contest.name,
      phase: phase.phase,
      date: spanOf(phase),
      other: other.name,
      known: spanOf(known),
    };
    const here = [...path, 'phases', index, 'start'];
    // A vote on another day is another election, or a slip. Of the other phases regions may differ.
    return phase.phase === 'vote'
      ? [error(code, here, contest.id, parameters)]
      : phase.phase === 'campaign' || phase.phase === 'quiet'
        ? [advice(`${code}-phase`, here, contest.id, parameters)]
        : [];
  });
}

function isSameElection(one: Pick<Contest, 'kind' | 'year'>, other: Pick<Contest, 'kind' | 'year'>): boolean {
  return (
    one.year === other.year &&
    one.kind !== 'other' &&
    (one.kind === other.kind || (LOCAL.has(one.kind) && LOCAL.has(other.kind)))
  );
}

function isSame(one: PhaseDates, other: PhaseDates): boolean {
  return one.start === other.start && one.end === other.end;
}

function spanOf({ start, end }: PhaseDates): string {
  return start === end ? start : `${start} – ${end}`;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}
