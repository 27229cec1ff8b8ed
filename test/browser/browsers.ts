import { IS_FULL } from '../extent.ts';
import { startChromium } from './driver/chromium.ts';
import { startFirefox } from './driver/firefox.ts';

const BROWSERS = {
  Chromium: startChromium,
  Firefox: startFirefox,
} as const;
type BrowserName = keyof typeof BROWSERS;

/**
 * Browsers that a page of ours is walked in: both when all is asked for, else `first`, since two cores have a quarter of an
 * hour. What happens on the sites is tested in both each time, or in turns (`lanes.ts`).
 */
export function browsersFor(
  first: BrowserName,
): readonly (readonly [BrowserName, (typeof BROWSERS)[BrowserName]])[] {
  const names: readonly BrowserName[] = IS_FULL ? ['Chromium', 'Firefox'] : [first];
  return names.map((name) => [name, BROWSERS[name]] as const);
}
