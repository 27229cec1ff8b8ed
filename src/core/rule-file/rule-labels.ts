import type { CompiledRules } from './rules.ts';
import { type OpenedRules, openSections } from './sections.ts';
import { decode } from './string-pool.ts';

/** What a rule file says of the packs it was made of, without the tables that matching needs. */
export type RuleLabels = Pick<CompiledRules, 'packs' | 'contests' | 'neutralAccounts'>;

/** Labels as a section of UTF-16 units. */
export function encodeLabels({ packs, contests, neutralAccounts }: RuleLabels): Uint16Array {
  const text = JSON.stringify({ packs, contests, neutralAccounts });
  return Uint16Array.from({ length: text.length }, (_none, at) => text.charCodeAt(at));
}

export function readLabels({ list }: OpenedRules): RuleLabels {
  return JSON.parse(decode(Uint16Array.from(list('labels'))));
}

/**
 * For those who match nothing.
 *
 * @throws RuleFileError when the bytes are no rule file of this format, or are cut or damaged.
 */
export function labelsOf(file: Uint8Array): RuleLabels {
  return readLabels(openSections(file));
}
