import type { Reporter, TestModule } from 'vitest/node';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Counts single tests; a file that failed to load, a broken hook and an error outside any test count as one failure
 * each, because a run with one of them must not read as passed.
 */
export function countTests(modules: readonly TestModule[], unhandledErrors: number): Counts {
  const counts: Counts = { passed: 0, failed: unhandledErrors, skipped: 0 };
  for (const module of modules) {
    counts.failed += module.errors().length;
    for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      // A test that never ran (its file or hook broke, or the run was cut off) has not passed.
      if (state === 'pending') counts.failed += 1;
      else counts[state] += 1;
    }
  }
  return counts;
}

/** `N passed, N failed` and, only if there are any, `, N skipped`. */
export function summaryLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Prints the counts in one plain last line, for a CI that reads lines; at exit, after every other reporter. */
export function summaryReporter(): Reporter {
  let line = summaryLine({ passed: 0, failed: 1, skipped: 0 });
  process.once('exit', () => console.log(line));
  return {
    onTestRunEnd(modules, unhandledErrors) {
      line = summaryLine(countTests(modules, unhandledErrors.length));
    },
  };
}
