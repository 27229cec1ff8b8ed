import { describe, expect, it } from 'vitest';
import { builtIn } from '../../src/background/packs/built-in.ts';
import { nameEntries } from '../../src/background/packs/entry-names.ts';
import { compile } from '../../src/core/compile/compile.ts';
import { readPack } from '../../src/core/pack/pack.ts';

const packs = builtIn.flatMap((value) => {
  const result = readPack(value);
  return result.ok ? [result.pack] : [];
});

describe('names of entries', () => {
  it('come with pack and contest, in the order of the question; unknown ones are left out', () => {
    const names = nameEntries(['general:own-voice', 'gone:1', 'pemilu-2024:nasdem'], packs);
    expect(names).toMatchObject([
      { id: 'general:own-voice', title: 'calon pilihan saya', pack: { id: 'general' }, contest: null },
      { id: 'pemilu-2024:nasdem', title: 'Partai NasDem', pack: { id: 'parties-2024' } },
    ]);
    expect(names[1]?.contest).toBe('Pemilihan Umum Anggota DPR, DPD dan DPRD 2024');
  });

  it('are the titles that a reminder shows, for every entry that can fire', () => {
    const { entries } = compile(packs);
    const names = new Map(
      nameEntries(
        entries.map(({ id }) => id),
        packs,
      ).map(({ id, title }) => [id, title]),
    );
    expect(entries.filter(({ id, title }) => names.get(id) !== title)).toEqual([]);
    expect(entries.length).toBeGreaterThan(500);
  });
});
