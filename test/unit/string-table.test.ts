import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstSlot, HASH_FACTOR, HASH_START, hashOf } from '../../src/core/rule-file/hash.ts';
import { StringPool, StringPoolBuilder } from '../../src/core/rule-file/string-pool.ts';
import { encodeStringTable, mapped, StringTable } from '../../src/core/rule-file/string-table.ts';

function poolOf(keys: readonly string[], others: readonly string[] = []) {
  const builder = new StringPoolBuilder();
  for (const text of others) builder.add(text);
  for (const key of keys) builder.addKey(key);
  const built = builder.build();
  return { ...built, pool: new StringPool(built.sections) };
}

/** Keys with lists; other tables have keys of their own in the same pool. */
function tableOf(lists: Readonly<Record<string, readonly number[]>>): StringTable {
  const built = poolOf([...Object.keys(lists), ...OF_OTHERS], ['before']);
  return new StringTable(encodeStringTable(new Map(Object.entries(lists)), built), built.pool);
}

const OF_OTHERS = Array.from({ length: 40 }, (_none, at) => `lain${at}`);

const lettersOf = (text: string) => Uint16Array.from(text, (letter) => letter.charCodeAt(0));

/** With units that a byte holds, that need two, and that look like the mark of those. */
const STRANGE = ['', 'a', 'é', 'ÿ', 'ÿab', 'aÿ', 'π', 'pan🙏', '\u{ff}\u{61}\u{0}', 'ab', 'a\u0000b\u0000'];

describe('a string pool', () => {
  it('gives each string, and nothing outside', () => {
    const { pool, indexOf } = poolOf(['satu', 'dua'], ['', 'dua', 'tiga']);
    const texts = ['satu', 'dua', '', 'tiga'];
    expect(texts.map((text) => pool.text(indexOf(text)))).toEqual(texts);
    expect([-1, 4, 5].map((index) => pool.text(index))).toEqual(['', '', '']);
    // Asked again: what was remembered for one place is not given for another.
    expect(texts.map((text) => pool.text(indexOf(text)))).toEqual(texts);
    expect(indexOf('empat')).toBe(-1);
  });

  it('holds each string once, keys first', () => {
    const { keys, indexOf, sections } = poolOf(['satu', 'dua', 'satu'], ['dua', 'tiga']);
    expect([keys, sections.units.length]).toEqual([2, 'satuduatiga'.length]);
    expect([indexOf('satu'), indexOf('dua')].toSorted()).toEqual([0, 1]);
    expect(indexOf('tiga')).toBe(2);
  });

  it('gives strings that are longer than one call may have arguments', () => {
    const long = 'panjang '.repeat(40_000);
    const { pool, indexOf } = poolOf(['x'], [long]);
    expect(pool.text(indexOf(long))).toBe(long);
  });

  it('finds keys of any letters, and no other', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.oneof(fc.constantFrom(...STRANGE), fc.string({ unit: 'binary', maxLength: 6 }))),
        fc.oneof(fc.constantFrom(...STRANGE), fc.string({ unit: 'binary', maxLength: 6 })),
        (keys, other) => {
          const { pool } = poolOf(keys, ['before']);
          for (const key of keys) expect(pool.text(pool.indexOf(key))).toBe(key);
          expect(pool.indexOf(other) >= 0).toBe(keys.includes(other));
          expect(pool.indexOf('before') >= 0).toBe(keys.includes('before'));
        },
      ),
    );
  });

  it('compares strings with what is as long as they are stored', () => {
    const { pool, indexOf } = poolOf(['π', 'ÿ']);
    for (const text of ['ÿÀ\u0003', 'ÿÿ\u0000', 'x']) expect(pool.equals(indexOf('π'), text)).toBe(false);
    expect([pool.equals(indexOf('π'), 'π'), pool.equals(indexOf('ÿ'), 'ÿ')]).toEqual([true, true]);
  });

  it('finds parts of texts with their capitals as small letters, and letters', () => {
    const { pool, indexOf } = poolOf(['azm', '', '@[', 'πa']);
    const part = (text: string, from: number, to: number) =>
      pool.indexOfPart(hashOf(text.slice(from, to).toLowerCase()), text, from, to);
    const azm = indexOf('azm');
    expect([part('azm', 0, 3), part('..AZM.', 2, 5), part('..aZm', 2, 5)]).toEqual([azm, azm, azm]);
    expect([part('azm', 0, 2), part('.azm.', 0, 4), part('.bzm', 1, 4), part('azn', 0, 3)]).toEqual([
      -1, -1, -1, -1,
    ]);
    // Whatever the hash is, the letters decide.
    expect(pool.indexOfPart(hashOf('azm'), 'azn', 0, 3)).toBe(-1);
    expect(pool.indexOfPart(hashOf('azm'), 'az', 0, 2)).toBe(-1);
    // "@" and "[" lie beside the capitals.
    expect(pool.indexOfPart(hashOf('`{'), '@[', 0, 2)).toBe(-1);
    expect(part('@[', 0, 2)).toBe(indexOf('@['));
    expect(part('.πA', 1, 3)).toBe(indexOf('πa'));
    const letters = lettersOf('..azm.');
    expect(pool.indexOfLetters(hashOf('azm'), letters, 2, 5)).toBe(azm);
    expect([
      pool.indexOfLetters(hashOf('azm'), letters, 1, 4),
      pool.indexOfLetters(hashOf('azm'), letters, 2, 4),
      pool.indexOfLetters(hashOf('azm'), letters, 2, 6),
      pool.indexOfLetters(hashOf('azm'), lettersOf('azn'), 0, 3),
    ]).toEqual([-1, -1, -1, -1]);
  });

  it('tells whether a key of a length may be there', () => {
    const { pool } = poolOf(['a', 'bbb']);
    expect([pool.mayHold(hashOf('a'), 1), pool.mayHold(hashOf('bbb'), 3)]).toEqual([true, true]);
    expect([pool.mayHold(hashOf('a'), 2), pool.mayHold(hashOf('c'), 1)]).toEqual([false, false]);
    expect(poolOf([]).pool.mayHold(hashOf('a'), 1)).toBe(false);
  });

  it('needs no more bytes than letters for ordinary words, and looks at few of them', () => {
    const words = Array.from({ length: 3_000 }, (_none, at) => `kata${at}`);
    const { sections } = poolOf(words);
    expect(sections.units.length).toBe(words.join('').length);
    const buckets = sections.buckets.offsets.length - 1;
    expect(buckets).toBeGreaterThan(words.length / 2);
    expect(Math.log2(buckets) % 1).toBe(0);
    expect([sections.buckets.offsets.BYTES_PER_ELEMENT, sections.starts.offsets.BYTES_PER_ELEMENT]).toEqual([
      1, 2,
    ]);
  });
});

describe('a string table', () => {
  it('hashes as FNV-1a does', () => {
    expect([HASH_START >>> 0, HASH_FACTOR]).toEqual([2_166_136_261, 16_777_619]);
    // Values of http://www.isthe.com/chongo/src/fnv/test_fnv.c
    expect(['', 'a', 'foobar'].map((text) => hashOf(text) >>> 0)).toEqual([
      0x811c9dc5, 0xe40c292c, 0xbf9cf968,
    ]);
    expect(firstSlot(0x12348000, 0xffff)).toBe(0x8000 ^ 0x2469);
  });

  const lists = Object.fromEntries(
    Array.from({ length: 64 }, (_none, at) => [`kata${at}`, at % 3 === 0 ? [] : [at * 10, at]]),
  );

  it.each([0, 1, 2, 3, 64])('finds each of %d keys by every way, and no other', (count) => {
    const some = Object.fromEntries(Object.entries(lists).slice(0, count));
    const table = tableOf(some);
    const ordinals = new Set<number>();
    for (const [key, list] of Object.entries(some)) {
      const capitals = `..${key.toUpperCase()}.`;
      const at = table.ordinalOf(key);
      ordinals.add(at);
      expect(table.has(key)).toBe(true);
      expect(table.get(key)).toEqual(list);
      expect(table.ordinalOfPart(hashOf(key), capitals, 2, capitals.length - 1)).toBe(at);
      expect(table.ordinalOfLetters(hashOf(key), lettersOf(capitals.toLowerCase()), 2, key.length + 2)).toBe(
        at,
      );
      expect(table.mayHold(hashOf(key), key.length)).toBe(true);
      expect(table.mayHold(hashOf(key), 40)).toBe(false);
      expect(table.valuesOf(table.keyAt(at))).toEqual(list);
    }
    expect([...ordinals].toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: count }, (_none, at) => at),
    );
    for (const key of ['kata64', 'kata', 'before', '', 'lain3']) {
      expect(table.has(key)).toBe(false);
      expect(table.get(key)).toBeUndefined();
      expect(table.ordinalOfPart(hashOf(key), key, 0, key.length)).toBe(-1);
      expect(table.ordinalOfLetters(hashOf(key), lettersOf(key), 0, key.length)).toBe(-1);
    }
    expect([table.valuesOf(-1), table.valuesOf(1_000)]).toEqual([[], []]);
  });

  it('stores no beginnings where each key has one value, and no values that count up', () => {
    const built = poolOf(['satu', 'dua', 'tiga']);
    const [first = '', second = '', third = ''] = [0, 1, 2].map((index) => built.pool.text(index));
    const encoded = (...pairs: (readonly [string, number[]])[]) => encodeStringTable(new Map(pairs), built);
    const ones = encoded([first, [7]], [third, [70_000]]);
    expect([ones.starts.length, ones.values]).toEqual([0, Int32Array.of(7, 70_000)]);
    const table = new StringTable(ones, built.pool);
    expect([first, second, third].map((key) => table.get(key))).toEqual([[7], undefined, [70_000]]);
    expect([table.firstAt(0), table.firstAt(1), table.ordinalAt(1)]).toEqual([7, 70_000, 1]);
    const counting = encoded([first, [0, 1]], [second, []], [third, [2, 3, 4]]);
    expect(counting.values.length).toBe(0);
    const runs = new StringTable(counting, built.pool);
    expect([first, second, third].map((key) => runs.get(key))).toEqual([[0, 1], [], [2, 3, 4]]);
    expect([0, 1, 2, 4].map((place) => runs.keyAt(runs.ordinalAt(place)))).toEqual([0, 0, 2, 2]);
  });

  it('turns a list into its value once', () => {
    let built = 0;
    const values = mapped(tableOf({ dua: [2], kosong: [] }), (list, key) => {
      built += 1;
      return `${key} ${list.length}`;
    });
    expect([values.get('dua'), values.get('kosong'), values.get('dua'), values.get('tiga')]).toEqual([
      'dua 1',
      'kosong 0',
      'dua 1',
      undefined,
    ]);
    expect(built).toBe(2);
    expect([values.has('kosong'), values.has('tiga')]).toEqual([true, false]);
  });
});
