import type { Settings } from '../core/settings/settings.ts';

export type Language = 'id' | 'en';

/**
 * Language of our texts. Indonesian comes first: English only when the user chose it or the browser itself speaks it.
 * Dictionaries are imported by each part for itself, so that the content script does not carry the page texts.
 *
 * @param uiLanguage BCP 47 tag of the browser, such as `browser.i18n.getUILanguage()` gives.
 */
export function chooseLanguage(setting: Settings['language'], uiLanguage: string): Language {
  if (setting !== 'auto') return setting;
  return /^en(?:[-_]|$)/i.test(uiLanguage) ? 'en' : 'id';
}
