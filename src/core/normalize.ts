import { fold, isRegionalIndicator, isWord } from './fold.ts';

/** Text beyond this many UTF-16 units is not scanned. */
export const SCAN_LIMIT = 20_000;

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
  readonly apart?: true;
}

export interface Normalized {
  readonly tokens: readonly Token[];
  /** The text was longer than `SCAN_LIMIT`; a word that the limit cuts is left out. */
  readonly truncated: boolean;
}

const IGNORABLE = /^[\p{M}\p{Cf}\p{Emoji_Modifier}\p{Default_Ignorable_Code_Point}]$/u;
const MARK = /^[\p{M}\p{Emoji_Modifier}]$/u;
const SPACE = /^\s$/u;
const STOPS = new Set(['.', '!', '?', ';', '…', '。', '！', '？']);
const APOSTROPHES = new Set(["'", '’', '‘', '`', 'ʼ', '´']);
/** Symbols that stand for a letter between two letters: "pr@bowo", "anie$" is written too seldom to follow. */
const LETTER_SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['@', 'a'],
  ['$', 's'],
]);
/** A full stop behind one of these ends no sentence. */
const ABBREVIATIONS = new Set(
  'h hj dr drs dra ir prof tgk kh k r m moh muh bpk sdr no nmr nomer st sh se mm msi'.split(' '),
);
export const FINGER_SIGNS: ReadonlyMap<string, number> = new Map([
  ['☝', 1],
  ['👆', 1],
  ['✌', 2],
  ['🤟', 3],
  ['🤘', 3],
  ['👌', 3],
  ['🖐', 5],
  ['✋', 5],
  ['🤚', 5],
]);

/**
 * Cuts a text into folded tokens, in one pass. Posts and the strings of packs go through this same function, so that
 * what a pack writes is found however it is capitalised or decorated. Linear in the length, and never throws.
 */
export function normalize(text: string): Normalized {
  const tokens: Token[] = [];
  const limit = Math.min(text.length, SCAN_LIMIT);
  let body = '';
  let kind: TokenKind = 'word';
  let start = 0;
  let end = 0;
  let sigil = -1;
  let sigilKind: TokenKind = 'word';
  let stop = false;
  let breaks = false;
  let newlines = 0;
  /** End of a run of regional indicators that is read as flags. */
  let flags = -1;
  let lettering = -1;

  const finish = () => {
    if (body === '') return;
    const prefix = kind === 'hashtag' ? '#' : kind === 'mention' ? '@' : '';
    tokens.push({ text: prefix + body, kind, start, end, breaks });
    body = '';
    stop = breaks = false;
    newlines = 0;
  };

  let position = 0;
  while (position < limit) {
    const point = text.codePointAt(position) ?? 0;
    const next = position + (point > 0xffff ? 2 : 1);
    let folded = fold(point);
    let letter = isWord(folded);
    if (point >= 128) {
      const character = String.fromCodePoint(point);
      if (IGNORABLE.test(character)) {
        // A mark belongs to its letter, so that an underlined span never ends inside what a reader sees as one sign.
        if (MARK.test(character)) {
          const last = tokens.at(-1);
          if (body !== '') end = next;
          else if (last?.kind === 'sign' && last.end === position)
            tokens[tokens.length - 1] = { ...last, end: next };
        }
        position = next;
        continue;
      }
      if (isRegionalIndicator(point)) {
        if (position >= flags && position >= lettering) {
          const run = regionalRun(text, position, limit);
          if (run.flags) flags = run.end;
          else lettering = run.end;
        }
        letter = position >= flags;
      }
      if (FINGER_SIGNS.has(character)) {
        finish();
        tokens.push({ text: character, kind: 'sign', start: position, end: next, breaks: stop && breaks });
        position = next;
        continue;
      }
    }
    if (body !== '' && !letter && kind === 'word') {
      const symbol = LETTER_SYMBOLS.get(folded);
      if ((symbol !== undefined || APOSTROPHES.has(folded)) && isLetterAt(text, next) && !isDigit(body)) {
        // "Ma'ruf" is one word, and so is "pr@bowo".
        folded = symbol ?? '';
        letter = true;
      }
    }
    if (letter || (folded === '_' && sigil >= 0)) {
      if (body === '') {
        kind = sigil >= 0 ? sigilKind : 'word';
        start = sigil >= 0 ? sigil : position;
      }
      body += folded;
      end = next;
      sigil = -1;
    } else if (body !== '' && kind !== 'word' && isJoiner(kind, folded, text, next)) {
      body += folded;
      end = next;
    } else {
      const wasWord = body !== '';
      // "A." before a name is a name too.
      const abbreviated =
        folded === '.' && kind === 'word' && (ABBREVIATIONS.has(body) || /^[a-z]$/.test(body));
      finish();
      sigil = -1;
      if (folded === '#' || (folded === '@' && !wasWord)) {
        sigil = position;
        sigilKind = folded === '#' ? 'hashtag' : 'mention';
      }
      if (STOPS.has(folded)) stop = !abbreviated;
      else if (SPACE.test(folded)) {
        if (folded === '\n') newlines += 1;
        if (stop || newlines > 1) breaks = true;
      }
    }
    position = next;
  }
  const truncated = text.length > SCAN_LIMIT;
  if (!truncated) finish();
  return { tokens: joinLetters(tokens, text), truncated };
}

/** Fewer letters in a row are initials; more are a pattern, and no name. */
const MIN_APART = 3;
const MAX_APART = 40;
/** Signs and spaces between letters set apart: "p . r . a". */
const MAX_GAP = 3;

/** Letters that stand apart, all by the same sign, become the word that a reader sees. */
function joinLetters(tokens: readonly Token[], text: string): readonly Token[] {
  const joined: Token[] = [];
  let from = 0;
  for (const [at, token] of tokens.entries()) {
    if (at < from) continue;
    const to = runEnd(tokens, at, text);
    from = at + 1;
    if (to - at < MIN_APART) joined.push(token);
    else {
      from = to;
      const run = tokens.slice(at, to);
      const end = run.at(-1)?.end ?? token.end;
      if (run.length > MAX_APART) joined.push(...run);
      else joined.push({ ...token, text: run.map((letter) => letter.text).join(''), end, apart: true });
    }
  }
  return joined;
}

function runEnd(tokens: readonly Token[], at: number, text: string): number {
  if (!isLoneLetter(tokens[at])) return at + 1;
  let to = at + 1;
  const sign = gapBefore(tokens, to, text);
  while (isLoneLetter(tokens[to]) && sign.length <= MAX_GAP && gapBefore(tokens, to, text) === sign) to += 1;
  return to;
}

function isLoneLetter(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.text.length === 1 && token.text >= 'a' && token.text <= 'z';
}

function gapBefore(tokens: readonly Token[], at: number, text: string): string {
  return text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start ?? 0);
}

/** Two regional indicators are a flag, and flags are repeated; any other run of them is lettering. */
function regionalRun(text: string, from: number, limit: number): { end: number; flags: boolean } {
  let end = from;
  let same = true;
  while (end < limit && isRegionalIndicator(text.codePointAt(end) ?? 0)) {
    if (end >= from + 4 && text.codePointAt(end) !== text.codePointAt(end - 4)) same = false;
    end += 2;
  }
  const count = (end - from) / 2;
  return { end, flags: count > 1 && count % 2 === 0 && same };
}

function isLetterAt(text: string, position: number): boolean {
  const folded = fold(text.codePointAt(position) ?? 32);
  return isWord(folded) && !isDigit(folded);
}

function isDigit(text: string): boolean {
  return /^\p{N}/u.test(text);
}

/** `_` is part of hashtags and handles; `.` is part of a handle unless it ends a sentence. */
function isJoiner(kind: TokenKind, folded: string, text: string, next: number): boolean {
  if (folded === '_') return true;
  if (kind !== 'mention' || folded !== '.') return false;
  const point = text.codePointAt(next);
  if (point === undefined) return false;
  const following = fold(point);
  return following === '_' || isWord(following);
}

/** "AMIN", not "Amin" and not "02". */
export function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}
