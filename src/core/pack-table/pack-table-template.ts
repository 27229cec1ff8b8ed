import type { Pack } from '../pack/pack.ts';
import type { ContestKind, PhaseDates } from '../types.ts';
import { contestName, shortRegion } from './contest-name.ts';
import { headingOf, type TableColumn, type TableLanguage } from './pack-table-columns.ts';
import { slugOf } from './pack-table-names.ts';

/** Contests that a template can be made for. A mayor is a regent of a city by law. */
export const TEMPLATE_KINDS = ['regent', 'mayor', 'governor', 'president'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

export interface TemplateOptions {
  readonly kind: TemplateKind;
  /** Left to be filled in when absent. */
  readonly region?: string | undefined;
  readonly year: number;
  /** Pairs to make room for, 1 to 9. */
  readonly tickets: number;
  readonly language: TableLanguage;
}

const KINDS: Readonly<Record<TemplateKind, ContestKind>> = {
  regent: 'regent',
  mayor: 'regent',
  governor: 'governor',
  president: 'president',
};
const OFFICES = {
  id: { regent: 'bupati', mayor: 'wali kota', governor: 'gubernur', president: 'presiden' },
  en: { regent: 'regent', mayor: 'mayor', governor: 'governor', president: 'president' },
} as const;
/** What a person still has to write begins with these words; lint asks for each of them. */
const FILL: Readonly<Record<TableLanguage, string>> = { id: 'ISI', en: 'FILL IN' };

const COLUMNS: readonly TableColumn[] = [
  'kind',
  'year',
  'region',
  'number',
  'first',
  'second',
  'firstAliases',
  'secondAliases',
  'aliases',
  'hashtags',
  'slogans',
  'accounts',
  'poses',
  'source',
  'confidence',
  'match',
  'ignore',
  'prospective',
  'fixed',
  'campaign',
  'quiet',
  'vote',
  'after',
];

/** A table with its headings and one row for each pair, as rows of cells. Dates and cues are left empty. */
export function templateRows({ kind, region, year, tickets, language }: TemplateOptions): string[][] {
  const fill = FILL[language];
  const office = OFFICES[language][kind];
  const rows = Array.from({ length: tickets }, (_, index) => {
    const number = index + 1;
    const place = region ?? `${fill} ${language === 'id' ? 'NAMA DAERAH' : 'NAME OF THE REGION'}`;
    const cells: Partial<Record<TableColumn, string>> = {
      ...(index === 0
        ? { kind: office, year: String(year), ...(kind === 'president' ? {} : { region: place }) }
        : {}),
      number: String(number),
      first: language === 'id' ? `${fill} NAMA CALON ${number}` : `${fill} CANDIDATE NAME ${number}`,
      second: language === 'id' ? `${fill} NAMA WAKIL ${number}` : `${fill} DEPUTY NAME ${number}`,
      source:
        language === 'id'
          ? `${fill} SUMBER, misalnya keputusan KPU`
          : `${fill} SOURCE, such as a decision of the KPU`,
      confidence: language === 'id' ? 'data resmi' : 'official data',
      match: `Ayo coblos nomor ${number}`,
      ignore:
        language === 'id'
          ? `Ruang tunggu nomor ${number} ada di lantai dua`
          : `Antrean nomor ${number} silakan masuk`,
    };
    return COLUMNS.map((column) => cells[column] ?? '');
  });
  return [COLUMNS.map((column) => headingOf(column, language)), ...rows];
}

/** The same as a pack: valid in form, and lint names what is to be filled in. */
export function templatePack(options: TemplateOptions): Pack {
  const { kind, region, year, tickets, language } = options;
  const fill = FILL[language];
  const place =
    kind === 'president'
      ? null
      : (region ?? `${fill} ${language === 'id' ? 'NAMA DAERAH' : 'NAME OF THE REGION'}`);
  const prefix = { regent: 'pilbup', mayor: 'pilwalkot', governor: 'pilgub', president: 'pilpres' }[kind];
  const id = [
    prefix,
    String(year),
    kind === 'president'
      ? ''
      : region === undefined
        ? language === 'id'
          ? 'daerah'
          : 'region'
        : slugOf(shortRegion(region)),
  ]
    .filter((part) => part !== '')
    .join('-');
  const source =
    language === 'id'
      ? `${fill} SUMBER, misalnya keputusan KPU`
      : `${fill} SOURCE, such as a decision of the KPU`;
  const name = contestName({ kind: KINDS[kind], isCity: kind === 'mayor', region: place, year });
  const phases: PhaseDates[] = [];
  const bare = { hashtags: [], slogans: [], accounts: [], source, confidence: 'official_data' as const };
  const numbers = Array.from({ length: tickets }, (_, index) => index + 1);
  const [head, deputy] = language === 'id' ? ['NAMA CALON', 'NAMA WAKIL'] : ['CANDIDATE NAME', 'DEPUTY NAME'];
  const ignore = (number: number) =>
    language === 'id'
      ? `Ruang tunggu nomor ${number} ada di lantai dua`
      : `Antrean nomor ${number} silakan masuk`;
  return {
    id,
    title: name,
    version: '1.0.0',
    source,
    contests: [
      {
        id,
        kind: KINDS[kind],
        year,
        region: place,
        name,
        phases,
        source,
      },
    ],
    entities: [
      ...numbers.flatMap((number) =>
        [
          [`calon-${number}`, `${fill} ${head} ${number}`],
          [`wakil-${number}`, `${fill} ${deputy} ${number}`],
        ].map(([slug = '', person = '']) => ({
          id: `${id}:${slug}`,
          contest: id,
          role: 'candidate' as const,
          name: person,
          aliases: [],
          ...bare,
          examples: { match: [], ignore: [] },
        })),
      ),
      ...numbers.map((number) => ({
        id: `${id}:ticket-${number}`,
        contest: id,
        role: 'ticket' as const,
        name: `${fill} ${head} ${number} - ${fill} ${deputy} ${number}`,
        aliases: [],
        ballotNumber: number,
        ...bare,
        members: [`${id}:calon-${number}`, `${id}:wakil-${number}`],
        examples: { match: [`Ayo coblos nomor ${number}`], ignore: [ignore(number)] },
      })),
    ],
    phrases: [],
    exceptions: [],
  };
}
