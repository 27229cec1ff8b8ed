/**
 * `npm run evaluate -- FILE... [--pack NAME]... [--top N]`: what the matcher makes of somebody's own texts.
 *
 * A FILE is JSONL, `-` the standard input: `{"text", "own"?, "author"?, "alts"?, "level"?, "label"?}` a line. Every
 * contest counts as active. Texts stay on this machine and only counts and found words are printed.
 */
import { EXIT_INVALID, UsageError } from '../../src/cli/io.ts';
import { evaluate } from './evaluate.ts';

try {
  process.exitCode = await evaluate(process.argv.slice(2), process);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = EXIT_INVALID;
}
