import { isContestTalk } from '../language/contests/contest-talk.ts';
import { isSeatTalk } from '../language/contests/contested-places.ts';
import type { Sentence } from '../language/contests/sentence.ts';
import {
  CHOSEN_BY,
  ELECTION_WORDS,
  EVERYDAY_TALK,
  LEADS,
  NEAR_ELECTION_WORDS,
  OTHER_CANDIDACY,
  OTHER_OFFICES,
  TITLES,
  wordSet,
} from '../language/vocabulary.ts';
import type { Token } from '../text/token.ts';
import { isElectoralTag } from './hashtags.ts';
import type { Hit } from './resolve.ts';

/** How far from a common name a word like "gubernur" still speaks of it, in words. */
const REACH = 4;
/** The same for another spelling ("anis jadi presiden"), which many bear, and for initials ("presiden ABC"). */
const SHORT_REACH = 2;

/** Does this word make a text electoral, wherever it stands? */
export function isElectionWord(token: Token): boolean {
  return ELECTION_WORDS.has(wordOf(token)) || (token.kind === 'hashtag' && isElectoralTag(wordOf(token)));
}

type Span = Pick<Hit, 'from' | 'to'>;

/**
 * Whether a common name stands near a word such as "gubernur" or "pendukung", or in a sentence that speaks of its contest, in
 * `region`. Offices and supporters are in the news and in football too, so these words say nothing of a name further away,
 * nor of somebody else's whole name.
 */
export function isNearElectionWord(
  tokens: readonly Token[],
  name: Pick<Hit, 'from' | 'to' | 'rule' | 'initials' | 'entry'>,
  text: string,
  region: string | null = null,
): boolean {
  const isDoubtful = name.rule === 'misspelt' || name.initials === true;
  const isMeant =
    officeNear(tokens, name, isDoubtful ? SHORT_REACH : REACH) ||
    isSpokenOf(sentenceAround(tokens, name), isDoubtful, region) ||
    (!isDoubtful && name.entry.role === 'candidate' && isChosen(tokens, name));
  if (!isMeant || isPartOfOtherName(tokens, name, text)) return false;
  // Where everything is in capitals, "AMIN" is a prayer.
  return !name.initials || hasSmallWord(tokens, name, text);
}

function isSpokenOf(sentence: Sentence, isDoubtful: boolean, region: string | null): boolean {
  return isDoubtful ? isSeatTalk(sentence.words, region) : isContestTalk(sentence, region);
}

function sentenceAround(tokens: readonly Token[], { from, to }: Span): Sentence {
  let first = from;
  while (first > 0 && tokens[first]?.breaks === false) first -= 1;
  let last = to;
  while (tokens[last]?.breaks === false) last += 1;
  return { words: tokens.slice(first, last).map(wordOf), at: from - first, behind: to - first };
}

/** "milih Nama", "relawan pak Nama": somebody's choice, where nothing says for what else a class or a shop chooses. */
function isChosen(tokens: readonly Token[], name: Span): boolean {
  let verb = name.from - 1;
  while (name.from - verb <= LEADS_REACH && tokens[verb + 1]?.breaks === false && isLead(tokens[verb]))
    verb -= 1;
  if (tokens[verb + 1]?.breaks !== false || !CHOSEN_BY.has(tokens[verb]?.text ?? '')) return false;
  // "pilih Surya atau Jaya", "vote Agus buat jadi MC", "pilih sandi yang kuat"
  const next = tokens[name.to];
  if (next?.breaks === false && NO_CHOICE.has(next.text)) return false;
  return !sentenceAround(tokens, name).words.some(
    (word) => OTHER_CANDIDACY.has(word) || EVERYDAY_TALK.has(word),
  );
}

const LEADS_REACH = 2;
const NO_CHOICE = wordSet('yang yg atau apa buat bwt untuk utk jadi jd sebagai wifi akun');

function isLead(token: Token | undefined): boolean {
  return token !== undefined && (TITLES.has(token.text) || token.text === 'si');
}

function officeNear(tokens: readonly Token[], { from, to }: Span, reach: number): boolean {
  for (let at = from - 1; at >= from - reach && tokens[at + 1]?.breaks === false; at -= 1) {
    if (isOffice(tokens, at)) return true;
  }
  for (let at = to; at < to + reach && tokens[at]?.breaks === false; at += 1) {
    if (isOffice(tokens, at)) return true;
  }
  return false;
}

function isOffice(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !NEAR_ELECTION_WORDS.has(wordOf(token))) return false;
  const next = tokens[at + 1];
  return next?.breaks !== false || !OTHER_OFFICES.has(wordOf(next));
}

/** "Nelson Mandela", "Rina Hidayat": capitals go on around the name, in a sentence that keeps capitals for names. */
function isPartOfOtherName(tokens: readonly Token[], { from, to }: Span, text: string): boolean {
  const isCapital = (at: number) => {
    const token = tokens[at];
    return (
      token?.kind === 'word' && !isOffice(tokens, at) && CAPITAL.test(text.slice(token.start, token.end))
    );
  };
  const surname = tokens[to]?.breaks === false && isCapital(to);
  // A sentence opens with a capital anyway, "Gubernur Jakarta Wira" names a place, and "Pak Wira" is he.
  const before = tokens[from - 1];
  const firstName =
    before?.breaks === false &&
    from > 1 &&
    tokens[from]?.breaks === false &&
    isCapital(from - 1) &&
    !TITLES.has(before.text) &&
    !LEADS.has(before.text) &&
    !isOffice(tokens, from - 2);
  return (surname || firstName) && hasSmallWord(tokens, { from, to }, text);
}

const CAPITAL = /^\p{Lu}\p{Ll}{2}/u;
const SMALL = /^\p{Ll}{2}/u;

/** In the sentence around a name. */
function hasSmallWord(tokens: readonly Token[], { from, to }: Span, text: string): boolean {
  const isSmall = ({ start, end }: Token) => SMALL.test(text.slice(start, end));
  for (let at = from - 1; at >= 0 && tokens[at + 1]?.breaks === false; at -= 1) {
    if (isSmall(tokens[at] as Token)) return true;
  }
  for (let at = to; tokens[at]?.breaks === false; at += 1) {
    if (isSmall(tokens[at] as Token)) return true;
  }
  return false;
}

function wordOf({ text, kind }: Token): string {
  return kind === 'hashtag' ? text.slice(1) : text;
}
