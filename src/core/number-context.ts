import { isElectoralTag } from './hashtags.ts';
import type { Token } from './normalize.ts';
import type { Numeral } from './numerals.ts';
import {
  ALLIED,
  BEARING,
  CAMPS,
  CHOICE,
  CHOICE_VERBS,
  CONSUMER,
  DAILY_NEWS,
  DEBATED,
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
  PERCEPTION,
  PRAISE,
  RANK_PLACES,
  SELVES,
  SIDES,
  STEADY,
  THOUGHTS,
  TO_PEOPLE,
  UNITS,
  WARE_TALK,
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
  // "jawaban no 1 berbobot" is a debate as well.
  const spoken = isSpoken(before, behind);
  const ahead = before.slice(0, ORDINARY_REACH).filter((word) => isNoAnswer(word) || !spoken);
  const near = [...ahead, ...behind.slice(0, ORDINARY_REACH).filter(isNoAnswer)];
  return near.some((word) => isThing(word, NUMBERED_THINGS)) || isLegal(before, behind);
}

/** "no 3 jawabannya ngambang" is a debate, "jawaban no 3" a quiz. */
function isNoAnswer(word: string): boolean {
  return !word.startsWith('jawab');
}

/** Something is said that is said of speakers in a debate only, and no answer to a quiz. */
function isDebated(behind: readonly string[]): boolean {
  const near = behind.slice(0, 3);
  return near.some((word) => DEBATED.has(word)) && !near.some(isAnswer) && !isQuiz(behind);
}

/** An answer given in a debate: "jawaban no 1 berbobot", "ngakak sama jawaban no 2", "paling bener jawaban no 1". */
function isSpoken(before: readonly string[], behind: readonly string[]): boolean {
  const [, judged = '', second = ''] = before;
  return (
    isDebated(behind) ||
    (CHOICE.has(second) && LINKS.has(judged)) ||
    (COMPARING.has(second) && CHOICE.has(judged) && !QUIZ.test(behind.slice(0, 2).join(' ')))
  );
}

const COMPARING = words('paling lebih makin semakin');

function isAnswer(word: string): boolean {
  return word === 'ini' || word === 'itu' || word === 'apa';
}

/** A word of elections and of nothing else stands in the sentence. */
export function isElectoral({ before, behind }: Pick<Surroundings, 'before' | 'behind'>): boolean {
  return [...before, ...behind].some(
    (word) => ELECTORAL_NOUNS.has(word) || (word.startsWith('#') && isElectoralTag(word.slice(1))),
  );
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
  const isCandid = next === 'apa' && behind[1] === 'adanya';
  if (isOrdinary(around) || (NO_SIDE.has(next) && !isCandid) || isAlternative(behind)) return false;
  if (isTrade(around) && !isElectoral(around)) return false;
  if (CAMPS.has(previous)) return true;
  if (THOUGHTS.has(previous)) return !hasEverydayTalk(around);
  if (whole) return !hasEverydayTalk(around);
  if (isRank(behind)) return false;
  if (PEOPLE.has(previous)) return !hasEverydayTalk(around);
  if (SELVES.has(next) && behind[1] === 'banget') return false;
  const debated = isDebated(behind);
  // "nomor satu itu jujur" says what comes first, and so does "nomer siji awakmu".
  if (numeral.form === 'word' && FIRST_OF_ALL.has(next) && !debated) return false;
  const answered = isSpoken(before, behind);
  // "TPS saya nomor 3 menang" tells of a count, "TPS nomor 3" where it was.
  const isTally = previous !== 'tps' && /^(?:menang|meunang|unggul|kalah|dapat|dapet)/.test(next);
  const spoken = (word: string) => (answered && !isNoAnswer(word)) || (isTally && word === 'tps');
  if (before.slice(0, THING_REACH).some((word) => isThing(word, MORE_NUMBERED_THINGS) && !spoken(word)))
    return false;
  const electoral = [...before.filter((word, at) => at > 0 || !OFFICES.has(word)), ...behind];
  if (electoral.some((word) => ELECTORAL_NOUNS.has(word))) return true;
  if (
    behind
      .slice(0, 2)
      .filter(isNoAnswer)
      .some((word) => isThing(word, MORE_NUMBERED_THINGS))
  )
    return false;
  if (hasEverydayTalk(around)) return false;
  if (isCandid && isOpener(previous)) return true;
  if (isChosen(before, numeral) || (isOpener(previous) && WON.test(next)) || isDare(behind)) return true;
  // "yg pake kemeja putih no 3 kalem"
  const isSomebody = isOpener(previous) || before.some((word) => WEARING.has(word));
  if (isSomebody && behind.slice(0, 2).some((word) => OPINION.has(word)) && !isQuiz(behind)) return true;
  // "Ide no 1 omdo": no opener, but nothing that is said of things.
  if (debated && numeral.form !== 'word' && around.short) return true;
  // "aku nomor dua kok selalu" complains of a rank.
  const acts = isActing(behind, numeral) && (numeral.form !== 'word' || !SELVES.has(previous));
  return (isOpener(previous) && (isPraised(behind) || acts)) || isRemark(around, numeral);
}

const FIRST_OF_ALL = words('itu adalah iku kuwi kui awakmu kowe koe kamu sampean maneh anjeun');

const WEARING = words('pake pakai make memakai berbaju berkemeja');

/** "nomer dua meunang" */
const WON = /^(?:menang|meunang|manang)/;

/** "nol tiga nih boss", "no 1 nih bos senggol dong": what a supporter says to the others. */
function isDare([next = '', second = '']: readonly string[]): boolean {
  return NOW.has(next) && CROWD.has(second);
}

const NOW = words('nih ni nich neh');
/** People spoken to as one of them, who are no shop and no teacher. */
export const CROWD = words('bos boss bosku bosq bossku bro lur dulur sedulur gaes guys gais rek cah euy lek');

function hasEverydayTalk({ before, behind }: Surroundings): boolean {
  const isAsked = behind.some((word, at) => TEACHERS.has(behind[at + 1] ?? '') && PEOPLE.has(word));
  return isAsked || [...before.slice(0, ORDINARY_REACH), ...behind].some((word) => EVERYDAY_TALK.has(word));
}

/** "no 3 gak ngerti bu guru" */
const TEACHERS = words('guru dosen');

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
  // "nomer hiji mah ibadah" is a rank.
  if (form === 'word' && (!BEARING.has(next) || (next === 'mah' && !rest.some(isOpinion)))) return false;
  if (rest.slice(0, ORDINARY_REACH).some((word) => CONSUMER.has(word))) return false;
  // "no 1 kok di grup"
  const [where = '', place = ''] = rest;
  if (where === 'di' && RANKED_IN.has(place)) return false;
  return BEARING.has(next) || (ACTIVE.test(next) && !NOT_ONLY_PEOPLE.test(next));
}

const RANKED_IN = words('grup kelas sini sana sekolah rumah kantor kampung klasemen dunia asia hati');

/**
 * Whatever a short comment says of "no 3" is mostly said of a candidate while such a ticket stands: people name things
 * that have numbers. Not in words, since "nomor satu" is a rank, and no rule may tell 1 from 2.
 */
function isRemark({ before, behind: all, short }: Surroundings, { form }: Numeral): boolean {
  // "no 1 dan 3 hanya mengkritik"
  const behind = all[0] === 'dan' && /^\d/.test(all[1] ?? '') ? all.slice(2) : all;
  const [next = '', second = ''] = behind;
  if (!short || form === 'word') return false;
  // At the end of its sentence somebody has to be spoken of: "bersama no 2", "hebat kamu no 3".
  if (next === '' || PARTICLES.has(next)) {
    const last = before[0] ?? '';
    return (
      before.some((word) => word.startsWith('pilihan')) ||
      TO_PEOPLE.has(last) ||
      before.slice(0, 2).some((word) => isOpinion(word) && !PARTICLES.has(word)) ||
      (last === 'di' && before[1] === 'ada' && HOPES.has(before[2] ?? '')) ||
      (PERCEPTION.has(last) && CHOICE.has(before[1] ?? ''))
    );
  }
  if (!isOpener(before[0] ?? '') || SELVES.has(before[0] ?? '') || RANKED_BEFORE.has(before[0] ?? ''))
    return false;
  if (
    SELVES.has(next) ||
    PEOPLE.has(next) ||
    PASSIVE.test(next) ||
    (NO_REMARK.has(next) && !(second === 'pernah' && BEFORE_EVER.test(next)))
  )
    return false;
  return !isQuiz(behind) && ![...before, ...behind].some((word) => isThing(word, CONSUMER));
}

/** "kita no 1 terus covidnya", "emang no 1 di sini". */
const RANKED_BEFORE = words(
  'kita kami ini itu emang memang emg jadi lagi ide idenya ide2 program solusi jalan',
);

/** "perubahan ada di no 1" */
const HOPES = words('perubahan harapan harapannya solusi solusinya kebenaran pilihan pilihannya masa');

/** "no 2 belum pernah jadi apa apa" */
const BEFORE_EVER = /^(?:belum|blm|belom)$/;

/** "nomor 2 diperbaiki dulu". */
const PASSIVE = /^di[a-z]{4}/;

/** "nomor 1 atau nomor 2?", "nomor 1 sampai 5". */
export function isAlternative([next = '', second = '']: readonly string[]): boolean {
  return /^(?:atau|apa|sampai|hingga|sd)$/.test(next) && (/^\d/.test(second) || NUMBER_NOUNS.has(second));
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

/** Prefixes of active verbs. */
const ACTIVE = /^(?:me[mnlrwy][a-z]{3}|ng[aeiou][a-z]{2}|ny[aeiou][a-z]{2}|ber[a-z]{4})/;
/** What an article, a song or a joke does too. */
const NOT_ONLY_PEOPLE =
  /^(?:mengatur|membahas|membuat|menunjuk|menyata|merupa|menjadi|memiliki|mempunyai|menampil|menyusul|mengena|meliputi|memuat|menurut|menarik|melayan|menjebak|menyalip|merah|mending|ngakak|nyesek|nyata|berapa|berisi|berlaku|berasa|bersama|berikut|bernilai|berwarna|mentok|meledak|meresap|melejit|nyaman|ngena)/;

/** What stands before the number is no thing that has a number. */
export function isOpener(word: string): boolean {
  return /^(?:\d?|#.*)$/.test(word) || OPENERS.has(word) || CHOICE.has(word) || isOpinion(word);
}

/** "nomor 1 di hati", "no 2 terbesar di dunia". */
function isRank([next = '', second = '', third = '', fourth = '', fifth = '']: readonly string[]): boolean {
  // "no 2 dari kiri cantik": people in a picture.
  if (next === 'dari' && SIDES_OF_PICTURE.has(second)) return true;
  if (next === 'terbaik' && (/^(?:untuk|utk|buat|bagi|)$/.test(second) || PARTICLES.has(second)))
    return false;
  // "no 2 di hati rakyat"
  if (second === 'hati' && HEARTS.has(third)) return false;
  // "no 1 defender in the world"
  return RANK_PLACES.has(next) || RANKED.test(next) || [third, fourth, fifth].includes('world');
}

const HEARTS = words('rakyat nomor no kami kita aku saya gue sy gw');

const SIDES_OF_PICTURE = words('kiri kanan atas bawah depan belakang tengah pinggir');

const RANKED =
  /^(?:ter(?:besar|banyak|tinggi|kaya|laris|top|populer|panjang|cepat|murah|mahal|enak|favorit|lengkap|baik|hebat|tua|kuat|ramai|viral|indah|bersih|percaya)|se(?:kota|indonesia|dunia|asia|kabupaten|provinsi|nusantara))/;

/** Sundanese for the best of all: "pangsaena", "pangalusna". */
const BEST = /^pang[a-z]{3,}na$/;

export function isOpinion(word: string): boolean {
  return PRAISE.has(word) || OPINION.has(word) || BEST.test(word);
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

const FOR = /^(?:buat|bwt|untuk|utk)$/;
/** "hijrah ke 01" */
const MOVED = words(
  'beralih hijrah berpaling berlabuh condong nyebrang pindah swing fitnah serangan suara dukungan simpati benci kecewa percaya',
);
/** "jgn sampe 01 menang" */
const UNTIL = /^sampa?[ei]$/;
const STOPS = /^(?:jangan|jgn|jngn|ojo|ulah)$/;

/** What is said of a bare digit that only a contender in a debate can be: "yg 2 emosian", "1 & 3 gabung". */
export function isContender(around: Surroundings): boolean {
  const { before, behind, short } = around;
  const [previous = '', other = ''] = before;
  const [next = ''] = behind;
  if (!short || isBesideThing(around) || hasEverydayTalk(around)) return false;
  if (CAMPS.has(previous)) return next === '' || isOpinion(next) || BEARING.has(next) || isDebated(behind);
  // "1 dan 3", "1 & 3", "1 sama 3"
  const beside = /^0?[1-9]$/.test(previous) || (ANDS.has(previous) && /^0?[1-9]$/.test(other));
  if (beside) return behind.slice(0, 2).some((word) => ALLIED.has(word));
  return RELATIVES.has(previous) && (DEBATED.has(next) || (BEARING.has(next) && isDebated(behind)));
}

/** "1 pinter, 2 emosian, 3 biasa aja": contenders are judged one after the other, at least one as a speaker is. */
export function areRated(words: readonly string[]): boolean {
  const rated = words.filter((word, at) => /^[1-9]$/.test(word) && isOpinion(words[at + 1] ?? ''));
  const isSpeaker = words.some((word, at) => DEBATED.has(word) && /^[1-9]$/.test(words[at - 1] ?? ''));
  return isSpeaker && new Set(rated).size > 1;
}

const ANDS = words('dan sama vs ama dgn dengan x');
const RELATIVES = words('yang yg sing nu si');

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
  const [wordBehind = '', second = ''] = around.behind;
  // "gagasan 01 soal pendidikan"
  const isThought = THOUGHTS.has(wordBefore) && wordBehind === 'soal';
  const electoral = isThought || isSurelyElectoral(around);
  // A long text is no comment on a debate: "cushion 02", "sampul 01" number things there.
  if (!electoral && !isOpener(wordBefore) && wordBefore !== '' && (!around.short || isOfWares(around)))
    return false;
  const cheered = PRAISE.has(wordBehind) || (wordBehind === 'harga' && around.behind[1] === 'mati');
  if (numeral.letter && !electoral && !cheered && !CHOICE.has(wordBefore)) return false;
  if (isAlternative(around.behind) || isOtherChoice(around, electoral) || isInDate(around)) return false;
  if (!electoral && (isTrade(around) || isWorn(around))) return false;
  const reached =
    (wordBefore === 'ke' && (MOVED.has(around.before[1] ?? '') || isChosen(around.before, numeral))) ||
    // "abdi mah ka 01"
    (wordBefore === 'ka' && around.before[1] === 'mah') ||
    (wordBefore === 'absen' && wordBehind === 'dari' && !isThing(second, MORE_NUMBERED_THINGS)) ||
    (UNTIL.test(wordBefore) && STOPS.test(around.before[1] ?? ''));
  if (
    (isThing(wordBefore, PADDED_BEFORE) && !reached) ||
    (!FOR.test(wordBefore) && around.before.slice(0, THING_REACH).some(isLongNumber))
  )
    return false;
  // "01 no debat" is English, "01 no 5" a house.
  const refused = wordBehind === 'no' && /^[a-z]{4}/.test(around.behind[1] ?? '');
  if (
    !isThought &&
    PADDED_UNITS.has(wordBehind) &&
    !PRAISE.has(wordBehind) &&
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
  const debated = electoral || around.before.includes('debat');
  // "nilai buat 03: 90", "02 58 persen"
  const isShare = isOtherNumber(next) && /^(?:persen|prsen|suara|putaran)$/.test(around.behind[1] ?? '');
  if (!debated && !isShare && !TO_PEOPLE.has(wordBefore) && [previous, next].some(isOtherNumber))
    return false;
  const lineStart = /(?:^|\n)\s*$/.test(text.slice(Math.max(0, token.start - 8), token.start));
  const sign = text.slice(token.end, token.end + 2);
  if (!electoral && isListItem(token, text) && !isOpinion(next)) return false;
  if (lineStart && /^[.)](?:\s|$)/.test(sign) && text.length > token.end + 1 && !isOpinion(next))
    return false;
  return !/[+\p{Sc}"'“(/]$|rp\.?\s?$|\p{L}-$/iu.test(text.slice(Math.max(0, token.start - 4), token.start));
}

/** "kak yang 02 ready": two words of shops, games and teachers are no chance. */
export function isTrade({ before, behind }: Surroundings): boolean {
  const told = [...before, ...behind].filter(
    (word) => isThing(word, EVERYDAY_TALK) || isThing(word, CONSUMER),
  );
  return new Set(told).size > 1;
}

/** "03 nya luntur" */
function isWorn({ behind }: Surroundings): boolean {
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
  return /^\d/.test(word) && !/^0[1-9]/.test(word);
}
