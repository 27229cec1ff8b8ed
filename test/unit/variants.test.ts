import { describe, expect, it } from 'vitest';
import { compile } from '../../src/core/compile.ts';
import { match } from '../../src/core/match.ts';
import { createRuleIndex } from '../../src/core/rule-index.ts';
import { testPack } from './test-pack.ts';

const rules = createRuleIndex(compile([testPack()]));
const read = (text: string) => match({ text }, rules, () => true);

describe('names as people write them', () => {
  it.each([
    ['Sutrala', undefined],
    ['Sutralaaaa', 'stretched'],
    ['SUUTRALA', 'stretched'],
    ['Sutr4l4', 'digits'],
    ['m3l0dr4', 'digits'],
    ['sutrala02', 'numbered'],
    ['Sutralanya', 'affixed'],
    ['S u t r a l a', 'spaced'],
    ['s.u.t.r.a.l.a', 'spaced'],
    ['S-u-t-r-a-l-a', 'spaced'],
    ['sutralamelodra', 'joined'],
    ['Soetrala', 'misspelt'],
    ['Sutrela', 'misspelt'],
    ['𝐒𝐮𝐭𝐫𝐚𝐥𝐚', undefined],
    ['Ѕutrаlа', undefined],
    ['S\u200bu\u200btrala', undefined],
    ['🆂🆄🆃🆁🅰🅻🅰', undefined],
  ])('%s', (name, variant) => {
    const text = `Kemarin ${name} mampir`;
    const { level, findings } = read(text);
    expect(level).toBe('hint');
    expect(findings[0]?.variant).toBe(variant);
    expect(findings[0]?.text).toBe(name);
  });

  it.each([
    'Sutrala & Melodra',
    'Melodra dan Sutrala',
    'Sutrala x Melodra',
    'Sutrala/Melodra',
    'Melodra + Pak Sutrala',
    'Ibu Melodra dgn Bapak H. Sutrala',
  ])('%s is the pair', (text) => {
    expect(read(`Ada ${text} tadi`).findings.map(({ entity }) => entity)).toContain('demo:ticket-1');
  });

  it('skips titles and initials inside a name', () => {
    expect(read('Dr. Sutrala H. Wijaksa, S.E.').findings).toMatchObject([
      { entity: 'demo:sutrala', kind: 'name', text: 'Sutrala H. Wijaksa' },
    ]);
  });

  it('leave ordinary words alone', () => {
    for (const text of ['sutra', 'melodi', 'bendera', 'S u t r a', 'sandiwara', 'lokasi', 'wijaya', 'kencan'])
      expect(read(text).level, text).toBe('none');
  });
});
