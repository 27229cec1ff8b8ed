import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PACK_LIMITS, parsePack, readPack } from '../../src/core/pack.ts';
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

  it('names the fault of a file that is no JSON', () => {
    const result = parsePack('{"id": ');
    expect(result).toMatchObject({ ok: false, problems: [expect.stringContaining('is not valid JSON')] });
  });

  it('never throws, whatever the value', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => readPack(value).ok === false),
      { numRuns: 2_000 },
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
  }, 60_000);
});
