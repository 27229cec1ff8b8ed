import { PACK_LIMITS } from '../../src/core/pack/pack.ts';
import type { EditablePack, Shape } from './authored-pack.ts';

/** Ticket 1 of the pack. */
export const ticket = (pack: EditablePack, number = 1) => {
  const found = pack.entities.find((entity) => entity.ballotNumber === number);
  if (!found) throw new Error(`no ticket ${number}`);
  return found;
};
export const candidate = (pack: EditablePack, at = 0) => {
  const found = pack.entities.filter(({ role }) => role === 'candidate')[at];
  if (!found) throw new Error(`no candidate ${at}`);
  return found;
};
export const contest = (pack: EditablePack) => {
  const [found] = pack.contests;
  if (!found) throw new Error('no contest');
  return found;
};
const phase = (pack: EditablePack, name: string) => {
  const found = contest(pack).phases.find((one) => one.phase === name);
  if (!found) throw new Error(`no phase ${name}`);
  return found;
};
/** Id of a phrase of the general pack. */
const TAKEN_ID = 'general:2-periode';
const FULL: Shape = { hasNicknames: true, hasPairs: true, hashtag: true, slogan: 'weak', accounts: true };

export type Planted = readonly [
  code: string,
  severity: 'error' | 'advice',
  plant: (pack: EditablePack) => void,
  shape?: Shape,
];

/** One fault each, in a pack that has none. The code is what must be said of it. */
export const PLANTED: readonly Planted[] = [
  // too common words
  ['common-hashtag', 'error', (pack) => ticket(pack).hashtags.push('Semangat'), { hashtag: true }],
  ['common-hashtag', 'error', (pack) => ticket(pack).hashtags.push('Pilkada2030'), { hashtag: true }],
  [
    'common-slogan',
    'error',
    (pack) => ticket(pack).slogans.push({ text: 'Maju bersama', strength: 'strong' }),
    { slogan: 'strong' },
  ],
  [
    'common-alias',
    'error',
    (pack) => candidate(pack).aliases.push({ text: 'Bunga', kind: 'nickname', signal: 'subject' }),
    FULL,
  ],
  [
    'common-alias',
    'error',
    (pack) => candidate(pack).aliases.push({ text: 'Wahyudi', kind: 'nickname', signal: 'subject' }),
    FULL,
  ],
  [
    'common-alias-words',
    'advice',
    (pack) => candidate(pack).aliases.push({ text: 'Matahari Pagi', kind: 'nickname', signal: 'subject' }),
    FULL,
  ],
  ['common-pair', 'error', (pack) => ticket(pack).aliases.push({ text: 'Pasti Jaya', kind: 'pair' }), FULL],
  [
    'common-name',
    'error',
    (pack) => {
      for (const entity of pack.entities) if (entity.role === 'campaign-team') entity.name = 'Tim Gembira';
    },
    { tickets: 1, teams: true, emptyColumn: true },
  ],
  [
    'empty-column',
    'error',
    (pack) => {
      ticket(pack, 2).aliases = [];
    },
    { tickets: 1, emptyColumn: true },
  ],
  ['common-phrase', 'error', (pack) => addPhrase(pack, 'Semangat', 'strong')],
  ['phrase-name', 'error', (pack) => addPhrase(pack, 'Pilih Brantasena Walukarta', 'weak')],
  [
    'single-name',
    'advice',
    (pack) => {
      candidate(pack).name = 'Surya';
      ticket(pack).members = [];
    },
  ],
  [
    'two-letters',
    'advice',
    (pack) => ticket(pack).aliases.push({ text: 'BM', kind: 'initials', signal: 'supporting' }),
    FULL,
  ],
  ['form-two-letters', 'error', (pack) => ticket(pack).aliases.push({ text: 'BM', kind: 'nickname' }), FULL],
  ['ordinary-remind', 'error', (pack) => addPhrase(pack, 'hari ini', 'strong')],
  [
    'ordinary-sign',
    'advice',
    (pack) => {
      candidate(pack).aliases.push({ text: 'anak saya', kind: 'nickname', signal: 'subject' });
    },
    FULL,
  ],
  ['common-hashtag', 'error', (pack) => ticket(pack).hashtags.push('NetralitasASN'), { hashtag: true }],
  [
    'account-press',
    'error',
    (pack) => ticket(pack).accounts.push({ site: 'x', handle: 'tribun_contoh' }),
    FULL,
  ],
  [
    'quiet-days',
    'advice',
    (pack) => {
      phase(pack, 'campaign').end = '2030-11-22';
      phase(pack, 'quiet').start = '2030-11-23';
      phase(pack, 'quiet').end = '2030-11-25';
    },
  ],
  // overlaps
  [
    'name-shared',
    'error',
    (pack) => candidate(pack, 2).aliases.push({ text: 'Brantasena', kind: 'nickname' }),
    FULL,
  ],
  [
    'name-shared',
    'error',
    (pack) => {
      candidate(pack, 2).name = candidate(pack).name;
    },
  ],
  ['name-shared-elsewhere', 'advice', (pack) => addContest(pack, 'Brantasena Walukarta')],
  [
    'name-part',
    'advice',
    (pack) => candidate(pack, 2).aliases.push({ text: 'Walukarta', kind: 'nickname' }),
    FULL,
  ],
  [
    'alias-twice',
    'advice',
    (pack) => candidate(pack).aliases.push({ text: 'BRANTASENA', kind: 'nickname' }),
    FULL,
  ],
  ['hashtag-shared', 'error', (pack) => ticket(pack, 2).hashtags.push('#brantasenamenang2030'), FULL],
  [
    'slogan-shared',
    'error',
    (pack) => ticket(pack, 2).slogans.push({ text: 'Brantasena membangun desa', strength: 'weak' }),
    FULL,
  ],
  [
    'account-shared',
    'error',
    (pack) => ticket(pack, 2).accounts.push({ site: 'x', handle: 'Tim_Brantasena' }),
    FULL,
  ],
  [
    'exception-hides',
    'error',
    (pack) => {
      pack.exceptions.push({
        id: 'e',
        text: 'brantasena walukarta',
        source: 's',
        examples: { match: [], ignore: [] },
      });
    },
  ],
  // ballot numbers
  [
    'number-missing',
    'error',
    (pack) => {
      delete ticket(pack).ballotNumber;
    },
  ],
  [
    'form-number-taken',
    'error',
    (pack) => {
      ticket(pack, 2).ballotNumber = 1;
    },
  ],
  [
    'number-gap',
    'advice',
    (pack) => {
      const one = ticket(pack, 2);
      one.ballotNumber = 4;
      one.examples.match = ['Ayo coblos nomor 4'];
    },
  ],
  [
    'numbers-none',
    'advice',
    (pack) => {
      for (const entity of pack.entities) {
        delete entity.ballotNumber;
        entity.examples = { match: [], ignore: ['Jadwal imunisasi balita'] };
      }
    },
  ],
  // evenness
  [
    'uneven-aliases',
    'error',
    (pack) => {
      candidate(pack).aliases = [];
      candidate(pack).examples.match = ['Coblos Brantasena Walukarta'];
    },
    FULL,
  ],
  [
    'uneven-hashtags',
    'error',
    (pack) => {
      ticket(pack, 2).hashtags = [];
    },
    FULL,
  ],
  [
    'uneven-slogans',
    'error',
    (pack) => {
      ticket(pack, 2).slogans = [];
    },
    FULL,
  ],
  [
    'uneven-accounts',
    'error',
    (pack) => {
      ticket(pack, 2).accounts = [];
    },
    FULL,
  ],
  [
    'uneven-strength',
    'error',
    (pack) => {
      for (const one of ticket(pack, 2).slogans) one.strength = 'strong';
    },
    FULL,
  ],
  [
    'uneven-amount',
    'advice',
    (pack) => {
      ticket(pack).hashtags.push('BrantasenaKuat', 'BrantasenaOke', 'BrantasenaSiap', 'BrantasenaJaya');
    },
    FULL,
  ],
  [
    'uneven-examples',
    'advice',
    (pack) => {
      ticket(pack, 2).examples = { match: [], ignore: [] };
    },
  ],
  [
    'uneven-confidence',
    'advice',
    (pack) => {
      ticket(pack, 2).confidence = 'in_use';
    },
  ],
  [
    'uneven-members',
    'error',
    (pack) => {
      delete ticket(pack, 2).members;
    },
  ],
  [
    'uneven-teams',
    'error',
    (pack) => {
      pack.entities = pack.entities.filter((entity) => entity.id !== 'uji-2030-regent:team-2');
    },
    { teams: true },
  ],
  [
    'contender-alone',
    'error',
    (pack) => {
      pack.entities = pack.entities.filter((entity) => entity.ballotNumber !== 2);
    },
  ],
  [
    'source-none',
    'error',
    (pack) => {
      ticket(pack).source = '-';
    },
  ],
  [
    'source-none',
    'error',
    (pack) => {
      candidate(pack).source = 'dari ingatan';
    },
  ],
  // dates
  [
    'date-year',
    'error',
    (pack) => {
      contest(pack).year = 2031;
    },
  ],
  [
    'date-year',
    'error',
    (pack) => {
      phase(pack, 'prospective').start = '2020-06-01';
    },
  ],
  [
    'form-date-reversed',
    'error',
    (pack) => {
      phase(pack, 'campaign').end = '2030-09-20';
    },
  ],
  [
    'form-phase-overlap',
    'error',
    (pack) => {
      phase(pack, 'campaign').end = '2030-11-25';
    },
  ],
  [
    'form-phase-order',
    'error',
    (pack) => {
      phase(pack, 'quiet').phase = 'prospective';
    },
  ],
  [
    'form-date',
    'error',
    (pack) => {
      phase(pack, 'vote').start = '2030-11-31';
    },
  ],
  ['date-calendar', 'error', (pack) => inYear2024(pack, '2024-11-20')],
  [
    'date-calendar-phase',
    'advice',
    (pack) => {
      inYear2024(pack, '2024-11-27');
      phase(pack, 'campaign').start = '2024-09-26';
    },
  ],
  [
    'date-differs',
    'error',
    (pack) => {
      addContest(pack, 'Tirtawana Adimukti');
      const other = pack.contests[1];
      for (const one of other?.phases ?? []) {
        if (one.phase === 'vote') one.start = one.end = '2030-11-28';
        if (one.phase === 'after') one.start = '2030-11-29';
      }
    },
  ],
  [
    'dates-none',
    'advice',
    (pack) => {
      contest(pack).phases = [];
    },
  ],
  [
    'vote-none',
    'advice',
    (pack) => {
      contest(pack).phases = contest(pack).phases.filter((one) => one.phase !== 'vote');
    },
  ],
  [
    'vote-days',
    'advice',
    (pack) => {
      phase(pack, 'after').start = '2030-11-30';
      phase(pack, 'vote').end = '2030-11-29';
    },
  ],
  [
    'date-gap',
    'advice',
    (pack) => {
      phase(pack, 'fixed').end = '2030-09-10';
    },
  ],
  [
    'quiet-days',
    'advice',
    (pack) => {
      phase(pack, 'campaign').end = '2030-11-22';
      phase(pack, 'quiet').start = '2030-11-23';
    },
  ],
  // examples
  [
    'examples-none',
    'error',
    (pack) => {
      for (const entity of pack.entities) entity.examples = { match: [], ignore: [] };
    },
  ],
  [
    'examples-missing',
    'advice',
    (pack) => {
      ticket(pack).examples.ignore = [];
    },
  ],
  [
    'example-silent',
    'error',
    (pack) => {
      ticket(pack).examples.match.push('Selamat pagi semua');
    },
  ],
  [
    'example-missed',
    'error',
    (pack) => {
      ticket(pack).examples.match.push('Ayo coblos nomor 2');
    },
  ],
  [
    'example-alarm',
    'error',
    (pack) => {
      ticket(pack).examples.ignore.push('Besok coblos nomor 1');
    },
  ],
  // accounts
  [
    'account-official',
    'error',
    (pack) => ticket(pack).accounts.push({ site: 'x', handle: 'Pemkab_Contoh' }),
    FULL,
  ],
  [
    'account-official',
    'error',
    (pack) => ticket(pack).accounts.push({ site: 'x', handle: 'bawaslu.contoh' }),
    FULL,
  ],
  ['account-press', 'error', (pack) => ticket(pack).accounts.push({ site: 'x', handle: 'antaranews' }), FULL],
  [
    'neutral-campaigns',
    'error',
    (pack) => {
      pack.neutralAccounts = [
        {
          id: 'n',
          kind: 'press',
          names: ['Tim Netral'],
          accounts: [{ site: 'x', handle: 'tim_brantasena' }],
          regional: false,
          source: 's',
          confidence: 'in_use',
          examples: { match: [], ignore: [] },
        },
      ];
    },
    FULL,
  ],
  // the pack as a whole
  [
    'placeholder',
    'error',
    (pack) => {
      candidate(pack).name = 'ISI NAMA CALON 1';
      candidate(pack).examples.match = [];
    },
  ],
  [
    'contest-missing',
    'error',
    (pack) => {
      delete ticket(pack).contest;
    },
  ],
  [
    'contest-empty',
    'advice',
    (pack) => {
      const copy = structuredClone(contest(pack));
      copy.id = 'lain';
      pack.contests.push(copy);
    },
  ],
  [
    'pack-empty',
    'error',
    (pack) => {
      pack.entities = [];
    },
  ],
  [
    'id-of-ours',
    'error',
    (pack) => {
      pack.id = 'pilpres-2024';
    },
  ],
  [
    'entries-of-ours',
    'error',
    (pack) => {
      ticket(pack).id = 'pilpres-2024:ticket-2';
    },
  ],
  [
    'id-taken',
    'error',
    (pack) => {
      ticket(pack).id = TAKEN_ID;
    },
  ],
  ['pack-slow', 'advice', (pack) => grow(pack, 1_001, 20)],
  ['pack-large', 'advice', (pack) => grow(pack, 900, PACK_LIMITS.noteMax * 5)],
  // form
  [
    'form-missing',
    'error',
    (pack) => {
      Reflect.deleteProperty(ticket(pack), 'slogans');
    },
  ],
  [
    'form-type',
    'error',
    (pack) => {
      Object.assign(ticket(pack), { ballotNumber: '1' });
    },
  ],
  [
    'form-small',
    'error',
    (pack) => {
      ticket(pack).hashtags.push('a');
    },
  ],
  [
    'form-big',
    'error',
    (pack) => {
      ticket(pack).name = 'x'.repeat(121);
    },
  ],
  [
    'form-choice',
    'error',
    (pack) => {
      Object.assign(ticket(pack), { role: 'paslon' });
    },
  ],
  [
    'form-unknown-key',
    'error',
    (pack) => {
      Object.assign(ticket(pack), { gender: 'x' });
    },
  ],
  [
    'form-markup',
    'error',
    (pack) => {
      candidate(pack).name = '<b>Brantasena</b>';
    },
  ],
  [
    'form-address',
    'error',
    (pack) => {
      ticket(pack).source = 'https://contoh.example';
    },
  ],
  [
    'form-id',
    'error',
    (pack) => {
      ticket(pack).id = 'Paslon 1';
    },
  ],
  [
    'form-empty',
    'error',
    (pack) => {
      candidate(pack).name = '...';
    },
  ],
  [
    'form-hashtag',
    'error',
    (pack) => {
      ticket(pack).hashtags.push('Brantasena Menang');
    },
    FULL,
  ],
  [
    'form-handle',
    'error',
    (pack) => {
      ticket(pack).accounts.push({ site: 'x', handle: '@tim' });
    },
    FULL,
  ],
  [
    'form-id-twice',
    'error',
    (pack) => {
      ticket(pack).id = candidate(pack).id;
    },
  ],
  [
    'form-contest-unknown',
    'error',
    (pack) => {
      ticket(pack).contest = 'lain';
    },
  ],
  [
    'form-member-unknown',
    'error',
    (pack) => {
      ticket(pack).members = ['lain'];
    },
  ],
];

function addPhrase(pack: EditablePack, text: string, strength: 'strong' | 'weak'): void {
  pack.phrases.push({
    id: 'p',
    text,
    strength,
    kind: 'support',
    language: 'id',
    source: 'invented',
    confidence: 'in_use',
  });
}

export function addContest(pack: EditablePack, name: string): void {
  const other = structuredClone(contest(pack));
  other.id = 'uji-lain';
  other.region = 'Kabupaten Lain';
  pack.contests.push(other);
  const copies = pack.entities.slice(0, 6).map((entity) => ({
    ...structuredClone(entity),
    id: entity.id.replace(/^[^:]+/, 'uji-lain'),
    contest: 'uji-lain',
    name:
      entity.role === 'ticket'
        ? `Lain ${entity.id.slice(-1)} Wiramandala`
        : `Orang${entity.id.slice(-2)} Wiramandala${entity.id.slice(-2)}`,
    examples: { match: [], ignore: [] },
    ...(entity.members
      ? { members: entity.members.map((member) => member.replace(/^[^:]+/, 'uji-lain')) }
      : {}),
  }));
  const [first] = copies;
  if (first) first.name = name;
  pack.entities.push(...copies);
}

function inYear2024(pack: EditablePack, vote: string): void {
  contest(pack).year = 2024;
  contest(pack).phases = [
    { phase: 'campaign', start: '2024-09-25', end: '2024-11-19' },
    { phase: 'vote', start: vote, end: vote },
  ];
}

/** Many parties, with sources so long that the file grows. */
function grow(pack: EditablePack, count: number, length: number): void {
  const source = 'sumber yang panjang sekali '.repeat(20).slice(0, Math.min(length, PACK_LIMITS.noteMax));
  const ignore = Array.from({ length: Math.max(0, Math.floor(length / PACK_LIMITS.noteMax)) }, () => source);
  for (let index = 0; index < count; index += 1) {
    pack.entities.push({
      id: `kelompok-${index}`,
      contest: contest(pack).id,
      role: 'party',
      name: `Kelompok ${'bcdfghjklmnpqrstvwxz'[index % 20]}${'aiueo'[index % 5]}kan${index}wira`,
      aliases: [],
      hashtags: [],
      slogans: [],
      accounts: [],
      source,
      confidence: 'official_data',
      examples: { match: [], ignore },
    });
  }
}
