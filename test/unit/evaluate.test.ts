import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/cli/io.ts';
import type { Finding, Level, Match } from '../../src/core/types.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { addMatch, createTally, Frequent, report, wilson } from '../evaluate/rates.ts';

const finding = (entity: string, words: string): Finding => ({
  entity,
  kind: 'name',
  signal: 'subject',
  contest: null,
  field: 'text',
  index: 0,
  start: 0,
  end: words.length,
  text: words,
});
const verdict = (level: Level, ...findings: Finding[]): Match => ({
  level,
  findings,
  source: null,
  truncated: false,
});

describe('the Wilson interval', () => {
  // With z = 1.96 and no hits the upper bound is z² / (n + z²), an independent check of the first and the last.
  it.each([
    [0, 100, 0, 0.0369935],
    [1, 10, 0.0178762, 0.40415],
    [50, 100, 0.403832, 0.596168],
    [99, 100, 0.945505, 0.998233],
    [100, 100, 0.963007, 1],
  ])('of %i in %i', (hits, total, low, high) => {
    expect(wilson(hits, total).low).toBeCloseTo(low, 4);
    expect(wilson(hits, total).high).toBeCloseTo(high, 4);
  });

  it('of nothing says nothing', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });
});

describe('frequent strings', () => {
  it('come most frequent first, then in order of the alphabet', () => {
    const strings = new Frequent(10);
    for (const key of ['b', 'c', 'a', 'c']) strings.add(key);
    expect(strings.top(2)).toEqual([
      ['c', 2],
      ['a', 1],
    ]);
  });

  it('survive when rare ones are forgotten', () => {
    const strings = new Frequent(5);
    for (let index = 0; index < 100; index += 1) {
      strings.add('often');
      strings.add(`once ${index}`);
    }
    expect(strings.top(1)).toEqual([['often', 100]]);
    expect(strings.top(100).length).toBeLessThanOrEqual(5);
  });
});

describe('the report', () => {
  it('counts levels, labels and the texts in which a thing was found', () => {
    const tally = createTally();
    addMatch(tally, 'yes', verdict('remind', finding('demo:a', 'Ana'), finding('demo:a', 'ANA')));
    addMatch(tally, 'yes', verdict('hint', finding('demo:a', 'ana')));
    addMatch(tally, 'no', verdict('none'));
    addMatch(tally, undefined, verdict('none'));
    const lines = report(tally, 30).split('\n');
    expect(lines[1]).toMatch(/^all +4 .*50\.000 % \(15\.004-84\.996\)$/);
    expect(lines[2]).toMatch(/^yes +2 +0\.000 % .* 100\.000 % \(34\.\d+-100\.000\)$/);
    expect(lines[3]).toMatch(/^no +1 +100\.000 %/);
    expect(lines.at(-2)).toBe('       2  demo:a  ana');
  });
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, ...lines: string[]) => {
    const path = join(folder, name);
    writeFileSync(path, lines.join('\n'));
    return path;
  };
  const run = async (args: readonly string[], input = '') => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const status = await evaluate(args, { stdin: Readable.from([Buffer.from(input)]), stdout, stderr });
    stdout.end();
    stderr.end();
    return { status, stdout: await text(stdout), stderr: await text(stderr) };
  };

  it('reads several files, labelled or not, and the standard input', async () => {
    const first = file(
      'a.jsonl',
      '{"text":"Ayo coblos nomor 2","label":"campaign"}',
      '{"text":"Selamat pagi","label":"everyday"}',
    );
    const second = file('b.jsonl', '{"text":"Hujan turun sejak subuh"}', '');
    const { status, stdout, stderr } = await run(
      [first, second, '-'],
      '{"text":"Besok libur","level":"none"}\n',
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^all +4 /m);
    expect(stdout).toMatch(/^campaign +1 +0\.000 %/m);
    expect(stdout).toMatch(/^everyday +1 +100\.000 %/m);
    expect(stdout).toMatch(/^none +1 +100\.000 %/m);
  });

  it('names each line it cannot read and goes on', async () => {
    const path = file('c.jsonl', '{"text":1}', 'oops', '{"text":"Selamat pagi"}');
    const { status, stdout, stderr } = await run([path, '--top', '0']);
    expect(stderr).toBe(`${path}:1: "text" must be a string\n${path}:2: is not valid JSON\n`);
    expect(stdout).toMatch(/^all +1 /m);
    expect(status).toBe(2);
  });

  it.each([
    [[]],
    [['--what']],
    [[join(folder, 'missing.jsonl')]],
    [['-', '--top', 'x']],
    [['-', '--pack', 'no-such-pack']],
  ])('explains that it cannot follow %j', async (args) => {
    await expect(run(args)).rejects.toThrow(UsageError);
  });
});
