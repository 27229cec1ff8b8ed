import { describe, expect, it } from 'vitest';
import { StringPool, StringPoolBuilder } from '../../src/core/rule-file/string-pool.ts';
import {
  encodeStringTable,
  firstSlot,
  HASH_FACTOR,
  HASH_START,
  hashOf,
  mapped,
  StringTable,
} from '../../src/core/rule-file/string-table.ts';

function poolOf(...texts: string[]): StringPool {
  const builder = new StringPoolBuilder();
  for (const text of texts) builder.add(text);
  const { units, offsets } = builder.build();
  return new StringPool(units, offsets);
}

/** Keys with lists; a string stands in the pool before them, so that places and ordinals differ. */
function tableOf(lists: Readonly<Record<string, readonly number[]>>): StringTable {
  const builder = new StringPoolBuilder();
  builder.add('before');
  const data = encodeStringTable(new Map(Object.entries(lists)), builder);
  const { units, offsets } = builder.build();
  return new StringTable(data, new StringPool(units, offsets));
}

const lettersOf = (text: string) => Uint16Array.from(text, (letter) => letter.charCodeAt(0));

describe('a string pool', () => {
  it('gives each string, and nothing outside', () => {
    const pool = poolOf('satu', '', 'dua', 'satu');
    expect([0, 1, 2].map((index) => pool.text(index))).toEqual(['satu', '', 'dua']);
    expect([-1, 3, 4].map((index) => pool.text(index))).toEqual(['', '', '']);
    expect([0, 1, 2, 3].map((index) => pool.lengthOf(index))).toEqual([4, 0, 3, -7]);
    expect([0, 1, 2].map((index) => pool.startOf(index))).toEqual([0, 4, 4]);
    // Asked again: what was remembered for one place is not given for another.
    expect([0, 2, -1, 3, 1].map((index) => pool.text(index))).toEqual(['satu', 'dua', '', '', '']);
  });

  it('holds each string once', () => {
    const builder = new StringPoolBuilder();
    expect(['satu', 'dua', 'satu'].map((text) => builder.add(text))).toEqual([0, 1, 0]);
    expect(builder.build().offsets).toEqual(Int32Array.of(0, 4, 7));
  });

  it('gives strings that are longer than one call may have arguments', () => {
    const long = 'panjang '.repeat(40_000);
    expect(poolOf('x', long).text(1)).toBe(long);
  });

  it('compares whole strings, parts of texts with their capitals as small letters, and letters', () => {
    const pool = poolOf('x', 'azm', '');
    expect(['azm', 'az', 'azmm', 'bzm', 'azn', ''].map((text) => pool.equals(1, text))).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(pool.equals(2, '')).toBe(true);
    const part = (text: string, from: number, to: number) => pool.equalsPart(1, text, from, to);
    expect([part('azm', 0, 3), part('..AZM.', 2, 5), part('..aZm', 2, 5)]).toEqual([true, true, true]);
    expect([part('azm', 0, 2), part('.azm.', 0, 4), part('.bzm', 1, 4), part('azn', 0, 3)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    // "@" and "[" lie beside the capitals.
    expect(poolOf('`{').equalsPart(0, '@[', 0, 2)).toBe(false);
    expect(poolOf('@[').equalsPart(0, '@[', 0, 2)).toBe(true);
    const letters = lettersOf('..azm.');
    expect(pool.equalsLetters(1, letters, 2, 5)).toBe(true);
    expect([
      pool.equalsLetters(1, letters, 1, 4),
      pool.equalsLetters(1, letters, 2, 4),
      pool.equalsLetters(1, letters, 2, 6),
      pool.equalsLetters(1, lettersOf('azn'), 0, 3),
    ]).toEqual([false, false, false, false]);
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
    for (const [at, [key, list]] of Object.entries(some).entries()) {
      const capitals = `..${key.toUpperCase()}.`;
      expect(table.has(key)).toBe(true);
      expect(table.get(key)).toEqual(list);
      expect(table.ordinalOf(key)).toBe(at);
      expect(table.ordinalOfPart(hashOf(key), capitals, 2, capitals.length - 1)).toBe(at);
      expect(table.ordinalOfLetters(hashOf(key), lettersOf(capitals.toLowerCase()), 2, key.length + 2)).toBe(
        at,
      );
      expect(table.mayHold(hashOf(key), key.length)).toBe(true);
      expect(table.mayHold(hashOf(key), 40)).toBe(false);
      expect(table.firstAt(at)).toBe(list[0] ?? 0);
      expect(table.keyAt(at)).toBe(at + 1);
    }
    for (const key of ['kata64', 'kata', 'before', '']) {
      expect(table.has(key)).toBe(false);
      expect(table.get(key)).toBeUndefined();
      expect(table.ordinalOfPart(hashOf(key), key, 0, key.length)).toBe(-1);
      expect(table.ordinalOfLetters(hashOf(key), lettersOf(key), 0, key.length)).toBe(-1);
    }
  });

  it('takes at most half of the slots, so that searches are short', () => {
    for (const count of [1, 2, 3, 64]) {
      const [slots = 0, keys] = encodeStringTable(
        new Map(Object.entries(lists).slice(0, count)),
        new StringPoolBuilder(),
      );
      expect(keys).toBe(count);
      expect(slots).toBeGreaterThanOrEqual(count * 2);
      expect(slots).toBeLessThan(count * 4);
      expect(Math.log2(slots) % 1).toBe(0);
    }
  });

  it('ends a search in a damaged table without a free slot, and looks at every slot of it', () => {
    const pool = poolOf('a', 'b');
    const full = (...ordinals: number[]) =>
      new StringTable(Int32Array.of(2, 2, ...ordinals, 0, 1, 7, 7, 7), pool);
    for (const table of [full(1, 2), full(2, 1)]) {
      expect([table.ordinalOf('a'), table.ordinalOf('b'), table.ordinalOf('c')]).toEqual([0, 1, -1]);
      const part = (text: string) => table.ordinalOfPart(hashOf(text), text, 0, 1);
      expect([part('a'), part('b'), part('c')]).toEqual([0, 1, -1]);
      const letters = (text: string) => table.ordinalOfLetters(hashOf(text), lettersOf(text), 0, 1);
      expect([letters('a'), letters('b'), letters('c')]).toEqual([0, 1, -1]);
      expect([table.mayHold(hashOf('c'), 1), table.mayHold(hashOf('c'), 2)]).toEqual([true, false]);
    }
  });

  it('tells whether a key of a length may be there, from all places where it would be', () => {
    const table = tableOf({ a: [], bbb: [] });
    expect([table.mayHold(hashOf('a'), 1), table.mayHold(hashOf('bbb'), 3)]).toEqual([true, true]);
    const pool = poolOf('a', 'bb');
    const full = new StringTable(Int32Array.of(2, 2, 1, 2, 0, 1, 7, 7, 7), pool);
    for (const key of ['a', 'b', 'c', 'd'])
      expect([1, 2, 3].map((length) => full.mayHold(hashOf(key), length))).toEqual([true, true, false]);
    expect(tableOf({}).mayHold(hashOf('a'), 1)).toBe(false);
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
