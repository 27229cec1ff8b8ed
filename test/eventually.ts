import { vi } from 'vitest';
import { PATIENCE_MS } from './patience.ts';

/** Tries until nothing is thrown. `vi.waitFor` gives up after a second, which a busy machine may take for anything. */
export const eventually = <Result>(attempt: () => Result | Promise<Result>): Promise<Result> =>
  vi.waitFor(attempt, { timeout: PATIENCE_MS });
