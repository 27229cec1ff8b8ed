import { lineOf } from '../format/json-position.ts';
import { type Pack, parsePack } from '../pack/pack.ts';
import type { Contest } from '../types.ts';
import { lintAccounts } from './pack-lint-accounts.ts';
import { lintDates } from './pack-lint-dates.ts';
import { lintEvenness } from './pack-lint-even.ts';
import { lintExamples } from './pack-lint-examples.ts';
import { formIssue } from './pack-lint-form.ts';
import type { LintIssue } from './pack-lint-issue.ts';
import { lintNumbers } from './pack-lint-numbers.ts';
import { lintOverlaps } from './pack-lint-overlap.ts';
import { lintPlaceholders } from './pack-lint-placeholders.ts';
import { lintWhole } from './pack-lint-whole.ts';
import { lintWords } from './pack-lint-words.ts';

export type { LintIssue, LintSeverity } from './pack-lint-issue.ts';

/** What a pack is compared with. Without the optional parts these comparisons are left out. */
export interface LintContext {
  /** Packs that are always there beside it: general phrases, and accounts that report or explain. */
  readonly beside: readonly Pack[];
  /** Contests whose dates are known. */
  readonly calendar?: readonly Contest[];
  /** Ids of the packs that the extension brings along, without the one that is looked at. */
  readonly taken?: ReadonlySet<string>;
  /** Ids of entries and contests of those packs, each with the title of its pack. */
  readonly takenEntries?: ReadonlyMap<string, string>;
  /** Sentences of ordinary life. Those of `pack-lint-neutral.json` when absent. */
  readonly neutral?: readonly string[];
  /** Leaves out what the pack must be compiled for, which is nearly all of the time: examples and ordinary sentences. */
  readonly isQuick?: boolean;
}

/** Every fault of a valid pack, errors first, then in the order of the file. Pure; a pack of 10,000 names takes seconds. */
export function lintPack(pack: Pack, context: LintContext): LintIssue[] {
  return inOrder([
    ...lintWhole(pack, context),
    ...lintPlaceholders(pack),
    ...lintWords(pack),
    ...lintOverlaps(pack),
    ...lintNumbers(pack),
    ...lintEvenness(pack),
    ...lintDates(pack, context.calendar ?? []),
    ...lintAccounts(pack, context.beside),
    ...lintExamples(pack, context),
  ]);
}

export interface LintResult {
  /** Null when the file has faults of form; then these are the only issues. */
  readonly pack: Pack | null;
  readonly issues: readonly LintIssue[];
}

/** The same for the text of a file, which may be anything. */
export function lintFile(json: string, context: LintContext): LintResult {
  const result = parsePack(json);
  return result.ok
    ? { pack: result.pack, issues: lintPack(result.pack, context) }
    : { pack: null, issues: result.problems.map(formIssue) };
}

/** Line of the file on which an issue stands. `json` is the text that was checked. */
export function issueLine(json: string, { path, parameters }: LintIssue): number {
  const { line } = parameters;
  return typeof line === 'number' ? line : lineOf(json.replace(/^\uFEFF/, ''), path);
}

function inOrder(issues: readonly LintIssue[]): LintIssue[] {
  return [...issues].sort(
    (one, other) =>
      Number(other.severity === 'error') - Number(one.severity === 'error') || byPath(one.path, other.path),
  );
}

function byPath(one: readonly PropertyKey[], other: readonly PropertyKey[]): number {
  for (let at = 0; at < Math.min(one.length, other.length); at += 1) {
    const [mine, yours] = [one[at], other[at]];
    if (mine === yours) continue;
    return typeof mine === 'number' && typeof yours === 'number'
      ? mine - yours
      : String(mine) < String(yours)
        ? -1
        : 1;
  }
  return one.length - other.length;
}
