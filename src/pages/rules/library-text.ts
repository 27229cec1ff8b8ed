import { type Parameters, translate } from '../../core/format/translate.ts';
import type { Clause } from '../../core/reminding/law.ts';
import en from '../../locales/rules.en.json' with { type: 'json' };
import id from '../../locales/rules.id.json' with { type: 'json' };
import { dictionaries as reminderTexts } from '../../reminder/dictionaries.ts';
import type { Language } from '../../shared/locale.ts';
import { usePage } from '../parts/frame.tsx';

type Key = keyof typeof id;
/** Sentences that state something about law or elections; `sources.ts` must say from where. */
export type FactKey = Extract<Key, `fact.${string}`>;
/** Sentences of the same kind that the reminder says too: they stand there, and only there. */
export type ReminderFactKey =
  | `why.clause.${Clause['id']}`
  | 'why.sanction.moral'
  | 'why.sanction.severe-discipline'
  | 'why.stage.prospective'
  | 'why.stage.fixed'
  | 'why.duty.text'
  | 'why.spouse.text'
  | 'why.ask.text'
  | 'reminder.sanction.pppk'
  | 'reminder.sanction.honorer';
export type SentenceKey = FactKey | ReminderFactKey;

type QuestionKey = Extract<Key, `quiz.${string}`>;
type Stem<Text> = Text extends `quiz.${infer Question}.ask` ? Question : never;
export type QuestionId = Stem<QuestionKey>;
/** Words of the page itself. A fact is no label: only `Sentence` shows one, with its source. */
export type LabelKey = Exclude<Key, FactKey>;

const dictionaries = { id, en } satisfies Record<Language, Record<Key, string>>;

export interface LibraryText {
  readonly language: Language;
  say(key: LabelKey, parameters?: Parameters): string;
  sentence(key: SentenceKey): string;
  confidence(word: `why.confidence.${string}`): string;
  /** A day such as `2024-02-14`. */
  day(day: string): string;
  /** A month such as `2026-02`. */
  month(month: string): string;
}

export function libraryText(language: Language): LibraryText {
  const format = language === 'id' ? 'id-ID' : 'en-GB';
  const days = new Intl.DateTimeFormat(format, { timeZone: 'UTC', dateStyle: 'long' });
  const months = new Intl.DateTimeFormat(format, { timeZone: 'UTC', month: 'long', year: 'numeric' });
  const shared = reminderTexts[language];
  return {
    language,
    say: (key, parameters) => translate(dictionaries[language], key, parameters),
    sentence: (key) => {
      if (key.startsWith('fact.')) return translate(dictionaries[language], key);
      const text = translate(shared, key);
      // In the reminder this one stands beside a label that says who.
      return key === 'why.spouse.text'
        ? `${translate(shared, 'why.spouse')}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`
        : text;
    },
    confidence: (word) => translate(shared, word),
    day: (day) => days.format(Date.parse(day)),
    month: (month) => months.format(Date.parse(month)),
  };
}

const texts: Readonly<Record<Language, LibraryText>> = { id: libraryText('id'), en: libraryText('en') };

export function useLibraryText(): LibraryText {
  return texts[usePage().texts.language];
}
