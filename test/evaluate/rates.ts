import type { Level, Match } from '../../src/core/types.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** 95 % quantile of the normal distribution, two-sided. */
const Z = 1.959964;

/**
 * Wilson score interval of a share at 95 % confidence. Unlike the textbook interval it stays right for shares near 0
 * and 1, where rates of alarms and of recall lie.
 */
export function wilson(hits: number, total: number): Interval {
  if (total === 0) return { low: 0, high: 1 };
  const share = hits / total;
  const square = Z * Z;
  const centre = share + square / (2 * total);
  const spread = Z * Math.sqrt((share * (1 - share)) / total + square / (4 * total * total));
  const scale = 1 + square / total;
  return {
    low: hits === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: hits === total ? 1 : Math.min(1, (centre + spread) / scale),
  };
}

export interface Counts {
  total: number;
  readonly levels: Record<Level, number>;
}

export interface Tally {
  readonly all: Counts;
  /** By the label of the line, where it has one; in order of first appearance. */
  readonly labels: Map<string, Counts>;
  readonly findings: Frequent;
}

export function createTally(): Tally {
  return { all: emptyCounts(), labels: new Map(), findings: new Frequent(100_000) };
}

const emptyCounts = (): Counts => ({ total: 0, levels: { none: 0, hint: 0, remind: 0 } });

export function addMatch(tally: Tally, label: string | undefined, { level, findings }: Match): void {
  addLevel(tally.all, level);
  if (label !== undefined) {
    const counts = tally.labels.get(label) ?? emptyCounts();
    tally.labels.set(label, counts);
    addLevel(counts, level);
  }
  // A text that says a thing ten times is still one text in which it was found.
  const once = new Set(findings.map(({ entity, text }) => `${entity}\t${text.toLowerCase()}`));
  for (const key of once) tally.findings.add(key);
}

function addLevel(counts: Counts, level: Level): void {
  counts.total += 1;
  counts.levels[level] += 1;
}

/**
 * Counts of strings in bounded memory: when there are too many different ones, those seen least often are forgotten
 * (lossy counting), which never touches the frequent ones that are asked for.
 */
export class Frequent {
  readonly #counts = new Map<string, number>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(key: string): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    for (let least = 1; this.#counts.size > this.#limit; least += 1) {
      for (const [other, times] of this.#counts) if (times <= least) this.#counts.delete(other);
    }
  }

  top(length: number): [key: string, times: number][] {
    const order = ([a, x]: [string, number], [b, y]: [string, number]) => y - x || (a < b ? -1 : 1);
    return [...this.#counts].sort(order).slice(0, length);
  }
}

const HEADER = ['', 'texts', 'none', 'hint', 'remind', 'hint or above (95 % interval)'];

/** The tables that the command prints. */
export function report(tally: Tally, findings: number): string {
  const rows = [HEADER, row('all', tally.all)];
  for (const [label, counts] of tally.labels) rows.push(row(label, counts));
  const top = tally.findings.top(findings);
  const list = top.map(([key, times]) => `${String(times).padStart(8)}  ${key.replace('\t', '  ')}`);
  const title = `Most frequent findings (texts, entity, words), ${top.length}:`;
  return [...columns(rows), '', title, ...list, ''].join('\n');
}

function row(label: string, { total, levels }: Counts): string[] {
  const found = levels.hint + levels.remind;
  return [
    label,
    String(total),
    share(levels.none, total),
    share(levels.hint, total),
    share(levels.remind, total),
    share(found, total),
  ];
}

/** "12.50 % (7.12-20.9)". */
function share(hits: number, total: number): string {
  const { low, high } = wilson(hits, total);
  const percent = (value: number) => (value * 100).toFixed(3);
  return total === 0 ? '-' : `${percent(hits / total)} % (${percent(low)}-${percent(high)})`;
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = HEADER.map((_, column) =>
    Math.max(...rows.map((cells) => [...(cells[column] ?? '')].length)),
  );
  return rows.map((cells) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}
