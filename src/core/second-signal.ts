import { isElectoralTag, isRegion } from './hashtags.ts';
import type { Hit } from './resolve.ts';
import type { Token } from './token.ts';
import {
  ELECTION_WORDS,
  LEADS,
  NEAR_ELECTION_WORDS,
  OTHER_OFFICES,
  PLANS,
  TITLES,
  wordSet as words,
} from './vocabulary.ts';

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
 * Whether a common name stands near a word such as "gubernur" or "pendukung". Offices and supporters are
 * in the news and in football too, so these words say nothing of a name further away, nor of somebody else's whole name.
 */
export function isNearElectionWord(
  tokens: readonly Token[],
  name: Pick<Hit, 'from' | 'to' | 'rule' | 'initials'>,
  text: string,
): boolean {
  const reach = name.rule === 'misspelt' || name.initials ? SHORT_REACH : REACH;
  const isNear = officeNear(tokens, name, reach) || isForRegion(tokens, name) || isOfPlans(tokens, name);
  if (!isNear || isPartOfOtherName(tokens, name, text)) return false;
  // Where everything is in capitals, "AMIN" is a prayer.
  return !name.initials || hasSmallWord(tokens, name, text);
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

/** "RIDO for Jakarta": a name that is offered to a province. */
function isForRegion(tokens: readonly Token[], { to }: Span): boolean {
  const [link, region] = [tokens[to], tokens[to + 1]];
  return link?.breaks === false && FOR.has(link.text) && region?.breaks === false && isRegion(region.text);
}

/** "program mas Wira", "visi misi Pak Wira": whose they are, where somebody is spoken of with respect. */
function isOfPlans(tokens: readonly Token[], { from }: Span): boolean {
  const [title, plan] = [tokens[from - 1], tokens[from - 2]];
  return (
    tokens[from]?.breaks === false &&
    title?.breaks === false &&
    TITLES.has(title.text) &&
    PLANS.has(plan?.text ?? '')
  );
}

const FOR = words('for untuk buat utk 4');

function isOffice(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  // "kursi DKI 1"
  if (token && next?.text === '1' && !next.breaks && (isRegion(token.text) || token.text === 'ri'))
    return true;
  if (!token || !NEAR_ELECTION_WORDS.has(wordOf(token))) return false;
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
