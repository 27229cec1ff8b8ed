import type { TabHealth } from '../shared/messages.ts';
import { type Health, healthInSteps } from '../sites/health.ts';
import { inOneMoment } from '../sites/moment.ts';
import type { Site } from '../sites/site.ts';
import type { Steps } from '../sites/steps.ts';

/** After the load of the page, and before a look that found too little is repeated. */
const SOON_MS = 5_000;
/** With the wait above: what is wrong is said within 30 s. */
const EVERY_MS = 15_000;
/** A busy page delays a look by this much at most. */
const IDLE_MS = 2_000;
/** A task ends with its idle time, or after so long; a busy page may put so much between two of them. */
const TASK_MS = 5;
const BETWEEN_MS = 25;

type Look = TabHealth & { readonly isBad: boolean };

interface Parts {
  readonly site: Site;
  /** False ends the watch: the extension behind this script is gone. */
  readonly isAlive: () => boolean;
  /** False while there is nothing to look after, for example on a site that is switched off. */
  readonly isWanted: () => boolean;
  /** Called when what the popup and the badge show has changed. */
  readonly report: (health: TabHealth) => void;
  readonly signal: AbortSignal;
}

/** Looks at the page, in tasks that nobody feels; an adapter that throws does not understand it. */
async function lookAt(site: Site): Promise<Look> {
  try {
    const steps = healthInSteps(site, document);
    for (;;) {
      // Also before the first step: what asked for this look has gone over the page already.
      const idle = await new Promise<IdleDeadline>((resolve) =>
        requestIdleCallback(resolve, { timeout: BETWEEN_MS }),
      );
      const step = stepsOfTask(steps, idle);
      if (step.done === true) {
        const { page, watched, unknown, unknownControls } = step.value;
        const isBad = unknown.length > 0 || page !== 'understood';
        return { page, watched, unknown, unknownControls, isBad };
      }
    }
  } catch {
    return { page: 'unknown-page', watched: [], unknown: [], unknownControls: 0, isBad: true };
  }
}

/** At least one step, since a page that is always busy must be looked at too. */
function stepsOfTask(steps: Steps<Health>, idle: IdleDeadline): IteratorResult<void, Health> {
  const begin = performance.now();
  const hasTime = () => performance.now() - begin < TASK_MS && (idle.didTimeout || idle.timeRemaining() > 0);
  return inOneMoment(() => {
    let step = steps.next();
    while (step.done !== true && hasTime()) step = steps.next();
    return step;
  });
}

/**
 * Looks now and then, at idle and without observers, whether the page is understood. A page is only called unknown
 * after two such looks in a row at one address, because a page that loads is no alarm.
 */
export function watchHealth({ site, isAlive, isWanted, report, signal }: Parts): void {
  let seen = '';
  let address = '';
  let wasBad = false;
  let reported = '';
  let watched: TabHealth['watched'] = [];

  async function look(): Promise<void> {
    if (!isWanted() || document.visibilityState !== 'visible') return;
    const isElsewhere = address !== location.href;
    const now = `${location.href} ${document.getElementsByTagName('*').length}`;
    if (now === seen && !wasBad) return;
    seen = now;
    address = location.href;
    const { isBad, ...found } = await lookAt(site);
    // The page went elsewhere meanwhile: what was seen is half of each.
    if (location.href !== address) {
      address = '';
      return;
    }
    if (signal.aborted) return;
    // A virtual list drops what was scrolled away: what was found at this address stays found.
    watched = isElsewhere ? found.watched : [...new Set([...watched, ...found.watched])];
    const isCertain = isBad && wasBad && !isElsewhere;
    wasBad = isBad;
    // The second look decides; until then the last word stands, at a new address that nothing is known against.
    if (isBad && !isCertain && !isElsewhere) return;
    const health: TabHealth = isBad && !isCertain ? { ...found, page: 'understood', unknown: [] } : found;
    tell({ ...health, watched: watched.filter((action) => !health.unknown.includes(action)) });
  }

  function tell(health: TabHealth): void {
    const text = JSON.stringify(health);
    if (text === reported) return;
    reported = text;
    report(health);
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  function next(milliseconds: number): void {
    timer = setTimeout(() => {
      requestIdleCallback(
        () => {
          if (signal.aborted || !isAlive()) return;
          look().finally(() => next(wasBad ? SOON_MS : EVERY_MS));
        },
        { timeout: IDLE_MS },
      );
    }, milliseconds);
  }

  if (document.readyState === 'complete') next(SOON_MS);
  else addEventListener('load', () => next(SOON_MS), { once: true, signal });
}
