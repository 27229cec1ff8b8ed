import type { Source, Strictness } from '../../src/core/reminding/decision-table.ts';
import type { Strength } from '../../src/core/reminding/strength.ts';
import type { ActionKind } from '../../src/core/types.ts';

/** Actions by what they say of a person; written out again, so that a change of the table must be made twice. */
export const LIKES: readonly ActionKind[] = ['like', 'react'];
const TIES: readonly ActionKind[] = ['follow', 'friend', 'join', 'page'];
const SHARES: readonly ActionKind[] = ['share', 'repost', 'quote'];
const WORDS: readonly ActionKind[] = ['comment', 'reply', 'post', 'upload'];
export const ALL = [...LIKES, ...TIES, ...SHARES, ...WORDS];

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

export function expectedAnswer(
  source: Source,
  strength: Strength,
  strictness: Strictness,
  action: ActionKind,
) {
  const { remind, hint } = EXPECTED[source][strength][strictness];
  return remind.includes(action) ? 'remind' : hint.includes(action) ? 'hint' : 'none';
}
