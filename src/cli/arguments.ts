import { type ParseArgsConfig, parseArgs } from 'node:util';
import { reasonOf } from './io.ts';
import { type CommandText, WrongCall } from './speech.ts';

/** What Node finds wrong, as texts of ours: its own words are English only. */
const TEXTS: Readonly<Record<string, CommandText>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: 'call.unknown-option',
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: 'call.option-value',
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: 'call.unexpected',
};

/**
 * Options and other words of a call.
 *
 * @throws WrongCall for an option that is not known or lacks its value
 */
export function parseArguments<Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const reason = reasonOf(error);
    const key = TEXTS[(error as NodeJS.ErrnoException).code ?? ''];
    // The word at fault is the first one that Node puts in quotes.
    const [, word] = /'([^']*)'/.exec(reason) ?? [];
    throw key === undefined || word === undefined
      ? new WrongCall('call.wrong', { reason })
      : new WrongCall(key, { word });
  }
}

/** Options, and exactly so many files. @throws WrongCall */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
  files: number,
) {
  const { values, positionals } = parseArguments({ args: [...args], options, allowPositionals: true });
  const more = positionals[files];
  if (more !== undefined) throw new WrongCall('call.unexpected', { word: more });
  if (positionals.length < files)
    throw new WrongCall(files === 1 ? 'call.one-file' : 'call.files', { count: files });
  return { values, positionals };
}
