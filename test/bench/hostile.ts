import { HOSTILE_TEXTS } from '../unit/hostile-texts.ts';
import { engineOf, USUAL_SIZE } from './engines.ts';
import { flat, plainText } from './feed.ts';
import { millisecondsOf } from './measure.ts';
import { generateNames } from './names.ts';
import { ours } from './peers/ours.ts';
import { seeded } from './random.ts';
import { atMost, median, milliseconds, type Row } from './report.ts';

const LENGTH = 5_000;
const ROUNDS = 9;
const PLAIN = 'plain text';

/** The worst that a text of 5,000 characters can do, each time with other letters. */
export function benchHostile(): Row[] {
  const scan = engineOf(ours, USUAL_SIZE);
  const names = generateNames(USUAL_SIZE);
  const makers = new Map(Object.entries(HOSTILE_TEXTS));
  makers.set(PLAIN, (length, random) => plainText(length, random.below(1_000_000)));
  const times = new Map([...makers.keys()].map((name) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, make] of makers) {
      const text = flat(make(LENGTH, seeded(round), names));
      times.get(name)?.push(millisecondsOf(() => scan(text)));
    }
  }
  const medians = [...times].map(([name, list]) => ({ name, value: median(list.slice(1)) }));
  const plain = medians.find(({ name }) => name === PLAIN)?.value ?? Number.NaN;
  const worstFirst = medians.sort((one, other) => other.value - one.value);
  return worstFirst.map(({ name, value }, index): Row => {
    const ratio = value / plain;
    const goal = index === 0 ? atMost(25, ratio) : undefined;
    const part = `one text of ${LENGTH} characters, ${USUAL_SIZE} terms`;
    return { part, what: name, value: milliseconds(value), ratio, against: PLAIN, goal };
  });
}
