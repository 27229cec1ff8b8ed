import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Pack, parsePack } from '../core/pack.ts';
import { reasonOf, UsageError } from './io.ts';
import { findPackageRoot } from './package-root.ts';

/** Public keys of publishers and the JSON Schema stand beside the packs and are no packs. */
const NOT_PACKS = new Set(['keys.json', 'pack.schema.json']);

function rulesFolder(): string {
  return join(findPackageRoot().folder, 'rules');
}

/** Ids of the packs in `rules/`, sorted. */
export function builtInPackIds(): string[] {
  return readdirSync(rulesFolder())
    .filter((name) => name.endsWith('.json') && !NOT_PACKS.has(name))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

/**
 * Packs by file path or built-in id; none named means every built-in pack. Naming one twice is the same as once.
 *
 * @throws UsageError that names the file and the place in it.
 */
export function loadPacks(names: readonly string[]): Pack[] {
  const known = builtInPackIds();
  const builtIn = (id: string) => join(rulesFolder(), `${id}.json`);
  const paths = (names.length > 0 ? names : known).map((name) =>
    known.includes(name) ? builtIn(name) : resolve(name),
  );
  return [...new Set(paths)].map((path) => {
    if (!existsSync(path)) {
      throw new UsageError(`no pack ${path}; built-in packs: ${known.join(', ')}`);
    }
    const result = parsePack(readText(path));
    if (result.ok) return result.pack;
    throw new UsageError(
      `pack ${path} is not valid:\n${result.problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
  });
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`pack ${path} cannot be read: ${reasonOf(error)}`);
  }
}
