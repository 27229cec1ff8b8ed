import {
  AFTER_PADDED,
  BALLOT_VERBS,
  CHOICE_VERBS,
  NUMBER_NOUNS,
  PARTICLES,
  PRAISE,
  SAID_IN_TWO,
  THOUGHTS,
  TICKET_NOUNS,
} from '../../language/vocabulary.ts';
import type { Token } from '../../text/normalize.ts';

/** A word as the grammar of ballot numbers sees it: "paslon02" is two of them in one token. */
export interface Unit {
  readonly text: string;
  /** Index of its token. */
  readonly token: number;
  readonly breaks: boolean;
}

/** Words that people write without a space before the number: "paslon02", "no2". */
const GLUED =
  /^(nomor|nomer|nmr|no|paslon|capres|cawapres|cagub|cabup|coblos|pilih|urut|salam|dukung|tetap|gas|tim|kubu)(\d{1,2})$/;
/** "3jari", "02yes". */
const GLUED_BEHIND = /^(0?[1-9])([a-z]{2,})$/;

const TAKES_ENDING = new Set([
  ...BALLOT_VERBS,
  ...CHOICE_VERBS,
  ...TICKET_NOUNS,
  ...NUMBER_NOUNS,
  ...THOUGHTS,
  'calon',
]);

export function unitsOf(tokens: readonly Token[]): Unit[] {
  const units: Unit[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const { text, kind, breaks } = tokens[at] as Token;
    // "paslon nya no 2": an ending that stands apart says nothing.
    if (text === 'nya' && !breaks && TAKES_ENDING.has(tokens[at - 1]?.text ?? '')) continue;
    if (!breaks && isJoined(units, tokens, at)) continue;
    const parts = kind === 'word' && hasDigit(text) ? (GLUED.exec(text) ?? gluedBehind(text)) : undefined;
    const [, first, second] = parts ?? NO_PARTS;
    if (first === undefined || second === undefined) units.push({ text, token: at, breaks });
    else units.push({ text: first, token: at, breaks }, { text: second, token: at, breaks: false });
  }
  return units;
}

/**
 * Makes one unit of the last one and of what is said behind it in two words, where nothing but a number follows: "nomor 3 sat set",
 * "kelas banget no 1", and not "no 3 sat set kurirnya".
 */
function isJoined(units: Unit[], tokens: readonly Token[], at: number): boolean {
  const last = units.at(-1);
  const text = tokens[at]?.text ?? '';
  const both = last && SAID_IN_TWO.get(last.text)?.get(text);
  if (last === undefined || both === undefined) return false;
  for (let next = at + 1; tokens[next]?.breaks === false; next += 1) {
    const word = tokens[next]?.text ?? '';
    const isSilent = PARTICLES.has(word) || ONLY.test(word) || NUMBER_NOUNS.has(word) || /^\d$/.test(word);
    if (!isSilent && !SAID_IN_TWO.get(both)?.has(word)) return false;
  }
  units[units.length - 1] = { ...last, text: both };
  return true;
}

const ONLY = /^(?:doa?n[gk]|saja)$/;
const NO_PARTS: readonly string[] = [];

/** Nearly no word has one: each is spared some searches that begin with this question anyway. */
export function hasDigit(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}

/** "02yes" taken apart, or undefined: "3d" and "01a" are one word. */
export function gluedBehind(text: string): RegExpExecArray | undefined {
  const parts = GLUED_BEHIND.exec(text);
  const [, digits = '', word = ''] = parts ?? [];
  const meant = word === 'jari' || (digits.length === 2 && (PRAISE.has(word) || AFTER_PADDED.has(word)));
  return parts && meant ? parts : undefined;
}

export function isGluedNumber(text: string): boolean {
  return GLUED.test(text) || gluedBehind(text) !== undefined;
}

/** The words before the unit at `index` in its sentence, nearest first, at most `steps` of them. */
export function wordsBefore(units: readonly Unit[], index: number, steps: number): string[] {
  const words: string[] = [];
  for (let at = index - 1; at >= 0 && words.length < steps; at -= 1) {
    const unit = units[at];
    if (!unit || units[at + 1]?.breaks === true) break;
    words.push(unit.text);
  }
  return words;
}

/** The words behind the unit at `index` in its sentence, at most `steps` of them. */
export function wordsBehind(units: readonly Unit[], index: number, steps: number): string[] {
  const words: string[] = [];
  for (let at = index + 1; words.length < steps; at += 1) {
    const unit = units[at];
    if (!unit || unit.breaks) break;
    words.push(unit.text);
  }
  return words;
}
