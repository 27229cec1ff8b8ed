import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable, Writable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { runCommand, Sink } from './command-line.ts';
import { testPack } from './test-pack.ts';

const folder = mkdtempSync(join(tmpdir(), 'jaga-netral-'));
afterAll(() => rmSync(folder, { recursive: true }));

function packFile(name: string, pack: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof pack === 'string' ? pack : JSON.stringify(pack));
  return path;
}
const demo = packFile('demo.json', testPack());

async function run(args: readonly string[], input: string | Iterable<string | Buffer> = '') {
  const { code, out, error } = await runCommand(args, input);
  const lines = out.split('\n').slice(0, -1);
  return {
    code,
    out,
    error,
    verdicts: lines,
    json: () => lines.map((line) => JSON.parse(line)),
  };
}
const lines = (...posts: unknown[]) => posts.map((post) => `${JSON.stringify(post)}\n`).join('');

/** Two packs whose findings are known; by default every pack counts, and many contests know the same names. */
const PILPRES = ['--pack', 'general', '--pack', 'pilpres-2024'];

describe('jaga-netral match', () => {
  it('writes one verdict per post, in order and in the documented form', async () => {
    const input = lines(
      { id: 'a', text: '😀 Ayo coblos nomor 2' },
      { id: 2, text: 'Selamat pagi', label: 'other keys are fine', author: null },
      { id: 'c', text: 'Kemarin Prabowo mampir', action: 'like' },
    );
    const { code, verdicts, error } = await run(['match', ...PILPRES], input);
    expect(verdicts).toEqual([
      '{"id":"a","level":"remind","findings":[{"entity":"pilpres-2024:ticket-2","kind":"number","text":"coblos nomor 2","start":7,"end":21}]}',
      '{"id":2,"level":"none","findings":[]}',
      '{"id":"c","level":"hint","findings":[{"entity":"pilpres-2024:prabowo-subianto","kind":"alias","text":"Prabowo","start":8,"end":15}]}',
    ]);
    expect({ code, error }).toEqual({ code: 0, error: '' });
  });

  it('says in which other field a finding stands', async () => {
    const post = {
      id: 'a',
      text: 'halo',
      author: 'Prabowo',
      own: 'coblos nomor 1',
      alts: ['foto', 'Ganjar'],
    };
    const [verdict] = (await run(['match', ...PILPRES], lines(post))).json();
    expect(verdict.findings.map((f: Record<string, unknown>) => [f.field, f.index, f.start, f.text])).toEqual(
      [
        ['own', undefined, 0, 'coblos nomor 1'],
        ['author', undefined, 0, 'Prabowo'],
        ['alts', 1, 0, 'Ganjar'],
      ],
    );
  });

  it('names invalid lines on stderr, answers them as errors, and ends with 2', async () => {
    const invalid = [
      'not json',
      '[]',
      '{"text":"x"}',
      '{"id":"b"}',
      '{"id":"c","text":5}',
      '{"id":"d","text":"x","author":5}',
      '{"id":"e","text":"x","own":[]}',
      '{"id":"f","text":"x","alts":"y"}',
      '{"id":"g","text":"x","alts":[1]}',
      '{"id":"h","text":"x","action":"wave"}',
    ];
    const { code, error, json } = await run(
      ['match'],
      ['{"id":"a","text":"x"}', ...invalid, '{"id":"z","text":"x"}'].join('\n'),
    );
    expect(code).toBe(2);
    expect(json()).toEqual([
      { id: 'a', level: 'none', findings: [] },
      ...[null, null, null, 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => ({
        id,
        level: 'error',
        findings: [],
      })),
      { id: 'z', level: 'none', findings: [] },
    ]);
    const numbers = error
      .trim()
      .split('\n')
      .map((line) => /^line (\d+): /.exec(line)?.[1]);
    expect(numbers).toEqual(['2', '3', '4', '5', '6', '7', '8', '9', '10', '11']);
  });

  it('takes CR LF, a byte order mark, characters split between chunks, and no last line end', async () => {
    const bytes = Buffer.from('\uFEFF{"id":"a","text":"é Prabowo 😀"}\r\n{"id":"b","text":"x"}');
    const { code, json } = await run(
      ['match', ...PILPRES],
      Array.from(bytes, (_, index) => bytes.subarray(index, index + 1)),
    );
    expect(code).toBe(0);
    expect(json()).toMatchObject([{ id: 'a', findings: [{ start: 2, end: 9 }] }, { id: 'b' }]);
  });

  it('answers every line, also one that is empty', async () => {
    const { code, json, error } = await run(['match'], '{"id":"a","text":"x"}\n\n{"id":"b","text":"x"}\n');
    expect(json().map(({ level }: { level: string }) => level)).toEqual(['none', 'error', 'none']);
    expect(error).toBe('line 2: is empty\n');
    expect(code).toBe(2);
  });

  it('is silent on no input', async () => {
    expect(await run(['match'])).toMatchObject({ code: 0, out: '', error: '' });
  });

  it('uses the packs that are named, by file or by id', async () => {
    const input = lines({ id: 'a', text: 'Sutrala dan Prabowo' });
    const entities = async (...args: string[]) =>
      (await run(['match', ...args], input)).json()[0].findings.map((f: { entity: string }) => f.entity);
    expect(await entities('--pack', demo)).toEqual(['demo:sutrala']);
    expect(await entities('--pack', 'pilpres-2024')).toEqual(['pilpres-2024:prabowo-subianto']);
    expect(await entities('--pack', demo, '--pack', 'pilpres-2024', '--pack', demo)).toEqual([
      'demo:sutrala',
      'pilpres-2024:prabowo-subianto',
    ]);
  });

  it('counts every contest with --any-stage, and only those of one region with --region', async () => {
    const level = async (...options: string[]) =>
      (
        await run(['match', '--pack', demo, ...PILPRES, ...options], lines({ id: 1, text: 'Sutrala' }))
      ).json()[0].level;
    expect(await level('--any-stage')).toBe('hint');
    expect(await level('--region', 'contoh')).toBe('hint');
    const other = packFile('other.json', {
      ...testPack(),
      id: 'other',
      contests: testPack().contests.map((contest) => ({ ...contest, id: 'other', region: 'Lain' })),
      entities: [],
      exceptions: [],
    });
    const args = ['match', '--pack', demo, '--pack', other, '--region', 'Lain'];
    expect((await run(args, lines({ id: 1, text: 'Sutrala' }))).json()[0].level).toBe('none');
  });

  it('--explain names a neutral author', async () => {
    const input = JSON.stringify({
      id: 'a',
      author: 'KPU Kota Contoh',
      text: 'Calon nomor urut 2, coblos nomor 2',
    });
    const [line] = (await run(['match', '--pack', 'general', '--explain'], input)).json();
    expect(line.source).toBe('official');
    expect((await run(['match', '--pack', 'general'], input)).json()[0]).not.toHaveProperty('source');
  });

  it('explains each finding with --explain', async () => {
    const input = lines({ id: 1, text: 'Sutrela mampir' });
    expect((await run(['match', '--pack', demo, '--explain'], input)).json()[0].findings).toEqual([
      {
        entity: 'demo:sutrala',
        kind: 'alias',
        text: 'Sutrela',
        start: 0,
        end: 7,
        title: 'Sutrala Wijaksa',
        contest: 'demo',
        variant: 'misspelt',
        signal: 'subject',
      },
    ]);
  });

  it('lets contests sleep outside their phases when a date is given', async () => {
    const level = async (...args: string[]) =>
      (await run(['match', '--pack', demo, ...args], lines({ id: 'a', text: 'Sutrala' }))).json()[0].level;
    expect(await level()).toBe('hint');
    expect(await level('--date', '2029-12-31')).toBe('none');
    expect(await level('--date', '2030-01-01')).toBe('hint');
    expect(await level('--date', '2030-02-28')).toBe('hint');
    expect(await level('--date', '2030-03-01')).toBe('none');
  });

  it.each<[string, string[], RegExp]>([
    [
      'an unknown pack',
      ['match', '--pack', 'nowhere'],
      /"nowhere" is neither a file nor a built-in pack; built-in packs: general, parties-2024, .*pilpres-2024/,
    ],
    [
      'a pack that is no JSON',
      ['match', '--pack', packFile('text.json', '{')],
      /text\.json is not a valid pack:\nerror: line 1: The file is not valid JSON/,
    ],
    [
      'a pack with a fault',
      ['match', '--pack', packFile('fault.json', { ...testPack(), title: 5 })],
      /fault\.json is not a valid pack:\nerror: line 1: title must be of type string/,
    ],
    [
      'two packs with the same ids',
      ['match', '--pack', demo, '--pack', packFile('twin.json', testPack())],
      /"demo" is in pack/,
    ],
    ['a folder as pack', ['match', '--pack', folder], /cannot be read/],
    ['a date and every stage', ['match', '--date', '2024-02-01', '--any-stage'], /exclude/],
    ['an unknown region', ['match', '--pack', demo, '--region', 'Nusantara'], /Nusantara.*Contoh/],
    ['a wrong date', ['match', '--date', '2024-02-30'], /--date/],
    ['an unknown option', ['match', '--everything'], /--everything/],
    ['a stray word', ['match', 'posts.jsonl'], /"posts\.jsonl" has no place here\nusage: jaga-netral match/],
    ['an unknown command', ['paint'], /unknown command "paint"/],
    ['no command', [], /no command/],
  ])('%s ends with 2 and a clear word', async (_name, args, message) => {
    const { code, out, error } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(message);
    expect(error).not.toMatch(/\n\s+at /);
  });

  it('explains itself', async () => {
    for (const args of [['--help'], ['-h'], ['match', '--help']]) {
      const { code, out } = await run(args);
      expect(code).toBe(0);
      expect(out).toContain('match [--pack FILE|ID]...');
    }
    expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('waits for a slow reader instead of filling the memory', async () => {
    const total = 20_000;
    let read = 0;
    function* posts() {
      for (; read < total; read += 1) yield lines({ id: read, text: `Prabowo ${'kata '.repeat(20)}` });
    }
    const io = { stdin: Readable.from(posts()), stdout: new PassThrough(), stderr: new Sink() };
    const finished = main(['match'], io).then((code) => {
      io.stdout.end();
      return code;
    });
    let expected = 0;
    let rest = '';
    for await (const chunk of io.stdout) {
      rest += chunk;
      const whole = rest.split('\n');
      rest = whole.pop() ?? '';
      for (const line of whole) {
        expect(JSON.parse(line).id).toBe(expected);
        expected += 1;
      }
      // What is read ahead of the reader is a few batches, never the whole input.
      expect(read - expected).toBeLessThan(5_000);
    }
    expect(await finished).toBe(0);
    expect(expected).toBe(total);
  });

  it('ends quietly when the reader has gone', async () => {
    const closed = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
    });
    let read = 0;
    function* posts() {
      for (; read < 100_000; read += 1) yield lines({ id: read, text: 'Prabowo' });
    }
    const stderr = new Sink();
    expect(await main(['match'], { stdin: Readable.from(posts()), stdout: closed, stderr })).toBe(0);
    expect(stderr.text).toBe('');
    expect(read).toBeLessThan(10_000);
  });
});
