import { CommandFault, type CommandLanguage } from './speech.ts';

const OPTION = '--language';

/** The language of the system, else English. */
export function systemLanguage(): CommandLanguage {
  const system = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
  return /^id(?:_|\.|$)/i.test(system) ? 'id' : 'en';
}

/**
 * Takes `--language id|en` out of a call, wherever it stands: it must be known before anything of the call can be said to
 * be wrong.
 *
 * @throws CommandFault for another language
 */
export function languageIn(args: readonly string[]): {
  readonly language: CommandLanguage;
  readonly rest: readonly string[];
} {
  const joined = `${OPTION}=`;
  const at = args.findIndex((word) => word === OPTION || word.startsWith(joined));
  const word = args[at];
  if (word === undefined) return { language: systemLanguage(), rest: args };
  const isJoined = word !== OPTION;
  const value = isJoined ? word.slice(joined.length) : (args[at + 1] ?? '');
  if (value !== 'id' && value !== 'en') throw new CommandFault('call.language', { value });
  return { language: value, rest: args.filter((_, place) => place !== at && (isJoined || place !== at + 1)) };
}
