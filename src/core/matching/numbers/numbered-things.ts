import {
  CHOICE,
  CONSUMER,
  CROWD,
  DEBATED,
  EVERYDAY_TALK,
  LEGAL_TEXTS,
  LINKS,
  MORE_NUMBERED_THINGS,
  NUMBER_NOUNS,
  NUMBERED_THINGS,
  PEOPLE,
  UNITS,
  wordSet as words,
} from '../../language/vocabulary.ts';
import type { Token } from '../../text/normalize.ts';
import { OPINION_REACH, ORDINARY_REACH, type Surroundings } from './number-context.ts';
import type { Numeral } from './numerals.ts';

export const THING_REACH = 3;
/** Behind a number they open a phrase as often as they count: "paslon 2 di ...", "pilih 2 di antara". */
export const FUNCTION_WORDS = words('di ini itu yang dari sama saja sampai per');

export const SUFFIX = /(?:nya|ne|na|ku|mu)$/;

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
export function isOrdinary({ before, behind, part }: Surroundings): boolean {
  // "jawaban no 1 berbobot" is a debate as well.
  const spoken = isSpoken(before, behind);
  const ahead = before.slice(0, ORDINARY_REACH).filter((word) => isNoAnswer(word) || !spoken);
  // "nomer siji ae rek" speaks to the others, and is no account.
  const said = CROWD.has(behind.at(-1) ?? '') ? behind.slice(0, -1) : behind;
  const near = [...ahead, ...said.slice(0, ORDINARY_REACH).filter(isNoAnswer)];
  return (
    near.some((word) => isThing(word, NUMBERED_THINGS)) ||
    isLegal(part > 0 ? before.slice(0, part) : before, behind)
  );
}

/** "yg pake baju putih no 1 tenang": somebody wears it. */
export const WEARING = words('pake pakai make memakai berbaju berkemeja');
const CLOTHES = words('baju kaos jaket kemeja jas batik peci kacamata');

/** Words before a number, without what somebody wears: a shirt of its own may have that number, theirs has not. */
export function withoutWorn(before: readonly string[]): readonly string[] {
  return before.some((word) => WEARING.has(word)) ? before.filter((word) => !CLOTHES.has(word)) : before;
}

/** "no 3 jawabannya ngambang" is a debate, "jawaban no 3" a quiz. */
export function isNoAnswer(word: string): boolean {
  return !/^(?:nge|n|me)?j(?:awa?|w)b/.test(word);
}

/** Something is said that is said of speakers in a debate only, and no answer to a quiz. */
export function isDebated(behind: readonly string[]): boolean {
  const near = behind.slice(0, 3);
  return near.some((word) => DEBATED.has(word)) && !near.some(isAnswer) && !isQuiz(behind);
}

/** An answer given in a debate: "jawaban no 1 berbobot", "ngakak sama jawaban no 2", "paling bener jawaban no 1". */
export function isSpoken(before: readonly string[], behind: readonly string[]): boolean {
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

/** Something else than a ticket may have this number: "nomor urut pendaftaran 5", "juara 1". */
export function isBesideThing({ before, behind }: Surroundings): boolean {
  const near = [...before.slice(0, ORDINARY_REACH), ...behind.slice(0, ORDINARY_REACH)];
  return near.some((word) => word === 'juara' || isThing(word, MORE_NUMBERED_THINGS));
}

/** "nomor urut 2 yg dipanggil duluan": of people who wait. */
export function isQueue({ before, behind }: Pick<Surroundings, 'before' | 'behind'>): boolean {
  const all = [...before, ...behind];
  return all.includes('dipanggil') && all.some((word) => WAITING.has(word));
}

const WAITING = words('duluan loket teller kasir antri antre antrian antrean suster perawat pasien');

export function hasEverydayTalk({ before, behind }: Surroundings): boolean {
  const isAsked = behind.some((word, at) => TEACHERS.has(behind[at + 1] ?? '') && PEOPLE.has(word));
  return (
    isAsked ||
    isQueue({ before, behind }) ||
    [...before.slice(0, ORDINARY_REACH), ...behind].some((word) => EVERYDAY_TALK.has(word))
  );
}

/** "no 3 gak ngerti bu guru" */
const TEACHERS = words('guru dosen');

/** "no 3 jawabannya apa", "nomor 3 jawabannya B". */
export function isQuiz(words: readonly string[]): boolean {
  return words.some((word, at) => /jawab/.test(word) && QUIZ.test(words.slice(at + 1, at + 3).join(' ')));
}

const QUIZ = /^(?:yang |yg )?(?:[a-e]|apa|apaan|mana|berapa|brp|gimana|bukan|opo)(?: |$)/;

/** "nomor 1 atau nomor 2?", "nomor 1 sampai 5". */
export function isAlternative([next = '', second = '']: readonly string[]): boolean {
  return (
    (/^(?:atau|apa|sampai|hingga|sd)$/.test(next) && (/^\d/.test(second) || NUMBER_NOUNS.has(second))) ||
    (/^(?:atawa|utawi|atau)$/.test(next) && second === 'nu')
  );
}

export function isThing(word: string, things: ReadonlySet<string>): boolean {
  return things.has(word) || things.has(word.replace(SUFFIX, ''));
}

function isLegal(before: readonly string[], behind: readonly string[]): boolean {
  return (
    /^(?:tahun|thn|th|ttg|tentang|(?:19|20)\d\d)$/.test(behind[0] ?? '') ||
    before.slice(0, OPINION_REACH).some((word) => LEGAL_TEXTS.has(word))
  );
}

/** "kak yang 02 ready": two words of shops, games and teachers are no chance. */
export function isTrade({ before, behind }: Surroundings): boolean {
  const told = [...before, ...behind].filter(
    (word) => isThing(word, EVERYDAY_TALK) || isThing(word, CONSUMER),
  );
  return new Set(told).size > 1;
}
