import general from '../../../rules/general.json' with { type: 'json' };
import { compile } from '../../../src/core/compile/compile.ts';
import { match } from '../../../src/core/matching/match.ts';
import { createRuleIndex } from '../../../src/core/matching/rule-index.ts';
import { readPack } from '../../../src/core/pack/pack.ts';
import { packOfNames } from '../names.ts';
import type { Peer } from './peer.ts';

/** The terms as candidates of a pack beside the general one, with everything that `match()` does beyond finding them. */
export const ours: Peer = {
  name: 'match()',
  build: (terms) => {
    const known = readPack(general);
    if (!known.ok) throw new Error(known.problems.join('\n'));
    const rules = createRuleIndex(compile([known.pack, packOfNames(terms)]));
    return (text) => match({ text }, rules, () => true).findings.length;
  },
};
