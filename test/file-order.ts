import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Browser tests take longest and wait most, so that the others fill the time; the smallest ones come last. */
const PROJECTS: readonly string[] = ['browser', 'house', 'dom', 'dom-alone', 'unit-alone', 'unit'];

/**
 * Browsers that files take over (`browser/lanes.ts`) are started as late as can be and stay open until the worker has
 * another project; those with the witness come together, since a browser with it is another one.
 */
function placeOf({ project, moduleId }: TestSpecification): number {
  const text = readFileSync(moduleId, 'utf8');
  const shares = text.includes("'./lanes.ts'") ? 1 : 0;
  const isWitnessed = text.includes('witness: true') ? 1 : 0;
  // A worker goes on with files that ask for the same environment only.
  const bringsDocuments = text.includes('@vitest-environment node') ? 1 : 0;
  return PROJECTS.indexOf(project.name) * 10 + shares + isWitnessed + bringsDocuments;
}

/** Order of test files: by project and browsers, and within these as vitest has it, the longest or largest first. */
export class FileOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((one, other) => placeOf(one) - placeOf(other));
  }
}
