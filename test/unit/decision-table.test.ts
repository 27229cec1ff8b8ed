import { describe, expect, it } from 'vitest';
import { answerTo, SOURCES, STRICTNESSES } from '../../src/core/reminding/decision-table.ts';
import { STRENGTHS } from '../../src/core/reminding/strength.ts';
import { ACTION_KINDS } from '../../src/core/types.ts';
import { ALL, expectedAnswer, LIKES } from './expected-decisions.ts';

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
    const expected = expectedAnswer(source, strength, strictness, action);
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
