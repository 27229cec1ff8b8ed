import { describe, expect, it } from 'vitest';
import {
  endorsementEnd,
  endorsementStart,
  findVoices,
  namesWithLeads,
} from '../../src/core/matching/endorsement.ts';
import { normalize } from '../../src/core/text/normalize.ts';
import { createEngine } from '../evidence/engine.ts';
import { readSentences } from '../evidence/sentences.ts';

/** The words in front of the name X that endorse or reject it, or undefined. */
function inFront(text: string, ambiguous = false): string | undefined {
  const { tokens } = normalize(text);
  const name = tokens.findIndex((token) => token.text === 'sutrala');
  const from = endorsementStart(tokens, name, ambiguous);
  return from === undefined ? undefined : text.slice(tokens[from]?.start, tokens[name]?.start).trim();
}

function behind(text: string): string | undefined {
  const { tokens } = normalize(text);
  const name = tokens.findIndex((token) => token.text === 'sutrala');
  const to = endorsementEnd(tokens, name + 1);
  return to === undefined ? undefined : text.slice(tokens[name]?.end, tokens[to - 1]?.end).trim();
}

describe('words in front of a name', () => {
  it.each([
    ['Saya mendukung penuh Sutrala', 'Saya mendukung penuh'],
    ['kami tetap pilih Pak Sutrala', 'kami tetap pilih Pak'],
    ['Awak dukuang Sutrala', 'Awak dukuang'],
    ['Abdi sakulawarga ngadukung Kang Sutrala', 'Abdi sakulawarga ngadukung Kang'],
    ['Aku melu milih Sutrala', 'Aku melu milih'],
    ['Ulun mandukung Sutrala', 'Ulun mandukung'],
    ['Jan dipiliah Sutrala', 'Jan dipiliah'],
    ['asal jgn Sutrala', 'asal jgn'],
    ['Ojo pilih Sutrala', 'Ojo pilih'],
    ['Saya tidak akan pilih Sutrala', 'Saya tidak akan pilih'],
    ['Relawan Sutrala kumpul', 'Relawan'],
    ['Jangan coblos Sutrala', 'Jangan coblos'],
    ['Ayo menangno Sutrala', 'menangno'],
    ['Warga nyoblos Sutrala', 'nyoblos'],
    ['Tenggelamkan Sutrala', 'Tenggelamkan'],
    ['warga siap pilih Sutrala', 'siap pilih'],
    ['jangan lupa pilih Sutrala', 'jangan lupa pilih'],
    ['menangkan Pak Haji Prof Dr Sutrala', 'menangkan Pak Haji Prof Dr'],
    ['saya akan juga sudah hanya pilih Sutrala', 'saya akan juga sudah hanya pilih'],
  ])('%s', (text, words) => expect(inFront(text)).toBe(words));

  it.each([
    'Kemarin Sutrala datang',
    'Warga memilih Sutrala',
    'Lomba dimenangkan Sutrala',
    'Saya. Pilih Sutrala',
    'bersama Sutrala',
    'itu bukan Sutrala',
    'asal ada Sutrala',
    'saya lihat Sutrala',
    'menangkan Pak Haji Prof Dr Ir Sutrala',
    'saya akan juga sudah hanya selalu pilih Sutrala',
  ])('nothing in: %s', (text) => expect(inFront(text)).toBeUndefined());

  it('an everyday word takes ballot verbs only', () => {
    expect(inFront('menangkan Sutrala', true)).toBe('menangkan');
    expect(inFront('coblos Sutrala', true)).toBe('coblos');
    expect(inFront('saya pilih Sutrala', true)).toBeUndefined();
    expect(inFront('relawan Sutrala', true)).toBeUndefined();
  });
});

describe('words behind a name', () => {
  it('choose it', () => {
    expect(behind('Sutrala pasti menang')).toBe('pasti menang');
    expect(behind('Sutrala gubernurku')).toBe('gubernurku');
    expect(behind('Sutrala pasti akan menang')).toBe('pasti akan menang');
    expect(behind('Sutrala memang pasti akan menang')).toBeUndefined();
    expect(behind('Sutrala. Menang')).toBeUndefined();
    expect(behind('Sutrala. Pasti menang')).toBeUndefined();
    expect(behind('Sutrala datang')).toBeUndefined();
  });
});

describe('voices', () => {
  const voices = (text: string) =>
    findVoices(normalize(text).tokens, new Map()).map(({ kind, signal }) => `${kind} ${signal}`);

  it('money for a vote', () => {
    expect(voices('Coblos dia, dapat 100 ribu')).toContain('money-offer campaign');
    expect(voices('amplop dari paslon')).toContain('money-offer campaign');
    expect(voices('serangan fajar dari timses')).toContain('money-offer campaign');
    expect(voices('Harga cabai 100 ribu')).toEqual([]);
  });

  it('reach from the vote to the money', () => {
    const text = 'Nah coblos dia, dapat 100 ribu ya';
    const { tokens } = normalize(text);
    const offers = findVoices(tokens, new Map()).filter(({ kind }) => kind === 'money-offer');
    expect(offers.map(({ from, to }) => text.slice(tokens[from]?.start, tokens[to - 1]?.end))).toContain(
      'coblos dia, dapat 100 ribu',
    );
  });

  it('an attack at dawn is a bribe only beside words of elections or money', () => {
    expect(voices('Serangan fajar menewaskan warga')).toEqual([]);
    expect(voices('serangan fajar 50rb')).toContain('money-offer campaign');
  });
});

describe('names with their titles', () => {
  it('begin at the first title, and the longest wins', () => {
    const { tokens } = normalize('kata Pak Haji Sutrala Wijaksa');
    const names = namesWithLeads(tokens, [
      { from: 3, to: 4 },
      { from: 3, to: 5 },
    ]);
    expect([...names].sort()).toEqual([
      [1, 5],
      [2, 5],
      [3, 5],
    ]);
  });

  it('take four titles at most', () => {
    const { tokens } = normalize('Pak Haji Prof Dr Ir Sutrala');
    expect([...namesWithLeads(tokens, [{ from: 5, to: 6 }]).keys()].sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it('do not take a title from the sentence before', () => {
    const { tokens } = normalize('Halo Pak. Sutrala datang');
    expect([...namesWithLeads(tokens, [{ from: 2, to: 3 }]).keys()]).toEqual([2]);
  });
});

describe('with all packs', () => {
  const engine = createEngine();

  it('support, attack and mobilisation are found at their level', () => {
    const cues = 'support attack mobilisation own-voice own-words slogan money team party'.split(' ');
    const sentences = readSentences().filter(({ cue, level }) => cues.includes(cue) && level !== 'none');
    const missed = sentences.filter(({ text, own, level }) => {
      const found = engine.read({ text, own }).level;
      return level === 'remind' ? found !== 'remind' : found === 'none';
    });
    expect(sentences.length).toBeGreaterThan(650);
    expect(missed.length / sentences.length, missed.map(({ place }) => place).join()).toBeLessThan(0.01);
  });

  it('a word of a team name does not stand for what is said about the team', () => {
    expect(engine.read({ text: 'ngumpul bareng TKN Prabowo-Gibran dulu' }).level).toBe('remind');
    expect(engine.read({ text: 'TKN Prabowo-Gibran memberi keterangan' }).level).toBe('hint');
  });

  it('a phrase of a pack is named rather than the pattern around it', () => {
    const { findings } = engine.read({ text: 'Hayu coblos jago urang' });
    const entities = findings.map(({ entity }) => entity);
    expect(entities).toContain('general:hayu-coblos');
    expect(entities).not.toContain('general:own-voice');
  });

  it.each([
    'gue sih 03',
    'gue sih 02',
    'asal bukan 01',
    'asal bukan 02',
    'pendukung 01 merapat',
    'pendukung 02 merapat',
    'aku melu 01 wae',
    'aku melu 02 wae',
  ])('what is said about a name is also said about a ballot number: %s', (text) =>
    expect(engine.read({ text }).level).toBe('remind'),
  );

  it('voter education stays neutral beside them', () => {
    expect(engine.read({ text: 'Pendukung paslon sebelah ribut' }).level).toBe('hint');
    expect(engine.read({ text: 'Gunakan hak pilih Anda, pendukung paslon harap tertib' }).level).toBe('none');
    expect(engine.read({ text: 'Tolak politik uang, hajar serangan fajar 100 ribu' }).level).toBe('none');
  });
});
