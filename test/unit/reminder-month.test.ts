import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/core/reminding/fatigue.ts';
import { PEOPLE, type Person, simulate } from '../bench/month.ts';

const mean = (days: readonly number[]) => days.reduce((sum, day) => sum + day, 0) / days.length;
const months = (person: Person) => [1, 2, 3, 4, 5].map((seed) => simulate(person, seed));

/** Most reminders of a day, in the mean of a month: figures of 28 November 2026, rounded up. */
const MOST: Readonly<Record<string, { readonly reminders: number; readonly hints: number }>> = {
  light: { reminders: 1.2, hints: 1.5 },
  normal: { reminders: 4, hints: 5 },
  heavy: { reminders: 13, hints: 22 },
};

describe.each(PEOPLE)('a month of a $name user', (person) => {
  it('has few reminders a day, and fewer than without a memory', () => {
    for (const { reminders, hints, withoutMemory } of months(person)) {
      expect(mean(reminders)).toBeLessThanOrEqual(MOST[person.name]?.reminders ?? 0);
      expect(mean(hints)).toBeLessThanOrEqual(MOST[person.name]?.hints ?? 0);
      expect(mean(reminders) * reminders.length).toBeLessThanOrEqual(withoutMemory);
      // Nobody is left without any.
      expect(mean(reminders)).toBeGreaterThan(0.2);
    }
  });
});

it('a heavy user gets less than the budget beside the strong findings', () => {
  const [heavy] = PEOPLE.slice(-1);
  if (!heavy) throw new Error('nobody');
  for (const { reminders } of months(heavy)) {
    // Of 250 presses a day about four are strong.
    for (const day of reminders) expect(day).toBeLessThanOrEqual(DEFAULT_LIMITS.dailyBudget + 14);
  }
});
