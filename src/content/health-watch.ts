import type { TabHealth } from '../shared/messages.ts';
import { healthOf } from '../sites/health.ts';
import type { Site } from '../sites/site.ts';

/** After the load of the page, and before a look that found too little is repeated. */
const SOON_MS = 5_000;
/** With the wait above: what is wrong is said within 30 s. */
const EVERY_MS = 15_000;
/** A busy page delays a look by this much at most. */
const IDLE_MS = 2_000;

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

/** A look at the page; an adapter that throws does not understand it. */
function lookAt(site: Site): Look {
  try {
    const { page, watched, unknown, unknownControls } = healthOf(site, document);
    return { page, watched, unknown, unknownControls, isBad: unknown.length > 0 || page !== 'understood' };
  } catch {
    return { page: 'unknown-page', watched: [], unknown: [], unknownControls: 0, isBad: true };
  }
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

  function look(): void {
    if (!isWanted() || document.visibilityState !== 'visible') return;
    const isElsewhere = address !== location.href;
    const now = `${location.href} ${document.getElementsByTagName('*').length}`;
    if (now === seen && !wasBad) return;
    seen = now;
    address = location.href;
    const { isBad, ...found } = lookAt(site);
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
          look();
          next(wasBad ? SOON_MS : EVERY_MS);
        },
        { timeout: IDLE_MS },
      );
    }, milliseconds);
  }

  if (document.readyState === 'complete') next(SOON_MS);
  else addEventListener('load', () => next(SOON_MS), { once: true, signal });
}
