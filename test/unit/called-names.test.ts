import { describe, expect, it } from 'vitest';
import { compile } from '../../src/core/compile/compile.ts';
import { match } from '../../src/core/matching/match.ts';
import { createRuleIndex } from '../../src/core/matching/rule-index.ts';
import { createEngine } from '../evidence/engine.ts';
import { testPack } from './test-pack.ts';

const engine = createEngine();
const levelOf = (text: string) => engine.read({ text }).level;

describe('two common names that the members of one ticket are called', () => {
  it.each([
    ['as no pack joins them', 'pram rano ke pasar'],
    ['the other way round', 'hendi andika ke pasar'],
    ['with forms of address', 'mas pram dan bang rano ke pasar'],
    ['in a hashtag with capitals', '#SelamatDatangPramRano'],
    ['in a hashtag without', '#selamatdatangpramrano'],
    ['in a hashtag with a year', '#AirinAdee2024'],
  ])('stand for each other %s', (_how, text) => expect(levelOf(text)).toBe('hint'));

  it.each([
    ['of two tickets', 'andika yasin ke pasar'],
    ['of one man', 'Abdul Razak ke pasar'],
    ['of which one is a word of the language', 'surya bobby ke pasar'],
    ['apart', 'Hendi pulang bersama keluarga Andika'],
    ['that go on in a hashtag', '#RanoPramuka'],
  ])('do not %s', (_how, text) => expect(levelOf(text)).toBe('none'));

  it('are common names of each, where more than the word speaks of the contest', () => {
    for (const text of ['lampung butuh mirza', 'ntt bersama melki', '#LampungMajuBersamaMirza'])
      expect(levelOf(text), text).not.toBe('none');
    for (const text of ['mirza jualan keripik di lampung', 'melki main bola', 'surya terbit di jambi'])
      expect(levelOf(text), text).toBe('none');
  });

  it('need two letters more than initials', () => {
    const pack = testPack();
    const entities = pack.entities.map((entity) =>
      entity.id === 'demo:ticket-1'
        ? { ...entity, aliases: [{ text: 'Zy-Wq', kind: 'pair' as const }] }
        : entity,
    );
    const rules = createRuleIndex(compile([{ ...pack, entities }]));
    expect(match({ text: 'zy wq' }, rules, () => true).level).toBe('hint');
    expect(match({ text: 'wq zy' }, rules, () => true).level).toBe('none');
  });
});

describe('a whole name of common words', () => {
  it('counts in capitals inside a sentence of small letters', () => {
    expect(levelOf('Maju terus Lalu Muhamad Iqbal')).not.toBe('none');
    for (const text of [
      'Lalu Muhamad Iqbal datang',
      'kemudian lalu muhamad iqbal datang',
      'ADA LALU MUHAMAD IQBAL',
    ])
      expect(levelOf(text), text).toBe('none');
  });

  it('is whole without the given name that many open with', () => {
    expect(levelOf('bobby afif nasution ke medan')).toBe('hint');
  });

  it('of two words stands where its province is won', () => {
    expect(levelOf('sulsel andalan hati menang telak')).toBe('remind');
    expect(levelOf('sulsel andalan hati para perantau')).toBe('none');
  });
});

it('a name of four letters bears another letter of its sound', () => {
  for (const text of ['ahoq', 'ahox', 'pak ahoc bersih']) expect(levelOf(text), text).toBe('hint');
  for (const text of ['ahak', 'ahik', 'ahol', 'abok']) expect(levelOf(text), text).toBe('none');
});
