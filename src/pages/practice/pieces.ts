import type { Finding } from '../../core/types.ts';

export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly isFound: boolean;
}

/** A text cut at the borders of what was found in one of its fields; overlapping findings are one piece. */
export function piecesOf(
  text: string,
  findings: readonly Pick<Finding, 'field' | 'start' | 'end'>[],
  field: Finding['field'],
): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const add = (end: number, isFound: boolean) => {
    if (end > at) pieces.push({ start: at, text: text.slice(at, end), isFound });
    at = Math.max(at, end);
  };
  const ordered = findings.filter((finding) => finding.field === field).sort((a, b) => a.start - b.start);
  for (const { start, end } of ordered) {
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return pieces;
}
