import { EXIT_INVALID, type Io, UsageError } from './io.ts';
import { findPackageRoot } from './package-root.ts';
import { builtInPackIds } from './packs.ts';

export type { Io } from './io.ts';

const help = (): string => `jaga-netral: the rules of Jaga Netral on the command line

Usage:
  jaga-netral match [--pack FILE|ID]... [--date YYYY-MM-DD | --any-stage] [--region NAME] [--explain] \\
                    < posts.jsonl > verdicts.jsonl
  jaga-netral inspect [--url URL] page.html|page.mhtml|report.json
  jaga-netral pack new|import|lint|test|diff|keys|sign|verify|recover|kit …   (jaga-netral pack --help)
  jaga-netral --help | --version

match    Reads one post per line, writes one verdict per line, in order.
  Input:   {"id","text","author"?,"alts"?:[],"own"?,"action"?}   other keys are ignored
  Output:  {"id","level":"none"|"hint"|"remind","findings":[{"entity","kind","text","start","end"}]}
           hint: an electoral subject is named. remind: there is a campaign cue, support or attack.
           start and end are UTF-16 offsets into "text". A finding in another field has "field" too (author, own,
           alts; alts with "index"), and its offsets count there. Level none has no findings.
  A line that is not valid (or empty) is named on stderr, gives "level":"error", and makes the exit code 2.
  --pack FILE|ID     rule pack, a file or a built-in id; repeatable. Default: all built-in packs
                     (${builtInPackIds().join(', ')})
  --date YYYY-MM-DD  only contests that are running on that day count. Default: every contest counts
  --any-stage        every contest counts, whatever the date; the default, said aloud
  --region NAME      only contests of this region, and national ones, count
  --explain          adds to each finding "title" (of the entry), "contest", "variant" (exact, stretched, digits,
                     numbered, affixed, spaced, joined, misspelt) and "signal" (campaign, subject, supporting)

inspect  Runs the site adapter on a saved page, or on a structure report that the popup copied, and prints what it
         finds as JSON.

Exit codes: 0 done, 1 internal fault, 2 wrong call or invalid input.
`;

/**
 * Runs one command line and resolves to its exit code. Never rejects: a fault is told on `io.stderr`.
 *
 * @param argv arguments without the names of Node and of the script
 */
export async function main(argv: readonly string[], io: Io = process): Promise<number> {
  const stopped = watchPipe(io);
  try {
    return await Promise.race([run(argv, io), stopped]);
  } catch (error) {
    if (isClosedPipe(error)) return 0;
    const usage = error instanceof UsageError;
    const message =
      error instanceof Error ? (usage ? error.message : (error.stack ?? error.message)) : String(error);
    io.stderr.write(`jaga-netral: ${message}\n`);
    return usage ? EXIT_INVALID : 1;
  }
}

async function run(argv: readonly string[], io: Io): Promise<number> {
  const [command, ...args] = argv;
  const asksHelp = args.includes('--help') || args.includes('-h');
  if (
    command === '--help' ||
    command === '-h' ||
    (asksHelp && (command === 'match' || command === 'inspect'))
  ) {
    io.stdout.write(help());
    return 0;
  }
  switch (command) {
    case '--version':
      io.stdout.write(`${findPackageRoot().version}\n`);
      return 0;
    case 'match': {
      const { matchLines } = await import('./match.ts');
      return matchLines(args, io);
    }
    case 'inspect': {
      // Lazy: jsdom takes half a second to load, and only this command needs it.
      const { inspect } = await import('./inspect.ts');
      return inspect(args, io);
    }
    case 'pack': {
      const { pack } = await import('./pack.ts');
      return pack(args, io);
    }
    default:
      throw new UsageError(
        `${command === undefined ? 'no command' : `unknown command "${command}"`}; try jaga-netral --help`,
      );
  }
}

/** Settles when the reader of stdout has gone (`… | head`): that is the end of the work, not a fault. */
function watchPipe(io: Io): Promise<number> {
  return new Promise((resolve, reject) => {
    io.stdout.on('error', (error) => {
      // An open stdin would keep the process waiting for input that nobody wants any more.
      io.stdin.destroy();
      if (isClosedPipe(error)) resolve(0);
      else reject(error);
    });
  });
}

function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
