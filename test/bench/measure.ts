import type { Scanner } from './peers/peer.ts';
import { seeded } from './random.ts';
import { median } from './report.ts';

export function millisecondsOf(task: () => unknown): number {
  const start = performance.now();
  task();
  return performance.now() - start;
}

export interface Rounds {
  readonly warmUp: number;
  readonly counted: number;
}

/**
 * Median nanoseconds per UTF-16 unit of each way. The ways take turns in a new order each round, so that a busy machine
 * hurts all of them. `textsOf` gives new texts for each round, because nobody reads one post twice.
 */
export function measureRounds(
  ways: ReadonlyMap<string, Scanner>,
  textsOf: (round: number) => readonly string[],
  { warmUp, counted }: Rounds,
): Map<string, number> {
  const times = new Map([...ways.keys()].map((name) => [name, [] as number[]]));
  const random = seeded(5);
  let found = 0;
  for (let round = 0; round < warmUp + counted; round += 1) {
    const texts = textsOf(round);
    const units = texts.reduce((sum, text) => sum + text.length, 0);
    const order = [...ways].map((way) => ({ way, place: random.next() }));
    for (const { way } of order.sort((one, other) => one.place - other.place)) {
      const [name, scan] = way;
      const time = millisecondsOf(() => {
        for (const text of texts) found += scan(text);
      });
      if (round >= warmUp) times.get(name)?.push((time * 1e6) / units);
    }
  }
  if (found < 0) throw new Error('never: keeps the loops from being optimised away');
  return new Map([...times].map(([name, list]) => [name, median(list)]));
}
