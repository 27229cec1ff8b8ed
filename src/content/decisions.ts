import { type DecisionRequest, decide, type Verdict } from '../core/decision/decide.ts';
import type { ReminderMemory } from '../core/reminding/fatigue.ts';
import type { Content } from '../core/types.ts';
import type { Snapshot } from './snapshot.ts';

/** Answers that are remembered: a pointer crosses some controls on its way. */
const REMEMBERED = 4;
/** Contests and quiet times change by the day and by the quarter of an hour; an answer this old is still true. */
const FRESH_MS = 10_000;

export type Decide = (request: DecisionRequest, snapshot: Snapshot, memory: ReminderMemory) => Verdict;

export const decideAnew: Decide = (request, { rules, settings }, memory) =>
  decide(request, rules, settings, memory);

/**
 * The same answers, the last ones of them remembered. One is used again only for the very same question: every text
 * that the press reads must be, letter for letter, what was read before, and rules, settings and memory the same objects.
 */
export function createDecisions(anew: Decide = decideAnew): Decide {
  let known: {
    readonly request: DecisionRequest;
    readonly snapshot: Snapshot;
    readonly memory: ReminderMemory;
    readonly verdict: Verdict;
  }[] = [];
  return (request, snapshot, memory) => {
    const same = known.find(
      (one) =>
        one.memory === memory &&
        one.snapshot.rules === snapshot.rules &&
        one.snapshot.settings === snapshot.settings &&
        isSameQuestion(one.request, request),
    );
    if (same) return same.verdict;
    const verdict = anew(request, snapshot, memory);
    known = [{ request, snapshot, memory, verdict }, ...known.slice(0, REMEMBERED - 1)];
    return verdict;
  };
}

function isSameQuestion(before: DecisionRequest, request: DecisionRequest): boolean {
  const age = request.now - before.now;
  return (
    age >= 0 &&
    age < FRESH_MS &&
    before.site === request.site &&
    before.action === request.action &&
    before.postKey === request.postKey &&
    FIELDS.every((field) => isSame(before.content[field], request.content[field]))
  );
}

/** Written so that a new field of a content is asked for here too, or this does not compile. */
const FIELDS = Object.keys({
  text: true,
  own: true,
  author: true,
  handle: true,
  alts: true,
  link: true,
  quoted: true,
  group: true,
} satisfies Record<keyof Content, true>) as (keyof Content)[];

function isSame(before: Content[keyof Content], now: Content[keyof Content]): boolean {
  if (before === undefined || now === undefined || typeof before === 'string' || typeof now === 'string') {
    return before === now;
  }
  return before.length === now.length && before.every((text, at) => text === now[at]);
}
