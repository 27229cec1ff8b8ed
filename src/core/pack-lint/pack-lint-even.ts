import type { Pack, PackEntity } from '../pack/pack.ts';
import { isEmptyColumn } from '../pack-table/pack-table-collisions.ts';
import { advice, error, type LintIssue } from './pack-lint-issue.ts';

/** Kinds of what an entry may be found by. `label` is the key of its name in `locales/author.*.json`. */
const CUES: readonly { readonly cue: string; count(entity: PackEntity): number }[] = [
  { cue: 'aliases', count: ({ aliases }) => aliases.length },
  { cue: 'hashtags', count: ({ hashtags }) => hashtags.length },
  { cue: 'slogans', count: ({ slogans }) => slogans.length },
  { cue: 'accounts', count: ({ accounts }) => accounts.length },
  { cue: 'examples', count: ({ examples }) => examples.match.length + examples.ignore.length },
];

/** So many times as much, and so many more, is worth a look: some people are written about more than others. */
const MANY_TIMES = 4;
const MANY_MORE = 4;

/**
 * Whether all sides of one contest are treated alike: what one is found by, every one is. Says nothing of who they
 * are; with two of them swapped the result is the same with their names swapped.
 */
export function lintEvenness({ contests, entities }: Pack): LintIssue[] {
  const indexed = entities.map((entity, index): Placed => ({ entity, index }));
  const known = contests.map(({ id, name }, index) => ({
    id,
    name,
    path: ['contests', index] as readonly PropertyKey[],
  }));
  return known.flatMap(({ id, name, path }) => {
    const own = indexed.filter(({ entity }) => entity.contest === id && !isEmptyColumn(entity));
    const roles = ['ticket', 'candidate', 'party', 'campaign-team'] as const;
    return [
      ...roles.flatMap((role) =>
        unevenRole(
          own.filter(({ entity }) => entity.role === role),
          name,
        ),
      ),
      ...unevenMembers(own, name),
      ...alone(
        indexed.filter(({ entity }) => entity.contest === id),
        { id, name, path },
      ),
    ];
  });
}

interface Placed {
  readonly entity: PackEntity;
  readonly index: number;
}

function unevenRole(own: readonly Placed[], contest: string): LintIssue[] {
  if (own.length < 2) return [];
  return [
    ...CUES.flatMap(({ cue, count }) => unevenCue(own, contest, cue, count)),
    ...unevenStrength(own, contest),
    ...unevenConfidence(own, contest),
  ];
}

function unevenCue(
  own: readonly Placed[],
  contest: string,
  cue: string,
  count: (entity: PackEntity) => number,
): LintIssue[] {
  const counts = own.map((placed) => ({ ...placed, count: count(placed.entity) }));
  const most = counts.reduce((one, other) => (other.count > one.count ? other : one));
  const without = counts.filter((one) => one.count === 0);
  if (most.count === 0) return [];
  if (without.length > 0) {
    // Examples prove something and remind of nothing.
    const issue = cue === 'examples' ? advice : error;
    return without.map(({ entity, index }) =>
      issue(`uneven-${cue}`, ['entities', index], entity.id, {
        name: entity.name,
        other: most.entity.name,
        count: most.count,
        contest,
      }),
    );
  }
  const least = counts.reduce((one, other) => (other.count < one.count ? other : one));
  const isFar = most.count >= least.count * MANY_TIMES && most.count - least.count >= MANY_MORE;
  return isFar && cue !== 'examples'
    ? [
        advice('uneven-amount', ['entities', least.index, cue], least.entity.id, {
          cue,
          name: least.entity.name,
          count: least.count,
          other: most.entity.name,
          more: most.count,
        }),
      ]
    : [];
}

/** A strong slogan reminds by itself, a weak one does not: both sides have strong ones or neither has. */
function unevenStrength(own: readonly Placed[], contest: string): LintIssue[] {
  const isStrong = ({ entity }: Placed) => entity.slogans.some(({ strength }) => strength === 'strong');
  const strong = own.find(isStrong);
  if (!strong || own.some(({ entity }) => entity.slogans.length === 0)) return [];
  return own
    .filter((placed) => !isStrong(placed))
    .map(({ entity, index }) =>
      error('uneven-strength', ['entities', index, 'slogans'], entity.id, {
        name: entity.name,
        other: strong.entity.name,
        contest,
      }),
    );
}

const WEAK_SOURCES: ReadonlySet<PackEntity['confidence']> = new Set(['in_use', 'in_use+source']);

/** Names of one side that were checked and of another that were heard somewhere. */
function unevenConfidence(own: readonly Placed[], contest: string): LintIssue[] {
  const checked = own.find(({ entity }) => !WEAK_SOURCES.has(entity.confidence));
  if (!checked) return [];
  return own
    .filter(({ entity }) => WEAK_SOURCES.has(entity.confidence))
    .map(({ entity, index }) =>
      advice('uneven-confidence', ['entities', index, 'confidence'], entity.id, {
        name: entity.name,
        other: checked.entity.name,
        contest,
      }),
    );
}

/** Persons behind some tickets and not behind others; teams of some tickets only. */
function unevenMembers(own: readonly Placed[], contest: string): LintIssue[] {
  const tickets = own.filter(({ entity }) => entity.role === 'ticket');
  const countOf = ({ entity }: Placed) => entity.members?.length ?? 0;
  const most = Math.max(0, ...tickets.map(countOf));
  const teams = own.filter(({ entity }) => entity.role === 'campaign-team');
  const [team] = teams;
  return [
    ...tickets
      .filter((placed) => countOf(placed) < most)
      .map(({ entity, index }) =>
        error('uneven-members', ['entities', index, 'members'], entity.id, {
          name: entity.name,
          count: countOf({ entity, index }),
          most,
          contest,
        }),
      ),
    ...(team && tickets.length > 0 && teams.length !== tickets.length
      ? [
          error('uneven-teams', ['entities', team.index], team.entity.id, {
            count: teams.length,
            tickets: tickets.length,
            contest,
          }),
        ]
      : []),
  ];
}

/** One contender is no contest: who runs alone runs against the empty column. */
function alone(
  own: readonly Placed[],
  { id, name, path }: { readonly id: string; readonly name: string; readonly path: readonly PropertyKey[] },
): LintIssue[] {
  const tickets = own.filter(({ entity }) => entity.role === 'ticket');
  const contenders = tickets.length > 0 ? tickets : own;
  const [only] = contenders;
  if (!only) return [advice('contest-empty', path, id, { name })];
  return contenders.length === 1
    ? [
        error('contender-alone', ['entities', only.index], only.entity.id, {
          name: only.entity.name,
          contest: name,
        }),
      ]
    : [];
}
