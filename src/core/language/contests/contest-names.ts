import type { Contest } from '../../types.ts';
import { ELECTION_WORDS, wordSet as words } from '../vocabulary.ts';
import talk from './contest-talk.json';
import { PLACES, regionOf } from './provinces.ts';

/**
 * Names of contests as people write them: "pilgub jateng", "calon gubernur jawa tengah", "pilpres 2024", "#DebatPilkadaDKI". A poll of
 * a place needs the place, one of the country its year or a debate: "pilkada" alone is a day off, "capres" anybody.
 */
const POLLS = {
  governor: words(talk.words.governorPolls),
  regent: words(talk.words.regentPolls),
  president: words(talk.words.presidentPolls),
} as const;
const ALL_POLLS = new Set(Object.values(POLLS).flatMap((polls) => [...polls]));
const OPENERS = words(talk.words.pollOpeners);
const BEFORE_PLACES = words('di provinsi prov');
const PARTS = words(talk.words.partsOfProvinces);
const OFFICES = {
  governor: words('gubernur'),
  regent: words('bupati walikota'),
  president: words('presiden'),
} as const;

/** Talk of those who run elections and of neutral officials: such a text explains a contest. */
export const VOTER_EDUCATION: ReadonlySet<string> = words(talk.words.voterEducation);

type Named = Pick<Contest, 'kind' | 'region' | 'year'>;

/** Whether a name of a contest may open with this word: so that hardly any is compared with all contests. */
export function opensContestName(word: string): boolean {
  return ALL_POLLS.has(word) || OPENERS.has(word) || gluedPoll(word) !== undefined;
}

/** Index behind the name of the contest that opens at `at`, 0 where none does. Words are folded, hashtags keep their sign. */
export function endOfContestName(sentence: readonly string[], at: number, contest: Named): number {
  const { kind } = contest;
  if (!isPolled(kind)) return 0;
  const word = sentence[at] ?? '';
  if (isGlued(word, kind, contest)) return at + 1;
  const behind = endOfPoll(sentence, at, kind);
  if (behind === 0) return 0;
  if (kind !== 'president') return endOfPlace(sentence, behind, contest);
  if (sentence[behind] === String(contest.year)) return behind + 1;
  return word === 'debat' && !isYear(sentence[behind]) ? behind : 0;
}

type Polled = keyof typeof POLLS;

function isPolled(kind: Contest['kind']): kind is Polled {
  return Object.hasOwn(POLLS, kind);
}

/** Behind "pilgub", "calon wakil gubernur", "debat capres". */
function endOfPoll(sentence: readonly string[], at: number, kind: Polled): number {
  const polls = POLLS[kind];
  const [first = '', second = '', third = ''] = sentence.slice(at, at + 3);
  if (polls.has(first)) return at + 1;
  if (!OPENERS.has(first)) return 0;
  if (first === 'debat' && polls.has(second)) return at + 2;
  if (OFFICES[kind].has(second)) return at + 2;
  return second === 'wakil' && OFFICES[kind].has(third) ? at + 3 : 0;
}

function endOfPlace(sentence: readonly string[], from: number, contest: Named): number {
  let at = from;
  while (BEFORE_PLACES.has(sentence[at] ?? '')) at += 1;
  for (const place of placesOf(contest)) {
    const parts = place.split(' ');
    if (!parts.every((part, step) => sentence[at + step] === part)) continue;
    const end = at + parts.length;
    // A regency of the province, or the next one: "pilkada aceh barat", "pilgub papua selatan".
    if (PARTS.has(sentence[end] ?? '')) return 0;
    if (!isYear(sentence[end])) return end;
    return sentence[end] === String(contest.year) ? end + 1 : 0;
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
  const short = [...(PLACES.get(long) ?? [])].filter((place) => !CAPITALS.has(place));
  return [long, ...short];
}

/** Towns, where others are elected. */
const CAPITALS = words(talk.words.capitals);

function isYear(word: string | undefined): boolean {
  return word !== undefined && /^(?:19|20)\d\d$/.test(word);
}
