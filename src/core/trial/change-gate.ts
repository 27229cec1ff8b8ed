import { compile } from '../compile/compile.ts';
import { match } from '../matching/match.ts';
import { createRuleIndex } from '../matching/rule-index.ts';
import { entryCount, type Pack } from '../pack/pack.ts';
import neutralPosts from './neutral-posts.json';

/** Share of the neutral posts that a pack may remark on. A pack of `rules/` remarks on 0.25 % at most. */
export const MOST_REMARKED = 0.05;
/** The same for one entry: `yang` alone stands in 2.4 % of these posts, `harga` in 0.7 %. */
export const MOST_REMARKED_BY_ENTRY = 0.005;
/** Share of its entries that a new version may drop. */
export const MOST_DROPPED = 0.5;

export interface GateReport {
  /** Share of the neutral posts in which the pack alone finds anything, 0 to 1. */
  readonly remarked: number;
  /** Share of the entries of the earlier version that are gone, 0 to 1. */
  readonly dropped: number;
  readonly added: number;
  readonly removed: number;
  /** Why a person should look at it first; none: it may take effect. */
  readonly reasons: readonly ('remarks' | 'drops' | 'empty')[];
}

/**
 * Whether a signed pack looks like a mistake or like an attack of its own publisher: one that remarks on ordinary posts, or
 * that says much less than before. Of the pack alone, whatever the date: a stage that begins tomorrow counts today.
 */
export function lookAtChange(
  pack: Pack,
  before: Pack | null,
  posts: readonly string[] = neutralPosts,
): GateReport {
  const rules = createRuleIndex(compile([pack]));
  const remarks = posts.map(
    (text) => new Set(match({ text }, rules, () => true).findings.map(({ entity }) => entity)),
  );
  const remarked = remarks.filter(({ size }) => size > 0).length / posts.length;
  const byEntry = new Map<string, number>();
  for (const entries of remarks) for (const id of entries) byEntry.set(id, (byEntry.get(id) ?? 0) + 1);
  const most = Math.max(0, ...byEntry.values()) / posts.length;
  const now = idsOf(pack);
  const earlier = before ? idsOf(before) : new Set<string>();
  const removed = [...earlier].filter((id) => !now.has(id)).length;
  const dropped = earlier.size === 0 ? 0 : removed / earlier.size;
  const reasons: GateReport['reasons'][number][] = [];
  if (entryCount(pack) === 0) reasons.push('empty');
  if (remarked > MOST_REMARKED || most > MOST_REMARKED_BY_ENTRY) reasons.push('remarks');
  if (dropped > MOST_DROPPED) reasons.push('drops');
  return { remarked, dropped, added: [...now].filter((id) => !earlier.has(id)).length, removed, reasons };
}

function idsOf({ entities, phrases, exceptions }: Pack): ReadonlySet<string> {
  return new Set([...entities, ...phrases, ...exceptions].map(({ id }) => id));
}
