import {
  AT_HOME,
  BOUGHT,
  CHOICE,
  CHOICE_VERBS,
  CONSUMER,
  CONVOYS,
  CROWD,
  DAILY_NEWS,
  ELECTORAL_NOUNS,
  EVERYDAY_TALK,
  HANDOUTS,
  MORE_NUMBERED_THINGS,
  MOVED,
  NUISANCE,
  NUMBER_NOUNS,
  NUMBERED_THINGS,
  OTHER_CONVOYS,
  PADDED_BEFORE,
  PADDED_UNITS,
  PARTICLES,
  PRAISE,
  SELVES,
  SENT,
  SIDES,
  STEADY,
  THOUGHTS,
  TO_PEOPLE,
  WARE_TALK,
} from '../../language/vocabulary.ts';
import type { Token } from '../../text/normalize.ts';
import { isOpener, isOpinion, type Surroundings } from './number-context.ts';
import { RELATIVE } from './number-head.ts';
import {
  FUNCTION_WORDS,
  isAlternative,
  isNoAnswer,
  isThing,
  isTrade,
  THING_REACH,
} from './numbered-things.ts';
import type { Numeral } from './numerals.ts';
import { isChosen, isPraised } from './taken-side.ts';

/** The same, where offices and supporters count right beside the number only: "gubernur meninjau posko Melati 02". */
function isSurelyElectoral({ before, behind }: Surroundings): boolean {
  return [before, behind].some((side) =>
    side.some((word, at) => ELECTORAL_NOUNS.has(word) && (at < 2 || !DAILY_NEWS.has(word))),
  );
}

/** "cushion 01 light atau 02 natural": of two things one is asked for. */
function isOtherChoice({ before, behind }: Surroundings, electoral: boolean): boolean {
  const [or, named = '', ...rest] = before;
  const isSecond =
    (or === 'atau' && !PADDED.test(named) && rest.some((word) => PADDED.test(word))) ||
    (or === 'apa' && PADDED.test(named));
  const isFirst = behind.some((word, at) => OR.test(word) && PADDED.test(behind[at + 1] ?? ''));
  return !electoral && (isFirst || isSecond);
}

const PADDED = /^0[1-9]$/;
const OR = /^(?:atau|apa)$/;
const FOR = /^(?:buat|bwt|untuk|utk)$/;

/** "02 harga mati", "tetanggaku 01 garis keras", "03 anak bangsa": said of followers and of people only. */
const PARTISAN = /^(?:harga mati|garis keras|anak (?:bangsa|haram|emas|kesayangan))$/;

/** "jgn sampe 01 menang" */
const UNTIL = /^sampa?[ei]$/;

const AGAINST = /^(?:lawan|vs|versus)$/;

const STOPS = /^(?:jangan|jgn|jngn|ojo|ulah|kalo|kalau|klo|misal)$/;

/** What "02" stands in: its token, the text, and the units on both sides in whatever sentence. */
export interface PaddedPlace {
  readonly token: Token;
  readonly text: string;
  readonly previous: string;
  readonly next: string;
  readonly around: Surroundings;
}

/** "02 yess": a zero-padded number as a word of its own, and no time, date, address, class, list or phone number. */
export function isPaddedAlone(
  { token, text, previous, next, around }: PaddedPlace,
  numeral: Numeral,
): boolean {
  if (
    isHouseDivided(around) ||
    isGivenAway(around) ||
    isBought(around) ||
    isOfCommenters(around) ||
    isOnTheRoad(around) ||
    isMatchOfThree(around)
  )
    return true;
  if (isOtherConvoy(around)) return false;
  const wordBefore = headOfList(around.before);
  const [wordBehind = '', second = ''] = around.behind;
  // "gagasan 01 soal pendidikan"
  const isTopic = wordBehind === 'soal' && around.behind.slice(2, 5).some(isOpinion);
  const isThought = (THOUGHTS.has(wordBefore) && wordBehind === 'soal') || isTopic;
  const electoral = isThought || isSurelyElectoral(around);
  // A long text is no comment on a debate: "cushion 02", "sampul 01" number things there.
  const isPartisan = around.short && PARTISAN.test(`${wordBehind} ${second}`);
  const isNeutralOpening = electoral || isPartisan || isOpener(wordBefore) || wordBefore === '';
  if (!isNeutralOpening && (!around.short || isOfWares(around))) return false;
  const cheered = PRAISE.has(wordBehind) || isPartisan;
  if (numeral.letter && !electoral && !cheered && !CHOICE.has(wordBefore)) return false;
  if (isAlternative(around.behind) || isOtherChoice(around, electoral) || isInDate(around)) return false;
  if (!electoral && (isTrade(around) || isWorn(around))) return false;
  const reached =
    (wordBefore === 'ke' && (isMoved(around.before.slice(1)) || isChosen(around.before, numeral))) ||
    // "abdi mah ka 01"
    (wordBefore === 'ka' && around.before[1] === 'mah') ||
    (wordBefore === 'absen' && wordBehind === 'dari' && !isThing(second, MORE_NUMBERED_THINGS)) ||
    (UNTIL.test(wordBefore) && STOPS.test(around.before[1] ?? ''));
  if (!electoral && isSecondOfThings(around)) return false;
  if (
    (isThing(wordBefore, PADDED_BEFORE) && !reached) ||
    (!FOR.test(wordBefore) &&
      !ELECTORAL_NOUNS.has(wordBefore) &&
      around.before.slice(0, THING_REACH).some(isLongNumber))
  )
    return false;
  // "01 no debat" is English, "01 no 5" a house.
  const refused = wordBehind === 'no' && /^[a-z]{4}/.test(around.behind[1] ?? '');
  if (
    !isThought &&
    PADDED_UNITS.has(wordBehind) &&
    !PRAISE.has(wordBehind) &&
    !isPartisan &&
    !FUNCTION_WORDS.has(wordBehind) &&
    !refused
  )
    return false;
  // "aku 02 rek": said to the others, and no account of a bank.
  const followed = around.behind.slice(0, 2).filter((word) => !CROWD.has(word));
  const near = [...around.before.slice(0, THING_REACH), ...followed].filter(isNoAnswer);
  if (!electoral && !CHOICE_VERBS.has(wordBefore) && near.some((word) => isThing(word, NUMBERED_THINGS)))
    return false;
  // A team of players has a number too, "saya tim 02" has a candidate.
  const isOwnSide = SELVES.has(around.before[1] ?? '') || isPraised(around.behind);
  // "anak 02" was born in 2002.
  if (SIDES.has(wordBefore) && !electoral && (!isOwnSide || wordBefore === 'anak')) return false;
  // "01 lawan 02 seru"
  const [against = '', other = ''] = around.behind;
  const debated =
    electoral || around.before.includes('debat') || (AGAINST.test(against) && PADDED.test(other));
  // "nilai buat 03: 90", "02 58 persen"
  const isShare = isOtherNumber(next) && /^(?:persen|prsen|suara|putaran)$/.test(around.behind[1] ?? '');
  // "Urang awak kompak 02, 86%"
  const isVoted = CHOICE.has(wordBefore) && /^,?\s?\d{1,2}\s?%/.test(text.slice(token.end, token.end + 6));
  if (!debated && !isShare && !isVoted && !TO_PEOPLE.has(wordBefore) && [previous, next].some(isOtherNumber))
    return false;
  const lineStart = /(?:^|\n)\s*$/.test(text.slice(Math.max(0, token.start - 8), token.start));
  const sign = text.slice(token.end, token.end + 2);
  if (!electoral && isListItem(token, text) && !isOpinion(next)) return false;
  if (lineStart && /^[.)](?:\s|$)/.test(sign) && text.length > token.end + 1 && !isOpinion(next))
    return false;
  return !/[+\p{Sc}"'“(/]$|rp\.?\s?$|\p{L}-$/iu.test(text.slice(Math.max(0, token.start - 4), token.start));
}

/** "konvoi 02 bikin macet", "siapa ikut konvoi 01 besok": what crowds of a campaign do on a road. */
function isOnTheRoad(around: Surroundings): boolean {
  const { before, behind } = around;
  const [crowd = '', joining = ''] = before;
  if (!CONVOYS.has(crowd) || isOtherConvoy(around)) return false;
  const said = [...before, ...behind];
  const isNuisance = said.some(
    (word, at) => NUISANCE.has(word) || (word === 'macet' && MAKING.test(said[at - 1] ?? '')),
  );
  return isNuisance || (crowd === 'konvoi' && JOINING.test(joining));
}

/** Pilgrims and clubs travel in numbered groups. */
function isOtherConvoy({ before, behind }: Surroundings): boolean {
  return CONVOYS.has(before[0] ?? '') && [...before, ...behind].some((word) => OTHER_CONVOYS.has(word));
}

const MAKING = /^(?:bikin|buat|bkin|sampai|sampe)$/;
const JOINING = /^(?:ikut|ikutan|gabung)$/;

/** "01 lawan 02 seru, 03 wasit": of three, and nothing before them that has numbers. */
function isMatchOfThree({ before, behind, short }: Surroundings): boolean {
  const [against = '', other = '', ...rest] = behind;
  if (!short || before.length > 0 || !AGAINST.test(against) || !PADDED.test(other)) return false;
  return rest.some((word) => PADDED.test(word));
}

/** "yg komen 01 semua" */
function isOfCommenters({ before: [commenting = '', who = ''], behind }: Surroundings): boolean {
  const isSaid = COMMENTING.test(commenting) && RELATIVE.has(who) && COMMENTERS.test(behind[0] ?? '');
  return isSaid && !behind.some((word) => REWARDED.test(word));
}

/** "yg komen 01 semua dapat stiker" */
const REWARDED = /^(?:dapa?e?t|hadiah|giveaway|jawab|benar|bener|salah)/;
const COMMENTING = /^(?:komen|komentar|ngomen|komennya)$/;
const COMMENTERS = /^(?:semua|semuanya|pada|akun|akunnya|isinya|kebanyakan|rata2)$/;

/** "suami 02 istri 01": two of one house, each with a number of their own and nothing that has one. */
function isHouseDivided({ before: [own = '', thing = '', ...far], behind }: Surroundings): boolean {
  // "suami 02 istri 01 nomor antre"
  if ([thing, ...far, ...behind].some((word) => NUMBER_NOUNS.has(word) || OF_ORDER.test(word))) return false;
  const rest = BUT.test(behind[0] ?? '') ? behind.slice(1) : behind;
  const isFirst = AT_HOME.has(own) && AT_HOME.has(rest[0] ?? '') && PADDED.test(rest[1] ?? '');
  if (isFirst) return !hasNumbers(thing);
  const [number = '', other = '', owned = ''] = BUT.test(thing) ? far : [thing, ...far];
  return AT_HOME.has(own) && PADDED.test(number) && AT_HOME.has(other) && !hasNumbers(owned);
}

/** Is it something that has a number of its own anyway? */
function hasNumbers(thing: string): boolean {
  return isThing(thing, PADDED_BEFORE) || isThing(thing, MORE_NUMBERED_THINGS);
}

const OF_ORDER = /^(?:kode|kelompok|urutan|absen|undangan|kloter|gelang|shift|antre|antri)/;
const BUT = /^(?:tapi|tp|sama|dan|sedangkan)$/;

/** "kaos 03 di posko" */
function isGivenAway({ before, behind }: Surroundings): boolean {
  const [ware = ''] = before;
  const said = [...before, ...behind];
  return HANDOUTS.has(ware) && said.includes('posko') && said.some((word) => GIVEN.test(word));
}

const GIVEN = /^(?:(?:di)?bagi(?:2|kan|in)?|gratis|merapat|dapa?e?t|numpuk|banyak)$/;

/** "ahli pesanan 03", and no "media pesanan 02 dari klien" */
function isBought({ before: [bought = '', who = ''], behind }: Surroundings): boolean {
  return (
    BOUGHT.has(bought) && SENT.has(who) && !/^(?:dari|untuk|utk|buat|siap|sudah|jadi)$/.test(behind[0] ?? '')
  );
}

/** "hati ke 02", "hatiku tetap ke 02", "insting gue sih ke 02". */
function isMoved(before: readonly string[]): boolean {
  const said = before.find(
    (word) => !SELVES.has(word) && !STEADY.has(word) && !PARTICLES.has(word) && word !== 'kecilku',
  );
  return MOVED.has(said ?? '');
}

/** "album 02 lebih asik dari 01": what the other one numbers. */
function isSecondOfThings({ before }: Surroundings): boolean {
  return before.some((word, at) => PADDED.test(word) && isThing(before[at + 1] ?? '', PADDED_BEFORE));
}

/** "03 nya luntur" */
export function isWorn({ behind }: Surroundings): boolean {
  return behind.slice(0, 2).some((word) => WARE_TALK.has(word));
}

/** Something is said behind the number that shops, games and teachers say: "opening 02 anime ini kurang greget". */
function isOfWares({ behind }: Surroundings): boolean {
  return behind.some((word) => EVERYDAY_TALK.has(word) || CONSUMER.has(word));
}

/** How far on both sides of a number another item of its list begins. */
const ITEM_REACH = 80;

const ITEMS = /(?:^|[^\p{L}\p{N}])0[1-9]\s?[.)|_]\s?\p{L}.*[^\p{L}\p{N}]0[1-9]\s?[.)|_]\s?\p{L}/su;

/** "01. Pembukaan 02. Sambutan", "01 | Andi 02 | Budi". */
function isListItem({ start, end }: Token, text: string): boolean {
  return (
    /^\s?[.)|_]\s?\p{L}/u.test(text.slice(end, end + 4)) &&
    ITEMS.test(text.slice(Math.max(0, start - ITEM_REACH), end + ITEM_REACH))
  );
}

/** "02 03 2023", once its signs are lost. */
function isInDate({ before: [previous = ''], behind: [next = '', afterNext = ''] }: Surroundings): boolean {
  return isDay(next) ? YEAR.test(afterNext) : isDay(previous) && YEAR.test(next);
}

const YEAR = /^(?:19|20)\d\d$/;

function isDay(word: string): boolean {
  return /^[0-3]?\d$/.test(word);
}

/** Of "sampel 01 dan 02" the word before the first number. */
function headOfList(before: readonly string[]): string {
  let at = 0;
  while (before[at] === 'dan' && /^0[1-9]$/.test(before[at + 1] ?? '')) at += 2;
  return before[at] ?? '';
}

function isLongNumber(word: string): boolean {
  return /^\d{3,}$/.test(word);
}

function isOtherNumber(word: string): boolean {
  return /^\d/.test(word) && !/^0[1-9](?!\d{3})/.test(word);
}
