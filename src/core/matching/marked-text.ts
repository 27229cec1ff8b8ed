import { normalize, type Token } from '../text/normalize.ts';
import type { Part } from './scan.ts';
import type { Mark } from './skim-marks.ts';

/** A text with those of its tokens that are looked at, and the number of all. */
export interface Text {
  readonly part: Part;
  readonly tokens: readonly Token[];
  readonly total: number;
}

export function wholeOf(part: Part): Text {
  const { tokens } = normalize(part.text);
  return { part, tokens, total: tokens.length };
}

export function countTokens(texts: readonly Text[]): number {
  return texts.reduce((sum, { tokens }) => sum + tokens.length, 0);
}

/** A text of the sentences in which one of `marks` lies; with those of numbers come the sentences beside them. */
export function markedOf(text: Text, marks: readonly Mark[]): Text {
  const { tokens } = text;
  const kept: Token[] = [];
  let mark = 0;
  /** Tokens before this one are kept, or never will be. */
  let done = 0;
  let previous = 0;
  let wasNumber = false;
  for (let first = 0; first < tokens.length; ) {
    let last = first + 1;
    while (last < tokens.length && tokens[last]?.breaks === false) last += 1;
    const from = tokens[first - 1]?.end ?? 0;
    const to = tokens[last]?.start ?? Number.POSITIVE_INFINITY;
    let isMarked = wasNumber;
    let isNumber = false;
    for (let next = marks[mark]; next && next.at < to; next = marks[mark]) {
      if (next.at >= from) {
        isMarked = true;
        isNumber ||= next.number;
      }
      // A mark between two sentences belongs to either.
      if (next.at >= (tokens[last - 1]?.end ?? to)) break;
      mark += 1;
    }
    if (isMarked) {
      for (let at = Math.max(done, isNumber ? previous : first); at < last; at += 1)
        kept.push(tokens[at] as Token);
      done = last;
    }
    previous = first;
    wasNumber = isNumber;
    first = last;
  }
  return { ...text, tokens: kept };
}
