import type { Token } from './normalize.ts';
import {
  AFTER_PADDED,
  BALLOT_VERBS,
  CHOICE_VERBS,
  NUMBER_NOUNS,
  PRAISE,
  THOUGHTS,
  TICKET_NOUNS,
} from './vocabulary.ts';

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
  return tokens.flatMap(({ text, kind, breaks }, token): Unit[] => {
    // "paslon nya no 2": an ending that stands apart says nothing.
    if (text === 'nya' && !breaks && TAKES_ENDING.has(tokens[token - 1]?.text ?? '')) return [];
    const parts = kind === 'word' ? (GLUED.exec(text) ?? gluedBehind(text)) : undefined;
    const [, first, second] = parts ?? [];
    return first === undefined || second === undefined
      ? [{ text, token, breaks }]
      : [
          { text: first, token, breaks },
          { text: second, token, breaks: false },
        ];
  });
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
