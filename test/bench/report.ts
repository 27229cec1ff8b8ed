/** One measured thing. `ratio` is against the row that `against` names, measured in the same run. */
export interface Row {
  readonly part: string;
  readonly what: string;
  readonly value: string;
  readonly ratio?: number | undefined;
  readonly against?: string | undefined;
  readonly goal?: Goal | undefined;
}

/** What `ratio` should be. It is printed beside the figure; nothing fails when it is missed. */
export interface Goal {
  readonly text: string;
  readonly isReached: boolean;
}

export function atLeast(limit: number, ratio: number): Goal {
  return { text: `at least ${limit} x`, isReached: ratio >= limit };
}

export function atMost(limit: number, ratio: number): Goal {
  return { text: `at most ${limit} x`, isReached: ratio <= limit };
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

export function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 3 : 1)} ms`;
}

export function printTable(rows: readonly Row[]): void {
  const cells = rows.map(({ part, what, value, ratio, against, goal }) => [
    part,
    what,
    value,
    ratio === undefined ? '' : `${ratio.toFixed(ratio < 10 ? 2 : 0)} x`,
    against ?? '',
    goal?.text ?? '',
    goal === undefined ? '' : goal.isReached ? 'reached' : 'MISSED',
  ]);
  const table = [['part', 'what', 'value', 'ratio', 'against', 'goal', ''], ...cells];
  const widths = [0, 1, 2, 3, 4, 5, 6].map((column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  for (const [index, row] of table.entries()) {
    const isNewPart = index > 0 && row[0] !== table[index - 1]?.[0];
    if (isNewPart) console.log(widths.map((width) => '-'.repeat(width)).join('  '));
    const line = row.map((cell, column) =>
      column === 2 || column === 3 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
    );
    console.log(line.join('  ').trimEnd());
  }
}
