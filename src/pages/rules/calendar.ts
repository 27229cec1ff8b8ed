import { civilDate, phaseOf } from '../../core/reminding/stage.ts';
import type { Contest, ContestPhase } from '../../core/types.ts';
import type { Source } from './source.ts';

interface PackSource extends Pick<Source, 'sources' | 'confidence'> {
  /** No source names the quiet days. */
  readonly quietIsDerived?: true;
}

/** Where the dates of the packs of the extension come from; a test compares it with the packs. */
const PACK_SOURCES: Readonly<Record<string, PackSource>> = {
  'president-2024': {
    sources: ['voi.id 177782', 'rbg.id', 'angkringansolo', 'intisari', 'sindonews 791551'],
    confidence: 'verified_2_sources',
  },
  'legislature-2024': {
    sources: ['voi.id 177782', 'radarkalbar.com/baca/15122022', 'rbg.id', 'sindonews 791551'],
    confidence: 'verified_2_sources',
  },
  'governor-2024': {
    sources: ['okezone 2964442', 'sabangmeraukenews 15949', 'rakyatbenteng', 'idntimes r6v6y9'],
    confidence: 'verified_2_sources',
    quietIsDerived: true,
  },
  'governor-2025': {
    sources: ['kabarnas 2214', 'makassar.tribunnews 2025/07/19', 'papuatimes 2025/08/21'],
    confidence: 'verified_2_sources',
  },
  'president-2019': {
    sources: ['gilangnews.com 7954', 'inilahmojokerto', 'kompas 2018/09/21'],
    confidence: 'verified_2_sources',
  },
  'governor-2017': {
    sources: ['cnnindonesia 20161025215449', 'antaranews 612680', 'suarainfonews.com 3196'],
    confidence: 'verified_1_source',
  },
};

/** Contests of one kind, year and calendar: the regions that vote together. */
export interface Election {
  readonly key: string;
  readonly kind: Contest['kind'];
  readonly year: number;
  readonly names: readonly string[];
  readonly phases: Contest['phases'];
  /** `coming` and `over`: outside of its calendar. */
  readonly stage: ContestPhase | 'coming' | 'over';
  /** Undefined for a pack that is not one of ours: its source stands in it. */
  readonly source: (Source & PackSource) | undefined;
}

/** Elections of the installed packs that have dates, the latest first, with the stage at `now` in milliseconds. */
export function electionsAt(contests: readonly Contest[], now: number): readonly Election[] {
  const groups = new Map<string, Contest[]>();
  for (const contest of contests) {
    if (contest.phases.length === 0) continue;
    const key = JSON.stringify([contest.kind, contest.year, contest.phases]);
    groups.set(key, [...(groups.get(key) ?? []), contest]);
  }
  return [...groups]
    .flatMap(([key, [first, ...others]]) => {
      if (!first) return [];
      const { kind, year, name, phases } = first;
      const names = [name, ...others.map((contest) => contest.name)];
      return [{ key, kind, year, names, phases, stage: stageOf(first, now), source: sourceOf(first) }];
    })
    .sort((one, other) => endOf(other).localeCompare(endOf(one)));
}

function stageOf(contest: Contest, now: number): Election['stage'] {
  const phase = phaseOf(contest, now);
  if (phase !== null) return phase;
  return civilDate(now) > endOf(contest) ? 'over' : 'coming';
}

function endOf({ phases }: Pick<Contest, 'phases'>): string {
  return phases.at(-1)?.end ?? '';
}

function sourceOf({ id, kind, year }: Contest): Election['source'] {
  const isOurs = /^(?:pilpres|pemilu|pilkada|psu)-/.test(id);
  const found = isOurs ? PACK_SOURCES[`${kind}-${year}`] : undefined;
  return found && { basis: '', seen: '2026-02', ...found };
}
