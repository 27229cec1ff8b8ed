import type { Dictionary } from '../core/format/translate.ts';
import en from '../locales/reminder.en.json';
import id from '../locales/reminder.id.json';
import type { Language } from '../shared/locale.ts';

/** What the reminder, the hint and the notice say. */
export const dictionaries: Readonly<Record<Language, Dictionary>> = { id, en };
