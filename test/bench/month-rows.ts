import { PEOPLE, simulate } from './month.ts';
import { quantile, type Row } from './report.ts';

/** Reminders of the month before a vote, by the assumptions in `month.ts`. */
export function benchMonth(): Row[] {
  return PEOPLE.flatMap((person): Row[] => {
    const { reminders, hints, withoutMemory } = simulate(person, 1);
    const part = `a month, ${person.name} user (${person.pressesADay} presses a day)`;
    const sum = (days: readonly number[]) => days.reduce((total, day) => total + day, 0);
    const perDay = (total: number) => `${(total / reminders.length).toFixed(1)} a day`;
    const most = `at most ${quantile(reminders, 1)}`;
    return [
      {
        part,
        what: 'reminders',
        value: `${perDay(sum(reminders))}, ${most}`,
        ratio: sum(reminders) / withoutMemory,
        against: 'without a memory',
      },
      { part, what: 'hints', value: perDay(sum(hints)) },
    ];
  });
}
