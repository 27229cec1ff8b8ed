import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { EXIT_INVALID, type Io, type Line, readLines, UsageError, write } from '../../src/cli/io.ts';
import { loadPacks } from '../../src/cli/packs.ts';
import { compile } from '../../src/core/compile/compile.ts';
import { match } from '../../src/core/matching/match.ts';
import { createRuleIndex } from '../../src/core/matching/rule-index.ts';
import type { Content } from '../../src/core/types.ts';
import { addMatch, createTally, report } from './rates.ts';

const USAGE = 'usage: npm run evaluate -- FILE... [--pack NAME]... [--top N]';
const TOP = 30;

interface Options {
  readonly files: readonly string[];
  readonly packs: readonly string[];
  readonly top: number;
}

function readOptions(args: readonly string[]): Options {
  const { values, positionals } = (() => {
    try {
      return parseArgs({
        args: [...args],
        options: { pack: { type: 'string', multiple: true }, top: { type: 'string' } },
        allowPositionals: true,
      });
    } catch (error) {
      throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    }
  })();
  if (positionals.length === 0) throw new UsageError(USAGE);
  const top = values.top === undefined ? TOP : Number(values.top);
  if (!Number.isInteger(top) || top < 0) throw new UsageError(`--top must be a whole number\n${USAGE}`);
  return { files: positionals, packs: values.pack ?? [], top };
}

interface Labelled {
  readonly content: Content;
  readonly label: string | undefined;
}

/** A line as content and label, or what is wrong with it. */
function readText({ text: json, tooLong }: Line): Labelled | string {
  if (tooLong) return 'is too long';
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return 'is not valid JSON';
  }
  if (typeof value !== 'object' || value === null) return 'must be a JSON object';
  const { text, own, author, alts, level, label } = value as Record<string, unknown>;
  if (typeof text !== 'string') return '"text" must be a string';
  const optional = (part: unknown) => (typeof part === 'string' ? part : undefined);
  const list = Array.isArray(alts) ? alts.filter((alt): alt is string => typeof alt === 'string') : undefined;
  const name = label ?? level;
  return {
    content: { text, own: optional(own), author: optional(author), alts: list },
    label: name === undefined || name === null ? undefined : String(name),
  };
}

/**
 * Reads the files line by line and prints the report. Resolves to the exit code.
 *
 * @throws UsageError when the arguments or a file cannot be read.
 */
export async function evaluate(args: readonly string[], io: Io): Promise<number> {
  const { files, packs, top } = readOptions(args);
  const rules = createRuleIndex(compile(loadPacks(packs)));
  const tally = createTally();
  let invalid = 0;
  for (const file of files) {
    try {
      for await (const line of readLines(file === '-' ? io.stdin : createReadStream(file))) {
        if (line.text.trim() === '' && !line.tooLong) continue;
        const read = readText(line);
        if (typeof read === 'string') {
          invalid += 1;
          await write(io.stderr, `${file}:${line.number}: ${read}\n`);
        } else
          addMatch(
            tally,
            read.label,
            match(read.content, rules, () => true),
          );
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      throw new UsageError(`${file} cannot be read: ${error.message}`);
    }
  }
  await write(io.stdout, report(tally, top));
  return invalid > 0 ? EXIT_INVALID : 0;
}
