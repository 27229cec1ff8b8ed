import {
  BALLOT_VERBS,
  CHOICE,
  CHOICE_VERBS,
  CONSUMER,
  EVERYBODY,
  EVERYDAY_TALK,
  GROUPS_OF_OTHERS,
  GROUPS_OF_SELF,
  JOINTS,
  KIN,
  LIKING,
  MORE_NUMBERED_THINGS,
  NUMBER_NOUNS,
  ONLY_THIS,
  PARTICLES,
  PEOPLE,
  SELVES,
  STEADY,
  TO_PEOPLE,
  TRUSTING,
  wordSet as words,
} from '../../language/vocabulary.ts';
import type { Surroundings } from './number-context.ts';
import type { Place } from './number-place.ts';
import { isThing } from './numbered-things.ts';
import type { Numeral } from './numerals.ts';

/**
 * "ulun nomor talu", "sekampung nomor 1 semua", "aku tetap nomor dua pak", "manut simbah nomer 2", "semoga lancar jalan buat no 1":
 * somebody says whose a number is, though nothing is said of it. The words before it belong to the one who says it, so
 * what is numbered every day ("jalan", "kampung") owns the number only right before it.
 */
export function isStatedChoice(
  { before, behind, short, opens, closes, part }: Surroundings,
  { form }: Numeral,
): boolean {
  if (!short) return false;
  const [previous = '', second = ''] = before;
  const ends = endsWith(behind) || (closes && !behind.some((word) => isThing(word, CONSUMER)));
  const isOfAll = EVERYBODY.has(behind[0] ?? '');
  const isGroup =
    GROUPS.has(previous) && (form !== 'word' || isOfAll || GROUPS_OF_SELF.has(previous) || isJoined(before));
  if (isGroup && (ends || isOfAll)) return true;
  // "tetap nomor dua pak, jangan goyah": nobody says so of a rank.
  if (STEADY.has(previous) && before.length === 1 && behind.slice(1, 3).some((word) => STOPS.test(word)))
    return true;
  // "bapak2 ronda kompak nomer loro"
  const isTeam = before.slice(1, 3).some((word) => isThing(word, MORE_NUMBERED_THINGS));
  if (previous === 'kompak' && second !== '' && ends && !isTeam && !LESS.test(second)) return true;
  // "di sini nomor dua semua"
  if (HERE.has(previous) && JOINTS_OF_PLACE.has(second) && isOfAll && ends) return true;
  // "gak ada yang lain, nomor 2", "jangan salah pilih ya, yang nomor tiga"
  if (ends && (isNothingElse(before) || isNotToBeMissed(before))) return true;
  // "saya nomor 3 bu" waits in a queue; "aku nomor dua" as a part of more words tells of a rank.
  if (
    SELVES.has(previous) &&
    previous !== 'ku' &&
    ends &&
    behind.length < 3 &&
    (form !== 'word' || before.length < 2 || part === 1) &&
    !isOfThings(before)
  )
    return true;
  // "Keluarga tetap nomor satu" is a rank, "aku tetap nomor satu" a choice, but for "di hatinya".
  const isSelf = before.slice(1, 5).some((word) => SELVES.has(word) || word === 'hati');
  if (form === 'word' && STEADY.has(previous) && isSelf && !RANKED_BEHIND.has(behind[0] ?? '')) return true;
  if (FOLLOWING.has(previous) || (FOLLOWING.has(second) && isKin(previous))) return ends;
  // "sa suka nomor tiga", "kuring resep ka nomer dua": nobody says so of a rank.
  const feeling = before.slice(JOINTS.has(previous) ? 1 : 0).filter((word) => !VERY.has(word));
  const [liked = '', liker = ''] = feeling;
  if (LIKING.has(liked) && (SELVES.has(liker) || liker === 'sa' || JOINTS.has(previous)) && ends) return true;
  // "ibuku suka nomor 2"
  if (isKin(second) && CHOICE.has(previous) && form !== 'word' && ends) return true;
  // "Perempuan Indonesia bersama nomor satu"
  if (previous === 'bersama' && behind.length === 0) return true;
  // "mangga lur, nomer loro wae"
  if (opens && ends && (form !== 'word' || ONLY_THIS.has(behind[0] ?? '')) && !isOfThings(before))
    return true;
  // "wong Palembang galak nomor duo galo"
  const all = behind.filter((word) => !EVERYBODY.has(word));
  if (LIKING.has(previous) && PEOPLE_OF.has(before[2] ?? '') && endsWith(all)) return true;
  // "sy doakan nomor 1 sehat selalu"
  if (WISHES.has(previous) && SELVES.has(second) && form !== 'word') return true;
  const isWished = before.some((word) => WISHES.has(word)) && TO_PEOPLE.has(previous);
  return isWished && ends;
}

/** Nothing stands behind but words that say nothing, and nobody in a shop or a queue is spoken to. */
function endsWith(behind: readonly string[]): boolean {
  return behind.every((word) => PARTICLES.has(word) && !PEOPLE.has(word));
}

function isOfThings(before: readonly string[]): boolean {
  return before.some((word) => isThing(word, MORE_NUMBERED_THINGS) || isThing(word, CONSUMER));
}

/** "nyoblos nomor piro? aku telu wae": somebody was asked for the number that they vote for. */
export function isAnswered({ units, at, total }: Place, around: Surroundings): boolean {
  if (!around.short || total > units.length || !endsWith(around.behind) || around.before.length > 3)
    return false;
  const asked = units.findIndex(
    ({ text }, index) => index < at && HOW_MANY.has(text) && NUMBER_NOUNS.has(units[index - 1]?.text ?? ''),
  );
  const question = units.slice(Math.max(0, asked - VERB_REACH), Math.max(0, asked));
  return (
    question.some(({ text }) => BALLOT_VERBS.has(text) || CHOICE_VERBS.has(text)) &&
    !units.some(({ text }) => EVERYDAY_TALK.has(text) && !HOW_MANY.has(text))
  );
}

const VERB_REACH = 4;
const HOW_MANY = words('berapa brp berapo piro pira sabaraha bara piye brapa');

/** "makin yakin sama 1": only people are trusted, loved or detested, and nothing is counted. */
export function isBelieved({
  before: [one = '', two = ''],
  behind,
  short,
  opens,
  closes,
}: Surroundings): boolean {
  return short && !opens && JOINTS.has(one) && TRUSTING.has(two) && (closes || endsWith(behind));
}

/** "teu aya deui", "indak ka lain": what somebody says of the only choice. */
function isNothingElse(before: readonly string[]): boolean {
  const other = before.findIndex((word) => OTHERS.has(word));
  return other >= 0 && before.slice(other + 1, other + 4).some((word) => NONE_OF.has(word));
}

function isNotToBeMissed(before: readonly string[]): boolean {
  return before.some((word, at) => word === 'salah' && CHOOSING_VERBS.has(before[at - 1] ?? ''));
}

function isKin(word: string): boolean {
  return KIN.has(word) || KIN.has(word.replace(KIN_ENDING, ''));
}

/** "abdi sareng kulawarga nomer dua": the writer is one of them. */
function isJoined([, joint = '', self = '']: readonly string[]): boolean {
  return JOINTS.has(joint) && SELVES.has(self);
}

const GROUPS = new Set([...GROUPS_OF_SELF, ...GROUPS_OF_OTHERS]);
const FOLLOWING = words('nderek ndherek derek tumut manut makmum');
const STOPS = /^(?:jangan|jgn|jngn|ojo|ulah)$/;
const LESS = /^(?:paling|ter|ga|gak|kurang)$/;
const VERY = words('banget bgt sekali sajan pisan tenan nian kali');
const HERE = words('sini siko kene sitok dieu situ mari mriki ngriki sinan sikin');
const JOINTS_OF_PLACE = words('di ning neng nang');
const OTHERS = words('lain deui liyane liyan seje laen');
const NONE_OF = words('gak ga nggak ngga tidak tdk teu moal ora indak ndak kada kagak nda tara mboten');
const CHOOSING_VERBS = new Set([...CHOICE_VERBS, ...BALLOT_VERBS, 'piliah', 'pile', 'pili']);
const KIN_ENDING = /(?:ku|q|gue|gw|nya|e)$/;
/** Of a place: "wong Palembang". */
const PEOPLE_OF = words('wong orang urang rakyat warga arek');
const WISHES = words('semoga smoga moga muga mugi doa doakan doain');
const RANKED_BEHIND = words('di dalam bagi buat untuk dari setelah se');
