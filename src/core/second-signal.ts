import type { Token } from './token.ts';
import { ELECTION_WORDS, NEAR_ELECTION_WORDS, OTHER_OFFICES } from './vocabulary.ts';

/** How many words may stand between a common name and a word like "gubernur". */
const REACH = 4;

/** Does this word make a text electoral, wherever it stands? */
export function isElectionWord(token: Token): boolean {
  return ELECTION_WORDS.has(wordOf(token));
}

/**
 * Whether a common name at [`from`, `to`) stands near a word such as "gubernur" or "pendukung". Offices and supporters are
 * in the news and in football too, so these words say nothing of a name further away, nor of somebody with another surname.
 */
export function isNearElectionWord(
  tokens: readonly Token[],
  from: number,
  to: number,
  text: string,
): boolean {
  if (hasOtherSurname(tokens, from, to, text)) return false;
  for (let at = from - 1; at >= 0 && at >= from - REACH; at -= 1) {
    if (tokens[at + 1]?.breaks !== false) break;
    if (isOffice(tokens, at)) return true;
  }
  for (let at = to; at < to + REACH; at += 1) {
    if (tokens[at]?.breaks !== false) break;
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

/** "Nelson Mandela": a capital goes on behind the name, in a sentence that keeps capitals for names. */
function hasOtherSurname(tokens: readonly Token[], from: number, to: number, text: string): boolean {
  const next = tokens[to];
  if (next?.breaks !== false || next.kind !== 'word' || isOffice(tokens, to)) return false;
  if (!/^\p{Lu}\p{Ll}{2}/u.test(text.slice(next.start, next.end))) return false;
  let first = from;
  while (first > 0 && tokens[first]?.breaks === false) first -= 1;
  for (let at = first; at === first || tokens[at]?.breaks === false; at += 1) {
    const token = tokens[at];
    if (token && (at < from || at > to) && /^\p{Ll}{2}/u.test(text.slice(token.start, token.end)))
      return true;
  }
  return false;
}

function wordOf({ text, kind }: Token): string {
  return kind === 'hashtag' ? text.slice(1) : text;
}
