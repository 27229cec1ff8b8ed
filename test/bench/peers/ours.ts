import { loadPacks } from '../../../src/cli/packs.ts';
import { compile } from '../../../src/core/compile/compile.ts';
import { match } from '../../../src/core/matching/match.ts';
import { createRuleIndex } from '../../../src/core/matching/rule-index.ts';
import { packOfNames } from '../names.ts';
import type { Peer } from './peer.ts';

/** The terms as candidates of a pack beside the general one, with everything that `match()` does beyond finding them. */
export const ours: Peer = {
  name: 'match()',
  build: (terms) => {
    const rules = createRuleIndex(compile([...loadPacks(['general']), packOfNames(terms)]));
    return (text) => match({ text }, rules, () => true).findings.length;
  },
};
