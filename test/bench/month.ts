import { answerTo } from '../../src/core/reminding/decision-table.ts';
import {
  calm,
  DEFAULT_LIMITS,
  EMPTY_MEMORY,
  type Occasion,
  remember,
} from '../../src/core/reminding/fatigue.ts';
import type { Strength } from '../../src/core/reminding/strength.ts';
import type { ActionKind } from '../../src/core/types.ts';
import { type Random, seeded } from './random.ts';

/** Somebody in the month before a vote: how often they press, and how many of the posts name or campaign. */
export interface Person {
  readonly name: string;
  readonly pressesADay: number;
}
export const PEOPLE: readonly Person[] = [
  { name: 'light', pressesADay: 15 },
  { name: 'normal', pressesADay: 60 },
  { name: 'heavy', pressesADay: 250 },
];
const DAYS = 30;
/** Of what people press: most are likes. */
const ACTIONS: readonly (readonly [ActionKind, number])[] = [
  ['like', 0.8],
  ['comment', 0.1],
  ['share', 0.07],
  ['follow', 0.03],
];
/** Of posts in such a month, by assumption; nobody has counted them for an ASN. */
const STRENGTHS: readonly (readonly [Strength | null, number])[] = [
  [null, 0.86],
  ['named', 0.08],
  ['cue', 0.045],
  ['campaign-account', 0.01],
  ['own-support', 0.005],
];
/** One prompt in three changes the act. */
const HEEDED = 1 / 3;

export interface Month {
  /** Of each day. */
  readonly reminders: readonly number[];
  readonly hints: readonly number[];
  /** What it would have been without a memory. */
  readonly withoutMemory: number;
}

function pick<Item>(weights: readonly (readonly [Item, number])[], random: Random): Item {
  let rest = random.next();
  for (const [item, weight] of weights) {
    rest -= weight;
    if (rest < 0) return item;
  }
  return (weights[0] as readonly [Item, number])[0];
}

/** A month of presses between 6 and 22 o'clock; the browser is closed each night, which ends its memory. */
export function simulate({ pressesADay }: Person, seed: number): Month {
  const random = seeded(seed);
  const reminders: number[] = [];
  const hints: number[] = [];
  let withoutMemory = 0;
  for (let day = 0; day < DAYS; day += 1) {
    let memory = EMPTY_MEMORY;
    let shown = 0;
    let hinted = 0;
    const morning = Date.parse('2030-03-01T06:00:00+07:00') + day * 86_400_000;
    const times = Array.from({ length: pressesADay }, () => morning + random.below(16 * 3_600_000)).sort(
      (one, other) => one - other,
    );
    for (const [press, now] of times.entries()) {
      const strength = pick(STRENGTHS, random);
      const action = strength === 'own-support' ? 'comment' : pick(ACTIONS, random);
      if (strength === null) continue;
      const occasion: Occasion = {
        id: `${day} ${press}`,
        post: `${day} ${press}`,
        // A few names fill the feeds.
        entity: `candidate ${Math.floor(random.next() ** 2 * 10)}`,
        account: `x account ${Math.floor(random.next() ** 2 * 60)}`,
        strength,
      };
      const answer = answerTo('ordinary', strength, action, 'normal', false);
      if (answer === 'remind') withoutMemory += 1;
      const calmed = calm(answer, occasion, memory, DEFAULT_LIMITS, now).answer;
      if (calmed === 'none') continue;
      shown += Number(calmed === 'remind');
      hinted += Number(calmed === 'hint');
      const end = calmed === 'hint' ? 'hinted' : random.next() < HEEDED ? 'cancelled' : 'continued';
      memory = remember(memory, occasion, end, now);
    }
    reminders.push(shown);
    hints.push(hinted);
  }
  return { reminders, hints, withoutMemory };
}
