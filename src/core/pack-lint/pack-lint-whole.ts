import { entryCount, PACK_PARTS, type Pack } from '../pack/pack.ts';
import type { LintContext } from './pack-lint.ts';
import { advice, error, type LintIssue } from './pack-lint-issue.ts';

/** A source that says that there is none. */
const NO_SOURCE =
  /^[\s\p{P}]*$|^(?:tidak ada|belum ada|none|unknown|n\/?a|ingatan|dari ingatan|memory|katanya|sendiri|saya|tidak tahu|google|internet|facebook|medsos)\.?$/iu;
/** Bytes of the file that the settings take from a person; a signed one may have four times as much. */
const LARGEST_FILE = 2_000_000;
const LARGEST_SIGNED = 8_000_000;
/** Names with which a tab was measured to stay quick (docs/matching.md). */
const MANY_NAMES = 1_000;

/** What concerns the pack as a whole, and what is the same for each of its entries: its source. */
export function lintWhole(
  pack: Pack,
  { beside, taken, takenEntries }: Pick<LintContext, 'beside' | 'taken' | 'takenEntries'>,
): LintIssue[] {
  const { contests, entities } = pack;
  const issues: LintIssue[] = [];
  if (taken?.has(pack.id))
    issues.push(error('id-of-ours', ['id'], '', { text: pack.id, suggestion: `${pack.id}-daerah` }));
  const titles = titlesById(beside.filter(({ id }) => id !== pack.id));
  for (const id of takenEntries?.keys() ?? []) titles.delete(id);
  if (takenEntries) issues.push(...sharedEntries(pack, takenEntries, 'entries-of-ours'));
  issues.push(...sharedEntries(pack, titles, 'id-taken'));
  if (entryCount(pack) === 0) issues.push(error('pack-empty', ['entities'], '', {}));
  const size = sizeOf(pack);
  if (size > LARGEST_SIGNED)
    issues.push(error('pack-huge', [], '', { size: inMegabytes(size), most: inMegabytes(LARGEST_SIGNED) }));
  else if (size > LARGEST_FILE)
    issues.push(advice('pack-large', [], '', { size: inMegabytes(size), most: inMegabytes(LARGEST_FILE) }));
  if (entities.length > MANY_NAMES)
    issues.push(advice('pack-slow', ['entities'], '', { count: entities.length, most: MANY_NAMES }));

  issues.push(...sourceIssues(pack.source, ['source'], '', pack.title));
  contests.forEach(({ id, name, source }, index) => {
    issues.push(...sourceIssues(source, ['contests', index, 'source'], id, name));
  });
  entities.forEach(({ id, name, role, contest, source }, index) => {
    const path = ['entities', index];
    issues.push(...sourceIssues(source, [...path, 'source'], id, name));
    // Without a contest there are no dates, and the name is watched for ever.
    if (contest === undefined && role !== 'party') {
      issues.push(error('contest-missing', path, id, { name }));
    }
  });
  for (const part of ['phrases', 'exceptions'] as const) {
    pack[part].forEach(({ id, text, source }, index) => {
      issues.push(...sourceIssues(source, [part, index, 'source'], id, text));
    });
  }
  return issues;
}

/** Ids of entries and contests of packs, each with the title of its pack. */
export function titlesById(packs: readonly Pack[]): Map<string, string> {
  return new Map(
    packs.flatMap((pack) =>
      PACK_PARTS.flatMap((part) => (pack[part] ?? []).map(({ id }) => [id, pack.title] as const)),
    ),
  );
}

/** One issue for each other pack, however many of its ids are used: a copy of a pack would give hundreds. */
function sharedEntries(
  pack: Pack,
  takenEntries: ReadonlyMap<string, string>,
  code: 'entries-of-ours' | 'id-taken',
): LintIssue[] {
  const first = new Map<
    string,
    { readonly path: readonly PropertyKey[]; readonly id: string; count: number }
  >();
  for (const part of PACK_PARTS) {
    (pack[part] ?? []).forEach(({ id }, index) => {
      const title = takenEntries.get(id);
      if (title === undefined) return;
      const known = first.get(title);
      if (known) known.count += 1;
      else first.set(title, { path: [part, index, 'id'], id, count: 1 });
    });
  }
  return [...first].map(([title, { path, id, count }]) => {
    const own = `${pack.id}:${id.split(':').at(-1)}`;
    // A suggestion that is taken too helps nobody.
    const suggestion = takenEntries.has(own) ? `${own}-2` : own;
    return error(code, path, id, { text: id, pack: title, count, suggestion });
  });
}

function sourceIssues(text: string, path: readonly PropertyKey[], entry: string, name: string): LintIssue[] {
  return NO_SOURCE.test(text) ? [error('source-none', path, entry, { text, name })] : [];
}

/** UTF-8 bytes of the pack as it is handed out; nearly all of it is ASCII. */
function sizeOf(pack: Pack): number {
  return JSON.stringify(pack).length;
}

function inMegabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
