import { describe, expect, it } from 'vitest';
import { compile } from '../../src/core/compile/compile.ts';
import { match } from '../../src/core/matching/match.ts';
import { createRuleIndex } from '../../src/core/matching/rule-index.ts';
import type { PackEntity } from '../../src/core/pack/pack.ts';
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

  it('leave ordinary words alone, held however long', () => {
    for (const text of ['suttttralah', 'melodiiii', 'sutraaaaa']) expect(read(text).level, text).toBe('none');
    expect(read('Sutrelaaaa').level).toBe('hint');
  });

  it('leave ordinary words with a number behind alone', () => {
    expect(read('Kain sutra1 dijual').level).toBe('none');
    expect(read('Kata Sutr4la').level).toBe('hint');
  });

  it('leave ordinary words alone', () => {
    for (const text of ['sutra', 'melodi', 'bendera', 'S u t r a', 'sandiwara', 'lokasi', 'wijaya', 'kencan'])
      expect(read(text).level, text).toBe('none');
  });
});

describe('slips inside a whole name', () => {
  const pack = testPack();
  const [first] = pack.entities.filter(({ id }) => id === 'demo:vindara');
  const withCandidate = (name: string) => {
    const other = { ...first, id: 'demo:other', name, aliases: [] } as PackEntity;
    return createRuleIndex(compile([{ ...pack, entities: [...pack.entities, other] }]));
  };
  const index = withCandidate('Rukmini Handayani');
  const besideCandidate = (name: string) => {
    const rules = withCandidate(name);
    return (text: string) => match({ text }, rules, () => true).findings.length;
  };
  const names = (text: string) => match({ text }, index, () => true).findings.map((finding) => finding.text);

  it.each(['Rukmini Handayanni', 'rukmeni handajani', 'Rukmni Handayani', 'Rukmini R. Handayeni'])(
    '%s is one name, though both words are common',
    (name) => {
      expect(names(`Kemarin ${name} mampir`)).toEqual([name]);
    },
  );

  it.each([
    'Rukmini Hidayani',
    'Ruqmane Handoyene',
    'Rukmana Handayani',
    'handayanni',
    'rukmni',
    'Rukmini. Handayanni',
  ])('%s is somebody else, or nobody', (name) => {
    expect(names(`Kemarin ${name} mampir`)).toEqual([]);
  });

  it('takes no word that a 2 says twice for a misspelt name', () => {
    const findings = besideCandidate('Gelazan');
    expect(findings('Kemarin g3la2an mampir')).toBe(1);
    expect(findings('Kemarin beli pemain gila2an')).toBe(0);
  });

  it('takes no ordinary word with a letter doubled for a misspelt name', () => {
    const findings = besideCandidate('Kaban');
    expect(findings('Kemarin kabann mampir')).toBe(1);
    expect(findings('Vaksin lagi kapann ya')).toBe(0);
  });

  it('reads a name in two pieces, and a sure name at the start of a word', () => {
    expect(names('bra gasta mampir')).toEqual(['bra gasta']);
    expect(names('bragastapinulaar mampir')).toEqual(['bragastapinulaar']);
    expect(names('bragastakannya mampir')).toEqual([]);
    expect(names('bragastaaningsun mampir')).toEqual([]);
  });

  it('takes a handle of a whole name with more words, one of a single name with what public people add to theirs', () => {
    expect(names('@vindaraloka_official mampir')).toEqual(['@vindaraloka_official']);
    expect(names('@vindara_official mampir')).toEqual(['@vindara_official']);
    expect(names('@vindara_bakery mampir')).toEqual([]);
  });

  it('takes a name in a hashtag for a word of its own where capitals tell', () => {
    expect(names('#KotaBragasta')).toEqual(['#KotaBragasta']);
    expect(names('#bragastapinulaar')).toEqual(['#bragastapinulaar']);
    expect(names('#KombragAstana')).toEqual([]);
    expect(names('#KombraGastana')).toEqual([]);
    // A slip in it counts where it counts in a sentence.
    expect(names('Kota Bragastan')).toEqual(['Bragastan']);
    expect(names('#KotaBragastan')).toEqual(['#KotaBragastan']);
  });

  it('takes a common name beside a wish in a hashtag for the person', () => {
    expect(names('#HandayaniMenang')).toEqual([]);
    expect(names('#VindaraMenang')).toEqual(['#VindaraMenang']);
  });
});
