import type { ContestKind } from '../types.ts';

/** What an election is called before its region and year. A mayor is elected by the same law as a regent. */
const SPOKEN: Readonly<Record<ContestKind, readonly [string, ...string[]]>> = {
  president: ['Pemilihan Presiden dan Wakil Presiden'],
  governor: ['Pemilihan Gubernur'],
  regent: ['Pemilihan Bupati', 'Pemilihan Wali Kota'],
  legislature: ['Pemilihan Umum Anggota Legislatif'],
  other: ['Pemilihan'],
};

interface Named {
  readonly kind: ContestKind;
  readonly region: string | null;
  readonly year: number;
}

/** "Kabupaten Contoh" as the name of its election says it. */
export function shortRegion(region: string): string {
  return region.replace(/^(?:kabupaten|kota|provinsi)\s+/i, '');
}

/** `Pemilihan Wali Kota Contoh 2030`. */
export function contestName(contest: Named & { readonly isCity: boolean }): string {
  const [regent, mayor = regent] = SPOKEN[contest.kind];
  return joined(contest.isCity ? mayor : regent, contest);
}

/** Name after another kind, region or year was written: it follows while it is made of them, and one of its own stays. */
export function renamedContest(before: Named & { readonly name: string }, after: Named): string {
  const spoken = SPOKEN[before.kind]?.find((words) => joined(words, before) === before.name);
  if (spoken === undefined) return before.name;
  return joined(after.kind === before.kind ? spoken : SPOKEN[after.kind][0], after);
}

function joined(spoken: string, { region, year }: Named): string {
  return [spoken, shortRegion(region ?? ''), year].filter((part) => part !== '').join(' ');
}
