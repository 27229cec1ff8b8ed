import {
  BEARING,
  CAMPS,
  CHOICE,
  CONSUMER,
  CROWD,
  DEBATED,
  DEBATES,
  ELECTORAL_NOUNS,
  FIRST_OF_ALL,
  GATHERINGS,
  HELPS,
  HOPES,
  JOINTS,
  LIKING,
  LINKS,
  MORE_NUMBERED_THINGS,
  NO_REMARK,
  NOT_ONLY_PEOPLE,
  OFFICES,
  OPINION,
  PARTICLES,
  PEOPLE,
  PERCEPTION,
  POLICY,
  PRAISE,
  PRINTED,
  PROMOTING,
  PUBLIC,
  PUBLIC_GOODS,
  RANK_PLACES,
  RANKED,
  RANKED_BEFORE,
  RANKED_IN,
  SELVES,
  SPREADING,
  STEADY,
  THOUGHTS,
  TO_PEOPLE,
  wordSet as words,
} from '../../language/vocabulary.ts';
import {
  isOpened,
  isOpener,
  isOpinion,
  OPINION_REACH,
  ORDINARY_REACH,
  type Surroundings,
} from './number-context.ts';
import { RELATIVE } from './number-head.ts';
import {
  hasEverydayTalk,
  isAlternative,
  isDebated,
  isNoAnswer,
  isOrdinary,
  isQuiz,
  isSpoken,
  isThing,
  SUFFIX,
  THING_REACH,
  WEARING,
} from './numbered-things.ts';
import type { Numeral } from './numerals.ts';
import { isStatedChoice } from './stated-choice.ts';

/** "no 3 mantap": somebody praises, chooses or rejects number 3, and not a room, a rank, a question or an article. */
export function isTakenSideOn(around: Surroundings, numeral: Numeral): boolean {
  const { before, behind, whole } = around;
  const [next = ''] = behind;
  const [previous = ''] = before;
  const isCandid = next === 'apa' && behind[1] === 'adanya';
  // "resep ka nomer dua" likes somebody, "resep nomer dua" is a recipe.
  const [, liked = ''] = before;
  const talk = JOINTS.has(previous) && LIKING.has(liked) ? { ...around, before: before.slice(2) } : around;
  if (!isAlternative(behind) && !hasEverydayTalk(talk) && isStatedChoice(around, numeral)) return true;
  if (isToPolls(around) || isServing(around) || isPromised(around) || isSpread(around)) return true;
  if (isBestProgram(around) || isJudgedAnswer(around)) return true;
  if (isGathered(around) || isPrinted(around)) return true;
  if (isOrdinary(around) || (NO_SIDE.has(next) && !isCandid) || isAlternative(behind)) return false;
  if (CAMPS.has(previous)) return true;
  if (THOUGHTS.has(previous) || THOUGHTS.has(previous.replace(SUFFIX, ''))) return !hasEverydayTalk(around);
  // "padahal letoy si nomer loro"
  if (previous === 'si') return !hasEverydayTalk(around);
  // "ayo kawal suara nomor 2"
  if (previous === 'suara' && GUARDING.test(before[1] ?? '')) return true;
  if (whole) return !hasEverydayTalk(around);
  if (isRank(behind)) return false;
  if (PEOPLE.has(previous)) return !hasEverydayTalk(around);
  // "debat ini bukti kualitas no 1", but "nomor satu, no debat" is beyond doubt.
  const isOfDebate = isOfDebates(before) || isOfDebates(behind);
  if (isOfDebate && numeral.form !== 'word' && around.short) return true;
  if (SELVES.has(next) && behind[1] === 'banget') return false;
  const debated = isDebated(behind);
  // "nomor satu itu jujur" says what comes first, and so does "nomer siji awakmu".
  if (numeral.form === 'word' && FIRST_OF_ALL.has(next) && !isDebated(behind.slice(1))) return false;
  const answered = isSpoken(before, behind);
  // "TPS saya nomor 3 menang" tells of a count, "TPS nomor 3" where it was.
  const isTally = previous !== 'tps' && /^(?:menang|meunang|unggul|kalah|dapat|dapet)/.test(next);
  const spoken = (word: string) => (answered && !isNoAnswer(word)) || (isTally && word === 'tps');
  // "awak anak Medan bah, nomor 1 nya paten": what stands before the comma has another number, if any.
  const owners = around.opens ? [] : before.slice(0, THING_REACH);
  if (owners.some((word) => isThing(word, MORE_NUMBERED_THINGS) && !spoken(word))) return false;
  const electoral = [...before.filter((word, at) => at > 0 || !OFFICES.has(word)), ...behind];
  // "masa calon pemimpin kayak nomor dua gitu"
  if (electoral.some((word) => ELECTORAL_NOUNS.has(word) || word === 'pemimpin')) return true;
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
  const isJudged = behind
    .slice(0, 2)
    .some((word, at) => OPINION.has(word) && !UNDOUBTED.has(behind[at - 1] ?? ''));
  if (isSomebody && isJudged && !isQuiz(behind)) return true;
  // "Ide no 1 omdo": no opener, but nothing that is said of things.
  if (debated && numeral.form !== 'word' && around.short) return true;
  // "persija tetap nomor satu, gak ada obat"
  if (numeral.form === 'word' && STEADY.has(previous)) return false;
  // "aku nomor dua kok selalu" complains of a rank.
  const acts = isActing(behind, numeral) && (numeral.form !== 'word' || !SELVES.has(previous));
  return (isOpened(around) && (isPraised(behind) || acts)) || isRemark(around, numeral);
}

/** "jgn lupa Rabu ke TPS, nomor 2 ya bu": polling places have numbers too, but right before the number only. */
function isToPolls({ before, opens, short }: Surroundings): boolean {
  return short && opens && before.some((word, at) => word === 'tps' && TO.test(before[at + 1] ?? ''));
}

const TO = /^(?:ke|ka|nang|neng|menuju)$/;

/** "yg nomor dua sering bantu warga": what office-holders do, and no child of somebody. */
function isServing({ before, behind, short }: Surroundings): boolean {
  const [relative = '', owner = ''] = before;
  if (!short || !(relative === '' || RELATIVE.has(relative)) || owner !== '') return false;
  return behind.slice(0, 4).some((word, at) => HELPS.has(word) && PUBLIC.has(behind[at + 1] ?? ''));
}

/** "ide nomor 3 internet gratis", and no "makan gratis" of a guest. */
function isPromised({ before: [idea = ''], behind, short }: Surroundings): boolean {
  if (!short || !(HOPED.test(idea) || THOUGHTS.has(idea))) return false;
  return behind
    .slice(0, 4)
    .some((word, at) => FREE.test(word) && PUBLIC_GOODS.has(behind[at - 1] ?? '') && isEnd(behind[at + 1]));
}

/** "1 M per RW program paling merakyat, nomor 1": of programmes of candidates, and none that is watched or washes. */
function isBestProgram({ before, behind, short }: Surroundings): boolean {
  const [judged = '', most = '', program = ''] = before;
  if (!short || !behind.every((word) => PARTICLES.has(word))) return false;
  return MOST.test(most) && POLICY.has(program) && (DEBATED.has(judged) || PUBLIC.has(judged));
}

const MOST = /^(?:paling|pro|lebih)$/;

/** "cakep bener dah jawabannye nomer atu" praises who answered; pupils are right only. */
function isJudgedAnswer({ before: [answer = '', ...judged], behind, short }: Surroundings): boolean {
  if (!short || isNoAnswer(answer) || !behind.every((word) => PARTICLES.has(word))) return false;
  const said = judged.find((word) => !PARTICLES.has(word) && !/^(?:bener|benar)$/.test(word)) ?? '';
  return isOpinion(said) && isNoAnswer(said);
}

const HOPED = /^(?:ide|idenya|program|programnya|janji|janjinya)$/;
const FREE = /^(?:gratis|murah)$/;

function isEnd(word: string | undefined): boolean {
  return (
    word === undefined ||
    PARTICLES.has(word) ||
    PUBLIC.has(word) ||
    /^(?:buat|bwt|untuk|utk|bagi)$/.test(word)
  );
}

/** "bantu nomor satu dengan share video ini ke 5 grup" */
function isSpread({ before: [helping = ''], behind, short }: Surroundings): boolean {
  const spread = behind.findIndex((word) => SPREADING.has(word));
  return (
    short && PROMOTING.has(helping) && spread >= 0 && behind.slice(spread).some((word) => AMONG.test(word))
  );
}

const AMONG = /^(?:grup|group|gc|kontak|timeline|tl|status|story|temen|teman|keluarga|video|vidio)2?$/;

/** "senam bareng nomor 3 di lapangan", and no group or table of that number. */
function isGathered({ before: [beside = '', what = ''], behind, short }: Surroundings): boolean {
  return (
    short &&
    /^(?:bareng|bersama)$/.test(beside) &&
    GATHERINGS.has(what) &&
    !behind.some((word) => isThing(word, CONSUMER))
  );
}

/** "cetak kalender gratis nomor 1" */
function isPrinted({ before: [free = '', thing = ''], behind, short }: Surroundings): boolean {
  return (
    short &&
    free === 'gratis' &&
    PRINTED.has(thing) &&
    !behind.some((word) => PRAISE.has(word) || isThing(word, CONSUMER))
  );
}

function isOfDebates(words: readonly string[]): boolean {
  return words.some((word, at) => DEBATES.has(word) && !UNDOUBTED.has(words[at - 1] ?? ''));
}

const UNDOUBTED = words('no tanpa anti');

/** "satu suara nomor 1" too. */
const GUARDING = /^(?:(?:me?n?g?)?(?:kawal|jaga|amankan|titip|aman)(?:in|kan)?|satu|bulatkan)$/;
/** "nomer dua meunang" */
const WON = /^(?:menang|meunang|manang)/;

/** "nol tiga nih boss", "no 1 nih bos senggol dong": what a supporter says to the others. */
function isDare([next = '', second = '']: readonly string[]): boolean {
  return NOW.has(next) && CROWD.has(second);
}

const NOW = words('nih ni nich neh');
/** Behind a number that is one of several, or counts. */
const NO_SIDE = words('per jam menit apa apaan');

/** "tetap no 1", "saya kecewa dengan no 1": a choice before the number, and nobody else's thing before the choice. */
export function isChosen(before: readonly string[], { form }: Numeral): boolean {
  let at = 0;
  while (at < LINKS_REACH && (LINKS.has(before[at] ?? '') || WHOLLY.test(before[at] ?? ''))) at += 1;
  const choice = before[at] ?? '';
  // "Keluarga tetap nomor satu" is a rank.
  return (
    (CHOICE.has(choice) || CHOICE.has(choice.replace(SUFFIX, ''))) &&
    ((form !== 'word' && STEADY.has(choice)) || isOpener(before[at + 1] ?? ''))
  );
}

const LINKS_REACH = 3;
/** "yakin 100% no 1" */
const WHOLLY = /^(?:100|1000|persen|prsen)$/;

export function isPraised(behind: readonly string[]): boolean {
  return behind.slice(0, OPINION_REACH).some((word, at) => {
    return isOpinion(word) && !UNDOUBTED.has(behind[at - 1] ?? '') && !isQuiz(behind.slice(at, at + 3));
  });
}

/** "no 1 ngajak berantem", "nomor 3 terlalu normatif": only people act like that. */
function isActing(behind: readonly string[], { form }: Numeral): boolean {
  // "nomor 2 ji paling kupercaya"
  const said = behind.findIndex((word) => !ENCLITICS.has(word));
  const [next = '', ...rest] = behind.slice(said < 0 ? 0 : said);
  // "nomer hiji mah ibadah" is a rank.
  if (form === 'word' && (!BEARING.has(next) || (next === 'mah' && !rest.some(isOpinion)))) return false;
  if (rest.slice(0, ORDINARY_REACH).some((word) => CONSUMER.has(word))) return false;
  // "no 1 kok di grup"
  const [where = '', place = ''] = rest;
  if (where === 'di' && RANKED_IN.has(place)) return false;
  return BEARING.has(next) || (ACTIVE.test(next) && !opensWith(next, NOT_ONLY_PEOPLE));
}

const ENCLITICS = words('ji mi ki nih ni tu teh nya pe pun');

/**
 * Whatever a short comment says of "no 3" is mostly said of a candidate while such a ticket stands: people name things
 * that have numbers. Not in words, since "nomor satu" is a rank, and no rule may tell 1 from 2.
 */
function isRemark(around: Surroundings, { form }: Numeral): boolean {
  const { before, behind: all, short } = around;
  // "no 1 dan 3 hanya mengkritik"
  const behind = all[0] === 'dan' && /^\d/.test(all[1] ?? '') ? all.slice(2) : all;
  const [next = '', second = ''] = behind;
  if (!short || form === 'word') return false;
  // At the end of its sentence somebody has to be spoken of: "bersama no 2", "hebat kamu no 3".
  if (next === '' || PARTICLES.has(next)) {
    const last = before[0] ?? '';
    const said = before.filter((word) => !PARTICLES.has(word));
    return (
      before.some((word) => word.startsWith('pilihan')) ||
      before.some((word) => DEBATED.has(word) && isNoAnswer(word) && word !== 'program') ||
      TO_PEOPLE.has(last) ||
      said.slice(0, 2).some((word) => isOpinion(word) && isNoAnswer(word)) ||
      (last === 'di' && before[1] === 'ada' && HOPES.has(before[2] ?? '')) ||
      (PERCEPTION.has(last) && CHOICE.has(before[1] ?? ''))
    );
  }
  if (!isOpened(around) || SELVES.has(before[0] ?? '') || RANKED_BEFORE.has(before[0] ?? '')) return false;
  if (
    SELVES.has(next) ||
    PEOPLE.has(next) ||
    PASSIVE.test(next) ||
    NOT_TO_MISS.test(`${next} ${second}`) ||
    (NO_REMARK.has(next) && !(second === 'pernah' && BEFORE_EVER.test(next)))
  )
    return false;
  return !isQuiz(behind) && ![...before, ...behind].some((word) => isThing(word, CONSUMER));
}

/** "no 3 jangan sampai lolos!!": of a list of tips. */
const NOT_TO_MISS = /^(?:jangan|jgn) samp(?:ai|e|ek)$/;

/** "no 2 belum pernah jadi apa apa" */
const BEFORE_EVER = /^(?:belum|blm|belom)$/;

/** "nomor 2 diperbaiki dulu". */
const PASSIVE = /^di[a-z]{4}/;

/** Prefixes of active verbs. */
const ACTIVE = /^(?:me[mnlrwy][a-z]{3}|ng[aeiou][a-z]{2}|ny[aeiou][a-z]{2}|ber[a-z]{4})/;

function opensWith(word: string, openings: readonly string[]): boolean {
  return openings.some((opening) => word.startsWith(opening));
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
  return RANK_PLACES.has(next) || opensWith(next, RANKED) || [third, fourth, fifth].includes('world');
}

const HEARTS = words('rakyat nomor no kami kita aku saya gue sy gw');
const SIDES_OF_PICTURE = words('kiri kanan atas bawah depan belakang tengah pinggir');
