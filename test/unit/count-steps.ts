import { Session } from 'node:inspector';

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

export interface StepCounter {
  /** How many blocks of code in `src/core` the task runs. */
  count(task: () => unknown): number;
  end(): void;
}

/**
 * The engine's own counters of executed blocks, so that work is counted and never timed. Only code that is loaded
 * after this call is counted rightly: import it dynamically. Work inside built-in functions is not seen.
 */
export function startCounting(): StepCounter {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const take = () => {
    let steps = 0;
    session.post('Profiler.takePreciseCoverage', (error, coverage) => {
      if (error) throw error;
      for (const { url, functions } of (coverage as Coverage).result) {
        if (!url.includes('/src/core/')) continue;
        for (const { ranges } of functions) for (const { count } of ranges) steps += count;
      }
    });
    return steps;
  };
  return {
    count: (task) => {
      take();
      task();
      return take();
    },
    end: () => session.disconnect(),
  };
}
