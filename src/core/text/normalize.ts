import { type Character, characterAt, isRegionalIndicator } from './characters.ts';
import { isMixed, withoutDisguise } from './disguise.ts';
import { joinLetters } from './lone-letters.ts';
import { createToken, type Token, type TokenKind } from './token.ts';

export { FINGER_SIGNS } from './characters.ts';
export type { Token, TokenKind } from './token.ts';

/** Text beyond this many UTF-16 units is not scanned. */
export const SCAN_LIMIT = 20_000;

export interface Normalized {
  readonly tokens: readonly Token[];
  /** The text was longer than `SCAN_LIMIT`; a word that the limit cuts is left out. */
  readonly truncated: boolean;
}

/** A full stop behind one of these ends no sentence. */
const ABBREVIATIONS = new Set(
  'abd h hj dr drs dra ir prof tgk kh k r m moh muh bpk sdr no nmr nomer st sh se mm msi'.split(' '),
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
      // Nearly all of a text is words of such characters with a space behind: one slice each, and no look-up.
      const from = position;
      let capitals = code >= 65 && code <= 90;
      let next = 0;
      for (position += 1; position < limit; position += 1) {
        next = text.charCodeAt(position);
        if (next >= 97 && next <= 122) continue;
        if (next >= 65 && next <= 90) capitals = true;
        else if (next < 48 || next > 57) break;
      }
      const run = text.slice(from, position);
      const folded = capitals ? run.toLowerCase() : run;
      if (next === 32 && scan.body === '' && scan.sigil < 0) {
        pushToken(scan, folded, 'word', from, position);
        position += 1;
      } else append(scan, folded, code <= 57, from, position);
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
  // "A." before a name is a name too.
  const isShort = ABBREVIATIONS.has(scan.body) || /^[a-z]$/.test(scan.body);
  const abbreviated = folded === '.' && scan.kind === 'word' && isShort;
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
  const { kind } = scan;
  if (scan.body === '') return;
  const body = isMixed(scan.body) ? withoutDisguise(scan.body) : scan.body;
  const text = kind === 'word' ? body : (kind === 'hashtag' ? '#' : '@') + body;
  pushToken(scan, text, kind, scan.start, scan.end);
  scan.body = '';
}

function pushToken(scan: Scan, text: string, kind: TokenKind, start: number, end: number): void {
  scan.tokens.push(createToken(text, kind, start, end, scan.breaks, false));
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

/** "AMIN", not "Amin" and not "02". */
export function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}
