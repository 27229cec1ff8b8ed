import { describe, expect, it } from 'vitest';
import { levelOf } from '../../src/core/matching/level.ts';
import { strengthOf } from '../../src/core/reminding/strength.ts';
import type { Finding } from '../../src/core/types.ts';
import { finding } from './grounds.ts';

const strength = (...findings: Finding[]) => strengthOf(levelOf(findings), findings);
const named = (part: Partial<Finding> = {}) =>
  finding('Sutrala', { kind: 'name', signal: 'subject', ...part });
const support = (part: Partial<Finding> = {}) => finding('dukung', { signal: 'supporting', ...part });
const cue = (part: Partial<Finding> = {}) => finding('coblos nomor 2', part);

describe('strength', () => {
  it('of nothing is none', () => {
    expect(strength()).toBeNull();
    expect(strength(support())).toBeNull();
  });

  it('grows from a name to a cue', () => {
    expect(strength(named())).toBe('named');
    expect(strength(named({ field: 'quoted' }))).toBe('named');
    expect(strength(named(), support())).toBe('cue');
    expect(strength(cue())).toBe('cue');
  });

  it.each(['author', 'handle', 'group'] as const)('of a name as %s is that of an account', (field) => {
    expect(strength(named({ field }))).toBe('account-named');
    expect(strength(named({ field }), cue())).toBe('cue');
    expect(strength(cue({ field, kind: 'account' }))).toBe('campaign-account');
    // "Coblos nomor 2" as a name is a cue, whoever that is.
    expect(strength(cue({ field }))).toBe('cue');
  });

  it('of a campaign account that is only mentioned is that of a cue', () => {
    expect(strength(cue({ kind: 'account', field: 'text' }))).toBe('cue');
  });

  it('of own words needs more than a name in them', () => {
    expect(strength(named({ field: 'own' }))).toBe('named');
    expect(strength(named({ field: 'own' }), cue())).toBe('cue');
    expect(strength(cue({ field: 'own' }))).toBe('own-support');
    expect(strength(named({ field: 'own' }), support({ field: 'own' }))).toBe('own-support');
    // "Lanjutkan!" below a post that names somebody.
    expect(strength(named(), support({ field: 'own' }))).toBe('own-support');
    // Support for nobody, beside a cue of the post.
    expect(strength(cue(), support({ field: 'own' }))).toBe('cue');
  });

  it('of own words counts before that of the account', () => {
    expect(strength(cue({ field: 'author', kind: 'account' }), cue({ field: 'own' }))).toBe('own-support');
  });
});
