import type { Pack, PackEntity } from '../../src/core/pack/pack.ts';

/** Mutable at every depth, so that a test can plant a fault. */
export type Editable<Value> = Value extends readonly (infer Item)[]
  ? Editable<Item>[]
  : Value extends object
    ? { -readonly [Key in keyof Value]: Editable<Value[Key]> }
    : Value;

export type EditablePack = Editable<Pack>;

/** Invented people with names that nothing else bears. */
const PEOPLE = [
  ['Brantasena Walukarta', 'Mirandika Sulasmara'],
  ['Kartosubrata Wirangga', 'Danumaya Larasetya'],
  ['Pramudyaksa Tirtabuwana', 'Sekarwangi Adisutra'],
  ['Gandewaraja Sumitrawan', 'Ratnadewanti Purbasara'],
] as const;
/** Names that thousands bear: each needs a second signal. */
const COMMON_PEOPLE = [
  ['Budi Santoso', 'Siti Aminah'],
  ['Agus Setiawan', 'Dewi Lestari'],
] as const;

const PHASES: Pack['contests'][number]['phases'] = [
  { phase: 'prospective', start: '2030-06-01', end: '2030-08-31' },
  { phase: 'fixed', start: '2030-09-01', end: '2030-09-24' },
  { phase: 'campaign', start: '2030-09-25', end: '2030-11-23' },
  { phase: 'quiet', start: '2030-11-24', end: '2030-11-26' },
  { phase: 'vote', start: '2030-11-27', end: '2030-11-27' },
  { phase: 'after', start: '2030-11-28', end: '2031-02-10' },
];

export interface Shape {
  readonly kind?: Pack['contests'][number]['kind'];
  readonly region?: string | null;
  readonly tickets?: number;
  readonly hasNumbers?: boolean;
  readonly hasNicknames?: boolean;
  readonly hasPairs?: boolean;
  readonly hashtag?: boolean;
  readonly slogan?: 'strong' | 'weak';
  readonly accounts?: boolean;
  readonly emptyColumn?: boolean;
  readonly people?: 'rare' | 'common';
  readonly phases?: 'all' | 'campaign-on' | 'none';
  readonly members?: boolean;
  readonly teams?: boolean;
}

/** A pack without a fault, of any of the shapes that agencies need. Everything in it is invented. */
export function authoredPack(shape: Shape = {}): EditablePack {
  const {
    kind = 'regent',
    region = 'Kabupaten Contoh',
    tickets = 2,
    hasNumbers = true,
    people = 'rare',
  } = shape;
  const { phases = 'all', members = true } = shape;
  const contest = `uji-2030-${kind}`;
  const source = 'invented for this test';
  const entities: PackEntity[] = [];
  const base = {
    contest,
    hashtags: [],
    slogans: [],
    accounts: [],
    aliases: [],
    source,
    confidence: 'official_data' as const,
  };
  const persons: readonly (readonly [string, string])[] = people === 'rare' ? PEOPLE : COMMON_PEOPLE;
  persons.slice(0, tickets).forEach(([first, second], index) => {
    const number = index + 1;
    const word = (name: string) => name.split(' ')[0] ?? '';
    const ids = [`${contest}:a${number}`, `${contest}:b${number}`];
    if (members) {
      [first, second].forEach((name, at) => {
        entities.push({
          ...base,
          id: ids[at] ?? '',
          role: 'candidate',
          name,
          aliases: shape.hasNicknames ? [{ text: word(name), kind: 'nickname' }] : [],
          examples: { match: [`Coblos ${name}`], ignore: [`Jadwal imunisasi balita hari Rabu`] },
        });
      });
    }
    entities.push({
      ...base,
      id: `${contest}:ticket-${number}`,
      role: 'ticket',
      name: `${first} - ${second}`,
      aliases: shape.hasPairs ? [{ text: `${word(first)}-${word(second)}`, kind: 'pair' }] : [],
      ...(hasNumbers ? { ballotNumber: number } : {}),
      hashtags: shape.hashtag ? [`${word(first)}Menang2030`] : [],
      slogans: shape.slogan ? [{ text: `${word(first)} membangun desa`, strength: shape.slogan }] : [],
      accounts: shape.accounts ? [{ site: 'x', handle: `tim_${word(first).toLowerCase()}` }] : [],
      ...(members ? { members: ids } : {}),
      examples: {
        match: hasNumbers ? [`Ayo coblos nomor ${number}`] : [`Pilih ${first} dan ${second}`],
        ignore: [`Ruang tunggu nomor ${number} ada di lantai dua`],
      },
    });
    if (shape.teams) {
      entities.push({
        ...base,
        id: `${contest}:team-${number}`,
        role: 'campaign-team',
        name: `Barisan ${word(first)} Raya`,
        examples: {
          match: [`Barisan ${word(first)} Raya berkumpul`],
          ignore: ['Barisan upacara sudah siap'],
        },
      });
    }
  });
  if (shape.emptyColumn) {
    const number = tickets + 1;
    entities.push({
      ...base,
      id: `${contest}:ticket-${number}`,
      role: 'ticket',
      name: 'Kolom Kosong',
      aliases: [{ text: 'Kolom Kosong', kind: 'pair', signal: 'supporting' }],
      ballotNumber: number,
      examples: { match: [`Ayo coblos nomor ${number}`], ignore: ['Isi kolom kosong pada formulir'] },
    });
  }
  const pack: Pack = {
    id: contest,
    title: 'Paket uji coba',
    version: '1.0.0',
    source,
    contests: [
      {
        id: contest,
        kind,
        year: 2030,
        region: kind === 'president' ? null : region,
        name: 'Pemilihan uji coba 2030',
        phases: phases === 'none' ? [] : phases === 'all' ? PHASES : PHASES.slice(2),
        source,
      },
    ],
    entities,
    phrases: [],
    exceptions: [],
  };
  // Not structuredClone: that would keep lists that several entries share.
  return JSON.parse(JSON.stringify(pack)) as EditablePack;
}

/** Twenty packs that an agency may rightly hand out. */
export const LEGITIMATE: readonly (readonly [string, Shape])[] = [
  ['two tickets of a regency', {}],
  ['three tickets', { tickets: 3 }],
  ['four tickets', { tickets: 4 }],
  ['one ticket against the empty column', { tickets: 1, emptyColumn: true }],
  ['two tickets and the empty column', { emptyColumn: true }],
  ['before the draw of numbers', { hasNumbers: false, phases: 'none' }],
  ['nicknames of all', { hasNicknames: true }],
  ['pairs of all', { hasPairs: true }],
  ['hashtags of all', { hashtag: true }],
  ['weak slogans of all', { slogan: 'weak' }],
  ['strong slogans of all', { slogan: 'strong' }],
  ['accounts of all', { accounts: true }],
  [
    'everything of all',
    { tickets: 4, hasNicknames: true, hasPairs: true, hashtag: true, slogan: 'strong', accounts: true },
  ],
  ['common names', { people: 'common' }],
  ['campaign teams of all', { teams: true }],
  ['a governor', { kind: 'governor', region: 'Provinsi Contoh' }],
  ['a president', { kind: 'president' }],
  ['a village head', { kind: 'other', region: 'Desa Contoh' }],
  ['from the campaign on', { phases: 'campaign-on' }],
  ['tickets without their persons', { members: false }],
];
