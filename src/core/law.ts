import type { ActionKind, ContestPhase } from './types.ts';

/** Which half of the SKB annex applies: before KPU fixes the candidates, after it, or no contest is known. */
export type LegalStage = 'prospective' | 'fixed' | 'unknown';

export type SanctionClass = 'moral' | 'severe-discipline';

/**
 * One form of the annex of the joint decree on ASN neutrality of 22 September 2022 (SKB Menpan RB 2/2022, Mendagri
 * 800-5474/2022, BKN 246/2022, KASN 30/2022, Bawaslu 1447.1/PM.01/K.1/09/2022). Texts stand in the locales; this
 * table holds what they may claim and from where.
 */
export interface Clause {
  readonly id: 'KE-4' | 'KE-5' | 'DS-6' | 'DS-7';
  readonly part: 'kode etik' | 'disiplin';
  /** Number in that part of the annex. */
  readonly number: number;
  readonly sanction: SanctionClass;
  readonly basis: string;
  readonly sources: readonly string[];
  readonly confidence: 'verified_2_sources';
}

const clauses = {
  'KE-4': {
    id: 'KE-4',
    part: 'kode etik',
    number: 4,
    sanction: 'moral',
    basis: 'PP 42/2004 Pasal 11 huruf c, Pasal 15',
    sources: ['cnbcindonesia.com 20230926154105-4-475683', 'jatim.viva.co.id kabar/7408'],
    confidence: 'verified_2_sources',
  },
  'KE-5': {
    id: 'KE-5',
    part: 'kode etik',
    number: 5,
    sanction: 'moral',
    basis: 'PP 42/2004 Pasal 11 huruf c, Pasal 15',
    sources: ['hukamanews.com 46010626426', 'kutai.inews.id read/349703'],
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
} as const satisfies Record<Clause['id'], Clause>;

export function legalStage(phase: ContestPhase | null): LegalStage {
  if (phase === null) return 'unknown';
  return phase === 'prospective' ? 'prospective' : 'fixed';
}

/**
 * Clauses that the SKB names for this action at this stage. Publishing a photo has forms of its own (5 and 7); every
 * other action stands in forms 4 and 6. Without a known contest both halves are named.
 */
export function clausesFor(action: ActionKind, stage: LegalStage): readonly Clause[] {
  const [prospective, fixed] =
    action === 'upload' ? [clauses['KE-5'], clauses['DS-7']] : [clauses['KE-4'], clauses['DS-6']];
  if (stage === 'unknown') return [prospective, fixed];
  return [stage === 'prospective' ? prospective : fixed];
}
