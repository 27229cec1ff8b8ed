import { momentOfLook, pauseBefore } from '../../core/pack/check-times.ts';
import type { Pack } from '../../core/pack/pack.ts';
import { EMBEDDED } from '../../core/pack/pack-source.ts';
import { browser } from '../../shared/browser.ts';
import { mayFetchFrom } from '../../shared/permissions.ts';
import { together } from '../gate.ts';
import { publish } from '../publish.ts';
import { tellSourcesChanged } from '../tell-pages.ts';
import { builtIn } from './built-in.ts';
import { fetchPack, isFetchable } from './fetch-pack.ts';
import { mendStored } from './last-good.ts';
import { putRecord, readFile, readRecord } from './pack-database.ts';
import { type ConfiguredSource, configuredSources } from './pack-sources.ts';
import { readSignedPacks, type Taken, takeFile } from './signed-packs.ts';
import { usablePacks } from './usable-packs.ts';

export const CHECK_ALARM = 'pack-check';
/** Should the worker be killed while it looks, the alarm wakes the next one. */
const RETRY_MS = 15 * 60_000;

/** Looks never run side by side: two could take the same slot. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Looks for newer releases of what is due, or of all sources. Never rejects for a source: what went wrong stands in its
 * record, and what was active stays.
 *
 * @param now milliseconds since the epoch
 * @param which a set of ids: these, and what is due
 */
export function checkSources(
  now: () => number,
  which: 'due' | 'all' | ReadonlySet<string> = 'due',
): Promise<void> {
  return inTurn(async () => {
    const sources = await configuredSources();
    // What a policy states anew, or takes away, is news too.
    let isNews = which !== 'due';
    let changed = false;
    let next = Number.POSITIVE_INFINITY;
    for (const source of sources) {
      const isAsked = which === 'all' || (which !== 'due' && which.has(source.packId));
      if (isAsked || (await isTimeFor(source, now()))) {
        await browser.alarms.create(CHECK_ALARM, { when: now() + RETRY_MS });
        changed = (await check(source, now)) || changed;
        isNews = true;
      }
      next = Math.min(next, (await readRecord(source.packId)).next);
    }
    if (sources.length === 0) await browser.alarms.clear(CHECK_ALARM);
    else await browser.alarms.create(CHECK_ALARM, { when: Math.max(next, now()) });
    if (changed) await publish();
    if (isNews) tellSourcesChanged();
  });
}

/** The person looked at a held release and wants it; false when it is no longer there. */
export function acceptHeld(packId: string, hash: string, now: () => number): Promise<boolean> {
  return inTurn(async () => {
    const source = (await configuredSources()).find((one) => one.packId === packId);
    const record = await readRecord(packId);
    const file = await readFile(packId, 'held');
    if (!source || !file || record.held?.signed.hash !== hash) return false;
    const { changed } = await together(async () =>
      takeFile(source, file, await othersThan(source), now(), hash),
    );
    if (changed) await publish();
    return changed;
  });
}

/** The person saw that two releases have one number; `hash` is that of the refused one. It stays in the history. */
export function noteEquivocationSeen(packId: string, hash: string): Promise<boolean> {
  return inTurn(() =>
    together(async () => {
      const record = await readRecord(packId);
      if (!record.equivocations.some(({ refused }) => refused === hash)) return false;
      const equivocations = record.equivocations.map((one) =>
        one.refused === hash ? { ...one, seen: true } : one,
      );
      await putRecord({ ...record, equivocations });
      return true;
    }),
  );
}

/** Remembers when to look where that was put off. */
function isTimeFor({ packId, url }: ConfiguredSource, now: number): Promise<boolean> {
  return together(async () => {
    const record = await readRecord(packId);
    // Nobody is asked for what the policy holds itself.
    const next = momentOfLook(record.next, now, url.startsWith(EMBEDDED) ? 0 : Math.random());
    if (next <= now) return true;
    if (next !== record.next) await putRecord({ ...record, next });
    return false;
  });
}

async function check(source: ConfiguredSource, now: () => number): Promise<boolean> {
  const { url } = source;
  // What is no address has no host that a person could allow.
  const isAllowed = url.startsWith(EMBEDDED) || !isFetchable(url) || (await mayFetchFrom(url));
  const file = isAllowed ? await fetchPack(url) : undefined;
  return together(async () => {
    await mendStored(source.packId, now());
    const taken: Taken = file
      ? await takeFile(source, file, await othersThan(source), now()).catch(
          (): Taken => ({ result: 'failed', details: [], changed: false }),
        )
      : { result: isAllowed ? 'unreachable' : 'no-access', details: [], changed: false };
    await noteCheck(source, taken, now());
    return taken.changed;
  });
}

async function noteCheck(source: ConfiguredSource, { result, details }: Taken, time: number): Promise<void> {
  const record = await readRecord(source.packId);
  // A host that answers is asked again the next day, whatever came: the recovery of a stolen key must not wait for a week.
  const isAnswered = !['unreachable', 'no-access', 'no-room', 'failed'].includes(result);
  const failures = isAnswered ? 0 : record.failures + 1;
  await putRecord({
    ...record,
    check: { time, result, details },
    failures,
    next: time + pauseBefore(failures, Math.random()),
  });
}

/** What a new release must stand beside. */
async function othersThan({ packId }: ConfiguredSource): Promise<readonly Pack[]> {
  const signed = (await readSignedPacks()).filter(({ source }) => source.packId !== packId);
  return [...usablePacks(builtIn), ...signed.map(({ release }) => release.pack)];
}

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const task = turn.then(work);
  turn = task.catch(() => undefined);
  return task;
}
