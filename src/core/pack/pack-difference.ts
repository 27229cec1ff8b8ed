import { PACK_PARTS, type Pack } from './pack.ts';

/** One field of an entry that says something else. Values are shown as they stand in the file, as JSON. */
export interface FieldChange {
  /** `aliases`, `ballotNumber` … */
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface EntryChange {
  readonly part: (typeof PACK_PARTS)[number];
  readonly id: string;
  /** Name, or the text of a phrase or an exception. */
  readonly name: string;
  readonly fields: readonly FieldChange[];
}

export interface EntryName {
  readonly part: (typeof PACK_PARTS)[number];
  readonly id: string;
  readonly name: string;
}

export interface PackDifference {
  readonly added: readonly EntryName[];
  readonly removed: readonly EntryName[];
  readonly changed: readonly EntryChange[];
  /** Title, version and source of the pack. */
  readonly head: readonly FieldChange[];
}

/** Fields of which matching reads nothing: a change there reminds nobody of anything else. */
export const SILENT_FIELDS: ReadonlySet<string> = new Set([
  'source',
  'confidence',
  'examples',
  '$schema',
  'version',
]);

/** What a new version of a pack adds, removes and says otherwise. Entries are the same when their ids are. */
export function packDifference(before: Pack, after: Pack): PackDifference {
  const added: EntryName[] = [];
  const removed: EntryName[] = [];
  const changed: EntryChange[] = [];
  for (const part of PACK_PARTS) {
    const old = entriesOf(before, part);
    const fresh = entriesOf(after, part);
    for (const [id, entry] of old) if (!fresh.has(id)) removed.push({ part, id, name: nameOf(entry) });
    for (const [id, entry] of fresh) {
      const known = old.get(id);
      if (known === undefined) added.push({ part, id, name: nameOf(entry) });
      else {
        const fields = fieldChanges(known, entry);
        if (fields.length > 0) changed.push({ part, id, name: nameOf(entry), fields });
      }
    }
  }
  const heads = [before, after].map(({ id, title, version, source }) => ({ id, title, version, source }));
  return { added, removed, changed, head: fieldChanges(heads[0] ?? {}, heads[1] ?? {}) };
}

type Entry = Readonly<Record<string, unknown>>;

function entriesOf(pack: Pack, part: (typeof PACK_PARTS)[number]): ReadonlyMap<string, Entry> {
  const entries: readonly { readonly id: string }[] = pack[part] ?? [];
  return new Map(entries.map((entry) => [entry.id, entry as unknown as Entry]));
}

function nameOf({ name, text, names }: Entry): string {
  const first: unknown = Array.isArray(names) ? names[0] : undefined;
  return [name, text, first].find((value): value is string => typeof value === 'string') ?? '';
}

function fieldChanges(before: Entry, after: Entry): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.flatMap((field): FieldChange[] => {
    const [was, is] = [before[field], after[field]].map((value) =>
      value === undefined ? '–' : JSON.stringify(sorted(value)),
    );
    return was !== undefined && is !== undefined && was !== is ? [{ field, before: was, after: is }] : [];
  });
}

/** Keys of an object may stand in any order; a list keeps its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}
