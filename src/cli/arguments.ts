import { type ParseArgsConfig, parseArgs } from 'node:util';
import { reasonOf } from './io.ts';
import { CommandFault } from './speech.ts';

/**
 * Options and other words of a call.
 *
 * @param usage how it is called, or where that is said
 * @throws CommandFault for an option that is not known or lacks its value
 */
export function parseArguments<Config extends ParseArgsConfig>(
  config: Config,
  usage?: string,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const reason = reasonOf(error);
    throw usage === undefined
      ? new CommandFault('call.wrong', { reason })
      : new CommandFault('call.wrong-usage', { reason, usage });
  }
}
