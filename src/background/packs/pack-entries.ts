import type { Pack } from '../../core/pack/pack.ts';
import type { PackEntryKind } from '../../shared/messages.ts';

export interface PackEntry {
  readonly id: string;
  /** What people know it by: a name, or the phrase itself. */
  readonly title: string;
  readonly kind: PackEntryKind;
  /** Id of its contest, or null for phrases and for parties of every contest. */
  readonly contest: string | null;
}

/** What a pack matches, in its order: persons and parties, phrases, exceptions. */
export function entriesOf({ entities, phrases, exceptions }: Pack): readonly PackEntry[] {
  return [
    ...entities.map(({ id, name, role, contest = null }) => ({ id, title: name, kind: role, contest })),
    ...phrases.map(({ id, text }) => ({ id, title: text, kind: 'phrase' as const, contest: null })),
    ...exceptions.map(({ id, text }) => ({ id, title: text, kind: 'exception' as const, contest: null })),
  ];
}
