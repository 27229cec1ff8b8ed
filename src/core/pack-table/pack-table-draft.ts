import { PACK_LIMITS, type PackEntity } from '../pack/pack.ts';
import { normalize } from '../text/normalize.ts';
import { partsOfCell, type Read, readSource, shortened } from './pack-table-cells.ts';
import type { TableColumn } from './pack-table-columns.ts';
import type { ContestDefaults, ContestFault, DraftContest } from './pack-table-contest.ts';
import { faultAt, type TableFault, type TablePlace, type TableRow } from './pack-table-rows.ts';

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

/** A pack under way: what was read of the rows so far, and what is wrong with them. */
export interface Draft extends TableOptions {
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

/** Said once for a file, not for each of ten thousand rows. */
export function adviseOnce(draft: Draft, row: TableRow, column: TableColumn, code: string): void {
  if (draft.done.has(code)) return;
  draft.done.add(code);
  draft.faults.push(faultAt(row.placeOf(column), 'advice', code));
}

export function complain(draft: Draft, row: TableRow, { column, code, text }: ContestFault): void {
  draft.faults.push(faultAt(row.placeOf(column), 'error', code, { text: shortened(text) }));
}

export function sourceOf(draft: Draft, row: TableRow): string {
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

export function takeOne<Value>(
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

export function takeList<Value>(
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
export function claim(
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

export function put(draft: Draft, row: TableRow, entity: PackEntity): void {
  draft.entities.set(entity.id, entity);
  draft.places.set(entity.id, { sheet: row.sheet, row: row.row, column: '' });
}

const LONGEST_ID = 80;

/** An id of this contest that no other entry has. Handed out once, even when nothing is put under it. */
export function freeId(draft: Draft, contest: string, wanted: string): string {
  const room = LONGEST_ID - contest.length - ':-99999'.length;
  const slug = wanted.slice(0, room).replace(/-+$/, '') || 'entry';
  let id = `${contest}:${slug}`;
  for (let next = 2; draft.entities.has(id) || draft.done.has(`id ${id}`); next += 1)
    id = `${contest}:${slug}-${next}`;
  draft.done.add(`id ${id}`);
  return id;
}

export function entityOf(
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

export function keyOf(name: string): string {
  return normalize(name)
    .tokens.map(({ text }) => text)
    .join(' ');
}
