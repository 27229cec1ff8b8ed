import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf } from '../../src/core/format/json-position.ts';
import { PACK_LIMITS, parsePack, readPack } from '../../src/core/pack/pack.ts';
import { triesOf } from '../extent.ts';
import { testPack } from './test-pack.ts';

/** The problems of the test pack after one change. */
function problems(change: (pack: ReturnType<typeof copy>) => void): readonly string[] {
  const pack = copy();
  change(pack);
  const result = readPack(pack);
  return result.ok ? [] : result.problems;
}
// biome-ignore lint/suspicious/noExplicitAny: the tests break packs in ways that types forbid
const copy = (): any => structuredClone(testPack());

describe('readPack', () => {
  it('accepts a valid pack and gives it back', () => {
    expect(readPack(testPack())).toEqual({ ok: true, pack: testPack() });
    expect(parsePack(`\uFEFF${JSON.stringify(testPack())}`).ok).toBe(true);
  });

  it.each<[string, (pack: ReturnType<typeof copy>) => void]>([
    ['title: is missing', (p) => delete p.title],
    ['(pack): unknown key "fetch"', (p) => (p.fetch = 'x')],
    ['entities[0]: unknown key "regex"', (p) => (p.entities[0].regex = '.*')],
    ['entities[1].aliases[0]: unknown key "note"', (p) => (p.entities[1].aliases[0].note = 'x')],
    ['entities[1].name: must have at least 3 characters', (p) => (p.entities[1].name = 'RK')],
    ['entities[1].name: must have at most 120 characters', (p) => (p.entities[1].name = 'a'.repeat(121))],
    ['entities[1].name: must be of type string', (p) => (p.entities[1].name = 5)],
    ['entities[1].name: must hold a letter or a digit', (p) => (p.entities[1].name = '...')],
    ...(['nickname', 'initials', 'pair'] as const).map(
      (kind): [string, (pack: ReturnType<typeof copy>) => void] => [
        'entities[1].aliases[0]: two letters must be of kind "initials" with signal "supporting"',
        (p) =>
          (p.entities[1].aliases = [
            { text: 'RK', kind, ...(kind === 'pair' ? { signal: 'supporting' } : {}) },
          ]),
      ],
    ),
    [
      'entities[1].aliases[0].text: must have at least 2 characters',
      (p) => (p.entities[1].aliases[0].text = 'R'),
    ],
    ['$schema: must not hold an internet address', (p) => (p.$schema = 'https://contoh.example/pack.json')],
    [
      'entities[0].hashtags: must have at most 50 items',
      (p) => (p.entities[0].hashtags = Array.from({ length: 51 }, (_, index) => `tagar${index}`)),
    ],
    [
      'entities[0].hashtags[0]: must be one hashtag of letters, digits and "_"',
      (p) => (p.entities[0].hashtags = ['dua kata']),
    ],
    [
      'entities[1].name: must be plain text: no HTML, no pattern, no control character',
      (p) => (p.entities[1].name = '<b>Nama</b>'),
    ],
    [
      'entities[1].name: must be plain text: no HTML, no pattern, no control character',
      (p) => (p.entities[1].name = 'nama\\d+'),
    ],
    [
      'entities[1].name: must be plain text: no HTML, no pattern, no control character',
      (p) => (p.entities[1].name = 'nama\u202e'),
    ],
    [
      'entities[1].name: must not hold an internet address',
      (p) => (p.entities[1].name = 'https://contoh.example'),
    ],
    ['entities[0].ballotNumber: must be at least 1', (p) => (p.entities[0].ballotNumber = 0)],
    ['entities[0].ballotNumber: must be at most 99', (p) => (p.entities[0].ballotNumber = 100)],
    ['entities[3].ballotNumber: 1 belongs already to entities[0]', (p) => (p.entities[3].ballotNumber = 1)],
    [
      'entities[0].accounts[0].handle: must be an account name without "@"',
      (p) => (p.entities[0].accounts[0].handle = '@tim'),
    ],
    [
      'entities[0].contest: "nowhere" is not a contest of this pack',
      (p) => (p.entities[0].contest = 'nowhere'),
    ],
    [
      'entities[0].members[0]: "nobody" is not an entity of this pack',
      (p) => (p.entities[0].members = ['nobody']),
    ],
    [
      'entities[1].id: "demo:ticket-1" is used already by entities[0].id',
      (p) => (p.entities[1].id = 'demo:ticket-1'),
    ],
    [
      'contests[0].phases[0].start: must be a date such as 2024-02-14',
      (p) => (p.contests[0].phases[0].start = '2030-02-30'),
    ],
    ['contests[0].phases[0].end: is before start', (p) => (p.contests[0].phases[0].end = '2029-12-31')],
    [
      'contests[0].phases[1].start: overlaps the phase before it',
      (p) => (p.contests[0].phases[1].start = '2030-01-31'),
    ],
    [
      'contests[0].phases[1].phase: "prospective" cannot come after "fixed"',
      (p) => (p.contests[0].phases[1].phase = 'prospective'),
    ],
    [
      'entities[1].confidence: must be one of "verified_2_sources", "verified_1_source", "official_data", "in_use+source", "in_use"',
      (p) => (p.entities[1].confidence = 'memory_unverified'),
    ],
  ])('%s', (problem, change) => {
    expect(problems(change)).toContain(problem);
  });

  it('counts the entries of all lists together', () => {
    const phrase = {
      text: 'ayo maju',
      strength: 'weak',
      kind: 'support',
      language: 'id',
      source: 'x',
      confidence: 'in_use',
    };
    const phrases = Array.from({ length: PACK_LIMITS.entries }, (_, index) => ({
      id: `p${index}`,
      ...phrase,
    }));
    expect(problems((pack) => (pack.phrases = phrases))).toContainEqual(
      expect.stringContaining('(pack): has 50008'),
    );
  });

  it('allows two capital letters beside a second signal, and a pointer to the schema', () => {
    const change = (pack: ReturnType<typeof copy>) => {
      pack.entities[1].aliases = [{ text: 'RK', kind: 'initials', signal: 'supporting' }];
      pack.$schema = './pack.schema.json';
    };
    expect(problems(change)).toEqual([]);
  });

  it('never throws, whatever the value', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => readPack(value).ok === false),
      { numRuns: triesOf(2_000) },
    );
    fc.assert(
      fc.property(
        fc.constantFrom('entities', 'contests', 'phrases', 'exceptions'),
        fc.anything(),
        (part, value) => {
          expect(problems((pack) => (pack[part] = [value])).length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('parsePack', () => {
  const file = (change: (pack: ReturnType<typeof copy>) => void) => {
    const pack = copy();
    change(pack);
    return JSON.stringify(pack, null, 2);
  };
  const faults = (text: string) => {
    const result = parsePack(text);
    return result.ok ? [] : result.problems;
  };

  it('names the line of the fault', () => {
    const text = file((pack) => (pack.entities[3].name = '<b>'));
    const line = text.split('\n').findIndex((row) => row.includes('"<b>"')) + 1;
    expect(faults(text)).toEqual([
      `entities[3].name (line ${line}): must be plain text: no HTML, no pattern, no control character`,
    ]);
    expect(faults(`\uFEFF${text}`)).toEqual(faults(text));
    expect(faults(file((pack) => (pack.entities[2].contest = 'nowhere')))[0]).toMatch(
      /^entities\[2\].contest \(line \d+\)/,
    );
  });

  it('names the line of the entry that lacks something', () => {
    const text = file((pack) => delete pack.entities[1].name);
    const rows = text.split('\n');
    const first = rows.indexOf('    {', rows.indexOf('  "entities": ['));
    const line = rows.indexOf('    {', first + 1) + 1;
    expect(faults(text)).toEqual([`entities[1].name (line ${line}): is missing`]);
  });

  it('names the line of a fault of JSON itself', () => {
    for (const [text, line] of [
      ['{"id": ', 1],
      ['', 1],
      ['{\n"id": "x",\n"title": oops\n}', 3],
      ['{\n"id": "x"\n"title": "y"\n}', 3],
      ['{\n"id": "x",\n}', 3],
      ['[\n1,\n2,,\n3]', 3],
      ['{"id": "x\n",\n"title": "y"}', 1],
      ['{"id": [1, 2}\n', 1],
      ['{"id": 1}\n\n{}', 3],
      ['[01]', 1],
      ['{\n"id" "x"}', 2],
    ] as const)
      expect(faults(text), text).toEqual([
        expect.stringMatching(new RegExp(`^\\(file\\) \\(line ${line}\\): is not valid JSON: \\S`)),
      ]);
  });

  it('ends for every text that is no JSON', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'{}[],:"\\ \n01e-.truefalsn'), maxLength: 40 }),
        (text) => {
          expect(parsePack(text).ok).toBe(false);
        },
      ),
      { numRuns: triesOf(20_000) },
    );
    expect(faults('['.repeat(500_000))[0]).toMatch(/^\(file\)/);
  });
});

describe('lineOf', () => {
  /** Every value of a JSON text on a line of its own, with its path. */
  function* placed(value: unknown, path: PropertyKey[] = []): Generator<[PropertyKey[], string]> {
    if (typeof value !== 'object' || value === null) yield [path, JSON.stringify(value)];
    else
      for (const [key, part] of Object.entries(value))
        yield* placed(part, [...path, Array.isArray(value) ? Number(key) : key]);
  }

  it('finds every value of any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value, null, 1);
        const rows = text.split('\n');
        for (const [path, printed] of placed(value)) expect(rows[lineOf(text, path) - 1]).toContain(printed);
      }),
      { numRuns: 500 },
    );
  });

  it('is not led astray by signs in strings, and stands any nesting', () => {
    expect(lineOf('{"a\\"]}": ["\\\\", "}{,:[",\n 1], "b":\n 2}', ['b'])).toBe(3);
    expect(lineOf('{"a\\"]}": ["\\\\", "}{,:[",\n 1], "b":\n 2}', ['a"]}', 2])).toBe(2);
    const deep = `{"a": ${'['.repeat(200_000)}${']'.repeat(200_000)},\n"b":\n0}`;
    expect(lineOf(deep, ['b'])).toBe(3);
    expect(lineOf('[\n]', [0])).toBe(1);
  });
});
