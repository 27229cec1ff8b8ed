import { openRuleFile, type RuleSections } from './rule-file.ts';
import { type CompiledRules, SECTIONS } from './rules.ts';
import { StringPool } from './string-pool.ts';

/** What a rule file says of the packs it was made of, without the tables that matching needs. */
export type RuleLabels = Pick<CompiledRules, 'packs' | 'contests' | 'neutralAccounts'>;

export function readLabels(sections: RuleSections, strings: StringPool): RuleLabels {
  const [index = 0] = sections.numbers(2 + SECTIONS.indexOf('labels'));
  return JSON.parse(strings.text(index));
}

/**
 * For those who match nothing.
 *
 * @throws RuleFileError when the bytes are no rule file of this format, or are cut or damaged.
 */
export function labelsOf(file: Uint8Array): RuleLabels {
  const sections = openRuleFile(file);
  return readLabels(sections, new StringPool(sections.units(0), sections.numbers(1)));
}
