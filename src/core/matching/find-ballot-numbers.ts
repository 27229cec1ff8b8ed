import { NUMBER_NOUNS } from '../language/vocabulary.ts';
import type { CompiledEntry } from '../rule-file/rules.ts';
import type { NumberPhrase } from './numbers/number-place.ts';
import type { Hit } from './resolve.ts';
import { entryOf, type Scan } from './scan.ts';

/** "AMIN nomor 1": the everyday word is the ticket where its own ballot number stands behind it. */
export function findNumberedNames(scan: Scan): void {
  const { plain, rules } = scan;
  const next = (at: number): string => (plain[at]?.breaks === false ? plain[at].text : '');
  for (const hit of scan.hits.filter(({ ambiguous, entry }) => ambiguous && entry.role === 'ticket')) {
    let at = hit.to;
    while (at < hit.to + 2 && (NUMBER_NOUNS.has(next(at)) || next(at) === 'urut')) at += 1;
    const written = next(at);
    // A bare digit behind the word counts something: "amin 2 kali".
    if (!(at > hit.to ? /^0?[1-9]\d?$/ : /^0[1-9]$/).test(written)) continue;
    const isItsOwn = rules.tickets(Number(written)).some((term) => entryOf(scan, term) === hit.entry);
    if (isItsOwn) scan.hits.push({ ...hit, to: at + 1, signal: 'subject', ambiguous: false, numbered: true });
  }
}

export function findBallotNumbers(scan: Scan, phrases: readonly NumberPhrase[], hashtag?: number): void {
  const { numberEntry } = scan.rules;
  for (const { from, to, value, signal, needsTicket, bare } of phrases) {
    const contenders = contendersOf(scan, value);
    const entry = numberEntry ?? contenders[0];
    if (!entry || (needsTicket && !contenders.some(({ role }) => role === 'ticket'))) continue;
    const range = hashtag === undefined ? { from, to } : { from: hashtag, to: hashtag + 1 };
    const ambiguous = bare === true;
    // "AMIN nomor 1 dicoblos": one finding of the ticket, not two that overlap.
    const own = scan.hits.find((hit) => hit.numbered && hit.from < from && hit.to > from);
    if (own) {
      scan.hits.splice(scan.hits.indexOf(own), 1, { ...own, to: Math.max(own.to, to), signal });
      continue;
    }
    scan.hits.push({ ...range, entry, kind: 'number', signal, ambiguous, rule: 'exact', contenders });
  }
}

/** A loop, for a number has a ticket in nearly every contest. */
function contendersOf(scan: Scan, value: number): readonly CompiledEntry[] {
  const contenders: CompiledEntry[] = [];
  for (const term of scan.rules.tickets(value)) {
    const entry = entryOf(scan, term);
    if (entry) contenders.push(entry);
  }
  return contenders;
}

/** Whom a ballot number means: a contender of the one contest that the content names, else the one ticket there is. */
export function contenderOf({ entry, contenders = [] }: Hit, named: ReadonlySet<number>): CompiledEntry {
  const here = contenders.filter(({ contest }) => named.has(contest));
  const tickets = contenders.filter(({ role }) => role === 'ticket');
  return [here, tickets, contenders].find(({ length }) => length === 1)?.[0] ?? entry;
}
