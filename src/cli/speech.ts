import { type Dictionary, type Parameters, translate } from '../core/format/translate.ts';
import en from '../locales/command.en.json' with { type: 'json' };
import id from '../locales/command.id.json' with { type: 'json' };
import listsEn from '../locales/lists.en.json' with { type: 'json' };
import listsId from '../locales/lists.id.json' with { type: 'json' };
import { UsageError } from './io.ts';

export type CommandLanguage = 'id' | 'en';
/** A text of `src/locales/command.*.json`, or of those about signed lists, which the page of the kit says too. */
export type CommandText = keyof typeof en | keyof typeof listsEn;

const ENGLISH: Dictionary = { ...en, ...listsEn };
const DICTIONARIES: Readonly<Record<CommandLanguage, Dictionary>> = {
  id: { ...id, ...listsId },
  en: ENGLISH,
};

/** What a command says, in the language of the person at the keyboard. */
export interface Speech {
  readonly language: CommandLanguage;
  say(key: CommandText, parameters?: Parameters): string;
}

export function speechIn(language: CommandLanguage): Speech {
  return { language, say: (key, parameters) => translate(DICTIONARIES[language], key, parameters) };
}

/** A fault that is thrown where nobody knows the language: English, until `main` says it in another one. */
export class CommandFault extends UsageError {
  readonly key: CommandText;
  readonly parameters: Parameters;
  constructor(key: CommandText, parameters: Parameters = {}) {
    super(translate(ENGLISH, key, parameters));
    this.key = key;
    this.parameters = parameters;
  }

  in(speech: Speech): UsageError {
    return new UsageError(speech.say(this.key, this.parameters));
  }
}

/** A call that its command does not understand: whoever knows the command tells how it is called. */
export class WrongCall extends CommandFault {
  /** @param usage as `Help` has it */
  withUsage(usage: string, speech: Speech): UsageError {
    return new UsageError(`${this.in(speech).message}\n${speech.say('call.usage', { usage })}`);
  }
}
