import { describe, expect, it } from 'vitest';
import {
  answerTo,
  SOURCES,
  type Source,
  STRICTNESSES,
  type Strictness,
} from '../../src/core/decision-table.ts';
import { STRENGTHS, type Strength } from '../../src/core/strength.ts';
import { ACTION_KINDS, type ActionKind } from '../../src/core/types.ts';

/** Actions by what they say of a person; written out again, so that a change of the table must be made twice. */
const LIKES: readonly ActionKind[] = ['like', 'react'];
const TIES: readonly ActionKind[] = ['follow', 'friend', 'join', 'page'];
const SHARES: readonly ActionKind[] = ['share', 'repost', 'quote'];
const WORDS: readonly ActionKind[] = ['comment', 'reply', 'post', 'upload'];
const ALL = [...LIKES, ...TIES, ...SHARES, ...WORDS];

interface Expected {
  readonly remind: readonly ActionKind[];
  readonly hint: readonly ActionKind[];
}
const remindAll: Expected = { remind: ALL, hint: [] };
const silent: Expected = { remind: [], hint: [] };
const hintAll: Expected = { remind: [], hint: ALL };

/** What a person gets for each source, strength and strictness. */
const EXPECTED: Record<Source, Record<Strength, Record<Strictness, Expected>>> = {
  ordinary: {
    named: {
      gentle: silent,
      normal: hintAll,
      strict: { remind: [...TIES, ...SHARES, ...WORDS], hint: LIKES },
    },
    'account-named': {
      gentle: { remind: [], hint: TIES },
      normal: { remind: TIES, hint: [...LIKES, ...SHARES, ...WORDS] },
      strict: remindAll,
    },
    cue: {
      gentle: { remind: [...TIES, ...SHARES, ...WORDS], hint: LIKES },
      normal: remindAll,
      strict: remindAll,
    },
    'campaign-account': { gentle: remindAll, normal: remindAll, strict: remindAll },
    'own-support': { gentle: remindAll, normal: remindAll, strict: remindAll },
  },
  press: {
    named: { gentle: silent, normal: { remind: [], hint: [...SHARES, ...WORDS] }, strict: hintAll },
    'account-named': { gentle: silent, normal: { remind: [], hint: [...SHARES, ...WORDS] }, strict: hintAll },
    cue: {
      gentle: { remind: [], hint: SHARES },
      normal: { remind: SHARES, hint: [...LIKES, ...TIES, ...WORDS] },
      strict: remindAll,
    },
    'campaign-account': { gentle: remindAll, normal: remindAll, strict: remindAll },
    'own-support': { gentle: remindAll, normal: remindAll, strict: remindAll },
  },
  official: {
    named: { gentle: silent, normal: silent, strict: { remind: [], hint: [...SHARES, ...WORDS] } },
    'account-named': { gentle: silent, normal: silent, strict: { remind: [], hint: [...SHARES, ...WORDS] } },
    cue: {
      gentle: silent,
      normal: { remind: [], hint: [...LIKES, ...SHARES, ...WORDS] },
      strict: { remind: [...SHARES, ...WORDS], hint: [...LIKES, ...TIES] },
    },
    'campaign-account': { gentle: remindAll, normal: remindAll, strict: remindAll },
    'own-support': { gentle: remindAll, normal: remindAll, strict: remindAll },
  },
};

const cells = SOURCES.flatMap((source) =>
  STRENGTHS.flatMap((strength) =>
    STRICTNESSES.flatMap((strictness) =>
      ACTION_KINDS.map((action) => ({ source, strength, strictness, action })),
    ),
  ),
);

describe('decisions, cell by cell', () => {
  it('are there for every action', () => {
    expect([...ALL].sort()).toEqual([...ACTION_KINDS].sort());
    expect(cells).toHaveLength(585);
  });

  it.each(cells)('$source, $strength, $strictness, $action', ({ source, strength, strictness, action }) => {
    const { remind, hint } = EXPECTED[source][strength][strictness];
    const expected = remind.includes(action) ? 'remind' : hint.includes(action) ? 'hint' : 'none';
    expect(answerTo(source, strength, action, strictness, false)).toBe(expected);
  });

  it('another step of strictness never says less', () => {
    const weight = { none: 0, hint: 1, remind: 2 };
    for (const { source, strength, action } of cells) {
      const [gentle, normal, strict] = STRICTNESSES.map(
        (strictness) => weight[answerTo(source, strength, action, strictness, false)],
      );
      expect(gentle).toBeLessThanOrEqual(normal ?? 0);
      expect(normal).toBeLessThanOrEqual(strict ?? 0);
    }
  });

  it('of a contest elsewhere a like gives a hint at most, and nothing else changes', () => {
    for (const { source, strength, strictness, action } of cells) {
      const here = answerTo(source, strength, action, strictness, false);
      const isEased = LIKES.includes(action) && strictness !== 'strict' && strength !== 'campaign-account';
      const expected = isEased && here === 'remind' ? 'hint' : here;
      expect(answerTo(source, strength, action, strictness, true)).toBe(expected);
    }
  });
});
