import { translate } from '../core/format/translate.ts';
import { HOUR_MS } from '../core/log/log-id.ts';
import pagesEn from '../locales/pages.en.json' with { type: 'json' };
import pagesId from '../locales/pages.id.json' with { type: 'json' };
import stateEn from '../locales/state.en.json' with { type: 'json' };
import stateId from '../locales/state.id.json' with { type: 'json' };
import type { Language } from '../shared/locale.ts';

export type TextKey = keyof typeof pagesId | keyof typeof stateId;
type Stem<Key> = Key extends `${infer Start}.other` ? Start : never;
/** Keys with a form for one and a form for other counts, such as `log.count`. */
export type CountKey = Stem<TextKey>;

/** Everything a page needs to speak one language: texts, numbers, days and hours. */
export interface Texts {
  readonly language: Language;
  say(key: TextKey, parameters?: Readonly<Record<string, string | number>>): string;
  /** Text of `key` in the plural form of `amount`, with `{count}` filled in. */
  count(key: CountKey, amount: number): string;
  number(amount: number): string;
  /** Local day of a time in milliseconds since the epoch, with the weekday. */
  day(time: number): string;
  /** Local clock time, such as `14.05`. */
  time(time: number): string;
  /** The same in short, such as `28 Nov 2026`. */
  date(time: number): string;
  /** The local hour that begins at `start`, such as `14.00–15.00`. */
  hour(start: number): string;
}

const dictionaries = {
  id: { ...pagesId, ...stateId },
  en: { ...pagesEn, ...stateEn },
} satisfies Record<Language, Record<TextKey, string>>;
/** British conventions in English: readers in Indonesia use the 24-hour clock and the day before the month. */
const formats: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

export function textsFor(language: Language, timeZone?: string): Texts {
  const dictionary = dictionaries[language];
  const format = formats[language];
  const zone = timeZone === undefined ? {} : { timeZone };
  const numbers = new Intl.NumberFormat(format);
  const plurals = new Intl.PluralRules(format);
  const days = new Intl.DateTimeFormat(format, { ...zone, dateStyle: 'full' });
  const dates = new Intl.DateTimeFormat(format, { ...zone, dateStyle: 'medium' });
  const hours = new Intl.DateTimeFormat(format, { ...zone, hour: '2-digit', minute: '2-digit' });
  return {
    language,
    say: (key, parameters) => translate(dictionary, key, parameters),
    count: (key, amount) => {
      const form = plurals.select(amount) === 'one' ? 'one' : 'other';
      return translate(dictionary, `${key}.${form}`, { count: numbers.format(amount) });
    },
    number: (amount) => numbers.format(amount),
    day: (time) => days.format(time),
    time: (time) => hours.format(time),
    date: (time) => dates.format(time),
    // Two formats instead of formatRange: that would repeat the date for the hour before midnight.
    hour: (start) => `${hours.format(start)}–${hours.format(start + HOUR_MS)}`,
  };
}
