import { type Dictionary, type Parameters, translate } from '../../core/format/translate.ts';
import en from '../../locales/author.en.json' with { type: 'json' };
import id from '../../locales/author.id.json' with { type: 'json' };
import type { Language } from '../../shared/locale.ts';
import { usePage } from '../parts/frame.tsx';

export type AuthorKey = keyof typeof id;

/** Words of this page, and those of lint, which the command line says too. */
export interface AuthorWords {
  readonly language: Language;
  readonly dictionary: Dictionary;
  say(key: AuthorKey, parameters?: Parameters): string;
  /** A share of 0 to 1, such as `97,5%`. */
  percent(share: number): string;
}

function wordsFor(language: Language): AuthorWords {
  const dictionary = { id, en }[language] satisfies Record<AuthorKey, string>;
  const percents = new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  return {
    language,
    dictionary,
    say: (key, parameters) => translate(dictionary, key, parameters),
    percent: (share) => percents.format(share),
  };
}

const words: Readonly<Record<Language, AuthorWords>> = { id: wordsFor('id'), en: wordsFor('en') };

export function useWords(): AuthorWords {
  return words[usePage().texts.language];
}
