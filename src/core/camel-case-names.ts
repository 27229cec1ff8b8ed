import { findTerms } from './find-terms.ts';
import { isName, partsOf } from './hashtags.ts';
import { normalize } from './normalize.ts';
import type { Hit } from './resolve.ts';
import type { RuleIndex } from './rule-index.ts';
import type { Scan } from './scan.ts';
import { readingsOf } from './variants.ts';

/** More words nobody writes in one hashtag. */
const MAX_PARTS = 12;

/**
 * Sure names in a hashtag whose capitals part its words ("#NammaNama"): it is read as these words are anywhere else, so a
 * misspelt name is found beside the rest of it. Contests that sleep are found too.
 */
export function namesInParts(raw: string, rules: RuleIndex): readonly Hit[] {
  const parts = partsOf(raw);
  if (parts.length < 2 || parts.length > MAX_PARTS) return [];
  const text = parts.join(' ');
  const { tokens } = normalize(text);
  const scan: Scan = {
    rules,
    active: rules.contests.map(() => true),
    part: { field: 'text', index: 0, text },
    tokens,
    plain: tokens,
    readings: tokens.map((token) => readingsOf(token.text, rules.words)),
    hits: [],
  };
  findTerms(scan);
  return scan.hits.filter((hit) => isName(hit) && !hit.ambiguous);
}
