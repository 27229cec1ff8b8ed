import type { PackEntity } from '../pack/pack.ts';
import {
  readAccount,
  readAlias,
  readConfidence,
  readExample,
  readHashtag,
  readName,
  readNumber,
  readRole,
  readSlogan,
} from './pack-table-cells.ts';
import type { TableColumn } from './pack-table-columns.ts';
import type { DraftContest } from './pack-table-contest.ts';
import {
  adviseOnce,
  claim,
  complain,
  type Draft,
  entityOf,
  freeId,
  keyOf,
  put,
  takeList,
  takeOne,
} from './pack-table-draft.ts';
import { plainName, slugOf, splitPair } from './pack-table-names.ts';
import type { TableRow } from './pack-table-rows.ts';

/** The entries that one row makes: a ticket with its persons, or whoever else stands in it. */
export function addEntries(draft: Draft, row: TableRow, contest: DraftContest, source: string): void {
  const confidence = takeOne(draft, row, 'confidence', readConfidence);
  const base = {
    contest: contest.id,
    source,
    ...(confidence === undefined ? {} : { confidence }),
  };
  const stated = takeOne(draft, row, 'role', readRole);
  const number = takeOne(draft, row, 'number', readNumber);
  if (row.cells.has('listNumber')) adviseOnce(draft, row, 'listNumber', 'list-number');
  const isEmpty =
    isYes(row.cells.get('emptyColumn')) || isEmptyColumn(row.cells.get('first') ?? row.cells.get('name'));
  if (isEmpty) {
    const aliases: PackEntity['aliases'] = ['Kolom Kosong', 'Kotak Kosong'].map((text) => ({
      text,
      kind: 'pair',
      signal: 'supporting',
    }));
    addTicket(
      draft,
      row,
      { ...base, ...listsOf(draft, row, true) },
      { name: 'Kolom Kosong', number, members: [], aliases },
    );
    return;
  }
  const persons = personsOf(draft, row, contest, stated);
  if (persons === undefined) return;
  if (persons.role === 'ticket') {
    const lists = listsOf(draft, row, true);
    const members = persons.names.map((name, index): PackEntity => {
      const column = index === 0 ? 'firstAliases' : 'secondAliases';
      return entityOf({
        ...base,
        id: freeId(draft, contest.id, slugOf(name)),
        role: 'candidate',
        name,
        aliases: takeList(draft, row, column, (part) => readAlias(part, false)),
      });
    });
    const name = members.map((member) => member.name).join(' - ');
    // Checked before the members are put, so that a ticket that is refused leaves no persons behind.
    addTicket(draft, row, { ...base, ...lists }, { name, number, members, aliases: lists.aliases });
    return;
  }
  const [name = ''] = persons.names;
  const isCalled = persons.role === 'candidate' || persons.role === 'party';
  const { role } = persons;
  if (number !== undefined && !claim(draft, row, 'number', `${contest.id} ${role} ${number}`, String(number)))
    return;
  put(
    draft,
    row,
    entityOf({
      ...base,
      ...listsOf(draft, row, !isCalled),
      id: freeId(draft, contest.id, slugOf(name)),
      role,
      name,
      ...(number === undefined ? {} : { ballotNumber: number }),
    }),
  );
}

interface Ticket {
  readonly name: string;
  readonly number: number | undefined;
  readonly members: readonly PackEntity[];
  readonly aliases: PackEntity['aliases'];
}

function addTicket(
  draft: Draft,
  row: TableRow,
  base: Partial<PackEntity> & { readonly contest: string; readonly source: string },
  { name, number, members, aliases }: Ticket,
): void {
  const { contest } = base;
  if (!claim(draft, row, nameColumn(row), `${contest} ticket ${keyOf(name)}`, name, 'duplicate-row')) return;
  if (number !== undefined && !claim(draft, row, 'number', `${contest} ticket ${number}`, String(number)))
    return;
  const id = freeId(draft, contest, `ticket-${number ?? (slugOf(name) || 'x')}`);
  for (const member of members) put(draft, row, member);
  put(
    draft,
    row,
    entityOf({
      ...base,
      id,
      role: 'ticket',
      name,
      aliases,
      ...(number === undefined ? {} : { ballotNumber: number }),
      ...(members.length > 0 ? { members: members.map((member) => member.id) } : {}),
    }),
  );
}

/** The column of names that this sheet has. */
function nameColumn(row: TableRow): TableColumn {
  return row.placeOf('name').column === '' ? 'first' : 'name';
}

/** Whose names stand in a row, or undefined when that is told as a fault. */
function personsOf(
  draft: Draft,
  row: TableRow,
  { kind }: DraftContest,
  stated: PackEntity['role'] | undefined,
): { readonly role: PackEntity['role']; readonly names: readonly string[] } | undefined {
  const first = row.cells.get('first');
  const second = row.cells.get('second');
  const whole = row.cells.get('name');
  const take = (column: TableColumn, written: string): string | undefined => {
    const spoken = stated === 'party' || stated === 'campaign-team' ? written.trim() : plainName(written);
    const read = readName(spoken);
    if ('value' in read) {
      if (read.value !== written.replace(/\s+/g, ' ').trim()) adviseOnce(draft, row, column, 'names-cleaned');
      return read.value;
    }
    complain(draft, row, { column, ...read.fault });
    return undefined;
  };
  if (first === undefined && second !== undefined) {
    complain(draft, row, { column: 'first', code: 'name-missing', text: second });
    return undefined;
  }
  if (first !== undefined) {
    const names = [take('first', first), ...(second === undefined ? [] : [take('second', second)])];
    return names.includes(undefined) ? undefined : { role: 'ticket', names: names as string[] };
  }
  if (whole === undefined) {
    // A row that lists a party and nobody in it is that party.
    if (!row.cells.has('party'))
      complain(draft, row, { column: nameColumn(row), code: 'name-missing', text: '' });
    return undefined;
  }
  const isList = kind === 'legislature' || stated === 'party' || stated === 'campaign-team';
  const pair = isList || stated === 'candidate' ? undefined : splitPair(whole);
  if (pair) {
    const names = pair.map((name) => take('name', name));
    return names.includes(undefined) ? undefined : { role: 'ticket', names: names as string[] };
  }
  const name = take('name', whole);
  return name === undefined ? undefined : { role: stated ?? 'candidate', names: [name] };
}

function listsOf(
  draft: Draft,
  row: TableRow,
  isTicket: boolean,
): Pick<PackEntity, 'aliases' | 'hashtags' | 'slogans' | 'accounts' | 'examples'> {
  const poses = takeList(draft, row, 'poses', readSlogan);
  if (poses.length > 0) adviseOnce(draft, row, 'poses', 'poses');
  return {
    aliases: takeList(draft, row, 'aliases', (part) => readAlias(part, isTicket)),
    hashtags: takeList(draft, row, 'hashtags', readHashtag),
    // A pose in words ("salam komando") says something only beside the name.
    slogans: [
      ...takeList(draft, row, 'slogans', readSlogan),
      ...poses.map(({ text }) => ({ text, strength: 'weak' as const })),
    ],
    accounts: takeList(draft, row, 'accounts', readAccount),
    examples: {
      match: takeList(draft, row, 'match', readExample),
      ignore: takeList(draft, row, 'ignore', readExample),
    },
  };
}

const YES = /^(?:ya|y|yes|true|1|x|v|✓|benar)$/i;
const isYes = (cell: string | undefined) => cell !== undefined && YES.test(cell.trim());
const isEmptyColumn = (cell: string | undefined) =>
  cell !== undefined && /^(?:kolom|kotak)\s+kosong$/i.test(cell.trim());
