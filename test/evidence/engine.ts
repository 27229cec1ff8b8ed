import { loadPacks } from '../../src/cli/packs.ts';
import { compile } from '../../src/core/compile/compile.ts';
import { match, matchWhole } from '../../src/core/matching/match.ts';
import { createRuleIndex, type RuleIndex } from '../../src/core/matching/rule-index.ts';
import type { Pack } from '../../src/core/pack/pack.ts';
import type { Content, Match } from '../../src/core/types.ts';

export interface Engine {
  readonly packs: readonly Pack[];
  /** Every contest counts as active. */
  read(content: Content): Match;
  readonly rules: RuleIndex;
  /** The same without the skim. */
  readWhole(content: Content): Match;
}

let shared: Engine | undefined;

/** Every pack of `rules/`, as the command line loads them: one for all test files of a worker, for nobody changes it. */
export function createEngine(): Engine {
  shared ??= newEngine();
  return shared;
}

function newEngine(): Engine {
  const packs = loadPacks([]);
  const rules = createRuleIndex(compile(packs));
  return {
    packs,
    rules,
    read: (content) => match(content, rules, () => true),
    readWhole: (content) => matchWhole(content, rules, () => true),
  };
}
