import { type Character, characterAt, isRegionalIndicator } from './characters.ts';

export { FINGER_SIGNS } from './characters.ts';

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
  readonly apart?: boolean;
}

export interface Normalized {
  readonly tokens: readonly Token[];
  /** The text was longer than `SCAN_LIMIT`; a word that the limit cuts is left out. */
  readonly truncated: boolean;
}

/** Every token comes from here: one shape, because all of matching reads them. */
function createToken(
  text: string,
  kind: TokenKind,
  start: number,
  end: number,
  breaks: boolean,
  apart: boolean,
): Token {
  return { text, kind, start, end, breaks, apart };
}

/** A full stop behind one of these ends no sentence. */
const ABBREVIATIONS = new Set(
  'h hj dr drs dra ir prof tgk kh k r m moh muh bpk sdr no nmr nomer st sh se mm msi'.split(' '),
);

/** What is known at one position of a text. */
interface Scan {
  readonly text: string;
  readonly limit: number;
  readonly tokens: Token[];
  /** The token under way; empty between tokens. */
  body: string;
  kind: TokenKind;
  start: number;
  end: number;
  /** The body began with a digit. */
  numeric: boolean;
  /** Where a `#` or `@` stands that a letter may follow, or -1. */
  sigil: number;
  sigilKind: TokenKind;
  stop: boolean;
  breaks: boolean;
  newlines: number;
  /** End of a run of regional indicators that is read as flags, and as letters. */
  flags: number;
  lettering: number;
}

/**
 * Cuts a text into folded tokens, in one pass. Posts and the strings of packs go through this same function, so that
 * what a pack writes is found however it is capitalised or decorated. Linear in the length, and never throws.
 */
export function normalize(text: string): Normalized {
  const limit = Math.min(text.length, SCAN_LIMIT);
  const scan: Scan = {
    text,
    limit,
    tokens: [],
    body: '',
    kind: 'word',
    start: 0,
    end: 0,
    numeric: false,
    sigil: -1,
    sigilKind: 'word',
    stop: false,
    breaks: false,
    newlines: 0,
    flags: -1,
    lettering: -1,
  };
  let position = 0;
  while (position < limit) {
    const code = text.charCodeAt(position);
    if (isPlain(code)) {
      const from = position;
      let capitals = false;
      let next = code;
      // Nearly all of a text is such runs; one slice for each is what makes the pass cheap.
      do {
        if (next <= 90 && next >= 65) capitals = true;
        position += 1;
        next = position < limit ? text.charCodeAt(position) : 0;
      } while (isPlain(next));
      const run = text.slice(from, position);
      append(scan, capitals ? run.toLowerCase() : run, code <= 57, from, position);
    } else {
      const point = code < 0xd800 ? code : (text.codePointAt(position) ?? 0);
      const next = position + (point > 0xffff ? 2 : 1);
      read(scan, characterAt(point), position, next);
      position = next;
    }
  }
  const truncated = text.length > SCAN_LIMIT;
  if (!truncated) finish(scan);
  return { tokens: joinLetters(scan.tokens, text), truncated };
}

/** An ASCII letter or digit. */
function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
}

function append(scan: Scan, folded: string, numeric: boolean, position: number, next: number): void {
  if (scan.body === '') {
    const follows = scan.sigil >= 0;
    scan.kind = follows ? scan.sigilKind : 'word';
    scan.start = follows ? scan.sigil : position;
    scan.sigil = -1;
    scan.numeric = numeric;
    scan.body = folded;
  } else scan.body += folded;
  scan.end = next;
}

/** Takes one character that is no ASCII letter or digit. */
function read(scan: Scan, character: Character, position: number, next: number): void {
  switch (character.class) {
    case 'letter':
    case 'digit':
      append(scan, character.folded, character.class === 'digit', position, next);
      break;
    case 'mark':
      extend(scan, position, next);
      break;
    case 'ignorable':
      break;
    case 'regional':
      if (isLettering(scan, position)) append(scan, character.folded, false, position, next);
      else separate(scan, FLAG, position);
      break;
    case 'finger':
      finish(scan);
      scan.sigil = -1;
      scan.tokens.push(
        createToken(character.folded, 'sign', position, next, scan.stop && scan.breaks, false),
      );
      break;
    default: {
      const inside = insideOf(scan, character, next);
      if (inside === undefined) separate(scan, character, position);
      else append(scan, inside, false, position, next);
    }
  }
}

const FLAG: Character = { folded: '', class: 'other', inside: undefined };

/** A mark belongs to its letter, so that an underlined span never ends inside what a reader sees as one sign. */
function extend(scan: Scan, position: number, next: number): void {
  if (scan.body !== '') {
    scan.end = next;
    return;
  }
  const last = scan.tokens.at(-1);
  if (last?.kind !== 'sign' || last.end !== position) return;
  scan.tokens[scan.tokens.length - 1] = createToken(last.text, 'sign', last.start, next, last.breaks, false);
}

/** What a character that is no letter adds to the token it stands in, or undefined where it ends the token. */
function insideOf(scan: Scan, { folded, inside }: Character, next: number): string | undefined {
  if (scan.body === '') return folded === '_' && scan.sigil >= 0 ? folded : undefined;
  if (scan.kind === 'word') {
    return inside !== undefined && !scan.numeric && isLetterAt(scan.text, next) ? inside : undefined;
  }
  // `_` is part of hashtags and handles; `.` is part of a handle unless it ends a sentence.
  if (folded === '_') return folded;
  return scan.kind === 'mention' && folded === '.' && isHandleAt(scan.text, next) ? folded : undefined;
}

/** Ends a token at a character that is no part of it. */
function separate(scan: Scan, character: Character, position: number): void {
  const { folded } = character;
  const wasWord = scan.body !== '';
  const abbreviated = folded === '.' && scan.kind === 'word' && ABBREVIATIONS.has(scan.body);
  finish(scan);
  scan.sigil = -1;
  if (folded === '#' || (folded === '@' && !wasWord)) {
    scan.sigil = position;
    scan.sigilKind = folded === '#' ? 'hashtag' : 'mention';
  } else if (character.class === 'stop') scan.stop = !abbreviated;
  else if (character.class === 'space') {
    if (folded === '\n') scan.newlines += 1;
    if (scan.stop || scan.newlines > 1) scan.breaks = true;
  }
}

function finish(scan: Scan): void {
  const { body, kind } = scan;
  if (body === '') return;
  const text = kind === 'word' ? body : (kind === 'hashtag' ? '#' : '@') + body;
  scan.tokens.push(createToken(text, kind, scan.start, scan.end, scan.breaks, false));
  scan.body = '';
  scan.stop = scan.breaks = false;
  scan.newlines = 0;
}

/** Two regional indicators are a flag, and flags are repeated; any other run of them is lettering. */
function isLettering(scan: Scan, position: number): boolean {
  if (position < scan.flags) return false;
  if (position < scan.lettering) return true;
  const { text, limit } = scan;
  let end = position;
  let same = true;
  while (end < limit && isRegionalIndicator(text.codePointAt(end) ?? 0)) {
    if (end >= position + 4 && text.codePointAt(end) !== text.codePointAt(end - 4)) same = false;
    end += 2;
  }
  const count = (end - position) / 2;
  if (count > 1 && count % 2 === 0 && same) scan.flags = end;
  else scan.lettering = end;
  return position >= scan.flags;
}

function isLetterAt(text: string, position: number): boolean {
  const { class: kind } = characterAt(text.codePointAt(position) ?? 32);
  return kind === 'letter' || kind === 'regional';
}

function isHandleAt(text: string, position: number): boolean {
  const { class: kind, folded } = characterAt(text.codePointAt(position) ?? 32);
  return kind === 'letter' || kind === 'digit' || kind === 'regional' || folded === '_';
}

/** Fewer letters in a row are initials; more are a pattern, and no name. */
const MIN_APART = 3;
const MAX_APART = 40;
/** Signs and spaces between letters set apart: "p . r . a". */
const MAX_GAP = 3;

/** Letters that stand apart, all by the same sign, become the word that a reader sees. */
function joinLetters(tokens: readonly Token[], text: string): readonly Token[] {
  let joined: Token[] | undefined;
  let at = 0;
  while (at < tokens.length) {
    const to = runEnd(tokens, at, text);
    const isPattern = to - at > MAX_APART;
    if (to - at >= MIN_APART && !isPattern) {
      joined ??= tokens.slice(0, at);
      joined.push(joinRun(tokens, at, to));
      at = to;
    } else {
      const from = at;
      at = isPattern ? to : at + 1;
      if (joined) for (let index = from; index < at; index += 1) joined.push(tokens[index] as Token);
    }
  }
  return joined ?? tokens;
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
  return end - start === sign.length && text.startsWith(sign, start);
}

function isLoneLetter(token: Token | undefined): boolean {
  if (token?.text.length !== 1 || token.kind !== 'word') return false;
  const code = token.text.charCodeAt(0);
  return code >= 97 && code <= 122;
}

/** "AMIN", not "Amin" and not "02". */
export function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}
