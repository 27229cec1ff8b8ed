import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
/** They replace modules or load them anew, begin with a browser that is a fake and that modules hold on to, or count steps. */
const HAS_OWN_MODULES = /\bvi\.(mock|doMock|resetModules)\(|\/(fake-browser|count-steps)\.ts'/;

/**
 * Test files of a folder that must have modules and globals of their own, as paths from the root of the repository. The others
 * share theirs with all files of their worker: importing everything and compiling the packs took a third of the work.
 */
export function filesAlone(folder: string): string[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`)
    .filter((path) => HAS_OWN_MODULES.test(readFileSync(join(ROOT, path), 'utf8')));
}
