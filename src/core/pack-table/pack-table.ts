import { type Pack, readPack } from '../pack/pack.ts';
import { type Collision, collisionsOf } from './pack-table-collisions.ts';
import { addPhases, contestOf, overlapsOf } from './pack-table-contest.ts';
import { complain, type Draft, sourceOf, type TableOptions } from './pack-table-draft.ts';
import { addEntries } from './pack-table-entries.ts';
import { addParties, noteParty } from './pack-table-parties.ts';
import {
  faultAt,
  readTableRows,
  type Sheet,
  type TableFault,
  type TablePlace,
  type TableRow,
} from './pack-table-rows.ts';

export type { TableOptions } from './pack-table-draft.ts';

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
