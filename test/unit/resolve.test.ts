import { describe, expect, it } from 'vitest';
import { type Hit, resolveHits } from '../../src/core/matching/resolve.ts';
import type { CompiledEntry } from '../../src/core/rule-file/rules.ts';

const entry = (id: string): CompiledEntry => ({ id, pack: 0, contest: 0, role: 'candidate', title: id });
const [one, other, third] = [entry('one'), entry('other'), entry('third')];

function hit(from: number, to: number, of: CompiledEntry, change: Partial<Hit> = {}): Hit {
  return { from, to, entry: of, kind: 'name', signal: 'subject', ambiguous: false, rule: 'exact', ...change };
}

/** What remains, as `id from-to`, in whatever order hits come. */
function left(...hits: Hit[]): string[] {
  const kept = (list: readonly Hit[]) => resolveHits(list).map((h) => `${h.entry.id} ${h.from}-${h.to}`);
  const found = kept(hits);
  expect(kept([...hits].reverse()).sort()).toEqual([...found].sort());
  return found;
}

const exception = { kind: 'exception' } as const;
const campaign = { signal: 'campaign' } as const;
const supporting = { signal: 'supporting' } as const;

describe('overlaps', () => {
  it('keeps what stands apart, in order of its start', () => {
    expect(left()).toEqual([]);
    expect(left(hit(3, 4, other), hit(0, 1, one), hit(1, 2, one))).toEqual([
      'one 0-1',
      'one 1-2',
      'other 3-4',
    ]);
  });

  it('drops what lies inside an exception, and the exception', () => {
    expect(left(hit(0, 2, other, exception))).toEqual([]);
    expect(left(hit(0, 2, other, exception), hit(0, 2, one))).toEqual([]);
    expect(left(hit(0, 2, other, exception), hit(1, 2, one))).toEqual([]);
    expect(left(hit(0, 2, other, exception), hit(1, 3, one))).toEqual(['one 1-3']);
    expect(left(hit(0, 3, other, exception), hit(1, 2, third, exception), hit(2, 3, one))).toEqual([]);
    // An exception inside a longer name says nothing.
    expect(left(hit(0, 1, other, exception), hit(0, 2, one))).toEqual(['one 0-2']);
  });

  it('keeps the strongest of overlapping hits of one entity, then the longest, then the first', () => {
    expect(left(hit(0, 2, one), hit(1, 3, one, campaign))).toEqual(['one 1-3']);
    expect(left(hit(0, 2, one, campaign), hit(1, 3, one))).toEqual(['one 0-2']);
    expect(left(hit(4, 6, one), hit(5, 8, one))).toEqual(['one 5-8']);
    expect(left(hit(4, 7, one), hit(6, 8, one))).toEqual(['one 4-7']);
    expect(left(hit(4, 6, one), hit(5, 7, one))).toEqual(['one 4-6']);
    // The one that was dropped covers nothing behind it.
    expect(left(hit(0, 3, one), hit(2, 4, one), hit(3, 5, one))).toEqual(['one 0-3', 'one 3-5']);
    expect(left(hit(4, 6, one), hit(5, 7, one), hit(6, 8, one))).toEqual(['one 4-6', 'one 6-8']);
    // And the one that remains covers all of its own.
    expect(left(hit(4, 6, one), hit(5, 8, one), hit(7, 9, one))).toEqual(['one 5-8']);
    expect(left(hit(0, 2, one), hit(1, 4, one, campaign), hit(3, 5, one))).toEqual(['one 1-4']);
    expect(left(hit(0, 2, one), hit(2, 4, one))).toEqual(['one 0-2', 'one 2-4']);
  });

  it('drops a hit inside a longer one that says at least as much', () => {
    expect(left(hit(0, 3, one), hit(1, 2, other))).toEqual(['one 0-3']);
    expect(left(hit(0, 3, one, campaign), hit(1, 2, other))).toEqual(['one 0-3']);
    expect(left(hit(0, 3, one), hit(2, 3, other, supporting))).toEqual(['one 0-3']);
    expect(left(hit(0, 3, one, supporting), hit(1, 2, other))).toEqual(['one 0-3', 'other 1-2']);
    expect(left(hit(0, 3, one), hit(1, 4, other))).toEqual(['one 0-3', 'other 1-4']);
    expect(left(hit(0, 3, one), hit(1, 3, other, campaign))).toEqual(['one 0-3', 'other 1-3']);
  });

  it('keeps a common name in sight inside a phrase of support, which may yet be about it, but not inside a longer name', () => {
    const common = { ...supporting, ambiguous: true } as const;
    const support = { ...supporting, kind: 'phrase' } as const;
    expect(left(hit(0, 3, other, support), hit(0, 2, one, common))).toEqual(['other 0-3', 'one 0-2']);
    expect(left(hit(0, 3, other, common), hit(0, 2, one, common))).toEqual(['other 0-3']);
    expect(left(hit(0, 3, other), hit(0, 2, one, common))).toEqual(['other 0-3']);
  });

  it('keeps all of the strongest of equal span', () => {
    expect(left(hit(0, 2, one), hit(0, 2, other)).sort()).toEqual(['one 0-2', 'other 0-2']);
    expect(left(hit(0, 2, one), hit(0, 2, other, campaign), hit(0, 2, third, supporting))).toEqual([
      'other 0-2',
    ]);
    expect(left(hit(0, 2, one), hit(0, 3, other))).toEqual(['other 0-3']);
  });
});
