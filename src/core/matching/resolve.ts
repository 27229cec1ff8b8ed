import type { CompiledEntry, CompiledTerm } from '../rule-file/rules.ts';
import type { Signal, VariantRule } from '../types.ts';

/** Something that was found in one text, before overlaps are settled. */
export interface Hit {
  /** Token range, end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly entry: CompiledEntry;
  readonly kind: CompiledTerm['kind'];
  readonly signal: Signal;
  /** Also an everyday word: needs a second signal. */
  readonly ambiguous: boolean;
  readonly rule: VariantRule;
  /** A name that counts in capitals only. */
  readonly initials?: boolean;
  /** Of a ballot number: every ticket or party of an active contest that carries it. */
  readonly contenders?: readonly CompiledEntry[];
  /** An everyday word that its own ballot number makes a ticket. */
  readonly numbered?: true;
}

const RANK: Record<Signal, number> = { supporting: 0, subject: 1, campaign: 2 };

/**
 * The hits that remain, in order of their start:
 * 1. what lies inside an exception is dropped;
 * 2. of overlapping hits of one entity the strongest, then longest, remains;
 * 3. a hit inside a longer one that says at least as much is dropped ("Nama" inside "Nama Lengkap"), and so is one
 *    beside a stronger one of equal span. A weaker phrase around a name does not swallow it.
 */
export function resolveHits(hits: readonly Hit[]): Hit[] {
  const exceptionsFirst = (one: Hit, other: Hit) =>
    Number(other.kind === 'exception') - Number(one.kind === 'exception');
  const ordered = [...hits].sort(
    (one, other) => one.from - other.from || other.to - one.to || exceptionsFirst(one, other),
  );
  return withoutInner(withoutOverlaps(withoutExceptions(ordered)));
}

function withoutExceptions(ordered: readonly Hit[]): Hit[] {
  let covered = -1;
  return ordered.filter((hit) => {
    if (hit.kind !== 'exception') return hit.to > covered;
    covered = Math.max(covered, hit.to);
    return false;
  });
}

function withoutOverlaps(ordered: readonly Hit[]): Hit[] {
  const last = new Map<CompiledEntry, Hit>();
  const dropped = new Set<Hit>();
  for (const hit of ordered) {
    const previous = last.get(hit.entry);
    if (previous && hit.from < previous.to) {
      const better =
        RANK[hit.signal] - RANK[previous.signal] || hit.to - hit.from - (previous.to - previous.from);
      dropped.add(better > 0 ? previous : hit);
      if (better <= 0) continue;
    }
    last.set(hit.entry, hit);
  }
  return ordered.filter((hit) => !dropped.has(hit));
}

function withoutInner(ordered: readonly Hit[]): Hit[] {
  /** Furthest end of a hit seen so far, by rank. */
  const reach = [-1, -1, -1];
  const kept: Hit[] = [];
  let named = -1;
  let first = 0;
  while (first < ordered.length) {
    const { from, to } = ordered[first] ?? { from: 0, to: 0 };
    // Of equal spans the strongest remain, all of them: a name may belong to two contests.
    let next = first;
    while (ordered[next]?.from === from && ordered[next]?.to === to) next += 1;
    const group = ordered.slice(first, next);
    const rank = Math.max(...group.map((hit) => RANK[hit.signal]));
    // A common name may become a subject yet, so support around it ("Abdul Wahid menang") leaves it in sight.
    const isOpen = group.some(isCommonName);
    const swallowed =
      reach.some((end, other) => other >= (isOpen ? Math.max(rank, 1) : rank) && end >= to) ||
      (isOpen && rank === 0 && named >= to);
    if (!swallowed) kept.push(...group.filter((hit) => RANK[hit.signal] === rank));
    if (group.some(({ kind }) => kind !== 'phrase')) named = Math.max(named, to);
    for (const hit of group) reach[RANK[hit.signal]] = Math.max(reach[RANK[hit.signal]] ?? -1, to);
    first = next;
  }
  return kept;
}

function isCommonName({ kind, ambiguous }: Hit): boolean {
  return ambiguous && (kind === 'name' || kind === 'alias');
}
