import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Pack, parsePack } from '../core/pack/pack.ts';
import { formIssue } from '../core/pack-lint/pack-lint-form.ts';
import type { LintIssue } from '../core/pack-lint/pack-lint-issue.ts';
import { readText } from './files.ts';
import { UsageError } from './io.ts';
import { issueLines } from './pack/issue-lines.ts';
import { wordsOf } from './pack/pack-words.ts';
import { findPackageRoot } from './package-root.ts';
import { CommandFault, type CommandLanguage, type Speech } from './speech.ts';

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

/** A file that is no pack. Its problems are said as `pack lint` says them. */
class InvalidPack extends CommandFault {
  readonly path: string;
  readonly json: string;
  readonly issues: readonly LintIssue[];
  constructor(path: string, json: string, issues: readonly LintIssue[]) {
    super('pack.invalid', { name: path, problems: problemsIn('en', json, issues) });
    this.path = path;
    this.json = json;
    this.issues = issues;
  }

  override in(speech: Speech): UsageError {
    const problems = problemsIn(speech.language, this.json, this.issues);
    return new UsageError(speech.say('pack.invalid', { name: this.path, problems }));
  }
}

function problemsIn(language: CommandLanguage, json: string, issues: readonly LintIssue[]): string {
  const words = wordsOf(language);
  return issues
    .map((issue) => issueLines(issue, words, { json }))
    .join('')
    .trimEnd();
}

/** A pack by its file or built-in id. @throws UsageError with every problem of the file */
export function loadPack(name: string): Pack {
  const path = packPath(name);
  const json = readText(path);
  const result = parsePack(json);
  if (result.ok) return result.pack;
  throw new InvalidPack(path, json, result.problems.map(formIssue));
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
