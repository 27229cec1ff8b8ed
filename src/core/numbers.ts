import { FINGER_SIGNS, type Token } from './normalize.ts';
import type { Signal } from './types.ts';
import {
  CHOICE,
  MORE_NUMBERED_THINGS,
  NUMBER_WORDS,
  NUMBERED_THINGS,
  ORDINALS,
  PADDED_BEFORE,
  PADDED_UNITS,
  PRAISE,
  ROMAN_NUMERALS,
  UNITS,
  wordSet as words,
} from './vocabulary.ts';

/** A ballot number in a context that makes it one. Which ticket carries it is the matcher's question, not ours. */
export interface NumberPhrase {
  /** Token range, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** 1 to 99. */
  readonly value: number;
  readonly signal: Signal;
  /** Too ordinary to count unless a ticket of an active contest has this number. */
  readonly needsTicket: boolean;
  /** A number or a finger with nothing around it: counts beside another finding only. */
  readonly bare?: boolean;
}

/** "nomor" and its short forms. */
const NUMBER_NOUNS = words('nomor nomer no nmr nomber nomero');
/** Verbs used for little else than voting. */
const BALLOT_VERBS = words('coblos cobloslah nyoblos mencoblos nyoblosin coblosin');
/** Verbs of everyday life, so what stands around the number decides. */
const CHOICE_VERBS = words(
  'pilih pilihlah milih memilih dukung dukunglah mendukung menangkan memenangkan vote',
);
const REJECTING = words('tenggelamkan tolak');
const TICKET_NOUNS = words('paslon capres cawapres cagub cabup cawalkot');
const ELECTORAL_WORDS = words(
  'paslon capres cawapres cagub cawagub cabup cawabup cawalkot calon caleg kandidat pasangan partai pilpres ' +
    'pilkada pilgub pilbup pilwalkot pemilu presiden gubernur bupati walikota dprd dpr pileg surat suara tps',
);
const ORDINARY_WINDOW = 4;

/** Words for numbers. */
export const NUMBER_WORD_FORMS: readonly string[] = [
  ...NUMBER_WORDS.keys(),
  ...ROMAN_NUMERALS.keys(),
  ...ORDINALS.keys(),
];
/** One of these stands near every number that is a ballot number, unless it is zero-padded. */
export const NUMBER_CONTEXT: readonly string[] = [
  ...NUMBER_NOUNS,
  ...BALLOT_VERBS,
  ...CHOICE_VERBS,
  ...TICKET_NOUNS,
  ...ELECTORAL_WORDS,
  'urut',
  'salam',
  'jari',
];
/** Words that people write without a space before the number: "paslon02", "no2". */
const GLUED = /^(nomor|nomer|no|paslon|capres|cagub|coblos|pilih|urut|salam|dukung|tetap|gas)(\d{1,2})$/;
/** "3jari", "02yes". */
const GLUED_BEHIND = /^(0?[1-9])([a-z]{2,})$/;
/** A digit inside a word of winning: the word and the ballot number at once. */
const HIDDEN = /^(?:di|ke|pe)?m([1-9])n([a4])n?g(?:k([a4])n|[a4]n)?$/;
/** Whether a word of letters and digits may hold a ballot number. */
export function holdsNumber(word: string): boolean {
  return (
    /\d/.test(word) && (GLUED.test(word) || isGluedBehind(word) || HIDDEN.test(word) || PADDED.test(word))
  );
}

const PADDED = /^[0o][1-9]$/;
const BALLOT_NUMBER = /^(?:0?[1-9]|[1-9]\d)$/;

interface Unit {
  readonly text: string;
  readonly token: number;
  readonly breaks: boolean;
}

/** Finds ballot-number phrases. `text` is the string that the offsets of `tokens` point into. */
export function findNumbers(tokens: readonly Token[], text: string): NumberPhrase[] {
  const units = unitsOf(tokens);
  const phrases: NumberPhrase[] = [];
  for (let at = 0; at < units.length; at += 1) {
    const phrase = phraseAt(units, at, tokens, text);
    if (phrase) phrases.push(phrase);
  }
  return phrases;
}

function unitsOf(tokens: readonly Token[]): Unit[] {
  const units: Unit[] = [];
  tokens.forEach((token, index) => {
    const glued = token.kind === 'word' ? GLUED.exec(token.text) : null;
    if (glued?.[1] !== undefined && glued[2] !== undefined) {
      units.push({ text: glued[1], token: index, breaks: token.breaks });
      units.push({ text: glued[2], token: index, breaks: false });
    } else if (token.kind === 'word' && isGluedBehind(token.text)) {
      const [, digits = '', word = ''] = GLUED_BEHIND.exec(token.text) ?? [];
      units.push({ text: digits, token: index, breaks: token.breaks });
      units.push({ text: word, token: index, breaks: false });
    } else units.push({ text: token.text, token: index, breaks: token.breaks });
  });
  return units;
}

function isGluedBehind(text: string): boolean {
  const parts = GLUED_BEHIND.exec(text);
  return (
    parts?.[2] !== undefined && (parts[2] === 'jari' || (parts[1]?.length === 2 && PRAISE.has(parts[2])))
  );
}

function phraseAt(
  units: readonly Unit[],
  at: number,
  tokens: readonly Token[],
  text: string,
): NumberPhrase | undefined {
  const unit = units[at];
  if (!unit) return undefined;
  const finger = FINGER_SIGNS.get(unit.text);
  if (finger !== undefined) {
    return {
      from: unit.token,
      to: unit.token + 1,
      value: finger,
      signal: 'supporting',
      needsTicket: true,
      bare: true,
    };
  }
  const hidden = HIDDEN.exec(unit.text);
  if (hidden) {
    return {
      from: unit.token,
      to: unit.token + 1,
      value: Number(hidden[1]),
      signal: 'subject',
      needsTicket: true,
    };
  }
  // "#2" alone is a rank or a list; after a verb it is a way to write "nomor 2".
  const sign = unit.text.startsWith('#');
  const written = sign ? unit.text.slice(1) : unit.text;
  // "O2": the letter for the zero.
  const keycaps = /^(\d)\1+$/.exec(written)?.[1];
  const token = tokens[unit.token];
  const repeated =
    keycaps !== undefined && token !== undefined && text.slice(token.start, token.end).includes('\u20e3');
  const numeral = repeated ? keycaps : PADDED.test(written) ? `0${written[1] ?? ''}` : written;
  const inDigits = BALLOT_NUMBER.test(numeral);
  const previousWord = units[at - 1]?.text ?? '';
  const value = inDigits
    ? Number(numeral)
    : sign
      ? undefined
      : (NUMBER_WORDS.get(numeral) ??
        (isAfterTicket(units, at) ? (ROMAN_NUMERALS.get(numeral) ?? ORDINALS.get(numeral)) : undefined) ??
        (NUMBER_NOUNS.has(previousWord) || previousWord === 'urut'
          ? ROMAN_NUMERALS.get(numeral)
          : undefined));
  if (value === undefined || isPartOfFigure(tokens[unit.token], text)) return undefined;

  /** Text of the unit at `index` when nothing but a space stands between it and the one after it. */
  const before = (index: number): string => {
    const previous = units[index];
    if (!previous) return '';
    // "No. 2": the full stop after an abbreviation is no end of a sentence.
    if (units[index + 1]?.breaks === true && !NUMBER_NOUNS.has(previous.text)) return '';
    return previous.text;
  };
  const after = (steps: number): string => {
    for (let step = 1; step <= steps; step += 1) if (units[at + step]?.breaks !== false) return '';
    return units[at + steps]?.text ?? '';
  };
  const found = (first: number, signal: Signal, last = at, needsTicket = false): NumberPhrase => ({
    from: units[first]?.token ?? unit.token,
    to: (units[last]?.token ?? unit.token) + 1,
    value,
    signal,
    needsTicket,
  });

  if (before(at - 1) === 'salam' && after(1) === 'jari') return found(at - 1, 'campaign', at + 1);
  if (after(1) === 'jari' && after(2) === '') return found(at, 'subject', at + 1, true);

  let first = at;
  const ordered = before(first - 1) === 'urut';
  if (ordered) first -= 1;
  const noun = NUMBER_NOUNS.has(before(first - 1));
  if (noun) first -= 1;
  const named = noun || ordered || sign;
  // "paslon ke-2"
  if (!named && before(first - 1) === 'ke' && TICKET_NOUNS.has(before(first - 2))) first -= 1;
  const counted = !named && isCounted(after(1), inDigits);

  let ticket = false;
  if (TICKET_NOUNS.has(before(first - 1))) {
    ticket = true;
    first -= 1;
  } else if (before(first - 1) === 'calon' && before(first - 2) === 'pasangan') {
    ticket = true;
    first -= 2;
  } else if (before(first - 1) === 'pasangan' && BALLOT_VERBS.has(before(first - 2))) {
    ticket = true;
    first -= 1;
  } else if (named && before(first - 1) === 'presiden' && before(first - 2) === 'calon') {
    ticket = true;
    first -= 2;
  }
  if (ticket && counted && !(inDigits && FUNCTION_WORDS.has(after(1)))) return undefined;

  const verb = before(first - 1);
  if (named && verb === 'bukan' && before(first - 2) === 'asal') return found(first - 2, 'subject', at, true);
  if (BALLOT_VERBS.has(verb)) return counted ? undefined : found(first - 1, 'campaign');
  if (CHOICE_VERBS.has(verb)) {
    if (ticket) return found(first - 1, 'campaign');
    if (counted || isOrdinary(units, first - 1, at) || after(1) === 'atau') return undefined;
    if (named || (inDigits && numeral.startsWith('0'))) return found(first - 1, 'campaign');
    // "Saya pilih 2!": a poll or a vote. A hint at most, and only while such a ticket stands for election.
    return inDigits && after(1) === '' ? found(first - 1, 'subject', at, true) : undefined;
  }
  if (ticket) return found(REJECTING.has(verb) ? first - 1 : first, 'campaign');
  if (ordered && !isOrdinary(units, first, at)) {
    return found(first, 'subject', at, !isBeside(units, first, at, ELECTORAL_WORDS));
  }
  if (ordered || isBeside(units, first, at, MORE_NUMBERED_THINGS)) return undefined;
  if (noun)
    return isChosen(before(first - 1), after, inDigits) ? found(first, 'subject', at, true) : undefined;
  if (sign || !inDigits) return undefined;
  if (numeral.startsWith('0')) {
    return isPaddedAlone(units, at, unit, tokens, text) ? found(at, 'subject', at, true) : undefined;
  }
  if (value > 9 || before(at - 1) === 'atau' || (after(1) !== '' && !PRAISE.has(after(1)))) return undefined;
  return { ...found(at, 'supporting', at, true), bare: true };
}

/** Behind "paslon 2" they open a phrase, elsewhere they count: "pilih 2 di antara". */
const FUNCTION_WORDS = words('di ini itu yang dari sama saja sampai per');

/** Behind "paslon" or "pasangan calon", where Roman numerals and ordinals are ballot numbers. */
function isAfterTicket(units: readonly Unit[], at: number): boolean {
  const previous = units[at - 1]?.text ?? '';
  if (previous === 'paslon') return true;
  return (
    (previous === 'calon' && units[at - 2]?.text === 'pasangan') ||
    (previous === 'pasangan' && BALLOT_VERBS.has(units[at - 2]?.text ?? ''))
  );
}

/** Words behind "no 3" that are looked at for praise, choice or rejection. */
const PRAISE_STEPS = 3;

function isChosen(before: string, after: (steps: number) => string, inDigits: boolean): boolean {
  if (isCounted(after(1), inDigits)) return false;
  if (CHOICE.has(before)) return true;
  for (let step = 1; step <= PRAISE_STEPS; step += 1) if (PRAISE.has(after(step))) return true;
  return false;
}

/** "02 yess": a zero-padded number as a word of its own, and no time, date, address, class, list or phone number. */
function isPaddedAlone(
  units: readonly Unit[],
  at: number,
  unit: Unit,
  tokens: readonly Token[],
  text: string,
): boolean {
  const previous = units[at - 1];
  const next = units[at + 1];
  if (previous && !unit.breaks && (PADDED_BEFORE.has(previous.text) || /^\d{3,}$/.test(previous.text)))
    return false;
  if (next && !next.breaks && (PADDED_UNITS.has(next.text) || /^\d{3,}$/.test(next.text))) return false;
  for (const neighbour of [previous, next]) {
    if (
      neighbour &&
      /^\d/.test(neighbour.text) &&
      !PADDED.test(neighbour.text) &&
      !isGluedBehind(neighbour.text)
    )
      return false;
  }
  const token = tokens[unit.token];
  if (!token) return false;
  const lineStart = /(?:^|\n)\s*$/.test(text.slice(Math.max(0, token.start - 8), token.start));
  const behind = text.slice(token.end, token.end + 1);
  if (lineStart && /^[.)]/.test(behind) && text.length > token.end + 1) return false;
  return !/[+\p{Sc}"'“(/]$|rp\.?\s?$|\p{L}-$/iu.test(text.slice(Math.max(0, token.start - 4), token.start));
}

/** A digit right behind `.` `,` `:` `/` `-` or a percent sign: a time, a date, a price, a score, an address. */
function isPartOfFigure(token: Token | undefined, text: string): boolean {
  if (!token) return true;
  const ahead = text.slice(token.end, token.end + 2);
  const behind = text.slice(Math.max(0, token.start - 2), token.start);
  return /^(?:[.,:/–-][\p{L}\p{N}]|\s?%)/u.test(ahead) || /\p{N}[.,:/–-]$/u.test(behind);
}

function isCounted(next: string, inDigits: boolean): boolean {
  if (UNITS.has(next)) return true;
  // "coblos dua duanya", "pilih satu per satu": words count far more often than digits do.
  return !inDigits && /^(?:duanya|satunya|tiganya|satu|dua)$/.test(next);
}

function isOrdinary(units: readonly Unit[], first: number, last: number): boolean {
  return isBeside(units, first, last, NUMBERED_THINGS);
}

/** True when one of `vocabulary` stands within a few words of the range, in the same sentence. */
function isBeside(
  units: readonly Unit[],
  first: number,
  last: number,
  vocabulary: ReadonlySet<string>,
): boolean {
  for (let index = last + 1; index <= last + ORDINARY_WINDOW; index += 1) {
    const unit = units[index];
    if (!unit || unit.breaks) break;
    if (vocabulary.has(unit.text)) return true;
  }
  for (let index = first - 1; index >= first - ORDINARY_WINDOW; index -= 1) {
    const unit = units[index];
    if (!unit || units[index + 1]?.breaks === true) break;
    if (vocabulary.has(unit.text)) return true;
  }
  return false;
}
