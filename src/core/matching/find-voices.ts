import type { Signal } from '../types.ts';
import { endorsementEnd, endorsementStart, findVoices, namesWithLeads } from './endorsement.ts';
import { isName } from './hashtags.ts';
import type { Hit } from './resolve.ts';
import type { Scan } from './scan.ts';

/** Names that a phrase of support or attack leads to. */
export function findEndorsements(scan: Scan): void {
  const names = scan.hits.filter(isName);
  for (const name of names) {
    const from = endorsementStart(scan.plain, name.from, name.ambiguous && name.to - name.from < 2);
    if (from !== undefined)
      scan.hits.push({ ...name, from, kind: 'phrase', signal: 'campaign', ambiguous: false });
    const to = name.ambiguous ? undefined : endorsementEnd(scan.plain, name.to);
    if (to !== undefined) scan.hits.push({ ...name, to, kind: 'phrase', signal: 'campaign' });
  }
}

export function findOwnVoices(scan: Scan): void {
  const { ownVoiceEntry, moneyOfferEntry } = scan.rules;
  const named = scan.hits.filter(
    (hit) =>
      hit.kind === 'slogan' ||
      (hit.kind === 'number' && !hit.ambiguous) ||
      (isName(hit) && (!hit.ambiguous || hit.to - hit.from > 1)),
  );
  const strong = phraseEnds(scan.hits, (signal) => signal === 'campaign');
  const any = phraseEnds(scan.hits, () => true);
  for (const { from, to, kind, signal } of findVoices(scan.plain, namesWithLeads(scan.plain, named))) {
    // A phrase of a pack inside says as much, and its pack says where it comes from.
    if (holds(signal === 'supporting' ? any : strong, from, to)) continue;
    const entry = kind === 'own-voice' ? ownVoiceEntry : moneyOfferEntry;
    if (entry)
      scan.hits.push({
        from,
        to,
        entry,
        kind: 'phrase',
        signal,
        ambiguous: false,
        rule: 'exact',
      });
  }
}

/** By first token, the end (exclusive) of the shortest phrase that opens there and stands outside of names. */
function phraseEnds(hits: readonly Hit[], test: (signal: Signal) => boolean): ReadonlyMap<number, number> {
  const named = new Set(hits.filter(isName).flatMap(({ from, to }) => [from, to - 1]));
  const ends = new Map<number, number>();
  for (const { kind, signal, from, to } of hits) {
    if (kind === 'phrase' && test(signal) && !named.has(from))
      ends.set(from, Math.min(to, ends.get(from) ?? to));
  }
  return ends;
}

function holds(ends: ReadonlyMap<number, number>, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if ((ends.get(at) ?? to + 1) <= to) return true;
  return false;
}
