import { compile } from '../compile/compile.ts';
import { match } from '../matching/match.ts';
import { createRuleIndex, type RuleIndex } from '../matching/rule-index.ts';
import type { Pack, PackEntity } from '../pack/pack.ts';
import type { Content, Finding, Level, Match } from '../types.ts';

/** A pack as tabs would read it, beside the packs that are always there. */
export interface PackReader {
  readonly pack: Pack;
  readonly rules: RuleIndex;
  /** Every contest of the pack counts as running, or only the one that is named. */
  read(content: Content, contest?: string): Match;
  /** Whether an entry is one of this pack and not of those beside it. */
  isOwn(entity: string): boolean;
}

/** @throws Error when the pack uses an id of one of the others. */
export function createPackReader(pack: Pack, beside: readonly Pack[]): PackReader {
  const others = beside.filter(({ id }) => id !== pack.id);
  const rules = createRuleIndex(compile([...others, pack]));
  const own = new Set([...pack.entities, ...pack.phrases, ...pack.exceptions].map((entry) => entry.id));
  const contests = new Set(pack.contests.map(({ id }) => id));
  return {
    pack,
    rules,
    read: (content, contest) =>
      match(content, rules, (id) => (contest === undefined ? contests.has(id) : id === contest)),
    isOwn: (entity) => own.has(entity),
  };
}

/** One thing that was found, as it is told to the author of a pack. */
export interface Reason {
  readonly entity: string;
  readonly title: string;
  readonly kind: Finding['kind'];
  readonly signal: Finding['signal'];
  readonly variant: NonNullable<Finding['variant']> | 'exact';
  readonly text: string;
}

export function reasonsOf({ findings }: Match, { rules }: PackReader): Reason[] {
  return findings.map(({ entity, kind, signal, variant = 'exact', text }) => ({
    entity,
    title: rules.titleOf(entity),
    kind,
    signal,
    variant,
    text,
  }));
}

/** What a line of a corpus says should come of it; null: nothing was said. */
export type Expected = Level | null;

/**
 * - `right`: as expected. `missed`: a reminder or a sign was expected, and less came. `alarm`: nothing was expected, and a
 *   reminder came; `sign`: only the small sign did
 * - `flagged`, `quiet`: of a line that says nothing
 */
export type Outcome = 'right' | 'missed' | 'alarm' | 'sign' | 'flagged' | 'quiet';

export function outcomeOf(level: Level, expected: Expected): Outcome {
  if (expected === null) return level === 'none' ? 'quiet' : 'flagged';
  if (expected === 'none') return level === 'none' ? 'right' : level === 'remind' ? 'alarm' : 'sign';
  return level === 'remind' || level === expected ? 'right' : 'missed';
}

export interface Tally {
  /** Lines on which something was expected, and how many of them were right. */
  expected: number;
  found: number;
  /** Lines on which nothing was expected, with reminders and signs on them. */
  ordinary: number;
  alarms: number;
  signs: number;
  /** Lines that say nothing, and how many of them would remind or show a sign. */
  unlabelled: number;
  flagged: number;
}

export function createTally(): Tally {
  return { expected: 0, found: 0, ordinary: 0, alarms: 0, signs: 0, unlabelled: 0, flagged: 0 };
}

export function addOutcome(tally: Tally, outcome: Outcome, expected: Expected): void {
  if (expected === null) {
    tally.unlabelled += 1;
    if (outcome === 'flagged') tally.flagged += 1;
  } else if (expected === 'none') {
    tally.ordinary += 1;
    if (outcome === 'alarm') tally.alarms += 1;
    if (outcome === 'sign') tally.signs += 1;
  } else {
    tally.expected += 1;
    if (outcome === 'right') tally.found += 1;
  }
}

/** An example of the pack that does not do what it says. */
export interface ExampleFault {
  readonly kind: 'missed' | 'alarm';
  readonly path: readonly PropertyKey[];
  readonly entry: string;
  /** Name or text of the entry. */
  readonly title: string;
  readonly text: string;
  /** What was found instead. */
  readonly reasons: readonly Reason[];
  readonly level: Level;
}

export interface ExampleResult {
  readonly count: number;
  readonly faults: readonly ExampleFault[];
}

/** Runs the examples that a pack carries: those of an entity in its own contest, those to leave alone in all of them. */
export function tryExamples(reader: PackReader): ExampleResult {
  const { pack } = reader;
  const faults: ExampleFault[] = [];
  let count = 0;
  const run = (
    entry: {
      readonly id: string;
      readonly title: string;
      readonly examples: PackEntity['examples'] | undefined;
    },
    path: readonly PropertyKey[],
    isRight: (text: string, side: 'match' | 'ignore') => { readonly right: boolean; readonly found: Match },
  ) => {
    for (const side of ['match', 'ignore'] as const) {
      entry.examples?.[side].forEach((text, at) => {
        count += 1;
        const { right, found } = isRight(text, side);
        if (right) return;
        faults.push({
          kind: side === 'match' ? 'missed' : 'alarm',
          path: [...path, 'examples', side, at],
          entry: entry.id,
          title: entry.title,
          text,
          reasons: reasonsOf(found, reader),
          level: found.level,
        });
      });
    }
  };
  pack.entities.forEach((entity, index) => {
    run({ ...entity, title: entity.name }, ['entities', index], (text, side) => {
      const found = reader.read({ text }, side === 'match' ? entity.contest : undefined);
      // Who names one of a pair has named the pair; a sentence that is to be left alone names neither.
      const ids = new Set([entity.id, ...(entity.members ?? [])]);
      return { found, right: found.findings.some((one) => ids.has(one.entity)) === (side === 'match') };
    });
  });
  pack.phrases.forEach((phrase, index) => {
    run(
      { id: phrase.id, title: phrase.text, examples: phrase.examples },
      ['phrases', index],
      (text, side) => {
        const found = reader.read({ text });
        const isFound = found.level === 'remind' && found.findings.some((one) => one.entity === phrase.id);
        return { found, right: side === 'match' ? isFound : found.level === 'none' };
      },
    );
  });
  pack.exceptions.forEach((exception, index) => {
    run({ ...exception, title: exception.text }, ['exceptions', index], (text, side) => {
      const found = reader.read({ text });
      return { found, right: (found.level === 'remind') === (side === 'ignore') };
    });
  });
  pack.neutralAccounts?.forEach((account, index) => {
    run({ ...account, title: account.names[0] ?? '' }, ['neutralAccounts', index], (author, side) => {
      // The source is only looked for where there is something to judge.
      const found = reader.read({ text: 'coblos nomor 4', author });
      return { found, right: side === 'match' ? found.source === account.kind : found.source === null };
    });
  });
  return { count, faults };
}

/** A sentence of ordinary life in which an entry of the pack was found. */
export interface Flagged {
  readonly text: string;
  readonly level: Level;
  readonly reason: Reason;
}

/** Sentences that would remind or show a sign because of this pack, with the strongest of its own findings. */
export function flaggedBy(reader: PackReader, sentences: readonly string[]): Flagged[] {
  return sentences.flatMap((text): Flagged[] => {
    const found = reader.read({ text });
    const own = reasonsOf(found, reader).filter(({ entity }) => reader.isOwn(entity));
    const reason =
      own.find(({ signal }) => signal === 'campaign') ??
      own.find(({ signal }) => signal === 'subject') ??
      own[0];
    return reason ? [{ text, level: found.level, reason }] : [];
  });
}
