import { characterAt } from './characters.ts';
import { createToken, type Token } from './token.ts';

/** Fewer letters in a row are initials; more are a pattern, and no name. */
const MIN_APART = 3;
const MAX_APART = 40;
/** Signs and spaces between letters set apart: "p . r . a". */
const MAX_GAP = 3;

/** Letters that stand apart, all by the same sign, become the word that a reader sees. */
export function joinLetters(tokens: readonly Token[], text: string): readonly Token[] {
  let joined: Token[] | undefined;
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    const to = token.text.length === 1 ? runEnd(tokens, at, text) : at + 1;
    const length = to - at;
    const isShort = length === 2 && isShortWord(tokens, at, joined?.at(-1), text);
    if ((length >= MIN_APART && length <= MAX_APART) || isShort) {
      joined ??= tokens.slice(0, at);
      joined.push(joinRun(tokens, at, to));
      at = to;
    } else {
      joined?.push(token);
      at += 1;
      if (length > MAX_APART) for (; at < to; at += 1) joined?.push(tokens[at] as Token);
    }
  }
  return joined ?? tokens;
}

/**
 * "D e  G a d j a h" and "D-e G-a-d-j-a-h" have a word of two, "A  P a l i" one of one: the letters of a word stand nearer
 * to each other than to the rest.
 */
function isShortWord(tokens: readonly Token[], at: number, before: Token | undefined, text: string): boolean {
  const gap = gapBehind(tokens, at, text);
  const isNearer = (other: string) => gap.length < other.length || (!SPACE.test(gap) && SPACE.test(other));
  const next = at + 2;
  const isFollowed = isLoneLetter(tokens[next]);
  if (isFollowed && !isNearer(gapBehind(tokens, at + 1, text))) return false;
  const isBehind = before?.apart === true && isNearer(gapBehind(tokens, at - 1, text));
  return isBehind || (isFollowed && runEnd(tokens, next, text) - next >= MIN_APART);
}

const SPACE = /\s/;

/** What stands between the token at `at` and the next. */
function gapBehind(tokens: readonly Token[], at: number, text: string): string {
  return text.slice(tokens[at]?.end ?? 0, tokens[at + 1]?.start ?? 0);
}

function joinRun(tokens: readonly Token[], from: number, to: number): Token {
  const first = tokens[from] as Token;
  let text = '';
  for (let at = from; at < to; at += 1) text += tokens[at]?.text;
  return createToken(text, 'word', first.start, tokens[to - 1]?.end ?? first.end, first.breaks, true);
}

function runEnd(tokens: readonly Token[], from: number, text: string): number {
  let to = from + 1;
  if (!isLoneLetter(tokens[from]) || !isLoneLetter(tokens[to])) return to;
  const start = tokens[from]?.end ?? 0;
  const length = (tokens[to]?.start ?? 0) - start;
  if (length > MAX_GAP) return to;
  const sign = text.slice(start, start + length);
  do to += 1;
  while (isLoneLetter(tokens[to]) && isGap(tokens[to - 1]?.end ?? 0, tokens[to]?.start ?? 0, sign, text));
  return to;
}

function isGap(start: number, end: number, sign: string, text: string): boolean {
  const gap = text.slice(start, end);
  if (gap === sign) return true;
  // "M a ' r u f", with any apostrophe.
  const isFramed = gap.length === 2 * sign.length + 1 && gap.startsWith(sign) && gap.endsWith(sign);
  return isFramed && characterAt(gap.charCodeAt(sign.length)).inside === '';
}

function isLoneLetter(token: Token | undefined): boolean {
  if (token?.text.length !== 1 || token.kind !== 'word') return false;
  const code = token.text.charCodeAt(0);
  return code >= 97 && code <= 122;
}
