import { readName, readNumber } from './pack-table-cells.ts';
import type { DraftContest } from './pack-table-contest.ts';
import {
  adviseOnce,
  claim,
  complain,
  type Draft,
  entityOf,
  freeId,
  keyOf,
  put,
  sourceOf,
} from './pack-table-draft.ts';
import { slugOf } from './pack-table-names.ts';
import type { TableRow } from './pack-table-rows.ts';

/** Party and list of a row. Lists of candidates name their parties on each row. */
export function noteParty(draft: Draft, row: TableRow, contest: DraftContest): void {
  const read = readName(row.cells.get('party') ?? '');
  if ('fault' in read) {
    complain(draft, row, { column: 'party', ...read.fault });
    return;
  }
  const cell = row.cells.get('partyNumber');
  const number = cell === undefined ? undefined : readNumber(cell);
  if (number && 'fault' in number) {
    complain(draft, row, { column: 'partyNumber', ...number.fault });
    return;
  }
  const key = keyOf(read.value);
  const known = draft.parties.get(key);
  if (known === undefined) {
    draft.parties.set(key, { row, name: read.value, number: number?.value, contest });
  } else if (number !== undefined && known.number === undefined) known.number = number.value;
  else if (number !== undefined && known.number !== number.value) {
    complain(draft, row, {
      column: 'partyNumber',
      code: 'party-number-differs',
      text: `${number.value} ≠ ${known.number}`,
    });
  }
}

/** Parties stand in the contest of their candidates, or, when these stand in many, in one of the whole country. */
export function addParties(draft: Draft): void {
  const contests = [...draft.contests.values()];
  const legislatures = contests.filter(({ kind }) => kind === 'legislature');
  for (const [key, { row, name, number, contest }] of draft.parties) {
    const home =
      legislatures.length > 1 && contest.kind === 'legislature' ? national(draft, contest) : contest;
    // A pair is named by its parties too; only where parties are voted for do they stand on the ballot.
    if (home.kind !== 'legislature') {
      adviseOnce(draft, row, 'party', 'party-of-pair');
      continue;
    }
    const id = freeId(draft, home.id, slugOf(name.replace(/^partai\s+/i, '')) || key);
    const entity = entityOf({ id, contest: home.id, role: 'party', name, source: sourceOf(draft, row) });
    if (
      number !== undefined &&
      !claim(draft, row, 'partyNumber', `${home.id} party ${number}`, String(number))
    )
      continue;
    put(draft, row, number === undefined ? entity : { ...entity, ballotNumber: number });
  }
}

function national(draft: Draft, { year, phases, source }: DraftContest): DraftContest {
  // Not the id of our own list of parties: two packs with one id cannot be used together.
  const id = `pileg-${year}-partai`;
  const known = draft.contests.get(id);
  if (known) return known;
  const contest: DraftContest = {
    id,
    kind: 'legislature',
    year,
    region: null,
    name: `Pemilihan Umum ${year}`,
    phases,
    source,
  };
  draft.contests.set(id, contest);
  return contest;
}
