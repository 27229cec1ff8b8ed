import { normalize } from '../text/normalize.ts';
import { findTerms } from './find-terms.ts';
import { MIN_PART } from './glued.ts';
import { isName, isPieceOfName, partsOf } from './hashtags.ts';
import type { Hit } from './resolve.ts';
import type { RuleIndex } from './rule-index.ts';
import { readTokens, type Scan } from './scan.ts';

/** More words nobody writes in one hashtag. */
const MAX_PARTS = 12;
const MAX_BODY = 40;
const LETTERS = /^#?[a-z]+$/;

/**
 * Sure names in a hashtag that no dictionary splits. Where capitals part its words ("#NammaNama") it is read as these words are
 * anywhere else, so a misspelt name is found beside the rest of it; without capitals both names of a pair must be there, one of them
 * as it is spelt. Contests that sleep are found too.
 */
export function namesInParts(raw: string, rules: RuleIndex): readonly Hit[] {
  const parts = partsOf(raw);
  if (parts.length > 1) return parts.length > MAX_PARTS ? [] : namesIn(parts.join(' '), rules);
  for (const text of LETTERS.test(raw) ? halvesOf(raw.replace('#', ''), rules) : []) {
    const names = namesIn(text, rules).filter(({ from, to }) => to - from > 1);
    if (names.length > 0) return names;
  }
  return [];
}

/** The body in two, wherever one half is a name or a part of one. */
function halvesOf(body: string, { hashtags }: RuleIndex): string[] {
  const halves: string[] = [];
  if (body.length > MAX_BODY) return halves;
  for (let at = MIN_PART; at <= body.length - MIN_PART; at += 1) {
    const [one, other] = [body.slice(0, at), body.slice(at)];
    if (isPieceOfName(one, hashtags) || isPieceOfName(other, hashtags)) halves.push(`${one}-${other}`);
  }
  return halves;
}

function namesIn(text: string, rules: RuleIndex): readonly Hit[] {
  const { tokens } = normalize(text);
  const scan: Scan = {
    rules,
    active: rules.contests.map(() => true),
    part: { field: 'text', index: 0, text },
    tokens,
    plain: tokens,
    ...readTokens(tokens, rules),
    hits: [],
  };
  findTerms(scan);
  return scan.hits.filter((hit) => isName(hit) && !hit.ambiguous);
}
