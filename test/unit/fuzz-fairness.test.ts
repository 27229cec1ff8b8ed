import { describe, expect, it } from 'vitest';
import { compile } from '../../src/core/compile/compile.ts';
import { decide } from '../../src/core/decision/decide.ts';
import { match } from '../../src/core/matching/match.ts';
import { createRuleIndex } from '../../src/core/matching/rule-index.ts';
import type { Pack, PackEntity } from '../../src/core/pack/pack.ts';
import { STRICTNESSES } from '../../src/core/reminding/decision-table.ts';
import { EMPTY_MEMORY } from '../../src/core/reminding/fatigue.ts';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import { ACTION_KINDS } from '../../src/core/types.ts';
import { type Random, seeded } from '../bench/random.ts';
import { triesOf } from '../extent.ts';
import { testPack } from './test-pack.ts';

const SENTENCES = triesOf(6_000);
const POSTS = triesOf(10_000);
/** In the campaign of the invented contest. */
const NOW = Date.parse('2030-02-10T12:00:00+07:00');

interface Side {
  readonly number: number;
  readonly head: readonly [string, string];
  readonly deputy: readonly [string, string];
}

/** Two invented tickets: words of the same length, of two and three syllables, in no lexicon. */
const FIRST: Side = { number: 1, head: ['Sutrala', 'Wijaksa'], deputy: ['Melodra', 'Kencani'] };
const SECOND: Side = { number: 2, head: ['Vondari', 'Pinular'], deputy: ['Gorsela', 'Tambrin'] };

function entitiesOf({ number, head, deputy }: Side): PackEntity[] {
  const common = {
    contest: 'demo',
    aliases: [],
    hashtags: [],
    slogans: [],
    accounts: [],
    source: 'invented',
    confidence: 'in_use' as const,
    examples: { match: [], ignore: [] },
  };
  const ids = [`demo:head-${number}`, `demo:deputy-${number}`];
  return [
    {
      ...common,
      id: `demo:ticket-${number}`,
      role: 'ticket',
      name: `${head.join(' ')} - ${deputy.join(' ')}`,
      ballotNumber: number,
      members: ids,
    },
    { ...common, id: ids[0] ?? '', role: 'candidate', name: head.join(' ') },
    { ...common, id: ids[1] ?? '', role: 'candidate', name: deputy.join(' ') },
  ];
}

function rulesOf(sides: readonly Side[]) {
  const pack: Pack = { ...testPack(), entities: sides.flatMap(entitiesOf), exceptions: [] };
  return createRuleIndex(compile([pack]));
}

/** One piece of a sentence, written for `us`, or with the tickets exchanged. */
type Piece = (us: Side, them: Side) => string;

const NUMBER_WORDS = ['', 'satu', 'dua'];
const word =
  (text: string): Piece =>
  () =>
    text;
const WORDS =
  'hari ini warga pasar jalan ramai kami semua besok pagi di ke yang dan rapat sekolah hujan'.split(' ');
const CUES =
  'pilih coblos dukung menangkan tolak jangan ayo debat kampanye paslon calon lanjutkan bersama'.split(' ');

const PIECES: readonly ((random: Random) => Piece)[] = [
  (random) => word(random.oneOf(WORDS)),
  (random) => word(random.oneOf(WORDS)),
  (random) => word(random.oneOf(CUES)),
  (random) => word(random.oneOf(['.', '!', '\n\n', ',', 'vs', '&', '-'])),
  () => (us) => us.head.join(' '),
  () => (us) => us.head[0],
  () => (us) => us.head[1].toLowerCase(),
  () => (us) => us.deputy.join(' ').toUpperCase(),
  () => (us) => `${us.head[0]}-${us.deputy[0]}`,
  () => (us) => `#${us.head[0]}${us.deputy[0]}`,
  () => (us) => `#Pilih${us.head[0]}`,
  () => (us) => `#${us.head[0]}0${us.number}`,
  () => (us) => `@${us.head.join('_').toLowerCase()}`,
  () => (us) => [...us.head[0]].join('.'),
  () => (us) => `nomor ${us.number}`,
  () => (us) => `nomor urut ${us.number}`,
  () => (us) => `no. 0${us.number}`,
  () => (us) => `0${us.number}`,
  () => (us) => String(us.number),
  () => (us) => `paslon ${NUMBER_WORDS[us.number]}`,
  () => (us) => `nomor ${NUMBER_WORDS[us.number]}`,
  () => (us) => `coblos ${us.number}`,
  () => (us) => `#Coblos${us.number}`,
  () => (us) => `salam ${us.number} jari`,
  () => (_us, them) => them.head[0],
  () => (_us, them) => them.deputy.join(' '),
  () => (_us, them) => `nomor ${them.number}`,
];

function sentence(random: Random): readonly Piece[] {
  return Array.from({ length: 2 + random.below(8) }, () => random.oneOf(PIECES)(random));
}

const write = (pieces: readonly Piece[], us: Side, them: Side) =>
  pieces.map((piece) => piece(us, them)).join(' ');

describe('both sides of a contest are treated alike', () => {
  const rules = rulesOf([FIRST, SECOND]);

  it('names and numbers of the other ticket give the same level', () => {
    const random = seeded(77);
    const levels = new Map<string, number>();
    const faults: string[] = [];
    for (let count = 0; count < SENTENCES && faults.length < 20; count += 1) {
      const pieces = sentence(random);
      const texts = [write(pieces, FIRST, SECOND), write(pieces, SECOND, FIRST)] as const;
      const [one, other] = [
        match({ text: texts[0] }, rules, () => true),
        match({ text: texts[1] }, rules, () => true),
      ];
      levels.set(one.level, (levels.get(one.level) ?? 0) + 1);
      if (one.level !== other.level) {
        faults.push(
          `${texts[0]} (${one.level}, ${one.findings.length}) / ${texts[1]} (${other.level}, ${other.findings.length})`,
        );
      }
    }
    expect(faults).toEqual([]);
    for (const level of ['none', 'hint', 'remind'])
      expect(levels.get(level), level).toBeGreaterThan(SENTENCES / 300);
  });

  it('a ballot number drawn the other way round changes no level of a text that names no number', () => {
    const drawn = rulesOf([
      { ...FIRST, number: 2 },
      { ...SECOND, number: 1 },
    ]);
    const random = seeded(78);
    const faults: string[] = [];
    for (let count = 0; count < SENTENCES && faults.length < 20; count += 1) {
      const text = write(sentence(random), FIRST, SECOND);
      if (/[12]|satu|dua/.test(text)) continue;
      const [one, other] = [
        match({ text }, rules, () => true).level,
        match({ text }, drawn, () => true).level,
      ];
      if (one !== other) faults.push(`${text}: ${one} / ${other}`);
    }
    expect(faults).toEqual([]);
  });

  it(`${POSTS} posts with any action, own words and strictness are decided alike`, () => {
    const random = seeded(79);
    const kinds = new Map<string, number>();
    const faults: string[] = [];
    for (let count = 0; count < POSTS && faults.length < 20; count += 1) {
      const [post, own, author] = [sentence(random), sentence(random), sentence(random)];
      const action = random.oneOf(ACTION_KINDS);
      const settings = { ...defaultSettings(), strictness: random.oneOf(STRICTNESSES) };
      const hasOwn = random.next() < 0.3;
      const decided = [
        [FIRST, SECOND],
        [SECOND, FIRST],
      ].map(([us = FIRST, them = SECOND]) => {
        const content = {
          text: write(post, us, them),
          own: hasOwn ? write(own, us, them) : '',
          author: write(author.slice(0, 2), us, them),
        };
        const request = { site: 'x', action, content, postKey: 'p', now: NOW } as const;
        const verdict = decide(request, rules, settings, EMPTY_MEMORY);
        if (verdict.kind === 'none') return { content, outcome: 'none' };
        const { strength, stage, clauses, subject } = verdict;
        const named = [strength, stage, clauses.map(({ id }) => id), subject.contest];
        return { content, outcome: JSON.stringify([verdict.kind, ...named]) };
      });
      const [one, other] = decided;
      const kind = String(/none|hint|remind/.exec(one?.outcome ?? ''));
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (one?.outcome !== other?.outcome) faults.push(JSON.stringify(decided));
    }
    expect(faults).toEqual([]);
    for (const kind of ['none', 'hint', 'remind']) expect(kinds.get(kind), kind).toBeGreaterThan(POSTS / 200);
  });
});
