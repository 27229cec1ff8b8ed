/** Text beyond this many UTF-16 units is not scanned. */
export const SCAN_LIMIT = 20_000;

export type TokenKind = 'word' | 'hashtag' | 'mention';

export interface Token {
  /** Folded letters and digits; `#` stands before a hashtag, `@` before a mention, so that they never equal a word. */
  readonly text: string;
  readonly kind: TokenKind;
  /** UTF-16 offsets into the text as it was given. */
  readonly start: number;
  readonly end: number;
  /** A sentence or a paragraph ended before this token: phrases do not reach across. */
  readonly breaks: boolean;
}

export interface Normalized {
  readonly tokens: readonly Token[];
  /** The text was longer than `SCAN_LIMIT`; a word that the limit cuts is left out. */
  readonly truncated: boolean;
}

const IGNORABLE = /^[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;
const MARK = /^\p{M}$/u;
const MARKS = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const WORD = /^[\p{L}\p{N}]+$/u;
const SPACE = /^\s$/u;
const STOPS = new Set(['.', '!', '?', ';', '…', '。', '！', '？']);

/** Lower case, compatibility forms, no marks: `𝐏`, `Ｐ` and `ⓟ` are `p`. Anything else is returned as it is. */
function fold(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 128) return code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : character;
  // Twice, because lower case can bring new marks (İ) and compatibility forms can bring capitals (ℌ).
  return character.normalize('NFKD').toLowerCase().normalize('NFKD').replace(MARKS, '');
}

function isWord(folded: string): boolean {
  const code = folded.charCodeAt(0);
  if (code < 128 && folded.length === 1) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  return WORD.test(folded);
}

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
    const character = String.fromCodePoint(point);
    const next = position + character.length;
    if (point >= 128 && IGNORABLE.test(character)) {
      // A mark belongs to its letter, so that an underlined span never ends inside what a reader sees as one sign.
      if (body !== '' && MARK.test(character)) end = next;
      position = next;
      continue;
    }
    const folded = fold(character);
    if (isWord(folded) || (folded === '_' && sigil >= 0)) {
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
      finish();
      sigil = -1;
      if (folded === '#' || (folded === '@' && !wasWord)) {
        sigil = position;
        sigilKind = folded === '#' ? 'hashtag' : 'mention';
      }
      if (STOPS.has(character)) stop = true;
      else if (SPACE.test(character)) {
        if (character === '\n') newlines += 1;
        if (stop || newlines > 1) breaks = true;
      }
    }
    position = next;
  }
  const truncated = text.length > SCAN_LIMIT;
  if (!truncated) finish();
  return { tokens, truncated };
}

/** `_` is part of hashtags and handles; `.` is part of a handle unless it ends a sentence. */
function isJoiner(kind: TokenKind, folded: string, text: string, next: number): boolean {
  if (folded === '_') return true;
  if (kind !== 'mention' || folded !== '.') return false;
  const point = text.codePointAt(next);
  if (point === undefined) return false;
  const following = fold(String.fromCodePoint(point));
  return following === '_' || isWord(following);
}

/** "AMIN", not "Amin" and not "02". */
export function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}
