import { isElectoralTag, isRegionTag } from './hashtags.ts';
import { FINGER_SIGNS, type Token } from './normalize.ts';
import {
  areRated,
  CROWD,
  isAlternative,
  isBesideThing,
  isContender,
  isCounted,
  isCountedTicket,
  isElectoral,
  isOpener,
  isOpinion,
  isOrdinary,
  isPaddedAlone,
  isPartOfFigure,
  isTakenSideOn,
  isTrade,
  REACH,
  SHORT_TEXT,
  type Surroundings,
} from './number-context.ts';
import { isGluedNumber, type Unit, unitsOf, wordsBefore, wordsBehind } from './number-units.ts';
import { LETTER_FOR_ZERO, type Numeral, type NumeralPlace, readNumeral } from './numerals.ts';
import type { Signal } from './types.ts';
import {
  ALLIED,
  BALLOT_VERBS,
  CALLS,
  CAMPS,
  CHOICE,
  CHOICE_VERBS,
  DEBATED,
  DUTY,
  ELECTED_OFFICES,
  FINGERS,
  MONTHS,
  MORE_NUMBERED_THINGS,
  NUMBER_NOUNS,
  NUMBER_WORDS,
  ORDINALS,
  PARTICLES,
  PARTY_NOUNS,
  PRAISE,
  REJECTING,
  ROMAN_NUMERALS,
  SELVES,
  SIDES,
  STEADY,
  TICKET_NOUNS,
  TO_PEOPLE,
  UNITS,
  VOTED,
  wordSet as words,
  ZEROS,
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

/** A digit inside a word of winning: the word and the ballot number at once. */
const HIDDEN = /^(?:di|ke|pe)?m([1-9])n([a4])n?g(?:k([a4])n|[a4]n)?$/;
const RELATIVE = words('yang yg sing nu si');
const CANDIDACY = words('calon pasangan kandidat');
/** Behind these an ordinal numbers a ticket; "debat capres kedua" is the second debate. */
const ORDINAL_HEADS = words('paslon calon pasangan');
const CALL_REACH = 4;
const MAX_CALLS = 5;
const VOTED_REACH = 6;

/** Words for numbers. */
export const NUMBER_WORD_FORMS: readonly string[] = [
  ...NUMBER_WORDS.keys(),
  ...ROMAN_NUMERALS.keys(),
  ...ORDINALS.keys(),
];
/** One of these stands in the text of every ballot number that is neither zero-padded nor the whole text. */
export const NUMBER_CONTEXT: readonly string[] = [
  ...NUMBER_NOUNS,
  ...BALLOT_VERBS,
  ...CHOICE_VERBS,
  ...TICKET_NOUNS,
  ...FINGERS,
  ...CANDIDACY,
  ...STEADY,
  ...ZEROS,
  ...CAMPS,
  ...ALLIED,
  ...DEBATED,
  ...CROWD,
  'urut',
  'salam',
];

/** Whether a word of letters and digits may hold a ballot number: "paslon02", "02yes", "m3nang". */
export function holdsNumber(word: string): boolean {
  return /\d/.test(word) && (isGluedNumber(word) || HIDDEN.test(word) || LETTER_FOR_ZERO.test(word));
}

/** One text, and one of its units. */
interface Place {
  readonly units: readonly Unit[];
  readonly at: number;
  readonly tokens: readonly Token[];
  readonly text: string;
  /** Units of the whole text, of which `units` may be some sentences only. */
  readonly total: number;
}

type Phrase = Omit<NumberPhrase, 'value'>;

/**
 * Finds ballot-number phrases. `text` is the string that the offsets of `tokens` point into, `total` the number of its
 * tokens where these are some of its sentences only.
 */
export function findNumbers(tokens: readonly Token[], text: string, total = tokens.length): NumberPhrase[] {
  const units = unitsOf(tokens);
  const all = units.length + total - tokens.length;
  return units.flatMap((_unit, at) => phraseAt({ units, at, tokens, text, total: all }) ?? []);
}

function phraseAt(place: Place): NumberPhrase | undefined {
  const { units, at, tokens, text } = place;
  const unit = units[at];
  const token = tokens[unit?.token ?? -1];
  if (!unit || !token) return undefined;
  const only = { from: unit.token, to: unit.token + 1, needsTicket: true };
  const finger = FINGER_SIGNS.get(unit.text);
  if (finger !== undefined)
    return isRaised(place, finger)
      ? { ...only, value: finger, signal: 'subject' }
      : { ...only, value: finger, signal: 'supporting', bare: true };
  const hidden = HIDDEN.exec(unit.text);
  if (hidden) return { ...only, value: Number(hidden[1]), signal: 'subject' };
  const sign = unit.text.startsWith('#');
  const written = sign ? unit.text.slice(1) : unit.text;
  const numeral = readNumeral(written, text.slice(token.start, token.end), placeOf(units, at));
  if (!numeral || (sign && numeral.form === 'word') || isPartOfFigure(token, text)) return undefined;
  const phrase = sign ? undefined : fingersAt(place, numeral);
  const found = phrase ?? ballotAt(place, numeral, sign);
  return found && { ...found, value: numeral.value };
}

/** Roman numerals and ordinals are ballot numbers behind "nomor" and "paslon" only. */
function placeOf(units: readonly Unit[], at: number): NumeralPlace {
  const one = units[at - 1]?.text ?? '';
  if (ORDINAL_HEADS.has(one)) return 'ticket';
  return NUMBER_NOUNS.has(one) || one === 'urut' ? 'named' : 'alone';
}

/** "salam dua jari", "salam metal 3", "2 jari ✌️". */
function fingersAt(place: Place, { value }: Numeral): Phrase | undefined {
  const { units, at } = place;
  const before = wordsBefore(units, at, REACH);
  const [one = '', two = ''] = before;
  const [next = '', ...behind] = wordsBehind(units, at, REACH);
  const fingers = FINGERS.has(next);
  if (one === 'salam' && (fingers || SALUTES.has(next))) return spanOf(place, at - 1, at + 1, 'campaign');
  if (two === 'salam' && SALUTES.has(one)) return spanOf(place, at - 2, at, 'campaign');
  if (!fingers) return undefined;
  const [second = ''] = behind;
  if ([...before, ...behind].some((word) => POSING.has(word)) && !isElectoral({ before, behind }))
    return undefined;
  // "2 jari ✌️", "🤟 metal tiga jari", "satu jari aja udah cukup ☝️"
  const shown = [...behind, one, two].some((word) => FINGER_SIGNS.get(word) === value);
  // "Cukup dua jari dari tepi" measures.
  const raised = second === '' || second === 'untuk' || (PRAISE.has(second) && !PARTICLES.has(second));
  return shown || (raised && isOpener(one)) || isElectoral({ before, behind })
    ? spanOf(place, at, at + 1, 'subject', true)
    : undefined;
}

const SALUTES = words('metal jempol');
/** Everybody shows two fingers in a picture. */
const POSING = words('pose berpose foto fotonya poto selfie selfi swafoto gaya bergaya wisuda cheese');

function spanOf({ units }: Place, first: number, last: number, signal: Signal, needsTicket = false): Phrase {
  return { from: units[first]?.token ?? 0, to: (units[last]?.token ?? 0) + 1, signal, needsTicket };
}

/** "kalah kosong dua", "kursi kosong dua", "skor 0 2" */
const SCORED =
  /^(?:kalah|menang|unggul|skor|score|imbang|tertinggal|ketinggalan|kursi|kamar|meja|tempat|jam)$/;

/** The words that belong to the number: "calon gubernur nomor urut 2". */
interface Head {
  readonly first: number;
  /** "nomor", "no", "urut", "#". */
  readonly named: boolean;
  readonly ordered: boolean;
  readonly noun: boolean;
  /** "paslon", "capres". */
  readonly ticket: boolean;
}

function headOf({ units, at }: Place, numeral: Numeral, sign: boolean): Head {
  /** Text of the unit at `index` when its sentence goes on behind it. */
  const before = (index: number): string => wordsBefore(units, index + 1, 1)[0] ?? '';
  let first = at;
  const ordered = before(first - 1) === 'urut';
  if (ordered) first -= 1;
  const nought = before(first - 1);
  const isZero = numeral.form === 'word' ? ZEROS.has(nought) : numeral.form === 'digits' && nought === '0';
  const zero = isZero && !SCORED.test(before(first - 2));
  const noun = zero || NUMBER_NOUNS.has(before(first - 1));
  if (noun) first -= 1;
  if (zero && NUMBER_NOUNS.has(before(first - 1))) first -= 1;
  const named = noun || ordered || sign;
  // "paslon ke-2"
  if (before(first - 1) === 'ke' && TICKET_NOUNS.has(before(first - 2))) first -= 1;
  const [one, two, three] = [before(first - 1), before(first - 2), before(first - 3)];
  const steps = TICKET_NOUNS.has(one)
    ? 1
    : one === 'calon' && two === 'pasangan'
      ? 2
      : one === 'pasangan' && BALLOT_VERBS.has(RELATIVE.has(two) ? three : two)
        ? 1
        : named && ELECTED_OFFICES.has(one) && two === 'calon'
          ? 2
          : 0;
  return { first: first - steps, named, ordered, noun, ticket: steps > 0 };
}

function ballotAt(place: Place, numeral: Numeral, sign: boolean): Phrase | undefined {
  const { units, at, total } = place;
  const { first, named, ordered, noun, ticket } = headOf(place, numeral, sign);
  const before = wordsBefore(units, first, REACH);
  const behind = wordsBehind(units, at, REACH).filter((word) => !FINGER_SIGNS.has(word));
  const [next = ''] = behind;
  const around: Surroundings = {
    before,
    behind,
    whole: isWhole(place, first),
    short: total <= SHORT_TEXT,
  };
  // "Debat capres 3" is the third debate.
  const session = before[0] === 'debat' && numeral.form !== 'padded';
  if (ticket && !named && (session || isCountedTicket(next))) return undefined;

  const relative = (named || ticket) && RELATIVE.has(before[0] ?? '') ? 1 : 0;
  const verb = before[relative] ?? '';
  const fromVerb = first - 1 - relative;
  const rejected = verb === 'bukan' && before[relative + 1] === 'asal';
  if (rejected && (named || (numeral.form === 'digits' && next === '')))
    return spanOf(place, fromVerb - 1, at, 'subject', true);
  const padded = numeral.form === 'padded';
  if (BALLOT_VERBS.has(verb)) {
    return !named && !ticket && !padded && isCounted(next, numeral)
      ? undefined
      : spanOf(place, fromVerb, at, 'campaign');
  }
  if (CHOICE_VERBS.has(verb)) {
    if (ticket) return spanOf(place, fromVerb, at, 'campaign');
    const supported = padded && SUPPORT.test(verb);
    if (!named && isCounted(next, numeral)) return undefined;
    if ((!supported && isOrdinary(around)) || isAlternative(behind)) return undefined;
    if (!supported && isTrade(around) && !isElectoral(around)) return undefined;
    if (named || padded) return spanOf(place, fromVerb, at, 'campaign');
    // "Saya pilih 2!": a poll or a vote. A hint at most, and only while such a ticket stands for election.
    return numeral.form === 'digits' && next === ''
      ? spanOf(place, fromVerb, at, 'subject', true)
      : undefined;
  }
  if (ticket) return spanOf(place, REJECTING.has(verb) ? fromVerb : first, at, 'campaign');
  if ((named || padded) && isToBeVoted(around)) return spanOf(place, first, at, 'campaign');
  const candidacy =
    named && (PARTY_NOUNS.has(before[0] ?? '') || (ordered && CANDIDACY.has(before[0] ?? '')));
  // "calon no 2 rumahnya deket"
  const called = noun && before[0] === 'calon' && numeral.form !== 'word';
  if (ordered || candidacy || called) {
    const electoral = candidacy || isElectoral(around);
    return !candidacy && isOrdinary(around) ? undefined : spanOf(place, first, at, 'subject', !electoral);
  }
  if (noun) return isTakenSideOn(around, numeral) ? spanOf(place, first, at, 'subject', true) : undefined;
  return standingAt(place, numeral, around, sign);
}

/** "nomor 4 saja yang dicoblos", "nomer 1 kudu dipilih", "coblos ya, nomor 2". */
function isToBeVoted(around: Surroundings): boolean {
  const { before, behind } = around;
  if (isOrdinary(around)) return false;
  const near = behind.slice(0, VOTED_REACH);
  const voted = near.findIndex((word) => VOTED.has(word) || BALLOT_VERBS.has(word));
  if (voted >= 0) return true;
  if (near.some((word, at) => CHOSEN.has(word) && DUTY.has(near[at - 1] ?? ''))) return true;
  return (
    before.slice(1, CALL_REACH).some((word) => BALLOT_VERBS.has(word)) && !THING_LINKS.has(before[0] ?? '')
  );
}

/** "yang dukung 02 klik like": a zero-padded number that somebody supports, whatever else is spoken of. */
const SUPPORT = /du?k(?:u|o)ng/;
const CHOSEN = words('pilih dipilih milih pilihen dukung didukung menangkan dimenangkan');
/** "coblos di TPS 02": the number belongs to the place. */
const THING_LINKS = words('tps rt rw rw jam pukul tanggal tgl jalan jl kamar loket surat');

/** "02 yess", and a number of one digit that only its neighbours in the text can make a ballot number. */
function standingAt(place: Place, numeral: Numeral, around: Surroundings, sign: boolean): Phrase | undefined {
  const { units, at, tokens, text, total } = place;
  const { before, behind, whole } = around;
  const [next = ''] = behind;
  const token = tokens[units[at]?.token ?? -1];
  if (!token) return undefined;
  const steady = whole && numeral.keycap === false && STEADY.has(before[0] ?? '');
  if (numeral.form === 'word')
    return steady || isChant(place) || isForAll(place, around)
      ? spanOf(place, at, at, 'subject', true)
      : undefined;
  if (numeral.form === 'padded') {
    // "#02" numbers a series of pictures.
    if (sign && !PRAISE.has(next) && !CHOICE.has(before[0] ?? '')) return undefined;
    const [previous = '', following = ''] = [units[at - 1]?.text, units[at + 1]?.text];
    const alone = isPaddedAlone({ token, text, previous, next: following, around }, numeral);
    return alone ? spanOf(place, at, at, 'subject', true) : undefined;
  }
  if (sign || numeral.value > 9 || before[0] === 'atau') return undefined;
  const rated =
    total <= SHORT_TEXT &&
    isOpinion(next) &&
    areRated([...[...before].reverse(), String(numeral.value), ...behind]);
  if (steady || rated || isContender(around) || isOpenVote(place, around))
    return spanOf(place, at, at, 'subject', true);
  if ((next !== '' && !PRAISE.has(next) && !isCampaign(behind)) || isBesideThing(around)) return undefined;
  const cheered =
    numeral.keycap && at === 0 && total <= CALL_REACH && (PRAISE.has(next) || isCampaign(behind));
  if (cheered) return spanOf(place, at, at, 'subject', true);
  return { ...spanOf(place, at, at, 'supporting', true), bare: true };
}

/** "✌️ satu putaran": fingers and what makes a number of them are the whole comment. */
function isRaised({ units, at, total }: Place, value: number): boolean {
  if (at > 0 || units.length < total) return false;
  const words = units.flatMap(({ text }) => (FINGER_SIGNS.get(text) === value ? [] : [text]));
  return words.length < 3 && isCampaign(words);
}

/** "satu putaran", "perubahan": what campaigns of every side cheer with. */
function isCampaign([one = '', two = '']: readonly string[]): boolean {
  return one === 'perubahan' || (two === 'putaran' && ROUNDS.has(one));
}

const ROUNDS = words('satu sekali 1 dua 2');

/** "2 gak ada obat, coblos!": the number opens a short text that asks for a vote, and counts nothing. */
function isOpenVote({ units, at, tokens, text }: Place, { behind, short }: Surroundings): boolean {
  const [next = ''] = behind;
  const end = tokens[units[at]?.token ?? -1]?.end ?? 0;
  if (at > 0 || !short || next === '' || UNITS.has(next)) return false;
  // Further sentences may not have been read.
  const others = units.flatMap(({ breaks }, index) => (breaks && index > 0 ? [index] : []));
  const near = units.slice(1, others[1] ?? units.length);
  return !/^\s?[.)]/.test(text.slice(end, end + 2)) && near.some((unit) => BALLOT_VERBS.has(unit.text));
}

/** "dua dua dua presiden": one number, called again and again. */
function isChant({ units, at }: Place): boolean {
  const word = units[at]?.text;
  const end = units.findIndex((unit, index) => index > at && unit.text !== word);
  const times = (end < 0 ? units.length : end) - at;
  const next = units[at + times]?.text ?? '';
  return at === 0 && times > 2 && ELECTED_OFFICES.has(next);
}

/** "loro wae lur": the whole text, said to everybody. */
function isForAll({ units, at }: Place, { behind, whole }: Surroundings): boolean {
  return whole && at === 0 && units.length === 3 && ONLY.has(behind[0] ?? '') && CROWD.has(behind[1] ?? '');
}

const ONLY = words('aja ae aj wae we weh bae mawon');

/** Before a number that is the whole text: "tetap 3", "ayo 02", "mantep tenan nomer telu". */
function isCall({ text }: Unit): boolean {
  if (
    isRegionTag(text) ||
    (text.startsWith('#') && isElectoralTag(text.slice(1))) ||
    MONTHS.has(text) ||
    /^\d{1,2}$/.test(text)
  )
    return true;
  if (STEADY.has(text) || CALLS.has(text) || SELVES.has(text) || PARTICLES.has(text)) return true;
  return (CHOICE.has(text) || SIDES.has(text)) && !TO_PEOPLE.has(text) && !MORE_NUMBERED_THINGS.has(text);
}

/** The whole text is the number, but for a word of choice before it and particles behind. */
function isWhole({ units, at: last, tokens, total }: Place, first: number): boolean {
  // The sentences beside a number are always read, others may not be.
  const borders = (from: number, to: number) => units.slice(from, to).filter(({ breaks }) => breaks).length;
  if (total > units.length || borders(1, last + 1) > 1 || borders(last + 1, units.length) > 1) return false;
  const isWord = ({ text }: Unit) => !FINGER_SIGNS.has(text);
  const calls = units.slice(0, first).filter(isWord);
  const cheers = units.slice(last + 1).filter(isWord);
  if (calls.length > MAX_CALLS || cheers.length >= CALL_REACH) return false;
  // Pieces of a hashtag stand without a space: "#nomor1" is anything.
  const [one, other] = [tokens[units[first]?.token ?? 0], tokens[units[last]?.token ?? 0]];
  if (one !== other && one?.end === other?.start) return false;
  return calls.every(isCall) && cheers.every(({ text }) => PARTICLES.has(text));
}
