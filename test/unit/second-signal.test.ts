import { describe, expect, it } from 'vitest';
import type { Hit } from '../../src/core/matching/resolve.ts';
import { isElectionWord, isNearElectionWord } from '../../src/core/matching/second-signal.ts';
import type { CompiledEntry } from '../../src/core/rule-file/rules.ts';
import { normalize } from '../../src/core/text/normalize.ts';
import { createEngine } from '../evidence/engine.ts';

/** Whether the word "Wira" of `text` stands near a word of elections. */
function isNear(text: string, kind: Partial<Hit> = {}): boolean {
  const { tokens } = normalize(text);
  const at = tokens.findIndex((token) => token.text === 'wira');
  const entry: CompiledEntry = { id: 'wira', pack: 0, contest: 0, role: 'candidate', title: 'Wira' };
  return isNearElectionWord(tokens, { from: at, to: at + 1, rule: 'exact', entry, ...kind }, text);
}

describe('a common name', () => {
  it.each([
    'Gubernur Wira',
    'Wira jadi presiden',
    'pendukung mas Wira ramai',
    'Wira bisa menjadi gubernur yang baik',
    'Wira #gubernur',
    'kata Gubernur Jakarta Wira kemarin',
    'kata Gubernur Pak Wira kemarin',
    'Bersama Wira jadi gubernur',
    'kami milih Wira',
    'relawan pak Wira hadir',
    'dukung si Wira',
  ])('is near: %s', (text) => expect(isNear(text)).toBe(true));

  it.each([
    ['no such word', 'Wira membeli ikan'],
    ['too far', 'Gubernur membuka acara di kota kami bersama Wira'],
    ['another sentence', 'Gubernur datang. Wira pulang'],
    ['another sentence behind', 'Wira pulang. Gubernur datang'],
    ['somebody with another surname', 'Gubernur bertemu Wira Kusuma kemarin'],
    ['somebody with another first name', 'Gubernur bertemu Rina Wira kemarin'],
    ['an office that nobody votes on', 'Presiden klub memuji Wira'],
    ['a drive for health', 'kampanye vaksinasi bersama Wira'],
    ['one of two', 'pilih Wira atau Surya'],
    ['chosen for something', 'vote Wira buat jadi MC'],
    ['chosen by a class', 'ketua kelas kami dukung Wira'],
    ['asked for a ware', 'pilih Wira warna apa'],
    ['chosen in another sentence', 'kami milih. Wira pulang'],
    ['another word between', 'milih baju Wira'],
  ])('is not: %s', (_why, text) => expect(isNear(text)).toBe(false));

  it('with a capital behind is the same person where all words have capitals, or where the office follows', () => {
    expect(isNear('Gubernur Wira Kusuma')).toBe(true);
    expect(isNear('kata Wira Gubernur kami')).toBe(true);
  });
});

it('only a person who stands for election is chosen, and only as spelt', () => {
  const entry = { id: 'x', pack: 0, contest: 0, title: 'X' } as const;
  expect(isNear('kami milih Wira', { entry: { ...entry, role: 'ticket' } })).toBe(false);
  expect(isNear('kami milih Wira', { rule: 'misspelt' })).toBe(false);
});

it('a misspelt name must stand nearer', () => {
  expect(isNear('Wira menjadi presiden', { rule: 'misspelt' })).toBe(true);
  expect(isNear('Wira bisa menjadi presiden', { rule: 'misspelt' })).toBe(false);
});

it('initials must stand nearer, in a sentence that is not all in capitals', () => {
  expect(isNear('hidup presiden WIRA', { initials: true })).toBe(true);
  expect(isNear('terima kasih pak presiden sehat selalu WIRA', { initials: true })).toBe(false);
  expect(isNear('HIDUP PRESIDEN WIRA', { initials: true })).toBe(false);
});

it('words of elections say so wherever they stand; offices do not', () => {
  const words = (text: string) => normalize(text).tokens.filter(isElectionWord).length;
  expect(words('caleg #pilkada')).toBe(2);
  expect(words('gubernur presiden pendukung')).toBe(0);
});

describe('a common name in a debate', () => {
  const engine = createEngine();

  it.each([
    'Agus kalo debat kayak hapalan',
    'debatnya Agus gugup terus',
    'Sandi cium tangan pas selesai debat',
    'mas Agus programnya ngambang',
  ])('is the candidate: %s', (text) => {
    expect(engine.read({ text }).level).toBe('hint');
  });

  it.each([
    ['no debate', 'Agus kayak hapalan'],
    ['nothing that people do in one', 'Agus debat di kelas'],
    ['another sentence', 'Agus makan. Debat itu hapalan.'],
    ['a debate with somebody', 'Agus debat sama Rina'],
    ['a debate of pupils', 'Agus ikut debat bahasa inggris'],
    ['a policy alone', 'Agus bikin program baru'],
    ['one thing that is said of many', 'Agus emosi, marah terus'],
  ])('is anybody: %s', (_why, text) => expect(engine.read({ text }).level).toBe('none'));
});
