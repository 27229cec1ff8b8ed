import { defineConfig } from 'vitest/config';
import { summaryReporter } from './summary-reporter.ts';

/** One project per kind of test; `vitest run --project unit` runs one of them. */
// biome-ignore lint/style/noDefaultExport: vitest reads the default export and nothing else.
export default defineConfig({
  test: {
    reporters: ['default', summaryReporter()],
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], environment: 'node' } },
      { test: { name: 'dom', include: ['test/dom/**/*.test.ts'], environment: 'jsdom' } },
      {
        test: {
          name: 'house',
          include: ['test/house/**/*.test.ts'],
          environment: 'node',
          // These build and compile in processes of their own, which a busy machine makes slow.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.spec.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 90_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
