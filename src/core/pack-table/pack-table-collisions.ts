import type { Pack, PackEntity } from '../pack/pack.ts';
import { normalize } from '../text/normalize.ts';

/** One name that several entries bear. */
export interface Collision {
  /** As the first of them writes it. */
  readonly text: string;
  /** Ids of the entries, two or more, in the order of the pack. */
  readonly entries: readonly string[];
  /** All of them stand in one contest, so not even the region tells them apart. */
  readonly isSameContest: boolean;
}

/**
 * Names and aliases that more than one entry bears, sorted by how many do. A ticket and its own members are one;
 * the empty column stands in every contest.
 */
export function collisionsOf({ entities }: Pack): Collision[] {
  const owners = new Map<string, { readonly text: string; readonly entries: Set<PackEntity> }>();
  for (const entity of entities) {
    if (isEmptyColumn(entity)) continue;
    for (const text of [entity.name, ...entity.aliases.map((alias) => alias.text)]) {
      const key = termOf(text);
      const known = owners.get(key);
      if (known) known.entries.add(entity);
      else owners.set(key, { text, entries: new Set([entity]) });
    }
  }
  return [...owners.values()]
    .map(({ text, entries }) => ({ text, entries: apart([...entries]) }))
    .filter(({ entries }) => entries.length > 1)
    .map(({ text, entries }) => ({
      text,
      entries: entries.map(({ id }) => id),
      isSameContest: new Set(entries.map(({ contest }) => contest)).size === 1,
    }))
    .sort((one, other) => other.entries.length - one.entries.length || (one.text < other.text ? -1 : 1));
}

/** Without tickets whose own member is there too. */
function apart(entries: readonly PackEntity[]): PackEntity[] {
  const ids = new Set(entries.map(({ id }) => id));
  return entries.filter(({ members = [] }) => !members.some((member) => ids.has(member)));
}

export function isEmptyColumn({ role, name }: Pick<PackEntity, 'role' | 'name'>): boolean {
  return role === 'ticket' && /^(?:kolom|kotak) kosong$/i.test(name);
}

/** Two texts that matching cannot tell apart have the same term. */
export function termOf(text: string): string {
  return normalize(text)
    .tokens.map((token) => token.text)
    .join(' ');
}
