import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadPacks } from '../../src/cli/packs.ts';
import { readCase } from '../../src/core/trial/pack-corpus.ts';
import { createPackReader } from '../../src/core/trial/pack-trial.ts';
import { casesIn, isJsonLines, MOST_SHOWN, runCorpus } from '../../src/pages/author/corpus-run.ts';
import { authoredPack } from './authored-pack.ts';
import { runCommand } from './command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'jaga-netral-corpus-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const atOnce = async () => undefined;
const reader = createPackReader(authoredPack(), loadPacks(['general']));

describe('a line of a corpus', () => {
  it.each([
    ['{"text":"a","expect":true}', { expected: 'remind' }],
    ['{"text":"a","expect":false}', { expected: 'none' }],
    ['{"text":"a","level":"hint"}', { expected: 'hint' }],
    ['{"text":"a","expect":null}', { expected: null }],
    ['{"text":"a","own":5,"alts":["b",1]}', { content: { text: 'a', own: undefined, alts: ['b'] } }],
  ])('%s', (line, read) => expect(readCase(line)).toMatchObject(read));

  it.each([
    ['{"text":', 'json'],
    ['["a"]', 'object'],
    ['null', 'object'],
    ['{"text":5}', 'text'],
    ['{"text":"a","expect":"often"}', 'expect'],
  ])('%s is no post', (line, fault) => expect(readCase(line)).toBe(fault));
});

describe('a corpus in the page', () => {
  const lines = [
    { text: 'Ayo coblos nomor 2', expect: 'remind' },
    { text: 'Ayo coblos nomor 1' },
    { text: 'Selamat pagi semuanya', expect: true },
    { text: 'Ayo coblos nomor 3', expect: 'none' },
    { text: 'Antrean nomor 2', expect: false },
    { text: 'Selamat pagi' },
    { text: 7 },
  ].map((line) => JSON.stringify(line));

  it('gives the figures of the command line', async () => {
    const pack = file('paket.json', JSON.stringify(authoredPack()));
    const { out, error } = await runCommand([
      ...['pack', 'test', pack, '--corpus', file('kiriman.jsonl', lines.join('\n')), '--language', 'en'],
    ]);
    const { tally, misses, faults, invalid } = await runCorpus(
      casesIn(lines.join('\n'), true),
      reader,
      atOnce,
    );
    expect(tally).toEqual({
      ...{ expected: 2, found: 1, ordinary: 2, alarms: 1, signs: 0, unlabelled: 2, flagged: 1 },
    });
    expect(out).toContain(`recall      50.0 % (${tally.found} of ${tally.expected})`);
    expect(out).toContain(`alarm rate  50.0 % (${tally.alarms} of ${tally.ordinary})`);
    expect(out).toContain(`unlabelled  50.0 % (${tally.flagged} of ${tally.unlabelled})`);
    expect(misses.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'flagged'],
      [3, 'missed'],
      [4, 'alarm'],
    ]);
    expect(misses[2]?.reasons[0]?.text).toBe('coblos nomor 3');
    expect(faults).toEqual([{ line: 7, fault: 'text' }]);
    expect(invalid).toBe(1);
    expect(error).toContain(':7: "text" must be a string');
  });

  it('takes plain texts too, and knows them from JSON', async () => {
    const text = '\uFEFFAyo coblos nomor 2\r\n\r\nSelamat pagi\r\n';
    expect(isJsonLines(text)).toBe(false);
    expect(isJsonLines(`\uFEFF ${lines.join('\n')}`)).toBe(true);
    const { tally, misses } = await runCorpus(casesIn(text, false), reader, atOnce);
    expect(tally).toMatchObject({ unlabelled: 2, flagged: 1 });
    expect(misses.map(({ line, text: post }) => [line, post])).toEqual([[1, 'Ayo coblos nomor 2']]);
  });

  it('pauses now and then, and lists no more than it says', async () => {
    const done: number[] = [];
    const many = casesIn('Ayo coblos nomor 2\n'.repeat(450), false);
    const { misses, hidden } = await runCorpus(many, reader, async (count) => done.push(count));
    expect(done).toEqual([200, 400]);
    expect([misses.length, hidden]).toEqual([MOST_SHOWN, 450 - MOST_SHOWN]);
  });
});
