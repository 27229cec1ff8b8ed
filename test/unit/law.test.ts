import { describe, expect, it } from 'vitest';
import { clausesFor, legalStage } from '../../src/core/reminding/law.ts';
import { ACTION_KINDS, type ActionKind, CONTEST_PHASES } from '../../src/core/types.ts';

/** Written out from the annex of the joint decree, so that a change of the table must be made twice. */
const CLAUSES: Record<ActionKind, { readonly prospective: string; readonly fixed: string }> = {
  like: { prospective: 'KE-4', fixed: 'DS-6' },
  react: { prospective: 'KE-4', fixed: 'DS-6' },
  comment: { prospective: 'KE-4', fixed: 'DS-6' },
  reply: { prospective: 'KE-4', fixed: 'DS-6' },
  share: { prospective: 'KE-4', fixed: 'DS-6' },
  repost: { prospective: 'KE-4', fixed: 'DS-6' },
  quote: { prospective: 'KE-4', fixed: 'DS-6' },
  follow: { prospective: 'KE-4', fixed: 'DS-6' },
  friend: { prospective: 'KE-4', fixed: 'DS-6' },
  join: { prospective: 'KE-4', fixed: 'DS-6' },
  page: { prospective: 'KE-4', fixed: 'DS-6' },
  post: { prospective: 'KE-4', fixed: 'DS-6' },
  upload: { prospective: 'KE-5', fixed: 'DS-7' },
};

describe('legalStage', () => {
  it.each(CONTEST_PHASES)('%s', (phase) => {
    expect(legalStage(phase)).toBe(phase === 'prospective' ? 'prospective' : 'fixed');
  });

  it('is unknown without a phase', () => {
    expect(legalStage(null)).toBe('unknown');
  });
});

describe('clausesFor', () => {
  const ids = (action: ActionKind, stage: Parameters<typeof clausesFor>[1]) =>
    clausesFor(action, stage).map((clause) => clause.id);

  it.each(ACTION_KINDS)('%s', (action) => {
    const { prospective, fixed } = CLAUSES[action];
    expect(ids(action, 'prospective')).toEqual([prospective]);
    expect(ids(action, 'fixed')).toEqual([fixed]);
    expect(ids(action, 'unknown')).toEqual([prospective, fixed]);
  });

  it('own words that campaign stand in forms of their own as well', () => {
    const own = (action: ActionKind, stage: Parameters<typeof clausesFor>[1]) =>
      clausesFor(action, stage, 'own-support').map((clause) => clause.id);
    for (const action of ['comment', 'reply', 'share', 'repost', 'quote', 'post'] as const) {
      expect(own(action, 'prospective')).toEqual(['KE-4', 'KE-2']);
      expect(own(action, 'fixed')).toEqual(['DS-6', 'DS-2', 'DS-8']);
      expect(own(action, 'unknown')).toEqual(['KE-4', 'DS-6']);
    }
    expect(own('upload', 'fixed')).toEqual(['DS-7', 'DS-2', 'DS-8']);
    for (const action of ['like', 'react', 'follow', 'friend', 'join', 'page'] as const)
      expect(own(action, 'fixed')).toEqual(['DS-6']);
  });

  it('states part, number and sanction as the decree does, each with a basis and two sources', () => {
    const all = [...clausesFor('like', 'unknown'), ...clausesFor('upload', 'unknown')];
    expect(all.map(({ id, part, number, sanction }) => [id, part, number, sanction])).toEqual([
      ['KE-4', 'kode etik', 4, 'moral'],
      ['DS-6', 'disiplin', 6, 'severe-discipline'],
      ['KE-5', 'kode etik', 5, 'moral'],
      ['DS-7', 'disiplin', 7, 'severe-discipline'],
    ]);
    for (const { id, basis, sources } of all) {
      expect(basis, id).toMatch(id.startsWith('KE') ? /PP 42\/2004/ : /PP 94\/2021/);
      expect(new Set(sources).size, id).toBeGreaterThanOrEqual(2);
    }
  });
});
