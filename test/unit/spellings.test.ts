import { describe, expect, it } from 'vitest';
import { compile } from '../../src/core/compile/compile.ts';
import {
  consonantsOf,
  otherTitles,
  withGlottalStop,
  withOtherEndings,
  withoutFirstStop,
  withShortFamilyName,
  withShortWordsJoined,
  withStopApart,
} from '../../src/core/language/spellings.ts';
import { match } from '../../src/core/matching/match.ts';
import { createRuleIndex } from '../../src/core/matching/rule-index.ts';
import type { PackEntity } from '../../src/core/pack/pack.ts';
import { createEngine } from '../evidence/engine.ts';
import { testPack } from './test-pack.ts';

describe('other spellings', () => {
  it('of titles, glottal stops and short words', () => {
    expect(otherTitles(['kiai', 'sutrala'])).toEqual([
      ['kyai', 'sutrala'],
      ['kh', 'sutrala'],
    ]);
    expect(otherTitles(['kiai'])).toEqual([]);
    expect(otherTitles(['sutrala', 'kiai'])).toEqual([]);
    expect(withGlottalStop("Sut'rala O'")).toBe("Sutkrala O'");
    expect(withShortWordsJoined(['luluk', 'nur', 'hamidah'])).toEqual([['luluk', 'nurhamidah']]);
    expect(withShortWordsJoined(['tiga', 'kata', 'ini'])).toEqual([]);
    expect(withStopApart("Sut'rala O'")).toBe("Sut rala O'");
  });

  it('of family names, short names and the old j', () => {
    expect(withShortFamilyName(['melodra', 'nasution'])).toEqual([['melodra', 'nst']]);
    expect(withShortFamilyName(['nasution'])).toEqual([]);
    expect(withShortFamilyName(['nasution', 'melodra'])).toEqual([]);
    expect(withOtherEndings(['edy', 'melodra'])).toEqual([['edi', 'melodra']]);
    expect(withOtherEndings(['melodra', 'yahya'])).toEqual([['melodra', 'yahja']]);
    expect(withOtherEndings(['edy'])).toEqual([]);
    expect(withOtherEndings(['adi', 'wijaya'])).toEqual([]);
  });

  it('of consonants alone, where no word of the language has the same', () => {
    expect(consonantsOf('bravinda')).toBe('brvnd');
    expect(consonantsOf('anies')).toBeUndefined();
    expect(consonantsOf('kencana')).toBeUndefined();
  });
});

describe('the sound that is spelt kh', () => {
  it('is written as an h too, in long names and where that makes no other word', () => {
    expect(withoutFirstStop('khondrala')).toBe('hondrala');
    for (const word of ['khoir', 'hondrala', 'kondrala', 'khidayat'])
      expect(withoutFirstStop(word), word).toBeUndefined();
  });
});

describe('short forms of names, beside a name of the other', () => {
  const pack = testPack();
  const names = ['Sutrala Kadrino Wijaksa', 'Melodrayani Kencani'];
  const entities = pack.entities
    .filter(({ role }) => role === 'ticket' || role === 'candidate')
    .map((entity) => {
      const members = pack.entities.find(({ id }) => id === 'demo:ticket-1')?.members ?? [];
      const at = members.indexOf(entity.id);
      return at < 0 ? entity : { ...entity, name: names[at] ?? '', aliases: [] };
    }) as PackEntity[];
  const index = createRuleIndex(compile([{ ...pack, entities }]));
  const level = (text: string) => match({ text }, index, () => true).level;

  it.each([
    'Sutrala-Melodra hadir',
    'Sutrala-Melo hadir',
    'Kadrino-Melodrayani hadir',
    '#KadrinoKencani hadir',
  ])('%s', (text) => expect(level(text)).not.toBe('none'));

  it.each(['Melodra hadir', 'Melo hadir', 'Kadri hadir', 'Melodra Kadri hadir'])('not %s', (text) =>
    expect(level(text)).toBe('none'),
  );
});

describe('names as they are spelt by rule', () => {
  const pack = testPack();
  const [first, ...others] = pack.entities.filter(({ role }) => role === 'candidate');
  const person = {
    ...first,
    name: "Vu'drata Solimbar",
    aliases: [
      { text: 'Bravinda', kind: 'nickname' },
      { text: 'Kiai Zumrato', kind: 'nickname' },
    ],
  } as PackEntity;
  const tickets = pack.entities.filter(({ role }) => role !== 'candidate');
  const index = createRuleIndex(compile([{ ...pack, entities: [...tickets, person, ...others] }]));
  const level = (text: string) => match({ text }, index, () => true).level;

  it.each([
    'brvnd menang',
    'bravindaers kumpul',
    'Bravinda Solimbar datang',
    'Vukdrata Solimbar datang',
    'kyai zumrato datang',
    'brevondo datang',
    'bravvindda datang',
    'kiaizumrato datang',
    'kiaizumrata datang',
    'mantapbravinda datang',
  ])('%s', (text) => {
    expect(level(text)).not.toBe('none');
  });

  it.each(['brvt menang', 'membravinda'])('not %s', (text) => {
    expect(level(text)).toBe('none');
  });
});

describe('tickets that are everyday words', () => {
  const pack = testPack();
  const entities = pack.entities.map((entity) =>
    entity.id === 'demo:ticket-1'
      ? { ...entity, aliases: [{ text: 'DAUN', kind: 'initials', signal: 'supporting' }] }
      : entity,
  ) as PackEntity[];
  const index = createRuleIndex(compile([{ ...pack, entities }]));
  const level = (text: string) => match({ text }, index, () => true).level;

  it('count beside their camps and their victory, in capitals', () => {
    for (const text of ['relawan DAUN kumpul', 'DAUN menang besok'])
      expect(level(text), text).not.toBe('none');
    for (const text of ['relawan daun kumpul', 'DAUN hijau', 'menang DAUN'])
      expect(level(text), text).toBe('none');
  });
});

describe('a common name that is written in two words', () => {
  const engine = createEngine();

  it.each(['agus hari murti', 'rid wan kamil nongkrong'])('%s is found beside the rest of it', (text) =>
    expect(engine.read({ text }).level).toBe('hint'),
  );

  it.each(['hari murti libur', 'rid wan nongkrong', 'agus hari. murti'])('%s names nobody', (text) =>
    expect(engine.read({ text }).level).toBe('none'),
  );
});
