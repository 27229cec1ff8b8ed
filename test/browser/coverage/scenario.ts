import type { SiteId } from '../../../src/core/types.ts';
import type { Activity, ActivityPath } from '../../../src/sites/coverage.ts';
import type { Surface } from '../../../src/sites/surface.ts';
import type { Tab } from '../driver/driver.ts';

/** How a person does one activity, on one surface, by one path, on a fixture of the site. */
export interface CoverageScenario {
  readonly site: SiteId;
  readonly activity: Activity;
  readonly surface: Surface;
  readonly path: ActivityPath;
  /** Address of the fixture on a true host name. Scenarios of one address run in one tab, which loads it anew. */
  readonly address: string;
  /** Everything before the event that commits, then that event. `rain` is an ordinary post, account or group. */
  perform(tab: Tab, post: 'campaign' | 'rain'): Promise<void>;
  /**
   * What the page pushes to `window.performed` when the campaign one is performed, in the words of the fixture; for
   * `rain` the same with `rain` in place of `campaign`.
   */
  readonly expected: { readonly action: string; readonly post: string | null };
}

/** One covered cell and path, as the matrix and the scenarios name it alike. */
export function cellOf({
  site,
  activity,
  surface,
  path,
}: Pick<CoverageScenario, 'site' | 'activity' | 'surface' | 'path'>): string {
  return `${site}: ${activity}, ${surface}, ${path}`;
}
