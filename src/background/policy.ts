import { readPolicy } from '../core/settings/policy.ts';
import { browser } from '../shared/browser.ts';
import { readStored, type StoredPolicy, writeStored } from '../shared/storage.ts';
import { alone } from './gate.ts';
import { limitsChanged } from './log/log-limits.ts';
import type { LogStore } from './log/log-store.ts';
import { publish } from './publish.ts';
import { isSameJson } from './same-json.ts';

/** Name of the alarm for the last look after an empty answer. */
export const POLICY_ALARM = 'policy';
/** An alarm of an earlier session of the browser goes off at its start, when the policy may still be on its way. */
const OVERDUE_MS = 30_000;
/** Pauses before the looks that follow an empty answer: Chromium gave the values of a forced install after 3 to 8 s. */
const PAUSES_MS = [300, 700, 1_000, 2_000, 4_000, 8_000];

/**
 * What the managed storage answers. `empty`: nothing is set, or not yet, which Chromium does not tell apart. `none`:
 * nothing is set in Firefox, which knows from its start.
 */
type Answer =
  | { readonly is: 'set'; readonly values: unknown }
  | { readonly is: 'empty' | 'none' | 'unreadable' };

/** Whether an empty answer takes back what was set: by itself it may be a policy that is late. */
export type Emptiness = 'doubted' | 'believed';

let asked = 0;
let taken = 0;

/**
 * Copies what the agency set into storage.local, where everything else reads it: at start nothing may wait for the
 * managed storage, which can be slow, come late or not exist. The answer is whether it changed; `now` in milliseconds
 * since the epoch.
 */
export async function refreshPolicy(emptiness: Emptiness = 'doubted', now = Date.now()): Promise<boolean> {
  return (await refresh(emptiness, now)).changed;
}

/** Refreshes the policy and lets it take effect: on the rules, and on what is kept already. */
export async function takePolicy(
  log: Pick<LogStore, 'applyLevel'>,
  emptiness: Emptiness = 'doubted',
): Promise<void> {
  await take(log, emptiness);
}

/**
 * After an installation or a start of the browser: the policy may come later, and the browser may not tell. Looks again
 * for about 16 s, and once more by an alarm after a minute.
 */
export async function awaitPolicy(log: Pick<LogStore, 'applyLevel'>): Promise<void> {
  for (const pause of PAUSES_MS) {
    const { is } = await take(log, 'doubted');
    if (is === 'set' || is === 'none') return;
    await lookLater();
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  await take(log, 'doubted');
}

/** By the alarm: an answer that is still empty is believed, unless the alarm is left from another session. */
export function takePolicyAtLast(
  log: Pick<LogStore, 'applyLevel'>,
  alarm: { readonly scheduledTime: number },
  now: number,
): Promise<void> {
  return takePolicy(log, now - alarm.scheduledTime > OVERDUE_MS ? 'doubted' : 'believed');
}

async function take(log: Pick<LogStore, 'applyLevel'>, emptiness: Emptiness): Promise<Answer> {
  const { changed, answer } = await refresh(emptiness, Date.now());
  if (changed) {
    await publish();
    await log.applyLevel();
  }
  return answer;
}

async function refresh(
  emptiness: Emptiness,
  now: number,
): Promise<{ readonly changed: boolean; readonly answer: Answer }> {
  asked += 1;
  const turn = asked;
  const answer = await readManaged();
  const changed = await alone(async () => {
    // A slow answer says less than one that was asked for later.
    if (turn < taken) return false;
    taken = turn;
    const isWritten = await settle(answer, emptiness, now);
    // Within the gate: no row may come in by what held before.
    if (isWritten) limitsChanged();
    return isWritten;
  });
  return { changed, answer };
}

/** What follows from an answer of the browser. Whether anything was written. */
async function settle(answer: Answer, emptiness: Emptiness, now: number): Promise<boolean> {
  // Unreadable is not the same as taken back: what was set stays.
  if (answer.is === 'unreadable') return false;
  const { policy: known } = await readStored('policy');
  if (answer.is === 'set') return keep(readPolicy(answer.values), known, now);
  if (known === undefined) return false;
  if (answer.is === 'empty' && emptiness === 'doubted') {
    await lookLater();
    return false;
  }
  await browser.storage.local.remove('policy');
  return true;
}

/** Whether it was written: every write wakes every open tab. */
async function keep(
  read: Omit<StoredPolicy, 'received'>,
  known: StoredPolicy | undefined,
  now: number,
): Promise<boolean> {
  const isKnown = ({ policy, faults }: typeof read) =>
    known !== undefined && isSameJson({ policy: known.policy, faults: known.faults }, { policy, faults });
  if (isKnown(read)) return false;
  try {
    await writeStored({ policy: { ...read, received: now } });
    return true;
  } catch (error) {
    const { packSources, ...rest } = read.policy;
    if (!packSources) throw error;
    // Embedded lists can fill the storage; what an agency lowers must not be lost with them.
    const small = {
      policy: rest,
      faults: [...read.faults, { key: 'packSources', reason: 'space' } as const],
    };
    if (isKnown(small)) return false;
    await writeStored({ policy: { ...small, received: now } });
    return true;
  }
}

/** The alarm outlives the worker. It is not put off by those who ask again meanwhile. */
async function lookLater(): Promise<void> {
  if (await browser.alarms.get(POLICY_ALARM)) return;
  await browser.alarms.create(POLICY_ALARM, { delayInMinutes: 1 });
}

async function readManaged(): Promise<Answer> {
  try {
    const values: unknown = await browser.storage.managed.get(null);
    const isEmpty = typeof values === 'object' && values !== null && Object.keys(values).length === 0;
    if (!isEmpty) return { is: 'set', values };
    return { is: browser.runtime.getURL('').startsWith('moz-extension:') ? 'none' : 'empty' };
  } catch (error) {
    // Measured words of Firefox where no policy names the extension.
    const isNone = /manifest not found/i.test(error instanceof Error ? error.message : '');
    return { is: isNone ? 'none' : 'unreadable' };
  }
}
