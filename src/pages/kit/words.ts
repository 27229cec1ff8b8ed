import { type Parameters, translate } from '../../core/format/translate.ts';
import en from '../../locales/kit-page.en.json' with { type: 'json' };
import id from '../../locales/kit-page.id.json' with { type: 'json' };
import listsEn from '../../locales/lists.en.json' with { type: 'json' };
import listsId from '../../locales/lists.id.json' with { type: 'json' };
import type { Language } from '../../shared/locale.ts';
import { usePage } from '../parts/frame.tsx';

export type KitPageKey = keyof typeof id | keyof typeof listsId;
export type SayKit = (key: KitPageKey, parameters?: Parameters) => string;

const dictionaries = { id: { ...id, ...listsId }, en: { ...en, ...listsEn } } satisfies Record<
  Language,
  Record<KitPageKey, string>
>;

/** Words of this page. Those of the files it makes, and of lists in the policy, are the command line's too: `locales/kit.*.json`, `lists.*.json`. */
export function useWords(): SayKit {
  const dictionary = dictionaries[usePage().texts.language];
  return (key, parameters) => translate(dictionary, key, parameters);
}
