import { describe, expect, it } from 'vitest';
import { compile } from '../../src/core/compile/compile.ts';
import { createRuleIndex } from '../../src/core/matching/rule-index.ts';
import { RULE_ENTRIES } from '../../src/core/rule-file/rules.ts';
import { testPack } from './test-pack.ts';

describe('compile', () => {
  const rules = compile([testPack()]);

  it('keeps every reference inside its list', () => {
    for (const term of rules.terms) expect(rules.entries[term.entry]).toBeDefined();
    for (const entry of rules.entries) {
      expect(rules.packs[entry.pack]).toBeDefined();
      if (entry.contest >= 0) expect(rules.contests[entry.contest]).toBeDefined();
    }
  });

  it('puts pack terms through normalize()', () => {
    const tokens = rules.terms.map((term) => term.tokens.join(' '));
    expect(tokens).toEqual(expect.arrayContaining(['sutrala wijaksa', '#sutralamaju', '@timsutrala']));
  });

  it('joins the names of a pair in both orders', () => {
    const tokens = rules.terms.map((term) => term.tokens.join(' '));
    expect(tokens).toEqual(expect.arrayContaining(['sutrala melodra', 'melodra sutrala']));
  });

  it('adds the entries of the rules of the language, and nothing when there is no pack', () => {
    const added = RULE_ENTRIES.map(({ id }) => id);
    expect(rules.entries.slice(-added.length).map(({ id }) => id)).toEqual(added);
    expect(compile([])).toMatchObject({ packs: [], contests: [], entries: [], terms: [] });
  });

  it('refuses two packs that use the same id', () => {
    expect(() => compile([testPack(), { ...testPack(), id: 'second' }])).toThrow(/"demo".*"test".*"second"/);
  });

  it('answers what the decision asks of the index', () => {
    const index = createRuleIndex(rules);
    expect(index.contest('demo')?.year).toBe(2030);
    expect(index.contest('other')).toBeUndefined();
    expect(index.roleOf('demo:ticket-1')).toBe('ticket');
    expect(index.packOf('demo:ticket-1')?.version).toBe('7');
    expect(index.packOf('nobody')).toBeUndefined();
  });
});
