import { ACTION_KINDS, SITE_IDS } from '../types.ts';
import { CATEGORIES, type LogRow, OUTCOMES } from './log.ts';

/** By what the rows of the log are grouped. */
export const LOG_VIEWS = ['day', 'site', 'action', 'category', 'outcome'] as const;
export type LogView = (typeof LOG_VIEWS)[number];

/** Values of these fields come from closed lists, in the order in which a person is offered them. */
export const FILTER_VALUES = {
  site: SITE_IDS,
  action: ACTION_KINDS,
  category: CATEGORIES,
  outcome: OUTCOMES,
} as const;
export type FilterField = keyof typeof FILTER_VALUES;
export const FILTER_FIELDS = Object.keys(FILTER_VALUES) as readonly FilterField[];

/** Null lets everything through. Days are local, `YYYY-MM-DD`, both inclusive. */
export type LogFilter = {
  readonly [Field in FilterField]: (typeof FILTER_VALUES)[Field][number] | null;
} & { readonly from: string | null; readonly to: string | null };

export const NO_FILTER: LogFilter = {
  from: null,
  to: null,
  site: null,
  action: null,
  category: null,
  outcome: null,
};

/** The local day, `YYYY-MM-DD`, of an hour in milliseconds since the epoch: the caller owns the time zone. */
export type DayOf = (hour: number) => string;

export interface LogGroup<Row> {
  /** A day or a value of the field. */
  readonly key: string;
  readonly rows: readonly Row[];
}

export function isFiltered(filter: LogFilter): boolean {
  return Object.values(filter).some((value) => value !== null);
}

/** Rows that the filter lets through, in their order. */
export function filterRows<Row extends LogRow>(
  rows: readonly Row[],
  filter: LogFilter,
  dayOf: DayOf,
): readonly Row[] {
  if (!isFiltered(filter)) return rows;
  const { from, to } = filter;
  const asked = FILTER_FIELDS.filter((field) => filter[field] !== null);
  const hasPeriod = from !== null || to !== null;
  return rows.filter((row) => {
    if (asked.some((field) => row[field] !== filter[field])) return false;
    if (!hasPeriod) return true;
    const day = dayOf(row.hour);
    // Such days sort as text.
    return (from === null || day >= from) && (to === null || day <= to);
  });
}

/** Every row in one group, in its order. Days stand as the rows do, values as in their list; empty groups are left out. */
export function groupRows<Row extends LogRow>(
  rows: readonly Row[],
  view: LogView,
  dayOf: DayOf,
): readonly LogGroup<Row>[] {
  const groups = new Map<string, Row[]>();
  if (view !== 'day') for (const value of FILTER_VALUES[view]) groups.set(value, []);
  for (const row of rows) {
    const key = view === 'day' ? dayOf(row.hour) : row[view];
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups]
    .filter(([, members]) => members.length > 0)
    .map(([key, members]) => ({ key, rows: members }));
}
