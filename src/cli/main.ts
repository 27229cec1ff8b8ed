import { commandHelp, inspectHelp, matchHelp } from './command-help.ts';
import { languageIn, systemLanguage } from './command-language.ts';
import { EXIT_INVALID, type Io, UsageError } from './io.ts';
import { findPackageRoot } from './package-root.ts';
import { CommandFault, type Speech, speechIn } from './speech.ts';
import { withHelp } from './with-help.ts';

export type { Io } from './io.ts';

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

/** In the language that the call or the system says. */
async function run(argv: readonly string[], io: Io): Promise<number> {
  let speech = speechIn(systemLanguage());
  try {
    const { language, rest } = languageIn(argv);
    speech = speechIn(language);
    return await runCommand(rest, io, speech);
  } catch (error) {
    throw error instanceof CommandFault ? error.in(speech) : error;
  }
}

async function runCommand(argv: readonly string[], io: Io, speech: Speech): Promise<number> {
  const [command, ...args] = argv;
  switch (command) {
    case '--help':
    case '-h':
      io.stdout.write(commandHelp(speech.language));
      return 0;
    case '--version':
      io.stdout.write(`${findPackageRoot().version}\n`);
      return 0;
    case 'match':
      return withHelp(args, matchHelp, io, speech, async () => {
        const { matchLines } = await import('./match.ts');
        return matchLines(args, io, speech);
      });
    case 'inspect':
      return withHelp(args, inspectHelp, io, speech, async () => {
        // Lazy: jsdom takes half a second to load, and only this command needs it.
        const { inspect } = await import('./inspect/inspect.ts');
        return inspect(args, io);
      });
    case 'pack': {
      const { pack } = await import('./pack/pack.ts');
      return pack(args, io, speech);
    }
    default:
      throw command === undefined
        ? new CommandFault('call.no-command')
        : new CommandFault('call.unknown-command', { name: command, help: 'jaga-netral --help' });
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
