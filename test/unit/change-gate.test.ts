import { describe, expect, it } from 'vitest';
import { loadPacks } from '../../src/cli/packs.ts';
import { type Pack, readPack } from '../../src/core/pack/pack.ts';
import {
  lookAtChange,
  MOST_DROPPED,
  MOST_REMARKED,
  MOST_REMARKED_BY_ENTRY,
} from '../../src/core/trial/change-gate.ts';
import neutralPosts from '../../src/core/trial/neutral-posts.json';
import { everyNth, IS_FULL } from '../extent.ts';
import { inventedPack } from './publisher.ts';

const withPhrases = (texts: readonly string[]): unknown => ({
  ...inventedPack(),
  phrases: texts.map((text, at) => ({
    id: `racun-${at}`,
    text,
    strength: 'strong',
    kind: 'support',
    language: 'id',
    source: 'invented for tests',
    confidence: 'in_use',
  })),
});

/** Ordinary words, as a careless or hostile publisher might list them. */
const poison: readonly (readonly string[])[] = [
  ['yang'],
  ['dan'],
  ['untuk'],
  ['dari'],
  ['dengan'],
  ['ada'],
  ['jam'],
  ['hari'],
  ['nomor'],
  ['anak'],
  ['rumah'],
  ['sekolah'],
  ['besok'],
  ['harga'],
  ['juara'],
  ['ini'],
  ['itu'],
  ['saya'],
  ['di', 'ke'],
  ['besok', 'ini', 'itu', 'harga'],
];

describe('the gate', () => {
  it('has 2,000 neutral posts, all different, and shipped packs pass', () => {
    expect(new Set(neutralPosts).size).toBe(2_000);
    expect(neutralPosts).toHaveLength(2_000);
    const looked = everyNth(neutralPosts, 5);
    for (const pack of loadPacks(['general', 'pilpres-2024', 'parties-2024']))
      expect(lookAtChange(pack, pack, looked), pack.id).toMatchObject({ dropped: 0, reasons: [] });
  });

  it.each(everyNth(poison, 4))('holds or refuses a pack with ordinary words: %s', (...texts) => {
    const read = readPack(withPhrases(texts));
    // Two letters are refused by the schema already.
    if (read.ok) expect(lookAtChange(read.pack, null).reasons, texts.join()).toContain('remarks');
    else expect(read.problems.join()).toMatch(/at least 3/);
  });

  it.each([
    [20, 10, []],
    [20, 9, ['drops']],
    [20, 0, ['empty', 'drops']],
    [2, 2, []],
  ])('from %d entries to %d: %j', (before, after, reasons) => {
    const report = lookAtChange(inventedPack(after), inventedPack(before), ['Selamat pagi']);
    expect(report.reasons).toEqual(reasons);
    expect(report).toMatchObject({ removed: before - after, added: 0 });
  });

  it('stands where it was decided', () => {
    expect([MOST_REMARKED, MOST_REMARKED_BY_ENTRY, MOST_DROPPED]).toEqual([0.05, 0.005, 0.5]);
    const pack = inventedPack();
    const saying = (posts: number) =>
      Array.from({ length: 400 }, (_, at) => (at < posts ? 'Wirotama Selakarsa' : 'Selamat pagi'));
    expect(lookAtChange(pack, null, saying(2))).toMatchObject({ remarked: 0.005, reasons: [] });
    expect(lookAtChange(pack, null, saying(3)).reasons).toEqual(['remarks']);
  });

  const updates = IS_FULL ? 20 : 6;
  it(`${updates} ordinary updates pass`, () => {
    let before: Pack | null = null;
    for (let candidates = 2; candidates < 2 + updates; candidates += 1) {
      const pack = inventedPack(candidates);
      expect(lookAtChange(pack, before, neutralPosts.slice(0, 40)).reasons).toEqual([]);
      before = pack;
    }
  });
});
