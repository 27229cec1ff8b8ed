import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './io.ts';

/**
 * Options and other words of a call.
 *
 * @param usage is put behind what is wrong
 * @throws UsageError for an option that is not known or lacks its value
 */
export function parseArguments<Config extends ParseArgsConfig>(
  config: Config,
  usage = '',
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}${usage}`);
  }
}
