import type { Dictionary } from '../core/translate.ts';
import en from '../locales/author.en.json' with { type: 'json' };
import id from '../locales/author.id.json' with { type: 'json' };
import { UsageError } from './io.ts';

export type PackLanguage = 'id' | 'en';

const DICTIONARIES: Readonly<Record<PackLanguage, Dictionary>> = { id, en };

/** What the option `--language` says, else the language of the system, else English. @throws UsageError */
export function languageOf(option: string | undefined): PackLanguage {
  if (option === 'id' || option === 'en') return option;
  if (option !== undefined) throw new UsageError(`--language must be id or en, not "${option}"`);
  const system = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
  return /^id(?:_|\.|$)/i.test(system) ? 'id' : 'en';
}

export function wordsOf(language: PackLanguage): Dictionary {
  return DICTIONARIES[language];
}
