import { vi } from 'vitest';
import { fakeBrowser } from './fake-browser.ts';

/** `once`: one call fails. `dead`: every call after it as well, as when the worker is killed there. */
export type FaultMode = 'once' | 'dead';
export const FAULT_MODES: readonly FaultMode[] = ['once', 'dead'];

export interface Faults {
  /** Storage calls so far. */
  calls(): number;
  end(): void;
}

/** Makes the storage calls of the background fail from the `nth` on (counted from 1), each kind as a browser does it. */
export function failAt(nth: number, mode: FaultMode): Faults {
  let count = 0;
  const spies: { mockRestore(): void }[] = [];
  const isFailing = () => {
    count += 1;
    return mode === 'once' ? count === nth : count >= nth;
  };

  for (const area of [fakeBrowser.storage.local, fakeBrowser.storage.session]) {
    for (const name of ['get', 'set', 'remove', 'clear'] as const) {
      const real = area[name].bind(area) as (...parameters: unknown[]) => Promise<never>;
      const failing = (...parameters: unknown[]) =>
        isFailing() ? Promise.reject(new Error('storage failed')) : real(...parameters);
      spies.push(vi.spyOn(area, name).mockImplementation(failing as never));
    }
  }
  for (const name of ['open', 'deleteDatabase'] as const) {
    const real = indexedDB[name].bind(indexedDB) as (...parameters: unknown[]) => never;
    const failing = (...parameters: unknown[]) => {
      if (isFailing()) throw new DOMException('no', 'UnknownError');
      return real(...parameters);
    };
    spies.push(vi.spyOn(indexedDB, name).mockImplementation(failing as never));
  }
  for (const name of ['put', 'delete', 'clear'] as const) {
    const real = IDBObjectStore.prototype[name] as (...parameters: unknown[]) => never;
    const failing = function (this: IDBObjectStore, ...parameters: unknown[]) {
      if (!isFailing()) return real.apply(this, parameters);
      this.transaction.abort();
      throw new DOMException('aborted', 'AbortError');
    };
    spies.push(vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(failing as never));
  }
  return {
    calls: () => count,
    end: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
}
