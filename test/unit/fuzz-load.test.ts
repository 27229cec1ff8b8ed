import { describe, expect, it } from 'vitest';
import { loadPacks } from '../../src/cli/packs.ts';
import { compile } from '../../src/core/compile/compile.ts';
import { match } from '../../src/core/matching/match.ts';
import { createRuleIndex } from '../../src/core/matching/rule-index.ts';
import type { Pack } from '../../src/core/pack/pack.ts';
import type { Finding } from '../../src/core/types.ts';
import { type Random, seeded } from '../bench/random.ts';
import { readSentences } from '../evidence/sentences.ts';
import { everyNth, IS_FULL, triesOf } from '../extent.ts';
import { randomText } from './random-text.ts';

const packs = loadPacks([]);
const random = seeded(19);
const texts = [
  ...everyNth(readSentences(), 4).map(({ text }) => text),
  ...Array.from({ length: triesOf(500) }, () => randomText(random)),
];

function shuffled<Item>(items: readonly Item[], chance: Random): Item[] {
  return items
    .map((item) => ({ item, place: chance.next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

/** A pack as many packs: each contest with its entities, the rest in pieces of `size`. */
function chunksOf(pack: Pack, size: number): Pack[] {
  const empty = { ...pack, contests: [], entities: [], phrases: [], exceptions: [], neutralAccounts: [] };
  const chunks: Pack[] = pack.contests.map((contest) => ({
    ...empty,
    contests: [contest],
    entities: pack.entities.filter((entity) => entity.contest === contest.id),
  }));
  const free = pack.entities.filter((entity) => entity.contest === undefined);
  const { phrases, exceptions, neutralAccounts = [] } = pack;
  const longest = Math.max(...[free, phrases, exceptions, neutralAccounts].map(({ length }) => length));
  for (let at = 0; at < longest; at += size) {
    const slice = <Item>(items: readonly Item[]) => items.slice(at, at + size);
    chunks.push({
      ...empty,
      entities: slice(free),
      phrases: slice(phrases),
      exceptions: slice(exceptions),
      neutralAccounts: slice(neutralAccounts),
    });
  }
  return chunks.map((chunk, index) => ({ ...chunk, id: `${pack.id}-${index}` }));
}

const keyOf = ({ start, end, entity, kind, signal }: Finding) =>
  `${start}-${end} ${entity} ${kind} ${signal}`;

/** Level and findings of every text, the findings in one order. */
function readAll(loaded: readonly Pack[]): string[] {
  const rules = createRuleIndex(compile(loaded));
  return texts.map((text) => {
    const { level, findings } = match({ text }, rules, () => true);
    return [text, level, ...findings.map(keyOf).sort()].join(' | ');
  });
}

const differences = (one: readonly string[], other: readonly string[]) =>
  one.flatMap((line, index) => (line === other[index] ? [] : [`${line}\n    became ${other[index]}`]));

describe('findings do not depend on how packs are loaded', () => {
  const expected = readAll(packs);

  it('finds something at all', () => {
    expect(expected.filter((line) => line.includes('remind')).length).toBeGreaterThan(IS_FULL ? 500 : 125);
  });

  it.each(IS_FULL ? [1, 2, 3] : [1])('in another order (%i)', (seed) => {
    expect(differences(expected, readAll(shuffled(packs, seeded(seed)))).slice(0, 10)).toEqual([]);
  });

  it.each(IS_FULL ? [1, 7, 40] : [1])('in pieces of %i entries', (size) => {
    const chunks = packs.flatMap((pack) => chunksOf(pack, size));
    expect(chunks.length).toBeGreaterThan(packs.length);
    expect(differences(expected, readAll(shuffled(chunks, seeded(size)))).slice(0, 10)).toEqual([]);
  });

  it('with entries of each pack in another order', () => {
    const mixed = packs.map((pack) => ({
      ...pack,
      entities: shuffled(pack.entities, seeded(4)),
      phrases: shuffled(pack.phrases, seeded(5)),
      exceptions: shuffled(pack.exceptions, seeded(6)),
    }));
    expect(differences(expected, readAll(mixed)).slice(0, 10)).toEqual([]);
  });
});
