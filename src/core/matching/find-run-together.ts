import type { VariantRule } from '../types.ts';
import { findGlued } from './glued.ts';
import { isClearName } from './hashtags.ts';
import { pushTerm, type Scan } from './scan.ts';

/** "prabo wo" in two pieces, and "namanama" without a space. */
export function findRunTogether(scan: Scan): void {
  const { rules, tokens, readings, wholes } = scan;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    const known = (readings[at]?.length ?? 0) > 0;
    const whole = wholes[at];
    const isLong =
      (whole?.length ?? 0) >= MIN_KNOWN_APART || (!known && (readings[at + 1]?.length ?? 0) === 0);
    if (whole !== undefined && isLong) pushWhole(scan, at, at + 2, whole, 'spaced');
    if (known) continue;
    for (const term of findGlued(token.text, rules.hashtags)) {
      pushTerm(scan, term, { from: at, to: at + 1, rule: 'joined', doubtful: false, linked: true });
    }
  }
}

/** Of a name whose pieces are words of their own: "risma harini". */
const MIN_KNOWN_APART = 7;

/** A name of one word that stands in more than one token. */
function pushWhole(scan: Scan, from: number, to: number, word: string, rule: VariantRule): void {
  for (const term of scan.rules.terms.get(word) ?? []) {
    if (term.tokens.length > 1 || !isClearName(term)) continue;
    pushTerm(scan, term, { from, to, rule, doubtful: false, linked: false });
  }
}
