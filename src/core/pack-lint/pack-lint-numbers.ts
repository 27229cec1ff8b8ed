import type { Pack } from '../pack/pack.ts';
import { advice, error, type LintIssue } from './pack-lint-issue.ts';

/** Ballot numbers: all contenders of a contest have one, or none of them has. Twice the same is a fault of form. */
export function lintNumbers({ contests, entities }: Pack): LintIssue[] {
  const indexed = entities.map((entity, index) => ({ entity, index }));
  return contests.flatMap((contest, at) => {
    const own = indexed.filter(({ entity }) => entity.contest === contest.id);
    return (['ticket', 'party'] as const).flatMap((role): LintIssue[] => {
      const contenders = own.filter(({ entity }) => entity.role === role);
      const numbers = contenders
        .flatMap(({ entity }) => entity.ballotNumber ?? [])
        .sort((one, other) => one - other);
      const isNumbered = numbers.length > 0;
      // Before the draw nobody has a number; a campaign without numbers is a list that was not finished.
      const isDrawn = contest.phases.some(({ phase }) => phase === 'campaign' || phase === 'vote');
      if (!isNumbered && contenders.length > 0 && isDrawn) {
        return [advice('numbers-none', ['contests', at], contest.id, { name: contest.name })];
      }
      const missing = isNumbered ? contenders.filter(({ entity }) => entity.ballotNumber === undefined) : [];
      const last = numbers.at(-1) ?? 0;
      const gaps = Array.from({ length: last }, (_, index) => index + 1).filter(
        (number) => !numbers.includes(number),
      );
      return [
        ...missing.map(({ entity, index }) =>
          error('number-missing', ['entities', index], entity.id, {
            name: entity.name,
            contest: contest.name,
          }),
        ),
        ...(gaps.length > 0 && missing.length === 0
          ? [
              advice('number-gap', ['contests', at], contest.id, {
                name: contest.name,
                numbers: listOf(gaps),
              }),
            ]
          : []),
      ];
    });
  });
}

function listOf(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 8).join(', ');
  return numbers.length > 8 ? `${shown}, …` : shown;
}
