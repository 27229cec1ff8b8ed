import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Pack, parsePack } from '../core/pack.ts';
import { readText } from './files.ts';
import { findPackageRoot } from './package-root.ts';
import { CommandFault } from './speech.ts';

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
 * Where a pack lies that is named by its file or by the id of one that is built in.
 *
 * @throws UsageError for a word that is no such id and does not look like a file
 */
export function packPath(name: string): string {
  const known = builtInPackIds();
  if (known.includes(name)) return join(rulesFolder(), `${name}.json`);
  if (!/[./\\]/.test(name) && !existsSync(name))
    throw new CommandFault('pack.unknown', { name, known: known.join(', ') });
  return name;
}

/** A pack by its file or built-in id. @throws UsageError with every problem of the file */
export function loadPack(name: string): Pack {
  const path = packPath(name);
  const result = parsePack(readText(path));
  if (result.ok) return result.pack;
  const problems = result.problems.map((problem) => `  ${problem}`).join('\n');
  throw new CommandFault('pack.invalid', { name: path, problems });
}

/**
 * Packs by file or built-in id; none named means every built-in pack. Naming one twice is the same as once.
 *
 * @throws UsageError that names the file and the place in it
 */
export function loadPacks(names: readonly string[]): Pack[] {
  const paths = (names.length > 0 ? names : builtInPackIds()).map((name) => resolve(packPath(name)));
  return [...new Set(paths)].map(loadPack);
}
