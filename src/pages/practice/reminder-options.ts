import type { Settings } from '../../core/settings.ts';
import type { Dictionary } from '../../core/translate.ts';
import en from '../../locales/reminder.en.json';
import id from '../../locales/reminder.id.json';
import type { ReminderTextOptions } from '../../reminder/reminder-text.ts';
import type { Language } from '../../shared/locale.ts';

export const reminderDictionaries: Record<Language, Dictionary> = { id, en };

/** As a tab would have them. */
export function reminderOptions(language: Language, settings: Settings, turn: number): ReminderTextOptions {
  return { language, dictionary: reminderDictionaries[language], settings, turn };
}
