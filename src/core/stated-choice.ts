import type { Surroundings } from './number-context.ts';
import type { Place } from './number-place.ts';
import { isThing } from './numbered-things.ts';
import type { Numeral } from './numerals.ts';
import {
  BALLOT_VERBS,
  CHOICE,
  CHOICE_VERBS,
  CONSUMER,
  EVERYDAY_TALK,
  MORE_NUMBERED_THINGS,
  NUMBER_NOUNS,
  PARTICLES,
  PEOPLE,
  SELVES,
  STEADY,
  TO_PEOPLE,
  wordSet as words,
} from './vocabulary.ts';

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
  const [previous = '', second = '', third = ''] = before;
  const ends = endsWith(behind) || (closes && !behind.some((word) => isThing(word, CONSUMER)));
  const isGroup =
    GROUPS.has(previous) && (form !== 'word' || GROUPS_OF_SELF.has(previous) || isJoined(before));
  if (isGroup && (ends || ALL.has(behind[0] ?? ''))) return true;
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
  if (FOLLOWING.has(previous) || (FOLLOWING.has(second) && KIN.test(previous))) return ends;
  // "sa suka nomor tiga", "kuring resep ka nomer dua": nobody says so of a rank.
  const liked = TOWARDS.has(previous) ? second : previous;
  const liker = TOWARDS.has(previous) ? third : second;
  if (LIKING.has(liked) && (SELVES.has(liker) || liker === 'sa' || TOWARDS.has(previous)) && ends)
    return true;
  // "ibuku suka nomor 2"
  if (KIN.test(second) && CHOICE.has(previous) && form !== 'word' && ends) return true;
  // "Perempuan Indonesia bersama nomor satu"
  if (previous === 'bersama' && behind.length === 0) return true;
  // "mangga lur, nomer loro wae"
  if (opens && ends && (form !== 'word' || ONLY.has(behind[0] ?? '')) && !isOfThings(before)) return true;
  const isWished = before.some((word) => WISHES.has(word)) && TO_PEOPLE.has(previous);
  return isWished && ends;
}

/** Nothing stands behind but words that say nothing, and nobody in a shop or a queue is spoken to. */
function endsWith(behind: readonly string[]): boolean {
  return behind.every((word) => (PARTICLES.has(word) || AMEN.test(word)) && !PEOPLE.has(word));
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
  return short && !opens && WITH.has(one) && TRUSTING.has(two) && (closes || endsWith(behind));
}

const WITH = words('sama sm ama dengan dgn kepada kpd pada');
const TRUSTING = words(
  'yakin percaya benci cinta muak jijik eneg enek kecewa kasian kasihan simpati salut respek respect bangga kagum ilfil ilfeel ngefans',
);

/** "abdi sareng kulawarga nomer dua": the writer is one of them. */
function isJoined([, joint = '', self = '']: readonly string[]): boolean {
  return AND.has(joint) && SELVES.has(self);
}

const GROUPS_OF_SELF = words(
  'sekampung sekeluarga serumah sedesa sakulawarga saklawarga sakaluarga sakampuang',
);
const GROUPS = new Set([
  ...GROUPS_OF_SELF,
  ...words('keluarga keluargaku kulawarga kampungku kampuangku kampuangko tetangga tetanggaku warga'),
]);
const AND = words('sama sareng dan dgn dengan jo karo');
const ALL = words('semua kabeh sadaya sadayana samua semue galo semuanya sedoyo sami kompak');
const FOLLOWING = words('nderek ndherek derek tumut manut makmum');
const KIN =
  /^(?:ibu|bapak|suami|istri|mertua|emak|mak|ayah|mbah|simbah|engkong|nenek|kakek|kiai|kyai|abah|guru|bojo)(?:ku|q|gue|gw|nya|e)?$/;
const ONLY = words('aja aj ae saja wae bae baen jak haja jo aje weh kemawon mawon');
const TOWARDS = words('ka ke jo karo sama sareng kang ama');
const LIKING = words('suka resep demen remen seneng senang condong galak gandrung bulat pindah balik tetap');
const WISHES = words('semoga smoga moga muga mugi doa doakan doain');
const AMEN = /^a+m+i+n+$/;
const RANKED_BEHIND = words('di dalam bagi buat untuk dari setelah se');
