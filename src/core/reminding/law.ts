import type { ActionKind, ContestPhase } from '../types.ts';
import { type ActionWeight, WEIGHT_OF_ACTION } from './decision-table.ts';
import type { Strength } from './strength.ts';

/** Which half of the SKB annex applies: before KPU fixes the candidates, after it, or no contest is known. */
export type LegalStage = 'prospective' | 'fixed' | 'unknown';

export type SanctionClass = 'moral' | 'severe-discipline';

/** Who the person is to the law. `unspecified`: not chosen, or none of these. */
export const STATUSES = ['pns', 'pppk', 'honorer', 'unspecified'] as const;
export type Status = (typeof STATUSES)[number];

/** What a sentence of ours rests on. */
export interface LegalSource {
  readonly basis: string;
  /** Pages where it was read, by site and article. */
  readonly sources: readonly string[];
  readonly confidence: 'verified_2_sources' | 'verified_1_source' | 'verified_2_sources_conflict';
}

/**
 * One form of the annex of the joint decree on ASN neutrality of 22 September 2022 (SKB Menpan RB 2/2022, Mendagri
 * 800-5474/2022, BKN 246/2022, KASN 30/2022, Bawaslu 1447.1/PM.01/K.1/09/2022). Texts stand in the locales; this
 * table holds what they may claim and from where.
 */
export interface Clause extends LegalSource {
  readonly id: 'KE-2' | 'KE-4' | 'KE-5' | 'DS-2' | 'DS-6' | 'DS-7' | 'DS-8';
  readonly part: 'kode etik' | 'disiplin';
  /** Number in that part of the annex. */
  readonly number: number;
  readonly sanction: SanctionClass;
}

const ETHICS = 'PP 42/2004 Pasal 11 huruf c, Pasal 15';

const clauses = {
  'KE-2': {
    id: 'KE-2',
    part: 'kode etik',
    number: 2,
    sanction: 'moral',
    basis: ETHICS,
    sources: ['cnbcindonesia.com 20230926154105-4-475683', 'bloombergtechnoz.com detail-news/16196'],
    confidence: 'verified_2_sources',
  },
  'KE-4': {
    id: 'KE-4',
    part: 'kode etik',
    number: 4,
    sanction: 'moral',
    basis: ETHICS,
    sources: ['cnbcindonesia.com 20230926154105-4-475683', 'jatim.viva.co.id kabar/7408'],
    confidence: 'verified_2_sources',
  },
  'KE-5': {
    id: 'KE-5',
    part: 'kode etik',
    number: 5,
    sanction: 'moral',
    basis: ETHICS,
    sources: ['hukamanews.com 46010626426', 'kutai.inews.id read/349703'],
    confidence: 'verified_2_sources',
  },
  'DS-2': {
    id: 'DS-2',
    part: 'disiplin',
    number: 2,
    sanction: 'severe-discipline',
    basis: 'PP 94/2021 Pasal 5 huruf n, Pasal 14 huruf i angka 3 dan 4',
    sources: ['medan.bkn.go.id 2023/10', 'kompas.com tren/read/2023/11/06/133000265'],
    confidence: 'verified_2_sources',
  },
  'DS-6': {
    id: 'DS-6',
    part: 'disiplin',
    number: 6,
    sanction: 'severe-discipline',
    basis: 'UU 20/2023 Pasal 9 ayat (2); PP 94/2021 Pasal 5 huruf n angka 5, Pasal 14 huruf i angka 3',
    sources: ['medan.bkn.go.id 2023/10', 'kompas.com tren/read/2023/11/06/133000265'],
    confidence: 'verified_2_sources',
  },
  'DS-7': {
    id: 'DS-7',
    part: 'disiplin',
    number: 7,
    sanction: 'severe-discipline',
    basis: 'PP 94/2021 Pasal 5 huruf n, Pasal 14 huruf i angka 3',
    sources: ['medan.bkn.go.id 2023/10', 'm.tribunnews.com mata-lokal-memilih/2023/11/15'],
    confidence: 'verified_2_sources',
  },
  // One copy prints "sedang"; PP 94/2021 Pasal 14 huruf i angka 4 makes it "berat", and it is the law.
  'DS-8': {
    id: 'DS-8',
    part: 'disiplin',
    number: 8,
    sanction: 'severe-discipline',
    basis: 'PP 94/2021 Pasal 5 huruf n angka 6, Pasal 14 huruf i angka 4; UU 7/2017 Pasal 283',
    sources: ['medan.bkn.go.id 2023/10', 'kompas.com tren/read/2023/11/06/133000265'],
    confidence: 'verified_2_sources_conflict',
  },
} as const satisfies Record<Clause['id'], Clause>;

export const CLAUSES: Readonly<Record<Clause['id'], Clause>> = clauses;

/** What binds every ASN at any time, inside and outside of a contest. */
export const DUTY: LegalSource = {
  basis: 'UU 20/2023 Pasal 9 ayat (2), Pasal 24 ayat (1) huruf d',
  sources: ['cms.emka.web.id 2025/02', 'radarkepahiang.disway.id amp/666665', 'mediabanten.com'],
  confidence: 'verified_2_sources',
};

/** What the sanction of a clause means for somebody of another status than PNS, whom PP 42/2004 and PP 94/2021 name. */
export const STATUS_RULES: Readonly<Record<Exclude<Status, 'pns' | 'unspecified'>, LegalSource>> = {
  pppk: {
    basis: 'PP 49/2018 Pasal 52',
    sources: ['github mblonyox/data-peraturan pp/2018/49.md', 'samiyanto.smkn9surakarta.sch.id'],
    confidence: 'verified_1_source',
  },
  honorer: {
    basis: 'SE MenPANRB 1/2023',
    sources: ['deras.id', 'pekalongankota.go.id', 'jpnn.com'],
    confidence: 'verified_2_sources',
  },
};

/** The rule for somebody of this status, where it is another than that of the clauses. */
export function ruleOf(status: Status): LegalSource | undefined {
  return status === 'pppk' || status === 'honorer' ? STATUS_RULES[status] : undefined;
}

/** Each kind of sanction once. */
export function sanctionsOf(clauses: readonly Clause[]): SanctionClass[] {
  return [...new Set(clauses.map(({ sanction }) => sanction))];
}

/** The husband or wife of a candidate: what stays forbidden and what is allowed. */
export const SPOUSE_RULE: LegalSource = {
  basis: 'SE MenPANRB 18/2023',
  sources: ['medan.bkn.go.id ?p=7882', 'waktu.news', 'voi.id 309370'],
  confidence: 'verified_2_sources',
};

export function legalStage(phase: ContestPhase | null): LegalStage {
  if (phase === null) return 'unknown';
  return phase === 'prospective' ? 'prospective' : 'fixed';
}

/** The form that names an action, before and after the candidates are fixed. */
function formOf(action: ActionKind): readonly [Clause, Clause] {
  return action === 'upload' ? [clauses['KE-5'], clauses['DS-7']] : [clauses['KE-4'], clauses['DS-6']];
}

const OWN_WORDS: ReadonlySet<ActionWeight> = new Set(['spread', 'voice']);

/**
 * Clauses that the SKB names for this action at this stage, the one of the action first. Publishing a photo has forms of
 * its own (5 and 7); every other action stands in forms 4 and 6. Own words that campaign are campaigning online (form
 * 2) as well, and of candidates a call (form 8). Without a known contest both halves are named.
 */
export function clausesFor(
  action: ActionKind,
  stage: LegalStage,
  strength: Strength = 'cue',
): readonly Clause[] {
  const [prospective, fixed] = formOf(action);
  if (stage === 'unknown') return [prospective, fixed];
  const first = stage === 'prospective' ? prospective : fixed;
  if (strength !== 'own-support' || !OWN_WORDS.has(WEIGHT_OF_ACTION[action])) return [first];
  return stage === 'prospective' ? [first, clauses['KE-2']] : [first, clauses['DS-2'], clauses['DS-8']];
}
