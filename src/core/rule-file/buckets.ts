import { type Numbers, narrowed } from './numbers.ts';

/** Ascending numbers, each counted from the first one of its block: they fit into a byte or two. */
export interface Ascending {
  readonly offsets: Numbers;
  readonly blocks: Numbers;
}

/** Of numbers in a block. */
const BLOCK_BITS = 6;

export function numberAt({ offsets, blocks }: Ascending, index: number): number {
  return (blocks[index >> BLOCK_BITS] ?? 0) + (offsets[index] ?? 0);
}

export function ascending(numbers: ArrayLike<number>): Ascending {
  const offsets = new Int32Array(numbers.length);
  const blocks: number[] = [];
  for (let at = 0; at < numbers.length; at += 1) {
    const block = at >> BLOCK_BITS;
    if (block === blocks.length) blocks.push(numbers[at] ?? 0);
    offsets[at] = (numbers[at] ?? 0) - (blocks[block] ?? 0);
  }
  return { offsets: narrowed(offsets), blocks: narrowed(blocks) };
}

/** What is sorted into buckets by hash, one bucket behind the other without a free place. */
export interface Buckets {
  /** Where each bucket begins, and where the last one ends. */
  readonly starts: Ascending;
  /** What lies at each place: an index into what was sorted. */
  readonly order: Int32Array;
}

/** Number of buckets, a power of two, for so many: one or two in each. */
export function bucketsFor(count: number): number {
  let buckets = 1;
  while (buckets * 2 <= count) buckets *= 2;
  return buckets;
}

/** @param bucketOf bucket of each, below `buckets`; those of one bucket keep their order */
export function sortIntoBuckets(bucketOf: ArrayLike<number>, buckets: number): Buckets {
  const starts = new Int32Array(buckets + 1);
  for (let at = 0; at < bucketOf.length; at += 1) {
    const next = (bucketOf[at] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let bucket = 0; bucket < buckets; bucket += 1)
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  const free = starts.slice();
  const order = new Int32Array(bucketOf.length);
  for (let at = 0; at < bucketOf.length; at += 1) {
    const bucket = bucketOf[at] ?? 0;
    const place = free[bucket] ?? 0;
    order[place] = at;
    free[bucket] = place + 1;
  }
  return { starts: ascending(starts), order };
}
