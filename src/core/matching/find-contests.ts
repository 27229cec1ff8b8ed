import { contestNameLength, opensContestName, VOTER_EDUCATION } from '../language/contests/contest-names.ts';
import { ACCOUNT_FIELDS } from '../types.ts';
import type { Text } from './marked-text.ts';
import type { Hit } from './resolve.ts';
import type { RuleIndex } from './rule-index.ts';

/** Do the texts explain an election to those who vote, so that a contest in them is no subject? */
export function areVoterEducation(texts: readonly Text[]): boolean {
  return texts.some(({ tokens }) => tokens.some(({ text }) => VOTER_EDUCATION.has(text)));
}

/**
 * Active contests that a text names ("pilgub jateng", "#Pilpres2024"), each place once. An account is judged by whom it is named
 * after, not by a contest.
 */
export function findContests(
  { part, tokens }: Text,
  { contestEntry, contests }: RuleIndex,
  active: readonly boolean[],
): Hit[] {
  const hits: Hit[] = [];
  if (!contestEntry || ACCOUNT_FIELDS.has(part.field)) return hits;
  for (let from = 0; from < tokens.length; from += 1) {
    if (!opensContestName(tokens[from]?.text ?? '')) continue;
    let end = from + 1;
    while (tokens[end]?.breaks === false) end += 1;
    const words = tokens.slice(from, end).map(({ text }) => text);
    for (const [contest, named] of contests.entries()) {
      const length = active[contest] === true ? contestNameLength(words, named) : 0;
      if (length === 0) continue;
      const entry = { ...contestEntry, contest };
      const to = from + length;
      hits.push({ from, to, entry, kind: 'phrase', signal: 'subject', ambiguous: false, rule: 'exact' });
      from = to - 1;
      break;
    }
  }
  return hits;
}
