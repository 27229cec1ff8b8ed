import type { Dictionary } from '../../core/format/translate.ts';
import en from '../../locales/author.en.json' with { type: 'json' };
import id from '../../locales/author.id.json' with { type: 'json' };
import type { CommandLanguage } from '../speech.ts';

const DICTIONARIES: Readonly<Record<CommandLanguage, Dictionary>> = { id, en };

/** What the checks of a pack say: the same texts as on the page *Penyusun paket*. */
export function wordsOf(language: CommandLanguage): Dictionary {
  return DICTIONARIES[language];
}
