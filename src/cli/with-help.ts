import { type HelpInLanguages, helpText } from './help.ts';
import type { Io } from './io.ts';
import { type Speech, WrongCall } from './speech.ts';

/**
 * Shows the help of a command where it is asked for, and says how it is called where the call is wrong.
 *
 * @param run resolves to the exit code
 */
export async function withHelp(
  args: readonly string[],
  help: () => HelpInLanguages,
  io: Io,
  speech: Speech,
  run: () => Promise<number>,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(helpText(help()[speech.language]));
    return 0;
  }
  try {
    return await run();
  } catch (error) {
    throw error instanceof WrongCall ? error.withUsage(help()[speech.language].usage, speech) : error;
  }
}
