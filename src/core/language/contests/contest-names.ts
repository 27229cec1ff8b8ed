import type { Contest } from '../../types.ts';
import { ELECTION_WORDS, REGIONS, wordSet } from '../vocabulary.ts';
import talk from './contest-talk.json';
import { PLACES, regionOf } from './provinces.ts';

/**
 * Names of contests as people write them: "pilgub jateng", "calon gubernur jawa tengah", "pilpres 2024", "#DebatPilkadaDKI". A poll of
 * a place needs the place, one of the country its year or a debate: "pilkada" alone is a day off, "capres" anybody.
 */
const POLLS = {
  governor: wordSet(talk.words.governorPolls),
  regent: wordSet(talk.words.regentPolls),
  president: wordSet(talk.words.presidentPolls),
} as const;
const ALL_POLLS = new Set(Object.values(POLLS).flatMap((polls) => [...polls]));
const OPENERS = wordSet(talk.words.pollOpeners);
const BEFORE_PLACES = wordSet('di provinsi prov');
const PARTS = wordSet(talk.words.partsOfProvinces);
const OFFICES = {
  governor: wordSet('gubernur'),
  regent: wordSet('bupati walikota'),
  president: wordSet('presiden'),
} as const;

/** Talk of those who run elections and of neutral officials: such a text explains a contest. */
export const VOTER_EDUCATION: ReadonlySet<string> = wordSet(talk.words.voterEducation);

type Named = Pick<Contest, 'kind' | 'region' | 'year'>;

/** Whether a name of a contest may open with this word: so that hardly any is compared with all contests. */
export function opensContestName(word: string): boolean {
  return ALL_POLLS.has(word) || OPENERS.has(word) || gluedPoll(word) !== undefined;
}

/**
 * Number of words of the name of the contest that opens these, the rest of a sentence; 0 where it is not named so. Words are
 * folded, hashtags keep their sign.
 */
export function contestNameLength(words: readonly string[], contest: Named): number {
  const { kind } = contest;
  if (!isPolled(kind)) return 0;
  const [first = ''] = words;
  if (isGlued(first, kind, contest)) return 1;
  const behind = endOfPoll(words, kind);
  if (behind === 0) return 0;
  if (kind !== 'president') return endOfPlace(words, behind, contest);
  if (words[behind] === String(contest.year)) return behind + 1;
  return first === 'debat' && !isYear(words[behind]) ? behind : 0;
}

type Polled = keyof typeof POLLS;

function isPolled(kind: Contest['kind']): kind is Polled {
  return Object.hasOwn(POLLS, kind);
}

/** Behind "pilgub", "calon wakil gubernur", "debat capres". */
function endOfPoll([first = '', second = '', third = '']: readonly string[], kind: Polled): number {
  const polls = POLLS[kind];
  if (polls.has(first)) return 1;
  if (!OPENERS.has(first)) return 0;
  if (first === 'debat' && polls.has(second)) return 2;
  if (OFFICES[kind].has(second)) return 2;
  return second === 'wakil' && OFFICES[kind].has(third) ? 3 : 0;
}

function endOfPlace(words: readonly string[], from: number, contest: Named): number {
  let at = from;
  while (BEFORE_PLACES.has(words[at] ?? '')) at += 1;
  for (const place of placesOf(contest)) {
    const parts = place.split(' ');
    if (!parts.every((part, step) => words[at + step] === part)) continue;
    const end = at + parts.length;
    // A regency of the province, or the next one: "pilkada aceh barat", "pilgub papua selatan".
    if (PARTS.has(words[end] ?? '')) return 0;
    if (!isYear(words[end])) return end;
    return words[end] === String(contest.year) ? end + 1 : 0;
  }
  return 0;
}

const GLUED =
  /^#?(debat(?:final|publik|perdana)?)?(pilgub|pilkada|pilbup|pilwalkot|pilwali|pilwako|pilpres|ca(?:wa)?(?:gub|bup|pres)|cawalkot|cawali)(.*)$/;

/** The parts of a hashtag or of a word like "pilpres2024", undefined for any other word. */
function gluedPoll(word: string): RegExpExecArray | undefined {
  return word.startsWith('#') || ELECTION_WORDS.has(word) ? (GLUED.exec(word) ?? undefined) : undefined;
}

/** "#PilgubJateng2024", "pilpres2024", "#DebatCapres". */
function isGlued(word: string, kind: Polled, contest: Named): boolean {
  const [, debate = '', poll = '', rest = ''] = gluedPoll(word) ?? [];
  if (!POLLS[kind].has(poll)) return false;
  const year = String(contest.year);
  const isOfYear = (text: string) => text === year || text === year.slice(2);
  if (kind === 'president') return isOfYear(rest) || (debate !== '' && rest === '');
  return placesOf(contest).some((place) => {
    const glued = place.replaceAll(' ', '');
    return rest.startsWith(glued) && (rest === glued || isOfYear(rest.slice(glued.length)));
  });
}

/** The longest first: "Papua Barat" is not "Papua". */
function placesOf({ region }: Named): readonly string[] {
  const long = regionOf(region ?? '');
  if (long === '') return [];
  // Not the capital: others are elected in towns.
  const short = [...(PLACES.get(long) ?? [])].filter((place) => REGIONS.has(place));
  return [long, ...short];
}

function isYear(word: string | undefined): boolean {
  return word !== undefined && /^(?:19|20)\d\d$/.test(word);
}
