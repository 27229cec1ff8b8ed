import { PACK_PARTS, type Pack, type PackEntity } from '../../core/pack/pack.ts';
import { renamedContest } from '../../core/pack-table/contest-name.ts';
import { slugOf } from '../../core/pack-table/pack-table-names.ts';
import { CONTEST_PHASES, type ContestPhase } from '../../core/types.ts';

/**
 * The pack under way. It has the shape of one, but what a person types may be anything, so only lint says whether it is
 * one. All changes give a new draft.
 */
export type Draft = Pack;
export type DraftContest = Pack['contests'][number];

/** Parts of a pack whose entries have a text instead of a name. */
export const TEXT_PARTS = ['phrases', 'exceptions'] as const;
export type TextPart = (typeof TEXT_PARTS)[number];

/** The entry whose form is open. */
export interface OpenedEntry {
  readonly part: 'entities' | TextPart;
  readonly index: number;
}

/** One entry as the table shows it. */
export interface DraftRow {
  /** Index in `entities`. */
  readonly index: number;
  readonly entity: PackEntity;
  /** A person of the ticket above it. */
  readonly isMember: boolean;
}

/** A JSON value that is near enough to a pack to be edited; null for anything else. */
export function draftOfJson(value: unknown): Draft | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const known = value as Partial<Record<keyof Pack, unknown>>;
  const isListed = (['contests', 'entities', 'phrases', 'exceptions'] as const).every((part) =>
    Array.isArray(known[part]),
  );
  const isNamed = (['id', 'title', 'version', 'source'] as const).every(
    (part) => typeof known[part] === 'string',
  );
  return isListed && isNamed ? (value as Draft) : null;
}

/** In the order of the ballot: each contest, its tickets by number with their persons below, then all others. */
export function rowsOf({ contests, entities }: Draft): DraftRow[] {
  const indexes = new Map(entities.map((entity, index) => [entity.id, index]));
  const order = new Map(contests.map(({ id }, index) => [id, index]));
  const placed = entities.map((entity, index) => ({ entity, index }));
  const members = new Set(entities.flatMap((entity) => entity.members ?? []));
  const heads = placed
    .filter(({ entity }) => !members.has(entity.id))
    .sort(
      (one, other) =>
        (order.get(one.entity.contest ?? '') ?? Infinity) -
          (order.get(other.entity.contest ?? '') ?? Infinity) ||
        (one.entity.ballotNumber ?? 100) - (other.entity.ballotNumber ?? 100),
    );
  return heads.flatMap(({ entity, index }): DraftRow[] => [
    { entity, index, isMember: false },
    ...(entity.members ?? []).flatMap((id): DraftRow[] => {
      const at = indexes.get(id);
      const member = at === undefined ? undefined : entities[at];
      return at !== undefined && member ? [{ entity: member, index: at, isMember: true }] : [];
    }),
  ]);
}

export function withEntity(draft: Draft, index: number, change: Partial<PackEntity>): Draft {
  const changed = draft.entities.map((entity, at) => (at === index ? { ...entity, ...change } : entity));
  const renamed = changed[index];
  if (change.name === undefined || renamed === undefined) return { ...draft, entities: changed };
  // A ticket is called by its persons.
  return {
    ...draft,
    entities: changed.map((entity) =>
      entity.members?.includes(renamed.id) ? { ...entity, name: nameOfTicket(entity, changed) } : entity,
    ),
  };
}

function nameOfTicket({ members = [] }: PackEntity, entities: readonly PackEntity[]): string {
  return members.flatMap((id) => entities.find((entity) => entity.id === id)?.name ?? []).join(' - ');
}

/** Without a number the field is taken away: a pack has none or a right one. */
export function withNumber(draft: Draft, index: number, number: number | undefined): Draft {
  const entities = draft.entities.map((entity, at) => {
    if (at !== index) return entity;
    const { ballotNumber: _old, ...rest } = entity;
    return number === undefined ? rest : { ...rest, ballotNumber: number };
  });
  return { ...draft, entities };
}

/** A contest is called by its kind, region and year, and the pack by its contest, until they are given other names. */
export function withContest(draft: Draft, index: number, change: Partial<DraftContest>): Draft {
  const before = draft.contests[index];
  if (!before) return draft;
  const after = { ...before, ...change };
  const named = change.name === undefined ? { ...after, name: renamedContest(before, after) } : after;
  return {
    ...draft,
    title: draft.title === before.name ? named.name : draft.title,
    contests: draft.contests.map((contest, at) => (at === index ? named : contest)),
  };
}

/** A phase with one of its days set; with neither day left it is gone. */
export function withPhaseDay(
  { phases }: Pick<DraftContest, 'phases'>,
  name: ContestPhase,
  side: 'start' | 'end',
  day: string,
): DraftContest['phases'] {
  const old = phases.find(({ phase }) => phase === name) ?? { phase: name, start: '', end: '' };
  const changed = { ...old, [side]: day };
  const others = phases.filter(({ phase }) => phase !== name);
  const all = changed.start === '' && changed.end === '' ? others : [...others, changed];
  return all.sort((one, other) => CONTEST_PHASES.indexOf(one.phase) - CONTEST_PHASES.indexOf(other.phase));
}

/** One more pair with its two persons, behind the others of the contest. */
export function withTicket(draft: Draft, contest: string): Draft {
  const own = draft.entities.filter((entity) => entity.contest === contest);
  const number = Math.max(0, ...own.map(({ ballotNumber }) => ballotNumber ?? 0)) + 1;
  const source = own[0]?.source ?? draft.source;
  const taken = new Set(draft.entities.map(({ id }) => id));
  const idOf = (wanted: string) => {
    let id = `${contest}:${wanted}`;
    for (let next = 2; taken.has(id); next += 1) id = `${contest}:${wanted}-${next}`;
    taken.add(id);
    return id;
  };
  const base = {
    contest,
    hashtags: [],
    slogans: [],
    accounts: [],
    aliases: [],
    source,
    confidence: 'verified_1_source' as const,
  };
  const none = { match: [], ignore: [] };
  const persons = ['calon', 'wakil'].map(
    (role): PackEntity => ({
      ...base,
      id: idOf(`${role}-${number}`),
      role: 'candidate',
      name: '',
      examples: none,
    }),
  );
  const ticket: PackEntity = {
    ...base,
    id: idOf(`ticket-${number}`),
    role: 'ticket',
    name: '',
    ...(number < 100 ? { ballotNumber: number } : {}),
    members: persons.map(({ id }) => id),
    examples: { match: [`Ayo coblos nomor ${number}`], ignore: [] },
  };
  return { ...draft, entities: [...draft.entities, ...persons, ticket] };
}

/** Without an entry, the persons of a ticket with it. */
export function withoutEntity(draft: Draft, index: number): Draft {
  const gone = draft.entities[index];
  if (!gone) return draft;
  const ids = new Set([gone.id, ...(gone.members ?? [])]);
  const entities = draft.entities
    .filter(({ id }) => !ids.has(id))
    .map((entity) =>
      entity.members ? { ...entity, members: entity.members.filter((id) => !ids.has(id)) } : entity,
    );
  return { ...draft, entities };
}

/** With another text, strength or the like of one phrase or exception. */
export function withText<Part extends TextPart>(
  draft: Draft,
  part: Part,
  index: number,
  change: Partial<Draft[Part][number]>,
): Draft {
  const changed = draft[part].map((entry, at) => (at === index ? { ...entry, ...change } : entry));
  return { ...draft, [part]: changed };
}

export function withoutText(draft: Draft, part: TextPart, index: number): Draft {
  return { ...draft, [part]: draft[part].filter((_entry, at) => at !== index) };
}

/** One more at the end. A phrase is weak at first, so that it reminds of nothing alone. */
export function withNewText(draft: Draft, part: TextPart): Draft {
  const taken = new Set(PACK_PARTS.flatMap((name) => (draft[name] ?? []).map(({ id }) => id)));
  const stem = `${slugOf(draft.id) || 'paket'}:${part === 'phrases' ? 'frasa' : 'pengecualian'}`;
  let number = draft[part].length + 1;
  while (taken.has(`${stem}-${number}`)) number += 1;
  const entry = {
    id: `${stem}-${number}`,
    text: '',
    source: draft.source,
    examples: { match: [], ignore: [] },
  };
  const phrase = { strength: 'weak', kind: 'support', language: 'id', confidence: 'verified_1_source' };
  return { ...draft, [part]: [...draft[part], part === 'phrases' ? { ...entry, ...phrase } : entry] };
}

/** Name of the file that is saved. */
export function fileNameOf({ id }: Draft): string {
  return `${slugOf(id) || 'paket'}.json`;
}
