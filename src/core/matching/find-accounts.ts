import { normalize } from '../text/normalize.ts';
import { isClearName, splitHashtag } from './hashtags.ts';
import { entryOf, type Scan } from './scan.ts';

/** A post by a campaign account or team, or in its group, is campaign whatever it says. */
export function findAccount(scan: Scan): void {
  for (const hit of [...scan.hits]) {
    if (
      hit.entry.role === 'campaign-team' &&
      (hit.kind === 'name' || hit.kind === 'alias') &&
      !hit.ambiguous
    ) {
      scan.hits.push({ ...hit, kind: 'account', signal: 'campaign' });
    }
  }
  const handle = scan.part.text.trim().replace(/^@/, '');
  const { tokens } = normalize(`@${handle}`);
  const [token] = tokens;
  if (!token || tokens.length !== 1 || scan.tokens.length === 0) return;
  const range = { from: 0, to: scan.tokens.length };
  for (const term of scan.rules.terms.get(token.text) ?? []) {
    const entry = entryOf(scan, term);
    if (entry)
      scan.hits.push({
        ...range,
        entry,
        kind: 'account',
        signal: 'campaign',
        ambiguous: false,
        rule: 'exact',
      });
  }
  if (scan.part.field !== 'handle') return;
  for (const term of splitHashtag(token.text.slice(1).replaceAll('.', ''), scan.rules.hashtags)?.[0]?.terms ??
    []) {
    const entry = entryOf(scan, term);
    if (
      !entry ||
      !isClearName(term) ||
      term.tokens.join('').length !== token.text.replace(/[@._]/g, '').length
    )
      continue;
    scan.hits.push({
      ...range,
      entry,
      kind: term.kind as 'name' | 'alias',
      signal: 'subject',
      ambiguous: false,
      rule: 'joined',
    });
  }
}
