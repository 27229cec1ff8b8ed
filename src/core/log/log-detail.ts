import { onOneLine } from '../format/one-line.ts';
import type { Content, Finding } from '../types.ts';
import type { LogDetail } from './log.ts';

/** Longest words and longest excerpt of a row at level *Rinci*, UTF-16 code units. */
export const EXCERPT_LENGTH = 140;

/**
 * What level *Rinci* keeps of a reminder. The own words of the person and the names of accounts never come into it:
 * where the finding stands only there, the link alone is kept. Null when nothing is left to keep.
 */
export function logDetail(
  id: string,
  findings: readonly Finding[],
  content: Content,
  link: string | null,
): LogDetail | null {
  const found = findings.map((finding) => placeOf(finding, content)).find((place) => place !== undefined);
  if (found === undefined) return link === null ? null : { id, term: '', excerpt: '', link };
  const { text, start, end } = found;
  return { id, term: shorten(text.slice(start, end)), excerpt: excerptOf(text, start, end), link };
}

interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function placeOf({ field, index, start, end }: Finding, content: Content): Place | undefined {
  switch (field) {
    case 'own':
    case 'author':
    case 'handle':
      return undefined;
    case 'quoted': {
      // The first line names the author of the quoted post.
      const quoted = content.quoted ?? '';
      const from = quoted.indexOf('\n') + 1;
      return start < from ? undefined : { text: quoted.slice(from), start: start - from, end: end - from };
    }
    default: {
      const value = content[field];
      return { text: (typeof value === 'string' ? value : value?.[index]) ?? '', start, end };
    }
  }
}

/** The words in the middle, as much on both sides as there is room for. */
function excerptOf(text: string, start: number, end: number): string {
  const room = Math.max(0, EXCERPT_LENGTH - (end - start));
  const before = Math.min(start, Math.max(Math.floor(room / 2), room - (text.length - end)));
  return shorten(text.slice(start - before));
}

function shorten(text: string): string {
  return onOneLine(text.slice(0, EXCERPT_LENGTH).toWellFormed()).trim();
}
