import type { Pack } from '../pack/pack.ts';
import { CONTEST_PHASES, type ContestKind } from '../types.ts';
import { contestName, shortRegion } from './contest-name.ts';
import { type CellFault, type Read, readKind, readPhase, readPlain, readYear } from './pack-table-cells.ts';
import type { TableColumn } from './pack-table-columns.ts';
import { PLACEHOLDER, slugOf } from './pack-table-names.ts';
import type { TableRow } from './pack-table-rows.ts';

export type DraftContest = {
  -readonly [Key in keyof Pack['contests'][number]]: Pack['contests'][number][Key];
};

/** What a file does not say and the person who imports it does. */
export interface ContestDefaults {
  readonly kind?: ContestKind | undefined;
  /** A mayor is elected by the same law as a regent; only the name differs. */
  readonly isCity?: boolean | undefined;
  readonly year?: number | undefined;
  readonly region?: string | undefined;
}

const PREFIX: Readonly<Record<ContestKind, string>> = {
  president: 'pilpres',
  governor: 'pilgub',
  regent: 'pilbup',
  legislature: 'pileg',
  other: 'pemilihan',
};
/** Headings that say whom a contest elects, where no column does. */
const BY_HEADING: readonly (readonly [ContestKind, RegExp])[] = [
  ['regent', /bupati|wali\s?kota|cabup|cawalkot|regent|mayor|kabkota|kab\/kota/i],
  ['governor', /gubernur|cagub|governor/i],
  ['president', /presiden|capres|president/i],
  ['legislature', /caleg|dapil|daerah pemilihan|constituency/i],
];

/** Kind that the headings of a row give away, or undefined. */
export function kindByHeadings(row: TableRow): ContestKind | undefined {
  const headings = (['first', 'name', 'region', 'listNumber'] as const)
    .filter((column) => row.cells.has(column))
    .map((column) => row.placeOf(column).heading.replace(/_/g, ' '));
  const [kind] = BY_HEADING.find(([, pattern]) => headings.some((heading) => pattern.test(heading))) ?? [];
  return kind;
}

export type ContestFault = { readonly column: TableColumn } & (
  | CellFault
  | { readonly code: string; readonly text: string }
);

/** The contest that a row stands in, without its phases; faults for what is missing or cannot be read. */
export function contestOf(
  row: TableRow,
  defaults: ContestDefaults,
  source: string,
): { readonly contest?: DraftContest; readonly faults: readonly ContestFault[] } {
  const faults: ContestFault[] = [];
  const take = <Value>(column: TableColumn, read: (cell: string) => Read<Value>): Value | undefined => {
    const cell = row.cells.get(column);
    if (cell === undefined) return undefined;
    const result = read(cell);
    if ('value' in result) return result.value;
    faults.push({ column, ...result.fault });
    return undefined;
  };
  const kind = take('kind', readKind) ?? defaults.kind ?? kindByHeadings(row);
  const year = take('year', readYear) ?? defaults.year;
  const place = row.cells.has('region') ? 'region' : 'province';
  const written = take(place, (cell) => readPlain(cell, 2)) ?? defaults.region;
  const region = written === undefined ? null : plainRegion(written);
  const name = take('contest', (cell) => readPlain(cell, 3));
  if (kind === undefined && !faults.some(({ column }) => column === 'kind')) {
    faults.push({ column: 'kind', code: 'kind-missing', text: '' });
  }
  if (year === undefined && !faults.some(({ column }) => column === 'year')) {
    faults.push({ column: 'year', code: 'year-missing', text: '' });
  }
  if (kind === undefined || year === undefined || faults.length > 0) return { faults };
  const where = kind === 'president' ? null : region;
  const isCity =
    kind === 'regent' &&
    (defaults.isCity === true || /^(?:kota|city)\b/i.test(where ?? row.cells.get('kind') ?? ''));
  const prefix = isCity ? 'pilwalkot' : PREFIX[kind];
  const short = where === null ? '' : shortRegion(where);
  const id = [prefix, year, slugOf(where === null ? (kind === 'president' ? '' : (name ?? '')) : short)]
    .filter((part) => part !== '')
    .join('-');
  return {
    contest: {
      id,
      kind,
      year,
      region: where,
      name: name ?? contestName({ kind, isCity, region: where, year }),
      phases: [],
      source,
    },
    faults,
  };
}

/** "ACEH SELATAN" as people write it; numerals of constituencies, short forms and the template's example stay. */
function plainRegion(written: string): string {
  if (written !== written.toUpperCase() || PLACEHOLDER.test(written)) return written;
  return written
    .split(' ')
    .map((word) =>
      /^[IVXL]+$|^DKI$|^DI$/.test(word)
        ? word
        : word
            .toLowerCase()
            .replace(
              /(^|[-'’.(])(\p{L})/gu,
              (_whole, before: string, letter: string) => before + letter.toUpperCase(),
            ),
    )
    .join(' ');
}

/** Adds the phases that a row states; the first row of a contest does for all. */
export function addPhases(contest: DraftContest, row: TableRow): ContestFault[] {
  const faults: ContestFault[] = [];
  for (const phase of CONTEST_PHASES) {
    const cell = row.cells.get(phase);
    if (cell === undefined) continue;
    const read = readPhase(cell);
    if ('fault' in read) {
      faults.push({ column: phase, ...read.fault });
      continue;
    }
    const stated = contest.phases.find((known) => known.phase === phase);
    if (stated === undefined) contest.phases = [...contest.phases, { phase, ...read.value }];
    else if (stated.start !== read.value.start || stated.end !== read.value.end) {
      faults.push({ column: phase, code: 'phase-differs', text: cell });
    }
  }
  const order = (name: (typeof CONTEST_PHASES)[number]) => CONTEST_PHASES.indexOf(name);
  contest.phases = [...contest.phases].sort((one, other) => order(one.phase) - order(other.phase));
  return faults;
}

/** Phases that overlap: told with the columns of both. */
export function overlapsOf({ phases }: DraftContest): ContestFault[] {
  return phases.slice(1).flatMap((phase, index) => {
    const before = phases[index];
    return before && phase.start <= before.end
      ? [{ column: phase.phase, code: 'phase-overlap', text: `${phase.start} ≤ ${before.end}` }]
      : [];
  });
}
