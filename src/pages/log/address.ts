import {
  FILTER_FIELDS,
  FILTER_VALUES,
  isFiltered,
  LOG_VIEWS,
  type LogFilter,
  type LogView,
  NO_FILTER,
} from '../../core/log/log-view.ts';

export const TABS = ['list', 'charts', 'undo', 'files', 'lock'] as const;
export type LogTab = (typeof TABS)[number];

/** What the page shows, as its address says it behind `#`: it can be reloaded and kept as a bookmark. */
export interface Place {
  readonly tab: LogTab;
  readonly view: LogView;
  readonly filter: LogFilter;
}

/** An address comes from anywhere: only values of the closed lists and real days are taken over. */
export function readPlace(hash: string): Place {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const oneOf = <Value extends string>(name: string, values: readonly Value[]): Value | null =>
    values.find((value) => value === parameters.get(name)) ?? null;
  const day = (name: string) => {
    const text = parameters.get(name) ?? '';
    return isDay(text) ? text : null;
  };
  const filter: Record<string, string | null> = { ...NO_FILTER, from: day('from'), to: day('to') };
  for (const field of FILTER_FIELDS) filter[field] = oneOf<string>(field, FILTER_VALUES[field]);
  return {
    tab: oneOf('tab', TABS) ?? 'list',
    view: oneOf('view', LOG_VIEWS) ?? 'day',
    filter: filter as LogFilter,
  };
}

/** '' for what a page shows at first. */
export function writePlace({ tab, view, filter }: Place): string {
  const parameters = new URLSearchParams();
  if (tab !== 'list') parameters.set('tab', tab);
  if (view !== 'day') parameters.set('view', view);
  if (isFiltered(filter))
    for (const [name, value] of Object.entries(filter)) if (value !== null) parameters.set(name, value);
  const text = parameters.toString();
  return text === '' ? '' : `#${text}`;
}

/** Whether a text is `YYYY-MM-DD` and in the calendar. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
