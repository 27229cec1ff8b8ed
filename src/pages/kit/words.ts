import { type Parameters, translate } from '../../core/format/translate.ts';
import en from '../../locales/kit-page.en.json' with { type: 'json' };
import id from '../../locales/kit-page.id.json' with { type: 'json' };
import type { Language } from '../../shared/locale.ts';
import { usePage } from '../parts/frame.tsx';

export type KitPageKey = keyof typeof id;
export type SayKit = (key: KitPageKey, parameters?: Parameters) => string;

const dictionaries = { id, en } satisfies Record<Language, Record<KitPageKey, string>>;

/** Words of this page; those of the files it makes are the command line's too and stand in `locales/kit.*.json`. */
export function useWords(): SayKit {
  const dictionary = dictionaries[usePage().texts.language];
  return (key, parameters) => translate(dictionary, key, parameters);
}
