import { normalize } from './normalize.ts';
import { PACK_LIMITS, type Pack, type PackEntity, readPack } from './pack.ts';
import {
  partsOfCell,
  type Read,
  readAccount,
  readAlias,
  readConfidence,
  readExample,
  readHashtag,
  readName,
  readNumber,
  readRole,
  readSlogan,
  readSource,
  shortened,
} from './pack-table-cells.ts';
import { type Collision, collisionsOf } from './pack-table-collisions.ts';
import type { TableColumn } from './pack-table-columns.ts';
import {
  addPhases,
  type ContestDefaults,
  type ContestFault,
  contestOf,
  type DraftContest,
  overlapsOf,
} from './pack-table-contest.ts';
import { plainName, slugOf, splitPair } from './pack-table-names.ts';
import {
  faultAt,
  readTableRows,
  type Sheet,
  type TableFault,
  type TablePlace,
  type TableRow,
} from './pack-table-rows.ts';

/** What the file itself does not say. */
export interface TableOptions extends ContestDefaults {
  readonly id: string;
  readonly title: string;
  readonly version?: string | undefined;
  /** For rows without a source of their own. */
  readonly source: string;
  /** Called now and then with the rows that were read and all of them. */
  onProgress?(done: number, total: number): void;
}

export interface TableResult {
  /** What could be read, without the parts that have an error; null when nothing could. */
  readonly pack: Pack | null;
  /** In the order of the file. A pack is only to be handed out when none of them is an error. */
  readonly faults: readonly TableFault[];
  /** Entries of one name or alias, which no text can tell apart. */
  readonly collisions: readonly Collision[];
  /** Where each entry and contest comes from, by its id. */
  readonly places: ReadonlyMap<string, TablePlace>;
  readonly rows: number;
}

const PROGRESS_ROWS = 1_000;

interface Draft extends TableOptions {
  readonly faults: TableFault[];
  readonly contests: Map<string, DraftContest>;
  readonly entities: Map<string, PackEntity>;
  readonly places: Map<string, TablePlace>;
  /** What was seen of a contest before: ballot numbers and tickets by key, with the row. */
  readonly seen: Map<string, TablePlace>;
  /** By name and number, until it is known how many contests share them. */
  readonly parties: Map<
    string,
    {
      readonly row: TableRow;
      readonly name: string;
      number: number | undefined;
      readonly contest: DraftContest;
    }
  >;
  readonly done: Set<string>;
}

/**
 * A pack of the rows of a spreadsheet. Faults name sheet, row and column. Whatever the cells hold, the result is
 * either a valid pack or none.
 */
export function packOfTable(sheets: readonly Sheet[], options: TableOptions): TableResult {
  const { rows, faults } = readTableRows(sheets);
  const draft: Draft = {
    ...options,
    faults: [...faults],
    contests: new Map(),
    entities: new Map(),
    places: new Map(),
    seen: new Map(),
    parties: new Map(),
    done: new Set(),
  };
  rows.forEach((row, index) => {
    addRow(draft, row);
    if ((index + 1) % PROGRESS_ROWS === 0) options.onProgress?.(index + 1, rows.length);
  });
  options.onProgress?.(rows.length, rows.length);
  addParties(draft);
  for (const contest of draft.contests.values()) {
    const place = draft.places.get(contest.id);
    const wrong = overlapsOf(contest);
    if (place && wrong.length > 0) {
      for (const { code, text } of wrong) draft.faults.push(faultAt(place, 'error', code, { text }));
      contest.phases = [];
    }
  }
  const { pack, problems } = finish(draft);
  for (const problem of problems) {
    draft.faults.push(faultAt(sheetPlace(sheets), 'error', 'form', { text: problem }));
  }
  return {
    pack,
    faults: [...draft.faults].sort((one, other) => one.row - other.row),
    collisions: pack === null ? [] : collisionsOf(pack),
    places: draft.places,
    rows: rows.length,
  };
}

function sheetPlace(sheets: readonly Sheet[]): TablePlace {
  return { sheet: sheets[0]?.name ?? '', row: 0, column: '' };
}

function finish({ id, title, version = '1.0.0', source, contests, entities }: Draft): {
  readonly pack: Pack | null;
  readonly problems: readonly string[];
} {
  if (entities.size === 0) return { pack: null, problems: [] };
  const byId = (one: { readonly id: string }, other: { readonly id: string }) => (one.id < other.id ? -1 : 1);
  const result = readPack({
    id,
    title,
    version,
    source,
    contests: [...contests.values()].sort(byId),
    entities: [...entities.values()].sort(byId),
    phrases: [],
    exceptions: [],
  });
  return result.ok ? { pack: result.pack, problems: [] } : { pack: null, problems: result.problems };
}

/** Said once for a file, not for each of ten thousand rows. */
function adviseOnce(draft: Draft, row: TableRow, column: TableColumn, code: string): void {
  if (draft.done.has(code)) return;
  draft.done.add(code);
  draft.faults.push(faultAt(row.placeOf(column), 'advice', code));
}

function complain(draft: Draft, row: TableRow, { column, code, text }: ContestFault): void {
  draft.faults.push(faultAt(row.placeOf(column), 'error', code, { text: shortened(text) }));
}

function addRow(draft: Draft, row: TableRow): void {
  const source = sourceOf(draft, row);
  const { contest: read, faults } = contestOf(row, draft, source);
  for (const one of faults) {
    // What the whole file lacks is said once.
    const isMissing = one.code === 'year-missing' || one.code === 'kind-missing';
    if (isMissing && draft.done.has(one.code)) continue;
    if (isMissing) draft.done.add(one.code);
    complain(draft, row, one);
  }
  if (read === undefined) return;
  const contest = draft.contests.get(read.id) ?? read;
  if (contest === read) {
    draft.contests.set(read.id, read);
    draft.places.set(read.id, row);
  }
  for (const one of addPhases(contest, row)) complain(draft, row, one);
  if (row.cells.has('party')) noteParty(draft, row, contest);
  addEntries(draft, row, contest, source);
}

function sourceOf(draft: Draft, row: TableRow): string {
  const cell = row.cells.get('source');
  if (cell === undefined) {
    adviseOnce(draft, row, 'source', 'source-default');
    return draft.source;
  }
  const read = readSource(cell);
  if ('value' in read) return read.value;
  complain(draft, row, { column: 'source', ...read.fault });
  return draft.source;
}

/** Party and list of a row. Lists of candidates name their parties on each row. */
function noteParty(draft: Draft, row: TableRow, contest: DraftContest): void {
  const read = readName(row.cells.get('party') ?? '');
  if ('fault' in read) {
    complain(draft, row, { column: 'party', ...read.fault });
    return;
  }
  const cell = row.cells.get('partyNumber');
  const number = cell === undefined ? undefined : readNumber(cell);
  if (number && 'fault' in number) {
    complain(draft, row, { column: 'partyNumber', ...number.fault });
    return;
  }
  const key = keyOf(read.value);
  const known = draft.parties.get(key);
  if (known === undefined) {
    draft.parties.set(key, { row, name: read.value, number: number?.value, contest });
  } else if (number !== undefined && known.number === undefined) known.number = number.value;
  else if (number !== undefined && known.number !== number.value) {
    complain(draft, row, {
      column: 'partyNumber',
      code: 'party-number-differs',
      text: `${number.value} ≠ ${known.number}`,
    });
  }
}

/** Parties stand in the contest of their candidates, or, when these stand in many, in one of the whole country. */
function addParties(draft: Draft): void {
  const contests = [...draft.contests.values()];
  const legislatures = contests.filter(({ kind }) => kind === 'legislature');
  for (const [key, { row, name, number, contest }] of draft.parties) {
    const home =
      legislatures.length > 1 && contest.kind === 'legislature' ? national(draft, contest) : contest;
    // A pair is named by its parties too; only where parties are voted for do they stand on the ballot.
    if (home.kind !== 'legislature') {
      adviseOnce(draft, row, 'party', 'party-of-pair');
      continue;
    }
    const id = freeId(draft, home.id, slugOf(name.replace(/^partai\s+/i, '')) || key);
    const entity = entityOf({ id, contest: home.id, role: 'party', name, source: sourceOf(draft, row) });
    if (
      number !== undefined &&
      !claim(draft, row, 'partyNumber', `${home.id} party ${number}`, String(number))
    )
      continue;
    put(draft, row, number === undefined ? entity : { ...entity, ballotNumber: number });
  }
}

function national(draft: Draft, { year, phases, source }: DraftContest): DraftContest {
  // Not the id of our own list of parties: two packs with one id cannot be used together.
  const id = `pileg-${year}-partai`;
  const known = draft.contests.get(id);
  if (known) return known;
  const contest: DraftContest = {
    id,
    kind: 'legislature',
    year,
    region: null,
    name: `Pemilihan Umum ${year}`,
    phases,
    source,
  };
  draft.contests.set(id, contest);
  return contest;
}

function addEntries(draft: Draft, row: TableRow, contest: DraftContest, source: string): void {
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

function takeOne<Value>(
  draft: Draft,
  row: TableRow,
  column: TableColumn,
  read: (cell: string) => Read<Value>,
): Value | undefined {
  const cell = row.cells.get(column);
  if (cell === undefined) return undefined;
  const result = read(cell);
  if ('value' in result) return result.value;
  complain(draft, row, { column, ...result.fault });
  return undefined;
}

function takeList<Value>(
  draft: Draft,
  row: TableRow,
  column: TableColumn,
  read: (part: string) => Read<Value>,
): Value[] {
  const parts = partsOfCell(row.cells.get(column) ?? '');
  if (parts.length > PACK_LIMITS.strings) {
    complain(draft, row, { column, code: 'many', text: String(parts.length) });
    return [];
  }
  const values = parts.flatMap((part): Value[] => {
    const result = read(part);
    if ('value' in result) return [result.value];
    complain(draft, row, { column, ...result.fault });
    return [];
  });
  // The same words twice in one cell are one.
  return [...new Map(values.map((value) => [JSON.stringify(value).toLowerCase(), value])).values()];
}

/** Remembers what only one row of a contest may say; tells both rows when another one did. */
function claim(
  draft: Draft,
  row: TableRow,
  column: TableColumn,
  key: string,
  text: string,
  code = 'number-taken',
): boolean {
  const first = draft.seen.get(key);
  if (first === undefined) {
    draft.seen.set(key, row);
    return true;
  }
  draft.faults.push(
    faultAt(row.placeOf(column), 'error', code, {
      text: shortened(text),
      sheet: first.sheet,
      row: first.row,
    }),
  );
  return false;
}

function put(draft: Draft, row: TableRow, entity: PackEntity): void {
  draft.entities.set(entity.id, entity);
  draft.places.set(entity.id, { sheet: row.sheet, row: row.row, column: '' });
}

const LONGEST_ID = 80;

/** An id of this contest that no other entry has. Handed out once, even when nothing is put under it. */
function freeId(draft: Draft, contest: string, wanted: string): string {
  const room = LONGEST_ID - contest.length - ':-99999'.length;
  const slug = wanted.slice(0, room).replace(/-+$/, '') || 'entry';
  let id = `${contest}:${slug}`;
  for (let next = 2; draft.entities.has(id) || draft.done.has(`id ${id}`); next += 1)
    id = `${contest}:${slug}-${next}`;
  draft.done.add(`id ${id}`);
  return id;
}

function entityOf(
  part: Partial<PackEntity> & Pick<PackEntity, 'id' | 'role' | 'name' | 'source'>,
): PackEntity {
  return {
    aliases: [],
    hashtags: [],
    slogans: [],
    accounts: [],
    confidence: 'verified_1_source',
    examples: { match: [], ignore: [] },
    ...part,
  };
}

function keyOf(name: string): string {
  return normalize(name)
    .tokens.map(({ text }) => text)
    .join(' ');
}

const YES = /^(?:ya|y|yes|true|1|x|v|✓|benar)$/i;
const isYes = (cell: string | undefined) => cell !== undefined && YES.test(cell.trim());
const isEmptyColumn = (cell: string | undefined) =>
  cell !== undefined && /^(?:kolom|kotak)\s+kosong$/i.test(cell.trim());
