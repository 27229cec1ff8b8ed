import type { Answer } from './decision-table.ts';
import { civilDate } from './stage.ts';
import type { Strength } from './strength.ts';

/**
 * What this browser session remembers of reminders, so that they do not tire: every reminder too many lowers the next
 * one's effect by a third (Ancker and others 2017, PMC5387195). It names posts and entities, so it is kept in memory only
 * and never on disk.
 */
export interface ReminderMemory {
  /** Day in Indonesian civil time, to which `shown` belongs. */
  readonly day: string;
  /** Reminders of that day. */
  readonly shown: number;
  /** Occasions that were answered or hinted at; the oldest go first. */
  readonly occasions: readonly string[];
  /** Entries that the person called a wrong detection, and posts about which nothing more is to be said. */
  readonly wrong: readonly string[];
  readonly mutedPosts: readonly string[];
  /** Latest last, as `accounts`. Lists, because any text may be a key. */
  readonly entities: readonly EntityMemory[];
  readonly accounts: readonly AccountMemory[];
}

export interface AccountMemory {
  /** Site and account. */
  readonly id: string;
  /** When a reminder about its posts was shown last, milliseconds since the epoch. */
  readonly reminded: number;
}

export interface EntityMemory {
  /** Of the pack entry. */
  readonly id: string;
  /** When a reminder or a hint about it was shown last, milliseconds since the epoch; 0 for never. */
  readonly reminded: number;
  readonly hinted: number;
  /** Reminders in a row after which the person went on. */
  readonly continued: number;
}

export const EMPTY_MEMORY: ReminderMemory = {
  day: '',
  shown: 0,
  occasions: [],
  wrong: [],
  mutedPosts: [],
  entities: [],
  accounts: [],
};

/** What a person may change in the settings. */
export interface FatigueLimits {
  /** Reminders of a day, after which only strong findings still remind. */
  readonly dailyBudget: number;
  /** Minutes in which the same entity or account gives hints after a reminder. */
  readonly coolDown: number;
}
export const DEFAULT_LIMITS: FatigueLimits = { dailyBudget: 10, coolDown: 15 };

/** After so many reminders in a row with "continue", one entry gives hints: the person has decided. */
export const QUIET_AFTER = 3;
/** In this time an entity gives one hint. */
export const HINT_COOL_DOWN_MS = 60 * 60_000;

const MINUTE_MS = 60_000;
const MOST_OCCASIONS = 500;
const MOST_NAMES = 200;

/** What a reminder or a hint is about. */
export interface Occasion {
  /** The same post, action and own words; '' where nothing tells it from others. */
  readonly id: string;
  /** Site and post, or ''. */
  readonly post: string;
  /** The entity that leads the findings, or null. */
  readonly entity: string | null;
  /** Site and account, or ''. */
  readonly account: string;
  readonly strength: Strength;
}

/** Why less is shown than the table says. */
export const CALM_REASONS = ['same-post', 'cool-down', 'budget', 'decided'] as const;
export type CalmReason = (typeof CALM_REASONS)[number];

/** Support in own words and campaign accounts are never worn down by what was shown before. */
function isStrong({ strength }: Occasion): boolean {
  return strength === 'own-support' || strength === 'campaign-account';
}

/** The answer of the table after the memory was asked. */
export function calm(
  answer: Answer,
  occasion: Occasion,
  memory: ReminderMemory,
  limits: FatigueLimits,
  now: number,
): { readonly answer: Answer; readonly reason: CalmReason | null } {
  if (answer === 'none') return { answer, reason: null };
  const { id, post } = occasion;
  if ((id !== '' && memory.occasions.includes(id)) || (post !== '' && memory.mutedPosts.includes(post)))
    return { answer: 'none', reason: 'same-post' };
  const known = memory.entities.find(({ id }) => id === occasion.entity);
  const reason =
    answer === 'remind' && !isStrong(occasion) ? reasonFor(occasion, known, memory, limits, now) : null;
  if (answer === 'remind' && reason === null) return { answer, reason };
  // Somebody who reads ten posts about one candidate needs one sign.
  const isHinted = known !== undefined && now - known.hinted < HINT_COOL_DOWN_MS;
  return { answer: isHinted ? 'none' : 'hint', reason: reason ?? (isHinted ? 'cool-down' : null) };
}

function reasonFor(
  { account }: Occasion,
  known: EntityMemory | undefined,
  memory: ReminderMemory,
  { dailyBudget, coolDown }: FatigueLimits,
  now: number,
): CalmReason | null {
  if ((known?.continued ?? 0) >= QUIET_AFTER) return 'decided';
  const isRecent = (at: number | undefined) => at !== undefined && now - at < coolDown * MINUTE_MS;
  if (isRecent(known?.reminded) || isRecent(memory.accounts.find(({ id }) => id === account)?.reminded))
    return 'cool-down';
  return memory.day === civilDate(now) && memory.shown >= dailyBudget ? 'budget' : null;
}

/**
 * What came of a hint or a reminder:
 * - `continued`, `cancelled`: the two buttons
 * - `wrong`: the person went on and called the entry a wrong detection
 * - `muted-post`: the person went on and wants no more about this post
 */
export const REMINDER_ENDS = ['hinted', 'cancelled', 'continued', 'wrong', 'muted-post'] as const;
export type ReminderEnd = (typeof REMINDER_ENDS)[number];

/** The memory after a hint was shown, or a reminder was answered. */
export function remember(
  memory: ReminderMemory,
  occasion: Occasion,
  end: ReminderEnd,
  now: number,
): ReminderMemory {
  const { id, post, entity, account } = occasion;
  const isReminder = end !== 'hinted';
  const day = civilDate(now);
  const shown = memory.day === day ? memory.shown : 0;
  const known = memory.entities.find((other) => other.id === entity);
  const before = { reminded: 0, hinted: 0, continued: 0, ...known };
  const changed = isReminder
    ? { ...before, reminded: now, continued: end === 'cancelled' ? 0 : before.continued + 1 }
    : { ...before, hinted: now };
  const isAccount = isReminder && account !== '';
  return {
    day,
    shown: shown + Number(isReminder),
    occasions: id === '' ? memory.occasions : latest(memory.occasions, id),
    wrong: end === 'wrong' && entity !== null ? latest(memory.wrong, entity) : memory.wrong,
    mutedPosts: end === 'muted-post' && post !== '' ? latest(memory.mutedPosts, post) : memory.mutedPosts,
    entities: entity === null ? memory.entities : withLatest(memory.entities, { ...changed, id: entity }),
    accounts: isAccount ? withLatest(memory.accounts, { id: account, reminded: now }) : memory.accounts,
  };
}

function withLatest<Item extends { readonly id: string }>(items: readonly Item[], item: Item): Item[] {
  return [...items.filter(({ id }) => id !== item.id), item].slice(-MOST_NAMES);
}

function latest(items: readonly string[], item: string): string[] {
  return [...items.filter((other) => other !== item), item].slice(-MOST_OCCASIONS);
}
