/** `sign`: a finger emoji, the only emojis that say something about a ballot number. */
export type TokenKind = 'word' | 'hashtag' | 'mention' | 'sign';

export interface Token {
  /** Folded letters and digits; `#` stands before a hashtag, `@` before a mention, so that they never equal a word. */
  readonly text: string;
  readonly kind: TokenKind;
  /** UTF-16 offsets into the text as it was given. */
  readonly start: number;
  readonly end: number;
  /** A sentence or a paragraph ended before this token: phrases do not reach across. */
  readonly breaks: boolean;
  /** The letters stood apart: "p.r.a.b.o.w.o". */
  readonly apart?: boolean;
}

/** Every token comes from here: one shape, because all of matching reads them. */
export function createToken(
  text: string,
  kind: TokenKind,
  start: number,
  end: number,
  breaks: boolean,
  apart: boolean,
): Token {
  return { text, kind, start, end, breaks, apart };
}
