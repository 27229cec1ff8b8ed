import { endOfContestName, opensContestName, VOTER_EDUCATION } from '../language/contests/contest-names.ts';
import { ACCOUNT_FIELDS, type Finding } from '../types.ts';
import type { Text } from './marked-text.ts';
import type { RuleIndex } from './rule-index.ts';

/**
 * Active contests that the texts name ("pilgub jateng", "#Pilpres2024"), each place once; none where a text explains an election. An
 * account is judged by whom it is named after, not by a contest.
 */
export function findContests(
  texts: readonly Text[],
  { contestEntry: entry, contests }: RuleIndex,
  active: readonly boolean[],
): Finding[] {
  if (!entry || texts.some(({ tokens }) => tokens.some(({ text }) => VOTER_EDUCATION.has(text)))) return [];
  const candidates = contests.filter((_contest, at) => active[at] === true);
  return texts.flatMap(({ part, tokens }): Finding[] => {
    if (ACCOUNT_FIELDS.has(part.field)) return [];
    const found: Finding[] = [];
    for (let first = 0; first < tokens.length; ) {
      let last = first + 1;
      while (tokens[last]?.breaks === false) last += 1;
      const sentence = tokens.slice(first, last).map(({ text }) => text);
      for (let at = 0; at < sentence.length; at += 1) {
        if (!opensContestName(sentence[at] ?? '')) continue;
        const contest = candidates.find((one) => endOfContestName(sentence, at, one) > 0);
        if (!contest) continue;
        const behind = endOfContestName(sentence, at, contest);
        const start = tokens[first + at]?.start ?? 0;
        const end = tokens[first + behind - 1]?.end ?? start;
        const { field, index, text } = part;
        found.push({
          entity: entry.id,
          contest: contest.id,
          kind: 'phrase',
          signal: 'subject',
          field,
          index,
          start,
          end,
          text: text.slice(start, end),
        });
        at = behind - 1;
      }
      first = last;
    }
    return found;
  });
}
