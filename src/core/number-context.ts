import type { Token } from './normalize.ts';
import type { Numeral } from './numerals.ts';
import {
  BEARING,
  CHOICE,
  CHOICE_VERBS,
  CONSUMER,
  DAILY_NEWS,
  ELECTORAL_NOUNS,
  EVERYDAY_TALK,
  LEGAL_TEXTS,
  LINKS,
  MORE_NUMBERED_THINGS,
  NO_REMARK,
  NUMBER_NOUNS,
  NUMBERED_THINGS,
  OFFICES,
  OPENERS,
  OPINION,
  PADDED_BEFORE,
  PADDED_UNITS,
  PARTICLES,
  PEOPLE,
  PRAISE,
  RANK_PLACES,
  SELVES,
  SIDES,
  STEADY,
  THOUGHTS,
  TO_PEOPLE,
  UNITS,
  wordSet as words,
} from './vocabulary.ts';

/** What stands around a ballot-number phrase in its sentence, nearest word first. */
export interface Surroundings {
  readonly before: readonly string[];
  readonly behind: readonly string[];
  /** Nothing else stands in the text. */
  readonly whole: boolean;
  /** The whole text has the length of a comment. */
  readonly short: boolean;
}

/** How many words are looked at on each side. */
export const REACH = 8;
const ORDINARY_REACH = 4;
/** Units of a comment. */
export const SHORT_TEXT = 24;
const THING_REACH = 3;
const OPINION_REACH = 5;

/** Behind a number they open a phrase as often as they count: "paslon 2 di ...", "pilih 2 di antara". */
const FUNCTION_WORDS = words('di ini itu yang dari sama saja sampai per');
const SUFFIX = /(?:nya|ne|na|ku|mu)$/;

/** A digit right behind `.` `,` `:` `/` `-` or a percent sign: a time, a date, a price, a score, an address. */
export function isPartOfFigure(token: Token | undefined, text: string): boolean {
  if (!token) return true;
  const ahead = text.slice(token.end, token.end + 4);
  const behind = text.slice(Math.max(0, token.start - 2), token.start);
  // "02-nya" is the ticket, "2-A" an address; "02,gas" lacks its space.
  return /^(?:[.,:]\p{N}|[/–-](?!n?y?an?\b)[\p{L}\p{N}]|\s?%)/u.test(ahead) || /\p{N}[.,:/–-]$/u.test(behind);
}

/** "coblos 5 surat suara", "pilih dua di antara": the number counts what follows. */
export function isCounted(next: string, { form }: Numeral): boolean {
  if (UNITS.has(next))
    return form === 'word' || !FUNCTION_WORDS.has(next) || next === 'per' || next === 'dari';
  // "coblos dua duanya", "pilih satu per satu".
  return form === 'word' && /^(?:duanya|satunya|tiganya|satu|dua)$/.test(next);
}

/** Behind "paslon" a function word says nothing: "paslon 2 dari awal siap", "paslon kedua di surat suara". */
export function isCountedTicket(next: string): boolean {
  return UNITS.has(next) && !FUNCTION_WORDS.has(next);
}

/** Queues, houses, quizzes, paragraphs: things of ordinary life that have numbers of their own. */
export function isOrdinary({ before, behind }: Surroundings): boolean {
  const near = [...before.slice(0, ORDINARY_REACH), ...behind.slice(0, ORDINARY_REACH).filter(isNoAnswer)];
  return near.some((word) => isThing(word, NUMBERED_THINGS)) || isLegal(before, behind);
}

/** "no 3 jawabannya ngambang" is a debate, "jawaban no 3" a quiz. */
function isNoAnswer(word: string): boolean {
  return !word.startsWith('jawab');
}

/** A word of elections and of nothing else stands in the sentence. */
export function isElectoral({ before, behind }: Pick<Surroundings, 'before' | 'behind'>): boolean {
  return [...before, ...behind].some((word) => ELECTORAL_NOUNS.has(word));
}

/** The same, where offices and supporters count right beside the number only: "gubernur meninjau posko Melati 02". */
function isSurelyElectoral({ before, behind }: Surroundings): boolean {
  return [before, behind].some((side) =>
    side.some((word, at) => ELECTORAL_NOUNS.has(word) && (at < 2 || !DAILY_NEWS.has(word))),
  );
}

/** Something else than a ticket may have this number: "nomor urut pendaftaran 5", "juara 1". */
export function isBesideThing({ before, behind }: Surroundings): boolean {
  const near = [...before.slice(0, ORDINARY_REACH), ...behind.slice(0, ORDINARY_REACH)];
  return near.some((word) => word === 'juara' || isThing(word, MORE_NUMBERED_THINGS));
}

/** "no 3 mantap": somebody praises, chooses or rejects number 3, and not a room, a rank, a question or an article. */
export function isTakenSideOn(around: Surroundings, numeral: Numeral): boolean {
  const { before, behind, whole } = around;
  const [next = ''] = behind;
  const [previous = ''] = before;
  if (isOrdinary(around) || NO_SIDE.has(next) || isAlternative(behind)) return false;
  if (THOUGHTS.has(previous)) return !hasEverydayTalk(around);
  if (isRank(behind)) return false;
  if (PEOPLE.has(previous)) return !hasEverydayTalk(around);
  if (SELVES.has(next) && behind[1] === 'banget') return false;
  if (before.slice(0, THING_REACH).some((word) => isThing(word, MORE_NUMBERED_THINGS))) return false;
  const electoral = [...before.filter((word, at) => at > 0 || !OFFICES.has(word)), ...behind];
  if (whole || electoral.some((word) => ELECTORAL_NOUNS.has(word))) return true;
  if (
    behind
      .slice(0, 2)
      .filter(isNoAnswer)
      .some((word) => isThing(word, MORE_NUMBERED_THINGS))
  )
    return false;
  if (hasEverydayTalk(around)) return false;
  if (isChosen(before, numeral) || /^menang/.test(next)) return true;
  if (behind.slice(0, 2).some((word) => OPINION.has(word)) && !isQuiz(behind)) return true;
  return (
    (isOpener(previous) && (isPraised(behind) || isActing(behind, numeral))) || isRemark(around, numeral)
  );
}

function hasEverydayTalk({ before, behind }: Surroundings): boolean {
  return [...before.slice(0, ORDINARY_REACH), ...behind].some((word) => EVERYDAY_TALK.has(word));
}

/** Behind a number that is one of several, or counts. */
const NO_SIDE = words('per jam menit apa apaan');

/** "tetap no 1", "saya kecewa dengan no 1": a choice before the number, and nobody else's thing before the choice. */
function isChosen(before: readonly string[], { form }: Numeral): boolean {
  let at = 0;
  while (at < LINKS_REACH && LINKS.has(before[at] ?? '')) at += 1;
  const choice = before[at] ?? '';
  // "Keluarga tetap nomor satu" is a rank.
  return (
    (CHOICE.has(choice) || CHOICE.has(choice.replace(SUFFIX, ''))) &&
    ((form !== 'word' && STEADY.has(choice)) || isOpener(before[at + 1] ?? ''))
  );
}

const LINKS_REACH = 3;

function isPraised(behind: readonly string[]): boolean {
  return behind.slice(0, OPINION_REACH).some((word, at) => {
    return isOpinion(word) && !isQuiz(behind.slice(at, at + 3));
  });
}

/** "no 3 jawabannya apa", "nomor 3 jawabannya B". */
function isQuiz(words: readonly string[]): boolean {
  return words.some((word, at) => /jawab/.test(word) && QUIZ.test(words.slice(at + 1, at + 3).join(' ')));
}

const QUIZ = /^(?:yang |yg )?(?:[a-e]|apa|apaan|mana|berapa|brp|gimana|bukan|opo)(?: |$)/;

/** "no 1 ngajak berantem", "nomor 3 terlalu normatif": only people act like that. */
function isActing([next = '', ...rest]: readonly string[], { form }: Numeral): boolean {
  if (form === 'word' && !BEARING.has(next)) return false;
  if (rest.slice(0, ORDINARY_REACH).some((word) => CONSUMER.has(word))) return false;
  return BEARING.has(next) || (ACTIVE.test(next) && !NOT_ONLY_PEOPLE.test(next));
}

/**
 * Whatever a short comment says of "no 3" is mostly said of a candidate while such a ticket stands: people name things
 * that have numbers. Not in words, since "nomor satu" is a rank, and no rule may tell 1 from 2.
 */
function isRemark({ before, behind: all, short }: Surroundings, { form }: Numeral): boolean {
  // "no 1 dan 3 hanya mengkritik"
  const behind = all[0] === 'dan' && /^\d/.test(all[1] ?? '') ? all.slice(2) : all;
  const [next = ''] = behind;
  if (!short || form === 'word') return false;
  // At the end of its sentence somebody has to be spoken of: "bersama no 2", "hebat kamu no 3".
  if (next === '' || PARTICLES.has(next)) {
    const last = before[0] ?? '';
    return (
      before.some((word) => word.startsWith('pilihan')) ||
      TO_PEOPLE.has(last) ||
      before.slice(0, 2).some((word) => isOpinion(word) && !PARTICLES.has(word))
    );
  }
  if (!isOpener(before[0] ?? '') || SELVES.has(before[0] ?? '') || RANKED_BEFORE.has(before[0] ?? ''))
    return false;
  if (SELVES.has(next) || PEOPLE.has(next) || PASSIVE.test(next) || NO_REMARK.has(next)) return false;
  return !isQuiz(behind) && ![...before, ...behind].some((word) => CONSUMER.has(word));
}

/** "kita no 1 terus covidnya", "emang no 1 di sini". */
const RANKED_BEFORE = words('kita kami ini itu emang memang emg jadi lagi');

/** "nomor 2 diperbaiki dulu". */
const PASSIVE = /^di[a-z]{4}/;

/** "nomor 1 atau nomor 2?", "nomor 1 sampai 5". */
export function isAlternative([next = '', second = '']: readonly string[]): boolean {
  return /^(?:atau|apa|sampai|hingga|sd)$/.test(next) && (/^\d/.test(second) || NUMBER_NOUNS.has(second));
}

/** Prefixes of active verbs. */
const ACTIVE = /^(?:me[mnlrwy][a-z]{3}|ng[aeiou][a-z]{2}|ny[aeiou][a-z]{2}|ber[a-z]{4})/;
/** What an article, a song or a joke does too. */
const NOT_ONLY_PEOPLE =
  /^(?:mengatur|membahas|membuat|menunjuk|menyata|merupa|menjadi|memiliki|mempunyai|menampil|menyusul|mengena|meliputi|memuat|menurut|melayan|menjebak|menyalip|merah|mending|ngakak|nyesek|nyata|berapa|berisi|berlaku|berasa|bersama|berikut|bernilai|berwarna|mentok|meledak|meresap|melejit|nyaman|ngena)/;

/** What stands before the number is no thing that has a number. */
export function isOpener(word: string): boolean {
  return /^\d?$/.test(word) || OPENERS.has(word) || CHOICE.has(word) || isOpinion(word);
}

/** "nomor 1 di hati", "no 2 terbesar di dunia". */
function isRank([next = '', second = '']: readonly string[]): boolean {
  // "no 2 dari kiri cantik": people in a picture.
  if (next === 'dari' && SIDES_OF_PICTURE.has(second)) return true;
  if (next === 'terbaik' && /^(?:untuk|utk|buat|bagi)$/.test(second)) return false;
  return RANK_PLACES.has(next) || RANKED.test(next);
}

const SIDES_OF_PICTURE = words('kiri kanan atas bawah depan belakang tengah pinggir');

const RANKED =
  /^(?:ter(?:besar|banyak|tinggi|kaya|laris|top|populer|panjang|cepat|murah|mahal|enak|favorit|lengkap|baik|hebat|tua|kuat|ramai|viral|indah|bersih|percaya)|se(?:kota|indonesia|dunia|asia|kabupaten|provinsi|nusantara))/;

function isOpinion(word: string): boolean {
  return PRAISE.has(word) || OPINION.has(word);
}

function isThing(word: string, things: ReadonlySet<string>): boolean {
  return things.has(word) || things.has(word.replace(SUFFIX, ''));
}

function isLegal(before: readonly string[], behind: readonly string[]): boolean {
  return (
    /^(?:tahun|thn|th|ttg|tentang|(?:19|20)\d\d)$/.test(behind[0] ?? '') ||
    before.slice(0, OPINION_REACH).some((word) => LEGAL_TEXTS.has(word))
  );
}

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
  const wordBefore = headOfList(around.before);
  const [wordBehind = ''] = around.behind;
  const electoral = isSurelyElectoral(around);
  // A long text is no comment on a debate: "cushion 02", "sampul 01" number things there.
  if (!electoral && !around.short && !isOpener(wordBefore) && wordBefore !== '') return false;
  if (numeral.letter && !electoral && !PRAISE.has(wordBehind) && !CHOICE.has(wordBefore)) return false;
  if (isAlternative(around.behind) || isInDate(around)) return false;
  const reached = wordBefore === 'ke' && isChosen(around.before, numeral);
  if (
    (isThing(wordBefore, PADDED_BEFORE) && !reached) ||
    around.before.slice(0, THING_REACH).some(isLongNumber)
  )
    return false;
  if (PADDED_UNITS.has(wordBehind) && !PRAISE.has(wordBehind) && !FUNCTION_WORDS.has(wordBehind))
    return false;
  const near = [...around.before.slice(0, THING_REACH), ...around.behind.slice(0, 2)].filter(isNoAnswer);
  if (!electoral && !CHOICE_VERBS.has(wordBefore) && near.some((word) => isThing(word, NUMBERED_THINGS)))
    return false;
  // A team of players has a number too.
  if (SIDES.has(wordBefore) && !electoral && !isPraised(around.behind)) return false;
  const debated = electoral || around.before.includes('debat');
  if (!debated && [previous, next].some(isOtherNumber)) return false;
  const lineStart = /(?:^|\n)\s*$/.test(text.slice(Math.max(0, token.start - 8), token.start));
  const sign = text.slice(token.end, token.end + 2);
  if (!electoral && isListItem(token, text) && !isOpinion(next)) return false;
  if (lineStart && /^[.)](?:\s|$)/.test(sign) && text.length > token.end + 1 && !isOpinion(next))
    return false;
  return !/[+\p{Sc}"'“(/]$|rp\.?\s?$|\p{L}-$/iu.test(text.slice(Math.max(0, token.start - 4), token.start));
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
  return /^\d/.test(word) && !/^0[1-9]/.test(word);
}
