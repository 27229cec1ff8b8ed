import { loadPacks } from '../../src/cli/packs.ts';
import { compile } from '../../src/core/compile.ts';
import { match } from '../../src/core/match.ts';
import type { Pack } from '../../src/core/pack.ts';
import { createRuleIndex } from '../../src/core/rule-index.ts';
import type { Content, Match } from '../../src/core/types.ts';

export interface Engine {
  readonly packs: readonly Pack[];
  /** Every contest counts as active. */
  read(content: Content): Match;
}

/** Every pack of `rules/`, as the command line loads them. */
export function createEngine(): Engine {
  const packs = loadPacks([]);
  const rules = createRuleIndex(compile(packs));
  return { packs, read: (content) => match(content, rules, () => true) };
}
