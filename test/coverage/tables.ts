import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SITE_IDS } from '../../src/core/types.ts';
import type { SiteCoverage } from '../../src/sites/coverage.ts';
import { type CoverageScenario, cellOf } from '../browser/coverage/scenario.ts';

const root = join(import.meta.dirname, '../..');

/** Values that a module of one site exports, [] where the site has no such file. */
async function exportsOf(path: string): Promise<unknown[]> {
  const file = join(root, path);
  return existsSync(file) ? Object.values(await import(pathToFileURL(file).href)) : [];
}

function isTable(value: unknown): value is SiteCoverage {
  return typeof value === 'object' && value !== null && 'lines' in value && 'site' in value;
}

/** The matrix of each site, from `src/sites/<site>/<site>.coverage.ts`. */
export async function coverageTables(): Promise<readonly SiteCoverage[]> {
  const all = await Promise.all(SITE_IDS.map((site) => exportsOf(`src/sites/${site}/${site}.coverage.ts`)));
  return all.flat().filter(isTable);
}

/** The scenarios of each site: every list that `test/browser/coverage/<site>.ts` exports. */
export async function coverageScenarios(): Promise<readonly CoverageScenario[]> {
  const all = await Promise.all(SITE_IDS.map((site) => exportsOf(`test/browser/coverage/${site}.ts`)));
  return all.flat().filter(Array.isArray).flat() as CoverageScenario[];
}

/** Every covered cell and path of a table, in the words of `cellOf`. */
export function coveredCells({ site, lines }: SiteCoverage): string[] {
  return lines.flatMap(({ activity, covered }) =>
    Object.entries(covered).flatMap(([surface, paths]) =>
      paths.map((path) => cellOf({ site, activity, surface: surface as keyof typeof covered, path })),
    ),
  );
}
