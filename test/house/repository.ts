import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** Paths of the files below a folder of the repository, relative to the root, `/` between the parts, sorted. */
export function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Path -> text of every file below a folder. */
export function readFiles(folder: string, ending: RegExp): Map<string, string> {
  return new Map(filesBelow(folder, ending).map((path) => [path, readText(path)]));
}

/**
 * Builds into a folder of its own, because the tests of this folder must not read a stale `dist` nor replace the one
 * that the browser tests are running. The caller removes the folder.
 */
export function buildAside(environment: Readonly<Record<string, string>> = {}): string {
  const out = mkdtempSync(join(tmpdir(), 'jaga-netral-build-'));
  execFileSync(process.execPath, ['build.mjs', `--out=${out}`], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return out;
}
