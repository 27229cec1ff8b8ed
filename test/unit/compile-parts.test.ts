import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Compiler, compile } from '../../src/core/compile/compile.ts';
import { NearWords } from '../../src/core/compile/near-words.ts';
import {
  everydayWords,
  isCommonName,
  isGivenName,
  isWordOrPlace,
  lexiconWords,
} from '../../src/core/language/lexicon.ts';
import { encodeRules } from '../../src/core/matching/encode-rules.ts';
import {
  createWordIndex,
  findReadings,
  findSlips,
  SAME_NAME,
  wordsOf,
} from '../../src/core/matching/variants.ts';
import { type Pack, parsePack } from '../../src/core/pack/pack.ts';
import type { CompiledRules } from '../../src/core/rule-file/rules.ts';
import { SkimFlag, slipFlags } from '../../src/core/rule-file/skim-flags.ts';
import { personalPack } from '../../src/core/settings/personal-pack.ts';
import { generateNames, packOfNames } from '../bench/names.ts';
import { type Random, seeded } from '../bench/random.ts';
import { IS_FULL, triesOf } from '../extent.ts';
import { testPack } from './test-pack.ts';

const folder = new URL('../../rules/', import.meta.url);
const builtIn = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && !['keys.json', 'pack.schema.json'].includes(name))
  .map((name): Pack => {
    const result = parsePack(readFileSync(new URL(name, folder), 'utf8'));
    if (!result.ok) throw new Error(result.problems.join('\n'));
    return result.pack;
  });

/** Words that are read as one another, of all kinds: stretched, with affixes, in two readings, names and near names. */
const WORDS =
  'anak anakku makan makanan minum gubernur nomor satu tetap ganti indah maju terus guna gunakan menggunakan sate wajar ' +
  'sandal panjang sangat tanggap tangap bagus rukun ridwan bahlil bahlill luthfi annies ganjarr kelinci kelincii perabowo mas ' +
  'kelincinya merdeka';
const vocabulary = WORDS.split(' ');

const ownWords = (random: Random): Pack => {
  const some = (most: number) =>
    Array.from({ length: random.below(most) }, () =>
      Array.from({ length: 1 + random.below(3) }, () => random.oneOf(vocabulary)).join(' '),
    );
  return personalPack({ watched: [...new Set(some(4))], ignored: [...new Set(some(3))] }, 'Kata sendiri');
};

/** Names near to ordinary words, and one that is an ordinary word without its space. */
function namesakes(): Pack {
  const pack = packOfNames(['Kolinci Belanto', 'Masya Rakat']);
  const entities = pack.entities.map((entity) =>
    entity.name === 'Masya Rakat' ? { ...entity, role: 'party' as const } : entity,
  );
  return { ...pack, id: 'namesakes', entities };
}

/** Which ordinary words are guarded, found by reading all of them. */
function guardedOf({ terms, words }: CompiledRules): {
  readonly guard: ReadonlySet<string>;
  readonly doubtful: ReadonlySet<string>;
} {
  const all = wordsOf(terms);
  const open = { ...words, guard: [], doubtful: [] };
  const index = createWordIndex(all, open);
  const names = createWordIndex(new Set(), open);
  const distinctive = new Set(words.misspellable);
  const guard = new Set<string>();
  const doubtful = new Set<string>();
  for (const word of new Set(everydayWords())) {
    const isLexical = isWordOrPlace(word) || isGivenName(word);
    const slips = isLexical ? findSlips(word, names) : [];
    if (isWordOrPlace(word) && slips.length > 0) guard.add(word);
    else if (isGivenName(word) && slips.some(({ cost }) => cost > SAME_NAME)) doubtful.add(word);
    if (all.has(word) || guard.has(word)) continue;
    const [reading] = findReadings(word, index);
    if (!reading || (reading.rule === 'affixed' && !distinctive.has(reading.text))) continue;
    if (isCommonName(word)) doubtful.add(word);
    else guard.add(word);
  }
  return { guard, doubtful };
}

describe('compile', () => {
  const invented = [testPack(), packOfNames(generateNames(60)), ownWords(seeded(3))];
  const sets = [
    ['the built-in packs', compile(builtIn)],
    ['invented packs', compile(invented)],
  ] as const;
  it.each(sets)('reads every everyday word that may be taken for one of %s', (_, rules) => {
    const { guard, doubtful } = guardedOf(rules);
    expect(rules.words.guard).toEqual([...guard].sort());
    expect(rules.words.doubtful).toEqual([...doubtful].sort());
  });

  it.each(sets)(
    'tells the skim of every word of the lexicon that may be taken for one of %s',
    (_, { terms, words, skim }) => {
      const index = createWordIndex(wordsOf(terms), words);
      for (const word of lexiconWords()) {
        const flags = skim.flags.get(word);
        if (findReadings(word, index).length > 0)
          expect(flags === undefined || (flags & (SkimFlag.Read | SkimFlag.Variant)) !== 0, word).toBe(true);
        const slips = SkimFlag.Slip | SkimFlag.OrdinarySlip;
        if (flags !== undefined) expect(flags & slips, word).toBe(slipFlags(findSlips(word, index)));
      }
    },
  );
});

/** Byte for byte: Vitest compares long arrays slowly. */
function expectSame(one: CompiledRules, other: CompiledRules, message?: string): void {
  expect(Buffer.compare(encodeRules(one), encodeRules(other)), message).toBe(0);
}

describe('a compiler that goes on', () => {
  /** What is near to a name is the same for all. */
  const near = new NearWords();
  const random = seeded(29);
  const imports = [
    testPack(),
    namesakes(),
    packOfNames(generateNames(40)),
    packOfNames(generateNames(80).slice(30)),
  ];
  /** A few packs are compiled anew in a tenth of a second, all of them in half a one. */
  const all = IS_FULL ? builtIn : builtIn.slice(0, 4);
  const steps = triesOf(200);

  it(`gives the very rules of one that begins anew, in ${steps} changes in a row`, () => {
    const compiler = new Compiler(near);
    let shipped: readonly Pack[] = all;
    for (let step = 0; step < steps; step += 1) {
      if (random.next() < 0.4) shipped = random.next() < 0.3 ? all : all.filter(() => random.next() < 0.8);
      const imported = random.next() < 0.5 ? [random.oneOf(imports)] : [];
      const packs = [...shipped, ...imported, ownWords(random)];
      expectSame(compiler.compile(packs), new Compiler(near).compile(packs), `step ${step}`);
    }
  });

  it('reads a word anew for each of its changes', () => {
    const own = (...watched: string[]) => personalPack({ watched, ignored: [] }, 'Kata sendiri');
    const names = namesakes();
    const compiler = new Compiler(near);
    // An ordinary word with an ending is near to a name, then one of the person's own words, then neither.
    for (const packs of [
      [names],
      [names, own('kelinci')],
      [names, own('kelincinya')],
      [names],
      [],
      [own('kelinci')],
    ])
      expectSame(compiler.compile(packs), new Compiler(near).compile(packs));
    const isGuarded = (...packs: Pack[]) => compiler.compile(packs).words.guard.includes('kelincinya');
    expect([isGuarded(names), isGuarded(names, own('kelinci')), isGuarded(names)]).toEqual([
      true,
      false,
      true,
    ]);
    const isPlain = (...packs: Pack[]) => compiler.compile(packs).skim.flags.has('masyarakat');
    expect([isPlain(own('kelinci')), isPlain(names), isPlain(own('kelinci'))]).toEqual([true, false, true]);
  });

  it('gives them when it begins with what another one has found', () => {
    const prepared = JSON.parse(JSON.stringify(new Compiler(near).prepared(all)));
    for (const packs of [[...all, ownWords(random)], all.slice(1), [...all.slice(0, 2), testPack()]])
      expect(
        Buffer.compare(encodeRules(Compiler.from(all, prepared).compile(packs)), encodeRules(compile(packs))),
      ).toBe(0);
  });

  it('keeps nothing of packs that cannot stand together', () => {
    const compiler = new Compiler(near);
    const before = compiler.compile([testPack()]);
    expect(() => compiler.compile([testPack(), { ...testPack(), id: 'second' }])).toThrow('"demo"');
    expectSame(compiler.compile([testPack()]), before);
  });
});
