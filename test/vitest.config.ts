import { defineConfig } from 'vitest/config';
import { FileOrder } from './file-order.ts';
import { filesAlone } from './files-alone.ts';
import { PATIENCE_MS } from './patience.ts';
import { summaryReporter } from './summary-reporter.ts';

/** A time limit only ends what hangs; a busy machine with two cores may take twenty times as long as an idle one. */
const patient = {
  testTimeout: 180_000,
  hookTimeout: 180_000,
  // The default is one second, which a busy machine may take for anything.
  expect: { poll: { timeout: PATIENCE_MS } },
};

/** One project per kind of test; `vitest run --project house` runs one of them, `--project 'unit*'` and
 * `--project 'dom*'` all of a folder. */
// biome-ignore lint/style/noDefaultExport: vitest reads the default export and nothing else.
export default defineConfig({
  test: {
    reporters: ['default', summaryReporter()],
    // Two cores: a browser test waits more than it works, and the others fill the time.
    maxWorkers: 3,
    // A fresh clone knows no times of earlier runs, and browsers that files share are to be open for a short time.
    sequence: { sequencer: FileOrder },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          exclude: filesAlone('test/unit'),
          environment: 'node',
          // Modules, packs and the lexicon are made once for all files of a worker.
          isolate: false,
          ...patient,
        },
      },
      { test: { name: 'unit-alone', include: filesAlone('test/unit'), environment: 'node', ...patient } },
      {
        test: {
          name: 'dom',
          include: ['test/dom/**/*.test.ts'],
          exclude: filesAlone('test/dom'),
          environment: 'jsdom',
          isolate: false,
          ...patient,
        },
      },
      { test: { name: 'dom-alone', include: filesAlone('test/dom'), environment: 'jsdom', ...patient } },
      {
        test: {
          name: 'house',
          include: ['test/house/**/*.test.ts'],
          globalSetup: ['test/house/build-once.ts'],
          environment: 'node',
          ...patient,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.spec.ts'],
          globalSetup: ['test/browser/prepare.ts'],
          environment: 'node',
          // A worker takes the browsers of one file over into the next one: see `lanes.ts`.
          isolate: false,
          ...patient,
        },
      },
    ],
  },
});
