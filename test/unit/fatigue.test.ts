import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/reminding/decision-table.ts';
import {
  calm,
  DEFAULT_LIMITS,
  EMPTY_MEMORY,
  HINT_COOL_DOWN_MS,
  type Occasion,
  QUIET_AFTER,
  REMINDER_ENDS,
  type ReminderMemory,
  remember,
} from '../../src/core/reminding/fatigue.ts';
import { STRENGTHS } from '../../src/core/reminding/strength.ts';

const NOON = Date.parse('2030-03-10T12:00:00+07:00');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
let count = 0;
/** Another post each time, unless it is said which. */
const occasion = (part: Partial<Occasion> = {}): Occasion => {
  count += 1;
  return { id: `o${count}`, post: `p${count}`, entity: 'a', account: `x ${count}`, strength: 'cue', ...part };
};
const ask = (memory: ReminderMemory, part: Partial<Occasion> = {}, now = NOON, answer: Answer = 'remind') =>
  calm(answer, occasion(part), memory, DEFAULT_LIMITS, now);
const memoryOf = (...events: readonly [Partial<Occasion>, (typeof REMINDER_ENDS)[number], number][]) =>
  events.reduce((memory, [part, end, now]) => remember(memory, occasion(part), end, now), EMPTY_MEMORY);

describe('without memory', () => {
  it.each(['none', 'hint', 'remind'] as const)('%s stays', (answer) => {
    expect(ask(EMPTY_MEMORY, {}, NOON, answer)).toEqual({ answer, reason: null });
  });
});

describe('the same post, action and own words', () => {
  const same = { id: 'same', strength: 'own-support' } as const;

  it.each(REMINDER_ENDS)('once, when it %s', (end) => {
    expect(ask(memoryOf([same, end, NOON - DAY]), same)).toEqual({ answer: 'none', reason: 'same-post' });
  });

  it('without anything to know it by, each time', () => {
    const unknown = { id: '', post: '', strength: 'own-support' } as const;
    expect(ask(memoryOf([unknown, 'continued', NOON]), unknown).answer).toBe('remind');
  });

  it('a post that was muted, whatever the action', () => {
    const memory = memoryOf([{ post: 'loud' }, 'muted-post', NOON - DAY]);
    expect(ask(memory, { post: 'loud', strength: 'own-support' })).toEqual({
      answer: 'none',
      reason: 'same-post',
    });
    expect(ask(memory, { post: 'other', entity: 'b' }).answer).toBe('remind');
    expect(memoryOf([{ post: '' }, 'muted-post', NOON]).mutedPosts).toEqual([]);
  });
});

describe('cool-down', () => {
  const limit = DEFAULT_LIMITS.coolDown * MINUTE;

  it('of an entity: a hint, then reminders again', () => {
    const memory = memoryOf([{}, 'cancelled', NOON]);
    expect(ask(memory, {}, NOON + limit - 1)).toEqual({ answer: 'hint', reason: 'cool-down' });
    expect(ask(memory, {}, NOON + limit)).toEqual({ answer: 'remind', reason: null });
    expect(ask(memory, { entity: 'b' }, NOON + 1).answer).toBe('remind');
  });

  it('of an account, whatever its posts name', () => {
    const memory = memoryOf([{ account: 'x loud' }, 'continued', NOON]);
    expect(ask(memory, { account: 'x loud', entity: 'b' }, NOON + limit - 1).reason).toBe('cool-down');
    expect(ask(memory, { account: 'x loud', entity: 'b' }, NOON + limit).answer).toBe('remind');
    // Nobody is no account.
    const nobody = memoryOf([{ account: '' }, 'continued', NOON]);
    expect(ask(nobody, { account: '', entity: 'b' }, NOON).answer).toBe('remind');
  });

  it('a hint does not begin it', () => {
    expect(ask(memoryOf([{}, 'hinted', NOON])).answer).toBe('remind');
  });

  it('of hints: one for an entity in an hour', () => {
    const memory = memoryOf([{}, 'hinted', NOON]);
    expect(ask(memory, {}, NOON + HINT_COOL_DOWN_MS - 1, 'hint')).toEqual({
      answer: 'none',
      reason: 'cool-down',
    });
    expect(ask(memory, {}, NOON + HINT_COOL_DOWN_MS, 'hint').answer).toBe('hint');
    expect(ask(memory, { entity: 'b' }, NOON, 'hint').answer).toBe('hint');
    // The reminder that became a hint is the second one as well.
    const both = remember(memory, occasion(), 'cancelled', NOON);
    expect(ask(both, {}, NOON + 1).answer).toBe('none');
  });
});

describe('budget of a day', () => {
  const many = Array.from(
    { length: DEFAULT_LIMITS.dailyBudget },
    (_, index) => [{ entity: `e${index}` }, 'cancelled', NOON] as const,
  );

  it('ends reminders, not the strong ones', () => {
    expect(ask(memoryOf(...many.slice(1).map((event) => [...event] as never)), { entity: 'z' }).answer).toBe(
      'remind',
    );
    const full = memoryOf(...many.map((event) => [...event] as never));
    expect(ask(full, { entity: 'z' })).toEqual({ answer: 'hint', reason: 'budget' });
    expect(ask(full, { entity: 'z', strength: 'own-support' }).answer).toBe('remind');
    expect(ask(full, { entity: 'z', strength: 'campaign-account' }).answer).toBe('remind');
  });

  it('begins anew at midnight in Indonesia', () => {
    const full = memoryOf(...many.map((event) => [...event] as never));
    const midnight = Date.parse('2030-03-11T00:00:00+07:00');
    expect(ask(full, { entity: 'z' }, midnight - 1).reason).toBe('budget');
    expect(ask(full, { entity: 'z' }, midnight).answer).toBe('remind');
    expect(remember(full, occasion(), 'cancelled', midnight).shown).toBe(1);
  });

  it('hints cost nothing', () => {
    expect(memoryOf([{}, 'hinted', NOON]).shown).toBe(0);
  });
});

describe('somebody who has decided', () => {
  const times = (number: number, end: 'continued' | 'cancelled' | 'wrong') =>
    Array.from({ length: number }, (_, index) => [{}, end, NOON - (number - index) * DAY] as never);

  it('gets hints for that entry after some reminders in a row', () => {
    expect(ask(memoryOf(...times(QUIET_AFTER - 1, 'continued'))).answer).toBe('remind');
    expect(ask(memoryOf(...times(QUIET_AFTER, 'continued')))).toEqual({ answer: 'hint', reason: 'decided' });
    expect(ask(memoryOf(...times(QUIET_AFTER, 'continued')), { entity: 'b' }).answer).toBe('remind');
    expect(ask(memoryOf(...times(QUIET_AFTER, 'continued')), { strength: 'own-support' }).answer).toBe(
      'remind',
    );
  });

  it('one cancelled reminder begins the row anew', () => {
    const memory = memoryOf(...times(QUIET_AFTER, 'continued'), [{}, 'cancelled', NOON - DAY]);
    expect(ask(memory).answer).toBe('remind');
  });

  it('a wrong detection is remembered as such', () => {
    expect(memoryOf([{ entity: 'a' }, 'wrong', NOON]).wrong).toEqual(['a']);
    expect(memoryOf([{ entity: null }, 'wrong', NOON]).wrong).toEqual([]);
    expect(memoryOf([{ entity: 'a' }, 'continued', NOON]).wrong).toEqual([]);
  });
});

describe('any history', () => {
  const events = fc.array(
    fc.record({
      id: fc.constantFrom('', '1', '2', '3'),
      post: fc.constantFrom('', 'p', '__proto__'),
      entity: fc.constantFrom(null, 'a', 'b', 'constructor'),
      account: fc.constantFrom('', 'x y', 'toString'),
      strength: fc.constantFrom(...STRENGTHS),
      end: fc.constantFrom(...REMINDER_ENDS),
      minutes: fc.integer({ min: 0, max: 3_000 }),
    }),
    { maxLength: 40 },
  );

  it('never says more than the table, and strong findings once at least', () => {
    fc.assert(
      fc.property(events, fc.constantFrom('none', 'hint', 'remind'), (history, answer) => {
        let memory = EMPTY_MEMORY;
        let now = NOON;
        for (const { end, minutes, ...about } of history) {
          now += minutes * MINUTE;
          memory = remember(memory, about, end, now);
        }
        const weight = { none: 0, hint: 1, remind: 2 };
        for (const strength of STRENGTHS) {
          const asked = calm(answer, occasion({ strength }), memory, DEFAULT_LIMITS, now);
          expect(weight[asked.answer]).toBeLessThanOrEqual(weight[answer]);
          if (strength === 'own-support' && answer === 'remind') expect(asked.answer).toBe('remind');
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('stays small', () => {
    let memory = EMPTY_MEMORY;
    for (let index = 0; index < 2_000; index += 1) {
      memory = remember(
        memory,
        occasion({ entity: `e${index}`, account: `x a${index}` }),
        'muted-post',
        NOON,
      );
    }
    expect(memory.occasions.length + memory.mutedPosts.length).toBe(1_000);
    expect(memory.entities.length + memory.accounts.length).toBe(400);
    // The latest are the ones that are kept.
    expect(memory.entities.at(-1)?.id).toBe('e1999');
  });
});
