import type { Pack, PackEntity } from '../pack/pack.ts';
import { collisionsOf, termOf } from '../pack-table/pack-table-collisions.ts';
import { advice, error, type LintIssue } from './pack-lint-issue.ts';

/** Names, hashtags, slogans and accounts that two entries claim, so that nobody can say whom a text means. */
export function lintOverlaps(pack: Pack): LintIssue[] {
  return [
    ...sharedNames(pack),
    ...partsOfOtherNames(pack),
    ...twice(pack),
    ...sharedCues(pack, 'hashtags', 'hashtag-shared', (entity) =>
      entity.hashtags.map((text) => text.replace(/^#/, '')),
    ),
    ...sharedCues(pack, 'slogans', 'slogan-shared', (entity) => entity.slogans.map(({ text }) => text)),
    ...sharedCues(pack, 'accounts', 'account-shared', (entity) =>
      entity.accounts.map(({ site, handle }) => `${site}:${handle.toLowerCase()}`),
    ),
    ...exceptionsThatHide(pack),
  ];
}

/** Names that two entries of one contest share cannot be told apart; across contests region and dates may do it. */
function sharedNames(pack: Pack): LintIssue[] {
  const places = new Map(pack.entities.map((entity, index) => [entity.id, { entity, index }]));
  return collisionsOf(pack).flatMap(({ text, entries }): LintIssue[] => {
    const found = entries.flatMap((id) => places.get(id) ?? []);
    return found.slice(1).flatMap(({ entity, index }): LintIssue[] => {
      const here = pathOfName(entity, index, text);
      const inContest = found.find((other) => other.index < index && other.entity.contest === entity.contest);
      const other = inContest ?? found[0];
      if (!other) return [];
      const parameters = { text, name: entity.name, other: other.entity.name, where: other.entity.id };
      return [
        inContest
          ? error('name-shared', here, entity.id, parameters)
          : advice('name-shared-elsewhere', here, entity.id, parameters),
      ];
    });
  });
}

function pathOfName({ aliases }: PackEntity, index: number, text: string): readonly PropertyKey[] {
  const alias = aliases.findIndex((one) => termOf(one.text) === termOf(text));
  return alias < 0 ? ['entities', index, 'name'] : ['entities', index, 'aliases', alias, 'text'];
}

/** "Sari" of one candidate, where another one of the contest is called "Sari Kenanga". */
function partsOfOtherNames({ entities }: Pack): LintIssue[] {
  const bearers = new Map<string, PackEntity[]>();
  for (const entity of entities) {
    if (entity.role !== 'candidate') continue;
    for (const word of new Set(termOf(entity.name).split(' '))) {
      const key = `${entity.contest} ${word}`;
      bearers.set(key, [...(bearers.get(key) ?? []), entity]);
    }
  }
  return entities.flatMap((entity, index) =>
    entity.aliases.flatMap((alias, at): LintIssue[] => {
      const word = termOf(alias.text);
      // A word that needs a second signal anyway does no harm alone.
      if (alias.signal === 'supporting' || alias.kind === 'initials' || word.includes(' ')) return [];
      const other = bearers
        .get(`${entity.contest} ${word}`)
        ?.find((one) => one !== entity && !entity.members?.includes(one.id) && termOf(one.name) !== word);
      const parameters = { text: alias.text, name: entity.name, other: other?.name ?? '' };
      return other
        ? [advice('name-part', ['entities', index, 'aliases', at, 'text'], entity.id, parameters)]
        : [];
    }),
  );
}

function twice({ entities }: Pack): LintIssue[] {
  return entities.flatMap((entity, index) => {
    const terms = entity.aliases.map(({ text }) => termOf(text));
    return terms.flatMap((term, at): LintIssue[] =>
      terms.indexOf(term) < at
        ? [
            advice('alias-twice', ['entities', index, 'aliases', at], entity.id, {
              text: entity.aliases[at]?.text ?? '',
              name: entity.name,
            }),
          ]
        : [],
    );
  });
}

function sharedCues(
  { entities }: Pack,
  part: 'hashtags' | 'slogans' | 'accounts',
  code: string,
  cuesOf: (entity: PackEntity) => readonly string[],
): LintIssue[] {
  const owners = new Map<string, PackEntity>();
  return entities.flatMap((entity, index) =>
    cuesOf(entity).flatMap((cue, at): LintIssue[] => {
      // An account is one account wherever it stands; words may mean another thing in another contest.
      const key = part === 'accounts' ? cue : `${entity.contest} ${termOf(cue)}`;
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, entity);
      if (owner === undefined || isOneCamp(owner, entity)) return [];
      return [
        error(code, ['entities', index, part, at], entity.id, {
          text: cue,
          name: entity.name,
          other: owner.name,
        }),
      ];
    }),
  );
}

/** An entry and itself, or a ticket and its member. */
function isOneCamp(one: PackEntity, other: PackEntity): boolean {
  return (
    one === other || one.members?.includes(other.id) === true || other.members?.includes(one.id) === true
  );
}

/** An exception takes out what stands in it: with the very name of a candidate it takes out the candidate. */
function exceptionsThatHide({ exceptions, entities }: Pack): LintIssue[] {
  const names = new Map(
    entities.flatMap((entity) =>
      [entity.name, ...entity.aliases.map(({ text }) => text)].map((text) => [termOf(text), entity] as const),
    ),
  );
  return exceptions.flatMap(({ id, text }, index): LintIssue[] => {
    const hidden = names.get(termOf(text));
    return hidden
      ? [error('exception-hides', ['exceptions', index, 'text'], id, { text, name: hidden.name })]
      : [];
  });
}
