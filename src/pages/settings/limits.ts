import { DEFAULT_LIMITS } from '../../core/reminding/fatigue.ts';

/** Reminders of a day. Fewer than three would be none for who meets a campaign once in the morning. */
export const DAILY_BUDGETS = [3, 5, DEFAULT_LIMITS.dailyBudget, 20, 50] as const;
/** Minutes. Longer than four hours would be most of a working day without a reminder. */
export const COOL_DOWNS = [0, 5, DEFAULT_LIMITS.coolDown, 30, 60, 120, 240] as const;

/** What can be chosen, with what is stored: a settings file may say another amount. */
export function choicesWith(offered: readonly number[], stored: number): readonly number[] {
  return [...new Set([...offered, stored])].sort((one, other) => one - other);
}
