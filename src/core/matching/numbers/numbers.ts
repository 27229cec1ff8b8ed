import {
  ALLIED,
  BALLOT_VERBS,
  CHOICE,
  CHOICE_VERBS,
  CHOSEN,
  CONSUMER,
  DEBATES,
  DUTY,
  EVERYDAY_TALK,
  MORE_NUMBERED_THINGS,
  NUMBER_NOUNS,
  OTHER_CANDIDACY,
  PARTICLES,
  PARTY_NOUNS,
  PRAISE,
  REJECTING,
  SELVES,
  STEADY,
  THING_LINKS,
  VOTED,
  WARE_TALK,
  wordSet as words,
} from '../../language/vocabulary.ts';
import { FINGER_SIGNS, type Token } from '../../text/normalize.ts';
import { areRated, isContender } from './contenders.ts';
import { fingersAt, isCampaign, isRaised } from './finger-signs.ts';
import {
  isElectoral,
  isElectoralWord,
  isOpinion,
  REACH,
  SHORT_TEXT,
  type Surroundings,
} from './number-context.ts';
import { headOf, RELATIVE } from './number-head.ts';
import { type NumberPhrase, type Phrase, type Place, spanOf } from './number-place.ts';
import { isTallied } from './number-tallies.ts';
import { hasDigit, type Unit, unitsOf, wordsBefore, wordsBehind } from './number-units.ts';
import { CANDIDACY, FULL_GAS, HIDDEN } from './number-words.ts';
import {
  isAlternative,
  isBesideThing,
  isCounted,
  isCountedTicket,
  isOrdinary,
  isPartOfFigure,
  isQueue,
  isThing,
  isTrade,
  withoutWorn,
} from './numbered-things.ts';
import { isNumeralWord, type Numeral, type NumeralPlace, readNumeral } from './numerals.ts';
import { isPaddedAlone, isWorn } from './padded-numbers.ts';
import { isAnswered, isBelieved } from './stated-choice.ts';
import { isTakenSideOn } from './taken-side.ts';
import { CALL_REACH, isChant, isForAll, isKeycapChant, isOpenVote, isWhole } from './whole-comments.ts';

/** Behind these an ordinal numbers a ticket; "debat capres kedua" is the second debate. */
const ORDINAL_HEADS = words('paslon calon pasangan');

const VOTED_REACH = 6;

/** "asal bukan nomor 1", "penting jangan no 2" */
const ONLY = /^(?:asal|asalkan|penting|pokoknya|pokoke)$/;
const ONLY_NOT = /^(?:bukan|bkn|jangan|jgn|ojo|dudu)$/;

/**
 * Finds ballot-number phrases. `text` is the string that the offsets of `tokens` point into, `total` the number of its
 * tokens where these are some of its sentences only.
 */
export function findNumbers(tokens: readonly Token[], text: string, total = tokens.length): NumberPhrase[] {
  const units = unitsOf(tokens);
  const all = units.length + total - tokens.length;
  const phrases: NumberPhrase[] = [];
  for (let at = 0; at < units.length; at += 1) {
    const written = units[at]?.text ?? '';
    if (!hasDigit(written) && !isNumberWord(written)) continue;
    const phrase = phraseAt({ units, at, tokens, text, total: all });
    if (phrase) phrases.push(phrase);
  }
  return phrases;
}

/** A word or sign that stands for a number without a digit in it. */
function isNumberWord(text: string): boolean {
  return FINGER_SIGNS.has(text) || isNumeralWord(text);
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
  if (!numeral || (sign && numeral.form === 'word')) return undefined;
  if (isPartOfFigure(token, text) && !isWrittenWithStop(place)) {
    const isTicket = numeral.form === 'padded' && (isOfAllies(place) || isTallied(place));
    return isTicket ? { ...only, value: numeral.value, signal: 'subject' } : undefined;
  }
  const phrase = sign ? undefined : fingersAt(place, numeral);
  const found = phrase ?? ballotAt(place, numeral, sign);
  return found && { ...found, value: numeral.value };
}

/** "01-03 koalisi sakit hati": two tickets that do something together. */
function isOfAllies({ units, at, tokens, text }: Place): boolean {
  const [one, other] = [tokens[units[at]?.token ?? -1], tokens[units[at + 1]?.token ?? -1]];
  if (!other || !/^0[1-9]$/.test(other.text)) return false;
  return (
    /^\s?[-–]\s?$/.test(text.slice(one?.end, other.start)) &&
    wordsBehind(units, at + 1, 2).some((word) => ALLIED.has(word))
  );
}

/** "coblos 0.1", "0.2 menang telak": 02 with a stop in it, where somebody votes for it or it wins, and no figure of a race. */
function isWrittenWithStop({ units, at, tokens, text }: Place): boolean {
  const [nought, digit] = [tokens[units[at - 1]?.token ?? -1], tokens[units[at]?.token ?? -1]];
  if (!nought || !digit || !/^[1-9]$/.test(digit.text) || nought.text !== '0' || digit.breaks) return false;
  if (
    !/^[.,]$/.test(text.slice(nought.end, digit.start)) ||
    /^[.,:%]?\p{N}|^\s?%/u.test(text.slice(digit.end))
  )
    return false;
  const [verb = ''] = wordsBefore(units, at - 1, 1);
  const [next = '', second = ''] = wordsBehind(units, at, 2);
  return BALLOT_VERBS.has(verb) || (verb === '' && WON_BY.test(next) && !BARELY.test(second));
}

const WON_BY = /^(?:menang|meunang|unggul)$/;
const BARELY = /^(?:tipis|detik|poin|persen|saja|aja)$/;

/** Roman numerals and ordinals are ballot numbers behind "nomor" and "paslon" only. */
function placeOf(units: readonly Unit[], at: number): NumeralPlace {
  const one = units[at - 1]?.text ?? '';
  if (ORDINAL_HEADS.has(one)) return 'ticket';
  // "coblos nu kahiji"
  const verb = units[at - 2]?.text ?? '';
  if (one === 'nu' && (BALLOT_VERBS.has(verb) || CHOICE_VERBS.has(verb))) return 'ticket';
  return NUMBER_NOUNS.has(one) || one === 'urut' ? 'named' : 'alone';
}

function ballotAt(place: Place, numeral: Numeral, sign: boolean): Phrase | undefined {
  const { units, at, total } = place;
  const { first, named, ordered, noun, ordinal, ticket } = headOf(place, numeral, sign);
  const before = withoutWorn(wordsBefore(units, first, REACH));
  const behind = wordsBehind(units, at, REACH).filter((word) => !FINGER_SIGNS.has(word));
  const [next = ''] = behind;
  const around: Surroundings = {
    before,
    behind,
    whole: isWhole(place, first),
    short: total <= SHORT_TEXT,
    opens: isBorder(place, first) && !before.some((word) => /^\d/.test(word)),
    closes: isBorder(place, at + 1),
    part: before.findIndex((_word, steps) => isBorder(place, first - steps)),
  };
  const padded = numeral.form === 'padded';
  // "Debat capres 3" is the third debate.
  const session = before[0] === 'debat' && numeral.form !== 'padded';
  if (ticket && !named && (session || isCountedTicket(next))) return undefined;

  if (named && !ticket && isSecondOfThings(before) && !isElectoral(around)) return undefined;

  const relative = (named || ticket) && RELATIVE.has(before[0] ?? '') ? 1 : 0;
  // "nomor sa hilang": "sa" is "one" in Aceh and "my" in Papua.
  const isMine = units[at]?.text === 'sa';
  const verb = before[relative] ?? '';
  const fromVerb = first - 1 - relative;
  if (named && ONLY_NOT.test(verb) && ONLY.test(before[relative + 1] ?? ''))
    return spanOf(place, fromVerb - 1, at, 'subject', true);
  if (BALLOT_VERBS.has(verb)) {
    return !named && !ticket && !padded && isCounted(next, numeral)
      ? undefined
      : spanOf(place, fromVerb, at, 'campaign');
  }
  if (CHOICE_VERBS.has(verb)) {
    if (ticket) return spanOf(place, fromVerb, at, 'campaign');
    const supported = padded && (SUPPORT.test(verb) || REFUSED.test(before[relative + 1] ?? ''));
    if (!named && isCounted(next, numeral)) return undefined;
    if ((!supported && isOrdinary(around)) || isAlternative(behind)) return undefined;
    if (!supported && (isTrade(around) || isWorn(around)) && !isElectoral(around)) return undefined;
    if (isMine && !verb.endsWith('pileh')) return undefined;
    // "pilih nu ka hiji": the first of anything.
    if (ordinal)
      return behind.some((word) => CONSUMER.has(word) || EVERYDAY_TALK.has(word))
        ? undefined
        : spanOf(place, fromVerb, at, 'subject', true);
    if (named || padded) return spanOf(place, fromVerb, at, 'campaign');
    // "Saya pilih 2!": a poll or a vote. A hint at most, and only while such a ticket stands for election.
    return numeral.form === 'digits' && next === ''
      ? spanOf(place, fromVerb, at, 'subject', true)
      : undefined;
  }
  if (isMine) return undefined;
  if (ordinal && !noun) return undefined;
  if (ticket) return spanOf(place, REJECTING.has(verb) ? fromVerb : first, at, 'campaign');
  if ((named || padded) && isToBeVoted(around)) return spanOf(place, first, at, 'campaign');
  const candidacy =
    named &&
    (PARTY_NOUNS.has(before[0] ?? '') || (CANDIDACY.has(before[0] ?? '') && (ordered || isWon(around))));
  // "Saya pilih yang santun. Nomor 2!"
  const isAnswer = before.length === 0 || (before.length === 1 && OF_COURSE.test(before[0] ?? ''));
  if (named && isAnswer && behind.length === 0 && isChoiceBefore(units, first - before.length))
    return spanOf(place, first, at, 'subject', true);
  if (named && !ordered && before[0] === 'calon' && !isOfOtherOffice(around))
    return spanOf(place, first, at, 'subject', true);
  if (ordered || candidacy) {
    const electoral = candidacy || isElectoral(around);
    if (!electoral && isQueue(around)) return undefined;
    return !candidacy && isOrdinary(around) ? undefined : spanOf(place, first, at, 'subject', !electoral);
  }
  if ((noun || padded) && isTallied(place)) return spanOf(place, first, at, 'subject', true);
  if (noun) return isTakenSideOn(around, numeral) ? spanOf(place, first, at, 'subject', true) : undefined;
  return standingAt(place, numeral, around, sign);
}

/** "mangga lur, nomer loro wae": do signs that part a sentence stand before the unit at `index`? */
function isBorder({ units, tokens, text }: Place, index: number): boolean {
  const [one, other] = [tokens[units[index - 1]?.token ?? -1], tokens[units[index]?.token ?? -1]];
  return one !== undefined && other !== undefined && BORDER.test(text.slice(one.end, other.start));
}

const BORDER = /[,;=…\u2013\u2014]|\s-\s|\.\./;

/** "nomor 4 saja yang dicoblos", "nomer 1 kudu dipilih", "coblos ya, nomor 2". */
function isToBeVoted(around: Surroundings): boolean {
  const { before, behind } = around;
  const [picture = '', verb = ''] = before;
  // "yg dicoblos gambar no 1 ya bapak ibu"
  if (PICTURED.test(picture) && (VOTED.has(verb) || BALLOT_VERBS.has(verb))) return true;
  if (isOrdinary(around)) return false;
  const near = behind.slice(0, VOTED_REACH);
  const voted = near.findIndex((word) => VOTED.has(word) || BALLOT_VERBS.has(word));
  if (voted >= 0) return true;
  if (near.some((word, at) => CHOSEN.has(word) && DUTY.has(near[at - 1] ?? ''))) return true;
  return (
    before.slice(1, CALL_REACH).some((word) => BALLOT_VERBS.has(word)) && !THING_LINKS.has(before[0] ?? '')
  );
}

const PICTURED = /^(?:gambar|foto)(?:nya)?$/;

/** "lamaran no 1 ditolak, lanjut no 2": what the number before it numbers. */
function isSecondOfThings(before: readonly string[]): boolean {
  return before.some(
    (word, at) =>
      /^\d+$/.test(word) &&
      NUMBER_NOUNS.has(before[at + 1] ?? '') &&
      isThing(before[at + 2] ?? '', MORE_NUMBERED_THINGS),
  );
}

/** Does somebody say in the sentence before that they choose? */
function isChoiceBefore(units: readonly Unit[], first: number): boolean {
  const before = wordsBefore(units, first, REACH);
  const last = units[first]?.breaks
    ? [units[first - 1]?.text ?? '', ...wordsBefore(units, first - 1, REACH)]
    : before;
  const isThings = last.some((word) => OTHER_CANDIDACY.has(word) || EVERYDAY_TALK.has(word));
  // "siapa yg pantas? ya no 1"
  const isAsked =
    last.includes('siapa') &&
    last.some((word) => DESERVING.test(word)) &&
    !last.some((word) => PRIZES.test(word));
  return (
    !isThings &&
    (isAsked || last.some((word, at) => CHOICE_VERBS.has(word) && SELVES.has(last[at + 1] ?? '')))
  );
}

const OF_COURSE = /^(?:ya+|yo|jelas|pasti|tentu|iya)$/;
const PRIZES = /^(?:juara|jadi|dapa?e?t|hadiah|menang)$/;
const DESERVING = /^(?:pantas|pantes|layak)$/;

/** "doa utk kemenangan pasangan no 3", and no pair of players. */
function isWon(around: Surroundings): boolean {
  const { before, behind } = around;
  return WINNING.test(before[1] ?? '') && ![...before, ...behind].some(isMatch);
}

function isMatch(word: string): boolean {
  return EVERYDAY_TALK.has(word) || WARE_TALK.has(word);
}

const WINNING = /^(?:ke|pe)menangan$/;

/** "calon ketua OSIS", "drama, calon nomor 2": many more things than offices of the state have candidates. */
function isOfOtherOffice({ before, behind }: Surroundings): boolean {
  return [...before, ...behind].some((word) => OTHER_CANDIDACY.has(word) || EVERYDAY_TALK.has(word));
}

/** "yang dukung 02 klik like": a zero-padded number that somebody supports, whatever else is spoken of. */
const SUPPORT = /du?k(?:u|o)ng/;

/** "gaspol 1 buat pilkada", "gas terus 3, kita kawal pemilu": a cheer for a number where an election is spoken of, and nothing is counted. */
function isCheered(around: Surroundings): boolean {
  const { before, behind, closes } = around;
  const [cheer = '', further = ''] = before;
  const said = ONWARD.test(cheer) ? further : cheer;
  const isCheer = STEADY.has(said) || FULL_GAS.has(said);
  const [next = ''] = behind;
  const isTold = isElectoral(around) || behind.some((word) => DEBATES.has(word));
  return isCheer && (closes || next === '' || FOR.test(next)) && isTold;
}

const ONWARD = /^(?:terus|trus|trs)$/;
const FOR = /^(?:buat|bwt|untuk|utk|di|pas|menang|menangkan)$/;

/** "lawan politik uang, tetap 2!": all that is said behind the comma. */
function isLastWord({ before: [steady = ''], behind, part, short }: Surroundings): boolean {
  return short && part === 1 && behind.length === 0 && UNMOVED.test(steady);
}

/** "tetep 1 ga berubah" */
function isUnshaken([not = '', changed = '', ...rest]: readonly string[]): boolean {
  return (
    rest.every((word) => PARTICLES.has(word)) &&
    REFUSED.test(not) &&
    /^(?:berubah|goyah|goyang|pindah|geser|berpaling)$/.test(changed)
  );
}

const OFFICE_OF = /^(?:pil(?:pres|gub|kada)|ca(?:pres|gub)|presiden|gubernur)nya$/;

/** "all in 2", "hidup 3" */
const CHEERS = /^(?:all in| hidup)$/;

const UNMOVED = /^(?:te?te?[ap]?p|tetap|tetep|teteup|fix)$/;

/** "ga ada alasan buat ga milih 01" */
const REFUSED = /^(?:ga|gak|nggak|ngga|tidak|tdk|kagak|ora|moal|jangan|jgn)$/;

/** Words near `at` in its sentence and in those beside it: more sentences are not always read. */
function nearSentences(units: readonly Unit[], at: number): string[] {
  let first = at;
  const least = Math.max(0, at - SHORT_TEXT);
  const most = Math.min(units.length, at + SHORT_TEXT);
  for (let breaks = 0; first > least; first -= 1) if (units[first]?.breaks && ++breaks > 1) break;
  let last = at + 1;
  for (let breaks = 0; last < most; last += 1) if (units[last]?.breaks && ++breaks > 1) break;
  return units.slice(first, last).map(({ text }) => text);
}

/** "02 yess", and a number of one digit that only its neighbours in the text can make a ballot number. */
function standingAt(place: Place, numeral: Numeral, around: Surroundings, sign: boolean): Phrase | undefined {
  const { units, at, tokens, text, total } = place;
  const { before, behind, whole } = around;
  const [next = ''] = behind;
  const token = tokens[units[at]?.token ?? -1];
  if (!token) return undefined;
  if (isAnswered(place, around)) return spanOf(place, at, at, 'subject', true);
  const isSteady = STEADY.has(before[0] ?? '') || CHEERS.test(`${before[1] ?? ''} ${before[0] ?? ''}`);
  const steady = numeral.keycap === false && isSteady && (whole || isLastWord(around) || isUnshaken(behind));
  if (numeral.keycap && isKeycapChant(place)) return spanOf(place, at, at, 'subject', true);
  if (numeral.form === 'word')
    return steady || isChant(place) || isForAll(place, around)
      ? spanOf(place, at, at, 'subject', true)
      : undefined;
  if (numeral.form === 'padded') {
    // "#02" numbers a series of pictures.
    if (sign && !PRAISE.has(next) && !CHOICE.has(before[0] ?? ''))
      return nearSentences(units, at).some(isElectoralWord)
        ? spanOf(place, at, at, 'subject', true)
        : undefined;
    const [previous = '', following = ''] = [units[at - 1]?.text, units[at + 1]?.text];
    const alone = isPaddedAlone({ token, text, previous, next: following, around }, numeral);
    return alone ? spanOf(place, at, at, 'subject', true) : undefined;
  }
  if (sign || numeral.value > 9 || before[0] === 'atau') return undefined;
  // "caleg asal, pilpresnya 3"
  if (OFFICE_OF.test(before[0] ?? '') && behind.every((word) => PARTICLES.has(word)))
    return spanOf(place, at, at, 'subject', true);
  const rated =
    total <= SHORT_TEXT &&
    isOpinion(next) &&
    areRated([...[...before].reverse(), String(numeral.value), ...behind]);
  if (
    steady ||
    isCheered(around) ||
    rated ||
    isContender(around) ||
    isOpenVote(place, around) ||
    isBelieved(around)
  )
    return spanOf(place, at, at, 'subject', true);
  if ((next !== '' && !PRAISE.has(next) && !isCampaign(behind)) || isBesideThing(around)) return undefined;
  const cheered =
    numeral.keycap && at === 0 && total <= CALL_REACH && (PRAISE.has(next) || isCampaign(behind));
  if (cheered) return spanOf(place, at, at, 'subject', true);
  return { ...spanOf(place, at, at, 'supporting', true), bare: true };
}
