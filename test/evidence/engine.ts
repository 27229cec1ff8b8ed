import { loadPacks } from '../../src/cli/packs.ts';
import { compile } from '../../src/core/compile.ts';
import { match } from '../../src/core/match.ts';
import type { Pack } from '../../src/core/pack.ts';
import { createRuleIndex, type RuleIndex } from '../../src/core/rule-index.ts';
import type { Content, Level, Match } from '../../src/core/types.ts';

/** Passes the skim, and is nothing for the matcher. */
const PASSES = '# a b c';

export interface Engine {
  readonly packs: readonly Pack[];
  /** Every contest counts as active. */
  read(content: Content): Match;
  readonly rules: RuleIndex;
  /** Level of a text when the full matcher reads it, whatever the skim says. */
  readWhole(text: string): Level;
}

/** Every pack of `rules/`, as the command line loads them. */
export function createEngine(): Engine {
  const packs = loadPacks([]);
  const rules = createRuleIndex(compile(packs));
  return {
    packs,
    rules,
    read: (content) => match(content, rules, () => true),
    // A second part that the skim passes takes the first one along: the level is that of the first.
    readWhole: (text) => match({ text, link: PASSES }, rules, () => true).level,
  };
}
