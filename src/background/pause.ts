import { browser } from '../shared/browser.ts';
import { writeStored } from '../shared/storage.ts';
import { alone } from './gate.ts';

/** Until when all sites pass everything, milliseconds since the epoch; undefined ends a pause. */
export function setPause(until: number | undefined): Promise<void> {
  // A wipe of storage.local at the same time would bring an ended pause back, or lose a new one.
  return alone(() =>
    until === undefined ? browser.storage.local.remove('pause') : writeStored({ pause: { until } }),
  );
}
