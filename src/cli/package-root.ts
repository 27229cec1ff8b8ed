import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface PackageRoot {
  readonly folder: string;
  readonly version: string;
}

/**
 * The folder of this package, found upwards from the running file: the sources run from `src/cli`, the bundle from
 * `dist/cli`, and both work from any current folder.
 */
export function findPackageRoot(from: string = fileURLToPath(import.meta.url)): PackageRoot {
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    const version = versionIn(folder);
    if (version !== undefined) return { folder, version };
    if (folder === dirname(folder)) throw new Error(`no package.json of jaga-netral above ${from}`);
  }
}

function versionIn(folder: string): string | undefined {
  try {
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return name === 'jaga-netral' ? String(version) : undefined;
  } catch {
    return undefined;
  }
}
