import talk from './contest-talk.json';
import { CHOSEN_BY, OTHER_CANDIDACY, OTHER_OFFICES, POLICY, wordSet as words } from './vocabulary.ts';

/** The sentence of a name, in small letters. */
export interface Sentence {
  readonly words: readonly string[];
  /** Index of the word behind the name. */
  readonly behind: number;
}

/**
 * Second signals of a common name that are no single word: a lawsuit about a result, a count of votes, an office that
 * somebody wants, and the place of the contest beside those who lead it. All of it stands in the sentence of the name.
 *
 * Does a sentence speak so of a contest in `region`?
 */
export function isContestTalk({ words: sentence, behind }: Sentence, region: string | null): boolean {
  const seen = new Set(sentence);
  if (isLawsuit(seen) || isCount(sentence, seen)) return true;
  // "lanjutkan 2 periode"
  if (isAnotherTerm(sentence, behind) && !holdsAny(seen, OTHER_CANDIDACY)) return true;
  // "didukung banyak partai"
  if (isBacked(sentence, seen) && !holdsAny(seen, OTHER_CANDIDACY)) return true;
  if (holdsAny(seen, PRETENDED)) return false;
  return isAimedAt(sentence) || (region !== null && isOfPlace(sentence, seen, behind, region));
}

/** "NAMA 2 periode", "lanjutkan 2 periode": contracts and courses have terms too. */
function isAnotherTerm(sentence: readonly string[], behind: number): boolean {
  const goesOn = sentence.some((word) => GOES_ON.test(word));
  return sentence.some(
    (word, at) => word === 'periode' && TERMS.has(sentence[at - 1] ?? '') && (goesOn || at - 1 === behind),
  );
}

const GOES_ON = /^lanjut(?:kan|in)?$/;
const TERMS = words('2 dua kedua');

/** "diusung partai", "didukung banyak partai", and not by that of a neighbour. */
function isBacked(sentence: readonly string[], seen: ReadonlySet<string>): boolean {
  if (holdsAny(seen, BACKED) && holdsAny(seen, PARTIES)) return true;
  return sentence.some(
    (word, at) =>
      BACKED_BY.has(word) && MANY.has(sentence[at + 1] ?? '') && PARTIES.has(sentence[at + 2] ?? ''),
  );
}

const BACKED_BY = words(talk.words.backedBy);
const MANY = words(talk.words.many);
const BACKED = words(talk.words.backed);
const PARTIES = words(talk.words.parties);
const COURT = words(talk.words.court);
/** What is done at the constitutional court: without it "MK" is a course of students. */
const AT_COURT = words(talk.words.atCourt);
const LAWSUIT = words(talk.words.lawsuit);
/** Neighbours sue each other too. */
const OF_VOTES = words(talk.words.ofVotes);

function isLawsuit(seen: ReadonlySet<string>): boolean {
  return (
    (holdsAny(seen, COURT) && holdsAny(seen, AT_COURT)) ||
    (holdsAny(seen, LAWSUIT) && holdsAny(seen, OF_VOTES))
  );
}

/** Polling places are heaps of rubbish too, and factories have quality control. */
const COUNTED = words(talk.words.counted);
const RESULT = words(talk.words.result);
/** "ga bisa bantu suara" */
const VOTES_OF = words(talk.words.givenVotes);
const SHARE = /^\d{1,2}(?:an)?$/;

function isCount(sentence: readonly string[], seen: ReadonlySet<string>): boolean {
  const follows = (word: string, next: string) =>
    sentence.some((one, at) => one === word && sentence[at + 1] === next);
  if (follows('quick', 'count') || follows('exit', 'poll')) return true;
  const counts = holdsAny(seen, COUNTED) || follows('real', 'count') || follows('hitung', 'cepat');
  if (counts && holdsAny(seen, RESULT)) return true;
  // "suara NAMA 17 persen"
  if (seen.has('suara') && (seen.has('persen') || seen.has('prsen') || seen.has('tps'))) return true;
  if (
    sentence.some(
      (word, at) => word === 'suara' && sentence[at + 1] !== 'hati' && VOTES_OF.has(sentence[at - 1] ?? ''),
    )
  )
    return true;
  // "suara masuk 90%, NAMA 60"
  return (seen.has('qc') || isComingIn(sentence)) && sentence.filter((word) => SHARE.test(word)).length > 1;
}

function isComingIn(sentence: readonly string[]): boolean {
  return sentence.some(
    (word, at) => word === 'suara' && sentence[at + 1] === 'masuk' && SHARE.test(sentence[at + 2] ?? ''),
  );
}

const AIM = words(talk.words.aim);
const OFFICE = words(talk.words.office);
/** Between the aim and the office: "calon wakil gubernur". */
const RANK = words(talk.words.rank);
/** Where nobody is elected: "jadi walikota di game itu". */
const PRETENDED = words(talk.words.pretended);

function isAimedAt(sentence: readonly string[]): boolean {
  return sentence.some((word, at) => {
    if (!AIM.has(word)) return false;
    const office = RANK.has(sentence[at + 1] ?? '') ? at + 2 : at + 1;
    const isMayor = sentence[office] === 'wali' && sentence[office + 1] === 'kota';
    const next = sentence[isMayor ? office + 2 : office + 1] ?? '';
    return (isMayor || OFFICE.has(sentence[office] ?? '')) && !OTHER_OFFICES.has(next);
  });
}

const LEADERSHIP = words(talk.words.leadership);
const FIRST = words('1 satu');

/** "NAMA untuk Jatim": for whom a province shall be, right behind the name. */
const TOWARDS = words('untuk utk buat bwt for');

/** "bandung butuh gubernur kayak ...", "maju ke jabar 1". */
function isOfPlace(
  sentence: readonly string[],
  seen: ReadonlySet<string>,
  behind: number,
  region: string,
): boolean {
  const long = regionOf(region);
  const isHere = (word = '') => PLACES.get(long)?.has(word) === true;
  if (TOWARDS.has(sentence[behind] ?? '') && isHere(sentence[behind + 1])) return true;
  if (isSeatTalk(sentence, region)) return true;
  if (isHeldBy(sentence, behind, long)) return true;
  return (
    (holdsAny(seen, LEADERSHIP) || isRunning(sentence, seen)) &&
    (sentence.some(isHere) || ` ${sentence.join(' ')} `.includes(` ${long} `))
  );
}

const NEEDS = words(talk.words.needs);
const LIKE = words(talk.words.like);
const BESIDE = words(talk.words.beside);
const PROMISES = words(talk.words.promises);
const PUBLIC_WORKS = words(talk.words.publicWorks);
/** Who travels to a province, plays or works there. */
const TRAVELS = words(talk.words.travels);
/** Words from the province to the name: "jateng butuh orang yang kayak NAMA". */
const HELD_REACH = 6;
/** "NTT bersama NAMA": more words tell of a journey. */
const SHORT_SENTENCE = 5;

/** "sulut butuh orang kayak NAMA", "Banten di tangan NAMA", "jatim bareng NAMA", "NAMA janji sekolah gratis se Jabar": of the province itself. */
function isHeldBy(sentence: readonly string[], behind: number, long: string): boolean {
  const [province = ''] = PLACES.get(long) ?? [];
  if (province === '' || sentence.some((word) => TRAVELS.has(word) || MATCHES.has(word))) return false;
  const ends = endOf(sentence, province, long);
  if (ends === 0) return false;
  if (PROMISES.has(sentence[behind] ?? '')) return isOfPublic(sentence.slice(behind + 1));
  if (behind <= ends) return false;
  // "sulsel NAMA menang mutlak"
  if (ends === behind - 1 && WON.has(sentence[behind] ?? '')) return true;
  const between = sentence.slice(ends, behind - 1);
  if (between.length > HELD_REACH) return false;
  const last = between.at(-1) ?? '';
  // Somebody goes there: "ke Bali bareng NAMA".
  const isOpen = ends === 1 || sentence.slice(0, ends).join(' ') === long;
  // "jabar butuh NAMA", but somebody else in "jabar butuh NAMA sopir"
  if (NEEDS.has(between[0] ?? ''))
    return sentence.length === behind && (between.length === 1 || LIKE.has(last));
  if (between.length > 1 && between.at(-2) === 'di' && last === 'tangan') return between.length === 2;
  return isOpen && BESIDE.has(last) && between.length < 3 && sentence.length <= SHORT_SENTENCE;
}

/** "sekolah gratis", "bangun jalan", but nobody's "jalan jalan" or "gratis ongkir". */
function isOfPublic(promised: readonly string[]): boolean {
  const works = new Set(promised.filter((word) => WORKS.has(word)));
  return works.size > 1 || promised.some((word) => PUBLIC_WORKS.has(word));
}

const WORKS = words(talk.words.works);

/** Index of the word behind the province, 0 where it is not spoken of. */
function endOf(sentence: readonly string[], province: string, long: string): number {
  const short = sentence.indexOf(province);
  if (short >= 0) return short + 1;
  const [first = '', second = ''] = long.split(' ');
  const at = sentence.findIndex((word, here) => word === first && sentence[here + 1] === second);
  return second === '' || at < 0 ? 0 : at + long.split(' ').length;
}

const RUNS = words(talk.words.runs);
const RUNS_WITH = words(talk.words.runsWith);

/** "Banten maju bersama ...", "nyalon lagi di ...", and not as the head of a street. */
function isRunning(sentence: readonly string[], seen: ReadonlySet<string>): boolean {
  const runs = sentence.some((word, at) => RUNS.has(word) && RUNS_WITH.has(sentence[at + 1] ?? ''));
  return runs && !holdsAny(seen, OTHER_CANDIDACY) && !holdsAny(seen, MATCHES);
}

/** What else is won and lost. */
const MATCHES = words(talk.words.matches);
const WON = words(talk.words.won);

/** "NAMA kalah di banten": of the province itself, since matches are won and lost in towns. */
function isResultOf(sentence: readonly string[], region: string | null): boolean {
  const [province = ''] = PLACES.get(regionOf(region ?? '')) ?? [];
  return (
    province !== '' &&
    !sentence.some((word) => MATCHES.has(word)) &&
    sentence.some((word, at) => WON.has(word) && sentence[at + 1] === 'di' && sentence[at + 2] === province)
  );
}

/** "jabar 1", "kalah di banten": so clear that it makes a candidate of a misspelt common name too. */
export function isSeatTalk(sentence: readonly string[], region: string | null): boolean {
  const places = PLACES.get(regionOf(region ?? ''));
  return (
    isResultOf(sentence, region) ||
    sentence.some((word, at) => places?.has(word) === true && FIRST.has(sentence[at + 1] ?? ''))
  );
}

function regionOf(region: string): string {
  return region.toLowerCase().replace(/^(?:kota|kabupaten) /, '');
}

const PLACES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(talk.places).map(([region, names]) => [region, words(names)]),
);

/** One of these stands in every such sentence, so that the skim reads it; towns that only a pack knows count beside a leader only. */
export const TALK_WORDS: ReadonlySet<string> = new Set([
  ...COURT,
  ...LAWSUIT,
  'periode',
  ...COUNTED,
  ...PARTIES,
  'suara',
  ...RUNS,
  ...WON,
  'count',
  'poll',
  'hitung',
  ...OFFICE,
  'wali',
  ...LEADERSHIP,
  ...CHOSEN_BY,
  ...POLICY,
  ...[...PLACES].flatMap(([region, names]) => [...names, region.split(' ')[0] ?? '']),
]);

function holdsAny(seen: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  for (const word of wanted) if (seen.has(word)) return true;
  return false;
}
